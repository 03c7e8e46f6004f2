"""Follows every answer: sent, confirmed on its phone, drawn by the screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from exercises.line.layout_places import true_x
from tests.bench.figures import Json, Tally

# A figure goes where it fits, near its own place; answers of one phone lie this far apart, so
# that it is always clear which of them a figure shows.
APART = 0.25


@dataclass
class Sent:
    """One answer on its way; times in seconds of time.perf_counter."""

    identifier: str
    author: str
    slot: str
    at: float
    moment: float
    saved: float | None = None
    refused: str | None = None
    drawn: float | None = None


@dataclass
class Answers:
    """All answers of a run, in the order they were sent."""

    tally: Tally
    all: list[Sent] = field(default_factory=list)
    _unsaved: dict[str, dict[str, Sent]] = field(default_factory=dict)
    _undrawn: dict[str, list[Sent]] = field(default_factory=dict)
    _stands: dict[str, float] = field(default_factory=dict)

    def sent(self, answer: Sent, alias: str) -> None:
        """A phone sent an answer."""
        self.all.append(answer)
        self._unsaved.setdefault(answer.author, {})[answer.identifier] = answer
        self._undrawn.setdefault(alias, []).append(answer)

    def confirmed(self, author: str, acks: Json, moment: float) -> None:
        """A phone got data with these acks."""
        waiting = self._unsaved.get(author)
        if not waiting:
            return
        for identifier in [one for one in waiting if one in acks]:
            ack = acks[identifier]
            if "again" in ack:
                self.tally.fail("asked to send again", ack["again"])
                continue
            answer = waiting.pop(identifier)
            if ack.get("ok"):
                answer.saved = moment
            else:
                answer.refused = str(ack)
                self.tally.fail("answer refused", answer.refused)

    def screen(self, figures: Iterable[Json], moment: float) -> None:
        """The screen got data with these figures."""
        for figure in figures:
            waiting = self._undrawn.get(figure["id"])
            if waiting:
                self._drawn(figure["id"], figure["x"], waiting, moment)

    def _drawn(self, alias: str, x: float, waiting: list[Sent], moment: float) -> None:
        """Find which answer stands there; those before it were drawn or overtaken by then."""
        places = [true_x(answer.at) for answer in waiting]
        off = [abs(x - place) for place in places]
        nearest = off.index(min(off))
        if alias in self._stands and abs(x - self._stands[alias]) < off[nearest]:
            return
        for answer in waiting[: nearest + 1]:
            answer.drawn = moment
        self._stands[alias] = places[nearest]
        del waiting[: nearest + 1]

    def open(self) -> list[Sent]:
        """What nobody has confirmed yet. An answer that its phone replaced before it was confirmed
        is left out: the phone no longer waits for it, and shows 'saved' for the newer one.
        """
        last = {(answer.author, answer.slot): answer for answer in self.all}
        return [
            answer for answer in last.values() if answer.saved is None and answer.refused is None
        ]

    def replaced(self) -> int:
        """How many were never confirmed because their phone sent a newer one in time."""
        unsaved = [a for a in self.all if a.saved is None and a.refused is None]
        return len(unsaved) - len(self.open())

    def undrawn(self) -> list[Sent]:
        """What the screen has not shown yet."""
        return [answer for waiting in self._undrawn.values() for answer in waiting]

    def saved_ms(self) -> list[float]:
        """From sending to the confirmation on the phone."""
        return [(a.saved - a.moment) * 1000 for a in self.all if a.saved is not None]

    def drawn_ms(self) -> list[float]:
        """From sending to the first data of the screen that holds it."""
        return [(a.drawn - a.moment) * 1000 for a in self.all if a.drawn is not None]
