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

from pages.web import access, assets
from state.app import store
from state.language import LANGUAGE, _
from state.problems import StateError

_SOURCE = Path(streamlit.__file__).parent / "static" / "index.html"
_STAGES = {
    "gsm": ("phone", "pages/browser/phone/phone.js"),
    "scherm": ("screen", "pages/browser/screen/screen.js"),
    "regie": ("console", "pages/browser/console/console.js"),
    "afstand": ("remote", "pages/browser/remote/remote.js"),
}
_DESK = ("", "traject", "terugblik", "bijeenkomst", "regie")
PATHS = (*_STAGES, "traject", "terugblik", "bijeenkomst")


async def root(request: Request) -> Response:
    """GET /: the facilitator's home, or, for everybody else, the place to type a code."""
    return await serve(request)


async def serve(request: Request) -> Response:
    """GET a Streamlit page; the facilitator's own pages ask for the passcode first."""
    name = request.url.path.strip("/")
    if name in _DESK and not _signed_in(request):
        if name == "" and not access.is_local(request):
            return RedirectResponse("/d", 303)
        target = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/begeleider?naar={quote(target)}", 303)
    return HTMLResponse(_page(name), headers={"Cache-Control": "no-cache"})


def _signed_in(request: Request) -> bool:
    try:
        return access.is_facilitator(store(), request.cookies)
    except StateError:
        # The page itself tells what is wrong with the data.
        return True


@lru_cache(maxsize=len(PATHS) + 1)
def _page(name: str) -> str:
    role, view = _STAGES.get(name, ("desk", None))
    text = re.sub(r"<!--.*?-->", "", _SOURCE.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = text.replace('<html lang="en">', f'<html lang="{LANGUAGE}-BE" data-odv="{role}">')
    text = re.sub(r"<title>.*?</title>", _head(view), text)
    text = re.sub(r'<link\s+rel="(?:preload|service-desc|shortcut icon)"[^>]*>', "", text)
    text = re.sub(r'<meta\s+name="viewport"[^>]*>', _VIEWPORT, text)
    text = re.sub(r"<noscript>.*?</noscript>", _noscript(), text, flags=re.DOTALL)
    return text.replace('<div id="root"></div>', f'<div id="root">{_first_word(role)}</div>')


_VIEWPORT = (
    '<meta name="viewport" content="width=device-width, initial-scale=1,'
    ' viewport-fit=cover, interactive-widget=resizes-content">'
)

# Its 'Connection error' makes the page inert: who is typing loses the keyboard, who taps is not
# heard. A live page says itself, in Dutch, that the connection is gone, and goes on working.
_NO_DIALOGS = "<script>window.__streamlit = {HOST_CONFIG: {blockErrorDialogs: true}}</script>"


def _head(view: str | None) -> str:
    base = assets.base()
    scripts = dict.fromkeys(
        path
        for script in ("pages/browser/runtime/stage.js", view)
        if script and view
        for path in assets.with_imports(script)
    )
    preloads = [f'<link rel="modulepreload" href="{base}{path}">' for path in scripts]
    return "".join(
        [
            "<title>Over de vloer</title>",
            '<meta name="theme-color" content="#FBF6EA">',
            f'<link rel="icon" type="image/svg+xml" href="{base}pages/browser/icon.svg">',
            f'<link rel="stylesheet" href="{base}exercises/kit/look/tokens.css">',
            f'<link rel="stylesheet" href="{base}pages/browser/desk/shell.css">',
            f'<script src="{base}{assets.TEXTS}"></script>',
            _NO_DIALOGS if view else "",
            *preloads,
        ]
    )


def _noscript() -> str:
    text = _("Zet JavaScript aan in je browser om mee te doen.")
    return f"<noscript><p>{escape(text)}</p></noscript>"


def _first_word(role: str) -> str:
    text = _("Even geduld.") if role != "phone" else _("Je bent er bijna.")
    return f'<p class="odv-first" role="status">{escape(text)}</p>'
