"""What somebody typed alone that is too long for an answer: kept as a draft; pure.

A page that holds a text beyond the limit of slot `s1.why` sends {"text"} to `draft.s1.why`, in the
name of its person, and withdraws what stood in the slot itself: what is too long is not shared at
all, so that half a text never stands on the screen. Drafts do not pass through `accept` and `fold`
of an exercise, and no exercise is given them. They go back only to the phones of that person, in
`drafts` of the scene, so that another phone of the same person, or one that lost its memory, still
has the text. Their number and size are limited, and of a draft that changes only the last text is
stored: a draft may be sent at any time, whatever the exercise asks. They are sealed for exports,
the history of changes included. kit/browser/draft.js
sends them, and sends "" once the answer itself is stored.

Fields that the people of an organisation write together keep what is too long in the field itself:
see exercises.kit.rules.joint.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from exercises.contract import Accepted, Answer, Entry, Json
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused
from state.text_rules import as_typed

# As in draft.js.
LIMIT = 10_000
# Drafts of one person at one exercise, and characters of all of them: no sheet has as many fields
# that somebody fills far beyond their limits.
MOST, MOST_LETTERS = 20, 60_000
_SLOT = re.compile(r"draft\.[\w.:-]{1,90}", re.ASCII)
_BEGIN = "draft."


def is_draft(slot: str) -> bool:
    """Whether that is a slot for a draft."""
    return slot.startswith(_BEGIN)


def slot(of: str) -> str:
    """The slot of the draft of an answer in slot `of`."""
    return _BEGIN + of


def accept(entry: Entry[Any, Any], written: Mapping[str, Json]) -> Accepted:
    """Take in a draft of at most LIMIT characters, as it was typed; "" takes it away. `written`:
    what its author has at this exercise, slot -> payload. Refused for anybody who is not in the
    room, and when there are too many drafts, or too long ones all together."""
    text = entry.payload.get("text")
    known = _SLOT.fullmatch(entry.slot) is not None
    if entry.author == FACILITATOR or not isinstance(text, str) or not known:
        raise Refused(_("Deze tekst is niet te lezen. Probeer het nog eens."))
    others = [
        str(payload.get("text", ""))
        for place, payload in written.items()
        if is_draft(place) and place != entry.slot
    ]
    # A row stays when its draft is taken away, so a new name counts also without a text.
    many = entry.slot not in written and len(others) >= MOST
    if many or len(text) > LIMIT or len(text) + sum(map(len, others)) > MOST_LETTERS:
        raise Refused(_("Dit is te lang om als klad te bewaren. Het staat alleen op je gsm."))
    return Accepted({"text": as_typed(text)})


def kept(written: Mapping[str, Answer]) -> dict[str, str]:
    """The drafts among the answers of one person (slot -> answer): slot of the answer -> text.

    A draft that is older than an answer with words in its slot was overtaken on another phone.
    """
    found = {}
    for place, draft in written.items():
        text = draft.payload.get("text", "")
        of = place.removeprefix(_BEGIN)
        answer = written.get(of)
        overtaken = answer is not None and answer.order > draft.order and _has_words(answer.payload)
        if is_draft(place) and text and not overtaken:
            found[of] = text
    return found


def without(written: Mapping[str, Json]) -> dict[str, Json]:
    """What one author put in, without drafts: slot -> payload."""
    return {place: payload for place, payload in written.items() if not is_draft(place)}


def left_out(answers: Iterable[Answer]) -> list[Answer]:
    """All answers except the drafts."""
    return [answer for answer in answers if not is_draft(answer.slot)]


def _has_words(payload: Json) -> bool:
    return bool(payload.get("text"))
