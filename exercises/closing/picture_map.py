"""The map that grew: the pawns of the last meeting on the village, and where they stood before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from exercises.closing.picture import PicturePiece
from exercises.contract import Party
from exercises.kit.drawing.lettering import fit, width
from exercises.kit.drawing.svg import Style, text, token
from exercises.kit.village.drawing import HIGH, MOVED_MINIMUM, WIDE, past_pawn, pawn
from exercises.results import MapPosition

# Where the village hangs, px: left, top, width, height.
VILLAGE = (72, 136, 1344, 840)
_SCALE = VILLAGE[2] / WIDE
_PAWN, _PAST, _LETTERS, _NAME_HIGH = 0.66, 0.5, 28, 40
_DOTS = 26.0
assert round(_SCALE * HIGH) == VILLAGE[3]


@dataclass(frozen=True)
class PawnWay:
    """The places of the pawn of an organisation, one for each meeting that had it, in order, as px
    of the screen."""

    party: Party
    spots: tuple[tuple[float, float], ...]

    @property
    def moved(self) -> bool:
        """Whether it stands visibly elsewhere than at first: as the report tells it."""
        (x0, y0), (x1, y1) = self.spots[0], self.spots[-1]
        return hypot(x1 - x0, y1 - y0) >= MOVED_MINIMUM * _SCALE


def ways(positions: Iterable[MapPosition], parties: Mapping[str, Party]) -> tuple[PawnWay, ...]:
    """The way of each pawn; `positions`: the oldest meeting first."""
    found: dict[str, dict[str, tuple[float, float]]] = {}
    for one in positions:
        if one.organisation in parties:
            spot = (VILLAGE[0] + one.x * _SCALE, VILLAGE[1] + one.y * _SCALE)
            found.setdefault(one.organisation, {})[one.origin.meeting] = spot
    return tuple(PawnWay(parties[key], tuple(spots.values())) for key, spots in found.items())


def map_pieces(found: Sequence[PawnWay]) -> tuple[PicturePiece, ...]:
    """Ghosts, ways and pawns; the village itself lies below them."""
    moved = sorted((one for one in found if one.moved), key=lambda one: one.spots[0])
    standing = sorted(found, key=lambda one: one.spots[-1][1])
    taken: list[tuple[float, float, float, float]] = [
        (x - 32, y - 96, x + 32, y + 8) for x, y in (one.spots[-1] for one in standing)
    ]
    taken += [(x - 24, y - 72, x + 24, y + 8) for x, y in (one.spots[0] for one in moved)]
    return (
        *(PicturePiece("ghost", _past(one), at) for at, one in enumerate(moved)),
        *(PicturePiece("way", _dots(one), at) for at, one in enumerate(moved)),
        *(PicturePiece("stands", _at(one.spots[-1], _PAWN, pawn(one.party.tile)), at)
          for at, one in enumerate(standing)),
        *(PicturePiece("stands", _name(one, taken), at) for at, one in enumerate(standing)),
    )  # fmt: skip


def _at(spot: tuple[float, float], scale: float, content: str) -> str:
    return f'<g transform="translate({spot[0]:.1f} {spot[1]:.1f}) scale({scale})">{content}</g>'


def _past(one: PawnWay) -> str:
    return _at(one.spots[0], _PAST, past_pawn(one.party.tile))


def _dots(one: PawnWay) -> str:
    dots = []
    for (x0, y0), (x1, y1) in zip(one.spots, one.spots[1:], strict=False):
        steps = int(hypot(x1 - x0, y1 - y0) / _DOTS)
        dots += [(x0 + (x1 - x0) * n / steps, y0 + (y1 - y0) * n / steps) for n in range(1, steps)]
    edge = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="8"/>' for x, y in dots)
    inner = "".join(f'<circle class="sole" cx="{x:.1f}" cy="{y:.1f}" r="5"/>' for x, y in dots)
    return f'<g fill="{token("sheet")}">{edge}</g><g fill="{token("ink")}">{inner}</g>'


def _name(one: PawnWay, taken: list[tuple[float, float, float, float]]) -> str:
    """A name beside its pawn, where it covers the least of what is there already."""
    x, y = one.spots[-1]
    words = fit(one.party.name, _LETTERS, 300, short=one.party.short)
    wide = width(words, _LETTERS) + 20
    places = (
        (x - wide / 2, y + 12), (x + 38, y - 62), (x - 38 - wide, y - 62), (x - wide / 2, y - 142),
        (x + 30, y + 12), (x - 30 - wide, y + 12),
    )  # fmt: skip
    left, top = min(places, key=lambda at: (_covered(at[0], at[1], wide, taken), places.index(at)))
    taken.append((left, top, left + wide, top + _NAME_HIGH))
    return (
        f'<path d="M{left:.1f} {top:.1f}h{wide:.1f}v{_NAME_HIGH}h{-wide:.1f}z"'
        f' fill="{token("sheet")}" stroke="{token("ink")}" stroke-width="2.5"/>'
        + text(left + 10, top + 30, words, Style(_LETTERS))
    )


def _covered(
    left: float, top: float, wide: float, taken: Sequence[tuple[float, float, float, float]]
) -> float:
    """How much of what is taken a name would cover, or of itself outside the village."""
    right, bottom = left + wide, top + _NAME_HIGH
    area = sum(
        max(0.0, min(right, r) - max(left, l)) * max(0.0, min(bottom, b) - max(top, t))
        for l, t, r, b in taken  # noqa: E741
    )
    v_left, v_top, v_wide, v_high = VILLAGE
    out = max(0.0, v_left - left) + max(0.0, right - v_left - v_wide)
    out += max(0.0, v_top - top) + max(0.0, bottom - v_top - v_high)
    return area + 500 * out
