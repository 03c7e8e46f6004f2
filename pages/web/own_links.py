"""The own links of a track, for the facilitator: who has one and opened it, made anew, printed.

GET  /mijnlinks/{track}      who has a link that works, and in how many browsers it was opened
POST /mijnlinks/{track}      `make` links for all, for one `person`, or `revoke` one; `state` tells
                             which links the page showed, and to make some they must still be those
GET  /thuislinks/{meeting}   the same list, of the track of a meeting

A link can be read only on the answer that made it: what is stored is a hash.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exercises.kit.rules.days import day_text
from pages.web import access as browser
from pages.web import addresses
from pages.web.qr import qr
from pages.web.templates import page
from state import meetings, own_links, tracks
from state.app import store
from state.clock import local
from state.language import _, ngettext
from state.models import Organisation, Person, Track
from state.own_links import OwnLink
from state.problems import Refused, StateError


@dataclass(frozen=True)
class LinkCard:
    """A person with what is printed or listed: `url` and `code` when it was just made."""

    person: Person
    organisation: Organisation
    state: str
    works: bool
    url: str = ""
    code: Any = None


async def show(request: Request) -> Response:
    """GET /mijnlinks/{track}: the list of links."""
    return await run_in_threadpool(_guarded, request, None)


async def change(request: Request) -> Response:
    """POST /mijnlinks/{track}: make or revoke links."""
    return await run_in_threadpool(_guarded, request, await request.form())


async def of_meeting(request: Request) -> Response:
    """GET /thuislinks/{meeting}: to the list of its track."""
    return await run_in_threadpool(_of_meeting, request)


def told(link: OwnLink | None) -> str:
    """How far a link is: 'nog geen link', 'op 2 toestellen geopend, laatst op 3 maart'."""
    if link is None:
        return _("nog geen link")
    if not link.used_at:
        return _("link nog niet geopend")
    if not link.browsers:
        return _("link geopend op {day}").format(day=day_text(str(local(link.used_at).date())))
    where = ngettext("op één toestel geopend", "op {n} toestellen geopend", link.browsers)
    return _("{where}, laatst op {day}").format(
        where=where.format(n=link.browsers), day=day_text(link.seen)
    )


def _of_meeting(request: Request) -> Response:
    if not browser.is_facilitator(store(), request.cookies):
        return RedirectResponse(f"/begeleider?naar={request.url.path}", 303)
    track = meetings.room(store(), request.path_params["meeting"]).track
    return RedirectResponse(f"/mijnlinks/{track.id}", 303)


def _guarded(request: Request, form: FormData | None) -> Response:
    try:
        if not browser.is_facilitator(store(), request.cookies):
            return RedirectResponse(f"/begeleider?naar={request.url.path}", 303)
        return _links(request.path_params["track"], form)
    except Refused as refusal:
        return page("sentence.html", 404, title=str(refusal), sentence="", again="", live="")
    except StateError as error:
        return page("sentence.html", 503, title=error.problem.text, sentence=error.problem.fix,
                    again=request.url.path, live="")  # fmt: skip


def _links(track_id: str, form: FormData | None) -> Response:
    track = tracks.track(store(), track_id)
    if form is None:
        return _page(track, {})
    if "revoke" in form:
        own_links.revoke(store(), track_id, str(form["revoke"]))
    elif "make" in form or "person" in form:
        with store().read() as db:
            known = own_links.state_of(db, track_id) == str(form.get("state", ""))
        if known:
            everybody = [one.id for one, _party in _who(track)]
            wanted = [str(form["person"])] if "person" in form else everybody
            return _page(track, own_links.give(store(), track_id, wanted))
    # What says nothing, or is sent again by a reload, ends no link that was printed meanwhile.
    return RedirectResponse(f"/mijnlinks/{track_id}", 303)


def _page(track: Track, made: dict[str, str]) -> Response:
    address = addresses.chosen(store())
    with store().read() as db:
        links, state = own_links.links(db, track.id), own_links.state_of(db, track.id)
    cards = []
    for person, organisation in _who(track):
        token = made.get(person.id)
        url = f"{address.url}/mijn/{token}" if token else ""
        link = links.get(person.id)
        cards.append(
            LinkCard(person, organisation, told(link), link is not None, url,
                     qr(url) if url else None)
        )  # fmt: skip
    return page(
        "own_links.html", track=track, cards=cards, state=state,
        printed=[card for card in cards if card.url],
        warning=address.warning, fix=address.fix, only_here=addresses.public_url() is None,
    )  # fmt: skip


def _who(track: Track) -> list[tuple[Person, Organisation]]:
    """Everybody of the track whose name is known, by organisation."""
    known = tracks.people(store(), track.id)
    return [
        (person, organisation)
        for organisation in tracks.organisations(store(), track.id)
        for person in known
        if person.organisation_id == organisation.id and person.erased_at is None
    ]
