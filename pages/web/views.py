"""What the page of each live role is made of: its script, its styles, and all that they load."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from exercises.contract import Json
from pages.web import assets

_LOOK = "exercises/kit/look"
_START = "pages/browser/runtime/start.js"
_COMMON = (f"{_LOOK}/tokens.css", f"{_LOOK}/base.css", "pages/browser/runtime/page.css")


@dataclass(frozen=True)
class View:
    """The script and styles of a role, as paths in the repository; `start` is the first script of
    its page."""

    role: str
    own_styles: tuple[str, ...]
    start: str = _START

    @property
    def script(self) -> str:
        """The module that draws the page."""
        return f"pages/browser/{self.role}/{self.role}.js"

    @property
    def styles(self) -> tuple[str, ...]:
        """Every style of the page, in order."""
        return (*_COMMON, *self.own_styles)


_SCREEN_STYLES = ("pages/browser/screen/screen.css",)
PHONE = View("phone", ("pages/browser/phone/phone.css",))
# The screen as it was at a past step: drawn once, without a connection.
PAST_PATH = "terugscherm"
PAST = View("past", _SCREEN_STYLES, "pages/browser/past/past.js")
# By the path that people open.
BY_PATH = {
    "gsm": PHONE,
    "scherm": View("screen", _SCREEN_STYLES),
    "regie": View("console", ("pages/browser/console/console.css",)),
    "afstand": View(
        "remote", ("pages/browser/console/console.css", "pages/browser/remote/remote.css")
    ),
}


def past_address(meeting_id: str, activity_id: str, position: str) -> str:
    """The address of a past step of an exercise; `position` as `flow.position` writes it."""
    query = urlencode({"m": meeting_id, "a": activity_id, "p": position})
    return f"/{PAST_PATH}?{query}"


def sprite() -> str:
    """The address of the drawings that all pages share."""
    return f"{assets.base()}{_LOOK}/signs.svg"


def addresses(paths: tuple[str, ...] | list[str]) -> list[str]:
    """Paths in the repository as addresses."""
    return [assets.base() + path for path in paths]


def modules(view: View, scenes: list[Json]) -> list[str]:
    """The address of every module that a view and its scenes load, each once."""
    base = assets.base()
    roots = (view.start, view.script, *(scene["module"].removeprefix(base) for scene in scenes))
    return addresses(
        list(dict.fromkeys(path for root in roots for path in assets.with_imports(root)))
    )


def ahead() -> list[str]:
    """What a phone's page will need, to be fetched while somebody types a name at the door."""
    return [*addresses(PHONE.styles), sprite(), *modules(PHONE, [])]
