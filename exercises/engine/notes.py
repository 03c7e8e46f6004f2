"""The facilitator's note, the same at every exercise: one text for each step; pure.

It is stored in the slot "<key>.note" as {"text": str}, with the facilitator as author. The key is
the step's, unless the exercise gives another (`Exercise.note_on`). Notes do not pass through
`accept` and `fold` of an exercise; the console and the export read them in `Context.notes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from exercises.contract import Accepted, Answer, Entry, Json
from exercises.kit.rules.words import judged_words
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused

LIMIT = 2000
_END = ".note"


def is_note(slot: str) -> bool:
    """Whether that is a slot for a note."""
    return slot.endswith(_END)


def slot(key: str) -> str:
    """The slot of the note that belongs to `key`."""
    return key + _END


def accept(entry: Entry[Any, Any]) -> Accepted:
    """Check a note and return it as it will be stored. Refused for any author but the facilitator,
    and for a text that is too long.

    The subject of the note may have been removed meanwhile. The note is stored all the same, so
    that it reappears when the removal is undone.
    """
    if entry.author != FACILITATOR:
        raise Refused(_("Dat kan alleen de begeleider."))
    return judged_words(entry.payload, LIMIT, _("De notitie"))


def kept(written: Mapping[str, Json]) -> dict[str, str]:
    """The notes in `written`, the facilitator's answers (slot -> payload): key -> text."""
    return {
        place.removesuffix(_END): payload["text"]
        for place, payload in written.items()
        if is_note(place)
    }


def left_out(answers: Iterable[Answer]) -> list[Answer]:
    """All answers except the notes: the ones that `Exercise.fold` receives."""
    return [answer for answer in answers if not is_note(answer.slot)]
