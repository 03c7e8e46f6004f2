"""A second meeting of a track: what was written the last time is there to start from."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from exercises import organisation_sheet
from exercises.engine import running
from state import contributions, meetings, people, phones
from state.database import Store
from tests.browser.actors import Facilitator, Phone
from tests.browser.server import Server
from tests.browser.setting import Setting

SHEET = organisation_sheet.EXERCISE


def _sheet(store: Store, meeting: str) -> str:
    activity = meetings.add_activity(store, meeting, SHEET.kind, SHEET.sample.to_json(), 20)
    running.start(store, activity)
    return activity


def test_earlier_words_are_taken_over_with_one_tap(
    server: Server, stored: Store, setting: Setting, phone: Callable[..., Phone]
) -> None:
    room = meetings.room(stored, setting.meeting)
    first = _sheet(stored, setting.meeting)
    person = people.join(stored, setting.meeting, "t", room.organisations[0].id, "Samir")
    for part in ("target", "core"):
        running.send(
            stored, room, first, person, f"sheet.{part}", {"text": f"Toen over {part}"}, part
        )
    second = meetings.add(stored, room.track.id, "Uitwisseling", "2027-01-15")
    meetings.open_doors(stored, second)
    activity = _sheet(stored, second)
    code = meetings.room(stored, second).meeting.code
    someone = phone("Samir")
    someone.joins(f"{server.url}/d/{code}", room.organisations[0].name, "Samir")
    page = someone.page
    # Another phone than the last time is known from here on.
    someone.sees("Hier hoort ook iets van een vorige keer bij.")
    phones.confirm_all(stored, second)
    expect(page.locator(".earlier")).to_contain_text("Klopt dit nog?")
    expect(page.locator(".earlier")).to_contain_text("Toen over core")
    page.wait_for_timeout(600)
    page.get_by_role("button", name="Neem alles over").click()
    expect(page.locator(".earlier")).to_have_count(0)
    expect(page.locator(".row .said", has_text="Toen over core")).to_be_visible()
    page.wait_for_timeout(1000)
    with stored.read() as db:
        own = contributions.of_author(db, activity, room.organisations[0].id)
    assert own["sheet.core"]["text"] == "Toen over core"


def test_phones_from_nowhere_are_known_with_one_tap(
    server: Server,
    stored: Store,
    setting: Setting,
    phone: Callable[..., Phone],
    facilitator: Facilitator,
) -> None:
    room = meetings.room(stored, setting.meeting)
    first, other = room.organisations[:2]
    for organisation, name in ((first, "Samir"), (other, "Lien")):
        people.join(stored, setting.meeting, f"t {name}", organisation.id, name)
    second = meetings.add(stored, room.track.id, "Uitwisseling", "2027-01-15")
    meetings.open_doors(stored, second)
    code = meetings.room(stored, second).meeting.code
    for organisation, name in ((first, "Samir"), (other, "Lien")):
        phone(name).joins(f"{server.url}/d/{code}", organisation.name, name)
    facilitator.opens_console(server.url, second)
    facilitator.sees("gsm’s kennen we nog niet van vroeger")
    # Put aside, it is back when the page is loaded anew.
    facilitator.presses("Melding sluiten")
    facilitator.sees_nothing_of("kennen we nog niet van vroeger")
    facilitator.page.reload()
    facilitator.presses("Ik ken ze allemaal")
    facilitator.sees_nothing_of("kennen we nog niet van vroeger")
    with stored.read() as db:
        proven = db.conn.execute("SELECT proven FROM device WHERE meeting_id = ?", [second])
        assert proven.fetchall() == [(1,), (1,)]
