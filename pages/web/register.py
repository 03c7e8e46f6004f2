"""One page for an organisation's register of what it processes: /register/TRACK, to be printed.

What only the organisation itself knows, who is responsible and on which ground, is left open as a
line to write on.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from exercises.kit.rules.days import day_of_year
from pages.web import addresses, consent_words, own_data
from pages.web.files import for_facilitator
from pages.web.templates import page
from state import erasing_tracks, meetings, tracks
from state.app import store
from state.clock import local, now


async def show(request: Request) -> Response:
    """GET: the page of a track, for the facilitator."""
    return await for_facilitator(request, _made)


def _made(request: Request) -> Response:
    track = tracks.track(store(), request.path_params["track"])
    people = tracks.people(store(), track.id)
    with store().read() as db:
        counts = erasing_tracks.counts_of_track(db, track.id)
    held = [day_of_year(one.date) for one in meetings.of_track(store(), track.id) if one.date]
    return page(
        "register.html", track=track, people=len(people), consents=consent_words.told(people),
        organisations=tracks.organisations(store(), track.id), counts=counts, held=held,
        until=day_of_year(track.keep_until), server=own_data.server(),
        encrypted=urlsplit(addresses.chosen(store()).url).scheme == "https",
        today=day_of_year(local(now()).date().isoformat()),
    )  # fmt: skip
