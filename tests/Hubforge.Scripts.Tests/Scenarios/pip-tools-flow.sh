#!/bin/bash
# The pip-tools flow with the manager venv: floating, a conflict, an update, a source install, then frozen with no index.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh"

lock=/opt/env-frozen/lab/requirements.txt
start_index
spec lab lab.pip survey
spec lab build-hints.pip 'stars<2'
spec lab kernel.name Lab
spec clash clash.pip 'orbits>=2' legacy
export USE_FROZEN=0

step "floating: solved within the hints, every file with its hash, and who asked"
env-conda lab
env-compile lab
env-sync lab
holds "$lock" 'orbits==1.0'
holds "$lock" '# via survey'
[[ $(grep -c -- '--hash=sha256:' "$lock") -eq 6 ]] || stop "a file has no hash"

step "a package is compiled from source and locked so"
env-src-install lab lens --no-build-isolation
holds "$lock" '--no-binary lens'
env-run lab python -c 'import lens.compiled'

step "a conflict is explained in full and leaves no lock"
must_fail 'legacy 1.0 depends on stars<2' env-lock clash
[[ ! -e /opt/env-frozen/clash ]] || stop "a failed solve left a lock"

step "an update moves the named packages only"
cp -r /opt/env-frozen/lab /tmp/lab-lock
rm /opt/environments/lab/build-hints.pip
UPDATE_PACKAGES=orbits env-lock lab
holds "$lock" 'orbits==1.0'
UPDATE_PACKAGES='orbits stars' env-lock lab
holds "$lock" 'orbits==2.0'
holds "$lock" 'stars==2.0'

step "frozen, without an index: the same packages, and the lock is not touched"
rm -rf /opt/env-frozen/lab /opt/envs/lab
cp -r /tmp/lab-lock /opt/env-frozen/lab
sha256sum /opt/env-frozen/lab/* >/tmp/before
stop_index
export USE_FROZEN=1
env-install lab
env-run lab python -c 'import lens.compiled, orbits; assert orbits.__version__ == "1.0"'
sha256sum --check --quiet /tmp/before
env-conda lab
env-compile lab
env-sync lab
env-src-install lab lens
sha256sum --check --quiet /tmp/before

step "what the lock does not have is removed"
sed -i '/^lens/,$d; /no-binary/d' "$lock"
env-sync lab
must_fail 'No module named' env-run lab python -c 'import survey'

step "a wrong hash stops the install"
cp /tmp/lab-lock/requirements.txt "$lock"
sed -i 's/sha256:......../sha256:00000000/' "$lock"
export PIP_NO_INDEX=1
must_fail 'DO NOT MATCH THE HASHES' env-install lab

printf '\nscenario passed\n'
