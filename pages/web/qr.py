"""QR codes as one SVG path, to be drawn by the browser in our own ink."""

from __future__ import annotations

from functools import lru_cache

import qrcode
from qrcode.constants import ERROR_CORRECT_M

from exercises.contract import Json


@lru_cache(maxsize=64)
def qr(text: str) -> Json:
    """The modules of a QR as `{"path": "M0 0h7v1h-7z...", "count": modules a side}`.

    The drawing leaves out the quiet zone: whoever draws it keeps four modules free around.
    """
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    matrix = code.get_matrix()
    rows = (_runs(row, y) for y, row in enumerate(matrix))
    return {"path": "".join(part for row in rows for part in row), "count": len(matrix)}


def wifi_text(name: str, password: str) -> str:
    """What a phone's camera understands as 'join this Wi-Fi'."""
    kind = "WPA" if password else "nopass"
    return f"WIFI:T:{kind};S:{_escaped(name)};P:{_escaped(password)};;"


def _escaped(text: str) -> str:
    return "".join(f"\\{character}" if character in '\\;,:"' else character for character in text)


def _runs(row: list[bool], y: int) -> list[str]:
    parts, start = [], None
    for x, dark in enumerate([*row, False]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            parts.append(f"M{start} {y}h{x - start}v1h-{x - start}z")
            start = None
    return parts
