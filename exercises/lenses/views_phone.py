"""What the phone of a teller, of a listener, and of who does neither is given of a story."""

from __future__ import annotations

from exercises.contract import Json, NotebookEntry
from exercises.kit.rules.prose import people_listed
from exercises.lenses import model, model_telling
from exercises.lenses import views_shelf as shelf
from exercises.lenses import views_story as told_story
from exercises.lenses.accept import MOST_REMARKS, REMARK_LIMIT
from exercises.lenses.accept_telling import TEXT_LIMIT
from exercises.lenses.content import drawings, to_tellers
from exercises.lenses.model import AT, GATHERED, LISTEN, PICK, SAID, TOLD, ToldStory, card_slot
from exercises.lenses.model_telling import LensesContext
from state.language import _

_LONGEST = 160
# Remarks of a lens on the phone of a teller; the shelf has all of them.
_MOST_SHOWN = 40


def data(context: LensesContext) -> Json:
    """The data of a phone, by what its person does in this story."""
    told, me = told_story.now(context), context.me
    base: Json = {
        "stage": context.phase.stage or LISTEN, "story": told.story.key,
        "activity": context.activity_id, "ends": told_story.ends(context, told.story),
        "who": people_listed(model_telling.tellers(context, told)), "by": told.by,
        "elsewhere": _told_elsewhere(context, told), "told_limit": TEXT_LIMIT,
    }  # fmt: skip
    if me is None:
        return {**base, "role": "guest"}
    if told.is_told_by(me):
        return {**base, "role": "teller", **_telling(context, told)}
    if not model.listens(told.story, told.by, me):
        return {**base, "role": "guest"}
    return {**base, "role": "listener", **_listening(context, told)}


def _told_elsewhere(context: LensesContext, now: ToldStory) -> list[Json]:
    """The other stories that this person tells, so that what was typed there is not lost."""
    return [
        {"slot": f"{key}.{TOLD}", "title": told_story.in_words(context, one.story),
         "told": context.mine.get(f"{key}.{TOLD}", {}).get("text", "")}
        for key, one in context.view.stories.items()
        if key != now.story.key and one.is_told_by(context.me)
    ]  # fmt: skip


def _listening(context: LensesContext, told: ToldStory) -> Json:
    assert context.me is not None
    story = told.story.key
    held = told.held.get(context.me.id, "")
    lens = context.config.lens(held)
    areas = [{"number": one.number, "name": one.name} for one in context.framework.areas]
    return {
        "lens": None if lens is None else {
            "key": lens.key, "name": lens.text, "shape": lens.shape, "prompts": lens.prompts,
            "drawing": drawings()[lens.shape],
        },
        "prefix": f"{story}.{SAID}", "most": MOST_REMARKS, "limit": REMARK_LIMIT,
        "said": _own(context, story), "areas": areas, "before": _before(context, story),
        "open": context.phase.open,
    }  # fmt: skip


def _own(context: LensesContext, story: str) -> list[Json]:
    """The own remarks on a story, in the order of their numbers."""
    prefix = f"{story}.{SAID}"
    found = [
        (int(slot.removeprefix(prefix)), payload)
        for slot, payload in context.mine.items()
        if slot.startswith(prefix) and payload.get("text")
    ]
    return [
        {
            "slot": f"{prefix}{number}",
            "text": payload["text"],
            "kind": payload.get("kind", "remark"),
            "prompt": payload.get("prompt", ""),
            "area": payload.get("area"),
            "lens": _lens_name(context, payload.get("lens", "")),
        }
        for number, payload in sorted(found, key=lambda one: one[0])
    ]


def _lens_name(context: LensesContext, key: str) -> str:
    lens = context.config.lens(key)
    return lens.text if lens else ""


def _before(context: LensesContext, story: str) -> Json | None:
    """The story before this one, for who was still writing about it."""
    stories = context.config.stories
    at = next((at for at, one in enumerate(stories) if one.key == story), 0)
    if not at or context.me is None:
        return None
    told = context.view.stories.get(stories[at - 1].key)
    if told is None or not model.listens(told.story, told.by, context.me):
        return None
    return {
        "prefix": f"{told.story.key}.{SAID}",
        "title": told_story.in_words(context, told.story) or _("het vorige verhaal"),
        "said": [one["slot"] for one in _own(context, told.story.key)],
    }


def _telling(context: LensesContext, told: ToldStory) -> Json:
    assert context.me is not None
    story = told.story
    found = told_story.pages(context, told)
    shown = told_story.cards(context, told)
    there = {(one.card.note, one.card.photo) for one in shown}
    mine = next((text for person, text in told.texts if person == context.me.id), "")
    return {
        "at": told_story.turns(told, found).at, "at_slot": f"{story.key}.{AT}",
        "pages": [
            {"text": " ".join(one.lines)[:_LONGEST], "photo": one.photo} for one in found
        ],
        "cards": [told_story.card_json(one, story) for one in shown],
        "offered": [
            _offered(one, story.key, there, context.me.id) for one in context.notebook
            if one.visit == story.key
        ],
        "told_slot": f"{story.key}.{TOLD}", "told": mine,
        "alone": len(model_telling.tellers(context, told)) == 1,
        "questions": to_tellers(host=told.by == "host"),
        "remarks": _remarks(context, told) if context.phase.stage in GATHERED else [],
    }  # fmt: skip


def _offered(note: NotebookEntry, story: str, there: set[tuple[str, str]], me: str) -> Json:
    """A note to choose: its words alone, and each of its photos."""
    refs = [*((photo,) for photo in note.photos), *([("",)] if note.text else [])]
    return {
        "text": note.text, "kind": note.kind, "own": note.person == me, "shared": note.shared,
        "may": note.may_be_shared,
        "ways": [
            {"slot": card_slot(story, note.id, photo), "photo": photo,
             "on": (note.id, photo) in there}
            for (photo,) in refs
        ],
    }  # fmt: skip


def _remarks(context: LensesContext, told: ToldStory) -> list[Json]:
    """By lens what was said of the story, the newest first; nobody is named."""
    lenses, said = shelf.gathered(context.config, context.view.of(told.story.key))
    return [
        {
            "lens": lens.text,
            "said": [
                {"slot": f"{told.story.key}.{PICK}{one.key}", "text": one.text,
                 "question": one.kind == "question", "picked": one.picked,
                 "large": one.picked and told.large == one.key}
                for at, one in enumerate(of) if at < _MOST_SHOWN or one.picked
            ],
        }
        for lens, of in zip(lenses, said, strict=True)
    ]  # fmt: skip
