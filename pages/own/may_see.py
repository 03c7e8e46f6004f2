"""'Wie mag dit zien?' on the own page: all that a person gave, in the three places where it may be.

GET  /mijn/wiemag          the page; ?open=KEY with one thing open
POST /mijn/wiemag          `thing`, and either `place` or `naming`: move it, or say with which name

Works without a script; with one the page is changed in place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exercises.engine import running
from exercises.kit.rules.days import day_of_year
from pages.own import kijkstage_given, opening, own_things
from pages.own import may_see_words as words
from pages.own.around import Around, around
from pages.own.own_things import OwnThing
from pages.web.templates import page
from state import meetings, notebook, restrictions
from state.app import store
from state.language import _
from state.own_links import LinkHolder
from state.problems import Refused
from state.restrictions import PLACES

ADDRESS = "/mijn/wiemag"


async def show(request: Request) -> Response:
    """GET /mijn/wiemag."""
    return await opening.for_holder(request, _page)


async def choose(request: Request) -> Response:
    """POST /mijn/wiemag."""
    form = await request.form()
    fields = {key: str(form.get(key, "")) for key in ("thing", "place", "naming")}
    return await opening.for_holder(request, lambda one, found: _chosen(one, found, fields))


def _page(request: Request, found: LinkHolder, refused: str = "", opened: str = "") -> Response:
    here = around(store(), found)
    things = own_things.of_person(store(), here)
    day = found.track.print_day
    key = opened or request.query_params.get("open", "")
    # Which one was moved is told to who does not see it move.
    moved = next((one for one in things if one.key == request.query_params.get("moved")), None)
    return page(
        "own_may_see.html", 422 if refused else 200, whose=here.me.name, tile=here.me.tile,
        organisation=found.organisation.name, **_parts(here, things),
        named=found.person.consent == "named", opened=key, refused=refused,
        printed=restrictions.is_printed(day), day=day_of_year(day) if day else "",
        moved=words.moved(moved, here.names) if moved else "", words=words, names=here.names,
    )  # fmt: skip


def _parts(here: Around, things: tuple[OwnThing, ...]) -> dict[str, Any]:
    """What this person gave, apart from what the own organisation gave together."""
    mine = tuple(one for one in things if not one.shared)
    ours = tuple(one for one in things if one.shared)
    return {
        "mine": words.places_of(mine, False) if mine else (),
        "ours": words.places_of(ours, True), "together": words.count(ours) if ours else "",
        "our_keys": {one.key for one in ours},
        "kijkstages": kijkstage_given.given(store(), here),
    }  # fmt: skip


def _chosen(request: Request, found: LinkHolder, fields: Mapping[str, str]) -> Response:
    here = around(store(), found)
    things = own_things.of_person(store(), here)
    thing = next((one for one in things if one.key == fields["thing"]), None)
    try:
        if thing is None:
            raise Refused(_("Dit staat niet meer bij wat jij gaf. Kijk het na."))
        _put(here, thing, fields["place"], fields["naming"])
    except Refused as refusal:
        return _page(request, found, str(refusal), fields["thing"])
    # Parts that everybody may read again are one with the rest, which has another key.
    after = own_things.of_person(store(), around(store(), found))
    key = next((one.key for one in after if one.has(thing)), thing.key)
    return RedirectResponse(f"{ADDRESS}?open={key}&moved={key}#d-{key}", 303)


def _put(here: Around, thing: OwnThing, place: str, naming: str) -> None:
    """Store a choice. Refused for what is no choice, or more than the author let others read."""
    track = here.holder.track.id
    if thing.note:
        _within(thing, place)
        notebook.share(store(), here.me.id, thing.note, place != "self")
        return
    with store().read() as db:
        restrictions.require_open(db, track)
    if thing.choice is not None:
        _to_exercise(here, thing, "none" if place == "self" else naming or place)
        return
    now = max(thing.mine.place, thing.reach, key=PLACES.index)
    asked = place or now
    _within(thing, asked)
    # What goes no further by itself is not restricted.
    asked = "report" if asked == thing.reach else asked
    told = (naming or thing.mine.naming) if thing.named else "names"
    restrictions.choose(store(), track, here.me.id, thing.things, asked, told)


def _within(thing: OwnThing, place: str) -> None:
    """Refused for what is no place, and for one where more people read than its author let."""
    if place not in PLACES or PLACES.index(place) < PLACES.index(thing.reach):
        raise Refused(_("Verder dan dat gaat dit niet. Kies een andere plek."))


def _to_exercise(here: Around, thing: OwnThing, chosen: str) -> None:
    """Make a choice that the exercise of a thing keeps itself."""
    choice = thing.choice
    if choice is None or chosen not in choice.payloads:
        raise Refused(_("Deze keuze kennen we niet. Kies er een van de lijst."))
    meeting, activity = thing.activity
    room = meetings.room(store(), meeting)
    running.choose(store(), room, activity, here.me.id, choice.slot, choice.payloads[chosen])
