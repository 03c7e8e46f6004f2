"""Stones with many words grow into the free table around them. Pure.

A stone only grows where it comes no nearer to another than what does not belong together lies
apart, and never along the edge where it touches one: who touches whom stays clear.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from exercises.domino.faces import BORDER, LIFT, SIGN, Placed
from exercises.domino.needs import narrowest
from exercises.domino.setting import LINE
from exercises.domino.slips import Box
from exercises.domino.spots import HALVES, Half

# Px between stones that do not touch.
_APART = 24.0
_STEP = 12.0
_ROUNDS = 24
_NEAR = 420.0
_UNBROKEN = 4.6
# Right, down, left, up.
_SIDES = ((1, 0), (0, 1), (-1, 0), (0, -1))


@dataclass
class _Growing:
    """A stone, what its halves need (by lines: px across), and who is near: joined or not."""

    one: Placed
    needs: Mapping[Half, tuple[float, ...]]
    size: int
    near: list[tuple[str, bool]]
    stuck: bool = False

    def short(self) -> int:
        """How many of its halves cannot be read whole."""
        return sum(not self._whole(half, box) for half, box in self.one.halves().items())

    def _whole(self, half: Half, box: Box) -> bool:
        inset = self.one.inset[half]
        wide, high = box.width - 2 * inset, box.height - 2 * (inset - LIFT)
        lines = int(high / (self.size * LINE))
        return any(least <= wide for least in self.needs[half][:lines])


def grown(
    stones: tuple[Placed, ...], texts: Mapping[str, Mapping[Half, str]],
    joined: set[frozenset[str]], window: Box, size: int, first: str = "",
) -> tuple[Placed, ...]:  # fmt: skip
    """The stones, those with words that do not fit at this size as large as they need and can;
    `first` before all others.
    """
    found = {
        one.id: _Growing(
            one,
            {
                half: tuple(
                    size * least for least in narrowest(texts[one.id][half], SIGN, _UNBROKEN)
                )
                for half in HALVES
            },
            size,
            [
                (other.id, frozenset((one.id, other.id)) in joined)
                for other in stones
                if other.id != one.id and one.box.meets(other.box, _NEAR)
            ],
        )
        for one in stones
    }  # fmt: skip
    for _round in range(_ROUNDS if first in found else 0):
        if not found[first].short() or not _grow(found[first], found, window):
            break
    for _round in range(_ROUNDS):
        needy = [one for one in found.values() if not one.stuck and one.short()]
        if not needy:
            break
        for one in needy:
            one.stuck = not _grow(one, found, window)
    return tuple(found[one.id].one for one in stones)


def _grow(growing: _Growing, all_of: Mapping[str, _Growing], window: Box) -> bool:
    """One step to one side; False when there is no room anywhere."""
    one = growing.one
    flat = one.turn % 2 == 0
    # Over its whole length first: that helps both halves.
    order = (1, 3, 0, 2) if flat else (0, 2, 1, 3)
    for side in order:
        along = _SIDES[side]
        new = _strip(one.box, along)
        if not new.inside(window):
            continue
        if all(
            _clear(new, all_of[other].one.box, along, touching) for other, touching in growing.near
        ):
            growing.one = _larger(one, along)
            return True
    return False


def _strip(box: Box, along: tuple[int, int]) -> Box:
    """What a stone covers newly."""
    x, y = along
    if x:
        return Box(box.x + box.width if x > 0 else box.x - _STEP, box.y, _STEP, box.height)
    return Box(box.x, box.y + box.height if y > 0 else box.y - _STEP, box.width, _STEP)


def _clear(new: Box, other: Box, along: tuple[int, int], touching: bool) -> bool:
    """Whether a strip stays away from another stone; beside one that it touches it may grow."""
    across, down = (_APART, _APART)
    if touching:
        across, down = (_APART, -BORDER) if along[0] else (-BORDER, _APART)
    return not (
        new.x < other.x + other.width + across
        and other.x < new.x + new.width + across
        and new.y < other.y + other.height + down
        and other.y < new.y + new.height + down
    )


def _larger(one: Placed, along: tuple[int, int]) -> Placed:
    x, y = along
    box = Box(
        one.box.x - _STEP * (x < 0), one.box.y - _STEP * (y < 0),
        one.box.width + _STEP * abs(x), one.box.height + _STEP * abs(y),
    ).rounded()  # fmt: skip
    before = (x < 0) if one.turn % 2 == 0 else (y < 0)
    return replace(one, box=box, split=one.split + _STEP * before)
