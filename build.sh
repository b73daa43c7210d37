#!/usr/bin/env bash
# Starts the build program, after publishing it when its sources have changed. Usage: ./build.sh [targets] [--parameters], ./build.sh --help
# The warm path is one `find` and an exec: everything slow happens once per change of the sources.
set -euo pipefail

root=$(cd -P -- "${BASH_SOURCE[0]%/*}" && pwd) 2>/dev/null || root=$PWD
[[ -f $root/Hubforge.slnx ]] || { echo "build.sh: $root is not the project's folder" >&2; exit 2; }
temp=$root/.nuke/temp
current=$temp/program/current # two lines: the dotnet to start, the program's folder; its time is that of the newest source it was made from
sources=("$root/build" "$root/global.json" "$root/Directory.Build.props" "$root/Directory.Packages.props" "$root/build.sh")

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Tiered compilation starts the ready-to-run code at once; profiling it would only cost memory.
export DOTNET_TieredPGO=0

fail() {
    printf 'build.sh: %s\n' "$1" >&2
    printf '  %s\n' "${@:2}" >&2
    exit 1
}

is_current() {
    [[ -f $current ]] || return 1
    { read -r dotnet && read -r program; } <"$current" || return 1
    [[ -x $dotnet && -f $program/hubforge.dll ]] || return 1
    [[ -z $(find "${sources[@]}" -newer "$current" -print -quit) ]]
}

start() {
    exec "$dotnet" "$program/hubforge.dll" "$@"
}

# The SDK that global.json asks for: the one on PATH where it satisfies, else one installed beside the project.
find_dotnet() {
    dotnet=$(command -v dotnet || true)
    if [[ -n $dotnet ]] && (cd "$root" && "$dotnet" --version) >/dev/null 2>&1; then
        dotnet=$(readlink -f "$dotnet")
        return
    fi
    dotnet=$temp/dotnet-sdk/dotnet
    if [[ -x $dotnet ]] && (cd "$root" && "$dotnet" --version) >/dev/null 2>&1; then
        return
    fi
    echo "build.sh: no .NET SDK here satisfies global.json; installing one into $temp/dotnet-sdk" >&2
    local installer=$temp/dotnet-install.sh url=https://dot.net/v1/dotnet-install.sh
    if command -v curl >/dev/null; then
        curl --fail --silent --show-error --location --output "$installer" "$url"
    elif command -v wget >/dev/null; then
        wget --quiet --output-document "$installer" "$url"
    else
        fail "neither curl nor wget is there to fetch the .NET SDK" "try: apt-get install curl, or install the SDK that global.json names"
    fi || fail "the installer of the .NET SDK could not be fetched from $url" "try: install the SDK that global.json names by hand and put it on PATH"
    bash "$installer" --jsonfile "$root/global.json" --install-dir "$temp/dotnet-sdk" --no-path >&2 ||
        fail "the .NET SDK could not be installed" "try: install the SDK that global.json names by hand and put it on PATH"
}

# One name for the content of all sources, so that going back to an earlier state finds the program of that state.
digest_sources() {
    local sum=(sha256sum)
    command -v sha256sum >/dev/null || sum=(shasum -a 256) # macOS
    (cd "$root" && find "${sources[@]#"$root"/}" -type f -print0 | LC_ALL=C sort -z | xargs -0 "${sum[@]}" | "${sum[@]}" | cut -c1-16)
}

publish() {
    local marker=$temp/program/.newest digest target
    touch "$marker" # before anything is read, so that an edit during the build is seen by the next run
    find_dotnet
    digest=$(digest_sources)
    target=$temp/program/$digest
    if [[ ! -f $target/hubforge.dll ]]; then
        echo "build.sh: publishing the build program (once per change of its sources)" >&2
        local log=$temp/program/publish.log making=$temp/program/making
        rm -rf "$making"
        if ! "$dotnet" publish "$root/build/Build/Build.csproj" --configuration Release --use-current-runtime --no-self-contained \
            -p:PublishReadyToRun=true --output "$making" --nologo --verbosity quiet >"$log" 2>&1; then
            cat "$log" >&2
            fail "the build program does not compile" "log: $log" "try: mend the errors above and run again"
        fi
        rm -rf "$target"
        mv "$making" "$target"
    fi
    # Keep a few earlier programs: a run that started before this change still loads its parts from there.
    local old
    # shellcheck disable=SC2010 # the names are hexadecimal digits
    ls -1t "$temp/program" | grep -E '^[0-9a-f]{16}$' | tail -n +5 | while read -r old; do
        [[ $temp/program/$old == "$target" ]] || rm -rf "${temp:?}/program/$old"
    done
    printf '%s\n%s\n' "$dotnet" "$target" >"$current.tmp"
    touch -r "$marker" "$current.tmp"
    mv "$current.tmp" "$current"
}

# A shell asks at every press of Tab: the program of the last run answers, and none is made for it.
if [[ ${1-} == --complete ]]; then
    [[ -f $current ]] && { read -r dotnet && read -r program; } <"$current" && [[ -f $program/hubforge.dll ]] && start "$@"
    exit 0
fi

is_current && start "$@"

mkdir -p "$temp/program"
if command -v flock >/dev/null; then
    exec 9>"$temp/program/lock"
    flock --nonblock 9 || { echo "build.sh: another run is publishing the build program; waiting for it" >&2; flock 9; }
fi
is_current || publish
exec 9>&-
is_current || { read -r dotnet && read -r program; } <"$current"
start "$@"
