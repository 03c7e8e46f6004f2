"""Top en flop domino as a pure model: stones, where they lie, and what ties them together.

Slots of a person: "stone.top" and "stone.flop" `{"text"}`, "stone.ready" `{"ready"}`, "stone.lay"
(on the table or not, against which half, and what they share) and "stone.thread-<alias>" for each
stone that theirs also touches. Slots of the facilitator: "table.word" (who tells), "table.walk"
(which stone is read) and "table.thread-<alias>-<alias>".

What lies keeps the spot it was given when it was laid: that is in the stored answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from exercises.contract import Answer, Member, Phase, Role, Stage, Step
from exercises.domino.config import DominoConfig
from exercises.domino.spots import Half, Spot
from exercises.domino.trail import Laid, Table, lay_out
from exercises.kit.rules import naming
from exercises.kit.rules.naming import Visibility
from state.language import _
from state.models import FACILITATOR

HALF_LIMIT = 40
SHARED_LIMIT = 40
THREADS_LIMIT = 6
AREA = 3
# What the facilitator's note hangs on.
NOTE_ON = "table"

STAGES = (
    Stage("write", _("Schrijven"), _("Laat iedereen schrijven"), open=True, shown=False),
    Stage("lay", _("Leggen"), _("Naar de tafel"), open=True, shown=True),
    Stage("walk", _("Het spoor lopen"), _("Loop het spoor"), open=True, shown=True),
    Stage("talk", _("Nabespreken"), _("Naar de nabespreking"), open=False, shown=True),
)
_STEP = Step("stone", _("Top en flop"), AREA)


@dataclass(frozen=True)
class Lay:
    """How a stone was laid last. `on`: it still lies. The words stay when it was taken back."""

    on: bool = False
    number: int = 0
    spot: Spot | None = None
    against: str | None = None
    half: Half = "top"
    shared: str = ""


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
        """Whether the room has seen it."""
        return self.lay.number > 0

    def text(self, half: Half) -> str:
        """What is on a half."""
        return self.top if half == "top" else self.flop


@dataclass(frozen=True, order=True)
class Thread:
    """'This also touches ...': from one stone to another, in words. `by` is who tied it."""

    source: str
    target: str
    text: str
    by: str


@dataclass(frozen=True)
class DominoView:
    """All stones by person; `table` is where they lie. `written`: how many are whole, `number`
    the highest that laying gave out. `word`: whose story it is, `walk`: which stone is read.
    """

    stones: Mapping[str, Stone] = field(default_factory=dict)
    threads: tuple[Thread, ...] = ()
    word: str | None = None
    walk: str | None = None
    written: int = 0
    number: int = 0
    table: Table = field(default_factory=Table)

    @cached_property
    def lying(self) -> Mapping[str, Stone]:
        """The stones on the table, in the order they were laid."""
        found = [(person, stone) for person, stone in self.stones.items() if self.lies(person)]
        return dict(sorted(found, key=lambda item: (item[1].lay.number, item[0])))

    def lies(self, person: str | None) -> bool:
        """Whether somebody's stone lies on the table."""
        return person is not None and person in self.table.spots and person in self.stones

    def of(self, person: str) -> Stone:
        """Somebody's stone; an empty one for who wrote nothing."""
        return self.stones.get(person, Stone())

    def leaning(self, person: str) -> list[str]:
        """Whose stones lie against this one."""
        return sorted(one for one, target in self.table.joints.items() if target == person)


def steps(config: DominoConfig) -> tuple[Step, ...]:
    """One step: one table."""
    return (_STEP,)


def visibility(config: DominoConfig, phase: Phase) -> Visibility:
    """Who is named beside a stone: as switched on the console, else as configured."""
    return naming.chosen(phase, config.visibility)


def own_start(config: DominoConfig, phase: Phase) -> bool:
    """Whether people may put a stone on the table that touches none."""
    return bool(phase.option("own_start", config.own_start))


def fold(config: DominoConfig, answers: Sequence[Answer]) -> DominoView:
    """Put all answers together, whatever their order."""
    parts: dict[str, dict[str, Mapping[str, Any]]] = {}
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
    stones = {person: _stone(own) for person, own in parts.items()}
    return _view(stones, tuple(sorted(threads)), table)


def _view(
    stones: dict[str, Stone], threads: tuple[Thread, ...], table: Mapping[str, Any]
) -> DominoView:
    lying = [
        Laid(person, lay.number, lay.spot, lay.against, lay.half)
        for person, lay in ((person, stone.lay) for person, stone in stones.items())
        if lay.on
    ]
    word = table.get("word", {})
    number = max([word.get("number", 0), *(stone.lay.number for stone in stones.values())])
    return DominoView(
        stones=stones, threads=threads, word=_word(stones, word),
        walk=table.get("walk", {}).get("stone"),
        written=sum(stone.whole for stone in stones.values()), number=number,
        table=lay_out(lying),
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
    """Without a joint to a stone that was taken back: who that was is nobody's business now."""
    if stone.lay.against is None or stone.lay.against in lying:
        return stone
    return replace(stone, lay=replace(stone.lay, against=None, shared=""))


def without(view: DominoView, person: str) -> Table:
    """The table as it would be without somebody's stone."""
    return lay_out(
        Laid(one, stone.lay.number, view.table.spots[one], stone.lay.against, stone.lay.half)
        for one, stone in view.lying.items()
        if one != person
    )


def leaning_on(view: DominoView, person: str) -> list[tuple[str, Half]]:
    """Who was laid against this stone, and with which half, also when it no longer touches."""
    return [
        (one, stone.lay.half)
        for one, stone in view.lying.items()
        if one != person and stone.lay.against == person
    ]


def _word(stones: Mapping[str, Stone], word: Mapping[str, Any]) -> str | None:
    """Whose story it is: the stone that was laid last, or to whom the word was given since."""
    last = max(
        ((stone.lay.number, person) for person, stone in stones.items() if stone.lay.on),
        default=(0, None),
    )
    if word.get("number", 0) < last[0]:
        return last[1]
    given = stones.get(str(word.get("stone")))
    return str(word["stone"]) if given is not None and given.lay.on else None


_NOTHING: Mapping[str, Any] = {}


def _stone(own: Mapping[str, Mapping[str, Any]]) -> Stone:
    """Somebody's stone from all that this person put in, by part of the slot."""
    return Stone(
        own.get("top", _NOTHING).get("text", ""), own.get("flop", _NOTHING).get("text", ""),
        bool(own.get("ready", _NOTHING).get("ready")), _lay(own.get("lay", _NOTHING)),
    )  # fmt: skip


def _lay(payload: Mapping[str, Any]) -> Lay:
    return Lay(
        bool(payload.get("on")), int(payload.get("number", 0)), Spot.from_json(payload.get("at")),
        payload.get("against"), "flop" if payload.get("half") == "flop" else "top",
        payload.get("shared", ""),
    )  # fmt: skip


def _thread(answer: Answer) -> set[Thread]:
    payload = answer.payload
    if not payload.get("text"):
        return set()
    source = payload.get("source", answer.author)
    return {Thread(source, payload.get("target", ""), payload["text"], answer.author)}
