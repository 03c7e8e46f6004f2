"""The outcome of each message a page sent: stored, refused with a reason, or to be sent again."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from typing import Any

from exercises.contract import Json
from state.language import _
from state.problems import Refused, StateError

# Executes one message and returns data for its acknowledgement, if any; raises Refused with a
# sentence for the sender.
Handler = Callable[[Json], Json | None]

MOST_MESSAGES = 200
_LONGEST_ID = 64
# Lists and objects within each other: a drawing, which goes deepest, has seven.
MOST_DEPTH = 12
# A write that failed since what was written does not fit, with nothing wrong with the disk.
_WRONG_WRITE = (
    sqlite3.IntegrityError, sqlite3.DataError, sqlite3.ProgrammingError, sqlite3.InterfaceError,
)  # fmt: skip
_log = logging.getLogger(__name__)


def identified(messages: object) -> list[Json]:
    """The messages that have a valid id, which an outcome can refer to; anything else is
    ignored."""
    if not isinstance(messages, list):
        return []
    return [
        message
        for message in messages[:MOST_MESSAGES]
        if isinstance(message, dict)
        and isinstance(message.get("id"), str)
        and len(message["id"]) <= _LONGEST_ID
    ]


def outcome(receive: Handler, message: Json) -> Json:
    """Execute one message and return the outcome for its sender. Raises sqlite3.Error when the
    database can't be written; whatever else goes wrong costs only this message."""
    try:
        if is_deeper(message, MOST_DEPTH):
            raise ValueError("a message that lies too deep")
        result = receive(message)
    except Refused as refusal:
        return {"refused": str(refusal)}
    except StateError as error:
        return {"again": error.problem.text}
    except (KeyError, TypeError, ValueError, AttributeError):
        # A malformed message, which our own scripts never send: refuse it and keep the socket open.
        return {"refused": _unreadable()}
    except Exception as error:
        if isinstance(error, sqlite3.Error) and not isinstance(error, _WRONG_WRITE):
            raise
        _log.exception("a message could not be carried out")
        return {"refused": _unreadable()}
    return {"ok": True, **(result or {})}


def is_deeper(value: Any, most: int) -> bool:
    """Whether lists and objects of JSON lie deeper within each other than some number of levels."""
    level = [value] if isinstance(value, dict | list) else []
    for _depth in range(most):
        level = [
            inner
            for one in level
            for inner in (one.values() if isinstance(one, dict) else one)
            if isinstance(inner, dict | list)
        ]
    return bool(level)


def _unreadable() -> str:
    return _("Dit bericht is niet te lezen. Laad de pagina opnieuw.")
