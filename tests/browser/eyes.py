"""What a person sees on a page: pictures kept for later, QR codes, and what came over the wire."""

from __future__ import annotations

import base64
import io
import json
import re
from pathlib import Path

import zxingcpp
from PIL import Image
from playwright.sync_api import Page, Response, WebSocket

ARTIFACTS = Path(__file__).resolve().parents[1] / "artifacts" / "browser"


class Album:
    """Numbered pictures of one test, for people to look through."""

    def __init__(self, test: str) -> None:
        self._folder = ARTIFACTS / re.sub(r"[^\w-]+", "-", test).strip("-")
        self._folder.mkdir(parents=True, exist_ok=True)
        for old in self._folder.glob("*.png"):
            old.unlink()
        self._count = 0

    def keep(self, page: Page, who: str, what: str) -> bytes:
        """Take a picture of the page as it is now; gives the PNG."""
        return page.screenshot(path=self._next(who, what), timeout=15_000)

    def keep_loosely(self, page: Page, who: str, what: str) -> bytes:
        """As `keep`, as PNG that is packed loosely: it takes half the processor time. Only of a
        page of Chromium at one pixel per px: it would make those of a phone so."""
        session = page.context.new_cdp_session(page)
        how = {"format": "png", "optimizeForSpeed": True}
        taken = base64.b64decode(session.send("Page.captureScreenshot", how)["data"])
        session.detach()
        self.add(taken, who, what)
        return taken

    def add(self, png: bytes, who: str, what: str) -> None:
        """Keep a picture that was taken elsewhere."""
        self._next(who, what).write_bytes(png)

    def _next(self, who: str, what: str) -> Path:
        self._count += 1
        name = f"{self._count:03d}-{who}-{what}.png"
        return self._folder / re.sub(r"[^\w.-]+", "-", name)


def read_qr(png: bytes) -> list[str]:
    """The texts of all QR codes in a picture."""
    with Image.open(io.BytesIO(png)) as picture:
        return [code.text for code in zxingcpp.read_barcodes(picture)]


_UNDER_CORNER = """() => {
  const corner = document.querySelector(".screen-corner")
  if (!corner) return []
  const edge = corner.getBoundingClientRect()
  // The box of a text is higher than its letters.
  const meets = (box) => box.width > 0 && box.left < edge.right && box.right > edge.left
    && box.top + box.height * 0.15 < edge.bottom && box.bottom - box.height * 0.15 > edge.top
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found = []
  while (texts.nextNode()) {
    const text = texts.currentNode
    if (!text.data.trim() || corner.contains(text)) continue
    if (!text.parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      || text.parentElement.closest(".visually-hidden")) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    if ([...range.getClientRects()].some(meets)) found.push(text.data.trim())
  }
  return found
}"""


def under_corner(page: Page) -> list[str]:
    """Words of the screen that are under the code in its corner, or run on below it."""
    return list(page.evaluate(_UNDER_CORNER))


# Stands for a page that was loaded; and what its HTML held for the script.
_DOCUMENT = b"<document>"
_FIRST_DATA = "() => document.getElementById('boot')?.textContent ?? ''"


class Wire:
    """Everything a page was sent, in its HTML and over its websockets, from the moment this is
    made. Of HTML only the data of the page that is open now."""

    def __init__(self, page: Page) -> None:
        self._frames: list[bytes] = []
        self._page = page
        page.on("websocket", self._listen)
        page.on("response", self._loaded)

    def mark(self) -> int:
        """A point in time, to ask for what comes after it."""
        return len(self._frames)

    def since(self, mark: int) -> bytes:
        """All that came after a mark."""
        came = self._frames[mark:]
        if _DOCUMENT in came:
            came.append(str(self._page.evaluate(_FIRST_DATA)).encode())
        return b"\n".join(came)

    def brought(self, *texts: str, since: int = 0) -> list[str]:
        """Which of these texts came, as JSON spells them."""
        came = self.since(since)
        return [
            text for text in texts if json.dumps(text, ensure_ascii=False)[1:-1].encode() in came
        ]

    def _loaded(self, response: Response) -> None:
        if response.request.resource_type == "document":
            self._frames.append(_DOCUMENT)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._keep)

    def _keep(self, payload: bytes | str) -> None:
        self._frames.append(payload.encode() if isinstance(payload, str) else payload)
