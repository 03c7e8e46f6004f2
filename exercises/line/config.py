"""What the facilitator can edit in De lijn, to and from JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from exercises.kit.rules.naming import Visibility
from exercises.line import content
from state.ids import new_id
from state.language import _
from state.problems import Refused
from state.text_rules import one_line

STATEMENT_LIMIT = 300
END_LIMIT = 30
STATEMENTS_LIMIT = 60
QUESTIONS_LIMIT = 8


@dataclass(frozen=True)
class Statement:
    """A statement to stand on. `key` stays when it is said better or moved: answers are its own."""

    key: str
    text: str
    area: int | None = 1
    ends: tuple[str, str] | None = None


@dataclass(frozen=True)
class LineConfig:
    """Statements, the ends of the line, the questions for the talk, and who is named.

    `hide_first`: figures stay hidden until the facilitator shows them. `gone`: statements that
    were removed after people answered; the export still has them.
    """

    statements: tuple[Statement, ...]
    ends: tuple[str, str] = content.AGREE
    questions: tuple[str, ...] = content.QUESTIONS
    visibility: Visibility = "names"
    hide_first: bool = False
    gone: tuple[Statement, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As stored, version 1."""
        return {
            "version": 1,
            "statements": _stored(self.statements), "gone": _stored(self.gone),
            "ends": self.ends, "questions": self.questions,
            "visibility": self.visibility, "hide_first": self.hide_first,
        }  # fmt: skip

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> LineConfig:
        """From storage. Version 1 is the only one so far."""
        return cls(
            _statements(stored["statements"]),
            _pair(stored["ends"]) or content.AGREE, tuple(stored["questions"]),
            stored["visibility"], stored["hide_first"], _statements(stored.get("gone", ())),
        )  # fmt: skip


def usual() -> LineConfig:
    """The fourteen statements of the method."""
    return LineConfig(
        tuple(
            Statement(f"s{number}", text) for number, text in enumerate(content.STATEMENTS, start=1)
        )
    )


def statement(
    text: str, area: int | None, ends: tuple[str, str] | None, key: str = ""
) -> Statement:
    """A statement from what was typed; Refused when empty or too long."""
    clean = one_line(text, STATEMENT_LIMIT, _("De stelling"))
    return Statement(key or new_id(), clean, area, None if ends is None else end_labels(*ends))


def end_labels(left: str, right: str) -> tuple[str, str]:
    """A pair of end labels from what was typed; Refused when empty, too long or the same."""
    pair = (
        one_line(left, END_LIMIT, _("Het linkse label")),
        one_line(right, END_LIMIT, _("Het rechtse label")),
    )
    if pair[0] == pair[1]:
        raise Refused(_("De twee uiteinden van de lijn moeten verschillen."))
    return pair


def _stored(statements: tuple[Statement, ...]) -> list[dict[str, Any]]:
    return [{"key": s.key, "text": s.text, "area": s.area, "ends": s.ends} for s in statements]


def _statements(stored: Iterable[dict[str, Any]]) -> tuple[Statement, ...]:
    return tuple(Statement(s["key"], s["text"], s["area"], _pair(s["ends"])) for s in stored)


def _pair(stored: list[str] | tuple[str, str] | None) -> tuple[str, str] | None:
    return None if stored is None else (stored[0], stored[1])
