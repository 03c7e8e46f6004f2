"""The Inleefoefening as a pure model: who remembers what, and what the group called warm.

The first step is listening in the dark, then comes a step for each question, last the step in which
all warm words lie in one light. Slots, "<question>" being the key of a question:

    "<question>.words"      {text, host}; "<question>.feeling"  {feeling, host}
    "host.pick"             {host}: whom somebody who visited several hosts remembers
    "<question>.warm-<slip>"  {on, text}; "listen.now" {n}; "<step>.page" {n}   the facilitator's

`host` is the id of the organisation that was visited, "" for a first visit anywhere. A mark holds
as long as the words are those that the group marked. A slip that is given without the name of its
author has another key, so that it may be marked under one key and unmarked under the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from exercises.contract import Answer, Member, Phase, Role, Stage, Step, TrackVisit
from exercises.kit.rules import naming
from exercises.kit.rules.keys import key_of
from exercises.kit.rules.naming import Visibility
from exercises.recall.config import RecallConfig, RecallQuestion
from state.clock import local, now
from state.language import _
from state.models import FACILITATOR

STAGES = (Stage("on", _("Bezig"), _("Volgende vraag"), open=True, shown=True),)
LISTEN, LIGHT = "listen", "light"
WORDS, FEELING, WARM, NOW, PAGE = "words", "feeling", "warm-", "now", "page"
PICK = "host.pick"
AREA = 1


@dataclass(frozen=True)
class Memory:
    """What one person remembers at one question. `key` tells slips apart and does not tell whose
    they are, nor which are of the same person; `warm`: the group called it a warm welcome."""

    key: str
    question: str
    person: str
    text: str = ""
    feeling: str = ""
    host: str = ""
    warm: bool = False
    order: int = 0


@dataclass(frozen=True)
class RecallView:
    """Slips by question, in the order in which they came; `asked`: how many questions were asked
    aloud; `pages`: which page the screen shows, by step. `hidden`: the slips are not in it, only
    `counts` of them by question; `switched`: who is named, where the console switched that."""

    slips: Mapping[str, tuple[Memory, ...]] = field(default_factory=dict)
    asked: int = 0
    pages: Mapping[str, int] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    hidden: bool = False
    switched: Visibility | None = None

    def of(self, question: str) -> tuple[Memory, ...]:
        """The slips of a question."""
        return self.slips.get(question, ())


def steps(config: RecallConfig) -> tuple[Step, ...]:
    """Listening, each question, and the light."""
    questions = [
        Step(one.key, one.text, AREA, _("Naar de woorden") if at == 0 else "")
        for at, one in enumerate(config.questions)
    ]
    return (
        Step(LISTEN, _("Luisteren in het donker"), AREA, opens=False, shows=False),
        *questions,
        Step(
            LIGHT, _("Wat een warm welkom was"), AREA, _("Wat warm was in één licht"), opens=False
        ),
    )


def place(config: RecallConfig, phase: Phase) -> str:
    """The key of the step that is on: LISTEN, LIGHT or the key of a question."""
    found = steps(config)
    return found[min(phase.step, len(found) - 1)].key


def current(config: RecallConfig, phase: Phase) -> RecallQuestion | None:
    """The question that is answered now; None in the dark and in the light."""
    here = place(config, phase)
    return next((one for one in config.questions if one.key == here), None)


def enter(config: RecallConfig, phase: Phase) -> Phase:
    """A step as it begins: only at a question there is something to answer."""
    here = place(config, phase)
    return replace(phase, open=here not in (LISTEN, LIGHT), shown=here != LISTEN)


def visibility(config: RecallConfig, phase: Phase) -> Visibility:
    """Who is named beside the words: as switched on the console, else as configured."""
    return naming.chosen(phase, config.visibility)


def slip_key(person: str, question: str) -> str:
    """The key of a slip, which does not tell whose it is."""
    return key_of(question, person)


def hosts_of(member: Member | None, visits: Iterable[TrackVisit]) -> tuple[str, ...]:
    """The hosts, each once, where somebody was a guest on a visit that took place."""
    if member is None:
        return ()
    today = local(now()).date().isoformat()
    return tuple(
        dict.fromkeys(
            one.host
            for one in visits
            if one.took_place(today)
            and one.visitor == member.organisation_id
            and one.takes_part(member.id, member.organisation_id)
        )
    )


@dataclass(frozen=True)
class _SlipMark:
    """What the facilitator said last of the words `text` under one key: warm or not."""

    order: int
    on: bool
    text: str


@dataclass
class _Gathering:
    """The answers of everybody, sorted by what they are, while they are read."""

    words: dict[tuple[str, str], Answer] = field(default_factory=dict)
    feelings: dict[tuple[str, str], Answer] = field(default_factory=dict)
    picks: dict[str, str] = field(default_factory=dict)
    marks: dict[tuple[str, str], _SlipMark] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    asked: int = 0

    def take(self, one: Answer) -> None:
        """Put an answer in its place."""
        key, _dot, part = one.slot.rpartition(".")
        if one.author == FACILITATOR:
            self._of_facilitator(key, part, one)
        elif one.slot == PICK:
            self.picks[one.author] = one.payload["host"]
        elif part == WORDS:
            self.words[key, one.author] = one
        elif part == FEELING:
            self.feelings[key, one.author] = one

    def memory(self, question: str, person: str) -> Memory:
        """What somebody remembers at a question."""
        words = self.words.get((question, person))
        feeling = self.feelings.get((question, person))
        text = words.payload["text"] if words else ""
        hosts = [one.payload.get("host", "") for one in (words, feeling) if one]
        key = slip_key(person, question)
        return Memory(
            key, question, person, text, feeling.payload["feeling"] if feeling else "",
            self.picks.get(person, next(filter(None, hosts), "")),
            bool(text) and self._is_warm(question, key, text),
            # Words that are said better do not make the slip come in anew.
            min(one.order for one in (words, feeling) if one),
        )  # fmt: skip

    def _is_warm(self, question: str, key: str, text: str) -> bool:
        """Whether the group marked these words, by the last that was said of them: under the key of
        the slip, or under the one that it has where its author is named, or is not."""
        own, loose = self.marks.get((question, key)), self._loose_marks.get((question, text))
        if own is None or (loose is not None and loose.order > own.order):
            return loose is not None and loose.on
        return own.on and own.text == text

    @cached_property
    def _slips(self) -> frozenset[tuple[str, str]]:
        there = {*self.words, *self.feelings}
        return frozenset((question, slip_key(person, question)) for question, person in there)

    @cached_property
    def _loose_marks(self) -> dict[tuple[str, str], _SlipMark]:
        """The last mark under keys of no slip, by question and words."""
        found = sorted(
            (one.order, one.on, of, one.text) for (of, key), one in self.marks.items()
            if (of, key) not in self._slips
        )  # fmt: skip
        return {(of, text): _SlipMark(order, on, text) for order, on, of, text in found}

    def _of_facilitator(self, key: str, part: str, one: Answer) -> None:
        payload = one.payload
        if part == PAGE:
            self.pages[key] = payload["n"]
        elif part == NOW:
            self.asked = payload["n"]
        elif part.startswith(WARM):
            said = _SlipMark(one.order, bool(payload["on"]), payload["text"])
            self.marks[key, part.removeprefix(WARM)] = said


def fold(config: RecallConfig, answers: Sequence[Answer]) -> RecallView:
    """Put all answers together, whatever their order."""
    gathering = _Gathering()
    for one in answers:
        gathering.take(one)
    slips: dict[str, list[Memory]] = {}
    for question, person in gathering.words.keys() | gathering.feelings.keys():
        memory = gathering.memory(question, person)
        if memory.text or memory.feeling:
            slips.setdefault(question, []).append(memory)
    ordered = {key: tuple(sorted(of, key=_came)) for key, of in sorted(slips.items())}
    counts = {key: len(of) for key, of in ordered.items()}
    return RecallView(ordered, gathering.asked, gathering.pages, counts)


def public(view: RecallView, phase: Phase, role: Role, me: Member | None) -> RecallView:
    """What a role may see: phones nothing of others, the screen no slips until they are shown."""
    if role == "console":
        return replace(view, switched=naming.switched(phase))
    if role == "phone":
        return RecallView(hidden=True)
    if not phase.shown:
        return replace(view, slips={}, hidden=True)
    return view


def _came(slip: Memory) -> tuple[int, str]:
    return slip.order, slip.key
