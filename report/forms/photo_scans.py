"""How much a decoder has to do for a JPEG or PNG, told from its parts; pure.

A progressive JPEG repeats the whole picture in scans, and a scan of some bytes costs as much as a
full one. A camera writes one scan, a program some ten. A part beside the picture may be packed a
thousand times smaller than it is.
"""

from __future__ import annotations

import re
import struct

# Far more than any camera or program writes.
_MOST_SCANS, _MOST_PARTS = 50, 1_000
_PNG, _PNG_HEAD = b"\x89PNG\r\n\x1a\n", struct.Struct(">I4s")
_PNG_PICTURE, _PNG_END, _PNG_SUM = b"IDAT", b"IEND", 4
_START, _END = b"\xff\xd8", 0xD9
_SCAN = 0xDA
# A marker; filling bytes before it are FF too. Within a scan 00 and D0 to D7 belong to the data.
_MARKER = re.compile(rb"\xff([^\xff\x00])")
_AFTER_DATA = re.compile(rb"\xff([^\xff\x00\xd0-\xd7])")
_BARE = frozenset({0x01, 0xD8, *range(0xD0, 0xD8)})


def is_heavy(content: bytes) -> bool:
    """Whether a JPEG has very many scans, or a JPEG or PNG very many parts beside the picture,
    before its end. False for any other file."""
    if content.startswith(_PNG):
        return _png_is_heavy(content)
    if not content.startswith(_START):
        return False
    at, scans, parts, pattern = len(_START), 0, 0, _MARKER
    while found := pattern.search(content, at):
        marker, at, pattern = found[1][0], found.end(), _MARKER
        if marker == _END:
            return False
        parts += 1
        if marker == _SCAN:
            scans, pattern = scans + 1, _AFTER_DATA
        if scans > _MOST_SCANS or parts > _MOST_PARTS:
            return True
        if marker not in _BARE:
            at += max(2, int.from_bytes(content[at : at + 2]))
    return False


def _png_is_heavy(content: bytes) -> bool:
    at, parts = len(_PNG), 0
    while at + _PNG_HEAD.size <= len(content) and parts <= _MOST_PARTS:
        length, kind = _PNG_HEAD.unpack_from(content, at)
        if kind == _PNG_END:
            break
        parts += kind != _PNG_PICTURE
        at += _PNG_HEAD.size + length + _PNG_SUM
    return parts > _MOST_PARTS
