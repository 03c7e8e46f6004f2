"""Who of the own organisation can do it together, each on a phone."""

from __future__ import annotations

from dataclasses import replace

import exercises
from exercises.contract import Member, Phase
from exercises.kit.rules.colleagues import with_phone
from tests.exercises.contexts import context_of

AN, BO, CAS = (
    Member(name, name, organisation, organisation, 1, "staat")
    for name, organisation in (("an", "o1"), ("bo", "o1"), ("cas", "o2"))
)


def names(*people: Member, me: str | None = "an") -> list[str]:
    here = {one.id: one for one in people}
    made = context_of(exercises.EXERCISES[0], Phase(), "phone", people=here, me=me)
    return [one.name for one in with_phone(made)]


def test_a_colleague_with_a_phone_is_company() -> None:
    assert names(AN, BO, CAS) == ["bo"]
    assert names(AN, CAS) == []
    assert names(AN, replace(BO, by_hand=True)) == []
    assert names(AN, BO, me=None) == []
