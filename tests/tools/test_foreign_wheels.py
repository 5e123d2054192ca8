"""The packages of `requirements.lock` that are installed on another system."""

import pytest

from tools.foreign_wheels import LOCK, SYSTEMS, wanted

PACKAGES = """# a note
click==8.5.1 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:cc
    # via click
macholib==1.16 ; sys_platform == 'darwin' \\
    --hash=sha256:dd
numpy==2.4.6 ; python_full_version < '3.12' \\
    --hash=sha256:ee
numpy==2.5.5 ; python_full_version >= '3.12' \\
    --hash=sha256:ff
"""


def test_markers_are_answered_for_the_other_system():
    assert list(wanted(PACKAGES, "win_amd64", "3.11")) == [
        "click==8.5.1 --hash=sha256:aa --hash=sha256:bb",
        "colorama==0.4.6 --hash=sha256:cc",
        "numpy==2.4.6 --hash=sha256:ee",
    ]
    assert [line.split()[0] for line in wanted(PACKAGES, "macosx_13_0_arm64", "3.12")] == [
        "click==8.5.1",
        "macholib==1.16",
        "numpy==2.5.5",
    ]


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_package_of_the_lock_has_hashes(system):
    lines = list(wanted(LOCK.read_text("utf-8"), system, "3.12"))
    assert len(lines) > 60
    assert all("==" in line and " --hash=sha256:" in line for line in lines)
