"""Top en flop domino as a pure model: stones, where they lie, and what ties them together.

Slots of a person: "stone.top" and "stone.flop" `{"text"}`, "stone.ready" `{"ready"}`, "stone.lay"
(on the table or not, against which half, and what they share) and "stone.thread-<alias>" for each
stone that theirs also touches. Slots of the facilitator: "table.word" (who tells), "table.walk"
(which stone is read) and "table.thread-<alias>-<alias>".

Where a stone is drawn follows from who was laid against whom, in that order. Stored answers of
earlier versions also hold a place ("at"), which is no longer read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from exercises.contract import Answer, Member, Phase, Role, Stage, Step
from exercises.domino.config import DominoConfig
from exercises.domino.table.tabletop import TableContent
from exercises.domino.table.trail import (
    HALVES,
    MOST_AT_HALF,
    Half,
    Joint,
    LaidStone,
    StoneTrail,
    trail_of,
)
from exercises.kit.rules import naming
from exercises.kit.rules.naming import Visibility
from state.language import _
from state.models import FACILITATOR

HALF_LIMIT = 40
SHARED_LIMIT = 40
THREADS_LIMIT = 6
AREA = 3
# The key of the facilitator's note.
NOTE_ON = "table"

STAGES = (
    Stage(
        "write", _("Schrijven"), _("Laat iedereen schrijven"), open=True, shown=False, opens=False
    ),
    Stage("lay", _("Leggen"), _("Naar de tafel"), open=True, shown=True),
    Stage("walk", _("Het spoor lopen"), _("Loop het spoor"), open=True, shown=True),
    Stage("talk", _("Nabespreken"), _("Naar de nabespreking"), open=False, shown=True, opens=False),
)
_STEP = Step("stone", _("Top en flop"), AREA)


@dataclass(frozen=True)
class Lay:
    """How a stone was last laid. `on`: it is still on the table; the words are kept when it was
    taken back. `since`: the order of this change among all answers.
    """

    on: bool = False
    number: int = 0
    against: str | None = None
    half: Half = "top"
    shared: str = ""
    since: int = 0


@dataclass(frozen=True)
class Stone:
    """Somebody's stone. `ready`: the writer said so; `was_laid`: it lies, or lay, on the table."""

    top: str = ""
    flop: str = ""
    ready: bool = False
    lay: Lay = field(default_factory=Lay)

    @property
    def whole(self) -> bool:
        """Whether both halves are written."""
        return bool(self.top and self.flop)

    @property
    def was_laid(self) -> bool:
        """Whether it was on the table at any time, so that everybody could read it."""
        return self.lay.number > 0

    def text(self, half: Half) -> str:
        """What is on a half."""
        return self.top if half == "top" else self.flop


@dataclass(frozen=True, order=True)
class Thread:
    """A thread from one stone to another, with words that complete 'This also touches ...'. `by`:
    who added it."""

    source: str
    target: str
    text: str
    by: str


@dataclass(frozen=True)
class DominoView:
    """All stones by person; `trail` is how they lie. `written`: how many are whole, `number`
    the highest that laying gave out. `word`: whose story it is, `walk`: which stone is read.
    """

    stones: Mapping[str, Stone] = field(default_factory=dict)
    threads: tuple[Thread, ...] = ()
    word: str | None = None
    walk: str | None = None
    written: int = 0
    number: int = 0
    trail: StoneTrail = field(default_factory=StoneTrail)

    @cached_property
    def lying(self) -> Mapping[str, Stone]:
        """The stones on the table, in the order they were laid."""
        found = [(person, self.stones[person]) for person in self.trail.stones]
        return dict(sorted(found, key=lambda item: (item[1].lay.number, item[0])))

    @cached_property
    def all_threads(self) -> tuple[Thread, ...]:
        """All threads between lying stones; also what was a joint until stones were moved."""
        loosened = (
            Thread(one.stone, one.against, one.shared, one.stone)
            for one in self.trail.loosened
            if one.shared
        )
        found = {*self.threads, *loosened}
        return tuple(sorted(one for one in found if self._lie_apart(one.source, one.target)))

    @cached_property
    def content(self) -> TableContent:
        """What lies, as the table draws it."""
        return TableContent(
            self.trail,
            {
                person: {half: stone.text(half) for half in HALVES}
                for person, stone in self.lying.items()
            },
            [(one.source, one.target, one.text) for one in self.threads],
        )

    def _lie_apart(self, one: str, two: str) -> bool:
        return one != two and self.lies(one) and self.lies(two)

    def lies(self, person: str | None) -> bool:
        """Whether somebody's stone lies on the table."""
        return person is not None and person in self._on_table

    @cached_property
    def _on_table(self) -> frozenset[str]:
        return frozenset(self.trail.stones)

    def of(self, person: str) -> Stone:
        """A person's stone; an empty one when that person wrote nothing."""
        return self.stones.get(person, Stone())

    def joint_of(self, person: str) -> Joint | None:
        """What somebody's stone shares with the one it was laid against."""
        return self.trail.joints.get(person)

    def leaning(self, person: str) -> list[str]:
        """The people whose stones were laid against this one."""
        return sorted(one.stone for one in self.trail.joints.values() if one.against == person)

    @property
    def read_now(self) -> int:
        """Which stone of the trail is read, from 0; the first one when none was chosen."""
        order = self.trail.order
        return order.index(self.walk) if self.walk in order else 0


def steps(config: DominoConfig) -> tuple[Step, ...]:
    """One step: one table."""
    return (_STEP,)


def visibility(config: DominoConfig, phase: Phase) -> Visibility:
    """Whether people or organisations are named beside a stone: the console's switch, else the
    configuration."""
    return naming.chosen(phase, config.visibility)


def own_start(config: DominoConfig, phase: Phase) -> bool:
    """Whether people may put a stone on the table that touches none."""
    return bool(phase.option("own_start", config.own_start))


def fold(config: DominoConfig, answers: Sequence[Answer]) -> DominoView:
    """Put all answers together, whatever their order."""
    parts: dict[str, dict[str, Mapping[str, Any]]] = {}
    since: dict[str, int] = {}
    threads: set[Thread] = set()
    table: dict[str, Any] = {}
    for answer in answers:
        _key, _dot, part = answer.slot.rpartition(".")
        if part.startswith("thread-"):
            threads |= _thread(answer)
        elif answer.author == FACILITATOR:
            table[part] = answer.payload
        else:
            parts.setdefault(answer.author, {})[part] = answer.payload
            if part == "lay":
                since[answer.author] = answer.order
    stones = {person: _stone(own, since.get(person, 0)) for person, own in parts.items()}
    return _view(stones, tuple(sorted(threads)), table)


def _view(
    stones: dict[str, Stone], threads: tuple[Thread, ...], table: Mapping[str, Any]
) -> DominoView:
    word = table.get("word", {})
    number = max([word.get("number", 0), *(stone.lay.number for stone in stones.values())])
    return DominoView(
        stones=stones, threads=threads, word=_word(stones, word),
        walk=table.get("walk", {}).get("stone"),
        written=sum(stone.whole for stone in stones.values()), number=number,
        trail=_trail(stones),
    )  # fmt: skip


def public(view: DominoView, phase: Phase, role: Role, me: Member | None) -> DominoView:
    """What a role may see: the console all; others the stones on the table, once they are shown."""
    if role == "console":
        return view
    if not phase.shown:
        return DominoView(written=view.written, number=view.number)
    lying = view.lying
    return replace(
        view,
        stones={person: _as_it_lies(stone, lying) for person, stone in lying.items()},
        threads=tuple(one for one in view.threads if one.source in lying and one.target in lying),
    )


def _as_it_lies(stone: Stone, lying: Mapping[str, Stone]) -> Stone:
    """The stone without its joint to a stone that was taken back, as that one is no longer
    public."""
    if stone.lay.against is None or stone.lay.against in lying:
        return stone
    return replace(stone, lay=replace(stone.lay, against=None, shared=""))


def _trail(stones: Mapping[str, Stone], *, but: str = "") -> StoneTrail:
    return trail_of(
        LaidStone(
            person, lay.number,
            Joint(person, lay.against, lay.half, lay.shared) if lay.against else None, lay.since,
        )
        for person, lay in ((person, stone.lay) for person, stone in stones.items())
        if lay.on and person != but
    )  # fmt: skip


def has_room(view: DominoView, person: str, against: str, half: Half) -> bool:
    """Whether somebody's stone can be laid, or moved, against a half of another one: not when too
    many lie there, nor when too many were laid against that half of its own.
    """
    trail = _trail(view.stones, but=person)
    leaning = sum(
        stone.lay.against == person and stone.lay.half == half for stone in view.lying.values()
    )
    return trail.has_room(against, half) and leaning < MOST_AT_HALF


def _word(stones: Mapping[str, Stone], word: Mapping[str, Any]) -> str | None:
    """Who tells: the owner of the stone laid last, or the person the facilitator chose since."""
    last = max(
        ((stone.lay.number, person) for person, stone in stones.items() if stone.lay.on),
        default=(0, None),
    )
    if word.get("number", 0) < last[0]:
        return last[1]
    given = stones.get(str(word.get("stone")))
    return str(word["stone"]) if given is not None and given.lay.on else None


_NOTHING: Mapping[str, Any] = {}


def _stone(own: Mapping[str, Mapping[str, Any]], since: int) -> Stone:
    """Somebody's stone from all that this person put in, by part of the slot."""
    return Stone(
        own.get("top", _NOTHING).get("text", ""), own.get("flop", _NOTHING).get("text", ""),
        bool(own.get("ready", _NOTHING).get("ready")), _lay(own.get("lay", _NOTHING), since),
    )  # fmt: skip


def _lay(payload: Mapping[str, Any], since: int) -> Lay:
    return Lay(
        bool(payload.get("on")), int(payload.get("number", 0)), payload.get("against"),
        "flop" if payload.get("half") == "flop" else "top", payload.get("shared", ""), since,
    )  # fmt: skip


def _thread(answer: Answer) -> set[Thread]:
    payload = answer.payload
    if not payload.get("text"):
        return set()
    source = payload.get("source", answer.author)
    return {Thread(source, payload.get("target", ""), payload["text"], answer.author)}
