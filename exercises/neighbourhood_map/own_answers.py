"""The pawn of an organisation, for the own pages of its people."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Context, OwnAnswer
from exercises.neighbourhood_map.config import MapConfig
from exercises.neighbourhood_map.model import STEP, MapView
from state.language import _

_SPOTS = (f"{STEP}.1", f"{STEP}.2")
_WORDS = (f"{STEP}.why1", f"{STEP}.why2")


def own_answers(context: Context[MapConfig, MapView]) -> Iterator[OwnAnswer]:
    """The pawn of the organisation of this phone, in both rounds, with what was said of it."""
    me = context.me
    if me is None:
        return
    spots = (context.ours.get(slot, {}) for slot in _SPOTS)
    stood = any("x" in one for one in spots)
    texts = [context.ours.get(slot, {}).get("text", "") for slot in _WORDS]
    told = list(dict.fromkeys(filter(None, texts)))
    if stood or told:
        text = "\n".join(told) or _("Waar jullie staan op de kaart.")
        yield OwnAnswer(me.organisation_id, (*_SPOTS, *_WORDS), _("Jullie pion"), text)
