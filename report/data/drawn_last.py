"""The pictures of a download as PNG: their drawing begins as soon as they are known, and they are
sent last, so that nothing that needs no drawing waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from report import raster
from state.language import _


@dataclass(frozen=True)
class _BeingDrawn:
    folder: str
    names: tuple[str, ...]
    pngs: Iterator[bytes | None]
    troubles: list[str]


class DrawnLast:
    """The pictures of which drawing was begun, in the order in which they will be sent."""

    def __init__(self) -> None:
        self._begun: list[_BeingDrawn] = []

    def begin(
        self, pictures: Sequence[tuple[str, str]], troubles: list[str], folder: str = ""
    ) -> None:
        """Begin to draw pictures (name without ending, and SVG) that are sent together. `troubles`
        is told in words which of them could not be drawn; `folder`: where in the ZIP they go,
        ending in a slash."""
        pngs = raster.begin([svg for _name, svg in pictures])
        names = tuple(name for name, _svg in pictures)
        self._begun.append(_BeingDrawn(folder, names, pngs, troubles))

    def files(self, told: Callable[[int], None]) -> Iterator[tuple[str, bytes]]:
        """Name in the ZIP and content of each that could be drawn. `told` hears of how many times
        that `begin` was called the pictures are there."""
        for done, one in enumerate(self._begun, start=1):
            for name, png in zip(one.names, one.pngs, strict=True):
                if png is not None:
                    yield f"{one.folder}{name}.png", png
                else:
                    one.troubles.append(_("{name}.png kon niet getekend worden.").format(name=name))
            told(done)
