"""A story in the form that screen, phones and console share: who, and page by page what is
shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exercises.contract import Json
from exercises.kit.rules.hyphens import name_forms
from exercises.kit.rules.one_by_one import OneByOne, numbered
from exercises.kit.rules.prose import people_listed
from exercises.lenses import layout, model
from exercises.lenses.config import Story
from exercises.lenses.layout import StoryPage
from exercises.lenses.model import AT, StoryCard, ToldStory, card_slot
from exercises.lenses.model_telling import LensesContext, house, tellers
from state.language import _

_MOST_FIGURES = 4


@dataclass(frozen=True)
class ShownCard:
    """A card whose note is still shared: its words, "" where an earlier card has them, and the id
    of its photo or ""."""

    card: StoryCard
    text: str
    photo: str


def now(context: LensesContext) -> ToldStory:
    """The story that is on."""
    story = model.current(context.config, context.phase)
    return context.view.stories.get(story.key) or ToldStory(story)


def cards(context: LensesContext, told: ToldStory) -> list[ShownCard]:
    """What tellers chose to show, as far as its writers share it; the words of a note once."""
    found, said = [], set()
    for card in told.cards:
        note = context.told_notes.get(card.note)
        if note is None or (card.photo and card.photo not in note.photos):
            continue
        text = "" if card.note in said else note.text
        said.add(card.note)
        if text and note.kind == "quote":
            text = _("‘{words}’").format(words=text)
        if text or card.photo:
            found.append(ShownCard(card, text, card.photo))
    return found


def pages(context: LensesContext, told: ToldStory) -> list[StoryPage]:
    """All pages of a story after its title: what was chosen, then what tellers wrote."""
    found = [page for one in cards(context, told) for page in layout.pages(one.text, one.photo)]
    for _person, text in told.texts:
        found += layout.pages(text)
    return found


def unseen(context: LensesContext, told: ToldStory) -> frozenset[str]:
    """Who wrote a text of which nothing came on the screen; nobody where that is not known."""
    if told.far is None:
        return frozenset()
    found = set()
    at = sum(len(layout.pages(one.text, one.photo)) for one in cards(context, told))
    for person, text in told.texts:
        if at >= told.far:
            found.add(person)
        at += len(layout.pages(text))
    return frozenset(found)


def turns(told: ToldStory, found: Sequence[StoryPage]) -> OneByOne[StoryPage | None]:
    """The pages of a story as they come on the screen, after the title, which is None."""
    return numbered(f"{told.story.key}.{AT}", (None, *found), told.page, "at")


def ends(context: LensesContext, story: Story) -> Json:
    """Who went to whom; "" as `title` for a visit."""
    return {
        "title": story.title,
        "visitor": _party(context, story.visitor), "host": _party(context, story.host),
    }  # fmt: skip


def in_words(context: LensesContext, story: Story) -> str:
    """A story in a sentence: 'Kattenstaart bij De Regenton', or its title."""
    if story.host:
        return _("{visitor} bij {host}").format(
            visitor=name_of(context, story.visitor), host=name_of(context, story.host)
        )
    return story.title


def name_of(context: LensesContext, organisation: str) -> str:
    """The name of an organisation, also of one that left."""
    party = context.party_by_id.get(organisation)
    return party.name if party else _("een organisatie die vertrok")


def tile_of(context: LensesContext, organisation: str) -> int | None:
    """The tile of an organisation; None for a stranger."""
    party = context.party_by_id.get(organisation)
    return party.tile if party else None


def who_tells(context: LensesContext, told: ToldStory) -> Json:
    """Who stands in front: names and figures of who is here. `absent`: nobody of those who are to
    tell is."""
    people, of = tellers(context, told), house(told)
    return {
        "by": told.by if of else "nobody", "names": people_listed(people), "count": len(people),
        "tile": tile_of(context, of) if people else None,
        "poses": [one.pose for one in people[:_MOST_FIGURES]],
        "absent": bool(of) and not people,
    }  # fmt: skip


def card_json(one: ShownCard, story: Story) -> Json:
    """A card on the phone of a teller."""
    return {
        "slot": card_slot(story.key, one.card.note, one.card.photo), "note": one.card.note,
        "photo": one.photo, "text": one.text, "place": one.card.place,
    }  # fmt: skip


def _party(context: LensesContext, organisation: str) -> Json | None:
    party = context.party_by_id.get(organisation)
    if not organisation:
        return None
    forms = name_forms(name_of(context, organisation), party.short if party else "")
    return {**forms, "tile": party.tile if party else None}
