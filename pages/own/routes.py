"""The routes of the own page.

GET  /mijn                  what waits, the visits, what the organisation wants and got
POST /mijn/verder           on to the phone's page of a meeting, for one exercise
GET  /mijn/bezoek/{visit}   one visit
GET  /mijn/bezoek/{visit}/programma.pdf   its programme, to print
GET  /mijn/kalender.ics     the own visits, for a calendar
GET  /mijn/acties.ics       the first steps of the own organisation, for a calendar
GET  /mijn/bundel.pdf       the bundle of the own organisation
GET, POST /mijn/wiemag      who may read what this person gave
GET, POST /mijn/gegevens    what is stored of this person, and the choice about the name

The notebook and the kijkstages have routes of their own (`notebook_page`, `kijkstage_pages`,
`offer_pages`). Everything is given to the browser in which
somebody opened the own link (`opening`), and to nobody else.
"""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pages.own import (
    action_calendar,
    kijkstage_pages,
    kijkstage_row,
    may_see,
    notebook_page,
    offer_pages,
    opening,
    scene,
    shown,
    visit_page,
)
from pages.own.around import around
from pages.own.waiting import asks
from pages.web import access as browser
from pages.web import calendar, documents, own_data
from pages.web.templates import page
from state import homework
from state.app import store
from state.language import _
from state.own_links import LinkHolder
from state.problems import Refused


async def show(request: Request) -> Response:
    """GET /mijn."""
    return await opening.for_holder(request, _page)


async def visit(request: Request) -> Response:
    """GET /mijn/bezoek/{visit}."""
    return await opening.for_holder(request, visit_page.answer)


async def go_on(request: Request) -> Response:
    """POST /mijn/verder: this browser becomes a phone of the meeting that the exercise is of."""
    wanted = str((await request.form()).get("activity", ""))
    return await opening.for_holder(request, lambda asked, found: _go_on(asked, found, wanted))


async def bundle(request: Request) -> Response:
    """GET /mijn/bundel.pdf."""
    found = opening.holder(request)
    if isinstance(found, str):
        return opening.ended(found)
    return await documents.bundle_of(request, found.person)


async def programme(request: Request) -> Response:
    """GET /mijn/bezoek/{visit}/programma.pdf."""
    found = opening.holder(request)
    if isinstance(found, str):
        return opening.ended(found)
    try:
        return await documents.programme_for(request, found.person, request.path_params["visit"])
    except Refused as refusal:
        return opening.nothing_there(refusal)


async def own_calendar(request: Request) -> Response:
    """GET /mijn/kalender.ics."""
    return await opening.for_holder(
        request, lambda _request, found: calendar.of_person(store(), found.person)
    )


async def own_first_steps(request: Request) -> Response:
    """GET /mijn/acties.ics."""
    return await opening.for_holder(
        request, lambda _request, found: action_calendar.of_person(store(), found.person)
    )


async def data(request: Request) -> Response:
    """GET and POST /mijn/gegevens."""
    form = await request.form() if request.method == "POST" else None
    return await opening.for_holder(
        request, lambda _request, found: own_data.of_person(found.person, form, request)
    )


def _page(request: Request, found: LinkHolder) -> Response:
    opening.look(request)
    made = shown.made(around(store(), found))
    row = kijkstage_row.of_holder(store(), found)
    if row:
        made = replace(made, visits=tuple(v for v in made.visits if v.id not in row.folded))
    drawing = scene.drawn(made.scene.tile, made.scene.poses, made.scene.host_tile,
                          made.scene.told) if made.scene else ""  # fmt: skip
    response = page(
        "own_page.html",
        page=made,
        kijkstages=row,
        whose=made.name,
        tile=made.tile,
        scene=drawing,
        person=found.person.id,
    )
    opening.keep_for_doors(request, response)
    return response


def _go_on(request: Request, found: LinkHolder, wanted: str) -> Response:
    here = around(store(), found)
    ask = next((one for one in asks(here) if one.activity == wanted), None)
    if ask is None:
        raise Refused(_("Hier valt niets meer in te vullen."))
    meeting = next(one for one in here.meetings if one.id == ask.meeting)
    name = browser.device_cookie(meeting)
    kept = request.cookies.get(name, "")
    token = homework.phone(store(), found, meeting.id, kept, wanted)
    response = RedirectResponse(f"/gsm?d={meeting.code}", 303)
    browser.set_cookie(response, request, name, token)
    return response


ROUTES = [
    Route("/mijn", show),
    Route("/mijn/verder", go_on, methods=["POST"]),
    Route("/mijn/afsluiten", opening.close, methods=["POST"]),
    Route("/mijn/bezoek/{visit}", visit),
    Route("/mijn/bezoek/{visit}/programma.pdf", programme),
    Route("/mijn/bundel.pdf", bundle),
    Route("/mijn/kalender.ics", own_calendar),
    Route("/mijn/acties.ics", own_first_steps),
    Route("/mijn/wiemag", may_see.show),
    Route("/mijn/wiemag", may_see.choose, methods=["POST"]),
    Route("/mijn/gegevens", data, methods=["GET", "POST"]),
    Route("/mijn/kijkstages", kijkstage_pages.show),
    Route("/mijn/kijkstages/gelezen", kijkstage_pages.read, methods=["POST"]),
    Route("/mijn/kijkstages/nieuw", offer_pages.answer, methods=["GET", "POST"]),
    Route("/mijn/kijkstages/aanbod/{offer}", kijkstage_pages.show_offer),
    Route("/mijn/kijkstages/aanbod/{offer}", kijkstage_pages.change_offer, methods=["POST"]),
    Route("/mijn/kijkstages/aanbod/{offer}/wijzig", offer_pages.answer, methods=["GET", "POST"]),
    Route("/mijn/kijkstages/plaats/{place}", kijkstage_pages.show_place),
    Route("/mijn/kijkstages/plaats/{place}", kijkstage_pages.change_place, methods=["POST"]),
    Route("/mijn/schrift/{visit}", notebook_page.show),
    Route("/mijn/schrift/{visit}", notebook_page.write, methods=["POST"]),
    Route("/mijn/schrift/{visit}/foto", notebook_page.take_photo, methods=["POST"]),
    Route("/mijn/wacht.js", notebook_page.keeper),
    Route("/mijn/beeld/{id}", notebook_page.show_photo),
    Route("/mijn/{token}", opening.open_link),
    Route("/thuis/{token}", opening.old_link),
]
