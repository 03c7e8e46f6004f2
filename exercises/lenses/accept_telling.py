"""Judges what tellers and the facilitator do with a story: show, leaf, answer, say who tells."""

from __future__ import annotations

from functools import partial

from exercises.contract import Accepted
from exercises.kit.rules.one_by_one import judged_number
from exercises.kit.rules.words import judged_words
from exercises.lenses import model
from exercises.lenses.accept_checks import (
    LensesEntry,
    by_of,
    check_reached,
    check_tells,
    tellers,
)
from exercises.lenses.config import Story
from exercises.lenses.model import (
    AT,
    BETWEEN,
    BY,
    CARD,
    GATHERED,
    PICK,
    SAID,
    SHELF,
    TELLERS,
    TOLD,
    remark_key,
)
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused

TEXT_LIMIT = 4000
MOST_CARDS = 30
# How the slots begin that are judged here.
TELLING = (CARD, TOLD, AT, PICK, BY, SHELF)


def told(entry: LensesEntry, story: Story, part: str) -> Accepted:
    """Judge what only who tells a story may do, and the facilitator."""
    if part == BY:
        return _by(entry, story)
    check_tells(entry, story)
    if part == TOLD:
        words = judged_words(entry.payload, TEXT_LIMIT, _("Jullie verhaal"))
        return Accepted(words.payload, also_notifies=_others(entry, story))
    if part.startswith(CARD):
        return _card(entry, story, part.removeprefix(CARD))
    check_reached(entry, story)
    if part == AT:
        return _shared(entry, story, _leafed(entry, story))
    if part == SHELF and entry.author == FACILITATOR:
        return _shared(entry, story, judged_number(entry.payload, "at").payload)
    if part.startswith(PICK):
        return _pick(entry, story, part.removeprefix(PICK))
    raise Refused(_("Dit is niet te lezen. Probeer opnieuw."))


def _leafed(entry: LensesEntry, story: Story) -> dict[str, object]:
    """The page, and the furthest that the screen showed: one that arrives once the shelf is on, or
    another story, was not shown."""
    at = judged_number(entry.payload, "at").payload["at"]
    far = entry.load().stories[story.key].far
    if far is None:
        # An earlier version may have shown more than this page.
        return {"at": at}
    on = model.current(entry.config, entry.phase)
    is_on = on == story and entry.phase.stage not in GATHERED
    return {"at": at, "far": max(far, at) if is_on else far}


def _shared(entry: LensesEntry, story: Story, payload: dict[str, object]) -> Accepted:
    """An answer that all tellers see; of the visiting organisation where a teller gives it."""
    owner = story.visitor if entry.author != FACILITATOR and story.visitor else None
    return Accepted(payload, owner, also_notifies=_others(entry, story))


def _others(entry: LensesEntry, story: Story) -> tuple[str, ...]:
    return tellers(entry, story, by_of(entry, story))


def _card(entry: LensesEntry, story: Story, ref: str) -> Accepted:
    """A note of a notebook, or one of its photos, to show; choosing an own note shares it."""
    note_id, _between, photo = ref.partition(BETWEEN)
    on = entry.payload.get("on")
    if not isinstance(on, bool) or not note_id:
        raise Refused(_("Dit is niet te lezen. Probeer opnieuw."))
    if not on:
        return _shared(entry, story, {"on": False, "n": 0})
    place = judged_number({"n": 0, **entry.payload}, "n").payload
    if entry.author == FACILITATOR:
        raise Refused(_("Alleen wie vertelt, kiest uit het schriftje."))
    note = next(
        (one for one in entry.notes() if one.id == note_id and one.visit == story.key), None
    )
    if note is None or (photo and photo not in note.photos) or not (photo or note.text):
        raise Refused(_("Deze notitie is er niet meer, of hoort niet bij dit bezoek."))
    if not note.may_be_shared:
        raise Refused(
            _("Vraag eerst aan wie dit zei of jullie het mogen gebruiken. Zet dat in je schriftje.")
        )
    cards = entry.load().stories[story.key].cards
    if len(cards) >= MOST_CARDS and not any(
        (one.note, one.photo) == (note_id, photo) for one in cards
    ):
        raise Refused(_("Meer dan {n} beelden passen niet in één verhaal.").format(n=MOST_CARDS))
    shares = (note.id,) if note.person == entry.author and not note.shared else ()
    owner = story.visitor or None
    return Accepted(
        {"on": True, **place}, owner, also_notifies=_others(entry, story), shares=shares
    )


def _pick(entry: LensesEntry, story: Story, key: str) -> Accepted:
    """A remark to answer, large on the screen where it is `open`."""
    on, large = entry.payload.get("on"), entry.payload.get("open", False)
    if not isinstance(on, bool) or not isinstance(large, bool):
        raise Refused(_("Dit is niet te lezen. Probeer opnieuw."))
    if entry.phase.stage not in GATHERED:
        raise Refused(_("De briefjes liggen er nog niet. Vertel eerst jullie verhaal."))
    if on and not _is_there(entry, story, key):
        raise Refused(_("Dit briefje is er niet meer. Kies een ander."))
    return _shared(entry, story, {"on": on, "open": on and large})


def _is_there(entry: LensesEntry, story: Story, key: str) -> bool:
    """Whether there is a remark of that key. One that was stored without its key is known by
    another to who is not told whose it is."""
    view = entry.load()
    if any(one.key == key for one in view.of(story.key)):
        return True
    here = f"{story.key}.{SAID}"
    slots = {slot for said in view.writers.values() for slot in said if slot.startswith(here)}
    found = ((entry.whose(key, partial(remark_key, slot=slot)), slot) for slot in slots)
    return any(slot in view.writers.get(person or "", {}) for person, slot in found)


def _by(entry: LensesEntry, story: Story) -> Accepted:
    who = entry.payload.get("who")
    if entry.author != FACILITATOR:
        raise Refused(_("Dat kan alleen de begeleider."))
    if who not in TELLERS or (who == "host" and not story.host):
        raise Refused(_("Kies wie dit verhaal vertelt."))
    concerned = {story.visitor, story.host} - {""}
    people = tuple(id_ for id_, one in entry.people().items() if one.organisation_id in concerned)
    return Accepted({"who": who}, also_notifies=people)
