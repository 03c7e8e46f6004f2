"""A story in the form that screen, phones and console share: who, and page by page what is
shown."""

from __future__ import annotations

from dataclasses import dataclass

from exercises.contract import Context, Json, Member
from exercises.kit.rules.hyphens import name_forms
from exercises.kit.rules.prose import people_listed
from exercises.lenses import layout, model
from exercises.lenses.config import LensesConfig, Story
from exercises.lenses.layout import StoryPage
from exercises.lenses.model import LensesView, StoryCard, ToldStory, card_slot
from state.language import _

LensesContext = Context[LensesConfig, LensesView]
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


def page_at(told: ToldStory, found: list[StoryPage]) -> int:
    """The page that is on the screen, 0 for the title."""
    return max(0, min(told.page, len(found)))


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


def tellers(context: LensesContext, told: ToldStory) -> tuple[Member, ...]:
    """The people in the room who tell a story."""
    return tuple(one for one in context.members.values() if told.is_told_by(one))


def who_tells(context: LensesContext, told: ToldStory) -> Json:
    """Who stands in front: names as far as they are known, and figures."""
    people, story = tellers(context, told), told.story
    house = story.host if told.by == "host" else story.visitor
    named = people_listed(people)
    if not named and house and told.by != "nobody":
        named = name_of(context, house)
    return {
        "by": told.by, "names": named, "count": len(people) or 1 if named else 0,
        "tile": tile_of(context, house) if named else None,
        "poses": [one.pose for one in people[:_MOST_FIGURES]] or (["staat"] if named else []),
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
