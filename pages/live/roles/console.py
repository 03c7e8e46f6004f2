"""The console: the facilitator's page of a running meeting, and who may open it. What it shows
stands beside it: `console_agenda`, `console_current`, `console_people` and `console_notices`."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from sqlite_utils import Database
from starlette.requests import HTTPConnection

from exercises.contract import Json
from exercises.engine import stored
from exercises.engine.moment import Moment
from pages.live import actions, scenes
from pages.live.hall import in_hall
from pages.live.roles import console_agenda, console_current, console_notices
from pages.live.roles.console_people import people_json
from pages.live.seat import Leave, Seat
from pages.web import access, addresses
from pages.web.access import screen_link
from pages.web.qr import qr
from state import access as passes
from state import meetings, own_links, rows, track_access
from state.app import hub, store
from state.clock import local, now
from state.database import Store
from state.language import _
from state.live import Hub
from state.models import Meeting
from state.problems import Refused
from state.revisions import GUESTS, TOPICS


class ConsoleSeat(Seat):
    """The facilitator's page of a running meeting."""

    role = "console"
    steers = True
    topics = frozenset({*TOPICS, GUESTS})

    def __init__(self, store: Store, hub: Hub, meeting: Meeting) -> None:
        super().__init__(store, meeting)
        self.hub = hub

    @property
    def keep(self) -> str:
        """One name for all consoles of a meeting."""
        return f"console:{self.meeting.code}"

    @property
    def sender(self) -> Hashable:
        """All consoles of a meeting share one queue in the inbox."""
        return self.keep

    def in_memory(self) -> dict[str, int]:
        """Who is connected, and trouble with the data."""
        return self.hub.in_memory(self.meeting.id)

    def data(self, db: Database, moment: Moment) -> Json:
        """All that the console shows."""
        room = moment.room
        meeting_id = room.meeting.id
        hall = in_hall(self.hub, moment)
        current, panel = console_current.current(moment, hall.away)
        home_links = own_links.links(db, room.track.id)
        return {
            "meeting": scenes.meeting_json(room),
            "links": _links(room.meeting),
            "agenda": console_agenda.agenda(moment),
            "homework": {
                "items": console_agenda.at_home(moment),
                "links": sum(one.person.id in home_links for one in moment.attendees),
            },
            "current": current,
            "people": people_json(db, moment, panel, hall),
            "organisations": [scenes.organisation_json(item, room) for item in room.organisations],
            "undo": rows.removals(db, meeting_id),
            "notices": [
                *console_notices.of_laptop(self.store),
                *console_notices.of_exercise(moment, current),
                *([console_notices.of_projector()] if self._may_sleep(room.meeting) else []),
            ],
            "expected": moment.expected,
            "guests": hall.guests,
            "takes_guests": stored.takes_guests(room),
            "screens": self.hub.screens(meeting_id),
            "at_door": [
                {"id": one.id, "name": one.name} for one in room.organisations if one.is_asked
            ],
            "can_add_org": bool(room.meeting.may_add_organisation),
        }

    def _may_sleep(self, meeting: Meeting) -> bool:
        """Whether a screen of a meeting that is not over may fall asleep."""
        return meeting.state != "closed" and self.hub.may_sleep(meeting.id)

    def receive(self, message: Json) -> Json | None:
        """Execute an action. The link for a remote is returned only to the page that asked for
        it."""
        if message.get("name") == "remote_link":
            acts = track_access.current()
            token = passes.give_pass(
                self.store, "remote_link", self.meeting.id, acts.organiser_id if acts else ""
            )
            url = f"{addresses.chosen(self.store).url}/afstand/{self.meeting.id}/{token}"
            return {"url": url, "qr": qr(url)}
        actions.receive(self.store, self.meeting.id, message)
        return None


class _SignedInConsole(ConsoleSeat):
    """A console whose sign-in is checked again for each page and each message."""

    def __init__(
        self, store: Store, hub: Hub, meeting: Meeting, cookies: Mapping[str, str]
    ) -> None:
        super().__init__(store, hub, meeting)
        self._cookies = dict(cookies)

    def data(self, db: Database, moment: Moment) -> Json:
        """As every console, while signed in as somebody whose track it is."""
        if access.prepares(self.store, self._cookies, self.meeting.id) is None:
            raise Leave(_way_out(self._cookies, self.meeting))
        return super().data(db, moment)

    def receive(self, message: Json) -> Json | None:
        """As every console, while signed in as somebody whose track it is."""
        who = access.prepares(self.store, self._cookies, self.meeting.id)
        if who is None:
            raise Refused(_("Je bent niet meer aangemeld. Laad de pagina opnieuw."))
        with track_access.acting(who.acting):
            return super().receive(message)


def seat(connection: HTTPConnection, meeting: Meeting) -> Seat:
    """A console's seat, for the facilitator; Leave, to signing in, for anybody else."""
    if access.prepares(store(), connection.cookies, meeting.id) is None:
        raise Leave(_way_out(connection.cookies, meeting))
    return _SignedInConsole(store(), hub(), meeting, connection.cookies)


def open_doors(meeting: Meeting) -> None:
    """Opening the console of a prepared meeting lets people in: nobody should have to look for a
    second button."""
    if meeting.state == "prepared":
        meetings.open_doors(store(), meeting.id, local(now()).date().isoformat())


def _way_out(cookies: Mapping[str, str], meeting: Meeting) -> str:
    """To signing in; an organiser whose track it is not, or no longer, goes to a page of the desk
    that says so."""
    if access.is_facilitator(store(), cookies):
        return f"/bijeenkomst?m={meeting.id}"
    return f"/begeleider?naar=/regie?m={meeting.id}"


def _links(meeting: Meeting) -> Json:
    return {
        "screen": screen_link(meeting),
        "evening": f"/avond/{meeting.id}",
        "export": f"/uitvoer/{meeting.id}.zip",
        "home_links": f"/mijnlinks/{meeting.track_id}",
        "prepare": f"/bijeenkomst?m={meeting.id}",
        "visits": f"/bezoeken?t={meeting.track_id}",
        "mails": f"/mailtekst?t={meeting.track_id}",
        "home": "/",
    }
