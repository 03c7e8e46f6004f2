from __future__ import annotations

import pytest

from state import agreements, meetings, tracks
from state.database import Store
from state.problems import Refused


def texts(store: Store, meeting: str) -> list[tuple[str, str]]:
    with store.read() as db:
        return [(one.due, one.text) for one in agreements.of_meeting(db, meeting)]


def test_they_stand_by_day_and_those_without_one_come_last(store: Store, meeting: str) -> None:
    agreements.add(store, meeting, "  Elk duo belt zijn gastheer ")
    agreements.add(store, meeting, "Leervragen naar Hanne", "2026-10-15")
    agreements.add(store, meeting, "Wout belt Greet", "2026-10-02")
    assert texts(store, meeting) == [
        ("2026-10-02", "Wout belt Greet"),
        ("2026-10-15", "Leervragen naar Hanne"),
        ("", "Elk duo belt zijn gastheer"),
    ]


def test_one_is_changed_removed_and_put_back(store: Store, meeting: str, track: str) -> None:
    one = agreements.add(store, meeting, "Soep", "2026-10-02")
    agreements.change(store, one, "Soep en brood", "")
    assert texts(store, meeting) == [("", "Soep en brood")]
    agreements.remove(store, one)
    assert texts(store, meeting) == []
    (removal,) = tracks.removals(store, meeting)
    tracks.undo_removal(store, removal["id"], track)
    assert texts(store, meeting) == [("", "Soep en brood")]


@pytest.mark.parametrize(
    ("text", "due", "sentence"),
    [
        ("", "", "De afspraak is nog leeg."),
        ("x" * 241, "", "De afspraak is te lang: 241 tekens, hoogstens 240 passen er."),
        ("Soep", "morgen", "Kies een dag in de kalender."),
    ],
)
def test_what_does_not_fit_is_refused(
    store: Store, meeting: str, text: str, due: str, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        agreements.add(store, meeting, text, due)
    assert texts(store, meeting) == []


def test_there_are_twenty_at_most(store: Store, meeting: str) -> None:
    for number in range(agreements.MOST):
        agreements.add(store, meeting, f"Afspraak {number}")
    with pytest.raises(Refused, match="Meer dan 20 afspraken"):
        agreements.add(store, meeting, "Nog een")


def test_a_meeting_that_is_gone_takes_none(store: Store, meeting: str) -> None:
    meetings.remove(store, meeting)
    with pytest.raises(Refused):
        agreements.add(store, meeting, "Soep")
