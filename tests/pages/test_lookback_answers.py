"""The look back on answers, notes, pictures and steps of a full track, without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

import exercises
from exercises import line
from state import meetings, revisions, tracks
from state.database import Store
from tests.full_track import full_track
from tests.pages.desk import data_folder, open_page, pictures, press, texts, type_in

LINE = "line"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, str]]:
    """A store with a full track, and the id of that."""
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch, data_folder(folder, patch) as opened:
        yield opened, full_track(opened, photos=3)


def answers_of(page: AppTest) -> list[list[str]]:
    """The rows of the table of answers, a text for each cell."""
    found = [one.value for one in page.html if '<table class="odv-answers">' in one.value]
    rows = re.findall(r"<tr>(.*?)</tr>", found[0], re.DOTALL) if found else []
    return [
        [unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<td.*?</td>", row, re.S)]
        for row in rows[1:]
    ]


def heads_of(page: AppTest) -> list[str]:
    """What stands above the table."""
    (found,) = (one.value for one in page.html if '<table class="odv-answers">' in one.value)
    return re.findall(r"<th scope[^>]*>(.*?)</th>", found)


def on(page: AppTest, track: str, kind: str) -> AppTest:
    """The page with another exercise chosen."""
    page.selectbox(key=f"odv-lookback-kind-{track}").select(kind).run()
    assert not page.exception
    return page


@pytest.mark.parametrize("kind", [one.kind for one in exercises.EXERCISES])
def test_the_answers_of_every_exercise_are_there_with_dutch_heads(
    played: tuple[Store, str], kind: str
) -> None:
    _store, track = played
    page = on(open_page("lookback.py", t=track), track, kind)
    rows, heads = answers_of(page), heads_of(page)
    assert rows and all(len(row) == len(heads) for row in rows)
    exercise = exercises.of_kind(kind)
    assert exercise is not None
    own = {column.head for column in exercise.columns if not column.aside}
    assert set(heads) - {"Bijeenkomst", "Oefening"} <= own
    assert not page.warning


def test_it_searches_sorts_and_filters_and_what_is_kept_is_what_is_shown(
    played: tuple[Store, str],
) -> None:
    store, track = played
    page = on(open_page("lookback.py", t=track), track, LINE)
    whole = answers_of(page)
    column = heads_of(page).index("Naam")
    type_in(page, f"odv-answers-word-{LINE}", "katrien regenton")
    assert {row[column] for row in answers_of(page)} == {"Katrien"}
    type_in(page, f"odv-answers-word-{LINE}", "onvindbaar")
    assert "Nergens gevonden." in texts(page)
    type_in(page, f"odv-answers-word-{LINE}", "")
    page.selectbox(key=f"odv-answers-sort-{LINE}").select("person").run()
    names = [row[column] for row in answers_of(page)]
    assert names == sorted(names, key=str.casefold) != [row[column] for row in whole]
    page.toggle(key=f"odv-answers-down-{LINE}").set_value(True).run()
    assert answers_of(page)[0][column] == "Youssef"
    party = tracks.organisations(store, track)[0]
    page.selectbox(key=f"odv-lookback-party-{track}").select(party.id).run()
    place = heads_of(page).index("Organisatie")
    assert {row[place] for row in answers_of(page)} == {party.name}
    (link,) = (one.value for one in page.html if "Bewaar als tabel" in one.value)
    asked = parse_qs(urlsplit(unescape(link.split('"')[3])).query)
    assert (asked["wie"], asked["kolom"], asked["omgekeerd"]) == ([party.name], ["person"], ["1"])


def test_a_long_table_and_long_notes_come_a_part_at_a_time(played: tuple[Store, str]) -> None:
    _store, track = played
    page = on(open_page("lookback.py", t=track), track, LINE)
    first = answers_of(page)
    assert len(first) == 50
    press(page, "odv-icon-odv-answers-page-line-on")
    assert answers_of(page) != first
    press(page, "odv-icon-odv-answers-page-line-back")
    assert answers_of(page) == first
    (talk,) = (one.value for one in page.html if '<div class="odv-talk">' in one.value)
    assert talk.count("Hier bleven we lang bij stilstaan.") == 10


def test_pictures_and_photos_are_drawn_when_asked_one_at_a_time(played: tuple[Store, str]) -> None:
    _store, track = played
    page = on(open_page("lookback.py", t=track), track, "organisation_sheet")
    assert len(pictures(page)) == 1  # the picture of the year
    press(page, "odv-button-pictures-organisation_sheet")
    assert len(pictures(page)) == 2
    (photos,) = (one.value for one in page.html if "/beeld/" in one.value)
    assert len(re.findall(r'src="/beeld/', photos)) == 3
    assert any(re.fullmatch(r"1 van de \d+", text) for text in texts(page))


def frame(page: AppTest) -> str:
    """The address of the screen that is shown."""
    (found,) = page.get("iframe")
    return str(found.proto.src)


def at_steps(**query: str) -> AppTest:
    page = open_page("lookback.py", **query)
    view: Any = next(one for one in page.get("button_group") if one.key == "odv-lookback-view")
    view.set_value("steps").run()
    assert not page.exception
    return page


def test_a_meeting_is_gone_through_step_by_step(played: tuple[Store, str]) -> None:
    store, track = played
    first, second, *_rest = meetings.of_track(store, track)
    page = at_steps(m=second.id)
    assert frame(page).endswith("p=1%3Astatement")
    assert page.button(key="odv-steps-back").disabled
    press(page, "odv-steps-on")
    assert frame(page).endswith("p=1%3Achoose")
    step = page.selectbox(key="odv-steps-step")
    step.select_index(2).run()
    assert frame(page).endswith("p=3%3Astatement")
    press(page, "odv-steps-back")
    assert frame(page).endswith("p=2%3Alook")
    assert page.selectbox(key="odv-steps-step").index == 1
    whole = at_steps(t=track)
    assert f"m={first.id}" in frame(whole)
    chosen = whole.selectbox(key="odv-steps-meeting")
    assert len(chosen.options) == 5


def test_an_exercise_that_fails_and_one_of_a_later_version_say_so(
    played: tuple[Store, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, track = played

    def broken(_context: Any) -> Any:
        raise KeyError("x")

    monkeypatch.setitem(vars(line.EXERCISE), "rows", broken)
    page = on(open_page("lookback.py", t=track), track, LINE)
    assert any("dit is niet gelukt" in one.value.replace("\\", "") for one in page.warning)
    meeting = meetings.of_track(store, track)[1]
    activity = meetings.room(store, meeting.id).agenda[0]
    with store.write() as db:
        db.table("activity").update(activity.id, {"kind": "iets_nieuws"})
        revisions.raise_revision(db, meeting.id, "steps")
    try:
        page = open_page("lookback.py", m=meeting.id)
        assert any("nog niet in deze versie" in one.value for one in page.warning)
        assert not at_steps(m=meeting.id).get("iframe")
    finally:
        with store.write() as db:
            db.table("activity").update(activity.id, {"kind": LINE})
            revisions.raise_revision(db, meeting.id, "steps")


def test_the_pages_of_meeting_and_track_lead_here(played: tuple[Store, str]) -> None:
    store, track = played
    meeting = meetings.of_track(store, track)[0]
    for page in (open_page("meeting.py", m=meeting.id), open_page("track.py", t=track)):
        found = [one.proto for one in page.get("page_link") if one.proto.label == "Terugblik"]
        assert any(f"m={meeting.id}" in str(one) for one in found)
