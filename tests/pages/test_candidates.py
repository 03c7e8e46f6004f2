"""The page on which a mix of candidates is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path
from re import sub

import pytest
from streamlit.testing.v1 import AppTest

from state import applications, calls, tracks
from state.application_rows import Decision
from state.database import Store
from tests.pages.applied import SCHOOL, WHOLE, apply, called_track
from tests.pages.desk import data_folder, errors, open_page, press, texts


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with data_folder(tmp_path, monkeypatch) as opened:
        yield opened


def said(page: AppTest) -> str:
    """All that the page says, in words."""
    html = " ".join(one.value for one in page.html if not one.value.startswith("<style"))
    heads = " ".join(one.value for one in (*page.subheader, *page.title))
    return unescape(sub(r"<[^>]+>", " ", html)) + " ".join(texts(page)) + heads


def decided(store: Store, track_id: str) -> dict[str, Decision]:
    return {
        one.answers.name: one.decision for one in applications.of_track(store, track_id)
    }  # fmt: skip


def test_nobody_applied(store: Store) -> None:
    page = open_page("candidates.py", t=called_track(store))
    assert "Nog niemand stuurde een aanmelding." in said(page)


def test_the_list_tells_who_applied_and_what_each_would_add(store: Store) -> None:
    page = open_page("candidates.py", t=called_track(store, WHOLE, SCHOOL))
    told = said(page)
    assert "Nul van de 16 mensen" in told and "inloophuis, Oude Haven" in told
    assert "Er komt een soort bij: inloophuis." in told


def test_a_yes_counts_at_once_and_may_become_a_maybe(store: Store) -> None:
    track_id = called_track(store, WHOLE, SCHOOL)
    first, second = applications.of_track(store, track_id)
    page = open_page("candidates.py", t=track_id)
    page.button_group(key=f"odv-decision-{first.id}").set_value("yes").run()
    assert decided(store, track_id) == {"De Regenton": "yes", "Stapsteen": ""}
    assert "Twee van de 16 mensen" in said(page) and "Nog niet erbij: school." in said(page)
    # The school shows something about what De Regenton asks.
    assert "Met Stapsteen erbij kan iemand iets tonen aan De Regenton." in said(page)
    page.button_group(key=f"odv-decision-{second.id}").set_value("maybe").run()
    assert "1 organisatie, 1 misschien, 13 stoelen vrij" in said(page)


def test_what_is_refused_is_not_shown_as_chosen(store: Store) -> None:
    track_id = called_track(store, WHOLE)
    (one,) = applications.of_track(store, track_id)
    page = open_page("candidates.py", t=track_id)
    applications.accept(store, one.id)
    page.button_group(key=f"odv-decision-{one.id}").set_value("no").run()
    assert "staat al in het traject" in errors(page)[0]
    assert decided(store, track_id) == {"De Regenton": "yes"}


def test_a_row_opens_with_the_application_and_keeps_notes(store: Store) -> None:
    track_id = called_track(store, WHOLE)
    (one,) = applications.of_track(store, track_id)
    page = press(open_page("candidates.py", t=track_id), f"odv-button-candidate-{one.id}")
    assert "Hoe betrekken wij tieners?" in said(page) and "Katrien (gezinscoach)" in said(page)
    note = next(area for area in page.text_area if str(area.key).startswith("odv-note-adds"))
    note.set_value("Soep, en een plein").run()
    assert applications.application(store, one.id).adds == "Soep, en een plein"
    assert "Soep, en een plein" in said(page)


def test_beginning_makes_organisations_of_who_has_a_yes(store: Store) -> None:
    track_id = called_track(store, WHOLE, SCHOOL)
    first, _second = applications.of_track(store, track_id)
    applications.decide(store, first.id, "yes")
    page = press(open_page("candidates.py", t=track_id), "odv-begin")
    press(page, "odv-yes-begin")
    assert [one.name for one in tracks.organisations(store, track_id)] == ["De Regenton"]
    assert {one.name for one in tracks.people(store, track_id)} == {"Katrien", "Samir"}
    page = open_page("candidates.py", t=track_id)
    assert f"odv-decision-{first.id}" not in [str(one.key) for one in page.button_group]
    assert not any(one.key == "odv-begin" for one in page.button)


def test_a_proposal_is_a_help_that_only_makes_them_maybe(store: Store) -> None:
    track_id = called_track(store, WHOLE, SCHOOL)
    first, _second = applications.of_track(store, track_id)
    applications.decide(store, first.id, "yes")
    page = press(open_page("candidates.py", t=track_id), f"odv-button-mix-proposal-{track_id}")
    assert "Stapsteen erbij" in said(page)
    press(page, "odv-consider")
    assert decided(store, track_id) == {"De Regenton": "yes", "Stapsteen": "maybe"}


def test_the_limit_can_be_changed_and_too_many_is_said(store: Store) -> None:
    track_id = called_track(store, WHOLE)
    (one,) = applications.of_track(store, track_id)
    applications.decide(store, one.id, "yes")
    page = open_page("candidates.py", t=track_id)
    page.number_input(key=f"odv-limit-{track_id}").set_value(1).run()
    assert calls.of_track(store, track_id).most_people == 1
    assert "Twee van de 1 mensen, één te veel" in said(page)


def test_two_that_look_alike_say_so(store: Store) -> None:
    track_id = called_track(store, WHOLE, WHOLE)
    first, second = applications.of_track(store, track_id)
    applications.accept(store, first.id)
    page = press(open_page("candidates.py", t=track_id), f"odv-button-candidate-{second.id}")
    assert "Lijkt op een aanmelding die al ja kreeg" in page.warning[0].value
    press(press(page, f"odv-into-{second.id}"), f"odv-yes-into-{second.id}")
    assert len(tracks.organisations(store, track_id)) == 1
    assert len(tracks.people(store, track_id)) == 2


def test_two_that_look_alike_with_a_yes_become_one_organisation(store: Store) -> None:
    other = {**WHOLE, "organisation": "de regenton", "person-1": "Nadia", "person-2": ""}
    other |= {"alone-why": "Klein team", "alone-team": "Verteld"}
    track_id = called_track(store, WHOLE, other)
    for one in applications.of_track(store, track_id):
        applications.decide(store, one.id, "yes")
    page = open_page("candidates.py", t=track_id)
    assert said(page).count("Lijkt op een aanmelding die al ja kreeg") == 2
    press(press(page, "odv-begin"), "odv-yes-begin")
    assert [one.name for one in tracks.organisations(store, track_id)] == ["De Regenton"]
    names = {one.name for one in tracks.people(store, track_id)}
    assert names == {"Katrien", "Samir", "Nadia"}


def test_what_was_chosen_is_told_in_the_words_of_the_form(store: Store) -> None:
    track_id = called_track(store, SCHOOL)
    (one,) = applications.of_track(store, track_id)
    page = press(open_page("candidates.py", t=track_id), f"odv-button-candidate-{one.id}")
    assert "nog niet allemaal: Op de vergadering gezegd" in said(page)


def test_removing_an_application_removes_it_really(store: Store) -> None:
    track_id = called_track(store, WHOLE)
    (one,) = applications.of_track(store, track_id)
    page = press(open_page("candidates.py", t=track_id), f"odv-button-candidate-{one.id}")
    press(press(page, f"odv-remove-candidate-{one.id}"), f"odv-yes-candidate-{one.id}")
    assert applications.of_track(store, track_id) == ()
    with store.read() as db:
        assert "Regenton" not in str(list(db.query("SELECT * FROM application")))


def test_letters_stand_ready_by_what_was_decided(store: Store) -> None:
    track_id = called_track(store, WHOLE)
    (one,) = applications.of_track(store, track_id)
    applications.decide(store, one.id, "no")
    page = press(open_page("candidates.py", t=track_id), "odv-button-letters")
    assert any("De Regenton is er dit jaar niet bij" in text for text in texts(page))


def test_a_draft_may_be_taken_along_only_when_it_is_whole(store: Store) -> None:
    track_id = called_track(store)
    draft = apply(store, track_id, {"organisation": "Half"}, sent=False)
    page = press(open_page("candidates.py", t=track_id), "odv-button-candidates-drafts")
    press(page, f"odv-admit-{draft}")
    assert errors(page) and applications.application(store, draft).status == "draft"


def test_what_people_typed_is_text_and_nothing_else(store: Store) -> None:
    nasty = {**WHOLE, "organisation": "<b>vet</b> [x](y)", "sector": "<i>Zorg</i>",
             "question-1": "<script>alert(1)</script>?"}  # fmt: skip
    track_id = called_track(store, nasty)
    (one,) = applications.of_track(store, track_id)
    applications.decide(store, one.id, "yes")
    page = press(open_page("candidates.py", t=track_id), f"odv-button-candidate-{one.id}")
    html = "".join(item.value for item in page.html)
    assert "<script>" not in html and "<b>vet" not in html and "<i>Zorg" not in html
    assert "&lt;b&gt;vet" in html


def test_two_hundred_are_shown_a_page_at_a_time(store: Store) -> None:
    many = [{**WHOLE, "organisation": f"Huis {at}"} for at in range(40)]
    track_id = called_track(store, *many)
    page = open_page("candidates.py", t=track_id)
    shown = [one for one in page.button if str(one.key).startswith("odv-button-candidate-")]
    assert len(shown) == 15 and "1 tot 15 van de 40" in texts(page)
