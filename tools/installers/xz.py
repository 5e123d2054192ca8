"""Compresses with all processors into one .xz stream that is the same on every machine.

Each block is compressed separately; then the index at the end of the stream is written again. Several streams in one
file would be simpler, but dpkg does not read them. A large portion, such as a file, has separate blocks, so that a
second archive with the same files can reuse them. Format: https://tukaani.org/xz/xz-file-format.txt
"""

import hashlib
import lzma
import os
import struct
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from typing import BinaryIO, TypeAlias

LEVEL = 2  # 6 takes twice the time and saves a sixteenth
BLOCK = 24 << 20  # bytes; several times the dictionary of the level
LARGE = 1 << 20  # bytes; a portion of this size is not mixed with others
_HEADER = 12  # bytes; the footer is as long

Packed: TypeAlias = dict[bytes, bytes]
"""Compressed blocks by the hash of their plain bytes."""


def compress(
    portions: Iterable[bytes],
    out: BinaryIO,
    *,
    packed: Packed | None = None,
    level: int = LEVEL,
    block: int = BLOCK,
) -> None:
    """Write an .xz file.

    Args:
        portions: The bytes to compress.
        out: Where to write.
        packed: Blocks compressed before at the same level; large ones are added.
        level: From 0, fast, to 9.
        block: Bytes that are compressed together.
    """
    head = lzma.compress(b"", preset=level)[:_HEADER]
    out.write(head)
    records = bytearray()
    count = 0
    for part, plain in _compressed(_blocks(portions, block), level, {} if packed is None else packed):
        body, unpadded = _block_of(part)
        out.write(body)
        records += _number(unpadded) + _number(plain)
        count += 1
    index = b"\0" + _number(count) + bytes(records)
    index += bytes(-len(index) % 4)
    index += struct.pack("<I", zlib.crc32(index))
    sizes = struct.pack("<I", len(index) // 4 - 1) + head[6:8]
    out.write(index + struct.pack("<I", zlib.crc32(sizes)) + sizes + b"YZ")


def _blocks(portions: Iterable[bytes], size: int) -> Iterator[bytes]:
    held = bytearray()
    for portion in portions:
        if len(portion) >= LARGE and held:
            yield bytes(held)
            held.clear()
        held += portion
        while len(held) >= size or (held and len(portion) >= LARGE):
            yield bytes(held[:size])
            del held[:size]
    if held:
        yield bytes(held)


def _compressed(blocks: Iterable[bytes], level: int, packed: Packed) -> Iterator[tuple[bytes, int]]:
    """Yield each block as a separate .xz file, with its uncompressed length; few blocks are in memory at a time."""
    threads = os.cpu_count() or 1
    running: deque[tuple[Future[bytes], int]] = deque()
    with ThreadPoolExecutor(threads) as pool:  # liblzma releases the interpreter's lock
        for block in chain(blocks, [None] * (threads + 1)):
            if block is not None:
                running.append((pool.submit(_one, block, level, packed), len(block)))
            if running and (block is None or len(running) > threads):
                future, plain = running.popleft()
                yield future.result(), plain


def _one(block: bytes, level: int, packed: Packed) -> bytes:
    key = hashlib.sha256(block).digest()
    found = packed.get(key)
    if found is None:
        found = lzma.compress(block, preset=level)
        if len(block) >= LARGE:
            packed[key] = found
    return found


def _block_of(file: bytes) -> tuple[bytes, int]:
    """Return the only block of an .xz file, and its length without padding, as stated in the file's index."""
    index = 4 * (struct.unpack("<I", file[-8:-4])[0] + 1)
    start = len(file) - _HEADER - index
    unpadded, shift, at = 0, 0, start + 2  # after the index's mark and its count, which is 1
    while True:
        unpadded |= (file[at] & 0x7F) << shift
        if file[at] < 0x80:
            return file[_HEADER:start], unpadded
        at, shift = at + 1, shift + 7


def _number(value: int) -> bytes:
    """Return a number in the format's encoding: seven bits a byte, the lowest first."""
    written = bytearray()
    while value >= 0x80:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*written, value])
