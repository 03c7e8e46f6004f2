"""Applying: drafts, sending, the last second, and what never gets lost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from state import application_room, application_rows, applications, applying, calls, tracks
from state.application_rows import Application, NotComplete, of_token
from state.applying import TooLate
from state.database import Store
from state.ids import new_token
from state.problems import Refused

FULL = {"organisation": "De Regenton", "person-1": "Katrien", "phone": "0470 12 34 56"}
MIDNIGHT = datetime(2027, 2, 28, 23, tzinfo=UTC)


class Clock(datetime):
    """A clock that stands still."""

    moment = MIDNIGHT

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        """The moment it was set to."""
        return cls.moment


@pytest.fixture
def track(store: Store, monkeypatch: pytest.MonkeyPatch) -> str:
    """A call that is open up to and including 28 February 2027."""
    monkeypatch.setattr(calls, "datetime", Clock)
    monkeypatch.setattr(applying, "datetime", Clock)
    monkeypatch.setattr(application_room, "datetime", Clock)
    Clock.moment = MIDNIGHT - timedelta(days=9)
    track_id = tracks.add_track(store, "Proef", "")
    calls.set_deadline(store, track_id, "2027-02-28")
    calls.set_state(store, track_id, "open")
    return track_id


def begin(store: Store, track: str, typed: Mapping[str, str] = FULL) -> str:
    token = new_token()
    applying.begin(store, calls.of_track(store, track), token, typed, opened_at=Clock.moment)
    return token


def found(store: Store, token: str) -> Application:
    with store.read() as db:
        one = of_token(db, token)
    assert one is not None
    return one


def test_the_last_second_of_the_day_in_brussels_still_counts(store: Store, track: str) -> None:
    early, late = begin(store, track), begin(store, track)
    Clock.moment = MIDNIGHT - timedelta(seconds=1)
    applying.send(store, early)
    Clock.moment = MIDNIGHT
    with pytest.raises(TooLate):
        applying.send(store, late)
    assert (found(store, early).status, found(store, late).status) == ("sent", "draft")
    assert found(store, late).late_at and found(store, late).answers.name == "De Regenton"


def test_the_day_of_the_summer_clock_ends_at_midnight_too(store: Store, track: str) -> None:
    calls.set_deadline(store, track, "2027-03-28")
    end = calls.of_track(store, track).closes_at
    assert end is not None and end.astimezone(UTC) == datetime(2027, 3, 28, 22, tzinfo=UTC)


def test_what_was_being_typed_is_kept_for_a_day(store: Store, track: str) -> None:
    token = begin(store, track)
    Clock.moment = MIDNIGHT + timedelta(hours=23)
    assert applying.save(store, token, {"place": "Sluiswijk"}) == {}
    Clock.moment = MIDNIGHT + timedelta(hours=24)
    with pytest.raises(TooLate):
        applying.save(store, token, {"place": "Elders"})
    assert found(store, token).answers.place == "Sluiswijk"


def test_a_page_opened_in_time_may_still_make_a_draft(store: Store, track: str) -> None:
    call = calls.of_track(store, track)
    Clock.moment = MIDNIGHT + timedelta(minutes=1)
    applying.begin(store, call, new_token(), FULL, opened_at=MIDNIGHT - timedelta(minutes=1))
    with pytest.raises(TooLate):
        applying.begin(store, call, new_token(), FULL, opened_at=MIDNIGHT)
    assert [one.status for one in applications.of_track(store, track)] == ["draft"]


def test_what_was_sent_does_not_change_after_the_deadline(store: Store, track: str) -> None:
    token = begin(store, track)
    applying.send(store, token)
    Clock.moment = MIDNIGHT
    with pytest.raises(TooLate, match="zoals je ze verstuurde"):
        applying.save(store, token, {"place": "Elders"})
    assert found(store, token).answers.place == ""
    applying.withdraw(store, token)
    assert found(store, token).status == "withdrawn"


def test_each_text_that_does_not_fit_is_told_and_the_others_are_kept(
    store: Store, track: str
) -> None:
    token = begin(store, track)
    wrong = applying.save(store, token, {
        "organisation": "x" * 10_000, "reaches": "y" * 10_000, "place": "Sluiswijk",
        "question-1": "z" * 301, "unknown": "weg", "free": "misschien",
    })  # fmt: skip
    assert set(wrong) == {"organisation", "reaches", "question-1"}
    answers = found(store, token).answers
    assert (answers.name, answers.place, answers.free) == ("De Regenton", "Sluiswijk", "")


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ({}, ["organisation", "person-1", "phone"]),
        ({**FULL, "organisation": "\u200b"}, ["organisation"]),
        ({**FULL, "person-1": "0470 12 34 56"}, ["person-1"]),
        ({**FULL, "contact": "0032470123456"}, ["contact"]),
        ({**FULL, "phone": "bel maar"}, ["phone"]),
        ({**FULL, "person-1": "مريم", "organisation": "🌂"}, []),
    ],
)
def test_what_an_application_can_not_be_sent_without(
    store: Store, track: str, typed: dict[str, str], keys: list[str]
) -> None:
    token = begin(store, track, typed)
    if not keys:
        applying.send(store, token)
        assert found(store, token).status == "sent"
        return
    with pytest.raises(NotComplete) as wrong:
        applying.send(store, token)
    assert list(wrong.value.keys) == keys and found(store, token).status == "draft"


def test_withdrawn_is_the_end(store: Store, track: str) -> None:
    token = begin(store, track)
    applying.withdraw(store, token)
    applying.withdraw(store, token)
    for act in (lambda: applying.save(store, token, {"place": "x"}),
                lambda: applying.send(store, token)):  # fmt: skip
        with pytest.raises(Refused, match="ingetrokken"):
            act()


def test_only_a_hash_of_the_link_is_stored(store: Store, track: str) -> None:
    token = begin(store, track)
    with store.read() as db:
        stored = [list(row.values()) for table in ("application", "application_link")
                  for row in db.query(f"SELECT * FROM {table}")]  # fmt: skip
    assert token not in str(stored)


def test_too_many_drafts_let_a_new_one_in(
    store: Store, track: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one gives way that was least gone on with, and of those the oldest."""
    monkeypatch.setattr(application_room, "MOST_DRAFTS", 3)
    further, older, newer = (
        begin(store, track, texts) for texts in (FULL, *[{"organisation": "Robot"}] * 2)
    )
    with store.write() as db:
        db.conn.execute(
            "UPDATE application SET updated_at = '2020-01-01' WHERE id = ?",
            [found(store, older).id],
        )
    begin(store, track, {"organisation": "Nieuw"})
    with store.read() as db:
        assert of_token(db, older) is None
    assert found(store, further).status == found(store, newer).status == "draft"


def test_drafts_of_who_began_very_many_give_way_first(
    store: Store, track: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application_room, "MOST_DRAFTS", 2)
    mine, robot = begin(store, track, {"organisation": "Ik"}), begin(store, track)
    new = new_token()
    applying.begin(store, calls.of_track(store, track), new, FULL, opened_at=Clock.moment,
                   crowded=[robot, "unknown"])  # fmt: skip
    with store.read() as db:
        assert of_token(db, robot) is None
    assert found(store, mine).status == found(store, new).status == "draft"


def test_what_is_being_worked_on_and_what_was_sent_never_give_way(
    store: Store, track: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked = {**FULL, "example-1": "Soep", "question-1": "Hoe?"}
    sent, draft = begin(store, track), begin(store, track, worked)
    applying.send(store, sent)
    monkeypatch.setattr(application_room, "MOST_DRAFTS", 1)
    _touched(store, Clock.moment)
    with pytest.raises(Refused, match="heel veel aanmeldingen"):
        begin(store, track)
    _touched(store, Clock.moment - timedelta(days=2))
    begin(store, track)
    assert found(store, sent).status == "sent"
    with store.read() as db:
        assert of_token(db, draft) is None


def test_drafts_in_which_nobody_went_on_are_told_apart(store: Store, track: str) -> None:
    bare = begin(store, track, {"organisation": "Robot", "place": "Ergens"})
    further, sent = begin(store, track), begin(store, track)
    applying.send(store, sent)
    form = calls.of_track(store, track).form

    def told() -> list[str]:
        drafts = applications.of_track(store, track)
        return [one.id for one in application_room.not_gone_on_with(form, drafts)]

    _touched(store, Clock.moment)
    assert told() == []
    _touched(store, Clock.moment - timedelta(days=2))
    assert told() == [found(store, bare).id]
    assert found(store, further).status == "draft"


def test_beginning_again_changes_nothing_that_was_withdrawn(store: Store, track: str) -> None:
    token = begin(store, track)
    applying.withdraw(store, token)
    call = calls.of_track(store, track)
    again = {**FULL, "organisation": "Anders"}
    for moment in (Clock.moment, MIDNIGHT + timedelta(hours=1)):
        Clock.moment = moment
        with pytest.raises(Refused, match="ingetrokken"):
            applying.begin(store, call, token, again, opened_at=moment)
    assert found(store, token).stored["organisation"] == "De Regenton"


def test_beginning_again_after_another_link_was_made_is_told(store: Store, track: str) -> None:
    token = begin(store, track)
    new = applications.give_link(store, found(store, token).id)
    with pytest.raises(Refused, match="Open de nieuwe link"):
        applying.begin(store, calls.of_track(store, track), token, FULL, opened_at=Clock.moment)
    assert found(store, new).stored["organisation"] == "De Regenton"


def _touched(store: Store, moment: datetime) -> None:
    """Let every application be last changed at a moment."""
    with store.write() as db:
        db.conn.execute("UPDATE application SET updated_at = ?", [moment.isoformat()])


ACTS = st.lists(
    st.tuples(st.sampled_from(["save", "send", "withdraw", "accept", "close", "open", "late"]),
              st.sampled_from(["organisation", "person-1", "phone", "place"]),
              st.text(max_size=70)),
    max_size=14,
)  # fmt: skip


@settings(max_examples=40, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(ACTS)
def test_any_order_of_acts_leaves_a_whole_application(
    store: Store, track: str, acts: list[tuple[str, str, str]]
) -> None:
    """What was sent can always be accepted or was withdrawn; what is withdrawn stays so."""
    Clock.moment = MIDNIGHT - timedelta(days=1)
    calls.set_state(store, track, "open")
    token, gone = begin(store, track, {**FULL, "organisation": new_token()}), False
    for act, key, text in acts:
        one = found(store, token)
        try:
            match act:
                case "save":
                    applying.save(store, token, {key: text})
                case "send":
                    applying.send(store, token)
                case "withdraw":
                    applying.withdraw(store, token)
                    gone = True
                case "accept":
                    applications.accept(store, one.id)
                case "late":
                    Clock.moment = MIDNIGHT
                case _:
                    calls.set_state(store, track, "closed" if act == "close" else "open")
        except Refused:
            pass
        one = found(store, token)
        assert (one.status == "withdrawn") == gone
        with store.read() as db:
            if one.status == "sent":
                assert application_rows.gaps(db, one, one.stored) == {}
