#!/usr/bin/env bash
# Opens the page of a run in Chromium and uses it as a reader does. Installs what it needs:
#   tests/browser/run.sh [SOLIEU]      the program to test; target/debug/solieu, built first, where it is not named
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
chromium=${CHROMIUM:-/usr/bin/chromium}
if [ ! -x "$chromium" ]; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
fi
command -v npm >/dev/null || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq nodejs npm >/dev/null; }
[ -d "$here/node_modules/playwright-core" ] || (cd "$here" && npm ci --no-audit --no-fund --silent)
solieu=${1:-}
if [ -z "$solieu" ]; then
  (cd "$root" && cargo build --quiet)
  solieu=${CARGO_TARGET_DIR:-$root/target}/debug/solieu
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$solieu" extract "$root/fixtures/documents" -o "$work/fixtures" --format csv,jsonl,html >/dev/null
node "$here/fixtures.mjs" "$solieu" "$work/fixtures"

cp -r "$root/fixtures/documents" "$work/twice-in"
{ cat "$root/fixtures/documents/emulation/tong-ket-thi-dua.txt"; echo "Tin và ảnh: Ban biên tập"; } >"$work/twice-in/emulation/z.txt"
cp "$root/fixtures/documents/congress/dai-hoi.txt" "$work/twice-in/congress/z.txt"
"$solieu" extract "$work/twice-in" -o "$work/once" --format jsonl,html --lang vi >/dev/null
"$solieu" extract "$work/twice-in" -o "$work/all" --format jsonl,html --keep-duplicates >/dev/null
node "$here/repeats.mjs" "$work/once" "$work/all"

node "$here/generate.mjs" hostile "$work/hostile-in"
"$solieu" extract "$work/hostile-in" -o "$work/hostile" --format html >/dev/null 2>&1 || [ $? -eq 1 ] # one of them is empty
node "$here/hostile.mjs" "$work/hostile"

node "$here/generate.mjs" large "$work/large-in" "${DOCUMENTS:-10000}"
"$solieu" extract "$work/large-in" -o "$work/large" --format html >/dev/null
node "$here/large.mjs" "$work/large"
