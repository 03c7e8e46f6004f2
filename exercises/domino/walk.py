"""The trail as it is read aloud: stone by stone, each with what it shares. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from exercises.domino.model import DominoView, Thread
from exercises.domino.spots import Half


@dataclass(frozen=True)
class Joint:
    """What a stone shares with the one it touches."""

    against: str
    half: Half
    shared: str


@dataclass(frozen=True)
class Stop:
    """One stone of the walk; `joint` None for one that starts a trail. `threads` go to stones
    that were read before, so that each thread is read once.
    """

    stone: str
    joint: Joint | None
    threads: tuple[Thread, ...]


def joint_of(view: DominoView, person: str) -> Joint | None:
    """Where somebody's stone touches the one it was laid against."""
    against = view.table.joints.get(person)
    if against is None or not view.lies(against):
        return None
    lay = view.stones[person].lay
    return Joint(against, lay.half, lay.shared)


def all_threads(view: DominoView) -> tuple[Thread, ...]:
    """All threads between lying stones; also what was a joint until one of the two was moved."""
    loosened = (
        Thread(person, stone.lay.against, stone.lay.shared, person)
        for person, stone in view.lying.items()
        if stone.lay.against is not None and person not in view.table.joints and stone.lay.shared
    )
    found = {*view.threads, *loosened}
    return tuple(
        sorted(
            one
            for one in found
            if one.source != one.target and view.lies(one.source) and view.lies(one.target)
        )
    )


def threads_by_stone(view: DominoView) -> dict[str, list[Thread]]:
    """The threads at each lying stone, whichever end it is; a stone without any is left out."""
    found: dict[str, list[Thread]] = {}
    for thread in all_threads(view):
        for person in (thread.source, thread.target):
            found.setdefault(person, []).append(thread)
    return found


def walk(view: DominoView) -> tuple[Stop, ...]:
    """Every stone on the table once: along each trail from its first stone, branch by branch."""
    order = _order(view)
    place = {person: number for number, person in enumerate(order)}
    threads: dict[str, list[Thread]] = {person: [] for person in order}
    for thread in all_threads(view):
        threads[max(thread.source, thread.target, key=place.__getitem__)].append(thread)
    return tuple(Stop(person, joint_of(view, person), tuple(threads[person])) for person in order)


def _order(view: DominoView) -> list[str]:
    lying = list(view.lying)
    after: dict[str, list[str]] = {person: [] for person in lying}
    for person in lying:
        joint = joint_of(view, person)
        if joint is not None:
            after[joint.against].append(person)
    firsts = [person for person in lying if joint_of(view, person) is None]
    seen: dict[str, None] = {}
    # Two stones can lie against each other after a move: then the oldest one begins.
    for first in (*firsts, *lying):
        waiting = [first]
        while waiting:
            person = waiting.pop()
            if person in seen:
                continue
            seen[person] = None
            waiting.extend(reversed(after[person]))
    return list(seen)
