"""What a page is told of each message it sent: stored, refused with a reason, or to try again."""

from __future__ import annotations

from collections.abc import Callable

from exercises.contract import Json
from state.language import _
from state.problems import Refused, StateError

# Carries out one message and gives what travels back with its acknowledgement, if anything; raises
# Refused with a sentence for the sender.
Handler = Callable[[Json], Json | None]

MOST_MESSAGES = 200
_LONGEST_ID = 64


def identified(messages: object) -> list[Json]:
    """The messages of a page that have an id to confirm; whatever else it sent is left out."""
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
    """Carry out one message and give what its sender is told."""
    try:
        result = receive(message)
    except Refused as refusal:
        return {"refused": str(refusal)}
    except StateError as error:
        return {"again": error.problem.text}
    except (KeyError, TypeError, ValueError, AttributeError):
        # Not from our own scripts: say no, and do not fall over it.
        return {"refused": _("Dit bericht is niet te lezen. Laad de pagina opnieuw.")}
    return {"ok": True, **(result or {})}
