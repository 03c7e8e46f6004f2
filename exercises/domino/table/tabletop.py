"""All that lies on the table: stones with their words, what they share, and threads. Pure.

Up to twelve stones lie in rows on one screen, as large as their words and threads let them. Beyond,
or where one screen is too small for all of it, they lie on a table that is larger.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from exercises.domino.table.faces import LEAST_TEXT, Faces, faces_of
from exercises.domino.table.grid import CELL, on_grid
from exercises.domino.table.routes import KNOB, Lattice
from exercises.domino.table.rows import fitting
from exercises.domino.table.shapes import Piece, Point, TableRect, around
from exercises.domino.table.slips import THREAD, Slip, SlipPlaces, along, at_edge
from exercises.domino.table.trail import Half, StoneTrail
from exercises.kit.drawing.lettering import clean

MOST_ON_SCREEN = 12
# Letters on a large table, of which a camera shows a part: no smaller than they can be read.
LEAST_ON_LARGE = 42
# Stones that do not fit in a size are tried in the next one that differs enough.
_SMALLER = 0.96
# Around a large table, for words and threads at its edge, as a share of half a stone.
_AROUND = 1.5
_NEAR, _BETWEEN, _STRAIGHT = 1.0, " · ", 2
# How far words may lie from a thread that has no room for them.
_REACHES = (5.0, 60.0, *(120.0 * step for step in range(1, 40)))
_FORCED = 12
Pair = tuple[str, str]


@dataclass(frozen=True)
class TableContent:
    """What lies: the trail, the words of each stone, and threads as (stone, stone, words)."""

    trail: StoneTrail
    words: Mapping[str, Mapping[Half, str]]
    threads: Sequence[tuple[str, str, str]] = ()

    @cached_property
    def place(self) -> dict[str, int]:
        """Each stone's number in the order of reading."""
        return {stone: at for at, stone in enumerate(self.trail.order)}

    def pair(self, one: str, two: str) -> Pair:
        """Two stones, the one that is read first, first."""
        return (one, two) if self.place[one] < self.place[two] else (two, one)

    @cached_property
    def ties(self) -> dict[Pair, str]:
        """All that two stones share, in words."""
        found: dict[Pair, list[str]] = {}
        joints = (*self.trail.joints.values(), *self.trail.loosened)
        shared = [(one.stone, one.against, one.shared) for one in joints]
        for one, two, text in (*shared, *self.threads):
            if one != two and one in self.place and two in self.place:
                said = found.setdefault(self.pair(one, two), [])
                said += [clean(text)] if clean(text) not in ("", *said) else []
        return {pair: _BETWEEN.join(said) for pair, said in sorted(found.items())}


@dataclass(frozen=True)
class Tie:
    """What two stones share: its words, at their joint or with a thread; then `path` holds the
    corners of its way.
    """

    pair: Pair
    slip: Slip | None
    path: tuple[Point, ...] = ()

    @property
    def knobs(self) -> list[TableRect]:
        """What the ends of its thread cover."""
        ends = (self.path[0], self.path[-1]) if self.path else ()
        return [TableRect(x, y, 0.0, 0.0).grown(KNOB) for x, y in ends]

    @property
    def covers(self) -> list[TableRect]:
        """All it covers."""
        corners = pairwise(TableRect(x, y, 0.0, 0.0) for x, y in self.path)
        thread = [around(two).grown(THREAD / 2) for two in corners]
        return [*([self.slip.rect] if self.slip else []), *self.knobs, *thread]


@dataclass(frozen=True)
class Tabletop:
    """The table in px. `joints`: which stones touch as they are drawn, and with which half; `ties`:
    what is shared there, and threads. `least`: the smallest letters on stones.
    """

    content: TableContent
    pieces: Mapping[str, Piece]
    joints: Mapping[Pair, Half]
    least: int = LEAST_TEXT
    ties: tuple[Tie, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether it is all on one screen."""
        return self.least == LEAST_TEXT

    def faces(self, stone: str) -> Faces:
        """The two halves of a stone, seen from the corner of its squares."""
        return faces_of(self.pieces[stone], self.content.words[stone], self.least)

    def ties_of(self, stone: str) -> list[Tie]:
        """What one stone shares with others."""
        return [one for one in self.ties if stone in one.pair]

    @cached_property
    def extent(self) -> TableRect:
        """What all stones cover together; at least one."""
        return around(one.squares for one in self.pieces.values())


@dataclass(frozen=True)
class Canvas:
    """What a picture of the table may use, px: `rooms` for stones, of which the one is taken where
    they are largest; `window` for words and threads; and what is `shut` in it.
    """

    window: TableRect
    rooms: tuple[TableRect, ...] = ()
    shut: tuple[TableRect, ...] = ()


def on_screen(content: TableContent, screen: Canvas) -> Tabletop | None:
    """All stones on one screen; None where they, or what ties them, cannot all be read there."""
    if len(content.trail.stones) > MOST_ON_SCREEN:
        return None
    tries = (_dressed(content, laid, screen) for laid in _tries(content.trail, screen))
    return next((made for made in tries if made), None)


def on_large_table(content: TableContent, only: str | None = None) -> Tabletop:
    """All stones on a table that may be larger than the screen; at least one. `only`: without the
    words and threads between other stones than this one, for these are not looked at now.
    """
    pieces = {one.id: one for one in on_grid(content.trail)}
    bare = Tabletop(content, pieces, _touching(content, pieces), LEAST_ON_LARGE)
    dressing = _Dressing(bare, Canvas(bare.extent.grown(_AROUND * CELL)))
    ties = [pair for pair in content.ties if only is None or only in pair]
    joints = dressing.joints(ties)
    # Words without a place at their joint go on a thread around it.
    apart = (pair for pair in ties if pair not in bare.joints or content.ties[pair])
    threads = dressing.threads([pair for pair in apart if pair not in joints])
    return replace(bare, ties=(*joints.values(), *threads))


def _tries(trail: StoneTrail, screen: Canvas) -> Iterator[tuple[Piece, ...]]:
    """Ways to lay the trail on the screen, the largest first, those with upright stones before."""
    for upright in (True, False):
        rooms = (fitting(trail, room, upright=upright) for room in screen.rooms)
        last = 0.0
        for laid in sorted((one for room in rooms for one in room), key=lambda one: -one[0].cell):
            if not last or laid[0].cell <= last * _SMALLER:
                last = laid[0].cell
                yield laid


def _dressed(content: TableContent, laid: Sequence[Piece], screen: Canvas) -> Tabletop | None:
    """The stones with all that is between them; None where something finds no place."""
    pieces = {one.id: one for one in laid}
    bare = Tabletop(content, pieces, _touching(content, pieces))
    if not all(bare.faces(one).legible or _hopeless(content.words[one]) for one in pieces):
        return None
    dressing = _Dressing(bare, screen)
    joints = dressing.joints(content.ties)
    apart = [pair for pair in content.ties if pair not in bare.joints]
    if any(text and pair not in (*joints, *apart) for pair, text in content.ties.items()):
        return None
    threads = tuple(dressing.threads(apart))
    complete = len(threads) == len(apart)
    return replace(bare, ties=(*joints.values(), *threads)) if complete else None


def _hopeless(words: Mapping[Half, str]) -> bool:
    """Whether these words are too long to be legible even on the stones of a large table."""
    return not faces_of(Piece("", 0.0, 0.0, CELL, 0, "top"), words, LEAST_ON_LARGE).legible


def _touching(content: TableContent, pieces: Mapping[str, Piece]) -> dict[Pair, Half]:
    """Which stones lie against each other as they are drawn, and with which halves."""
    found: dict[Pair, Half] = {}
    for joint in content.trail.joints.values():
        one, two = (pieces[stone].square(joint.half) for stone in (joint.stone, joint.against))
        if one.meets(two, _NEAR) and not one.meets(two, -_NEAR):
            found[content.pair(joint.stone, joint.against)] = joint.half
    return found


@dataclass
class _Dressing:
    """Places slips with words, and routes threads, between stones whose places are known."""

    table: Tabletop
    screen: Canvas

    def __post_init__(self) -> None:
        first = next(iter(self.table.pieces.values()))
        stones = [one.rect for one in self.table.pieces.values()]
        window, corner = self.screen.window, (first.squares.x, first.squares.y)
        self.places = SlipPlaces(window, first.cell, self.table.least, [*self.screen.shut, *stones])
        self.lattice = Lattice(window, first.cell, corner)
        for rect in self.places.taken:
            self.lattice.shut(rect)

    def joints(self, ties: Iterable[Pair]) -> dict[Pair, Tie]:
        """The words at each joint that find a place there; at a turn first, where room is least."""
        found, pieces = {}, self.table.pieces
        pairs = [pair for pair in ties if pair in self.table.joints]
        for pair in sorted(pairs, key=lambda pair: all(pieces[one].flat for one in pair)):
            text = self.table.content.ties[pair]
            squares = (pieces[one].square(self.table.joints[pair]) for one in pair)
            slip = self.places.beside([at_edge(*squares)], text) if text else None
            if slip:
                found[pair] = Tie(pair, slip)
                self.lattice.shut(slip.rect, paper=True)
        return found

    def threads(self, pairs: Sequence[Pair]) -> Iterator[Tie]:
        """A thread with its words between each two stones, the nearest two first. On one screen no
        more are looked for when one finds no place.
        """
        for pair in sorted(pairs, key=self._length):
            tie = self._thread(pair)
            if tie is None and self.table.whole:
                return
            tie = tie or self._forced(pair)
            if tie is None:
                continue
            self.lattice.run()
            self.places.taken += tie.covers
            if tie.slip:
                self.lattice.shut(tie.slip.rect, paper=True)
            yield tie

    def _length(self, pair: Pair) -> float:
        (x1, y1), (x2, y2) = (self.table.pieces[one].squares.middle for one in pair)
        return abs(x1 - x2) + abs(y1 - y2)

    def _thread(self, pair: Pair) -> Tie | None:
        """The first way on which the words have a place: on it, beside it, or, between two stones
        that nearly touch, as at a joint.
        """
        one, two = (self.table.pieces[stone] for stone in pair)
        text, places = self.table.content.ties[pair], self.places
        for path in self.lattice.ways(one, two):
            bare = Tie(pair, None, path)
            if not text:
                return bare
            anchors = list(along(path))
            if len(path) == _STRAIGHT:
                anchors.append(replace(anchors[0], reach=one.cell / 2))
            slip = places.on(path, text, bare.knobs) or places.beside(anchors, text, bare.covers)
            slip = slip or places.on(path, text)
            if slip:
                return replace(bare, slip=slip)
        return None

    def _forced(self, pair: Pair) -> Tie | None:
        """On a large table: under slips where there is no other way, with the words farther off."""
        self.lattice.open_papers()
        path = next(self.lattice.ways(*(self.table.pieces[stone] for stone in pair)), None)
        if path is None:
            return None
        places = list(along(path))[:_FORCED]
        anchors = [replace(one, reach=reach) for reach in _REACHES for one in places]
        text = self.table.content.ties[pair]
        return Tie(pair, self.places.beside(anchors, text) if text else None, path)
