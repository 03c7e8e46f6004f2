"""Where cards stand along the line of time, in px of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

ON_A_PAGE = 6
CARD_WIDE, CARD_HIGH = 592, 240
ABOVE, BELOW = 222, 790
TAPE_TOP, TAPE_BOTTOM = 676, 724
SOLES = 680
_LEFT, _APART = 48, 616
# How far a stem stands from the left of its card, above and below the tape.
_STEM_ABOVE, _STEM_BELOW = 150, 450
# From one stem to the next, above or below.
STEM_APART = _STEM_BELOW - _STEM_ABOVE


@dataclass(frozen=True)
class CardPlace:
    """A card: its left and top, `stem` the x of the stem between card and tape."""

    left: float
    top: float
    stem: float

    @property
    def is_above(self) -> bool:
        """Whether it hangs above the tape."""
        return self.top < TAPE_TOP


def places(count: int) -> tuple[CardPlace, ...]:
    """The places of up to ON_A_PAGE cards from left to right, above and below in turn. Fewer stand
    in the middle."""
    columns = max(1, ceil(count / 2))
    left = _LEFT + (ceil(ON_A_PAGE / 2) - columns) * _APART / 2
    return tuple(_place(at, left) for at in range(count))


def pages(count: int) -> int:
    """How many pages the cards take, at least one."""
    return max(1, ceil(count / ON_A_PAGE))


def _place(at: int, left: float) -> CardPlace:
    card = left + at // 2 * _APART
    if at % 2:
        return CardPlace(card, BELOW, card + _STEM_BELOW)
    return CardPlace(card, ABOVE, card + _STEM_ABOVE)
