#!/usr/bin/env bash
# Instructions a byte of each stage, which repeat on a noisy machine; needs valgrind.
# DEMARCHE_CORPUS=news.jsonl benches/instructions.sh [ARTICLES]
set -euo pipefail
: "${DEMARCHE_CORPUS:?names a JSON Lines file of articles}"
corpus=$(realpath "$DEMARCHE_CORPUS")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DEMARCHE_CORPUS=$corpus DEMARCHE_ARTICLES=${1:-150}

binary=$(cargo bench --no-run --bench stages 2>&1 | sed -n 's/.*Executable.*(\(.*\)).*/\1/p')
said=$("$binary")
echo "$said"
bytes=$(sed 's/.* \([0-9]*\) bytes.*/\1/' <<<"$said")
for stage in tokens mentions relations; do
    count=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null --toggle-collect="demarche::stages::$stage" "$binary" 2>&1 | sed -n 's/.*Collected : \([0-9]*\).*/\1/p')
    awk -v stage="$stage" -v count="$count" -v bytes="$bytes" 'BEGIN { printf "%-10s %7.1f instructions a byte\n", stage, count / bytes }'
done
