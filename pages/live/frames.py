"""Frames between pages and server: tolerant parsing of what arrives, fast packing of what is
sent."""

from __future__ import annotations

import logging

import orjson
from starlette.requests import HTTPConnection

from exercises.contract import Json
from pages.live.page import PageSeen
from state.language import _
from state.problems import Refused, StateError

# Most characters in one frame or request. Answers are words or a drawing; photos are uploaded by
# another route.
LONGEST = 1_000_000
CURRENT: Json = {"current": True}
_LONGEST_NUMBER = 16
_log = logging.getLogger(__name__)


def packed(frame: Json) -> str:
    """A frame as JSON text. By orjson, since a screen with three hundred figures is sent many times
    a second."""
    return orjson.dumps(frame, option=orjson.OPT_NON_STR_KEYS).decode()


def parsed(text: str | bytes) -> Json:
    """What a browser sent, as an object; {} for anything else."""
    try:
        frame = orjson.loads(text)
    except ValueError:
        return {}
    return frame if isinstance(frame, dict) else {}


def seen_by(connection: HTTPConnection) -> PageSeen:
    """The page that the browser says it shows, from the query parameters `heb` and `rev`."""
    asked = connection.query_params
    rev = asked.get("rev", "")
    known = rev.isascii() and rev.isdecimal() and len(rev) < _LONGEST_NUMBER
    return PageSeen(asked.get("heb", ""), int(rev) if known else 0)


def trouble(error: Exception) -> str:
    """The sentence to show when a page can't be rendered; logs errors that are not expected."""
    if isinstance(error, StateError):
        return error.problem.text
    if isinstance(error, Refused):
        return str(error)
    _log.error("a live page could not be made", exc_info=error)
    return _("Dit kan nu niet getoond worden. Wat bewaard is, blijft.")
