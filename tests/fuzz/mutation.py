"""Mutations of files: bytes, words, numbers, archive members, compressed parts. Seeded, so repeatable."""

import random
import re
import zipfile
import zlib
from contextlib import suppress
from io import BytesIO

WORDS = (
    *(b"", b"0", b"-1", b"1e999", b"9" * 30, b"9" * 5000, b"0.5", b"true", b"null", b"NaN", b"[]", b"{}", b'""'),
    *(b'"\\ud800"', b'"\\u0000"', b"[" * 200, b'{"a":' * 60, b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80"),
    *(b"\n", b"\r", b"\t", b"\x1b", b"<", b">", b"&#0;", b"&x;", b"<!DOCTYPE a [<!ENTITY x 'x'>]>", b"../", b"=1+1"),
    *(b'"x"', b"%s", b"|", b"*", b";", b",", "ß🎈\u0308\u2028".encode()),
)
_TOKEN = re.compile(rb'-?\d+(?:\.\d+)?|"[^"\\]*"|[A-Za-z_:]+|[^\w\s]')
_MOST = 1 << 16


class Spoiler:
    """A generator of mutated files."""

    def __init__(self, seeds: list[bytes], seed: int) -> None:
        self._seeds = seeds
        self._chance = random.Random(seed)

    def next(self) -> bytes:
        """Return a mutated file."""
        return self.spoilt(self._chance.choice(self._seeds))

    def spoilt(self, content: bytes) -> bytes:
        """Mutate the content of a compressed file, else its bytes."""
        if self._chance.random() < 0.8:
            with suppress(zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, EOFError):
                if content.startswith(b"PK"):
                    return self._archive(content)
                if content.startswith(b"\x78"):
                    return zlib.compress(self._plain(zlib.decompress(content)))
        return self._plain(content)

    def _plain(self, content: bytes) -> bytes:
        for _ in range(self._chance.choice((1, 1, 1, 2, 4, 8))):
            content = self._chance.choice((self._token, self._token, self._bytes, self._cut, self._again))(content)
        return content[:_MOST]

    def _archive(self, content: bytes) -> bytes:
        made = BytesIO()
        with zipfile.ZipFile(BytesIO(content)) as archive, zipfile.ZipFile(made, "w") as target:
            names = archive.namelist()
            chosen = self._chance.choice(names or [""])
            for name in names:
                member = archive.read(name)
                target.writestr(name, self._plain(member) if name == chosen else member)
        return made.getvalue()

    def _token(self, content: bytes) -> bytes:
        """Replace a word or number with an odd one or another one of the file."""
        found = list(_TOKEN.finditer(content))
        if not found:
            return self._bytes(content)
        one, other = self._chance.choice(found), self._chance.choice(found)
        word = self._chance.choice((*WORDS, other[0], other[0], other[0]))
        return content[: one.start()] + word + content[one.end() :]

    def _bytes(self, content: bytes) -> bytes:
        at = self._chance.randint(0, len(content))
        put = self._chance.choice((self._chance.randbytes(self._chance.randint(1, 4)), self._chance.choice(WORDS)))
        return content[:at] + put + content[at + self._chance.choice((0, len(put), 3)) :]

    def _cut(self, content: bytes) -> bytes:
        at, after = sorted(self._chance.choices(range(len(content) + 1), k=2))
        return content[:at] + (content[after:] if self._chance.random() < 0.5 else b"")

    def _again(self, content: bytes) -> bytes:
        """Copy a piece of the content to another place."""
        at, after = sorted(self._chance.choices(range(len(content) + 1), k=2))
        to = self._chance.randint(0, len(content))
        return content[:to] + content[at:after] + content[to:]
