#!/usr/bin/env bash
# Builds programs and tests (debug). With --strict, fails on any compiler warning in Sources or Tests.
set -euo pipefail
cd "$(dirname "$0")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
swift build --build-tests 2>&1 | tee "$log"

# The compiler tells a warning only when it compiles the file. A file with one is marked as changed, so that the next
# build tells it again and --strict can't be passed by building twice.
warnings=$(grep -E "^$PWD/(Sources|Tests|Package\.swift).*: warning: " "$log" | sort -u || true)
[ -n "$warnings" ] || exit 0
cut -d: -f1 <<<"$warnings" | sort -u | xargs -d '\n' touch
if [ "${1:-}" = --strict ]; then
  printf 'These warnings have to go:\n%s\n' "$warnings" >&2
  exit 1
fi
