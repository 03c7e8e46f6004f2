"""The call itself: what it is about, for whom, when, and how to apply. GET /oproep/{code}."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlite_utils import Database
from starlette.requests import Request
from starlette.responses import Response

from exercises.kit.rules.days import full_day
from pages.call.answering import LinkUnknown, blocks, page
from pages.web import access as browser
from state import calls, rows, track_access
from state.app import store
from state.call_texts import filled
from state.calls import Call
from state.clock import local, now
from state.language import _
from state.models import Meeting, Track


@dataclass(frozen=True)
class PublicCall:
    """A call with what its pages tell of the track: `days` are those of its meetings that are still
    to come, as title, day in words, place."""

    call: Call
    track: Track
    days: tuple[tuple[str, str, str], ...]

    @property
    def until(self) -> str:
        """Until when one can apply: 'tot en met maandag 1 maart 2027', "" for no deadline."""
        return until(self.call)


def find(request: Request, *, off: bool = False) -> PublicCall:
    """The call of an address; `off`: also one that is not shown yet. Raises LinkUnknown."""
    with store().read() as db:
        call = calls.by_code(db, calls.clean(request.path_params["code"]), off=off)
        if call is None:
            raise LinkUnknown
        return around(db, call)


def around(db: Database, call: Call) -> PublicCall:
    """A call with its track and the days of its meetings, from today on."""
    track = rows.find(db, Track, "track", call.track_id)
    meetings = rows.ordered(db, Meeting, "meeting", "track_id", track.id)
    today = str(local(now()).date())
    days = sorted((one for one in meetings if one.date >= today), key=lambda one: one.date)
    return PublicCall(
        call, track, tuple((one.title, full_day(one.date), one.place) for one in days)
    )


def address(call: Call) -> str:
    """The path of the call's page."""
    return f"/oproep/{call.code.lower()}"


def until(call: Call) -> str:
    """As `PublicCall.until`."""
    day = full_day(call.deadline)
    return _("tot en met {day}").format(day=day) if day else ""


def sections(found: PublicCall) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """The texts of the call that are not empty, each with its heading."""
    theme = _named(found.track.theme)
    texts = {key: filled(text, thema=theme) for key, text in found.call.texts.items()}
    headed = (
        ("", texts["about"]), (_("Voor wie"), texts["for_whom"]),
        (_("Wat we vragen"), texts["ask"]), (_("Wat we bieden"), texts["offer"]),
        (_("Hoe we kiezen"), texts["choosing"]), (_("Vragen? Bel ons"), texts["phone"]),
    )  # fmt: skip
    return [(title, blocks(text)) for title, text in headed if text.strip()]


def _named(theme: str) -> str:
    """A theme as it stands within a sentence: one that begins with a capital is a title."""
    if not theme:
        return _("het thema")
    return f"‘{theme}’" if theme[0].isupper() else theme


def show(request: Request, _form: Mapping[str, str]) -> Response:
    """GET /oproep/{code}: the call."""
    call = find(request, off=True)
    if call.call.state == "off" and not _may_prepare(request, call):
        raise LinkUnknown
    return drawn(call)


def _may_prepare(request: Request, call: PublicCall) -> bool:
    who = browser.signed_in(store(), request.cookies)
    with store().read() as db:
        return who is not None and track_access.may_open(db, who.acting, call.track.id)


def drawn(found: PublicCall) -> Response:
    """The page of a call."""
    standing = found.call.standing()
    parts = sections(found)
    return page(
        "call.html", 200, track=found.track, parts=parts, days=found.days, until=found.until,
        standing=standing, apply=f"{address(found.call)}/meedoen",
        sheets=len(found.call.form.shown),
    )  # fmt: skip
