#!/usr/bin/env bash
# See that there is a Chromium for the browser tests: chromium.sh PYTHON
# One on the path is used; else apt-get as root; else Playwright's own.
set -euo pipefail
python=$1

for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && apt-get install -y -qq chromium && exit 0
fi
"$python" -m playwright install chromium && exit 0
echo "error: no Chromium found and none could be installed; install the package 'chromium'" >&2
exit 1
