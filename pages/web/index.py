"""Streamlit's page, made ours before any script runs: language, title, look, a first word.

Streamlit's index.html is English and empty until two megabytes of script have run. This keeps
its script tags and changes the rest, so a slow phone shows our page at once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from pathlib import Path
from urllib.parse import quote

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from pages.web import access, account, assets, client, streamlit_words
from state.app import store
from state.language import LANGUAGE, _
from state.problems import StateError

# The first words of the addresses of Streamlit's server. Not "media", where it would give pictures
# and downloads of one organiser to whoever signed in: our pages bring these themselves
# (pages/desk/page_picture.py, routes of our own).
_ITS_OWN = frozenset({"_stcore", "component", "static", "app"})
_SOURCE = Path(streamlit.__file__).parent / "static" / "index.html"
PATHS = (
    "traject", "nieuw", "wiebijwie", "kandidaten", "bezoeken", "bijeenkomst", "terugblik",
    "verslag", "mailtekst", "zondernamen", "organisatoren", "wijzigingen", "kijkstages",
    "oproep",
)  # fmt: skip


async def root(request: Request) -> Response:
    """GET /: the facilitator's home, or, for everybody else, the place to type a code."""
    return await serve(request)


async def serve(request: Request) -> Response:
    """GET a Streamlit page; the facilitator's own pages ask for the passcode first."""
    if not _signed_in(request):
        if account.came_back(request):
            return RedirectResponse(account.BACK, 303)
        if request.url.path == "/" and not client.is_local(request):
            return RedirectResponse("/d", 303)
        target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/begeleider?naar={quote(target)}", 303)
    return HTMLResponse(_page(), headers={"Cache-Control": "no-cache"})


def is_streamlits(path: str) -> bool:
    """Whether Streamlit serves something at a path of its own."""
    if path in account.ITS_PATHS:
        return account.is_on()
    first = path.lstrip("/").partition("/")[0]
    return first in _ITS_OWN or first in _its_files()


@lru_cache(maxsize=1)
def _its_files() -> frozenset[str]:
    """What lies in the folder of Streamlit's page, but for the page itself."""
    folder = Path(streamlit.__file__).parent / "static"
    return frozenset(found.name for found in folder.iterdir()) - {"index.html"}


def is_desk(path: str) -> bool:
    """Whether a path is one of Streamlit's own page."""
    return path.strip("/") in ("", *PATHS)


def _signed_in(request: Request) -> bool:
    try:
        return access.is_facilitator(store(), request.cookies)
    except StateError:
        # The page itself tells what is wrong with the data.
        return True


@lru_cache(maxsize=1)
def _page() -> str:
    text = re.sub(r"<!--.*?-->", "", _SOURCE.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = text.replace('<html lang="en">', f'<html lang="{LANGUAGE}-BE" data-odv="desk">')
    text = re.sub(r"<title>.*?</title>", _head(), text)
    text = re.sub(r'<link\s+rel="(?:preload|service-desc|shortcut icon)"[^>]*>', "", text)
    text = re.sub(r"<noscript>.*?</noscript>", _noscript(), text, flags=re.DOTALL)
    return text.replace('<div id="root"></div>', f'<div id="root">{_first_word()}</div>')


def _head() -> str:
    base = assets.base()
    return "".join(
        [
            "<title>Over de vloer</title>",
            streamlit_words.locale_script(),
            '<meta name="theme-color" content="#FBF6EA">',
            f'<link rel="icon" type="image/svg+xml" href="{base}pages/browser/icon.svg">',
            f'<link rel="stylesheet" href="{base}exercises/kit/look/tokens.css">',
            f'<link rel="stylesheet" href="{base}pages/browser/desk/shell.css">',
        ]
    )


def _noscript() -> str:
    text = _("Zet JavaScript aan in je browser om mee te doen.")
    return f"<noscript><p>{escape(text)}</p></noscript>"


def _first_word() -> str:
    return f'<p class="odv-first" role="status">{escape(_("Even geduld."))}</p>'
