"""SVG to PNG in processes beside the server.

What draws holds Python's lock, some 0.1 s for a picture of the screen's size: in the server every
phone would wait for it. The processes have a low priority, take one picture after the other, and
end when nothing was asked for a while.

As a program (`python -m report.raster`) it reads pictures from stdin and writes them to stdout,
each preceded by its length in 4 bytes; a length of 0 says that a picture could not be drawn.
"""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from hashlib import blake2b

from report.pipe import give_way, is_large, receive, send, started, stop

_KEPT = 120
_WIDE = 1920
_IDLE_SECONDS = 20
_log = logging.getLogger(__name__)
Drawn = Future[bytes | None]


class Kept:
    """The latest pictures by what they were made of: a second export redraws only what changed."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[bytes, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, svg: str) -> bytes | None:
        """The picture; None when it is not kept."""
        with self._lock:
            key = self._key(svg)
            if key in self._pictures:
                self._pictures.move_to_end(key)
            return self._pictures.get(key)

    def put(self, svg: str, png: bytes) -> None:
        """Keep a picture; the oldest one goes."""
        with self._lock:
            self._pictures[self._key(svg)] = png
            if len(self._pictures) > _KEPT:
                self._pictures.popitem(last=False)

    @staticmethod
    def _key(svg: str) -> bytes:
        return blake2b(svg.encode("utf-8", "replace"), digest_size=16).digest()


class _Drawers:
    """The processes that draw. One that has nothing to do waits for the next picture, for starting
    one takes as long as drawing."""

    def __init__(self) -> None:
        self._waiting: list[subprocess.Popen[bytes]] = []
        self._lock = threading.Lock()
        self._idle: threading.Timer | None = None

    def draw(self, svg: str) -> bytes | None:
        """A picture, in one of them; once more in a fresh one when the one that was there has
        gone."""
        for process in (self._taken(), None):
            try:
                return self._drawn_by(process or started("report.raster"), svg)
            except (OSError, EOFError) as error:
                _log.warning("a process that draws has stopped: %s", error)
        return None

    def close(self) -> None:
        """End those that wait."""
        with self._lock:
            ending, self._waiting = self._waiting, []
        for process in ending:
            stop(process)

    def _taken(self) -> subprocess.Popen[bytes] | None:
        with self._lock:
            return self._waiting.pop() if self._waiting else None

    def _drawn_by(self, process: subprocess.Popen[bytes], svg: str) -> bytes | None:
        assert process.stdin is not None and process.stdout is not None
        try:
            send(process.stdin, svg.encode("utf-8", "replace"))
            png = receive(process.stdout)
        except (OSError, EOFError):
            stop(process)
            raise
        with self._lock:
            self._waiting.append(process)
            if self._idle is not None:
                self._idle.cancel()
            self._idle = threading.Timer(_IDLE_SECONDS, self.close)
            self._idle.daemon = True
            self._idle.start()
        return png or None


_kept = Kept()
drawers = _Drawers()
_pool = ThreadPoolExecutor(min(max(1, os.cpu_count() or 1), 4), "odv-raster")


def begin(svgs: Sequence[str]) -> Iterator[bytes | None]:
    """Begin to draw, and give each picture in order, as PNG, 1920 px wide; None for one that could
    not be drawn. Drawing goes on while somebody is busy with those that came before."""
    return _in_order(svgs, {svg: _pool.submit(drawn, svg) for svg in dict.fromkeys(svgs)})


def _in_order(svgs: Sequence[str], begun: Mapping[str, Drawn]) -> Iterator[bytes | None]:
    """The pictures that were begun; what nobody takes any more is not drawn."""
    try:
        for svg in svgs:
            yield begun[svg].result()
    finally:
        for one in begun.values():
            one.cancel()


def render(svgs: Sequence[str]) -> list[bytes | None]:
    """As `begin`, all at once."""
    return list(begin(svgs))


def drawn(svg: str) -> bytes | None:
    """One picture, kept or drawn now; None when it could not be drawn."""
    png = _kept.get(svg) or drawers.draw(svg)
    if png is not None:
        _kept.put(svg, png)
    return png


def main() -> None:
    """Draw what comes in until the other side closes, or until this process has grown large."""
    give_way()
    with contextlib.suppress(EOFError):
        while not is_large():
            send(sys.stdout.buffer, _png(receive(sys.stdin.buffer).decode()))


def _png(svg: str) -> bytes:
    """A picture; empty when it could not be drawn."""
    # Only this process loads what draws.
    from report.forms import engine, flat

    with contextlib.suppress(engine.NotTypeset):
        return flat.pngs([svg], _WIDE)[0]
    try:
        # resvg draws some pictures that Typst refuses.
        from exercises.kit.drawing.svg import png

        return png(svg, _WIDE)
    except Exception:
        logging.exception("a picture could not be drawn")
        return b""


if __name__ == "__main__":
    main()
