"""Who tells a story, and whether anybody of them is in the room."""

from __future__ import annotations

from exercises.contract import Context, Member
from exercises.lenses.config import LensesConfig, Story
from exercises.lenses.model import LensesView, Teller, ToldStory, tells

LensesContext = Context[LensesConfig, LensesView]


def tellers(context: LensesContext, told: ToldStory) -> tuple[Member, ...]:
    """The people who tell a story and are here."""
    return here_of(context, told.story, told.by)


def here_of(context: LensesContext, story: Story, by: Teller) -> tuple[Member, ...]:
    """The people here who would tell a story, were it told by its guests or its host."""
    return tuple(one for one in context.here.values() if tells(story, by, one))


def house(told: ToldStory) -> str:
    """The id of the organisation that tells a story, "" where the facilitator does."""
    if told.by == "host":
        return told.story.host
    return told.story.visitor if told.by == "guests" else ""


def is_absent(context: LensesContext, told: ToldStory) -> bool:
    """Whether an organisation is to tell a story, and nobody here can for it."""
    return bool(house(told)) and not tellers(context, told)
