"""The sheets of an application, one question a page.

GET, POST /oproep/{code}/meedoen     the first sheet, of which sending makes the application; it
                                     has a signed word in its address (?start=), which leads who
                                     goes back to it on to the application that was made of it
GET, POST /aanmelding/{token}/{n}    a sheet by its number; the page's script sends it while one
                                     types and gets JSON, a button sends it and goes on
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from pages.call import asked, call_page, guarding
from pages.call.answering import LinkUnknown, by_script, page, sentence
from pages.call.call_page import PublicCall
from pages.call.guarding import TooFast
from state import applying, calls
from state.app import store
from state.application_answers import missing
from state.application_rows import Application, of_token
from state.applying import TooLate
from state.framework import framework_of
from state.language import _
from state.problems import Refused

_SEE_OTHER = 303


def path(token: str, rest: object = "") -> str:
    """The path of a page of an application."""
    return f"/aanmelding/{token}/{rest}" if rest else f"/aanmelding/{token}"


def of_link(request: Request) -> tuple[Application, PublicCall]:
    """The application of an address, with its call. Raises LinkUnknown."""
    with store().read() as db:
        found = of_token(db, request.path_params["token"])
        if found is None:
            raise LinkUnknown
        return found, call_page.around(db, calls.read_call(db, found.track_id))


def may_change(found: Application, call: PublicCall) -> bool:
    """Whether the sheets of an application are open."""
    return found.status != "withdrawn" and call.call.standing() == "open"


def first(request: Request, _form: Mapping[str, str]) -> Response:
    """GET /oproep/{code}/meedoen: the first sheet, or the application that was begun on it."""
    call = call_page.find(request)
    word = request.query_params.get(guarding.START, "")
    started = guarding.word_of(call.call, word)
    begun = _begun(started.token) if started else None
    if started and begun is not None:
        return RedirectResponse(
            path(started.token, 1 if may_change(begun, call) else ""), _SEE_OTHER
        )
    if call.call.standing() != "open":
        return call_page.drawn(call)
    if started is None:
        query = urlencode({guarding.START: guarding.start(call.call)})
        return RedirectResponse(f"{request.url.path}?{query}", _SEE_OTHER)
    return _sheet(call, 1, {}, start=word)


def _begun(token: str) -> Application | None:
    with store().read() as db:
        return of_token(db, token)


def begin(request: Request, form: Mapping[str, str]) -> Response:
    """POST /oproep/{code}/meedoen: make the application."""
    call = call_page.find(request)
    try:
        started = guarding.started(call.call, form)
    except Refused as refusal:
        if by_script(request):
            # The page's script waits and sends once more what came too fast, and nothing else.
            again = isinstance(refusal, TooFast)
            return JSONResponse({"saved": False, "why": str(refusal)}, 425 if again else 422)
        return _sheet(call, 1, form, start=guarding.start_again(call.call, form),
                      refusal=str(refusal), status=422)  # fmt: skip
    there = _begun(started.token)
    if there is None:
        guarding.count_begin(request)
    guarding.count_save(request, started.token)
    try:
        if there is None and _is_empty(call, form):
            raise Refused(_("Er staat nog niets. Begin met de naam van jullie organisatie."))
        wrong = applying.begin(
            store(), call.call, started.token, form, opened_at=started.opened_at,
            crowded=guarding.crowded(),
        )  # fmt: skip
        if there is None:
            guarding.note_begun(request, started.token)
    except TooLate as late:
        return _too_late(request, call, 1, form, str(late))
    except Refused as refusal:
        if by_script(request):
            return JSONResponse({"saved": False, "why": str(refusal)}, 422)
        return _sheet(call, 1, form, start=form.get(guarding.START, ""), refusal=str(refusal),
                      status=422)  # fmt: skip
    return _saved(request, call, started.token, 1, form, wrong)


def _is_empty(call: PublicCall, form: Mapping[str, str]) -> bool:
    """Whether nothing was typed on the first sheet: of that no draft is made."""
    asked_here = {field.key for field in call.call.form.shown[0].fields}
    return not any(
        value.strip() for name, value in form.items()
        if name in asked_here or name.rpartition("-")[0] in asked_here
    )  # fmt: skip


def show(request: Request, _form: Mapping[str, str]) -> Response:
    """GET /aanmelding/{token}/{n}: a sheet."""
    found, call = of_link(request)
    number, token = _number(request, call), request.path_params["token"]
    if not may_change(found, call):
        return RedirectResponse(path(token), _SEE_OTHER)
    return _sheet(call, number, found.stored, token=token, found=found)


def save(request: Request, form: Mapping[str, str]) -> Response:
    """POST /aanmelding/{token}/{n}: keep what was typed on it."""
    _found, call = of_link(request)
    number, token = _number(request, call), request.path_params["token"]
    guarding.count_save(request, token)
    try:
        wrong = applying.save(store(), token, form)
    except TooLate as late:
        return _too_late(request, call, number, form, str(late), path(token))
    return _saved(request, call, token, number, form, wrong)


def _saved(
    request: Request, call: PublicCall, token: str, number: int, form: Mapping[str, str],
    wrong: Mapping[str, str],
) -> Response:  # fmt: skip
    """On to where the button leads, or the sheet once more with what was wrong."""
    if by_script(request):
        return JSONResponse({"saved": not wrong, "at": path(token, number), "wrong": dict(wrong),
                             "on": _onward(call, token, number, form)})  # fmt: skip
    if wrong:
        with store().read() as db:
            found = of_token(db, token)
        return _sheet(call, number, form, token=token, wrong=wrong, status=422, found=found)
    return RedirectResponse(_onward(call, token, number, form), _SEE_OTHER)


def _onward(call: PublicCall, token: str, number: int, form: Mapping[str, str]) -> str:
    """Where the button that was tapped leads."""
    if call.call.standing() != "open":
        return path(token)
    onward = {"back": number - 1, "stay": 0}.get(form.get("go", ""), number + 1)
    return path(token, onward if 1 <= onward <= len(call.call.form.shown) else "")


def _number(request: Request, call: PublicCall) -> int:
    number = int(request.path_params["n"])
    if not 1 <= number <= len(call.call.form.shown):
        raise LinkUnknown
    return number


def _too_late(
    request: Request, call: PublicCall, number: int, form: Mapping[str, str], why: str,
    again: str = "",
) -> Response:  # fmt: skip
    """What was typed comes back, to copy, when it can't be kept any more."""
    if by_script(request):
        return JSONResponse({"saved": False, "why": why}, 409)
    sheet = call.call.form.shown[number - 1]
    parts = asked.parts_of(sheet, framework_of(call.track.framework), form)
    typed = [(part.label, dict(part.options).get(part.value, part.value))
             for part in parts if part.value]  # fmt: skip
    phone = call.call.texts["phone"]
    text = _("Wat je typte, staat hieronder. Je kunt het kopiëren.") + (
        f" {phone}" if phone else ""
    )
    return sentence(410, why, text, again=again, typed=typed)


def _sheet(
    call: PublicCall, number: int, values: Mapping[str, str], *, token: str = "", start: str = "",
    wrong: Mapping[str, str] | None = None, refusal: str = "", status: int = 200,
    found: Application | None = None,
) -> Response:  # fmt: skip
    form = call.call.form
    sheet = form.shown[number - 1]
    framework = framework_of(call.track.framework)
    parts = asked.parts_of(sheet, framework, values, wrong)
    lacking = missing(form, framework, found.stored) if found is not None else {}
    return page(
        "call_sheet.html", status, track=call.track, call=call.call, sheet=sheet, parts=parts,
        number=number, last=len(form.shown), start=start, refusal=refusal, days=call.days,
        asks_days=any(one.key == "free" for one in sheet.fields),
        trap=guarding.TRAP, start_name=guarding.START, until=call.until,
        home=path(token) if token else "", action=path(token, number) if token else "",
        sent=found is not None and found.status == "sent",
        wrong=[part for part in parts if part.wrong],
        behind=[one for one in asked.gaps(form, framework, lacking) if one.number < number],
    )  # fmt: skip
