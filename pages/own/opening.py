"""Opening and closing the own page: from a link to a browser that keeps it.

GET  /mijn/{token}     ties this browser to the person of the link, and goes on to /mijn
GET  /thuis/{token}    the same, for links that were given for one meeting
POST /mijn/afsluiten   ends the page in this browser

The address of the page itself holds no secret: whoever looks at the history of a shared computer
after it was closed finds nothing that opens it.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from hashlib import blake2b

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pages.web import access as browser
from pages.web.templates import page
from state import homework, own_links, phones
from state.app import store
from state.ids import hash_token, new_token
from state.language import _
from state.own_links import Ending, LinkHolder
from state.problems import Refused, StateError

HOME = "/mijn"
_COOKIE = "odv_mijn"
_DOORS = "/d"
_ONCE_MORE = "k"
Answering = Callable[[Request, LinkHolder], Response]


async def open_link(request: Request) -> Response:
    """GET /mijn/{token}: on to the own page, or a sentence when the link does not work."""
    return await answered(_open_link, request)


async def old_link(request: Request) -> Response:
    """GET /thuis/{token}: to the same link of the own page."""
    return RedirectResponse(f"{HOME}/{request.path_params['token']}", 303)


async def close(request: Request) -> Response:
    """POST /mijn/afsluiten: forget this browser, and say so."""
    return await answered(_close, request)


async def for_holder(request: Request, answer: Answering) -> Response:
    """What `answer` gives for the person whose page this browser shows; a sentence that says why
    for a browser that shows none."""

    def guarded(request: Request) -> Response:
        found = holder(request)
        return ended(found) if isinstance(found, str) else answer(request, found)

    return await answered(guarded, request)


async def answered(answer: Callable[[Request], Response], request: Request) -> Response:
    """What `answer` gives in a thread, with our sentences where the data or the wish fail."""
    try:
        return await run_in_threadpool(answer, request)
    except Refused as refusal:
        return nothing_there(refusal)
    except StateError as error:
        return _sentence(503, error.problem.text, error.problem.fix, HOME)


def nothing_there(refusal: Refused) -> Response:
    """The page for what is not there, or not theirs, with the way back to the own page."""
    return page(
        "own_sentence.html", 404, title=str(refusal), sentence="", again="", live="", closed="",
        home=HOME,
    )  # fmt: skip


def holder(request: Request) -> LinkHolder | Ending:
    """Whose page this browser shows; why it shows none."""
    kept = request.cookies.get(_COOKIE, "")
    if not kept:
        return "unknown"
    with store().read() as db:
        return own_links.of_browser(db, kept)


def meeting_tokens(request: Request) -> tuple[str, ...]:
    """The tokens by which this browser is a phone in meetings."""
    return tuple(
        token
        for name, token in request.cookies.items()
        if name.startswith("odv_") and name != _COOKIE
    )


def keep_for_doors(request: Request, response: Response) -> None:
    """Let the doors of meetings know this browser too, also one that opened its link before that
    was asked there."""
    kept = request.cookies.get(_COOKIE, "")
    if kept:
        browser.set_cookie(response, request, browser.OWN_PAGE_COOKIE, kept, path=_DOORS)


def look(request: Request) -> None:
    """Note that this browser looked at the page today."""
    own_links.seen(store(), request.cookies.get(_COOKIE, ""))


def ended(why: Ending, status: int = 410, closed: str = "") -> Response:
    """The sentence for a link or a browser that shows nothing. `closed`: the id of the person whose
    half-written notes leave this browser."""
    title, sentence = _sentences()[why]
    return _sentence(status, title, sentence, closed=closed)


def _sentence(
    status: int, title: str, sentence: str, again: str = "", closed: str = ""
) -> Response:  # fmt: skip
    """A page that says one thing. It offers no code to type: who comes here has a link."""
    return page(
        "own_sentence.html", status, title=title, sentence=sentence, again=again, live="",
        closed=closed,
    )  # fmt: skip


def _sentences() -> dict[Ending, tuple[str, str]]:
    # A note that waits for a connection is on the device alone: not all that was written is kept.
    kept = _("Wat je verstuurde, is bewaard.")
    ask = _("Vraag een nieuwe link aan de begeleider.")
    return {
        "unknown": (
            _("Deze link werkt niet meer."),
            _(
                "{kept} Open de link zoals hij op je blad staat, helemaal. Lukt dat niet? {ask}"
            ).format(kept=kept, ask=ask),
        ),
        "revoked": (_("Deze link werkt niet meer."), f"{kept} {ask}"),
        "closed": (
            _("Je plek is op dit toestel afgesloten."),
            _("Open je eigen link om verder te gaan. {kept}").format(kept=kept),
        ),
        "person left": (
            _("Je staat niet meer bij dit traject."),
            _("{kept} Klopt dit niet? Vraag het aan de begeleider.").format(kept=kept),
        ),
        "organisation left": (
            _("Je organisatie doet niet meer mee."),
            _("{kept} Klopt dit niet? Vraag het aan de begeleider.").format(kept=kept),
        ),
        "track gone": (
            _("Dit traject is weggehaald."),
            _("Vraag aan de begeleider wat ermee gebeurt."),
        ),
    }


def _open_link(request: Request) -> Response:
    token = request.path_params["token"]
    with store().read() as db:
        found = own_links.holder(db, token)
    if isinstance(found, str):
        return ended(found)
    kept = request.cookies.get(_COOKIE, "")
    if not _is_ours(token, kept):
        return _with_token(request, token)
    own_links.open_in(store(), token, kept)
    phones.opened_own_link(store(), found.person, meeting_tokens(request))
    response = RedirectResponse(HOME, 303)
    browser.set_cookie(response, request, browser.OWN_PAGE_COOKIE, kept, path=_DOORS)
    return response


def _with_token(request: Request, link: str) -> Response:
    """Once more, with a token: opening a link twice on a slow line is then one browser, and what
    only looks where a link leads, as mail programs do, is none."""
    if _ONCE_MORE in request.query_params:
        return _sentence(
            422, _("Je browser bewaart geen cookies."),
            _("Laat cookies toe of open de link in een gewoon venster."), request.url.path,
        )  # fmt: skip
    response = RedirectResponse(f"{request.url.path}?{_ONCE_MORE}=1", 303)
    word = new_token()
    signed = f"{word}.{_signature(link, word)}"
    browser.set_cookie(response, request, _COOKIE, signed, path=HOME)
    return response


def _is_ours(link: str, kept: str) -> bool:
    """Whether a browser's token was given with this link: nobody can choose one for another."""
    word, _dot, signature = kept.partition(".")
    expected = _signature(link, word)
    return bool(word) and hmac.compare_digest(
        signature.encode("utf-8", "surrogatepass"), expected.encode()
    )


def _signature(link: str, word: str) -> str:
    content = b"own" + word.encode("utf-8", "surrogatepass")
    return blake2b(content, key=hash_token(link).encode()[:64], digest_size=12).hexdigest()


def _close(request: Request) -> Response:
    found = holder(request)
    phones = _phones(request, found) if isinstance(found, LinkHolder) else {}
    own_links.close(store(), request.cookies.get(_COOKIE, ""), phones.values())
    person = found.person.id if isinstance(found, LinkHolder) else ""
    response = ended("closed", 200, person)
    response.delete_cookie(_COOKIE, path=HOME)
    response.delete_cookie(browser.OWN_PAGE_COOKIE, path=_DOORS)
    for name in phones:
        response.delete_cookie(name)
    return response


def _phones(request: Request, found: LinkHolder) -> dict[str, str]:
    """The cookies by which this browser is a phone of this person in meetings, name -> token, as
    far as the link made them."""
    with store().read() as db:
        return {
            name: token
            for meeting in homework.attended(db, found.track.id, found.person.id)
            if (token := request.cookies.get(name := browser.device_cookie(meeting), ""))
            and homework.device_link(db, meeting.id, token) == found.link
        }
