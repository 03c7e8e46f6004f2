"""The table in px: where each stone is drawn and with which lines of text. Pure.

All stones always fit in the window. As the trail grows all of it gets smaller together; when the
letters would be too small to read from the last row, stones show only their signs. Words that are
shared lie beside their joint where they fit whole; else the joint has a number, and the words lie
with that number in the nearest free place, or in the legend below the stones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot

from exercises.domino.drawn import EMPTY, HIGHEST, WIDEST, Knot, Layout, Strand, Window, Wish
from exercises.domino.faces import (
    BESIDE_NUMBER,
    BORDER,
    GAP,
    INSET,
    LIFT,
    SIGN,
    SIZES,
    SMALLEST_TEXT,
    Placed,
    written,
)
from exercises.domino.growth import grown
from exercises.domino.legend import NUMBER_SIDE, Tie, legend_height, unplaced, with_legend
from exercises.domino.model import DominoView
from exercises.domino.raster import Need, Raster, Room, even, fitting
from exercises.domino.slips import Box, Slips
from exercises.domino.spots import HALVES, Half, Square
from exercises.domino.walk import all_threads, joint_of
from exercises.kit.drawing.lettering import clean

# Room above and below the stones for words beside the outer ones, while letters are this large.
_RIM, _RIM_TEXT = 56.0, 34
# Words wider than this (shares of the font size) may be broken: first only the longest.
_UNBROKEN, _BROKEN = (8.3, 5.2), (5.2, 4.2)
# Where not all words fit, the longest may be cut: at most this share of the halves.
_CUTS = (0.1, 0.2, 0.35, 0.5)
# Of so many stones words may be cut, in squares this large: else there are only signs.
_CUT_STONES = 0.6
# There columns and rows with no half, one, or more: what is left of a whole square.
_SHARES = (0.4, 0.7, 1.0)
_READABLE = (138.0, 92.0)
_MARK, _SMALLEST_MARK = 56.0, 22.0
# Squares this small have no room for a number on their edge.
_NUMBERED = (84.0, 50.0)
_ROUNDS = 3
_CARD_AIR = 20.0


def arrange(view: DominoView, window: Window, wish: Wish | None = None) -> Layout:
    """Draw the lying stones of a view as large as they fit in the window."""
    if not view.lying:
        return EMPTY
    wish = wish or Wish()
    with_signs = replace(wish, words=False)
    made = readable(view, window, wish) or _drawn(view, window, with_signs)
    assert made is not None, "signs always fit"
    return made


def readable(view: DominoView, window: Window, wish: Wish) -> Layout | None:
    """As `arrange`, for a table with stones; None when it shows too few words on them."""
    drawn = _drawn(view, window, wish) if wish.words else None
    return None if drawn is None or _is_scrappy(drawn) else drawn


def _is_scrappy(drawn: Layout) -> bool:
    """Whether half words are everywhere: those tell less than signs, with what is shared between
    them whole."""
    return len(drawn.cut) > _CUT_STONES * len(drawn.stones)


def _drawn(view: DominoView, window: Window, wish: Wish) -> Layout | None:
    """As wished; None when words are wished and the stones are too small for any."""
    strip, beside = 0.0, frozenset[_Edge]()
    for _round in range(_ROUNDS):
        raster, sizes = _raster(view, replace(window, height=window.height - strip), beside, wish)
        if wish.words and not sizes:
            if not strip:
                return None
            # Words on the stones come before words between them.
            strip, wish = 0.0, replace(wish, legend=False)
            continue
        ground = _Ground(window, raster, sizes, beside, strip)
        drawn = _arranged(view, ground, wish)
        if _is_scrappy(drawn):
            return drawn
        texts = unplaced(drawn)
        needed = legend_height(texts, window) if wish.legend and not ground.small else 0.0
        numbered = frozenset(_edges(view, drawn, texts if needed else []))
        if needed <= strip and numbered <= beside:
            break
        strip, beside = max(strip, needed), beside | numbered
    return with_legend(drawn, window, strip) if strip else drawn


_Edge = tuple[str, Half]


def _edges(view: DominoView, drawn: Layout, texts: list[str]) -> Iterator[_Edge]:
    """The halves with a number on their edge."""
    for one in drawn.knots:
        joint = joint_of(view, one.id)
        if joint and (one.number or one.text in texts):
            yield one.id, joint.half
            yield joint.against, joint.half


def _raster(
    view: DominoView, window: Window, beside: frozenset[_Edge], wish: Wish
) -> tuple[Raster, tuple[int, ...]]:
    """The squares, and the sizes of letters on the stones, the largest first; none: signs only."""
    needs = _needs(view, beside)
    squares = tuple(one.square for one in needs)
    room = Room(window.left, window.top, window.width, window.height, WIDEST, HIGHEST)
    if not wish.words:
        return even(squares, room), ()
    large = tuple(size for size in SIZES if size >= _RIM_TEXT)
    airy = replace(room, top=room.top + _RIM, height=room.height - 2 * _RIM)
    for where, sizes, unbroken in ((airy, large, _UNBROKEN), (room, SIZES, _UNBROKEN + _BROKEN)):
        found = fitting(needs, where, sizes, unbroken)
        if found:
            return found[0], tuple(size for size in SIZES if size <= found[1])
    for share in _CUTS if wish.cut else ():
        found = fitting(needs, room, (SMALLEST_TEXT,), _BROKEN, cut=share, never=view.word or "")
        if found:
            return found[0], (SMALLEST_TEXT,)
    nearly = even(squares, room, _SHARES)
    wide, high = nearly.most
    if wish.cut and wide >= _READABLE[0] and high >= _READABLE[1]:
        return nearly, (SMALLEST_TEXT,)
    return even(squares, room), ()


def _needs(view: DominoView, beside: frozenset[_Edge]) -> tuple[Need, ...]:
    """What each half that lies asks of its square."""
    found = []
    for person, stone in view.lying.items():
        spot = view.table.spots[person]
        for half in HALVES:
            inset = BESIDE_NUMBER if (person, half) in beside else INSET
            # To its own other half it loses half a border, to the world a gap and a border.
            narrow, wide = GAP + 1.5 * BORDER + 1, 2 * (GAP + BORDER) + 1
            across, down = (narrow, wide) if spot.flat else (wide, narrow)
            found.append(
                Need(
                    person, spot.square(half), stone.text(half), SIGN,
                    across + 2 * inset, down + 2 * (inset - LIFT),
                )
            )  # fmt: skip
    return tuple(found)


@dataclass(frozen=True)
class _Ground:
    """What stones are drawn on: the squares, the sizes of letters (none: signs only), halves that
    have a number on their edge, and how much below is for the legend.
    """

    window: Window
    raster: Raster
    sizes: tuple[int, ...]
    beside: frozenset[_Edge]
    strip: float

    @property
    def small(self) -> bool:
        """Whether a number on the edge of a stone would cover its signs."""
        wide, high = self.raster.least
        return not self.sizes and (wide < _NUMBERED[0] or high < _NUMBERED[1])

    @property
    def box(self) -> Box:
        window = self.window
        return Box(window.left, window.top, window.width, window.height - self.strip)


def _arranged(view: DominoView, ground: _Ground, wish: Wish) -> Layout:
    """Stones with their words, then what finds a place beside them: the card, slips of joints and
    of threads.
    """
    stones = tuple(_placed(view, person, ground) for person in view.lying)
    cut = frozenset[str]()
    if ground.sizes:
        stones, cut = _lettered(view, _grown(view, stones, ground), ground)
    slips = Slips(ground.box)
    for stone in stones:
        slips.stone(stone.box)
        slips.block(stone.tile)
    if wish.shut:
        slips.block(wish.shut)
    card = slips.corner(wish.cards, _CARD_AIR) if wish.cards else None
    if card:
        slips.block(card)
    knots = _knots(view, ground, slips)
    strands = tuple(_strands(view, stones, slips, ground))
    knots, strands = _far(ground, slips, knots, strands)
    wide, high = ground.raster.least
    return Layout(
        stones, knots, strands, (round(wide, 1), round(high, 1)), bool(ground.sizes),
        cut, card=card,
    )  # fmt: skip


def _lettered(
    view: DominoView, stones: tuple[Placed, ...], ground: _Ground
) -> tuple[tuple[Placed, ...], frozenset[str]]:
    """The stones with their words, and who has words that are cut."""
    edges = [_box_at(*_edge(ground.raster, *pair)[:2]) for pair, _person in _joints(view)]
    lying = view.lying
    made = tuple(
        written(
            one, lying[one.id], ground.sizes,
            [*edges, *(other.box for other in stones if other is not one)],
        )
        for one in stones
    )  # fmt: skip
    return made, frozenset(one.id for one in made if _is_cut(one, lying[one.id].text))


def _box_at(x: float, y: float) -> Box:
    """Where a number may lie."""
    return Box(x - NUMBER_SIDE / 2, y - NUMBER_SIDE / 2, NUMBER_SIDE, NUMBER_SIDE)


def _joints(view: DominoView) -> Iterator[tuple[tuple[Square, Square], str]]:
    """The two squares of each joint, and whose it is."""
    spots = view.table.spots
    for person in view.lying:
        joint = joint_of(view, person)
        if joint:
            one = spots[person].square(joint.half)
            two = spots[joint.against].square(joint.half)
            yield (min(one, two), max(one, two)), person


def _grown(view: DominoView, stones: tuple[Placed, ...], ground: _Ground) -> tuple[Placed, ...]:
    texts = {
        person: {half: stone.text(half) for half in HALVES} for person, stone in view.lying.items()
    }
    joined = {frozenset(pair) for pair in view.table.joints.items()}
    return grown(stones, texts, joined, ground.box, ground.sizes[-1], view.word or "")


def _is_cut(one: Placed, text: Callable[[Half], str]) -> bool:
    return any(
        block.lines[-1].endswith("…") and not text(half).endswith("…")
        for half, block in (one.words or {}).items()
    )


def _far(
    ground: _Ground, slips: Slips, knots: tuple[Knot, ...], strands: tuple[Strand, ...]
) -> tuple[tuple[Knot, ...], tuple[Strand, ...]]:
    """What found no place beside its joint or on its thread gets a number, and lies near. The same
    words are not said twice.
    """
    if ground.small:
        return knots, strands
    places = _free_places(ground, slips)
    said: dict[str, int] = {}

    def numbered(one: Tie, at: tuple[float, float]) -> Tie:
        if one.slip or not one.text:
            return one
        if one.text in said:
            return replace(one, number=said[one.text])
        slip = slips.near(one.text, len(said) + 1, at, places)
        if slip is None:
            return one
        said[one.text] = len(said) + 1
        return replace(one, slip=slip, number=slip.number)

    return (
        tuple(numbered(one, (one.x, one.y)) for one in knots),
        tuple(numbered(one, one.at) for one in strands),
    )


def _free_places(ground: _Ground, slips: Slips) -> list[tuple[float, float]]:
    """Middles of free squares, and of what lies between two of them."""
    raster = ground.raster
    across = [x + wide / 2 for x, wide in raster.columns.values()]
    down = [y + high / 2 for y, high in raster.rows.values()]
    xs = sorted({*across, *((one + two) / 2 for one, two in pairwise(across))})
    ys = sorted({*down, *((one + two) / 2 for one, two in pairwise(down))})
    return [(x, y) for x in xs for y in ys if slips.is_free(x, y)]


def _placed(view: DominoView, person: str, ground: _Ground) -> Placed:
    """A stone without words: its tile lies in its middle, where no sign is."""
    spot, raster = view.table.spots[person], ground.raster
    one, two = sorted(spot.squares)
    (left, wide), (top, high) = raster.columns[one[0]], raster.rows[one[1]]
    end_x, end_y = raster.columns[two[0]], raster.rows[two[1]]
    right, bottom = end_x[0] + end_x[1], end_y[0] + end_y[1]
    box = Box(left + GAP, top + GAP, right - left - 2 * GAP, bottom - top - 2 * GAP).rounded()
    split = round((wide if spot.flat else high) - GAP, 1)
    side = round(max(_SMALLEST_MARK, min(_MARK, raster.least[1] * 0.36)), 1)
    x, y = (split, box.height / 2) if spot.flat else (box.width / 2, split)
    mark = (round(box.x + x, 1), round(box.y + y, 1), side)
    inset = {half: BESIDE_NUMBER if (person, half) in ground.beside else INSET for half in HALVES}
    return Placed(person, box, spot.turn, split, None, mark, inset)


def _knots(view: DominoView, ground: _Ground, slips: Slips) -> tuple[Knot, ...]:
    found = []
    for (one, two), person in _joints(view):
        shared = clean(view.lying[person].lay.shared)
        x, y, across = _edge(ground.raster, one, two)
        slip = None
        if shared and not ground.small:
            slip = slips.at_joint(shared, (x, y), ground.raster.size(one), across=across)
        found.append(Knot(person, round(x, 1), round(y, 1), slip, shared))
    return tuple(found)


def _edge(raster: Raster, one: Square, two: Square) -> tuple[float, float, bool]:
    """The middle of the edge between two squares, and whether they lie side by side."""
    x, y = raster.middle(one)
    if one[1] == two[1]:
        return raster.columns[two[0]][0], y, True
    return x, raster.rows[two[1]][0], False


def _strands(
    view: DominoView, stones: tuple[Placed, ...], slips: Slips, ground: _Ground
) -> Iterator[Strand]:
    middle = {
        one.id: (one.box.x + one.box.width / 2, one.box.y + one.box.height / 2) for one in stones
    }
    for number, thread in enumerate(all_threads(view)):
        points = _bow(*middle[thread.source], *middle[thread.target], ground.raster.least[1])
        slip = None if ground.small else slips.on_thread(thread.text, points)
        at = None if slip or ground.small else slips.dot(points, NUMBER_SIDE)
        yield Strand(
            f"{number}", points, slip, clean(thread.text) if at else "", at=at or (0.0, 0.0)
        )


def _bow(
    x1: float, y1: float, x2: float, y2: float, high: float
) -> tuple[float, float, float, float, float, float]:
    """Two ends with the point between that bends the thread: a straight one would hide."""
    long = hypot(x2 - x1, y2 - y1)
    bend = max(0.16, 1.7 * high / long)
    x, y = (x1 + x2) / 2 - (y2 - y1) * bend, (y1 + y2) / 2 + (x2 - x1) * bend
    return (
        round(x1, 1), round(y1, 1), round(x, 1), round(y, 1), round(x2, 1), round(y2, 1)
    )  # fmt: skip
