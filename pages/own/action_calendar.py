"""The calendar file of the first steps of an organisation, for who came by an own link.

Nothing is kept of what was given before: an event is known by organisation and number, its sequence
is the minute at which the file was made, and an action that was dropped comes cancelled.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from starlette.responses import Response

from exercises.engine import moment, results, stored
from exercises.kit.visits import calendar_file
from exercises.kit.visits.calendar_file import CalendarEvent
from exercises.results import Action, latest_actions
from pages.web import calendar
from state import rows
from state.database import Store
from state.language import _
from state.models import GivenEvent, Meeting, Organisation, Person


def of_person(data: Store, person: Person) -> Response:
    """The first steps of the organisation of a participant, each on its day; none without a day."""
    found = [
        one for one in latest_actions(_read(data, person))
        if one.organisation == person.organisation_id and one.date
    ]  # fmt: skip
    now = datetime.now(UTC)
    events = [_event(one) for one in found if one.state != "dropped"]
    dropped = [
        GivenEvent(one.organisation, _key(one), 0, "dropped", one.date, "", "")
        for one in found if one.state == "dropped"
    ]  # fmt: skip
    given = calendar_file.numbered(events, dropped, int(now.timestamp()) // 60)
    content = calendar_file.calendar_file(
        _("Eerste stappen"), events, given, now, _("Dit gaat niet door")
    )
    return calendar.as_file(content, _("eerste stappen"))


def _read(data: Store, person: Person) -> Iterable[Action]:
    """All actions that this person may read, in all meetings of the track."""
    with data.read() as db:
        held = rows.ordered(db, Meeting, "meeting", "track_id", person.track_id)
        own = rows.find(db, Organisation, "organisation", person.organisation_id)
        here = moment.at(data, db, held[-1].id) if held else None
    if here is None:
        return ()
    return results.of_track(here, "phone", stored.member(person, own)).of(Action)


def _key(one: Action) -> str:
    return f"actie-{one.number}"


def _event(one: Action) -> CalendarEvent:
    who = _("Wie: {who}").format(who=one.who) if one.who else ""
    what = one.text if one.first_step else ""
    return CalendarEvent(
        one.organisation, _key(one), one.first_step or one.text, one.date,
        description="\n".join(filter(None, (what, who))),
    )  # fmt: skip
