#!/usr/bin/env bash
# Walks author, reviewer and chair through a real browser; screenshots go to ./screenshots.
set -euo pipefail
cd "$(dirname "$0")/.."

# The programs of the newest build, whichever kind it was.
program=$(ls -t .build/debug/lectern .build/release/lectern 2>/dev/null | head -n 1 || true)
if [ -z "$program" ] || [ ! -x "$(dirname "$program")/lectern-inspect" ]; then
  swift build
  program=.build/debug/lectern
fi
exec .venv/bin/python3 Tests/browser/walk.py --program "$program" --screenshots screenshots "$@"
