"""What a picture of the table is made of: the window, and what lies in it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from exercises.domino.faces import Placed
from exercises.domino.slips import Box, Slip

# Half a stone, when there are few.
WIDEST, HIGHEST = 360.0, 250.0


@dataclass(frozen=True)
class Window:
    """The part of the stage that the table may fill, px."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Strand:
    """A thread: from one point to another, with its words when they have a place; else a number
    of the legend (0: none) at a point on the thread.
    """

    id: str
    points: tuple[float, float, float, float, float, float]
    slip: Slip | None
    text: str = ""
    number: int = 0
    at: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Knot:
    """A joint: its middle, and the words that are shared there when they have a place; else the
    number of those words in the legend (0: none).
    """

    id: str
    x: float
    y: float
    slip: Slip | None
    text: str = ""
    number: int = 0


@dataclass(frozen=True)
class Entry:
    """A line of the legend: the middle of its number, and where its words begin."""

    number: int
    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Layout:
    """All that lies on the table. `square`: the smallest width and height of half a stone in px.

    `cut`: whose words do not stand there whole. `paper`: the box of the legend, None without one;
    `card`: the box that was kept free, None when none was asked for or there was no room.
    """

    stones: tuple[Placed, ...]
    knots: tuple[Knot, ...]
    strands: tuple[Strand, ...]
    square: tuple[float, float]
    legible: bool
    cut: frozenset[str] = frozenset()
    legend: tuple[Entry, ...] = ()
    paper: Box | None = None
    card: Box | None = None


EMPTY = Layout((), (), (), (WIDEST, HIGHEST), True)


@dataclass(frozen=True)
class Wish:
    """What a picture of the table asks. `legend`: words without a place may stand below the
    stones. `cut`: words may be cut. `words`: without it stones show only signs. `cards`: a
    free box of one of these sizes. `shut`: where nothing may lie.
    """

    legend: bool = True
    cut: bool = True
    words: bool = True
    cards: tuple[tuple[float, float], ...] = ()
    shut: Box | None = None
