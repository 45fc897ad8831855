"""Names inside an OLE compound file (.doc, .xls, encrypted .docx): its directory, read without unpacking anything."""

import struct
from collections.abc import Iterator

SIGNATURE = bytes.fromhex("D0CF11E0A1B11AE1")
_END = 0xFFFFFFFA  # sector numbers from here on are marks, not sectors
_MOST_SECTORS = 1000  # where a chain that runs in a circle ends


def names_inside(content: bytes) -> set[str]:
    """Names of the storages and streams, empty when the directory cannot be followed. Never reads past ``content``."""
    if not content.startswith(SIGNATURE) or len(content) < 512:
        return set()
    shift = struct.unpack_from("<H", content, 30)[0]
    if shift not in (9, 12):
        return set()
    size = 1 << shift
    table = _allocation_table(content, size)
    return {name for sector in _chain(content, size, table) for name in _entries(sector)}


def _sector(content: bytes, size: int, number: int) -> bytes:
    return content[(number + 1) * size : (number + 2) * size]


def _allocation_table(content: bytes, size: int) -> list[int]:
    """Which sector follows which. The first 109 allocation sectors stand in the header, the others in a chain."""
    places = list(struct.unpack_from("<109I", content, 76))
    more = struct.unpack_from("<I", content, 68)[0]
    for _turn in range(_MOST_SECTORS):
        listed = _numbers(_sector(content, size, more)) if more < _END else []
        if not listed:
            break
        places += listed[:-1]
        more = listed[-1]
    return [number for place in places if place < _END for number in _numbers(_sector(content, size, place))]


def _numbers(sector: bytes) -> list[int]:
    return [number for (number,) in struct.iter_unpack("<I", sector[: len(sector) // 4 * 4])]


def _chain(content: bytes, size: int, table: list[int]) -> Iterator[bytes]:
    number = struct.unpack_from("<I", content, 48)[0]
    for _turn in range(_MOST_SECTORS):
        if number >= _END:
            return
        yield _sector(content, size, number)
        if number >= len(table):
            return
        number = table[number]


def _entries(sector: bytes) -> Iterator[str]:
    for start in range(0, len(sector) - 127, 128):
        length = struct.unpack_from("<H", sector, start + 64)[0]
        if 2 <= length <= 64:
            yield sector[start : start + length - 2].decode("utf-16-le", errors="replace")
