# Read by interactive shells: short names for the commands that must be sourced.
alias activate='source env-activate'
alias deactivate='source env-deactivate'
