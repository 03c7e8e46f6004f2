"""Who reads which results."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from exercises.contract import Member, Party
from exercises.engine.readers import FOR_OTHERS, Asker, completed, read_by
from exercises.results import (
    HostWish,
    LinePosition,
    Naming,
    Origin,
    Quote,
    Readers,
    Result,
    TrackResults,
    Visit,
)

PEOPLE = {
    one: Member(one, one.title(), org, org, 1, "staat")
    for one, org in (("an", "o1"), ("bo", "o1"), ("cas", "o2"))
}
PARTIES = (Party("o1", "De Brug", "", 1), Party("o2", "Huis", "", 2),
           Party("o3", "Weg", "", 3, gone=True))  # fmt: skip
SCREEN = Asker("screen")


def quote(
    person: str = "an", naming: Naming = "names", readers: Readers = "everybody", text: str = "ja"
) -> Quote:
    return Quote(text=text, person=person, naming=naming, readers=readers)


def whole(*results: Result) -> list[Result]:
    return list(completed(results, Origin(), PEOPLE, PARTIES))


def phone(me: str, *, checked: bool = True) -> Asker:
    return Asker("phone", PEOPLE[me], checked)


ASKERS = (FOR_OTHERS, SCREEN, *(phone(one, checked=checked) for one in PEOPLE
                                for checked in (True, False)))  # fmt: skip
askers = st.sampled_from(ASKERS)
quotes = st.builds(
    quote, st.sampled_from(list(PEOPLE)), st.sampled_from(get_args(Naming)),
    st.sampled_from(get_args(Readers)), st.text(min_size=1),
)  # fmt: skip


@given(quotes, askers)
def test_nobody_else_is_told_more_than_was_allowed(said: Quote, asker: Asker) -> None:
    (one,) = whole(said)
    for read in read_by(asker, [one]):
        assert isinstance(read, Quote) and read.text == said.text
        own = asker.checked and asker.me is not None and asker.me.id == said.person
        if own:
            assert read == one
            continue
        assert said.readers != "person"
        assert read.name == (one.name if said.naming == "names" else "")
        assert read.person == (one.person if said.naming == "names" else "")
        assert read.organisation == ("" if said.naming == "nobody" else one.organisation)
        colleague = asker.me is not None and asker.me.organisation_id == one.organisation
        if said.readers != "everybody":
            facilitator = asker.role == "console" and said.readers == "facilitator"
            assert facilitator or (colleague and said.naming != "nobody")


@given(st.lists(quotes), askers)
def test_who_may_read_less_is_never_told_what_a_wider_circle_is_not(
    said: list[Quote], asker: Asker
) -> None:
    circles: tuple[Readers, ...] = ("person", "organisation", "facilitator", "everybody")
    told = [
        len(read_by(asker, whole(*(replace(one, readers=readers, text=f"{at}")
                                   for at, one in enumerate(said)))))
        for readers in circles
    ]  # fmt: skip
    assert told == sorted(told) and told[-1] == len(said)


def test_what_is_not_released_is_for_the_own_people() -> None:
    kept = whole(quote("an", readers="organisation"))
    reads = [asker for asker in ASKERS if read_by(asker, kept)]
    assert {asker.me.id for asker in reads if asker.me} == {"an", "bo"} and len(reads) == 4


def test_what_the_own_phone_has_comes_first_and_once() -> None:
    first, second = quote(text="een"), quote(text="twee")
    read = read_by(phone("an"), whole(second), whole(first, second))
    assert [one.text for one in read if isinstance(one, Quote)] == ["een", "twee"]


def test_a_person_has_a_name_and_an_organisation_and_each_step_an_origin() -> None:
    (one,) = completed(
        [replace(quote("cas"), origin=Origin("s2"))], Origin("", "m", "Kick-off"), PEOPLE, PARTIES
    )
    assert (one.name, one.organisation) == ("Cas", "o2")
    assert one.origin == Origin("s2", "m", "Kick-off")


def test_positions_of_one_person_on_one_statement_join_without_telling_whose() -> None:
    places = (("an", "a", 0.1), ("an", "a", 0.9), ("bo", "a", 0.5), ("an", "b", 0.5))
    stood = [
        LinePosition(about=about, at=at, left="nee", right="ja", person=person, naming="nobody")
        for person, about, at in places
    ]
    read = read_by(SCREEN, completed(stood, Origin(), PEOPLE, PARTIES, "t1"))
    told = [one.pseudonym for one in read if isinstance(one, LinePosition) and not one.person]
    assert told[0] == told[1] and len(set(told)) == 3 and "an" not in told


def test_who_or_what_is_gone_gives_nothing() -> None:
    assert whole(quote("dee"), Quote(text="van niemand"), Quote(text="x", organisation="o9")) == []
    wishes = [HostWish(rank=1, host=host, organisation="o1") for host in ("o2", "o3", "o9")]
    assert [one.host for one in whole(*wishes) if isinstance(one, HostWish)] == ["o2"]
    # What was done with somebody who left since, was done.
    assert len(whole(Visit(host="o3", organisation="o1"), Quote(text="x", organisation="o3"))) == 2


def test_a_track_is_read_once_and_only_when_asked() -> None:
    calls = []

    def read() -> tuple[Result, ...]:
        calls.append(1)
        return (quote(), Visit(host="o2", organisation="o1"))

    track = TrackResults(read)
    assert calls == []
    assert [len(track.of(kind)) for kind in (Quote, Visit, HostWish, Result)] == [1, 1, 0, 2]
    assert calls == [1]
