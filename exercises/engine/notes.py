"""The facilitator's note, the same at every exercise: one text for each step; pure.

It lies in the slot "<key>.note" as {"text": str}, in the facilitator's name. The key is that of
the step, unless an exercise says otherwise (`Exercise.note_on`). An exercise neither judges nor
folds it: whoever may read it, an export for one, finds it in `Context.notes`.
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
    """Whether a note lies in that slot."""
    return slot.endswith(_END)


def slot(key: str) -> str:
    """The slot of the note that hangs on `key`."""
    return key + _END


def accept(entry: Entry[Any, Any]) -> Accepted:
    """Judge a note: a text of the facilitator. Refused for anybody else, and when too long.

    What it is about may have been taken away since: it is stored all the same, and is there again
    when that comes back.
    """
    if entry.author != FACILITATOR:
        raise Refused(_("Dat kan alleen de begeleider."))
    return judged_words(entry.payload, LIMIT, _("De notitie"))


def kept(written: Mapping[str, Json]) -> dict[str, str]:
    """The notes among what the facilitator put in (slot -> payload): key -> text."""
    return {
        place.removesuffix(_END): payload["text"]
        for place, payload in written.items()
        if is_note(place)
    }


def left_out(answers: Iterable[Answer]) -> list[Answer]:
    """All answers but the notes: what an exercise folds."""
    return [answer for answer in answers if not is_note(answer.slot)]
