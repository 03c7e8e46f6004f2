"""SVG to PNG in processes beside the server.

resvg holds Python's lock while it draws, some 0.4 s for a picture of the screen's size: in the
server every phone would wait for it. The processes have a low priority and end when done.

As a program (`python -m report.raster`) it reads pictures from stdin and writes them to stdout,
each preceded by its length in 4 bytes; a length of 0 says that a picture could not be drawn.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b

from report.pipe import give_way, receive, send, started

_KEPT = 120
_log = logging.getLogger(__name__)


class _Kept:
    """The latest pictures by what they were made of: a second export redraws only what changed."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[bytes, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, svg: str) -> bytes | None:
        with self._lock:
            key = self._key(svg)
            if key in self._pictures:
                self._pictures.move_to_end(key)
            return self._pictures.get(key)

    def put(self, svg: str, png: bytes) -> None:
        with self._lock:
            self._pictures[self._key(svg)] = png
            if len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)

    @staticmethod
    def _key(svg: str) -> bytes:
        return blake2b(svg.encode(), digest_size=16).digest()


_kept = _Kept()


def render(svgs: Sequence[str]) -> list[bytes | None]:
    """Each picture as PNG, 1920 px wide; None for one that could not be drawn."""
    missing = [svg for svg in dict.fromkeys(svgs) if _kept.get(svg) is None]
    drawn = {svg: png for svg, png in zip(missing, _draw(missing), strict=True) if png}
    found = [drawn.get(svg) or _kept.get(svg) for svg in svgs]
    for svg, png in drawn.items():
        _kept.put(svg, png)
    return found


def _draw(svgs: Sequence[str]) -> list[bytes | None]:
    workers = min(len(svgs), max(1, os.cpu_count() or 1), 4)
    if not workers:
        return []
    shares = [svgs[start::workers] for start in range(workers)]
    with ThreadPoolExecutor(workers) as pool:
        results = list(pool.map(_draw_share, shares))
    drawn: list[bytes | None] = [None] * len(svgs)
    for start, result in enumerate(results):
        drawn[start::workers] = result
    return drawn


def _draw_share(svgs: Sequence[str]) -> list[bytes | None]:
    """Draw one after the other in one process; None from where the process fails."""
    drawn: list[bytes | None] = []
    try:
        with started("report.raster") as process:
            assert process.stdin is not None and process.stdout is not None
            for svg in svgs:
                send(process.stdin, svg.encode("utf-8", "replace"))
                drawn.append(receive(process.stdout) or None)
            process.stdin.close()
    except (OSError, EOFError) as error:
        _log.warning("drawing the pictures failed: %s", error)
    return drawn + [None] * (len(svgs) - len(drawn))


def main() -> None:
    """Draw what comes in until the other side closes."""
    from exercises.kit.drawing.svg import png

    give_way()
    while True:
        try:
            svg = receive(sys.stdin.buffer).decode()
        except EOFError:
            return
        try:
            drawn = png(svg)
        except Exception:
            logging.exception("a picture could not be drawn")
            drawn = b""
        send(sys.stdout.buffer, drawn)


if __name__ == "__main__":
    main()
