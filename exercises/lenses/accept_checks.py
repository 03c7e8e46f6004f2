"""What all that comes in on a story is checked for: that there is such a story, and who tells."""

from __future__ import annotations

from exercises.contract import Entry
from exercises.lenses import model
from exercises.lenses.config import LensesConfig, Story
from exercises.lenses.model import BY, TELLERS, LensesView, Teller
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused

LensesEntry = Entry[LensesConfig, LensesView]


def story_of(entry: LensesEntry, key: str) -> Story:
    """The story of a slot; Refused for one that is not told (any more)."""
    found = next((one for one in entry.config.stories if one.key == key), None)
    if found is None:
        raise Refused(_("Dit verhaal wordt niet meer verteld. Je hoeft niets meer te doen."))
    return found


def check_reached(entry: LensesEntry, story: Story) -> None:
    """Refused for a story that is still to come, and for the present one while it is locked. What
    somebody was still writing about an earlier one is taken."""
    keys = [one.key for one in entry.config.stories]
    now = keys.index(model.current(entry.config, entry.phase).key)
    if keys.index(story.key) > now:
        raise Refused(_("Dit verhaal komt nog. Wacht op de begeleider."))
    if keys.index(story.key) == now and not entry.phase.open:
        raise Refused(_("De begeleider sloot dit verhaal af. Zeg het straks zelf."))


def by_of(entry: LensesEntry, story: Story) -> Teller:
    """Who tells a story, as the facilitator said."""
    found = (entry.stored(FACILITATOR, f"{story.key}.{BY}") or {}).get("who", "guests")
    return next((one for one in TELLERS if one == found), "guests")


def tellers(entry: LensesEntry, story: Story, by: Teller) -> tuple[str, ...]:
    """The ids of the people in the room who tell a story."""
    return tuple(id_ for id_, one in entry.people().items() if model.tells(story, by, one))


def check_tells(entry: LensesEntry, story: Story) -> None:
    """Refused for who does not tell this story; the facilitator may always."""
    if entry.author == FACILITATOR:
        return
    if not model.tells(story, by_of(entry, story), entry.member):
        raise Refused(_("Alleen wie dit verhaal vertelt, kan dat."))
