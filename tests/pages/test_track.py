"""The page of one track: names, organisations, people and meetings."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from exercises import example
from state import agreements, contributions, meetings, people, tracks
from state.contributions import Judged
from state.database import Store
from state.framework import framework_of
from tests.pages.desk import data_folder, errors, links, open_page, press, texts, type_in


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with data_folder(tmp_path, monkeypatch) as opened:
        yield opened


@pytest.fixture
def track(store: Store) -> str:
    return example.make(store)


def opened(track: str) -> AppTest:
    return open_page("track.py", t=track)


def names(store: Store, track: str) -> list[str]:
    return [item.name for item in tracks.organisations(store, track)]


def test_it_shows_everything_of_the_track(store: Store, track: str) -> None:
    page = opened(track)
    assert page.title[0].value == example.NAME
    shown = texts(page)
    assert {"De Regenton", "Knikkerzak", "Bijeenkomst 1: kennismaking"} <= set(shown)
    assert "Ayşe, Lien" in shown
    assert len(links(page)) == 5
    first = meetings.of_track(store, track)[0].id
    assert f"regie?m={first}" in links(page)[0]
    assert "odv-go-main" in links(page)[0]
    assert sum("odv-go-main" in item for item in links(page)) == 1


def test_an_unknown_track_says_so(store: Store) -> None:
    page = open_page("track.py", t="nergens")
    assert errors(page) == ["Dit is er niet, of niet voor jou. Misschien haalde iemand het weg."]


def test_name_and_theme_are_stored_when_the_field_is_left(store: Store, track: str) -> None:
    page = press(opened(track), f"odv-button-track-{track}")
    type_in(page, f"odv-name-{track}", "Nieuwe naam")
    type_in(page, f"odv-theme-{track}", "")
    found = tracks.track(store, track)
    assert (found.name, found.theme) == ("Nieuwe naam", "")
    assert "Bewaard" in texts(page)
    type_in(page, f"odv-name-{track}", " ")
    assert errors(page) == ["De naam is nog leeg."]
    assert tracks.track(store, track).name == "Nieuwe naam"
    type_in(page, f"odv-name-{track}", "Beter")
    assert errors(page) == []
    assert tracks.track(store, track).name == "Beter"


def test_an_organisation_is_added_and_the_form_stays_in_its_place(store: Store, track: str) -> None:
    page = opened(track)
    for name, text in (("name", "De Pluim"), ("sector", "Jeugdhuis"), ("place", "Lindegem")):
        page.text_input(key=f"odv-add-organisation-{track}-{name}").set_value(text)
    press(page, f"odv-submit-organisation-{track}")
    added = tracks.organisations(store, track)[-1]
    assert (added.name, added.sector, added.place, added.tile) == (
        "De Pluim", "Jeugdhuis", "Lindegem", 7
    )  # fmt: skip
    assert f"odv-{added.id}-name" not in [one.key for one in page.text_input]
    assert page.text_input(key=f"odv-add-organisation-{track}-name").value == ""


def test_the_same_name_twice_is_said_and_stays(store: Store, track: str) -> None:
    page = opened(track)
    page.text_input(key=f"odv-add-organisation-{track}-name").set_value("de regenton")
    page.text_input(key=f"odv-add-organisation-{track}-place").set_value("Elders")
    press(page, f"odv-submit-organisation-{track}")
    assert errors(page) == ["Er is al een organisatie die de regenton heet."]
    assert page.text_input(key=f"odv-add-organisation-{track}-name").value == "de regenton"
    assert page.text_input(key=f"odv-add-organisation-{track}-place").value == "Elders"
    assert len(names(store, track)) == 6


def test_an_organisation_is_changed_in_place(store: Store, track: str) -> None:
    one, other = tracks.organisations(store, track)[:2]
    page = press(opened(track), f"odv-button-organisation-{one.id}")
    type_in(page, f"odv-{one.id}-place", "Ginder")
    type_in(page, f"odv-{one.id}-sector", "Huis")
    type_in(page, f"odv-{one.id}-name", other.name)
    assert errors(page) == [f"Er is al een organisatie die {other.name} heet."]
    assert page.text_input(key=f"odv-{one.id}-name").value == other.name
    changed = tracks.organisations(store, track)[0]
    assert (changed.name, changed.sector, changed.place) == (one.name, "Huis", "Ginder")


def test_a_free_tile_is_picked_and_a_taken_one_is_not(store: Store, track: str) -> None:
    one = tracks.organisations(store, track)[0]
    page = press(opened(track), f"odv-button-organisation-{one.id}")
    assert page.button(key=f"odv-tile-2-off-{one.id}").disabled
    assert page.button(key=f"odv-tile-9-off-{one.id}").label == "ring, oranje"
    press(page, f"odv-tile-9-off-{one.id}")
    assert tracks.organisations(store, track)[0].tile == 9
    assert page.button(key=f"odv-tile-9-on-{one.id}")


def test_organisations_change_places(store: Store, track: str) -> None:
    before = names(store, track)
    last = tracks.organisations(store, track)[-1].id
    page = press(opened(track), f"odv-icon-up-{last}")
    assert names(store, track) == [*before[:4], before[5], before[4]]
    first = tracks.organisations(store, track)[0].id
    assert page.button(key=f"odv-icon-up-{first}").disabled


def test_an_organisation_goes_after_asking_and_comes_back_with_its_people(
    store: Store, track: str
) -> None:
    one = tracks.organisations(store, track)[0]
    page = press(opened(track), f"odv-button-organisation-{one.id}")
    press(page, f"odv-remove-{one.id}")
    (asked,) = (text.value for text in page.markdown if " verwijderen, samen" in text.value)
    assert "wordt niet gewist" in asked and "Bezoeken met hen blijven staan" in asked
    assert "‘Zet terug’" in asked
    press(page, f"odv-yes-{one.id}")
    assert one.name not in names(store, track)
    assert len(tracks.people(store, track)) == 10
    removal = tracks.removals(store, track)[0]
    assert removal["label"] in texts(page)
    press(page, f"odv-undo-{removal['id']}")
    assert names(store, track)[0] == one.name
    assert len(tracks.people(store, track)) == 12


def test_people_are_added_changed_removed_and_put_back(store: Store, track: str) -> None:
    one = tracks.organisations(store, track)[0]
    page = press(opened(track), f"odv-button-organisation-{one.id}")
    page.text_input(key=f"odv-add-person-{one.id}-name").set_value("Jo")
    page.text_input(key=f"odv-add-person-{one.id}-function").set_value("kok")
    press(page, f"odv-submit-person-{one.id}")
    jo = next(person for person in tracks.people(store, track) if person.name == "Jo")
    type_in(page, f"odv-{jo.id}-name", "Joke")
    type_in(page, f"odv-{jo.id}-function", "bakker")
    type_in(page, f"odv-{jo.id}-name", "KATRIËN")
    assert errors(page) == ["Die naam is al van iemand anders in deze organisatie."]
    stored = next(person for person in tracks.people(store, track) if person.id == jo.id)
    assert (stored.name, stored.function) == ("Joke", "bakker")
    press(page, f"odv-icon-remove-{jo.id}")
    press(page, f"odv-yes-{jo.id}")
    assert len(tracks.people(store, track)) == 12
    press(page, f"odv-undo-{tracks.removals(store, track)[0]['id']}")
    assert len(tracks.people(store, track)) == 13


def test_a_person_is_erased_after_reading_what_stays(store: Store, track: str) -> None:
    one = tracks.organisations(store, track)[0]
    who, removed = (item for item in tracks.people(store, track) if item.organisation_id == one.id)
    meeting = meetings.of_track(store, track)[0].id
    people.let_in(store, meeting, who.id)
    activity = meetings.room(store, meeting).agenda[0].id
    contributions.put(
        store, activity, who.id, "s1.why", "1", lambda _db, _row: Judged({"text": "x"})
    )
    page = press(opened(track), f"odv-button-organisation-{one.id}")
    press(page, f"odv-icon-erase-{who.id}")
    question = " ".join(item.value for item in page.markdown).replace("\\", "")
    assert f"{who.name} wissen?" in question
    assert "(1 antwoord), blijft, zonder naam: daar staat dan ‘iemand van De Regenton’" in question
    press(page, f"odv-yes-erase-{who.id}")
    assert [person.person.name for person in people.attendees(store, meeting)] == [
        "iemand van De Regenton"
    ]
    assert who.name not in " ".join(texts(page))
    press(page, f"odv-icon-remove-{removed.id}")
    press(page, f"odv-yes-{removed.id}")
    press(page, f"odv-erase-{removed.id}")
    assert "Er zijn geen antwoorden van" in " ".join(item.value for item in page.markdown)
    press(page, f"odv-yes-erase-{removed.id}")
    assert removed.name not in " ".join(texts(page))


@pytest.mark.parametrize("everywhere", [True, False])
def test_a_name_goes_from_texts_too_unless_that_is_not_wanted(
    store: Store, track: str, everywhere: bool
) -> None:
    one = tracks.organisations(store, track)[0]
    who = next(item for item in tracks.people(store, track) if item.organisation_id == one.id)
    meeting = meetings.of_track(store, track)[0].id
    agreements.add(store, meeting, f"{who.name} brengt soep")
    page = press(opened(track), f"odv-button-organisation-{one.id}")
    press(page, f"odv-icon-erase-{who.id}")
    box = page.checkbox(key=f"odv-erase-texts-{who.id}")
    assert box.value and box.label.startswith(f"De naam {who.name} staat ook in 1 tekst.")
    if not everywhere:
        box.set_value(False)
    press(page, f"odv-yes-erase-{who.id}")
    with store.read() as db:
        (agreed,) = agreements.of_meeting(db, meeting)
    said = "Iemand van De Regenton" if everywhere else who.name
    assert agreed.text == f"{said} brengt soep"


def test_somebody_twice_is_said_and_stays(store: Store, track: str) -> None:
    one = tracks.organisations(store, track)[0]
    page = press(opened(track), f"odv-button-organisation-{one.id}")
    page.text_input(key=f"odv-add-person-{one.id}-name").set_value("Samir")
    press(page, f"odv-submit-person-{one.id}")
    assert errors(page)[0].startswith("Er is al een Samir bij De Regenton.")
    assert page.text_input(key=f"odv-add-person-{one.id}-name").value == "Samir"


def test_meetings_are_added_moved_removed_and_put_back(store: Store, track: str) -> None:
    page = opened(track)
    page.text_input(key=f"odv-add-meeting-{track}-title").set_value("Terugblik")
    press(page, f"odv-submit-meeting-{track}")
    added = meetings.of_track(store, track)[-1]
    assert (added.title, added.place) == ("Terugblik", example.HALL)
    press(page, f"odv-icon-up-{added.id}")
    assert meetings.of_track(store, track)[-2].id == added.id
    press(page, f"odv-icon-remove-{added.id}")
    press(page, f"odv-yes-{added.id}")
    assert len(meetings.of_track(store, track)) == 5
    press(page, f"odv-undo-{tracks.removals(store, track)[0]['id']}")
    assert meetings.of_track(store, track)[-2].id == added.id


def test_an_empty_track_leads_from_organisations_to_meetings(store: Store) -> None:
    track = tracks.add_track(store, "Leeg")
    page = opened(track)
    kinds = {button.key: button.proto.type for button in page.button}
    assert kinds[f"odv-submit-organisation-{track}"] == "primary"
    assert kinds[f"odv-submit-meeting-{track}"] == "secondary"
    tracks.add_organisation(store, track, "De Eerste")
    kinds = {button.key: button.proto.type for button in opened(track).button}
    assert kinds[f"odv-submit-organisation-{track}"] == "secondary"
    assert kinds[f"odv-submit-meeting-{track}"] == "primary"


def test_an_open_page_never_writes_an_old_text_back(store: Store, track: str) -> None:
    one = tracks.organisations(store, track)[0]
    page = press(opened(track), f"odv-button-organisation-{one.id}")
    tracks.change_organisation(store, one.id, "Elders hernoemd", one.sector, one.place, one.tile)
    type_in(page, f"odv-{one.id}-place", "Ginder")
    changed = tracks.organisations(store, track)[0]
    assert (changed.name, changed.place) == ("Elders hernoemd", "Ginder")
    assert page.text_input(key=f"odv-{one.id}-name").value == "Elders hernoemd"


def test_thirteen_organisations_may_share_tiles(store: Store) -> None:
    track = tracks.add_track(store, "Groot")
    for number in range(13):
        tracks.add_organisation(store, track, f"Organisatie {number}")
    one = tracks.organisations(store, track)[0]
    page = press(opened(track), f"odv-button-organisation-{one.id}")
    press(page, f"odv-tile-5-off-{one.id}")
    assert tracks.organisations(store, track)[0].tile == 5


def test_the_framework_is_the_tracks_own(store: Store, track: str) -> None:
    page = press(open_page("track.py", t=track), f"odv-button-framework-{track}")
    key = f"odv-area-{track}-4"
    page.text_input(key=f"{key}-name").set_value("De wijk").run()
    page.text_area(key=f"{key}-indicators").set_value("1. Buiten komen\n2. Binnen laten").run()
    found = framework_of(tracks.track(store, track).framework).area(4)
    assert found is not None
    assert (found.name, found.indicators) == ("De wijk", ("Buiten komen", "Binnen laten"))
    press(page, "odv-framework-usual")
    assert tracks.track(store, track).framework == ""


def test_an_area_without_a_name_is_refused_and_stays_typed(store: Store, track: str) -> None:
    page = press(open_page("track.py", t=track), f"odv-button-framework-{track}")
    page.text_input(key=f"odv-area-{track}-1-name").set_value("").run()
    assert any("leeg" in error for error in errors(page))
    assert tracks.track(store, track).framework == ""


LIST = "Organisatie\tPlaats\tNaam\tFunctie\nDe Pluim\tLindegem\tAn\tcoach\n\t\tBart\t"


def test_a_pasted_list_is_shown_and_then_added(store: Store, track: str) -> None:
    before = len(tracks.organisations(store, track))
    page = opened(track)
    press(page, f"odv-button-people-list-{track}")
    page.text_area(key=f"odv-people-list-text-{track}").set_value(LIST).run()
    shown = [item.value for item in page.text]
    assert any("De Pluim" in text and "An (coach)" in text for text in shown)
    assert len(tracks.organisations(store, track)) == before
    press(page, f"odv-people-list-add-{track}")
    added = tracks.organisations(store, track)[-1]
    assert (added.name, added.place) == ("De Pluim", "Lindegem")
    people = [one.name for one in tracks.people(store, track) if one.organisation_id == added.id]
    assert people == ["An", "Bart"]
    assert not page.text_area
    assert page.success[0].value.replace("\\", "") == (
        "De lijst is toegevoegd: 1 nieuwe organisatie en 2 nieuwe deelnemers."
    )


def test_a_list_that_does_not_fit_stays_with_a_sentence(store: Store, track: str) -> None:
    before = tracks.organisations(store, track)
    page = opened(track)
    press(page, f"odv-button-people-list-{track}")
    page.text_area(key=f"odv-people-list-text-{track}").set_value("x" * 61).run()
    press(page, f"odv-people-list-add-{track}")
    assert any("te lang" in sentence for sentence in errors(page))
    assert page.text_area(key=f"odv-people-list-text-{track}").value == "x" * 61
    assert tracks.organisations(store, track) == before


def test_every_button_has_a_name_of_its_own(store: Store, track: str) -> None:
    meeting = example.kick_off(store, track)
    for page in (opened(track), open_page("meeting.py", m=meeting.id), open_page("home.py")):
        labels = [button.label for button in page.button]
        assert len(labels) >= 3
        assert sorted(labels) == sorted(set(labels))


def test_an_organisation_of_the_door_is_asked_until_somebody_says_what_it_is(
    store: Store, track: str
) -> None:
    meeting = meetings.add(store, track, "Vandaag", "")
    meetings.open_doors(store, meeting)
    people.join_new_organisation(store, meeting, "token", "De Regentoren", "Bo")
    (found,) = [one for one in tracks.organisations(store, track) if one.is_asked]
    question = "Kwam er aan de deur bij. Hoort deze organisatie bij dit traject?"
    page = opened(track)
    assert [one.value for one in page.warning].count(question) == 1
    page = press(page, f"odv-door-today-{found.id}")
    assert not page.warning
    page = press(page, f"odv-door-belongs-{found.id}")
    assert not any(one.key == f"odv-door-belongs-{found.id}" for one in page.button)
    for removal in tracks.removals(store, track)[:2]:
        page = press(page, f"odv-undo-{removal['id']}")
    assert question in [one.value for one in page.warning]
    other = next(one for one in tracks.organisations(store, track) if not one.door)
    page.selectbox(key=f"odv-door-into-{found.id}").set_value(other.id).run()
    press(page, f"odv-door-another-{found.id}")
    assert found.id not in {one.id for one in tracks.organisations(store, track)}
    assert "Bo" in {
        one.name for one in tracks.people(store, track) if one.organisation_id == other.id
    }
