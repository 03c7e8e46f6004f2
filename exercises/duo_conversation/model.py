"""Duo-gesprek as a pure model: what an answer is, and what all answers together show.

Slots of round r1: "r1.pairs" holds the groups. A person writes "r1.mine" for nobody else, and
"r1.ours_3" for the group with key 3; "r1.mine_share" and "r1.ours_3_share" say whether that may be
shared.
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
    Member,
    Phase,
    Role,
    Stage,
    Step,
)  # fmt: skip
from exercises.duo_conversation import model_arrangement as arrangement
from exercises.duo_conversation.config import ROUNDS_LIMIT, DuoConfig, Question
from exercises.duo_conversation.model_arrangement import Arrangement, Guests
from state.language import _

AREA = 2
STAGES = (
    Stage("intro", _("Uitleg"), _("Volgende ronde"), open=False, shown=True, opens=False),
    Stage("pairs", _("Duo’s"), _("Maak duo’s"), open=False, shown=True, opens=False),
    Stage("talk", _("Gesprek"), _("Begin het gesprek"), open=True, shown=True),
    Stage("share", _("Delen"), _("Naar het delen"), open=True, shown=False),
)
# Stages in which people stand together, and in which the groups follow who is here.
TALK = "talk"
_TOGETHER = ("pairs", TALK)
# The last part of a slot of somebody's words.
PART = re.compile(r"(mine|ours_([1-9]\d{0,5}))(_share)?", re.ASCII)
Kind = Literal["mine", "ours"]


@dataclass(frozen=True)
class DuoWords:
    """What somebody wrote in a round. `group`: the key of the group it is for; None: for nobody
    else. `share`: the room may have it."""

    text: str = ""
    share: bool = False
    group: int | None = None


@dataclass(frozen=True)
class DuoView:
    """`rounds`: key of a round -> groups; `words`: person -> slot -> what stands
    there."""

    rounds: Mapping[str, Arrangement] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, DuoWords]] = field(default_factory=dict)

    def of(self, round_key: str) -> Arrangement:
        """The groups of a round; none before they were made."""
        return self.rounds.get(round_key, Arrangement())


DuoContext = Context[DuoConfig, DuoView]


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
    guests = guests_of(context.here, context.view, step.key, context.earlier)
    if not before.groups:
        after = arrangement.make(before, guests, step.key)
    elif context.phase.stage in _TOGETHER:
        after = arrangement.mend(before, guests, talking=context.phase.stage == TALK)
    else:
        after = before
    if after.groups == before.groups:
        return {}
    return {f"{step.key}.pairs": arranged(before, after)}


def fold(config: DuoConfig, answers: Sequence[Answer]) -> DuoView:
    """Put all answers together, whatever their order."""
    rounds: dict[str, Arrangement] = {}
    words: dict[str, dict[str, DuoWords]] = {}
    for answer in answers:
        key, _dot, part = answer.slot.rpartition(".")
        if part == "pairs":
            rounds[key] = Arrangement.from_json(answer.payload)
        elif found := PART.fullmatch(part):
            slot = f"{key}.{found[1]}"
            own = words.setdefault(answer.author, {})
            own[slot] = _with(own.get(slot, DuoWords(group=group_key(found))), answer.payload)
    return DuoView(rounds, words)


def public(view: DuoView, phase: Phase, role: Role, me: Member | None) -> DuoView:
    """What a role may see of the words: their writer and the present group see them; the console
    sees the shared ones; the screen too, once the facilitator shows them."""
    if role == "phone":
        words = {} if me is None else _for_phone(view, me.id)
        return DuoView(view.rounds, words)
    if role == "screen" and not (phase.stage == "share" and phase.shown):
        return DuoView(view.rounds)
    shared = {person: _shared(own) for person, own in view.words.items()}
    return DuoView(view.rounds, shared)


def sealed(view: DuoView, answer: Answer) -> bool:
    """Whether an answer is sealed: words that are not shared, in their present or in this
    version."""
    key, _dot, part = answer.slot.rpartition(".")
    found = PART.fullmatch(part)
    if found is None or found[3]:
        return False
    words = view.words.get(answer.author, {}).get(f"{key}.{found[1]}", DuoWords())
    return not words.share or words.text != answer.payload["text"]


def _for_phone(view: DuoView, me: str) -> dict[str, Mapping[str, DuoWords]]:
    seen: dict[str, Mapping[str, DuoWords]] = {me: view.words.get(me, {})}
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


def _shared(own: Mapping[str, DuoWords]) -> dict[str, DuoWords]:
    return {slot: words for slot, words in own.items() if words.share and words.text}


def _with(words: DuoWords, payload: Mapping[str, Any]) -> DuoWords:
    if "share" in payload:
        return replace(words, share=payload["share"])
    return replace(words, text=payload["text"])


def group_key(found: re.Match[str]) -> int | None:
    """The key of the group that a slot is for; None when it is for nobody else."""
    return None if found[2] is None else int(found[2])


def arranged(before: Arrangement, after: Arrangement) -> Accepted:
    """The answer with the new groups; it notifies the phones of people whose group or spot
    changed."""
    people = {one for group in (*before.groups, *after.groups) for one in group.people}
    people |= {*before.aside, *after.aside}
    changed = sorted(one for one in people if _company(before, one) != _company(after, one))
    return Accepted(after.to_json(), also_notifies=tuple(changed))


def _company(here: Arrangement, person: str) -> tuple[object, ...]:
    group = here.of(person)
    return (group and (group.key, group.spot, frozenset(group.people)), person in here.aside)


def guests_of(
    people: Mapping[str, Member], view: DuoView, key: str, earlier: Sequence[Any]
) -> Guests:
    """Who is here, and whom they met: in the other rounds, and in earlier meetings."""
    party = {one.id: one.organisation_id for one in people.values()}
    groups = [g for other, round_ in view.rounds.items() if other != key for g in round_.groups]
    groups += [g for past in earlier for round_ in past.view.rounds.values() for g in round_.groups]
    return Guests(party, arrangement.count_met(groups))
