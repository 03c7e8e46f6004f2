"""What phone and screen are given of Open houding."""

from __future__ import annotations

from hashlib import blake2b

from exercises.contract import Json, Scene
from exercises.kit.rules.hyphens import name_forms
from exercises.kit.sheet import holder as holders
from exercises.kit.sheet import views as sheet_views
from exercises.open_stance import content, model
from exercises.open_stance.accept import CHANGE_LIMIT
from exercises.open_stance.config import SENTENCE_LIMIT, ClosedSentence
from exercises.open_stance.model import AFTER, AGREE, BEFORE, CHANGE, OWN, StanceContext
from state.language import _

# What the screen holds at a size that the back row can read.
PAGE, OWN_PAGE, CHANGES = 8, 4, 5


def phone(context: StanceContext) -> Scene:
    """The sentences with what this person made of them, or what the own visits agree."""
    styles = ("phone.css", *sheet_views.PHONE_STYLES)
    if context.phase.stage == AGREE:
        return Scene("phone.js", styles, {"agree": _agreeing(context)})
    now = shown(context)
    return Scene("phone.js", styles, {
        "sentences": [_sentence(context, one) for one in model.sentences(context.config)],
        "limit": SENTENCE_LIMIT, "change_limit": CHANGE_LIMIT,
        "helps": context.config.helps,
        "now": now.key if now else "",
        "own": OWN,
    })  # fmt: skip


def screen(context: StanceContext) -> Scene:
    """How many wrote; the sentences before and after; the couples that agree."""
    phase = context.phase
    data: Json = {"stage": phase.stage, "hidden": not phase.shown}
    if phase.stage == AGREE:
        data |= {
            "questions": [label for _key, label in content.AGREEMENTS], "couples": couples(context),
        }  # fmt: skip
    elif phase.shown:
        data |= _beside(context)
    else:
        writers = context.present(context.view.writers)
        data |= {
            "sentences": [one.text for one in context.config.examples],
            "helps": context.config.helps, "wrote": len(writers),
            "present": context.awaited(writers),
        }  # fmt: skip
    return Scene("screen.js", ("screen.css",), data)


def shown(context: StanceContext) -> ClosedSentence | None:
    """The sentence that is looked at: the chosen one, else the first."""
    there = model.sentences(context.config)
    chosen = context.phase.option("sentence", "")
    return next((one for one in there if one.key == chosen), there[0] if there else None)


def turned(context: StanceContext, sentence: ClosedSentence) -> list[tuple[str, str]]:
    """The pairs of a sentence, closed and open, in an order that tells nothing of who wrote them
    and stays the same."""
    if sentence.key == OWN:
        found = list(context.view.pairs())
    else:
        found = [(sentence.text, text) for text in context.view.made(sentence.key).values()]
    return sorted(found, key=lambda pair: _shuffled(context.secret, *pair))


def pages(context: StanceContext, sentence: ClosedSentence) -> int:
    """How many pages of the screen the pairs of a sentence take."""
    size = OWN_PAGE if sentence.key == OWN else PAGE
    return max(1, -(-len(turned(context, sentence)) // size))


def couples(context: StanceContext) -> list[Json]:
    """The visits with how much they agreed, as far as this role may know of them."""
    form, inside = model.form(context.config), model.sheet_context(context)
    return [
        {
            "id": one.key, **name_forms(one.name, one.short), "tiles": one.tiles,
            "filled": inside.view.of(one.id).filled, "total": form.counted,
        }
        for one in holders.everyone(form, inside)
    ]  # fmt: skip


def _beside(context: StanceContext) -> Json:
    sentence = shown(context)
    if sentence is None:
        return {"before": "", "pairs": [], "own": False, "changes": [], "after": ""}
    own = sentence.key == OWN
    size = OWN_PAGE if own else PAGE
    found, last = turned(context, sentence), pages(context, sentence)
    asked = context.phase.option("page", "1")
    page = int(asked) if str(asked).isdigit() and 1 <= int(asked) <= last else 1
    return {
        "key": sentence.key, "before": "" if own else sentence.text, "own": own,
        "pairs": found[(page - 1) * size : page * size], "page": page, "pages": last,
        "changes": context.view.changes(sentence.key)[:CHANGES],
        "after": sentence.after if context.phase.option("after", False) is True else "",
    }  # fmt: skip


def _sentence(context: StanceContext, sentence: ClosedSentence) -> Json:
    slots = {part: f"{sentence.key}.{part}" for part in model.PARTS}
    return {
        "key": sentence.key, "text": sentence.text, "slots": slots,
        "words": {
            part: context.mine.get(slots[part], {}).get("text", "")
            for part in (BEFORE, AFTER, CHANGE)
        },
    }  # fmt: skip


def _agreeing(context: StanceContext) -> Json:
    form, inside = model.form(context.config), model.sheet_context(context)
    if not context.config.agreements:
        return {"sheets": [], "sentence": _("Jullie spreken de feedback samen af.")}
    data = sheet_views.phones(form, inside)
    for one in data["sheets"]:
        one["reading"] = False
    return data


def _shuffled(secret: str, *words: str) -> bytes:
    told = "\0".join(words).encode("utf-8", "replace")
    return blake2b(told, key=secret.encode()[:64], digest_size=8).digest()
