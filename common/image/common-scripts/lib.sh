# shellcheck shell=bash
# What the bash commands share: messages, where environments are, activation, reading of lists.
# Sourced, never run. It sets no shell options: env-activate sources it into a person's own shell.

COMMON_SCRIPTS_DIR=${COMMON_SCRIPTS_DIR:-$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)}
ENVIRONMENTS_DIR=${ENVIRONMENTS_DIR:-/opt/environments}
ENVS_DIR=${ENVS_DIR:-/opt/envs}

say() { printf '%s\n' "$*"; }

warn() { printf 'warning: %s\n' "$*" >&2; }

# fail HEADLINE [HINT]: the house's error form; the caller decides whether to return or exit.
fail() {
    printf 'error: %s\n' "$1" >&2
    if [[ -n ${2:-} ]]; then
        printf '  try: %s\n' "$2" >&2
    fi
    return 1
}

# show_help FILE: prints the comment that follows the first line of FILE.
show_help() { awk 'NR > 1 { if (!/^#/) exit; sub(/^# ?/, ""); print }' "$1"; }

# answer_help FILE ARGUMENTS...: prints the help and succeeds when the first argument asks for it.
answer_help() {
    [[ ${2:-} == --help || ${2:-} == -h ]] && show_help "$1"
}

# usage_error FILE MESSAGE: exit status 2, with the usage line of FILE.
usage_error() {
    printf 'error: %s\n' "$2" >&2
    show_help "$1" | grep -m 1 '^usage:' >&2
    exit 2
}

# conda_root: where conda's own environments live in this image; fails where there is no conda.
conda_root() {
    local root
    for root in "${CONDA_DIR:-}" "${MAMBA_ROOT_PREFIX:-}" /opt/conda; do
        if [[ -n $root && -d $root ]]; then
            printf '%s\n' "$root"
            return 0
        fi
    done
    return 1
}

# environment_prefix NAME: the folder of an environment, whichever manager made it.
environment_prefix() {
    local name=$1 root
    if [[ -z $name || $name == -* || $name == */* || $name == . || $name == .. ]]; then
        fail "'$name' is not the name of an environment."
        return 1
    fi
    if [[ -d $ENVS_DIR/$name ]]; then
        printf '%s\n' "$ENVS_DIR/$name"
        return 0
    fi
    if root=$(conda_root); then
        if [[ $name == base ]]; then
            printf '%s\n' "$root"
            return 0
        elif [[ -d $root/envs/$name ]]; then
            printf '%s\n' "$root/envs/$name"
            return 0
        fi
    fi
    fail "there is no environment '$name' in this image." "env-list-dirs, which prints those there are"
}

# source_scripts FOLDER: sources what conda packages leave for activation, which never was written for 'set -u'.
source_scripts() {
    local script strict=$-
    set +u
    for script in "$1"/*.sh; do
        if [[ -e $script ]]; then
            # shellcheck source=/dev/null
            . "$script"
        fi
    done
    case $strict in *u*) set -u ;; esac
}

# export_environment_variables PREFIX: those that conda packages and `variables:` of a spec declare, as JSON.
export_environment_variables() {
    local prefix=$1
    if compgen -G "$prefix/etc/conda/env_vars.d/*.json" >/dev/null || [[ -e $prefix/conda-meta/state ]]; then
        eval "$(python3 -B "$COMMON_SCRIPTS_DIR/hubforge_scripts/conda_variables.py" "$prefix")"
    fi
}

# activate_environment NAME: what an activated shell has, for a virtual environment and for conda's alike.
activate_environment() {
    local prefix
    prefix=$(environment_prefix "$1") || return 1
    deactivate_environment
    export HUBFORGE_OLD_PATH=$PATH HUBFORGE_ENVIRONMENT=$1
    export PATH="$prefix/bin:$PATH"
    if [[ ! -d $prefix/conda-meta ]]; then
        export VIRTUAL_ENV=$prefix
        return 0
    fi
    export CONDA_PREFIX=$prefix CONDA_DEFAULT_ENV=$1 CONDA_SHLVL=1
    export_environment_variables "$prefix"
    source_scripts "$prefix/etc/conda/activate.d"
}

# deactivate_environment: undoes activate_environment; nothing where no environment is active.
deactivate_environment() {
    if [[ -z ${HUBFORGE_ENVIRONMENT:-} ]]; then
        return 0
    fi
    if [[ -n ${CONDA_PREFIX:-} ]]; then
        source_scripts "$CONDA_PREFIX/etc/conda/deactivate.d"
        unset CONDA_PREFIX CONDA_DEFAULT_ENV CONDA_SHLVL
    fi
    PATH=$HUBFORGE_OLD_PATH
    unset VIRTUAL_ENV HUBFORGE_OLD_PATH HUBFORGE_ENVIRONMENT
}

# read_list FILE: the entries of a list, one a line; blank lines and comments are left out, words stay together.
read_list() {
    sed -e 's/\r$//' -e 's/^#.*//' -e 's/[[:space:]]#.*//' -e 's/^[[:space:]]*//' -e 's/[[:space:]]*$//' -e '/^$/d' -- "$1"
}
