"""What the page of each live role is made of: its script, its styles, and all that they load."""

from __future__ import annotations

from dataclasses import dataclass

from exercises.contract import Json
from pages.web import assets

_LOOK = "exercises/kit/look"
_START = "pages/browser/runtime/start.js"
_COMMON = (f"{_LOOK}/tokens.css", f"{_LOOK}/base.css", "pages/browser/runtime/page.css")


@dataclass(frozen=True)
class View:
    """The script and styles of a role, as paths in the repository."""

    role: str
    own_styles: tuple[str, ...]

    @property
    def script(self) -> str:
        """The module that draws the page."""
        return f"pages/browser/{self.role}/{self.role}.js"

    @property
    def styles(self) -> tuple[str, ...]:
        """Every style of the page, in order."""
        return (*_COMMON, *self.own_styles)


PHONE = View("phone", ("pages/browser/phone/phone.css",))
# By the path that people open.
BY_PATH = {
    "gsm": PHONE,
    "scherm": View("screen", ("pages/browser/screen/screen.css",)),
    "regie": View("console", ("pages/browser/console/console.css",)),
    "afstand": View(
        "remote", ("pages/browser/console/console.css", "pages/browser/remote/remote.css")
    ),
}


def sprite() -> str:
    """The address of the drawings that all pages share."""
    return f"{assets.base()}{_LOOK}/signs.svg"


def addresses(paths: tuple[str, ...] | list[str]) -> list[str]:
    """Paths in the repository as addresses."""
    return [assets.base() + path for path in paths]


def modules(view: View, scenes: list[Json]) -> list[str]:
    """The address of every module that a view and its scenes load, each once."""
    base = assets.base()
    roots = (_START, view.script, *(scene["module"].removeprefix(base) for scene in scenes))
    return addresses(
        list(dict.fromkeys(path for root in roots for path in assets.with_imports(root)))
    )


def ahead() -> list[str]:
    """What a phone's page will need, to be fetched while somebody types a name at the door."""
    return [*addresses(PHONE.styles), sprite(), *modules(PHONE, [])]
