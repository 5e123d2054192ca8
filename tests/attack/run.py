"""Attack the program, and print what it withstood.

python -m tests.attack.run [--long] [--only FIRST-LAST] [--log FILE] [--json FILE] [ATTACK...]
"""

import argparse
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from time import monotonic

from tests.attack import attacks, shim
from tests.attack.kills import Tally

SHOWN = 10  # failures of a kind
_ONLY = "the scenarios of these numbers, from 1, or the bombs, hostile or damaged files; the order never changes"


def main() -> int:
    """Run attacks, print a table, and return 1 if anything was not withstood."""
    parser = argparse.ArgumentParser(description="Attack the program, and print what it withstood.")
    parser.add_argument("attack", nargs="*", metavar="ATTACK", help=", ".join(attacks.ATTACKS))
    parser.add_argument("--long", action="store_true", help="all of it instead of a part, which takes hours")
    parser.add_argument("--only", type=_range, default=attacks.ALL.only, metavar="FIRST-LAST", help=_ONLY)
    parser.add_argument(
        "--log", type=argparse.FileType("a"), metavar="FILE", help="add a line to a file after each try"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write all failures to a file")
    asked = parser.parse_args()
    if why := shim.why_not():
        print(why)
        return 1
    size = replace(attacks.ALL if asked.long else attacks.PART, only=asked.only)
    tallies = []
    print(f"{'attack':40} {'tried':>6} {'failed':>7} {'seconds':>8}")
    with attacks.stadium() as stadium:
        stadium.log = asked.log
        os.environ["XDG_RUNTIME_DIR"] = str(stadium.folder / "home" / "runtime")
        for name in asked.attack or attacks.ATTACKS:
            started = monotonic()
            tally = attacks.ATTACKS[name](stadium, size)
            tallies.append(tally)
            _put(tally, monotonic() - started)
        print(f"slowest opening: {stadium.judge.slowest:.2f} s, of {stadium.judge.opened} different files")
    if asked.json:
        told = [{"attack": t.name, "tried": t.count, "failures": t.failures, "control": t.is_control} for t in tallies]
        asked.json.write_text(json.dumps(told, indent=1, ensure_ascii=False), "utf-8")
    return int(not all(tally.is_well for tally in tallies))


def _range(words: str) -> range:
    first, last = words.split("-")
    return range(int(first) - 1, int(last))


def _put(tally: Tally, seconds: float) -> None:
    note = "" if not tally.is_control else " (as a control must)" if tally.is_well else " (the control sees nothing!)"
    print(f"{tally.name:40} {tally.count:6} {len(tally.failures):7} {seconds:8.1f}{note}", flush=True)
    for failure in tally.failures[: 0 if tally.is_control else SHOWN]:
        print(f"    {failure}")


if __name__ == "__main__":
    sys.exit(main())
