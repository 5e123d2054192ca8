"""The .xz writer: what it writes is one valid stream."""

import io
import lzma
import random
import shutil
import subprocess

import pytest

from tools.installers import xz


def compressed(content, *, block=xz.BLOCK, portion=1000):
    out = io.BytesIO()
    xz.compress((content[i : i + portion] for i in range(0, len(content), portion)), out, level=1, block=block)
    return out.getvalue()


@pytest.mark.parametrize("length", [0, 1, 4096, 4097, 70_001])
def test_compressed_bytes_come_back(length):
    content = random.Random(length).randbytes(length // 2) + b"a" * (length - length // 2)
    reader = lzma.LZMADecompressor()
    assert reader.decompress(compressed(content, block=4096)) == content
    assert reader.eof  # one stream: dpkg reads only the first
    assert reader.unused_data == b""


def test_bytes_do_not_depend_on_portions():
    content = random.Random(1).randbytes(50_000)
    assert compressed(content, block=4096, portion=7) == compressed(content, block=4096, portion=50_000)


@pytest.mark.skipif(not shutil.which("xz"), reason="xz is not installed")
def test_xz_itself_finds_every_block(tmp_path):
    file = tmp_path / "some.xz"
    file.write_bytes(compressed(random.Random(2).randbytes(100_000), block=4096))
    assert subprocess.run(["xz", "--test", file], check=False).returncode == 0
    told = subprocess.run(["xz", "--robot", "--list", file], capture_output=True, text=True, check=True).stdout
    assert "file\t1\t25\t" in told


def test_large_portions_are_compressed_once():
    file = random.Random(3).randbytes(xz.LARGE)
    packed: xz.Packed = {}
    for head in (b"one", b"another"):
        out = io.BytesIO()
        xz.compress([head, file, b"end"], out, packed=packed, level=0)
        assert lzma.decompress(out.getvalue()) == head + file + b"end"
    assert len(packed) == 1
