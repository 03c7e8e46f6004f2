"""What the organiser decides for the matching: what can be stored, and what it replaces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from state import matching, tracks, visits
from state.database import Store
from state.models import ChoiceKind, TrackVisit, VisitDay, VisitState
from state.problems import Refused


@dataclass(frozen=True)
class Three:
    track: str
    rain: str
    cat: str
    yard: str


@pytest.fixture
def three(store: Store) -> Three:
    track = tracks.add_track(store, "Proef", "")
    return Three(track, *(tracks.add_organisation(store, track, name)
                          for name in ("De Regenton", "Kattenstaart", "Zevenhoek")))  # fmt: skip


def told(store: Store, three: Three) -> list[tuple[str, str, str | None, int, str]]:
    return [(one.kind, one.organisation_id, one.host_id, one.number, one.note)
            for one in matching.choices(store, three.track)]  # fmt: skip


def test_a_rule_takes_the_place_of_its_opposite(store: Store, three: Three) -> None:
    matching.rule(store, three.track, "fixed", three.rain, three.cat)
    matching.rule(store, three.track, "may_again", three.rain, three.cat)
    matching.rule(store, three.track, "must_not", three.rain, three.cat, "  zelfde straat ")
    matching.rule(store, three.track, "must_not", three.cat, three.rain)
    assert told(store, three) == [
        ("may_again", three.rain, three.cat, 0, ""),
        ("must_not", three.rain, three.cat, 0, "zelfde straat"),
        ("must_not", three.cat, three.rain, 0, ""),
    ]


def test_what_was_taken_away_can_be_put_back(store: Store, three: Three) -> None:
    matching.rule(store, three.track, "must_not", three.rain, three.cat, "buren")
    (one,) = matching.choices(store, three.track)
    matching.drop(store, one.id, "Een verbod is weg")
    assert told(store, three) == []
    (removal,) = tracks.removals(store, three.track)
    tracks.undo_removal(store, removal["id"], three.track)
    assert matching.choices(store, three.track) == (one,)
    matching.drop(store, one.id)
    assert told(store, three) == []
    with pytest.raises(Refused):
        matching.drop(store, one.id)


def test_wishes_and_numbers_take_the_place_of_those_before(store: Store, three: Three) -> None:
    matching.set_wishes(store, three.track, three.rain, [three.cat, three.yard])
    matching.set_wishes(store, three.track, three.rain, [three.yard])
    matching.set_numbers(store, three.track, "sends", three.rain, [2, 1])
    matching.set_numbers(store, three.track, "sends", three.rain, [2, 2])
    matching.set_numbers(store, three.track, "most_visits", three.cat, [0])
    assert told(store, three) == [
        ("wish", three.rain, three.yard, 1, ""), ("sends", three.rain, None, 2, ""),
        ("sends", three.rain, None, 2, ""), ("most_visits", three.cat, None, 0, ""),
    ]  # fmt: skip
    matching.set_wishes(store, three.track, three.rain, [])
    matching.set_numbers(store, three.track, "sends", three.rain, [])
    assert [one[0] for one in told(store, three)] == ["most_visits"]


def test_what_is_refused_changes_nothing(store: Store, three: Three) -> None:
    tracks.remove_organisation(store, three.yard)
    matching.set_wishes(store, three.track, three.rain, [three.cat])
    before = told(store, three)
    for hosts in ([three.rain], [three.cat, three.cat], [three.yard], ["nobody"]):
        with pytest.raises(Refused):
            matching.set_wishes(store, three.track, three.rain, hosts)
    for number in (-1, matching.MOST_PEOPLE + 1):
        with pytest.raises(Refused):
            matching.set_numbers(store, three.track, "most_people", three.rain, [number])
    with pytest.raises(Refused):
        matching.rule(store, three.track, "must", three.rain, three.rain)
    with pytest.raises(Refused):
        matching.rule(store, three.track, "must", three.rain, three.yard)
    with pytest.raises(Refused):
        matching.rule(store, three.track, "must_not", three.rain, three.cat, "x" * 161)
    assert told(store, three) == before


@pytest.mark.parametrize("kind", ["wish", "sends"])
def test_a_rule_is_about_two(store: Store, three: Three, kind: ChoiceKind) -> None:
    with pytest.raises(ValueError, match=kind):
        matching.rule(store, three.track, kind, three.rain, three.cat)


@pytest.mark.parametrize(
    ("state", "day", "met"),
    [
        ("done", "2026-03-09", True),
        ("agreed", "2024-11-28", True),
        ("done", "2024-11-26", False),
        ("called_off", "2026-03-09", False),
        ("proposed", "2026-03-09", False),
    ],
)
def test_who_met_in_an_earlier_track(
    store: Store, three: Three, state: VisitState, day: str, met: bool
) -> None:
    other = tracks.add_track(store, "Vorig jaar", "")
    rain = tracks.add_organisation(store, other, "de  regenton")
    cat = tracks.add_organisation(store, other, "Kattenstaart")
    gone = tracks.add_organisation(store, other, "Elders")
    days = (VisitDay(day),)
    visits.add(store, other, TrackVisit("", cat, rain, state=state, days=days))
    visits.add(store, other, TrackVisit("", gone, rain, state=state, days=days))
    visits.add(store, three.track, TrackVisit("", three.yard, three.cat, state="done", days=days))
    with store.read() as db:
        found = matching.met_before(db, three.track, date(2026, 11, 27))
        assert found == ({(three.rain, three.cat)} if met else set())
        assert matching.met_before(db, other, date(2026, 11, 27)) == set()
