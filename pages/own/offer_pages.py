"""Offering a kijkstage, and changing an offer, from the own page of anybody of the organisation.

GET, POST /mijn/kijkstages/nieuw
GET, POST /mijn/kijkstages/aanbod/{offer}/wijzig
"""

from __future__ import annotations

from datetime import date, timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pages.own import kijkstage_pages, kijkstages, offer_form, opening
from pages.own.kijkstages import OfferShelf
from pages.own.offer_form import OfferTyped
from pages.web.templates import page
from state import clock, offering, offers
from state.app import store
from state.language import _
from state.offers import VisitOffer
from state.own_links import LinkHolder
from state.problems import Refused


async def answer(request: Request) -> Response:
    """GET and POST of both addresses."""
    sent = await request.form() if request.method == "POST" else None
    fields = {key: [str(one) for one in sent.getlist(key)] for key in sent} if sent else None

    def made(asked: Request, found: LinkHolder) -> Response:
        here = kijkstages.shelf(store(), found, clock.today())
        offer = _own_offer(here, asked)
        if fields is None:
            stands = offer_form.of_offer(offer, here.today) if offer else offer_form.empty()
            return _form(here, offer, stands)
        typed = offer_form.typed(fields)
        if fields.get("what") == ["more"]:
            return _form(here, offer, typed.with_more())
        return _kept(here, offer, typed)

    return await opening.for_holder(request, made)


def _own_offer(here: OfferShelf, request: Request) -> VisitOffer | None:
    """The offer to change, None for a new one; Refused for one of others or that is off."""
    offer_id = request.path_params.get("offer")
    if offer_id is None:
        return None
    found = kijkstage_pages.find_offer(here, offer_id)
    if found.host != here.me.organisation_id:
        raise Refused(_("Alleen wie aanbiedt, kan dit wijzigen."))
    if found.is_off:
        raise Refused(_("Dit aanbod werd afgezegd. Maak een nieuw aanbod."))
    return found


def _kept(here: OfferShelf, offer: VisitOffer | None, typed: OfferTyped) -> Response:
    try:
        words, days = typed.words(), typed.offer_days()
        if offer is None:
            own = here.me.organisation_id
            offer_id = offering.offer(store(), own, words, days, today=here.today)
        else:
            offer_id = offer.id
            offering.change(store(), offer_id, words, days, today=here.today)
    except Refused as refusal:
        return _form(here, offer, typed, str(refusal))
    return RedirectResponse(f"{kijkstage_pages.HOME}/aanbod/{offer_id}", 303)


def _form(
    here: OfferShelf, offer: VisitOffer | None, typed: OfferTyped, refused: str = ""
) -> Response:  # fmt: skip
    standing = {} if offer is None else {
        day.id: sum(one.taken for one in here.states[day.id].asks)
        for day in offer.days if day.id in here.states
    }  # fmt: skip
    return page(
        "own_offer_form.html", 422 if refused else 200, **kijkstage_pages.of_page(here),
        offer=offer, typed=typed, refused=refused, standing=standing,
        first=_day_after(here.today), most=offers.MOST_PLACES,
    )  # fmt: skip


def _day_after(today: str) -> str:
    return (date.fromisoformat(today) + timedelta(days=1)).isoformat()
