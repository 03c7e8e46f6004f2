"""Which stones were laid against which, and the order in which they are read. Pure.

A trail is kept as what people did: each stone was laid against a half of another one, or against
none. Where it lies in px follows from that each time it is drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Half = Literal["top", "flop"]
HALVES: tuple[Half, ...] = ("top", "flop")
# With more stones against one half, no words fit between them.
MOST_AT_HALF = 2


def other(half: Half) -> Half:
    """The other half."""
    return "flop" if half == "top" else "top"


@dataclass(frozen=True)
class Joint:
    """A stone, the half of another one it was laid against, and what the two share."""

    stone: str
    against: str
    half: Half = "top"
    shared: str = ""


@dataclass(frozen=True)
class LaidStone:
    """A stone that lies: its number in the order of laying, and its joint. `since` rises with each
    change: of two joints, the higher was laid last.
    """

    id: str
    number: int
    joint: Joint | None = None
    since: int = 0


@dataclass(frozen=True)
class StoneTrail:
    """Stones in the order in which they were laid, each after the one it lies against. `loosened`:
    joints that would close a ring, once a stone was moved; they are threads now.
    """

    stones: tuple[str, ...] = ()
    joints: Mapping[str, Joint] = field(default_factory=dict)
    loosened: tuple[Joint, ...] = ()

    @cached_property
    def chains(self) -> tuple[tuple[str, ...], ...]:
        """The trail in pieces, each in reading order: neighbours were laid against each other, by
        one half each. A stone goes to the end of a piece where it can, or else begins a new one.
        """
        pieces: dict[str, list[str]] = {}
        taken: set[tuple[str, Half]] = set()
        for stone in self.stones:
            joint = self.joints.get(stone)
            if joint is None or (joint.against, joint.half) in taken:
                pieces[stone] = [stone]
                continue
            taken |= {(joint.against, joint.half), (stone, joint.half)}
            piece = pieces[stone] = pieces[joint.against]
            piece.insert(len(piece) if piece[-1] == joint.against else 0, stone)
        return tuple({id(piece): tuple(piece) for piece in pieces.values()}.values())

    @cached_property
    def order(self) -> tuple[str, ...]:
        """All stones as they are read: piece by piece, from one end to the other."""
        return tuple(stone for piece in self.chains for stone in piece)

    @cached_property
    def _used(self) -> Counter[tuple[str, Half]]:
        ends = ((one, joint.half) for joint in self.joints.values() for one in _ends(joint))
        return Counter(ends)

    def has_room(self, stone: str, half: Half) -> bool:
        """Whether one more stone can be laid against a half."""
        return self._used[stone, half] < MOST_AT_HALF

    def between(self, one: str, two: str) -> Joint | None:
        """The joint between two stones, whichever was laid first."""
        joints = (self.joints.get(one), self.joints.get(two))
        return next((joint for joint in joints if joint and {one, two} == {*_ends(joint)}), None)


def trail_of(stones: Iterable[LaidStone]) -> StoneTrail:
    """The trail of all stones that lie, in whatever order they are given.

    A stone whose target is not on the table becomes loose. When moved stones would form a ring, the
    oldest joint of the ring is dropped.
    """
    lying = {one.id: one for one in sorted(stones, key=lambda one: (one.number, one.id))}
    joints: dict[str, Joint] = {}
    loosened = []
    for one in sorted(lying.values(), key=lambda one: (-one.since, one.id)):
        joint = one.joint
        if joint is None or joint.against not in lying:
            continue
        if one.id in _below(joint.against, joints):
            loosened.append(joint)
        else:
            joints[one.id] = joint
    ordered = {step: None for name in lying for step in reversed(_below(name, joints))}
    return StoneTrail(
        tuple(ordered), {name: joints[name] for name in ordered if name in joints}, tuple(loosened)
    )


def _ends(joint: Joint) -> tuple[str, str]:
    return joint.stone, joint.against


def _below(name: str, joints: Mapping[str, Joint]) -> list[str]:
    """A stone and those before it, to the beginning of its trail."""
    found = [name]
    while found[-1] in joints:
        found.append(joints[found[-1]].against)
    return found
