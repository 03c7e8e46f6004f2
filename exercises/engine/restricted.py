"""Leaves out of answers what their authors keep from a reader, and whose the others are where that
is not told; pure. `state.restrictions` holds what people chose.

Nothing of it is known to an exercise: it folds what is left. An answer that is given without the
name of its author gets another author, a nameless member of the same organisation, or of none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from exercises.contract import Answer, Exercise, Json, Member, alias
from state.language import _
from state.models import FACILITATOR, Person
from state.restrictions import Limit, Limits, Restriction, narrowest
from state.tracks import nameless

_OPEN = Limit()
_ALIAS = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True)
class Reading:
    """What decides how answers of one activity are read. `outside`: it is for readers outside the
    group; `own`: ids of the authors whose answers are read as they are, by the person of a phone.
    `people`: who is known by id. Aliases are keyed by `secret`."""

    activity: str
    secret: str
    limits: Limits
    people: Mapping[str, Member] = field(default_factory=dict)
    outside: bool = False
    own: frozenset[str] = frozenset()

    def hides(self, limit: Limit) -> bool:
        """Whether an answer of that limit is left out."""
        return limit.place == "self" or (self.outside and limit.place == "group")

    @cached_property
    def stand_ins(self) -> dict[str, Member]:
        """Who stands for an author that is not named, or for who wrote what an organisation or a
        visit owns, by id."""
        return {one.id: one for one, _writer in self._standing}

    @cached_property
    def behind(self) -> dict[str, str]:
        """The id of the person for whom somebody stands in, by the id of who stands in: only to
        judge what is sent, never for a browser."""
        return {one.id: writer for one, writer in self._standing}

    @cached_property
    def _standing(self) -> tuple[tuple[Member, str], ...]:
        """Everybody who stands in, with the id of for whom."""
        found = (
            (self.stand_in(writer, slot, limit), writer)
            for (author, slot), limit in self.limits.items()
            for writer in self._writers(author)
        )
        return tuple((one, writer) for one, writer in found if one is not None)

    def _writers(self, author: str) -> tuple[str, ...]:
        """Who may have written what an author owns."""
        if author in self.people:
            return (author,)
        house = self._by_organisation.get(author)
        # A visit is written on by people of two organisations, which is not known here.
        return tuple(self.people) if house is None else house

    @cached_property
    def _by_organisation(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for one in self.people.values():
            found[one.organisation_id] = (*found.get(one.organisation_id, ()), one.id)
        return found

    def stand_in(self, author: str, slot: str, limit: Limit) -> Member | None:
        """Who stands for the author of an answer, the same for all that belongs together; None
        where the author is told, or is nobody in the room."""
        who = self.people.get(author)
        if limit.naming == "names" or who is None or author in self.own:
            return None
        # Not traceable to the person, and not the same for other things of that person.
        key = alias(f"{self.activity}:{limit.thing or slot}", self.secret, author)
        if limit.naming == "nobody":
            return Member(key, _("iemand"), "", "", 0, who.pose, nameless=True)
        return replace(
            who, id=key, name=nameless(who.organisation), function="", nameless=True, by_hand=False
        )


def limits_for(
    exercise: Exercise[Any, Any], activity_id: str, found: Collection[Restriction]
) -> Limits:
    """What is restricted in an activity; where an exercise goes on from meeting to meeting, what is
    restricted in one of them holds in all."""
    on = exercise.withheld is not None
    return narrowest(
        one for one in found
        if one.activity == activity_id or (on and one.kind == exercise.kind)
    )  # fmt: skip


def limit_of(exercise: Exercise[Any, Any], limits: Limits, author: str, slot: str) -> Limit:
    """How far an answer may go, also one that was given after what it goes with was restricted."""
    own = limits.get((author, slot))
    return own or limits.get((author, exercise.goes_with(slot)), _OPEN)


def readable(
    answers: Collection[Answer], exercise: Exercise[Any, Any], reading: Reading
) -> list[Answer]:
    """The answers as a reader is given them."""
    withheld = exercise.withheld
    hidden: dict[str, set[str]] = {}
    if withheld is not None:
        for (author, slot), limit in reading.limits.items():
            if reading.hides(limit) and author not in reading.own:
                hidden.setdefault(author, set()).add(slot)
    kept = []
    for answer in answers:
        if answer.author in reading.own:
            kept.append(answer)
            continue
        one = answer
        if withheld is not None and one.author in hidden:
            one = withheld(one, hidden[one.author])
        limit = limit_of(exercise, reading.limits, one.author, one.slot)
        if not reading.hides(limit):
            kept.append(_signed(one, limit, reading))
    return _linked(kept, reading) if exercise.links_people else kept


def traced(slot: str, payload: Json, reading: Reading) -> tuple[str, Json]:
    """A slot and payload as a browser sent them, with the aliases of people where it was given only
    those of who stands in for them. An exercise judges and stores them as without a restriction."""
    names = {
        alias(reading.activity, reading.secret, one): alias(
            reading.activity, reading.secret, person
        )
        for one, person in reading.behind.items()
    }
    return _ALIAS.sub(lambda found: names.get(found[0], found[0]), slot), _renamed(payload, names)


def may_name(slot: str, payload: Json) -> bool:
    """Whether an alias may stand in what a browser sent."""
    return bool(_ALIAS.search(slot) or _ALIAS.search(json.dumps(payload)))


def _signed(answer: Answer, limit: Limit, reading: Reading) -> Answer:
    """The answer with who stands for its writer."""
    if limit.naming == "names":
        return answer
    who = reading.stand_in(answer.author, answer.slot, limit)
    if who is not None:
        by = answer.by if answer.by == FACILITATOR else who.id
        return replace(answer, author=who.id, by=by)
    who = reading.stand_in(answer.by, answer.slot, limit)
    if who is None:
        return answer
    # What an organisation or a visit owns keeps its owner; who wrote it may stand in the slot too.
    names = {
        alias(reading.activity, reading.secret, answer.by): alias(
            reading.activity, reading.secret, who.id
        ),
        answer.by: who.id,
    }
    slot = answer.slot
    for old, new in names.items():
        slot = slot.replace(old, new)
    return replace(answer, by=who.id, slot=slot, payload=_renamed(answer.payload, names))


def _linked(answers: list[Answer], reading: Reading) -> list[Answer]:
    """The answers, in which the ids of authors who are not named are those of who stands for
    them."""
    names = {
        author: who.id
        for (author, slot), limit in reading.limits.items()
        if (who := reading.stand_in(author, slot, limit)) is not None
    }
    if not names:
        return answers
    return [replace(one, payload=_renamed(one.payload, names)) for one in answers]


def _renamed(payload: Json, names: Mapping[str, str]) -> Json:
    found: Json = _value(payload, names)
    return found


def _value(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, dict):
        return {names.get(key, key): _value(one, names) for key, one in value.items()}
    if isinstance(value, list):
        return [_value(one, names) for one in value]
    return value


def consenting(people: Collection[Person]) -> frozenset[str]:
    """The ids of who may be named outside the group."""
    return frozenset(one.id for one in people if one.consent == "named")
