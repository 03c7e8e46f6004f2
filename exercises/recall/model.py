"""The Inleefoefening as a pure model: who remembers what, and what the group called warm.

The first step is listening in the dark, then comes a step for each question, last the step in which
all warm words lie in one light. Slots, "<question>" being the key of a question:

    "<question>.words"      {text, host}; "<question>.feeling"  {feeling, host}
    "host.pick"             {host}: whom somebody who visited several hosts remembers
    "<question>.warm-<slip>"  {on, text}; "listen.now" {n}; "<step>.page" {n}   the facilitator's

`host` is the id of the organisation that was visited, "" for a first visit anywhere. A mark holds
as long as the words are those that the group marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Any

from exercises.contract import Answer, Member, Phase, Role, Stage, Step, TrackVisit
from exercises.kit.rules import naming
from exercises.kit.rules.naming import Visibility
from exercises.recall.config import RecallConfig, RecallQuestion
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
        Step(LISTEN, _("Luisteren in het donker"), AREA),
        *questions,
        Step(LIGHT, _("Wat een warm welkom was"), AREA, _("Alles in één licht")),
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
    """The key of a slip: the same each time, and nobody who does not know the id of its person can
    tell whose it is."""
    return blake2b(f"{question}:{person}".encode(), digest_size=6).hexdigest()


def hosts_of(member: Member | None, visits: Iterable[TrackVisit]) -> tuple[str, ...]:
    """The hosts, each once, where somebody was a guest on a visit that was not called off."""
    if member is None:
        return ()
    return tuple(
        dict.fromkeys(
            one.host
            for one in visits
            if one.stands
            and one.visitor == member.organisation_id
            and one.takes_part(member.id, member.organisation_id)
        )
    )


def fold(config: RecallConfig, answers: Sequence[Answer]) -> RecallView:
    """Put all answers together, whatever their order."""
    found: dict[tuple[str, str], Memory] = {}
    picks: dict[str, str] = {}
    marks: dict[tuple[str, str], str] = {}
    asked, pages = 0, dict[str, int]()
    for one in answers:
        key, _dot, part = one.slot.rpartition(".")
        if one.author == FACILITATOR and part == PAGE:
            pages[key] = one.payload["n"]
        elif one.author == FACILITATOR and part == NOW:
            asked = one.payload["n"]
        elif one.author == FACILITATOR and part.startswith(WARM):
            if one.payload["on"]:
                marks[key, part.removeprefix(WARM)] = one.payload["text"]
        elif one.slot == PICK:
            picks[one.author] = one.payload["host"]
        elif part in (WORDS, FEELING):
            before = found.get((key, one.author)) or Memory(
                slip_key(one.author, key), key, one.author, order=one.order
            )
            found[key, one.author] = _with(before, one, part)
    slips: dict[str, list[Memory]] = {}
    for (key, person), slip in found.items():
        if slip.text or slip.feeling:
            warm = bool(slip.text) and marks.get((key, slip.key)) == slip.text
            host = picks.get(person, slip.host)
            slips.setdefault(key, []).append(replace(slip, host=host, warm=warm))
    ordered = {key: tuple(sorted(of, key=_came)) for key, of in sorted(slips.items())}
    return RecallView(ordered, asked, pages, {key: len(of) for key, of in ordered.items()})


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


def _with(slip: Memory, answer: Answer, part: str) -> Memory:
    payload: Mapping[str, Any] = answer.payload
    host = payload.get("host", "")
    # Words that are said better do not make the slip come in anew.
    order = min(slip.order, answer.order)
    if part == WORDS:
        return replace(slip, text=payload["text"], host=host or slip.host, order=order)
    return replace(slip, feeling=payload["feeling"], host=slip.host or host, order=order)
