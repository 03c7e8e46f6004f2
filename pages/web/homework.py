"""At home: the link that leads to the phone's page after the meeting, and the page to print links.

GET  /thuis/{token}          ties this phone to the person of the link, and goes on to its page
GET  /thuislinks/{meeting}   who has a link that works; for the facilitator
POST /thuislinks/{meeting}   `make` links for all, for one `person`, or `revoke` one

A link can be read only on the answer that made it: what is stored is a hash.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exercises.engine import stored
from exercises.kit.rules.days import day_text
from pages.web import access as browser
from pages.web import addresses, door_token
from pages.web.qr import qr
from pages.web.templates import page
from state import homework, meetings, people
from state.app import store
from state.ids import hash_token
from state.language import _
from state.models import Meeting, Organisation, Person, Room
from state.problems import Refused, StateError

_ONCE_MORE = "k"


@dataclass(frozen=True)
class LinkCard:
    """A person with what is printed or listed: `url` and `code` when it was just made."""

    person: Person
    organisation: Organisation
    link: homework.Link | None
    url: str = ""
    code: Any = None


async def open_link(request: Request) -> Response:
    """GET /thuis/{token}: on to the phone's page, or a sentence when the link does not work."""
    try:
        return await run_in_threadpool(_open_link, request)
    except StateError as error:
        return page("sentence.html", 503, title=error.problem.text, sentence=error.problem.fix,
                    again=request.url.path, live="")  # fmt: skip


async def show(request: Request) -> Response:
    """GET /thuislinks/{meeting}: the list of links."""
    return await run_in_threadpool(_guarded, request, None)


async def change(request: Request) -> Response:
    """POST /thuislinks/{meeting}: make or revoke links."""
    return await run_in_threadpool(_guarded, request, await request.form())


def _open_link(request: Request) -> Response:
    link = request.path_params["token"]
    meeting = homework.meeting_of_link(store(), link)
    if meeting is None:
        return _no_link()
    given = door_token.given_token(request, meeting)
    kept = request.cookies.get(browser.device_cookie(meeting), "")
    if not given and not _holds(meeting, kept, link):
        return _with_token(request, meeting)
    opened = homework.open_link(store(), link, lambda _meeting: kept, given=given)
    if opened is None:
        return _no_link()
    response = RedirectResponse(f"/gsm?d={meeting.code}", 303)
    browser.set_cookie(response, request, browser.device_cookie(meeting), opened[1])
    return response


def _holds(meeting: Meeting, kept: str, link: str) -> bool:
    with store().read() as db:
        return bool(kept) and homework.device_link(db, meeting.id, kept) == hash_token(link)


def _with_token(request: Request, meeting: Meeting) -> Response:
    """Once more, with a token: opening a link twice on a slow line is then one phone, and what
    only looks where a link leads, as mail programs do, is none."""
    if _ONCE_MORE in request.query_params:
        return page(
            "sentence.html", 422, title=_("Je browser bewaart geen cookies."), live="",
            sentence=_("Laat cookies toe of open de link in een gewoon venster."),
            again=request.url.path,
        )  # fmt: skip
    response = RedirectResponse(f"{request.url.path}?{_ONCE_MORE}=1", 303)
    door_token.give_token(request, response, meeting, request.url.path)
    return response


def _no_link() -> Response:
    return page(
        "sentence.html", 410, title=_("Deze link werkt niet meer."), again="", live="",
        sentence=_("Wat je schreef, is bewaard. Vraag een nieuwe link aan de begeleider."),
    )  # fmt: skip


def _guarded(request: Request, form: FormData | None) -> Response:
    try:
        if not browser.is_facilitator(store(), request.cookies):
            return RedirectResponse(f"/begeleider?naar={request.url.path}", 303)
        return _links(request.path_params["meeting"], form)
    except Refused as refusal:
        return page("sentence.html", 404, title=str(refusal), sentence="", again="", live="")
    except StateError as error:
        return page("sentence.html", 503, title=error.problem.text, sentence=error.problem.fix,
                    again=request.url.path, live="")  # fmt: skip


def _links(meeting_id: str, form: FormData | None) -> Response:
    room = meetings.room(store(), meeting_id)
    if form is None:
        return _page(room, {})
    if "revoke" in form:
        homework.revoke(store(), meeting_id, str(form["revoke"]))
        return RedirectResponse(f"/thuislinks/{meeting_id}", 303)
    wanted = [str(form["person"])] if "person" in form else [one.id for one, _party in _who(room)]
    return _page(room, homework.give(store(), meeting_id, wanted))


def _page(room: Room, made: dict[str, str]) -> Response:
    address = addresses.chosen(store())
    with store().read() as db:
        links = homework.links(db, room.meeting.id)
    cards = []
    for person, organisation in _who(room):
        token = made.get(person.id)
        url = f"{address.url}/thuis/{token}" if token else ""
        card = LinkCard(person, organisation, links.get(person.id), url, qr(url) if url else None)
        cards.append(card)
    going = [one for one in room.exercises if one.at_home and stored.may_go_home(one)]
    return page(
        "home_links.html", room=room, cards=cards, printed=[card for card in cards if card.url],
        going=[(stored.title_of(one), day_text(stored.due(one))) for one in going],
        warning=address.warning, fix=address.fix, only_here=addresses.public_url() is None,
    )  # fmt: skip


def _who(room: Room) -> list[tuple[Person, Organisation]]:
    """Who was at the meeting, by organisation."""
    present = [item.person for item in people.attendees(store(), room.meeting.id)]
    return [
        (person, organisation)
        for organisation in room.organisations
        for person in present
        if person.organisation_id == organisation.id
    ]
