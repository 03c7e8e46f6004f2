"""Judges what comes in on a story: remarks of listeners, and what tellers show and answer."""

from __future__ import annotations

from typing import Any

from exercises.contract import Accepted, Entry, Json, Phase
from exercises.lenses import model
from exercises.lenses.accept_checks import by_of, check_reached, story_of, tellers
from exercises.lenses.accept_telling import TELLING, told
from exercises.lenses.config import LensesConfig, Story
from exercises.lenses.model import DEALT, GATHERED, SAID, LensesView
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused
from state.text_rules import is_visible, paragraph

REMARK_LIMIT = 140
MOST_REMARKS = 12
_AREAS = (1, 2, 3, 4)

LensesEntry = Entry[LensesConfig, LensesView]


def accept(entry: LensesEntry) -> Accepted:
    """Judge an answer by its slot (see model.py)."""
    key, _dot, part = entry.slot.rpartition(".")
    story = story_of(entry, key)
    if part.startswith(SAID):
        return _said(entry, story, part.removeprefix(SAID))
    if part.startswith(TELLING):
        return told(entry, story, part)
    raise Refused(_("Dit is niet te lezen. Probeer opnieuw."))


def _said(entry: LensesEntry, story: Story, number: str) -> Accepted:
    """A remark; an empty one takes it back, at any time."""
    if not number.isascii() or not number.isdigit() or not 1 <= int(number[:4]) <= MOST_REMARKS:
        raise Refused(
            _("Bij één verhaal passen {n} briefjes. Pas er een aan, of haal er een weg.").format(
                n=MOST_REMARKS
            )
        )
    text = entry.payload.get("text")
    if not isinstance(text, str):
        raise Refused(_("Deze tekst is niet te lezen. Probeer het nog eens."))
    words = paragraph(text, REMARK_LIMIT, _("Je briefje"))
    if not is_visible(words):
        return Accepted({"text": ""}, also_notifies=_readers(entry, story))
    check_reached(entry, story)
    kept: Json = {
        "text": words, **_about(entry, story), "lens": _lens(entry, story),
        "key": model.remark_key(entry.author, entry.slot),
    }  # fmt: skip
    return Accepted(kept, also_notifies=_readers(entry, story))


def _about(entry: LensesEntry, story: Story) -> Json:
    kind, prompt = entry.payload.get("kind", "remark"), entry.payload.get("prompt", "")
    area = entry.payload.get("area")
    if kind not in ("remark", "question") or not isinstance(prompt, str):
        raise Refused(_("Kies of het een vraag of een opmerking is."))
    if isinstance(area, bool) or (area is not None and area not in _AREAS):
        raise Refused(_("Dit aandachtsgebied kennen we niet. Kies een ander, of geen."))
    asked = {one for lens in entry.config.lenses for one in lens.prompts}
    # A prompt that the facilitator changed meanwhile is none any more.
    return {"kind": kind, "prompt": prompt if prompt in asked else "", "area": area}


def _lens(entry: LensesEntry, story: Story) -> str:
    """The lens that somebody holds, whatever the phone says; the facilitator, who writes for people
    without a phone, says which."""
    lenses = [one.key for one in entry.config.lenses]
    if entry.author == FACILITATOR:
        asked = entry.payload.get("lens")
        if lenses and asked not in lenses:
            raise Refused(_("Kies door welke bril dit gezegd is."))
        return str(asked) if lenses else ""
    member = entry.member
    if member is None:
        raise Refused(_("Je bent niet meer binnen. Laad de pagina opnieuw."))
    if not model.listens(story, by_of(entry, story), member):
        raise Refused(_("Dit is jullie verhaal: de anderen kijken er door een bril naar."))
    held = (entry.stored(FACILITATOR, f"{story.key}.{DEALT}") or {}).get("held", {})
    return str(held.get(entry.author) or (lenses[0] if lenses else ""))


def _readers(entry: LensesEntry, story: Story) -> tuple[str, ...]:
    """Whose phones show remarks: those of the tellers, once remarks are gathered."""
    if entry.phase.stage not in GATHERED or model.current(entry.config, entry.phase) != story:
        return ()
    return tellers(entry, story, by_of(entry, story))


def rehearse(config: LensesConfig, phase: Phase, chance: float) -> tuple[str, dict[str, Any]]:
    """What a phone may send: a remark on the story that is on."""
    story = model.current(config, phase)
    text = _("Wie eet hier nooit mee? ({n})").format(n=round(chance * 1000))
    return f"{story.key}.{SAID}1", {"text": text, "kind": "question"}
