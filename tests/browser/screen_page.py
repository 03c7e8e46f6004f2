"""The screen's view of an exercise in a real browser, without a server: scripts, styles and fonts
come straight from the folders.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable
from os.path import normpath
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from playwright.sync_api import Browser, Page, Route

ROOT = Path(__file__).resolve().parents[2]
_HOST = "http://screen.test"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>scherm</title>
<link rel="stylesheet" href="/exercises/kit/look/tokens.css">
<link rel="stylesheet" href="/exercises/kit/look/base.css">
<link rel="stylesheet" href="/pages/browser/screen/screen.css">
{styles}
<body><div hidden id="sprite"></div>
<div class="screen-view"><div class="screen-stage" id="stage"></div></div>
<script type="module">
import {{ html, render }} from "/exercises/kit/browser/vendor/htm-preact.js"
{view}
const sprite = await (await fetch("/exercises/kit/look/signs.svg")).text()
document.getElementById("sprite").innerHTML = sprite.replace(/<\\?xml[^>]*>/, "")
const scale = Math.min(innerWidth / 1920, innerHeight / 1080)
const spare = innerHeight / scale - 1080
const place = {{ "--scale": scale, "--stage-left": `${{(innerWidth - 1920 * scale) / 2}}px`,
  "--stage-top": `${{spare * 0.36 * scale}}px`, "--below": `${{spare * 0.64}}px` }}
for (const [name, value] of Object.entries(place)) {{
  document.querySelector(".screen-view").style.setProperty(name, value)
}}
// What a phone asks of its connection, where nothing was sent yet.
const nothing = {{ status: "none", own: null, payload: null, reason: "" }}
const api = {{ now: () => Date.now(), online: true, slow: false, slot: () => nothing,
  draft: () => "", unshared: () => null, keep() {{}}, send() {{}} }}
window.show = (scene) => render(
  html`<div class="screen-exercise"><${{View}} data=${{scene.data}} scene=${{scene}}
    ...${{scene.props ?? {{}}}} api=${{api}} preview=${{false}} /></div>`,
  document.getElementById("stage"))
await document.fonts.ready
window.isReady = true
</script>"""


def _view(kind: str, script: str) -> str:
    if kind == "lobby":
        return 'import { Lobby as View } from "/pages/browser/screen/lobby.js"'
    return f'import View from "/exercises/{kind}/browser/{script}"'


def _links(kind: str, styles: Iterable[str]) -> str:
    hrefs = (normpath(f"/exercises/{kind}/browser/{style}") for style in styles)
    return "\n".join(f'<link rel="stylesheet" href="{href}">' for href in hrefs)


class ScreenPage:
    """A projector of a certain size, on which scenes are shown; motion is over at once. `kind` is
    that of an exercise, or "lobby": its scenes hold the `props` of the lobby. `styles`: those
    that the exercise names in its scene, and so is `script`: that of a phone is drawn too."""

    def __init__(
        self,
        browser: Browser,
        kind: str,
        size: tuple[int, int],
        styles: Iterable[str] = ("screen.css",),
        script: str = "screen.js",
    ) -> None:
        self._context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce"
        )
        self.page: Page = self._context.new_page()
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        links = "" if kind == "lobby" else _links(kind, styles)
        html = _PAGE.format(styles=links, view=_view(kind, script))
        open_without_server(self.page, html)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self._context.close()

    def show(self, scene: dict[str, Any]) -> None:
        """Draw a scene, and wait until text that had to fit has been measured."""
        self.page.evaluate("(scene) => window.show(scene)", scene)
        self.page.evaluate("() => new Promise((done) => setTimeout(done, 60))")


def open_without_server(page: Page, document: str) -> None:
    """Open an HTML document whose scripts and styles are the files of the repository; it sets
    `window.isReady`."""

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix(_HOST).partition("?")[0]
        if path == "/":
            return route.fulfill(body=document, content_type="text/html")
        file = ROOT / path.lstrip("/")
        if not file.is_file():
            return route.fulfill(status=404)
        kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
        return route.fulfill(body=file.read_bytes(), content_type=kind or "")

    page.route(f"{_HOST}/**", serve)
    page.goto(f"{_HOST}/")
    page.wait_for_function("window.isReady")
