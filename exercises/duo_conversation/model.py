"""Duo-gesprek as a pure model: what an answer is, and what all answers together show.

Slots of round r1: "r1.pairs" holds the groups, "r1.note" the facilitator's note. A person writes
"r1.mine" for nobody else, and "r1.ours_3" for the group with key 3; "r1.mine_share" and
"r1.ours_3_share" say whether that may be shared.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from exercises.contract import (
    Accepted,
    Answer,
    Context,
    Entry,
    Member,
    Phase,
    Rejected,
    Role,
    Stage,
    Step,
)  # fmt: skip
from exercises.duo_conversation import arrangement
from exercises.duo_conversation.arrangement import Arrangement, Guests
from exercises.duo_conversation.config import ROUNDS_LIMIT, DuoConfig, Question
from exercises.kit.rules.words import judged_words
from state.language import _
from state.models import FACILITATOR

AREA = 2
WORDS_LIMIT = 400
NOTE_LIMIT = 2000
STAGES = (
    Stage("intro", _("Uitleg"), _("Volgende ronde"), open=False, shown=True),
    Stage("pairs", _("Duo's"), _("Maak duo's"), open=False, shown=True),
    Stage("talk", _("Gesprek"), _("Begin het gesprek"), open=True, shown=True),
    Stage("share", _("Delen"), _("Naar het delen"), open=True, shown=False),
)
# Stages in which people stand together, and in which the groups follow who is here.
_TOGETHER = ("pairs", "talk")
_PART = re.compile(r"(mine|ours_([1-9]\d{0,5}))(_share)?", re.ASCII)
Kind = Literal["mine", "ours"]


@dataclass(frozen=True)
class Words:
    """What somebody wrote in a round. `group`: the key of the group it is for; None: for nobody
    else. `share`: the room may have it."""

    text: str = ""
    share: bool = False
    group: int | None = None


@dataclass(frozen=True)
class DuoView:
    """`rounds`: key of a round -> groups; `words`: person -> slot -> what stands there;
    `notes`: key of a round -> the facilitator's note."""

    rounds: Mapping[str, Arrangement] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)

    def of(self, round_key: str) -> Arrangement:
        """The groups of a round; none before they were made."""
        return self.rounds.get(round_key, Arrangement())


DuoContext = Context[DuoConfig, DuoView]
DuoEntry = Entry[DuoConfig, DuoView]


def steps(config: DuoConfig) -> tuple[Step, ...]:
    """One step for each round."""
    return tuple(
        Step(f"r{number}", _("Ronde {number}").format(number=number), AREA)
        for number in range(1, max(1, min(ROUNDS_LIMIT, config.rounds)) + 1)
    )


def enter(config: DuoConfig, phase: Phase) -> Phase:
    """Each round begins with everybody choosing their own question, phones awake."""
    if phase.stage != "intro":
        return phase
    kept = {key: value for key, value in phase.options.items() if key not in ("question", "down")}
    return replace(phase, options=kept)


def clock(config: DuoConfig, phase: Phase) -> float | None:
    """The minutes of a round count while people talk."""
    return float(config.minutes) if phase.stage == "talk" else 0


def question_for_all(config: DuoConfig, phase: Phase) -> Question | None:
    """The question that the facilitator chose for the whole room."""
    chosen = phase.option("question", "")
    return next((item for item in config.questions if item.key == chosen), None)


def settle(context: DuoContext) -> Mapping[str, Accepted]:
    """Groups are made as people are asked to stand together, and follow who comes and goes."""
    step = context.step
    if step is None or context.phase.stage not in (*_TOGETHER, "share"):
        return {}
    before = context.view.of(step.key)
    guests = _guests(context.members, context.view, step.key, context.earlier)
    if not before.groups:
        after = arrangement.make(before, guests, step.key)
    elif context.phase.stage in _TOGETHER:
        after = arrangement.mend(before, guests)
    else:
        after = before
    if after.groups == before.groups:
        return {}
    return {f"{step.key}.pairs": _arranged(before, after)}


def accept(entry: DuoEntry) -> Accepted | Rejected:
    """Judge words, a switch on them, the facilitator's note, or a change of the groups."""
    key, _dot, part = entry.slot.rpartition(".")
    if key not in {step.key for step in steps(entry.config)}:
        return Rejected(_("Deze ronde is weggehaald. Je hoeft niets meer te doen."))
    if entry.author == FACILITATOR:
        if part == "note":
            return judged_words(entry.payload, NOTE_LIMIT, _("De notitie"))
        if part == "pairs":
            return _rearranged(entry, key)
    elif found := _PART.fullmatch(part):
        return _words(entry, key, found)
    return Rejected(_("Dit antwoord hoort niet bij deze oefening. Laad de pagina opnieuw."))


def fold(config: DuoConfig, answers: Sequence[Answer]) -> DuoView:
    """Put all answers together, whatever their order."""
    rounds: dict[str, Arrangement] = {}
    words: dict[str, dict[str, Words]] = {}
    notes: dict[str, str] = {}
    for answer in answers:
        key, _dot, part = answer.slot.rpartition(".")
        if part == "pairs":
            rounds[key] = Arrangement.from_json(answer.payload)
        elif part == "note":
            notes[key] = answer.payload["text"]
        elif found := _PART.fullmatch(part):
            slot = f"{key}.{found[1]}"
            own = words.setdefault(answer.author, {})
            own[slot] = _with(own.get(slot, Words(group=_group_key(found))), answer.payload)
    return DuoView(rounds, words, notes)


def public(view: DuoView, phase: Phase, role: Role, me: Member | None) -> DuoView:
    """Words are for who wrote them, for who is in their group now, and, shared, for the console;
    the screen has the shared ones when the facilitator shows them."""
    if role == "phone":
        words = {} if me is None else _for_phone(view, me.id)
        return DuoView(view.rounds, words)
    if role == "screen" and not (phase.stage == "share" and phase.shown):
        return DuoView(view.rounds)
    shared = {person: _shared(own) for person, own in view.words.items()}
    return DuoView(view.rounds, shared, view.notes if role == "console" else {})


def sealed(view: DuoView, answer: Answer) -> bool:
    """Words that are not shared, now or as they stood here, are nobody's but the writer's."""
    key, _dot, part = answer.slot.rpartition(".")
    found = _PART.fullmatch(part)
    if found is None or found[3]:
        return False
    words = view.words.get(answer.author, {}).get(f"{key}.{found[1]}", Words())
    return not words.share or words.text != answer.payload["text"]


def _for_phone(view: DuoView, me: str) -> dict[str, Mapping[str, Words]]:
    seen: dict[str, Mapping[str, Words]] = {me: view.words.get(me, {})}
    for key, round_ in view.rounds.items():
        group = round_.of(me)
        if group is None:
            continue
        slot = f"{key}.ours_{group.key}"
        for other in group.people:
            words = view.words.get(other, {}).get(slot)
            if other != me and words is not None:
                seen[other] = {**seen.get(other, {}), slot: words}
    return seen


def _shared(own: Mapping[str, Words]) -> dict[str, Words]:
    return {slot: words for slot, words in own.items() if words.share and words.text}


def _with(words: Words, payload: Mapping[str, Any]) -> Words:
    if "share" in payload:
        return replace(words, share=payload["share"])
    return replace(words, text=payload["text"])


def _group_key(found: re.Match[str]) -> int | None:
    return None if found[2] is None else int(found[2])


def _words(entry: DuoEntry, key: str, found: re.Match[str]) -> Accepted | Rejected:
    """Words may come late: somebody was still typing when the room moved on."""
    rings: tuple[str, ...] = ()
    group = _group_key(found)
    if group is not None:
        here = entry.load().of(key)
        if not here.was_in(entry.author, group):
            return Rejected(_("Dit is niet jouw duo. Wat je schreef, staat nog op je gsm."))
        now = here.of(entry.author)
        if now is not None and now.key == group:
            rings = tuple(one for one in now.people if one != entry.author)
    if found[3]:
        share = entry.payload.get("share")
        if not isinstance(share, bool):
            return Rejected(_("Deze keuze is niet te lezen. Probeer het nog eens."))
        return Accepted({"share": share}, rings=rings)
    verdict = judged_words(entry.payload, WORDS_LIMIT, _("Je notitie"))
    return verdict if isinstance(verdict, Rejected) else replace(verdict, rings=rings)


def _rearranged(entry: DuoEntry, key: str) -> Accepted | Rejected:
    """A change by hand; `who` and `with` are aliases, `made` says which groups were seen."""
    view = entry.load()
    before = view.of(key)
    guests = _guests(entry.people(), view, key, entry.earlier())
    wish = entry.payload.get("do")
    if wish == "again":
        if entry.payload.get("made") != before.made:
            return Rejected(_("Iemand anders maakte net nieuwe duo's. Kijk even opnieuw."))
        return _arranged(before, arrangement.make(before, guests, key))
    known = {entry.alias(person): person for person in guests.party}
    who = _known(known, entry.payload.get("who"))
    if who is None:
        return Rejected(_("Deze persoon is niet meer in de bijeenkomst."))
    if wish in ("aside", "back"):
        change = arrangement.set_aside if wish == "aside" else arrangement.bring_back
        return _arranged(before, change(before, who, guests))
    other = _known(known, entry.payload.get("with"))
    if wish != "together" or other is None or other == who:
        return Rejected(_("Kies twee mensen die er allebei zijn."))
    return _arranged(before, arrangement.put_together(before, who, other, guests))


def _known(known: Mapping[str, str], sent: Any) -> str | None:
    return known.get(sent) if isinstance(sent, str) else None


def _arranged(before: Arrangement, after: Arrangement) -> Accepted:
    """The new groups, told at once to whoever has other company than before, or another spot."""
    people = {one for group in (*before.groups, *after.groups) for one in group.people}
    people |= {*before.aside, *after.aside}
    changed = sorted(one for one in people if _company(before, one) != _company(after, one))
    return Accepted(after.to_json(), rings=tuple(changed))


def _company(here: Arrangement, person: str) -> tuple[object, ...]:
    group = here.of(person)
    return (group and (group.key, group.spot, frozenset(group.people)), person in here.aside)


def _guests(
    people: Mapping[str, Member], view: DuoView, key: str, earlier: Sequence[Any]
) -> Guests:
    """Who is here, and whom they met: in the other rounds, and in earlier meetings."""
    party = {one.id: one.organisation_id for one in people.values()}
    groups = [g for other, round_ in view.rounds.items() if other != key for g in round_.groups]
    groups += [g for past in earlier for round_ in past.view.rounds.values() for g in round_.groups]
    return Guests(party, arrangement.count_met(groups))
