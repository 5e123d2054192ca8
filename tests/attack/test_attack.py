"""The attacks that the program withstands: a part in each run, all with SPANWRIGHT_ATTACK=long.

`python -m tests.attack.run` prints the same as a table.
"""

import os

import pytest

from tests.attack import attacks, shim

SIZE = attacks.ALL if os.environ.get("SPANWRIGHT_ATTACK") == "long" else attacks.PART
pytestmark = [
    pytest.mark.skipif(bool(shim.why_not()), reason=shim.why_not() or "-"),
    pytest.mark.timeout(300 if SIZE is attacks.PART else 7200),
]


@pytest.fixture(scope="module")
def stadium():
    with attacks.stadium() as made:
        yield made


@pytest.fixture(autouse=True)
def runtime_folder(stadium, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(stadium.folder / "home" / "runtime"))


@pytest.mark.parametrize("name", list(attacks.ATTACKS))
def test_attack_loses_nothing_and_control_does(stadium, name):
    tally = attacks.ATTACKS[name](stadium, SIZE)
    shown = "\n".join(tally.failures[:10])
    assert tally.is_well, f"{len(tally.failures)} of {tally.count}:\n{shown}"
