"""The door, the page to join a meeting: /d/CODE. Plain HTML, so that it shows within a second on an
old phone.

While people type their name, the browser already fetches what the next page needs.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from time import thread_time

from sqlite_utils import Database
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from exercises.engine import moment as moments
from exercises.engine import running, stored
from pages.web import access as browser
from pages.web import codes, door_token, views
from pages.web.access import OWN_PAGE_COOKIE
from pages.web.client import client_of
from pages.web.delay import delay_refusal
from pages.web.rate_limit import RateLimit
from pages.web.templates import page
from state import disputed, guests, homework, people, taking_back, tracks
from state.app import store
from state.ids import clean_code
from state.language import _
from state.models import Meeting, Person
from state.phones import DoorProof
from state.problems import Refused, StateError
from state.text_rules import name_key

# One page of the door is made at a time: many at once would leave the hall no processor.
_maker = ThreadPoolExecutor(1, "odv-door")
# For each address. A whole hall may come through one; but what makes every page of the meeting
# change, a new organisation or a name that moves, is worth more.
_work_seconds = RateLimit(burst=6.0, rate=0.25)
_joins = RateLimit(burst=400, rate=10)
_costly_joins = RateLimit(burst=12, rate=0.5)
# For each phone, which is one person.
_own_joins = RateLimit(burst=10, rate=0.1)
NEW_ORGANISATION = "+"
# In the address: the id of the person whose own page led here.
WHO = "wie"
_ON = 303
# The most known names to offer: reading a longer list takes longer than typing a name.
_MOST_NAMES = 20
# What is chosen where a name is much like one on the list: nobody of the list.
_NEW_NAME = "+"
_FIELDS = ("name", "organisation", "new_organisation", "function")


async def ask_code(request: Request) -> Response:
    """GET /d: type the code that stands on the screen; `?code=` leads to its door."""
    typed = clean_code(request.query_params.get("code", ""))
    if typed:
        return RedirectResponse(f"/d/{typed}", 303)
    told = _("Typ de code die op het scherm staat: letters en cijfers.")
    return page("code.html", sentence=told if "code" in request.query_params else "", typed="")


async def show(request: Request) -> Response:
    """GET /d/{code}: who are you, or straight on for a phone that is known."""
    return await _answered(request, None)


async def come_in(request: Request) -> Response:
    """POST /d/{code}: take a name, set the cookie, and go on to the meeting."""
    return await _answered(request, await request.form())


async def _answered(request: Request, form: FormData | None) -> Response:
    client = client_of(request)
    try:
        found = await codes.find(request, request.path_params["code"])
        if _work_seconds.wait(client):
            raise _TooBusy
        return await asyncio.get_running_loop().run_in_executor(
            _maker, _counted, client, request, found, form
        )
    except _TooBusy:
        await delay_refusal()
        return _too_busy(request)
    except codes.TooManyCodes:
        return codes.refused()
    except StateError:
        return page(
            "sentence.html", 503, title=_("Nog even geduld."),
            sentence=_("De laptop van de begeleider kan nu niet bij zijn gegevens."
                       " Probeer het straks opnieuw."),
            again=request.url.path, live="",
        )  # fmt: skip


def _counted(
    client: str, request: Request, found: codes.CodeFound, form: FormData | None
) -> Response:
    began = thread_time()
    try:
        return _answer(request, found, form)
    finally:
        _work_seconds.spend(client, thread_time() - began)


class _TooBusy(Exception):
    """This address or phone has spent what it may ask for now."""


@lru_cache(maxsize=64)
def _busy_text(path: str) -> bytes:
    return bytes(page(
        "sentence.html", 429, title=_("Het is even druk aan de deur."), again=path, live="",
        sentence=_("Wat je typte, staat nog klaar. Wacht een halve minuut en probeer opnieuw."),
    ).body)  # fmt: skip


def _too_busy(request: Request) -> Response:
    # The path is a code: a stranger's would fill the memory of these texts.
    text = _busy_text(f"/d/{clean_code(request.path_params['code'])}")
    return HTMLResponse(text, 429, headers={"Cache-Control": "no-store"})


def _answer(request: Request, found: codes.CodeFound, form: FormData | None) -> Response:
    meeting = found.meeting
    if meeting is None:
        return codes.unknown(found, request.path_params["code"])
    token = request.cookies.get(browser.device_cookie(meeting), "")
    if meeting.state != "running":
        return _onward(meeting) if _holds_link(meeting, token) else _closed(meeting)
    door = _Door(request, meeting, found.slowed)
    response = door.welcome(token) if form is None else door.take_name(form)
    if response.status_code != _ON:
        door_token.give_token(request, response, meeting, request.url.path)
    return response


def _holds_link(meeting: Meeting, token: str) -> bool:
    """Whether this phone goes on at home, after the meeting."""
    with store().read() as db:
        return bool(token and homework.device_link(db, meeting.id, token))


def _closed(meeting: Meeting) -> Response:
    if meeting.state == "closed":
        return page(
            "sentence.html", 410, title=_("Deze bijeenkomst is gedaan."), again="", live="",
            sentence=_("Dank je. Tot bij elkaar over de vloer."),
        )  # fmt: skip
    return page(
        "sentence.html", title=_("Je bent vroeg."), again="", live=f"/live/{meeting.code}?als=door",
        sentence=_("De deur gaat zo open. Deze pagina gaat dan vanzelf verder."),
    )  # fmt: skip


class _Door:
    """The door of one running meeting, for one request. `hidden`: no names of people are shown."""

    def __init__(self, request: Request, meeting: Meeting, hidden: bool) -> None:
        self._request = request
        self._meeting = meeting
        self._hidden = hidden

    def welcome(self, token: str) -> Response:
        """The form, or straight on for a phone that is known."""
        meeting = self._meeting
        with store().read() as db:
            if token and _is_inside(db, meeting, token):
                return _onward(meeting)
            lost = taking_back.whose(db, meeting.id, token) if token else None
            disputed_name = disputed.lost_by(db, meeting.id, token) if token else None
            known = people.met_before(db, meeting, _tokens(self._request)) or self._said(db)
        fields = dict.fromkeys(_FIELDS, "")
        if disputed_name is not None and lost is None:
            return self._disputed(fields, disputed_name)
        if lost is not None:
            sentence = _("Een andere gsm ging zonet verder als {name}.").format(name=lost.name)
            return self._form(fields, sentence, lost=True, waits=True)
        if "uit" in self._request.query_params:
            sentence = _(
                "Je bent niet meer binnen met je naam van daarnet. Kies opnieuw wie je bent, of"
                " vraag het aan de begeleider."
            )
            return self._form(fields, sentence, waits=True)
        if known is not None:
            fields |= {
                "name": known.name, "organisation": known.organisation_id,
                "function": known.function,
            }  # fmt: skip
        return self._form(fields, "")

    def _disputed(self, fields: dict[str, str], person: Person) -> Response:
        """Tell a phone that lost a name which phones took from each other."""
        sentence = f"{disputed.NameDisputed(person.name)} " + _(
            "Ben je {name}? Zeg het aan de begeleider. Anders kies je hieronder je eigen naam."
        ).format(name=person.name)
        return self._form(fields, sentence, waits=True)

    def _said(self, db: Database) -> Person | None:
        """Who the own page says is coming: the form is filled in for them, and nothing more."""
        said = self._request.query_params.get(WHO, "")
        if not said or self._hidden:
            return None
        return people.of_track(db, self._meeting.track_id, said)

    def take_name(self, form: FormData) -> Response:
        """Let the phone in by the name in the form, or show the form again with what is wrong."""
        fields = {name: str(form.get(name, "")) for name in _FIELDS}
        token = door_token.token_of(self._request, self._meeting)
        as_guest = form.get("guest") == "1"
        if not token:
            return self._form(fields, _without_cookies(as_guest=as_guest), status=422)
        if form.get("back") == "1":
            return self._take_back(token, fields)
        return self._as_guest(token, fields) if as_guest else self._by_name(token, fields, form)

    def _by_name(self, token: str, fields: dict[str, str], form: FormData) -> Response:
        if self._says_lost_name(token, fields):
            return self._take_back(token, fields)
        take_over = form.get("take_over") == "1"
        try:
            self._check_budget(token, fields, take_over=take_over)
            self._join(token, fields, _chosen_name(form), take_over=take_over)
            guests.leave(store(), self._meeting.id, token)
            running.people_changed(store(), self._meeting.id)
        except people.MayBeListed as alike:
            listed = [one.name for one in alike.people]
            return self._form(fields, str(alike), alike=listed, status=409)
        except disputed.NameDisputed as refusal:
            return self._form(fields, str(refusal), waits=True, status=409)
        except people.NameTaken as taken:
            # Whose name it is may have been chosen under another one that was typed.
            return self._form(fields | {"name": taken.name}, str(taken), taken=True, status=409)
        except Refused as refusal:
            return self._form(fields, str(refusal), status=422)
        return self._let_in(token)

    def _join(
        self, token: str, fields: dict[str, str], chosen: str, *, take_over: bool
    ) -> None:  # fmt: skip
        """Let the phone in. `chosen`: of the names on the list that are much like the one typed,
        which one it is, `_NEW_NAME` for none of them, "" where that was not asked."""
        name, function = fields["name"], fields["function"]
        if chosen and chosen != _NEW_NAME:
            name = chosen
        if not fields["organisation"]:
            raise Refused(_("Kies nog je organisatie."))
        if fields["organisation"] == NEW_ORGANISATION:
            people.join_new_organisation(
                store(), self._meeting.id, token, fields["new_organisation"], name, function
            )
            return
        people.join(
            store(), self._meeting.id, token, fields["organisation"], name, function,
            take_over=take_over,
            # Somebody who tries codes is told no names.
            is_new=self._hidden or chosen == _NEW_NAME, proof=_proof(self._request),
        )  # fmt: skip

    def _as_guest(self, token: str, fields: dict[str, str]) -> Response:
        """Let the phone in without a name, whatever else was typed. A phone that is somebody's
        stays that person's."""
        meeting = self._meeting
        self._check_budget(token, dict.fromkeys(_FIELDS, ""), take_over=False)
        with store().read() as db:
            room = moments.at(store(), db, meeting.id).room
            known = people.person_of_device(db, meeting.id, token) is not None
        if known:
            return _onward(meeting)
        if not stored.takes_guests(room):
            refusal = _("Gasten zijn er vandaag niet. Kies je organisatie.")
            return self._form(fields, refusal, status=422)
        guests.join(store(), meeting.id, token)
        return self._let_in(token)

    def _says_lost_name(self, token: str, fields: dict[str, str]) -> bool:
        """Whether a phone that lost its name to another one says that name again."""
        with store().read() as db:
            lost = taking_back.whose(db, self._meeting.id, token)
        said = fields["organisation"], name_key(fields["name"])
        return lost is not None and said == (lost.organisation_id, name_key(lost.name))

    def _take_back(self, token: str, fields: dict[str, str]) -> Response:
        """Let the phone in again that lost its name to another one."""
        self._check_budget(token, fields, take_over=True)
        try:
            taking_back.take_back(store(), self._meeting.id, token)
        except Refused as refusal:
            return self._form(fields, str(refusal), status=409)
        running.people_changed(store(), self._meeting.id)
        return self._let_in(token)

    def _let_in(self, token: str) -> Response:
        response = _onward(self._meeting)
        cookie = browser.device_cookie(self._meeting)
        browser.set_cookie(response, self._request, cookie, token)
        return response

    def _check_budget(self, token: str, fields: dict[str, str], *, take_over: bool) -> None:
        client = client_of(self._request)
        costly = take_over or fields["organisation"] == NEW_ORGANISATION
        if (
            (costly and not _costly_joins.take(client))
            or not _own_joins.take(token)
            or not _joins.take(client)
        ):
            raise _TooBusy

    def _form(
        self, fields: dict[str, str], sentence: str, *, taken: bool = False, status: int = 200,
        waits: bool = False, lost: bool = False, alike: Sequence[str] = (),
    ) -> Response:  # fmt: skip
        meeting = self._meeting
        with store().read() as db:
            room = moments.at(store(), db, meeting.id).room
            names = {} if self._hidden else tracks.short_lists(db, room.track.id, _MOST_NAMES)
        return page(
            "door.html", status, meeting=meeting, room=room, fields=fields, sentence=sentence,
            taken=taken, waits=waits, lost=lost, alike=alike, new_name=_NEW_NAME, names=names,
            takes_guests=stored.takes_guests(room),
            may_add=bool(meeting.may_add_organisation),
            new=NEW_ORGANISATION, limit=tracks.NAME_LIMIT, ahead=views.ahead(),
        )  # fmt: skip


def _is_inside(db: Database, meeting: Meeting, token: str) -> bool:
    """Whether a phone is somebody's here, or a guest's."""
    person = people.person_of_device(db, meeting.id, token)
    return person is not None or guests.of_device(db, meeting.id, token) is not None


def _without_cookies(*, as_guest: bool) -> str:
    """What somebody is told whose browser keeps no cookies, with the button that was tapped."""
    return _(
        "Je browser bewaart geen cookies, en dan herkennen we je gsm straks niet. Laat cookies toe"
        " of open de link in een gewoon venster, en tik nog eens op ‘{button}’."
    ).format(button=_("Ik ben te gast") if as_guest else _("Ik ben er"))


def _tokens(request: Request) -> list[str]:
    """The tokens by which this phone is known in any meeting."""
    return [token for name, token in request.cookies.items() if name.startswith("odv_")]


def _chosen_name(form: FormData) -> str:
    """Which of the names that are much like the one typed somebody chose. Who sends the same name
    again without choosing is nobody of the list, so that they are not asked for ever; neither is
    who adds a letter, as the door asks of somebody whose name is on another phone."""
    name = form.get("name")
    again = form.get("asked") and form.get("asked") == name
    another = form.get("taken") and form.get("taken") != name
    return str(form.get("is", "")) or (_NEW_NAME if again or another else "")


def _proof(request: Request) -> DoorProof:
    """What this browser holds that shows whose it is."""
    return DoorProof(tuple(_tokens(request)), request.cookies.get(OWN_PAGE_COOKIE, ""))


def _onward(meeting: Meeting) -> Response:
    return RedirectResponse(f"/gsm?d={meeting.code}", _ON)
