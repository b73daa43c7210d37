#!/bin/bash
# The classic flow with the manager venv: created, updated and frozen step by step, then rebuilt with no index.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh"

lock=/opt/env-frozen/lab
start_index
spec lab lab.pip 'orbits<2'
spec lab more.pip survey
mkdir -p /opt/common-env
printf 'legacy\n' >/opt/common-env/common.pip
export USE_FROZEN=0

step "floating"
env-create lab
env-update lab /opt/environments/lab/lab.pip
install-common lab
env-update lab /opt/environments/lab/more.pip
holds $lock/lab-frozen.yml 'survey==1.0 --hash=sha256:'
holds $lock/requirements.txt 'stars==1.1'
spec lab broken.pip 'stars>=3'
must_fail 'No matching distribution' env-update lab /opt/environments/lab/broken.pip
rm /opt/environments/lab/broken.pip

step "a clone has the same packages"
spec twin twin.pip orbits
env-clone lab twin
env-run twin python -c 'import survey'

step "frozen, without an index"
rm -rf /opt/envs/lab
sha256sum $lock/* >/tmp/before
stop_index
export USE_FROZEN=1
env-create lab
env-update lab /opt/environments/lab/lab.pip
install-common lab
env-run lab python -c 'import survey, legacy'
sha256sum --check --quiet /tmp/before

step "frozen, from the one file alone"
rm -rf /opt/envs/lab $lock/requirements.txt
env-create lab
env-run lab python -c 'import survey, legacy'
must_fail 'never writes a lock' env-freeze lab

step "the graph names constraints, and shows a conflict in red"
env-graph lab --packages survey --output /tmp/graph
holds /tmp/graph/lab.dot '"orbits" -> "stars" [label="<2"]'
[[ -s /tmp/graph/lab.svg && -s /tmp/graph/lab.png ]] || stop "there is no picture"
/opt/envs/lab/bin/python -m pip install --no-index --find-links /srv/index/files --no-deps 'stars==2.0'
env-graph lab --packages stars --reverse --output /tmp/graph
holds /tmp/graph/lab.svg 'red'

printf '\nscenario passed\n'
