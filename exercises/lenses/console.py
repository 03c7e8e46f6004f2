"""What the facilitator is given of the stories: what is left to tell, who tells, and the way
through pages and shelf. Whose a remark is, and who holds which lens, is not told here either."""

from __future__ import annotations

from exercises.contract import Json, LackPlace, Move, Panel, Scene
from exercises.kit.rules.counts import of_all
from exercises.kit.rules.one_by_one import numbered
from exercises.kit.rules.prose import in_words, listed, sentence
from exercises.lenses import layout, model
from exercises.lenses import views_shelf as shelf
from exercises.lenses import views_story as told_story
from exercises.lenses.accept import MOST_REMARKS, REMARK_LIMIT
from exercises.lenses.accept_telling import TEXT_LIMIT
from exercises.lenses.content import to_tellers
from exercises.lenses.model import (
    ANSWER,
    AT,
    BY,
    GATHERED,
    LISTEN,
    PICK,
    SAID,
    SHELF,
    TOLD,
    LensRemark,
    ToldStory,
)
from exercises.lenses.model_telling import LensesContext, here_of, house, is_absent
from state.language import _, ngettext
from state.models import FACILITATOR

_LONGEST = 160
# Remarks of a lens on the console; the shelf has all of them.
_MOST_SHOWN = 12


def lacks(context: LensesContext) -> str:
    """That there is no story to tell, no lens to listen through, or, once people came in, nobody of
    an organisation that will tell."""
    if not context.config.lenses:
        return _("Er ligt geen enkele bril klaar. Voeg er een toe bij ‘Inhoud’.")
    if context.config.track or context.config.extra:
        return _not_in_yet(context)
    return _(
        "Er is nog geen bezoek bekendgemaakt. Zonder bezoeken is er één verhaal, dat jij leidt. Bij"
        " ‘Inhoud’ voeg je er zelf toe."
    )


def lacks_at(context: LensesContext) -> tuple[LackPlace, ...]:
    """To the lenses; without a visit to the visits, and to the stories of this exercise."""
    config = context.config
    if not config.lenses:
        return ("content",)
    return () if config.track or config.extra else ("visits", "content")


def _not_in_yet(context: LensesContext) -> str:
    absent = [house(one) for one in context.view.stories.values() if is_absent(context, one)]
    if not absent or not context.here:
        return ""
    names = listed([told_story.name_of(context, one) for one in dict.fromkeys(absent)])
    return _(
        "Nog niet in de zaal: wie vertelt voor {names}. Zonder hen laat je de gastheer vertellen,"
        " geef je het verhaal zelf door, of neem je een ander verhaal."
    ).format(names=names)


def unfinished(context: LensesContext) -> str:
    """How many stories are left to tell."""
    left = sum(_state(context, one) == "left" for one in context.view.stories.values())
    if not left:
        return ""
    return sentence(ngettext(
        "{n} verhaal is nog niet verteld.", "{n} verhalen zijn nog niet verteld.", left
    ).format(n=in_words(left)))  # fmt: skip


def panel(context: LensesContext) -> Panel:
    """How many listeners said something, and the buttons of this stage."""
    told = told_story.now(context)
    everybody = context.members
    said = {
        person for person, of in context.view.writers.items()
        if any(one.story == told.story.key for one in of.values())
    }  # fmt: skip
    answered = frozenset(
        id_ for id_ in context.present(said) if model.listens(told.story, told.by, everybody[id_])
    )
    listening = {
        id_ for id_, one in context.here.items() if model.listens(told.story, told.by, one)
    }
    # Who stands in for somebody is not counted beside that person.
    listening |= {id_ for id_ in context.members if id_ in answered}
    return Panel(
        answered=answered, done_word=_("schreef"),
        summary=of_all(
            len(answered), len(listening), alone=_("luisteraar schreef iets"),
            one=_("luisteraars schreef iets"), more=_("luisteraars schreven iets"),
        ),
        count=len(answered), total=len(listening),
        questions=to_tellers(host=told.by == "host") if house(told) else (),
        moves=(*_leafing(context, told), *_telling(context, told)),
        # A story without a visit has its title as the name of its step.
        page=told_story.in_words(context, told.story) if told.story.host else "",
    )  # fmt: skip


def console(context: LensesContext) -> Scene:
    """The stories, the pages of this one, and its remarks."""
    told = told_story.now(context)
    found = told_story.pages(context, told)
    key = told.story.key
    own = next((text for person, text in told.texts if person == FACILITATOR), "")
    data: Json = {
        "stage": context.phase.stage or LISTEN, "story": key,
        "stories": [
            {"key": one.story.key, "state": _state(context, one), "done": one.story.done,
             "title": told_story.in_words(context, one.story), "step": step,
             "absent": _who_is_missing(context, one)}
            for step, one in enumerate(context.view.stories.values(), start=1)
        ],
        "position": f"{context.phase.step + 1}:{context.phase.stage}",
        "moves": [
            {"label": one.label, "slot": one.slot, "payload": one.payload}
            for one in (*_leafing(context, told), *_telling(context, told))
        ],
        "tellers": told_story.who_tells(context, told),
        "pages": [" ".join(one.lines)[:_LONGEST] or _("Een foto") for one in found],
        "at": told_story.turns(told, found).at, "at_slot": f"{key}.{AT}",
        "told_slot": f"{key}.{TOLD}", "told": own, "told_limit": TEXT_LIMIT,
        "remarks": _remarks(context, told), "prefix": f"{key}.{SAID}",
        "next": _next_number(context, told), "limit": REMARK_LIMIT,
        "lenses": [{"key": one.key, "name": one.text} for one in context.config.lenses],
    }  # fmt: skip
    return Scene("console.js", ("console.css",), data)


def _next_number(context: LensesContext, told: ToldStory) -> int:
    """The number of the next remark that the facilitator writes for somebody without a phone; when
    all are used the last one is written over."""
    used = context.view.writers.get(FACILITATOR, {})
    free = (n for n in range(1, MOST_REMARKS + 1) if f"{told.story.key}.{SAID}{n}" not in used)
    return next(free, MOST_REMARKS)


def _state(context: LensesContext, told: ToldStory) -> str:
    """Whether a story was told, is told now, or is left."""
    if told.story == model.current(context.config, context.phase):
        return "now"
    return "told" if told.heard else "left"


def _who_is_missing(context: LensesContext, told: ToldStory) -> str:
    """A sentence where nobody who is to tell a story is here, else ""; while people listen to it
    also where something was said of it already."""
    listening = _state(context, told) == "now" and context.phase.stage not in GATHERED
    if not is_absent(context, told) or (told.heard and not listening):
        return ""
    of = house(told)
    colleagues = any(one.organisation_id == of for one in context.here.values())
    said = (
        _("Wie van {name} op bezoek ging, is niet in de zaal.")
        if colleagues
        else _("Van {name} is niemand in de zaal.")
    )
    return said.format(name=told_story.name_of(context, of))


def _remarks(context: LensesContext, told: ToldStory) -> list[Json]:
    """What was said, by lens, the newest first; it can be picked once it is gathered."""
    lenses, said = shelf.gathered(context.config, context.view.of(told.story.key))
    return [
        {
            "lens": lens.text, "more": max(0, len(of) - _MOST_SHOWN),
            "said": [
                {"slot": f"{told.story.key}.{PICK}{one.key}", "text": one.text,
                 "question": one.kind == "question", "picked": one.picked,
                 "large": one.picked and told.large == one.key}
                for one in _shown(of)
            ],
        }
        for lens, of in zip(lenses, said, strict=True)
    ]  # fmt: skip


def _shown(of: list[LensRemark]) -> list[LensRemark]:
    """The newest, and of older ones those that are answered."""
    return [*of[:_MOST_SHOWN], *(one for one in of[_MOST_SHOWN:] if one.picked)]


def _leafing(context: LensesContext, told: ToldStory) -> tuple[Move, ...]:
    """Through the pages of the story or of the shelf; also on the remote."""
    key, stage = told.story.key, context.phase.stage
    if stage not in GATHERED:
        turns = told_story.turns(told, told_story.pages(context, told))
        return turns.moves(_("Volgende bladzijde"), _("Vorige bladzijde"))
    if stage == ANSWER and told.large:
        closing = {"on": True, "open": False}
        return (Move(_("Terug naar de plank"), f"{key}.{PICK}{told.large}", closing),)
    _lenses, said = shelf.gathered(context.config, context.view.of(key))
    shelves = numbered(f"{key}.{SHELF}", range(layout.shelf(said).pages), told.shelf, "at")
    return shelves.moves(_("Volgend blad"), _("Vorig blad"))


def _telling(context: LensesContext, told: ToldStory) -> tuple[Move, ...]:
    """Who tells, where the guests can't; a host who is not here is not offered."""
    slot = f"{told.story.key}.{BY}"
    if not told.story.visitor:
        return ()
    found = []
    if told.by != "host" and told.story.host and here_of(context, told.story, "host"):
        found.append(Move(_("Laat de gastheer vertellen"), slot, {"who": "host"}))
    if told.by != "guests":
        found.append(Move(_("Laat de bezoekers vertellen"), slot, {"who": "guests"}))
    if told.by != "nobody":
        found.append(Move(_("Niemand vertelt: geef het zelf door"), slot, {"who": "nobody"}))
    return tuple(found)
