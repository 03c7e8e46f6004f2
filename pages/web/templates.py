"""The plain HTML pages, through Jinja with everything escaped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from exercises.kit.rules.hyphens import softened
from pages.web import assets
from state.language import LANGUAGE, _, ngettext

_environment = Environment(
    loader=FileSystemLoader(Path(__file__).resolve().parent.parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    # Templates don't change while the server runs; else each page asks the disk about them.
    auto_reload=False,
)
# Phones do not always bring the rules of Dutch, and large letters break long names.
_environment.filters["soft"] = softened
_environment.globals.update(_=_, ngettext=ngettext, language=LANGUAGE)


def page(name: str, status: int = 200, **values: Any) -> HTMLResponse:
    """Draw a template as a page that no browser keeps. `security` adds what it may load."""
    text = _environment.get_template(name).render(assets=assets.base(), **values)
    return HTMLResponse(text, status, headers={"Cache-Control": "no-store"})
