"""The pages of kijkstages on the own page: to choose, to take a place, to look back.

GET  /mijn/kijkstages                  what one may choose, the own places and the own offers
POST /mijn/kijkstages/gelezen          what changed was read
GET  /mijn/kijkstages/aanbod/{offer}   an offer; for its host with who comes
POST /mijn/kijkstages/aanbod/{offer}   take a place; a host calls off a day or all of it
GET, POST /mijn/kijkstages/plaats/{place}   an own place: how it stands, cancelling, and afterwards
                                            three questions
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pages.own import kijkstage_words as words
from pages.own import kijkstages, offer_choice, opening
from pages.own.kijkstages import OfferShelf
from pages.web.templates import page
from state import clock, notices, offering, offers, taking
from state.app import store
from state.language import _
from state.offers import LookBackWords, VisitOffer, VisitPlace
from state.own_links import LinkHolder
from state.problems import Refused

HOME = "/mijn/kijkstages"


async def show(request: Request) -> Response:
    """GET /mijn/kijkstages."""
    return await opening.for_holder(request, _list)


async def read(request: Request) -> Response:
    """POST /mijn/kijkstages/gelezen."""
    seen = [str(one) for one in (await request.form()).getlist("notice")]

    def kept(_request: Request, found: LinkHolder) -> Response:
        notices.read_all(store(), found.person.id, seen)
        return RedirectResponse(HOME, 303)

    return await opening.for_holder(request, kept)


async def show_offer(request: Request) -> Response:
    """GET /mijn/kijkstages/aanbod/{offer}."""
    return await opening.for_holder(request, lambda asked, found: _offer(asked, _shelf(found), {}))


async def change_offer(request: Request) -> Response:
    """POST /mijn/kijkstages/aanbod/{offer}."""
    sent = {key: str(value) for key, value in (await request.form()).items()}
    return await opening.for_holder(request, lambda asked, found: _act(asked, found, sent))


async def show_place(request: Request) -> Response:
    """GET /mijn/kijkstages/plaats/{place}."""
    return await opening.for_holder(request, lambda asked, found: _place(asked, _shelf(found)))


async def change_place(request: Request) -> Response:
    """POST /mijn/kijkstages/plaats/{place}."""
    sent = {key: str(value) for key, value in (await request.form()).items()}
    return await opening.for_holder(request, lambda asked, found: _changed(asked, found, sent))


def _shelf(found: LinkHolder) -> OfferShelf:
    return kijkstages.shelf(store(), found, clock.today())


def of_page(here: OfferShelf) -> dict[str, Any]:
    """What each of these pages is given for its head."""
    tile = here.parties[here.me.organisation_id].tile
    return {"whose": here.me.name, "tile": tile, "here": here, "words": words}


def _list(request: Request, found: LinkHolder) -> Response:
    here = _shelf(found)
    wanted = offer_choice.wanted(request.query_params)
    return page(
        "own_kijkstages.html", **of_page(here),
        told=[(one.id, words.notice_text(here, one)) for one in here.notices],
        ahead=[(one, *here.at(one.day)) for one in here.ahead],
        been=[(one, *here.at(one.day)) for one in here.been],
        choices=offer_choice.choices(here), wanted=wanted,
        found=offer_choice.matching(here, wanted), shared=_shared(here),
    )  # fmt: skip


def _shared(here: OfferShelf) -> list[tuple[str, str, list[str]]]:
    """What colleagues brought home: who, from where, and the texts they let others read."""
    made = []
    for one in here.ours:
        texts = [one.words.for_home]
        if one.words.shared:
            texts += [one.words.unexpected, one.words.tells, one.words.calls]
        if one.person != here.me.id and any(texts) and one.person in here.people:
            host = here.parties[here.at(one.day)[0].host].name
            made.append((here.people[one.person].name, host, [text for text in texts if text]))
    return made


def find_offer(here: OfferShelf, offer_id: str) -> VisitOffer:
    """An offer that this person may read; Refused for any other."""
    found = here.offer(offer_id)
    if found is None or found.host in here.left:
        raise Refused(_("Dit aanbod staat er niet meer."))
    return found


def _offer(
    request: Request, here: OfferShelf, sent: Mapping[str, str], refused: str = ""
) -> Response:  # fmt: skip
    offer = find_offer(here, request.path_params["offer"])
    own = offer.host == here.me.organisation_id
    days = [
        (day, here.states[day.id], here.my_place(offer).get(day.id), here.guests_of(day))
        for day in offer.days if day.id in here.states and (own or day.date > here.today)
    ]  # fmt: skip
    thanks = [
        one for one in here.host_words if own and offer.day(one.day) is not None
    ]  # fmt: skip
    return page(
        "own_offer.html", 422 if refused else 200, **of_page(here), offer=offer, own=own,
        host=here.parties[offer.host], days=days, refused=refused,
        sent={"day": "", "why": "", "brings": "", **sent},
        open_days=[day for day, _state, place, _guests in days if place is None],
        area=next((one for one in here.areas if one.number == offer.words.area), None),
        thanks=[(one, here.people[one.person].name) for one in thanks],
        full=[day.id for day, state, _place, _guests in days if here.would_wait(state)],
    )  # fmt: skip


def _act(request: Request, found: LinkHolder, sent: Mapping[str, str]) -> Response:
    offer_id, today = request.path_params["offer"], clock.today()
    try:
        if sent.get("what") in ("off", "day_off"):
            _call_off(found, offer_id, sent, today)
            return RedirectResponse(f"{HOME}/aanbod/{offer_id}", 303)
        day = sent.get("day", "")
        if not day:
            raise Refused(_("Kies eerst een dag."))
        outcome = taking.ask(
            store(), found.person.id, day, sent.get("why", ""), sent.get("brings", ""), today=today
        )
    except Refused as refusal:
        return _offer(request, _shelf(found), sent, str(refusal))
    return RedirectResponse(f"{HOME}/plaats/{outcome.place}", 303)


def _call_off(found: LinkHolder, offer_id: str, sent: Mapping[str, str], today: str) -> None:
    with store().read() as db:
        offer = offers.find_offer(db, offer_id)
    if offer.host != found.organisation.id:
        raise Refused(_("Alleen wie aanbiedt, kan dit afzeggen."))
    if sent["what"] == "off":
        offering.call_off(store(), offer_id, today=today)
    elif offer.day(sent.get("day", "")) is not None:
        offering.call_off_day(store(), sent["day"], today=today)


def own_place(here: OfferShelf, place_id: str) -> VisitPlace:
    """An own place, also one that was let go; Refused for one of somebody else."""
    found = next((one for one in here.ours if one.id == place_id), None)
    if found is None or found.person != here.me.id:
        raise Refused(_("Deze plaats staat niet op jouw naam."))
    return found


def _place(
    request: Request, here: OfferShelf, sent: Mapping[str, str] | None = None, refused: str = ""
) -> Response:  # fmt: skip
    one = own_place(here, request.path_params["place"])
    offer, day = here.at(one.day)
    stands = one.state in ("taken", "waiting")
    title, told = words.standing(here, one) if stands else (
        _("Je hebt hier geen plaats meer."), _("Wil je toch komen? Kies opnieuw een dag.")
    )  # fmt: skip
    after = one.state == "taken" and day.date <= here.today
    written = _typed(sent) if sent is not None else one.words
    return page(
        "own_place.html", 422 if refused else 200, **of_page(here), place=one, offer=offer,
        day=day, host=here.parties[offer.host], gone=offer.host in here.left, title=title,
        told=told, after=after, stands=stands, written=written, refused=refused,
        kept=not one.words.is_empty,
    )  # fmt: skip


def _changed(request: Request, found: LinkHolder, sent: Mapping[str, str]) -> Response:
    place_id, today = request.path_params["place"], clock.today()
    try:
        if sent.get("what") == "cancel":
            taking.cancel(store(), found.person.id, place_id, today=today)
        else:
            taking.look_back(store(), found.person.id, place_id, _typed(sent), today=today)
    except Refused as refusal:
        return _place(request, _shelf(found), sent, str(refusal))
    return RedirectResponse(f"{HOME}/plaats/{place_id}", 303)


def _typed(sent: Mapping[str, str]) -> LookBackWords:
    def text(name: str) -> str:
        return sent.get(name, "")

    return LookBackWords(
        text("unexpected"), text("tells"), text("calls"), bool(text("shared")), text("for_host"),
        bool(text("printable")), text("for_home"),
    )  # fmt: skip
