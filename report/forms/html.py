"""A document as one page of HTML, to paste into a mail or to open by itself.

Nothing is fetched: styles stand on each element, since mail programs drop the others, and pictures
are in the page. One column that becomes two where there is room.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from exercises.document import Cover, Document, Figure
from exercises.kit.drawing.svg import token
from report.forms import drawings, pictures
from report.forms.prepared import joined, prepare

_FONT = "'Atkinson Hyperlegible Next','Atkinson Hyperlegible',Verdana,Arial,sans-serif"
_COVER_WIDE = 1240
_ICON_WIDE = 144


def html(document: Document) -> str:
    """The whole page."""
    made = prepare(document)
    found = pictures.drawn(made.blocks)

    def source(figure: Figure) -> str:
        if figure.photo:
            return _address("image/jpeg", figure.photo)
        return _address("image/png", found[figure.svg])

    template = _environment().get_template("page.html")
    return template.render(document=made, css=_styles(), source=source)


@lru_cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).resolve().parent),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    environment.globals.update(
        cover_art=_cover_art,
        icon=_icon,
        joined=joined,
        kind_of=lambda block: type(block).__name__,
        sign_of=drawings.sign_of,
        tile=drawings.tile,
    )
    return environment


def _address(media: str, content: bytes) -> str:
    return f"data:{media};base64,{b64encode(content).decode()}"


@lru_cache(maxsize=64)
def _icon(svg: str) -> str:
    return _address("image/png", pictures.small_sign(svg, _ICON_WIDE))


def _cover_art(block: Cover) -> str:
    if not block.floor:
        return ""
    svg = drawings.cover(block.floor).svg
    return _address("image/png", pictures.small_sign(svg, _COVER_WIDE))


@lru_cache
def _styles() -> Mapping[str, str]:
    """The style of each kind of element, by the names that the template uses."""
    ink, muted, joint = token("ink"), token("muted"), token("joint")
    text = f"color:{ink};font-family:{_FONT}"
    wraps = "overflow-wrap:anywhere"
    bold = f"{text};{wraps};font-weight:700;line-height:1.2"
    body = f"{text};{wraps};font-size:16px;line-height:1.5;margin:0 0 12px"
    small = f"{text};{wraps};color:{muted};font-size:14px;line-height:1.45"
    cell = (
        f"{text};overflow-wrap:break-word;font-size:15px;text-align:left;vertical-align:top;"
        "padding:8px 14px 8px 0"
    )
    return {
        "page": f"margin:0;padding:0;background:#ffffff;{text}",
        "main": "display:block;max-width:720px;margin:0 auto;padding:24px 20px",
        "title": f"{bold};font-size:44px;margin:8px 0 16px",
        "h1": f"{bold};font-size:34px;margin:32px 0 14px",
        "h2": f"{bold};font-size:21px;margin:28px 0 10px",
        "h3": f"{bold};font-size:16px;margin:20px 0 6px",
        "kicker": f"{text};{wraps};font-size:16px;line-height:1.4;margin:24px 0 0",
        "body": body,
        "lead": f"{text};{wraps};font-size:20px;line-height:1.4;margin:0 0 18px",
        "small": f"{small};margin:0 0 12px",
        "who": small,
        "caption": f"{small};text-align:left;margin:6px 0 0;padding:0 0 6px",
        "list": f"{body};padding:0 0 0 24px",
        "plain": f"{body};padding:0;list-style:none",
        "item": f"{text};{wraps};margin:0 0 8px",
        "small_item": f"{text};{wraps};font-size:14px;margin:0 0 4px",
        "columns": "columns:2 260px;column-gap:28px",
        "figure": "margin:18px 0",
        "picture": "display:block;max-width:100%;height:auto;border:0",
        "quote1": f"{bold};font-size:20px;margin:0 0 10px",
        "quote2": f"{bold};font-size:28px;margin:0 0 12px",
        "quote3": f"{bold};font-size:40px;margin:0 0 14px",
        # A column is at least as wide as its longest word; what is wider than the page is moved.
        "tables": "overflow-x:auto",
        "table": "border-collapse:collapse;width:100%;margin:18px 0",
        "th": f"{cell};font-weight:700;border-top:2px solid {ink};border-bottom:1px solid {ink}",
        "td": f"{cell};border-bottom:1px solid {joint}",
        "rule": f"border:0;border-top:1px solid {ink};margin:24px 0 16px",
        "beside": "display:flex;flex-wrap:wrap;gap:0 28px",
        "cover": "margin:0 0 32px",
    }
