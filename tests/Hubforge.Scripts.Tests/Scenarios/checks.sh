# shellcheck shell=bash
# What the scenarios share: a local index on loopback, and checks that say what failed. Sourced in a container of a base image.

export PATH=/opt/common-scripts:$PATH

# must_fail TEXT COMMAND...: the command ends with 1 and says TEXT.
must_fail() {
    local text=$1 status=0
    shift
    "$@" >/tmp/must-fail 2>&1 || status=$?
    cat /tmp/must-fail
    [[ $status -eq 1 ]] || stop "'$*' ended with $status instead of 1"
    grep -qF -- "$text" /tmp/must-fail || stop "'$*' did not say '$text'"
}

# holds FILE TEXT: the file has a line with TEXT.
holds() { grep -qF -- "$2" "$1" || stop "$1 does not hold '$2'"; }

# lacks FILE TEXT: the file has no line with TEXT.
lacks() { if grep -qF -- "$2" "$1"; then stop "$1 holds '$2'"; fi; }

stop() {
    printf 'scenario: %s\n' "$*" >&2
    exit 1
}

step() { printf '\n=== %s\n' "$*"; }

# start_index: serves the toy packages on loopback, and makes them pip's only index.
start_index() {
    python3 /tests/LocalIndex/make_index.py /srv/index
    python3 -m http.server --bind 127.0.0.1 --directory /srv/index 8123 >/dev/null 2>&1 &
    index=$!
    until python3 -c 'import socket; socket.create_connection(("127.0.0.1", 8123), 1)' 2>/dev/null; do sleep 0.1; done
    export PIP_INDEX_URL=http://127.0.0.1:8123/simple/
}

# stop_index: from now on there is no index, only the files.
stop_index() {
    kill "$index"
    wait "$index" 2>/dev/null || true
    export PIP_FIND_LINKS=/srv/index/files
}

# spec ENVIRONMENT FILE LINE...: writes a file of an environment.
spec() {
    mkdir -p "/opt/environments/$1"
    printf '%s\n' "${@:3}" >"/opt/environments/$1/$2"
}
