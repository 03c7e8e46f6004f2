"""The page of the visits of a track."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from exercises import example
from exercises.engine import running
from exercises.gifts.config import GiftsConfig, GiftVisit
from pages.web import index
from state import meetings, people, tracks, visits
from state.database import Store
from state.models import TrackVisit
from tests.pages.desk import data_folder, errors, open_page, press, texts, type_in


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with data_folder(tmp_path, monkeypatch) as opened:
        yield opened


class Desk:
    """A track of four organisations, and its page of visits."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.track = tracks.add_track(store, "Buurt", "")
        self.ids = {
            name: tracks.add_organisation(store, self.track, name, "", "")
            for name in ("De Regenton", "Kattenstaart", "Zevenhoek", "Huis van het Kind " * 3)
        }
        self.samir = tracks.add_person(store, self.ids["De Regenton"], "Samir", "")
        self.katrien = tracks.add_person(store, self.ids["De Regenton"], "Katrien", "")

    def add(self, visitor: str, host: str) -> str:
        made = TrackVisit("", self.ids[host], self.ids[visitor])
        return visits.add(self.store, self.track, made)

    @property
    def stored(self) -> tuple[TrackVisit, ...]:
        return visits.of_track(self.store, self.track)

    def page(self) -> AppTest:
        return open_page("visits.py", t=self.track)

    def key(self, name: str) -> str:
        return f"odv-visit-{name}-{self.track}"


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception, page.exception
    return page


def test_without_visits_it_says_what_comes_here(desk: Desk) -> None:
    page = desk.page()
    assert any(one.startswith("Hier komt wie bij wie") for one in texts(page))
    assert "Nog geen bezoeken." in texts(page)


def test_an_unknown_track_says_so(store: Store) -> None:
    assert errors(open_page("visits.py", t="nergens"))


def test_a_visit_is_chosen_from_the_lists(desk: Desk) -> None:
    page = desk.page()
    press(page, desk.key("add"))
    assert errors(page) == ["Kies wie op bezoek gaat en bij wie."]
    page.selectbox(key=desk.key("visitor")).set_value(desk.ids["De Regenton"])
    page.selectbox(key=desk.key("host")).set_value(desk.ids["Kattenstaart"])
    page.number_input(key=desk.key("count")).set_value(3)
    press(page, desk.key("add"))
    (made,) = desk.stored
    assert (made.visitor, made.host, made.count, made.state, made.announced) == (
        desk.ids["De Regenton"], desk.ids["Kattenstaart"], 3, "agreed", False
    )  # fmt: skip
    assert "De Regenton → Kattenstaart" in texts(page)
    assert "afgesproken, nog geen dagen, nog niet bekendgemaakt" in texts(page)


def test_a_list_is_pasted_and_stays_until_it_is_understood(desk: Desk) -> None:
    page = desk.page()
    wrong = "De Regenton -> Kattenstaart\nDe Regentoon -> Zevenhoek"
    page.text_area(key=desk.key("paste")).set_value(wrong)
    press(page, desk.key("paste-add"))
    assert errors(page)[0].startswith("Lijn 2: ‘De Regentoon’ is geen organisatie")
    assert desk.stored == () and page.text_area(key=desk.key("paste")).value == wrong
    page.text_area(key=desk.key("paste")).set_value(wrong.replace("Regentoon", "Regenton"))
    press(page, desk.key("paste-add"))
    assert len(desk.stored) == 2 and page.text_area(key=desk.key("paste")).value == ""


def test_all_of_a_visit_is_changed_where_it_stands(desk: Desk) -> None:
    one = desk.add("De Regenton", "Kattenstaart")
    page = press(desk.page(), f"odv-button-visit-{one}")
    key = f"odv-{one}"
    page.multiselect(key=f"{key}-people").set_value([desk.samir, desk.katrien]).run()
    page.checkbox(key=f"{key}-announced").set_value(True).run()
    page.button_group(key=f"{key}-state").set_value("done").run()
    page.button_group(key=f"{key}-kind").set_value("kijkstage").run()
    type_in(page, f"{key}-mentor", "Lien")
    (made,) = desk.stored
    assert set(made.people) == {desk.samir, desk.katrien} and made.count == 2
    assert (made.state, made.kind, made.mentor, made.announced) == (
        "done", "kijkstage", "Lien", True
    )  # fmt: skip
    assert "kijkstage, 2 mensen: Samir en Katrien" in texts(page)
    type_in(page, f"{key}-place", "x" * 500)
    assert errors(page)[0].startswith("De plaats is te lang")
    assert page.text_input(key=f"{key}-place").value == "x" * 500


def test_days_are_added_in_a_row_changed_and_taken_away(desk: Desk) -> None:
    one = desk.add("De Regenton", "Kattenstaart")
    page = press(desk.page(), f"odv-button-visit-{one}")
    press(page, f"odv-days-{one}-add")
    assert errors(page) == ["Kies eerst de eerste dag."]
    page.date_input(key=f"odv-days-{one}-first").set_value(date(2027, 3, 11))
    press(page, f"odv-days-{one}-add")
    assert [day.date for day in desk.stored[0].days] == ["2027-03-11", "2027-03-12", "2027-03-15"]
    type_in(page, f"odv-{one}-2027-03-12-start", "9u30")
    type_in(page, f"odv-{one}-2027-03-12-end", "8")
    assert errors(page) == ["Een dag kan niet om 8.00 eindigen als hij om 9.30 begint."]
    type_in(page, f"odv-{one}-2027-03-12-end", "16")
    press(page, f"odv-icon-day-{one}-2027-03-15")
    days = [(day.date, day.start, day.end) for day in desk.stored[0].days]
    assert days == [("2027-03-11", "", ""), ("2027-03-12", "09:30", "16:00")]
    assert "Met drie dagen of meer is er tijd om echt mee te draaien." in texts(page)


def test_a_visit_is_removed_and_put_back(desk: Desk) -> None:
    one = desk.add("De Regenton", "Kattenstaart")
    visits.remove(desk.store, one, "Verwijderd: het bezoek.")
    page = desk.page()
    assert "Verwijderd: het bezoek." in texts(page)
    undo = next(one for one in page.button if one.label == "Zet terug")
    undo.click()
    run(page)
    assert [visit.id for visit in desk.stored] == [one]


def test_what_may_be_looked_at_is_said(desk: Desk) -> None:
    desk.add("De Regenton", "Kattenstaart")
    assert "Kattenstaart, Zevenhoek en " in " ".join(texts(desk.page()))


def test_sixty_visits_and_one_of_an_organisation_that_left_are_drawn(desk: Desk) -> None:
    names = list(desk.ids)
    for at in range(60):
        desk.add(names[at % 4], names[(at + 1 + at % 3) % 4])
    tracks.remove_organisation(desk.store, desk.ids["Zevenhoek"])
    page = desk.page()
    lost = sum(desk.ids["Zevenhoek"] in (one.visitor, one.host) for one in desk.stored)
    assert f"{60 - lost} afgesproken, {lost} met wie niet meer meedoet" in texts(page)
    (tell,) = (one for one in page.button if one.key == "odv-visits-announce")
    assert tell.label == f"Maak {60 - lost} bezoeken bekend"
    assert any(one.startswith("gaat zo niet door, ") for one in texts(page))
    assert (
        "Zevenhoek doet niet meer mee. Zet dit bezoek op ‘afgezegd’, of herstel het bij ‘Wie gaat"
        " bij wie?’." in texts(page)
    )


def test_visits_of_which_an_old_exercise_tells_are_taken_over(store: Store) -> None:
    track = example.make(store)
    for one in visits.of_track(store, track):
        visits.remove(store, one.id, "weg")
    meeting = next(one for one in meetings.of_track(store, track) if "uitwisseling" in one.title)
    orgs = tracks.organisations(store, track)
    old = GiftsConfig(
        (GiftVisit("a", orgs[0].id, orgs[1].id), GiftVisit("b", orgs[1].id, orgs[0].id))
    )
    activity = meetings.add_activity(store, meeting.id, "gifts", old.to_json(), 60)
    meetings.open_doors(store, meeting.id)
    person = next(one for one in tracks.people(store, track) if one.organisation_id == orgs[0].id)
    people.let_in(store, meeting.id, person.id)
    running.start(store, activity)
    room = meetings.room(store, meeting.id)
    running.send(store, room, activity, person.id, "a.like", {"text": "dank"}, "x")
    page = open_page("visits.py", t=track)
    press(page, f"odv-visit-over-{track}")
    found = visits.of_track(store, track)
    assert [(one.visitor, one.host, one.state) for one in found] == [
        (orgs[0].id, orgs[1].id, "done"), (orgs[1].id, orgs[0].id, "done")
    ]  # fmt: skip
    assert not [one for one in page.button if "over" in str(one.key)]


def test_participants_may_know_of_all_that_stand(desk: Desk) -> None:
    desk.add("De Regenton", "Kattenstaart")
    off = desk.add("Kattenstaart", "De Regenton")
    visits.set_state(desk.store, [off], "called_off")
    page = press(desk.page(), "odv-visits-announce")
    press(page, "odv-yes-visits-announce")
    assert [one.announced for one in desk.stored] == [True, False]
    assert not [one for one in page.button if one.key == "odv-visits-announce"]


def test_the_server_knows_its_address() -> None:
    assert "bezoeken" in index.PATHS


def test_visits_without_a_day_are_said_to_be_made_one_by_one_or_all(desk: Desk) -> None:
    first = desk.add("De Regenton", "Kattenstaart")
    desk.add("Kattenstaart", "De Regenton")
    desk.add("Zevenhoek", "De Regenton")
    page = desk.page()
    press(page, f"odv-made-{first}")
    assert [one.state for one in desk.stored] == ["done", "agreed", "agreed"]
    press(page, "odv-visits-made-all")
    assert [one.state for one in desk.stored] == ["done"] * 3
    assert not any(button.key == "odv-visits-made-all" for button in page.button)


def test_what_took_place_needs_no_announcement(desk: Desk) -> None:
    one = desk.add("De Regenton", "Kattenstaart")
    page = desk.page()
    assert "Maak 1 bezoek bekend" in [button.label for button in page.button]
    press(page, "odv-visits-made-all")
    assert "gedaan, zonder dagen" in texts(page)
    assert "Maak 1 bezoek bekend" not in [button.label for button in page.button]
    press(page, f"odv-button-visit-{one}")
    assert f"odv-{one}-announced" not in [box.key for box in page.checkbox]
