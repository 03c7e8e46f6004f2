"""Measures the table of Top en flop domino: `python -m tests.bench.trail` prints one JSON object.

`read_ms`: the trail made from what is stored, as for each page. `laid_ms`: all its stones placed on
a large table. `screen_ms`: what the screen is sent, with all lines of text, the way of each thread
and the drawing. Each is the middle and the worst of several tables; `squares` is the longest side
of the worst table. `hall` is what a hundred people cost who all write and lay.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from exercises import domino
from exercises.contract import Role
from exercises.domino.table.grid import CELL, on_grid
from exercises.domino.table.screen import Looking, table_json
from exercises.domino.table.shapes import around
from exercises.domino.table.tabletop import TableContent
from exercises.domino.table.trail import HALVES, Half, Joint, LaidStone, trail_of
from exercises.engine import flow, moment, running
from exercises.engine.contexts import AnyContext
from state import meetings, people, tracks
from state.database import Store
from tests.bench.figures import Json, percentiles

TABLES = 20
_LATEST = 10


def trail(stones: int, seed: int) -> list[LaidStone]:
    """A table on which people lie mostly against one of the last stones."""
    chance = random.Random(seed)
    laid = [LaidStone("s0", 1)]
    while len(laid) < stones:
        name, lying = f"s{len(laid)}", trail_of(laid)
        # Phones offer only halves that have room.
        free = [(old.id, half) for old in laid for half in HALVES if lying.has_room(old.id, half)]
        joint = Joint(name, *chance.choice(free[-_LATEST:]), "taal als drempel")
        laid.append(LaidStone(name, len(laid) + 1, joint, len(laid)))
    return laid


def _content(laid: list[LaidStone]) -> TableContent:
    words: dict[Half, str] = {
        "top": "Opa vertelt een verhaal", "flop": "Niemand durfde te beginnen",
    }  # fmt: skip
    return TableContent(trail_of(laid), {one.id: words for one in laid})


def _screen(content: TableContent) -> None:
    looking = Looking(content.trail.stones[-1], card=True)
    table_json(content, looking, lambda stone: (stone, 1))


def _ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def measure(stones: int) -> Json:
    """Figures of one size of table, in ms; `squares`: the longest side of the worst table."""
    laid_ms, read_ms, screen_ms, sides = [], [], [], []
    for seed in range(TABLES):
        laid = trail(stones, seed)
        read_ms.append(_ms(lambda laid=laid: trail_of(laid)))  # type: ignore[misc]
        content = _content(laid)
        laid_ms.append(_ms(lambda content=content: on_grid(content.trail)))  # type: ignore[misc]
        screen_ms.append(_ms(lambda content=content: _screen(content)))  # type: ignore[misc]
        extent = around(one.squares for one in on_grid(content.trail))
        sides.append(round(max(extent.width, extent.height) / CELL))
    return {
        "laid_ms": percentiles(laid_ms), "read_ms": percentiles(read_ms),
        "screen_ms": percentiles(screen_ms), "squares": max(sides),
    }  # fmt: skip


def hall(people_count: int) -> Json:
    """Everybody writes a stone and lays it, through the store as in a meeting, one after the
    other. In ms: each answer, and then each phone's page and the screen, read afresh.
    """
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        track = tracks.add_track(store, "Meting")
        house = tracks.add_organisation(store, track, "Huis", "Buurtwerk", "Gent")
        meeting = meetings.add(store, track, "Meting", "2026-11-22", "Zaal")
        config = domino.EXERCISE.sample.to_json()
        activity = meetings.add_activity(store, meeting, domino.EXERCISE.kind, config, 45)
        meetings.open_doors(store, meeting)
        for number in range(people_count):
            people.add_by_hand(store, meeting, house, f"Naam {number}", "")
        running.start(store, activity)
        figures = _Hall(store, meeting, activity).play()
        store.close()
    return figures


@dataclass
class _Hall:
    """A meeting in a store, and who is in it."""

    store: Store
    meeting: str
    activity: str
    _sent: int = 0

    def play(self) -> Json:
        """Write, lay, look."""
        present = [one.person.id for one in people.attendees(self.store, self.meeting)]
        texts = ("Opa vertelt een verhaal", "Niemand durfde te beginnen")
        writing = [
            self._send(person, f"stone.{half}", {"text": text})
            for person in present
            for half, text in zip(HALVES, texts, strict=True)
        ]
        at = flow.position(self._context("console").phase)
        running.change_phase(
            self.store,
            self.activity,
            lambda exercise, config, now: flow.forward(exercise, config, now, at),
        )
        laying = [self._lay(person, random.Random(person)) for person in present]
        pages = [
            _ms(lambda person=person: self._look("phone", person))  # type: ignore[misc]
            for person in present[:20]
        ]
        screen = [_ms(lambda: self._look("screen")) for _turn in range(5)]
        return {
            "write_ms": percentiles(writing), "lay_ms": percentiles(laying),
            "phone_ms": percentiles(pages), "screen_ms": percentiles(screen),
            "lying": len(self._context("console").view.lying),
        }  # fmt: skip

    def _lay(self, person: str, chance: random.Random) -> float:
        context = self._context("console")
        lying = context.view.trail
        free = [(one, half) for one in lying.stones for half in HALVES if lying.has_room(one, half)]
        payload: Json = {"on": True, "against": None}
        if free:
            target, half = chance.choice(free[-_LATEST:])
            payload |= {"against": context.alias(target), "half": half, "shared": "samen eten"}
        return self._send(person, "stone.lay", payload)

    def _send(self, person: str, slot: str, payload: Json) -> float:
        self._sent += 1
        room = meetings.room(self.store, self.meeting)
        return _ms(
            lambda: running.send(
                self.store, room, self.activity, person, slot, payload, f"bench.{self._sent:09}"
            )
        )

    def _context(self, role: Role, person: str = "") -> AnyContext:
        with self.store.read() as db:
            here = moment.alone(db, self.meeting)
            activity = here.room.activity(self.activity)
            assert activity is not None
            context = here.context(activity, role, here.members.get(person))
            # Read now: the connection goes back.
            assert context.view is not None
        return context

    def _look(self, role: Role, person: str = "") -> None:
        context = self._context(role, person)
        draw = context.exercise.phone if role == "phone" else context.exercise.screen
        draw(context)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stones", type=int, nargs="*", default=[4, 16, 40, 100])
    parser.add_argument("--people", type=int, default=100)
    asked = parser.parse_args()
    figures = {str(count): measure(count) for count in asked.stones}
    if asked.people:
        figures["hall"] = hall(asked.people)
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
