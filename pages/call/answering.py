"""How every public page of a call is answered: in a thread, counted, kept by no browser and by no
search engine, with our sentences where something fails."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from time import thread_time
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from pages.call import guarding
from pages.call.guarding import AskedTooMuch
from pages.web import templates
from pages.web.delay import delay_refusal
from state.language import _
from state.problems import Refused, StateError

_HEADERS = {
    # The address of an application is its key: no other site is told, and nothing keeps it. With
    # "no-referrer" browsers would not say either that a form comes from our own page.
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
}
_PARAGRAPHS = re.compile(r"\n\s*\n")
Answer = Callable[[Request, Mapping[str, str]], Response]


class LinkUnknown(Exception):
    """The link leads nowhere, or nowhere any more."""


async def answered(request: Request, answer: Answer) -> Response:
    """What `answer` gives for a request and the fields of its form."""
    try:
        guarding.check_work(request)
        form = await _fields(request)
        response = await run_in_threadpool(_counted, request, answer, form)
    except AskedTooMuch:
        await delay_refusal()
        response = _busy(request)
    except LinkUnknown:
        if guarding.count_wrong(request):
            await delay_refusal()
        response = unknown(request)
    except StateError as error:
        response = sentence(503, error.problem.text, error.problem.fix, again=request.url.path)
    response.headers.update(_HEADERS)
    return response


def public(answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    """What a route calls for a public page: `answer`, as `answered` gives it."""

    async def asked(request: Request) -> Response:
        return await answered(request, answer)

    return asked


def by_script(request: Request) -> bool:
    """Whether the page's script asks, which saves while somebody types."""
    return request.headers.get("accept", "") == "application/json"


def sentence(
    status: int, title: str, text: str, *, again: str = "",
    typed: list[tuple[str, str]] | None = None,
) -> Response:  # fmt: skip
    """A page that says one thing; `typed`: what somebody typed and was not kept, to copy."""
    return page("call_sentence.html", status, title=title, sentence=text, again=again,
                typed=typed or [])  # fmt: skip


def unknown(request: Request) -> Response:
    """For a link that leads nowhere; the same for one that never did, was taken back, or is off."""
    if by_script(request):
        return JSONResponse({"saved": False}, 404)
    return sentence(
        404, _("Deze link werkt niet."),
        _("Kijk of je hem helemaal overnam. Werkt hij nog niet, vraag dan een nieuwe aan wie hem"
          " stuurde."),
    )  # fmt: skip


def page(name: str, status: int = 200, **values: Any) -> Response:
    """Draw one of the templates of these pages."""
    return templates.page(name, status, **values)


def blocks(text: str) -> list[tuple[str, list[str]]]:
    """A text as the organiser typed it, as paragraphs ("p") and lists ("ul"), each of lines."""
    found: list[tuple[str, list[str]]] = []
    for paragraph in _PARAGRAPHS.split(text.strip()):
        for line in filter(None, map(str.strip, paragraph.splitlines())):
            kind = "ul" if line.startswith("- ") else "p"
            clean = line.removeprefix("- ")
            if found and found[-1][0] == kind == "ul":
                found[-1][1].append(clean)
            else:
                found.append((kind, [clean]))
    return found


async def _fields(request: Request) -> Mapping[str, str]:
    if request.method != "POST":
        return {}
    form = await request.form(max_files=0, max_fields=100)
    return {key: value for key, value in form.items() if isinstance(value, str)}


def _counted(request: Request, answer: Answer, form: Mapping[str, str]) -> Response:
    began = thread_time()
    try:
        return answer(request, form)
    except Refused as refusal:
        if by_script(request):
            return JSONResponse({"saved": False, "why": str(refusal)}, 422)
        return sentence(422, str(refusal), "", again=request.url.path)
    finally:
        guarding.spend_work(request, thread_time() - began)


def _busy(request: Request) -> Response:
    if by_script(request):
        return JSONResponse({"saved": False}, 429)
    return sentence(
        429, _("Het is even druk."),
        _("Ga terug: wat je typte, staat er nog. Wacht een halve minuut en probeer opnieuw."),
    )  # fmt: skip
