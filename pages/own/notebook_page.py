"""The notebook of a visit on the own page: to write, to share, and what others shared.

GET  /mijn/schrift/{visit}        the page; ?wijzig={id} to change a note
POST /mijn/schrift/{visit}        `what`: put, share, unshare, remove; a form, or JSON of a script
POST /mijn/schrift/{visit}/foto   ?notitie=ID&foto=ID, the file as body
GET  /mijn/wacht.js               keeps the page where the browser allows that
GET  /mijn/beeld/{id}             a photo, for its writer and, once shared, for guests and host

A script keeps what cannot be sent yet and sends it later, under ids that it chose: a note or photo
that comes twice is stored once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response

from exercises.contract import TrackVisit
from exercises.kit.rules.days import day_text
from exercises.kit.rules.hours import clock_of
from exercises.results import Agreement
from pages.own import opening, visit_words
from pages.own.around import Around, around
from pages.web import assets, photo, photo_readers
from pages.web.photo_process import processes
from pages.web.pictures import AT_WORK, HEAVY, body_of
from pages.web.rate_limit import RateLimit
from pages.web.templates import page
from state import notebook
from state.app import store
from state.clock import local
from state.framework import framework_of
from state.ids import new_id
from state.language import _
from state.notebook import NotebookEntry, NoteDraft
from state.own_links import LinkHolder
from state.pictures import digest_of
from state.problems import Refused, StateError

_photos = RateLimit(burst=20, rate=0.2)
_GONE, _WAIT = 410, 429


class _TooMany(Refused):
    """As many photos came as are taken for now; the same one may come again later."""


@dataclass(frozen=True)
class ShownEntry:
    """A note as its page shows it: `about` the area it is on, `when` it was written."""

    entry: NotebookEntry
    when: str
    about: str
    by: str = ""


async def show(request: Request) -> Response:
    """GET /mijn/schrift/{visit}."""
    return await opening.for_holder(request, _page)


async def write(request: Request) -> Response:
    """POST /mijn/schrift/{visit}."""
    scripted = request.headers.get("content-type", "").startswith("application/json")
    fields = await _fields(request, scripted)
    if not scripted:
        return await opening.for_holder(request, lambda one, found: _by_form(one, found, fields))
    return await _told(request, lambda found: _changed(request, found, fields))


async def take_photo(request: Request) -> Response:
    """POST /mijn/schrift/{visit}/foto."""
    try:
        sent = await body_of(request)
    except ClientDisconnect:
        return Response(status_code=400)
    except Refused as refusal:
        return JSONResponse({"refused": str(refusal)}, 422)
    return await _told(request, lambda found: _kept(request, found, sent))


async def keeper(_request: Request) -> Response:
    """GET /mijn/wacht.js: what keeps the notebook's page in browsers that let it (over https). It
    lies here because a browser lets it keep nothing but what is below its own folder."""
    path = assets.ROOT / "pages/browser/own/keeper.js"
    return FileResponse(path, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


async def show_photo(request: Request) -> Response:
    """GET /mijn/beeld/{id}: 404 for who may not see it."""
    found = await run_in_threadpool(_visible, request)
    return photo_readers.answer(found.content, found.media) if found else photo_readers.nothing()


def shared_on(here: Around, visit: TrackVisit) -> list[ShownEntry]:
    """What the guests of a visit share with its host and each other, the latest first."""
    with store().read() as db:
        found = notebook.shared_of_track(db, here.holder.track.id)
    of_visit = [one for one in found if one.visit == visit.id and one.may_be_shared]
    return [_shown(here, one) for one in reversed(of_visit)]


def notebook_of(here: Around, visit_id: str) -> TrackVisit:
    """The visit that a person may note on: an own one, as a guest, from its first day; also one
    that was called off, as long as the person has notes of it. Refused for any other."""
    ended = next((one for one in here.called_off if one.id == visit_id), None)
    if ended is not None:
        return ended
    visit = here.visit(visit_id)
    if visit is None or not here.is_guest(visit):
        raise Refused(_("Dit schriftje staat niet op jouw plek."))
    if not visit_words.begun(visit, here.today):
        raise Refused(
            _("Je schriftje gaat open op {day}.").format(day=day_text(visit.days[0].date))
            if visit.days
            else _("Je schriftje gaat open zodra de dagen van je bezoek gekozen zijn.")
        )
    return visit


def _page(
    request: Request, found: LinkHolder, typed: Mapping[str, Any] | None = None, refused: str = ""
) -> Response:
    """The page; with what was `typed` and why it was `refused`, where it could not be kept."""
    here = around(store(), found)
    visit = notebook_of(here, request.path_params["visit"])
    with store().read() as db:
        mine = notebook.of_person(db, here.me.id, visit.id)
    wanted = request.query_params.get("wijzig", "")
    editing = next((one for one in mine if one.id == wanted), None)
    client = editing.client if editing else new_id()
    if typed is not None:
        client = str(typed.get("client", ""))
        editing = next((one for one in mine if one.client == client), None)
    return page(
        "own_notebook.html", 422 if refused else 200, whose=here.me.name,
        tile=here.me.tile, person=here.me.id,
        visit=visit, host=here.by_id[visit.host].name,
        day=visit_words.where(visit, here.today), today=here.today,
        areas=framework_of(found.track.framework).areas, editing=editing, client=client,
        put=editing if typed is None else _draft(typed), refused=refused, limit=notebook.TEXT_LIMIT,
        ended=visit in here.called_off, entries=[_shown(here, one) for one in mine],
        agreed=_agreed(here, visit),
    )  # fmt: skip


def _by_form(request: Request, found: LinkHolder, fields: Mapping[str, Any]) -> Response:
    try:
        _changed(request, found, fields)
    except Refused as refusal:
        # Where the visit itself is not to be noted on, there is no page to write on either.
        notebook_of(around(store(), found), request.path_params["visit"])
        if fields.get("what") != "put":
            raise
        return _page(request, found, fields, str(refusal))
    return RedirectResponse(f"/mijn/schrift/{request.path_params['visit']}", 303)


def _changed(request: Request, found: LinkHolder, fields: Mapping[str, Any]) -> dict[str, Any]:
    here = around(store(), found)
    what, note = str(fields.get("what", "")), str(fields.get("note", ""))
    if what == "put":
        visit = notebook_of(here, request.path_params["visit"])
        note = notebook.put(store(), visit, here.me.id, str(fields.get("client", "")),
                            _draft(fields))  # fmt: skip
    elif what in ("share", "unshare"):
        notebook.share(store(), here.me.id, note, what == "share")
    elif what == "remove":
        notebook.remove(store(), here.me.id, note)
    else:
        raise Refused(_("Deze notitie is niet te lezen. Schrijf ze opnieuw."))
    return {"ok": True, "note": note}


def _draft(fields: Mapping[str, Any]) -> NoteDraft:
    """A note from what a browser sent: any JSON or form."""
    kind = "quote" if fields.get("quote") else "question" if fields.get("question") else "note"
    area, indicator = _number(fields.get("area")), None
    chosen = str(fields.get("indicator") or "").partition(".")
    if chosen[2]:
        # An indicator says of which area it is.
        area, indicator = _number(chosen[0]), _number(chosen[2])
    consent = str(fields.get("consent") or "")
    if consent not in ("", "named", "nameless", "no"):
        consent = ""
    return NoteDraft(
        str(fields.get("text") or ""), kind, area, indicator, consent,  # type: ignore[arg-type]
        str(fields.get("day") or ""), _number(fields.get("photos")) or 0,
    )  # fmt: skip


def _number(sent: Any) -> int | None:
    text = str(sent if sent is not None else "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else None  # noqa: PLR2004


def _shown(here: Around, entry: NotebookEntry) -> ShownEntry:
    found = framework_of(here.holder.track.framework).area(entry.area)
    about = f"{found.number} {found.name}" if found else ""
    if found and entry.indicator and entry.indicator <= len(found.indicators):
        about = f"{about}: {found.indicators[entry.indicator - 1]}"
    at = local(entry.created_at)
    when = f"{day_text(entry.day or str(at.date()))}, {clock_of(f'{at:%H:%M}')}"
    return ShownEntry(entry, when, about, here.names.get(entry.person, ""))


def _agreed(here: Around, visit: TrackVisit) -> list[str]:
    """What the two organisations agreed on photos."""
    pair = {visit.host, visit.visitor}
    return list(dict.fromkeys(
        one.text for one in here.results.of(Agreement)
        if (one.visit == visit.id if one.visit else {one.organisation, one.partner} == pair)
        and "foto" in f"{one.about} {one.text}".lower()
    ))  # fmt: skip


def _kept(request: Request, found: LinkHolder, sent: bytes) -> dict[str, Any]:
    note = request.query_params.get("notitie", "")
    client = request.query_params.get("foto", "")
    here = around(store(), found)
    notebook_of(here, request.path_params["visit"])
    with store().read() as db:
        there = notebook.known_photo(db, here.me.id, note, client)
        if there is None:
            notebook.note_for_photo(db, here.me.id, note)
    if there is not None:
        return {"ok": True, "id": there}
    if not _photos.take(here.me.id):
        raise _TooMany(_("Je stuurde net veel foto’s. Wacht even en probeer opnieuw."))
    try:
        made = AT_WORK.submit(processes.small, sent).result()
    except photo.TooHeavy:
        _photos.spend(here.me.id, HEAVY)
        raise
    kept = notebook.add_photo(
        store(), here.me.id, note, client, digest_of(sent), photo.MEDIA,
        (made.width, made.height), made.content,
    )  # fmt: skip
    return {"ok": True, "id": kept}


def _visible(request: Request) -> notebook.NotePhoto | None:
    found = opening.holder(request)
    with store().read() as db:
        kept = notebook.photo(db, request.path_params["id"])
        shared = notebook.shared_note(db, kept.note) if kept else None
    if kept is None or isinstance(found, str):
        return None
    if kept.person == found.person.id:
        return kept
    if shared is None or not shared.may_be_shared:
        return None
    return kept if around(store(), found).visit(kept.visit) is not None else None


async def _told(request: Request, change: Any) -> Response:
    """The outcome for a script: what `change` gives, `refused` with a sentence, or `again`."""
    found = await run_in_threadpool(opening.holder, request)
    if isinstance(found, str):
        return JSONResponse({"gone": found}, _GONE)
    try:
        return JSONResponse(await asyncio.to_thread(change, found))
    except _TooMany as refusal:
        return JSONResponse({"again": str(refusal)}, _WAIT)
    except Refused as refusal:
        return JSONResponse({"refused": str(refusal)}, 422)
    except StateError as error:
        return JSONResponse({"again": error.problem.text}, 503)


async def _fields(request: Request, scripted: bool) -> Mapping[str, Any]:
    if not scripted:
        return dict(await request.form())
    try:
        sent = orjson.loads(await request.body())
    except orjson.JSONDecodeError:
        return {}
    return sent if isinstance(sent, dict) else {}
