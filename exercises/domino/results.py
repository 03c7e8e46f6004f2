"""What Top en flop domino gives to other exercises and documents: what many recognised."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.domino.config import DominoConfig
from exercises.domino.model import DominoView
from exercises.domino.table.trail import HALVES, Half
from exercises.results import Origin, SharedMoment

_STONE = "stone"


def results(config: DominoConfig, view: DominoView) -> Iterator[SharedMoment]:
    """The halves of stones on the table that others touch, the most shared first; named as the
    table named them. Nothing of a stone that lies there no more."""
    found = [
        SharedMoment(
            person=person, half=half, text=stone.text(half), by=by, shared=shared,
            naming=config.visibility, origin=Origin(_STONE),
        )
        for person, stone in sorted(view.lying.items())
        for half in HALVES
        for by, shared in [_touching(view, person, half)]
        if by and stone.text(half)
    ]  # fmt: skip
    yield from sorted(found, key=lambda one: -one.by)


def _touching(view: DominoView, person: str, half: Half) -> tuple[int, tuple[str, ...]]:
    """How many stones and threads touch a half, and their words. A thread touches a stone as a
    whole: it counts for the half with the most stones."""
    by_half = {one: _words(view, person, one) for one in HALVES}
    words = by_half[half]
    if half == max(HALVES, key=lambda one: len(by_half[one])):
        words = words + [one.text for one in view.all_threads if person in (one.source, one.target)]
    return len(words), tuple(dict.fromkeys(filter(None, words)))


def _words(view: DominoView, person: str, half: Half) -> list[str]:
    return [
        joint.shared for joint in view.trail.joints.values()
        if joint.half == half and person in (joint.stone, joint.against)
        and view.lies(joint.stone) and view.lies(joint.against)
    ]  # fmt: skip
