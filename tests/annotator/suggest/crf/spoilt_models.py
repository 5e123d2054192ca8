"""Opens and uses CRFsuite models with changed bytes: ``spoilt_models.py MODEL SEED COUNT [--trusting]``.

It runs in its own process, because an unchecked model may crash it. It prints how many models were refused, and how
many were used.
"""

import random
import struct
import sys
from contextlib import closing
from pathlib import Path

import pycrfsuite

from annotator.suggest.crf import crfsuite

HEADER = 48
FIELDS = range(0, HEADER, 4)
VALUES = (0, 1, 47, 48, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)


def spoilt(model, chance, count):
    """Yield models: each field of the header with each value, then changed bytes, numbers and pieces of the body."""
    for field in FIELDS:
        for value in (*VALUES, len(model), len(model) - 1):
            yield model[:field] + struct.pack("<I", value) + model[field + 4 :]
    for number in range(count):
        changed = bytearray(model)
        for _ in range(chance.choice((1, 1, 1, 3, 30))):
            place = chance.randrange(HEADER, len(model) - 4) & ~3
            how = (number + chance.randrange(2)) % 4
            if how == 0:
                changed[place + chance.randrange(4)] = chance.randrange(256)
            elif how == 1:
                changed[place : place + 4] = struct.pack("<I", chance.choice((*VALUES, chance.randrange(1 << 32))))
            elif how == 2:
                (value,) = struct.unpack_from("<I", changed, place)
                changed[place : place + 4] = struct.pack("<I", (value + chance.choice((-8, -1, 1, 8))) % (1 << 32))
            else:
                size = chance.randrange(1, 200)
                changed[place : place + size] = bytes([chance.choice((0, 255))]) * len(changed[place : place + size])
        if number % 10 == 0:
            del changed[chance.randrange(HEADER, len(changed)) :]
        changed[4:8] = struct.pack("<I", len(changed))
        yield bytes(changed)


def use(model, tagger, words):
    """Use a model in all the ways that the program does."""
    labels = tagger.labels()
    for some in words:
        tagger.tag(some)
        for place in range(len(some)):
            for label in labels:
                tagger.marginal(label, place)
    with closing(tagger):
        del model


def trusting(model):
    made = pycrfsuite.Tagger()
    made.open_inmemory(model)
    return made


def main(path, seed, count, *options):
    model, chance = Path(path).read_bytes(), random.Random(int(seed))
    words = [[[f"{kind}={chance.randrange(40)}" for kind in "abw"] for _ in range(6)] for _ in range(4)]
    refused = used = 0
    for number, one in enumerate(spoilt(model, chance, int(count))):
        print(number, file=sys.stderr, flush=True)
        try:
            tagger = trusting(one) if options else crfsuite.tagger(one)
        except ValueError:
            refused += 1
            continue
        try:
            use(one, tagger, words)
        except (ValueError, RuntimeError):  # reported by CRFsuite itself
            refused += 1
        else:
            used += 1
    print(refused, used)


if __name__ == "__main__":
    main(*sys.argv[1:])
