"""The outcome of each message a page sent: stored, refused with a reason, or to be sent again."""

from __future__ import annotations

from collections.abc import Callable

from exercises.contract import Json
from state.language import _
from state.problems import Refused, StateError

# Executes one message and returns data for its acknowledgement, if any; raises Refused with a
# sentence for the sender.
Handler = Callable[[Json], Json | None]

MOST_MESSAGES = 200
_LONGEST_ID = 64


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
    """Execute one message and return the outcome for its sender."""
    try:
        result = receive(message)
    except Refused as refusal:
        return {"refused": str(refusal)}
    except StateError as error:
        return {"again": error.problem.text}
    except (KeyError, TypeError, ValueError, AttributeError):
        # A malformed message, which our own scripts never send: refuse it and keep the socket open.
        return {"refused": _("Dit bericht is niet te lezen. Laad de pagina opnieuw.")}
    return {"ok": True, **(result or {})}
