#!/bin/bash
# Both flows with conda packages, on the stand-in for micromamba, and pip packages on top.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/checks.sh"

export PATH=$PATH:/tests/StandIns ENV_MANAGER=micromamba CONDA_DIR=/opt/conda STAND_IN_PIP=1
lock=/opt/env-frozen/sky
mkdir -p "$CONDA_DIR"
start_index
spec sky sky.yml 'name: sky' 'channels:' '  - file:///opt/mm/channel' 'dependencies:' '  - python=3.11' '  - pip:' '    - orbits<2'
spec sky more.conda 'numpy  # for everything'
spec sky sky.pip survey
spec sky kernel.name Sky
export USE_FROZEN=0

step "the pip-tools flow"
env-conda sky
env-compile sky
env-sync sky
holds $lock/conda-linux-64.lock '/numpy-1.24.2-py311h8e6699e_0.conda#'
holds $lock/requirements.txt 'orbits==1.0'
holds $lock/sky-frozen.yml 'survey==1.0 --hash=sha256:'

step "all in one"
env-lock sky
kernel-setup sky
rm -rf "$CONDA_DIR/envs/sky"

step "frozen"
sha256sum $lock/* >/tmp/before
stop_index
export USE_FROZEN=1
env-install sky
env-run sky python -c 'import survey, os; assert os.environ["CONDA_DEFAULT_ENV"] == "sky"'
sha256sum --check --quiet /tmp/before

step "the classic flow"
start_index
unset PIP_FIND_LINKS
export USE_FROZEN=0
spec old old.yml 'channels:' '  - file:///opt/mm/channel' 'dependencies:' '  - python=3.11'
spec old more.conda 'skytools=1.0'
spec old old.pip survey
env-create old /opt/environments/old/old.yml
env-update old /opt/environments/old/more.conda
env-update old /opt/environments/old/old.pip
holds /opt/env-frozen/old/old-frozen.yml 'skytools=1.0=pyh06b0635_0'
rm -rf "$CONDA_DIR/envs/old"
USE_FROZEN=1 env-create old
env-run old python -c 'import survey'

printf '\nscenario passed\n'
