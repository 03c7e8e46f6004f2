"""The floor of the line and what stands on it: measures and plain data, shared by the modules that
place people.

All coordinates are px of the screen of 1920 x 1080, y downwards.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from exercises.kit.rules.first_names import ShorterName

Mode = Literal["figures", "tiles", "dots"]

LEFT, RIGHT = 80.0, 1840.0
FLOOR_TOP, FLOOR_END = 490.0, 1060.0
TAPE_TOP, TAPE_END = 728.0, 762.0
# Where at=0 and at=1 are: nobody stands beyond the last place of the tape.
LINE_FROM, LINE_TO = 150.0, 1770.0
MOVED = 0.02
# Where the first row stands; parts of a figure as a share of its box width: crown of the head to
# soles, and shadow below the soles.
FIRST_FOOT = 745.0
TALL, SHADOW = 193.5 / 140, 4.0 / 140


# Named tuples and not dataclasses: for a hall of three hundred these are made many times a second,
# and a frozen dataclass costs four times as much to make.
class LineStanding(NamedTuple):
    """Somebody's own place. `at`: 0 (left end) to 1 (right end). `label`: the name to print, None
    prints none; `shorter`: what may stand there instead where it has no room.

    `tile`: 1..12, None when the organisation is not shown. `pose`: "staat", "koffie", "zwaait" or
    "zij".
    """

    id: str
    at: float
    label: str | None = None
    tile: int | None = None
    pose: str = "staat"
    shorter: ShorterName = ShorterName()


class LineSpot(NamedTuple):
    """Where and how big somebody is drawn.

    Figures: (x, y) is the point between the soles, `size` the width of the figure's whole box (140
    in the sprite), `row` 0 on the tape, others in front of it or behind it. Tiles and dots: (x, y)
    is the centre, `size` the side, `row` the place in the stack. `label`: the name in as
    many lines as it takes, with a line feed between them, None in tiles and dots. Its box is
    `label_width` wide, has its centre on `label_x` (the figure's own x, except close to an end of
    the screen and where names stand beside the figures) and its top on `label_y` (0 in tiles and
    dots).
    """

    id: str
    at: float
    x: float
    y: float
    size: float
    row: int
    tile: int | None
    pose: str
    label: str | None = None
    label_x: float = 0.0
    label_y: float = 0.0
    label_width: float = 0.0


@dataclass(frozen=True)
class LineLayout:
    """Everybody's spot, from left to right. `label_size`: font size of the names."""

    mode: Mode
    spots: tuple[LineSpot, ...]
    label_size: int = 30

    def label_height(self, spot: LineSpot) -> int:
        """How high the box of somebody's name is."""
        return label_height(self.label_size, (spot.label or "").count("\n") + 1)


@dataclass(frozen=True)
class Trace:
    """Somebody's walk: from the old place x0 to x1, where they stand now, on a track with its
    middle at y.

    `size`: height of the track, at most 50. From FOOTPRINTS up there is room for footprints and for
    the sign in the dashed old place; below that it is a thin line.
    """

    id: str
    x0: float
    x1: float
    y: float
    size: float
    tile: int | None


FOOTPRINTS = 20.0


def label_pitch(size: int) -> int:
    """From one line of a name to the next, px, at a font size."""
    return size + 2


def label_height(size: int, lines: int) -> int:
    """How high the box of a name of so many lines is, px."""
    return size + 8 + (lines - 1) * label_pitch(size)


def true_x(at: float) -> float:
    """The x of a place on the line; what is outside 0..1 counts as the end it is beyond."""
    return round(LINE_FROM + min(max(at, 0.0), 1.0) * (LINE_TO - LINE_FROM), 2)
