"""What is stored of a participant, and the choice about the own name: /gegevens/CODE, and the same
on the own page.

Plain HTML, also without scripts. A phone that was let in is known by its cookie and may choose;
anybody else with the code reads the text alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from exercises.kit.rules.days import day_of_year
from pages.web import access as browser
from pages.web import addresses, codes
from pages.web.codes import CodeFound
from pages.web.rate_limit import RateLimit
from pages.web.templates import page
from state import consent, erasing, guests, homework, meetings, people, phones, rows, tracks
from state.app import store
from state.ids import hash_token
from state.language import _
from state.models import Meeting, Organisation, Person
from state.problems import Refused, StateError

_SAVED = "bewaard"
# For each phone: choices that change every page of the meeting.
_choices = RateLimit(burst=10, rate=0.1)


@dataclass(frozen=True)
class TextPlace:
    """Where the text stands: its own `address`, that of what it goes back to, of the bundle, and of
    the page on who may see what, "" for none."""

    address: str
    back: str
    bundle: str = ""
    may_see: str = ""


OWN_PAGE = TextPlace("/mijn/gegevens", "/mijn", "/mijn/bundel.pdf", "/mijn/wiemag")


@dataclass(frozen=True)
class OwnData:
    """The person whose phone it is, and how much is stored. `checked`: the phone showed that it is
    that person's; `linked`: it holds the person's own link."""

    person: Person
    organisation: Organisation | None
    answers: int
    photos: int
    checked: bool
    linked: bool


async def show(request: Request) -> Response:
    """GET /gegevens/{code}: what is stored, and the choice."""
    return await _answered(request, None)


async def choose(request: Request) -> Response:
    """POST /gegevens/{code}: store the choice. Twice the same is once."""
    return await _answered(request, await request.form())


async def _answered(request: Request, form: FormData | None) -> Response:
    try:
        found = await codes.find(request, request.path_params["code"])
        return await run_in_threadpool(_answer, request, found, form)
    except codes.TooManyCodes:
        return codes.refused()
    except StateError as error:
        return page("sentence.html", 503, title=error.problem.text, sentence=error.problem.fix,
                    again=request.url.path, live="")  # fmt: skip


def of_person(person: Person, form: FormData | None, request: Request) -> Response:
    """The text on the own page of a person who was let in there; with a `form` the choice first."""
    with store().read() as db:
        organisation = rows.find(db, Organisation, "organisation", person.organisation_id)
        own = OwnData(
            person, organisation, erasing.count_answers(db, person.id),
            erasing.count_photos(db, person.id), checked=True, linked=True,
        )  # fmt: skip
    track_id, saved = person.track_id, _SAVED in request.query_params
    if form is None:
        return _drawn(track_id, OWN_PAGE, own, saved=saved)
    try:
        _store_slowly(person.id, form, person.id)
    except Refused as refusal:
        return _drawn(track_id, OWN_PAGE, own, sentence=str(refusal), status=422)
    return RedirectResponse(f"{OWN_PAGE.address}?{_SAVED}=1", 303)


def _answer(request: Request, found: CodeFound, form: FormData | None) -> Response:
    meeting = found.meeting
    if meeting is None:
        return codes.unknown(found, request.path_params["code"])
    token = request.cookies.get(browser.device_cookie(meeting), "")
    own = _own(meeting, token) if token else None
    if form is None:
        if own is None and token and _is_guest(meeting, token):
            return _of_guest(meeting)
        return _page(meeting, own, saved=_SAVED in request.query_params)
    try:
        if own is None:
            raise Refused(_("We weten niet wie je bent. Ga eerst binnen met je naam."))
        _store_slowly(own.person.id, form, hash_token(token), proven=own.checked)
    except Refused as refusal:
        return _page(meeting, own, sentence=str(refusal), status=422)
    return RedirectResponse(f"/gegevens/{meeting.code}?{_SAVED}=1", 303)


def _store_slowly(
    person_id: str, form: FormData, chooser: str, *, proven: bool = True
) -> None:  # fmt: skip
    """Store the choice in a form; Refused for none, or when `chooser` chose often just now."""
    if not _choices.take(chooser):
        raise Refused(_("Je koos net al vaak. Wacht een halve minuut en probeer opnieuw."))
    chosen = str(form.get("consent", ""))
    if not chosen:
        raise Refused(_("Kies een van de twee."))
    consent.give(store(), person_id, chosen, proven=proven)


def _own(meeting: Meeting, token: str) -> OwnData | None:
    with store().read() as db:
        person = people.person_of_device(db, meeting.id, token)
        if person is None:
            return None
        present = meetings.read_room(db, meeting.id)
        return OwnData(
            person, present.organisation(person.organisation_id),
            erasing.count_answers(db, person.id), erasing.count_photos(db, person.id),
            phones.trust(db, meeting.id, token).checked,
            bool(homework.device_link(db, meeting.id, token)),
        )  # fmt: skip


def _is_guest(meeting: Meeting, token: str) -> bool:
    with store().read() as db:
        return guests.of_device(db, meeting.id, token) is not None


def _of_guest(meeting: Meeting) -> Response:
    """What is stored of a guest, who gave no name and has nothing to choose."""
    track = tracks.track(store(), meeting.track_id)
    place = TextPlace(f"/gegevens/{meeting.code}", f"/gsm?d={meeting.code}")
    return page("guest_data.html", place=place, server=server(),
                until=day_of_year(track.keep_until))  # fmt: skip


def _page(
    meeting: Meeting, own: OwnData | None, *, saved: bool = False, sentence: str = "",
    status: int = 200,
) -> Response:  # fmt: skip
    back = f"/gsm?d={meeting.code}" if own else f"/d/{meeting.code}"
    bundle = f"/mijnbundel/{meeting.code}.pdf" if own and own.linked else ""
    place = TextPlace(f"/gegevens/{meeting.code}", back, bundle)
    return _drawn(meeting.track_id, place, own, saved=saved, sentence=sentence, status=status)


def _drawn(
    track_id: str, place: TextPlace, own: OwnData | None, *, saved: bool = False,
    sentence: str = "", status: int = 200,
) -> Response:  # fmt: skip
    track = tracks.track(store(), track_id)
    return page(
        "own_data.html", status, place=place, own=own, saved=saved, sentence=sentence,
        server=server(), until=day_of_year(track.keep_until),
        nameless=tracks.nameless(own.organisation.name) if own and own.organisation else "",
    )  # fmt: skip


def server() -> str:
    """The name of the server that the data are on; "" for the facilitator's laptop."""
    public = addresses.public_url()
    return urlsplit(public).hostname or "" if public else ""
