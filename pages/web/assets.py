"""Scripts, styles, fonts and drawings, compressed once and cached by browsers for good.

Our own files live under /assets/<hash of them all>/; Streamlit's under /static/, with a hash in
their names. Streamlit would send its own uncompressed to every phone.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import mimetypes
import re
from functools import lru_cache
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.web import streamlit_words
from state.language import catalogue

ROOT = Path(__file__).resolve().parent.parent.parent
_FOLDERS = ("exercises", "pages")
_ENDINGS = {".js", ".css", ".svg", ".woff2", ".png", ".json"}
_SQUEEZED = {".js", ".css", ".svg", ".json", ".html"}
# Resolved, as the paths that are looked up in it.
_STREAMLIT = Path(streamlit.__file__).resolve().parent / "static"
_FOR_GOOD = "public, max-age=31536000, immutable"
TEXTS = "texts.js"
# Streamlit's scripts first look for its server below the address of the page, where it never is.
_IMPORT = re.compile(r"""^import\s[^"']*["'](\.[^"']+)["']""", re.MULTILINE)
_STRAY = re.compile(r"/[a-z]+/_stcore/")

mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("font/woff2", ".woff2")


def base() -> str:
    """The folder of our assets in addresses, with a slash at the end."""
    return f"/assets/{fingerprint()}/"


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Changes whenever any asset or translation does, so that browsers may keep them for good."""
    digest = hashlib.sha256(_texts())
    for folder in _FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in _ENDINGS and path.is_file():
                digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()[:12]


async def serve(request: Request) -> Response:
    """GET /assets/{fingerprint}/{path}: one of our files; 404 for anything else."""
    name = request.path_params["path"]
    if name == TEXTS:
        return _answer(request, name, _texts())
    path = (ROOT / name).resolve()
    inside = any(path.is_relative_to(ROOT / folder) for folder in _FOLDERS)
    if not inside or path.suffix not in _ENDINGS or not path.is_file():
        return Response(status_code=404)
    return _answer(request, name, _read(str(path)))


class StreamlitAssets:
    """Middleware that serves Streamlit's own /static/ files compressed, and spares it requests
    for what isn't there."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for text files under /static/; pass everything else on."""
        if scope["type"] == "http" and scope["path"].startswith("/static/"):
            path = (_STREAMLIT / scope["path"].lstrip("/")).resolve()
            if path.is_relative_to(_STREAMLIT) and path.suffix in _SQUEEZED and path.is_file():
                request = Request(scope, receive)
                await _streamlits(request, path)(scope, receive, send)
                return
        if scope["type"] == "http" and _STRAY.match(scope["path"]):
            await Response(status_code=404)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _streamlits(request: Request, path: Path) -> Response:
    """A file of Streamlit, with our words where it has any. Its name does not tell which those are,
    so that a browser asks whether they are still the same."""
    content = _read(str(path))
    if not streamlit_words.said_in(path.name):
        return _answer(request, path.name, content)
    content = streamlit_words.translated(path.name, content)
    response = _answer(request, path.name, content)
    tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    same = request.headers.get("if-none-match") == tag
    if same:
        response = Response(status_code=304, headers={"Vary": "Accept-Encoding"})
    response.headers["Cache-Control"], response.headers["ETag"] = "no-cache", tag
    return response


@lru_cache(maxsize=64)
def with_imports(path: str) -> tuple[str, ...]:
    """A script of ours and all that it imports, each as a path in the repository: who loads them
    together doesn't wait a round trip for each layer."""
    found: dict[str, None] = {}
    waiting = [path]
    while waiting:
        one = waiting.pop(0)
        if one not in found:
            found[one] = None
            text = _read(str(ROOT / one)).decode()
            folder = (ROOT / one).parent
            waiting += [
                str((folder / name).resolve().relative_to(ROOT)) for name in _IMPORT.findall(text)
            ]
    return tuple(found)


def _answer(request: Request, name: str, content: bytes) -> Response:
    media, _encoding = mimetypes.guess_type(name)
    headers = {"Cache-Control": _FOR_GOOD, "X-Content-Type-Options": "nosniff"}
    if Path(name).suffix in _SQUEEZED:
        headers["Vary"] = "Accept-Encoding"
        if "gzip" in request.headers.get("accept-encoding", ""):
            content = _squeezed(content)
            headers["Content-Encoding"] = "gzip"
    return Response(content, media_type=media, headers=headers)


@lru_cache(maxsize=512)
def _read(path: str) -> bytes:
    return Path(path).read_bytes()


@lru_cache(maxsize=512)
def _squeezed(content: bytes) -> bytes:
    # Phones on plain http only ask for gzip; brotli is offered on https alone.
    return gzip.compress(content, 9, mtime=0)


@lru_cache(maxsize=1)
def _texts() -> bytes:
    return f"globalThis.odvTexts = {json.dumps(catalogue(), ensure_ascii=False)}\n".encode()
