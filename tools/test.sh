#!/usr/bin/env bash
# Runs every test: Swift's, then the browser walk. With --unless-passed, not again for files on which all passed before.
set -euo pipefail
cd "$(dirname "$0")/.."

stamp=.build/tests-passed
fingerprint() {
  git ls-files --cached --others --exclude-standard -z 2>/dev/null | sort -z | xargs -0 -r sha256sum 2>/dev/null | sha256sum || true
}

before=$(fingerprint)
if [ "${1:-}" = --unless-passed ] && git rev-parse --git-dir >/dev/null 2>&1 && [ "$before" = "$(cat "$stamp" 2>/dev/null)" ]; then
  echo "All tests passed on exactly these files already."
  exit 0
fi
rm -f "$stamp"
tools/build-tests.sh
# The two worlds ask for minutes of both cores: by themselves, so that nothing else waits for an answer meanwhile.
# All at once they hold so many files open that Foundation's `Process` reads beyond its list of them.
SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=24 swift test --skip-build --skip WorldsTests
swift test --skip-build --filter WorldsTests
tools/browser-test.sh
if [ "$before" = "$(fingerprint)" ]; then printf '%s\n' "$before" >"$stamp"; fi
