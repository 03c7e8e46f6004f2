"""A room with gifts of a track, for tests of the sequels: who received what, and what was in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from exercises.contract import Answer, Entry, Json, Member, Party, Phase, Role
from exercises.gift_sequels import EXERCISE
from exercises.gift_sequels.accept import SequelsEntry
from exercises.gift_sequels.model import TELL, slot
from exercises.gift_sequels.views_gifts import SequelsContext
from exercises.results import Action, GiftNote, GiftSequel, Origin, Result, TrackResults
from exercises.results import UnwrappedGift as Unwrapped
from exercises.results import WrappedGift as Wrapped
from state.models import FACILITATOR
from tests.exercises.contexts import context_of
from tests.exercises.gift_sequels.sample import said, told

PARTIES = (
    Party("o0", "De Regenton", "Inloophuis", 1), Party("o1", "De Vensterbank", "Ouderpunt", 2),
    Party("o2", "Kattenstaart", "Kinderopvang", 3), Party("o3", "Vertrokken", "", 4, gone=True),
)  # fmt: skip
PEOPLE = {
    "samir": Member("samir", "Samir", "o0", "De Regenton", 1, "staat"),
    "greet": Member("greet", "Greet", "o0", "De Regenton", 1, "staat"),
    "marleen": Member("marleen", "Marleen", "o1", "De Vensterbank", 2, "staat"),
    "lien": Member("lien", "Lien", "o2", "Kattenstaart", 3, "staat"),
}
FILL, TELLING = Phase(0, "fill", True, False), Phase(0, "tell", True, True)
GIFT, OTHER = "e:v1", "e:v2"
_THEN = Origin(activity="e")
LIKED = GiftNote(
    organisation="o0", giver="o1", heading="Dit waardeer ik in jullie praktijk",
    text="Jullie keukentafel <b>مرحبا</b> 🪑", gift="v1", note="a" * 16, readers="facilitator",
    origin=_THEN,
)  # fmt: skip
TIP = GiftNote(
    organisation="o0", giver="o1", heading="Deze tip geef ik cadeau", text="GEHEIME TIP",
    gift="v1", note="b" * 16, readers="facilitator", origin=_THEN,
)  # fmt: skip
RECEIVED = (
    Unwrapped(organisation="o0", giver="o1", gift="v1", paper="dots", ribbon="red", origin=_THEN),
    Unwrapped(organisation="o0", giver="", gift="v2", origin=_THEN),
)
WAITS = Wrapped(organisation="o2", giver="o0", gift="v3", paper="dots", origin=_THEN)
PLANNED = Action(organisation="o0", text="Een bank op de stoep", number=1)
SENTENCE = "De bank staat er. <b>Echt</b>."


def written(text: str = SENTENCE, gift: str = GIFT, **more: Any) -> Answer:
    """What De Regenton said of a gift."""
    return Answer("o0", slot(gift, "text"), said(text, "o1", by="samir", **more), by="samir")


def chosen(note: GiftNote = LIKED) -> Answer:
    """Which note De Regenton lets the group see."""
    return Answer("o0", slot(GIFT, "note"), {"note": note.note, "words": note.words_key})


def turn(of: str = "o0", *gifts: str, order: int = 1) -> Answer:
    """The turn of an organisation, with the last of these gifts on the screen."""
    return Answer(FACILITATOR, f"{TELL}{of}", told((*gifts, "")[0 if not gifts else -2], "",
                                                   *gifts), order=order)  # fmt: skip


def room(
    role: Role, answers: Iterable[Answer] = (), results: Iterable[Result] = RECEIVED, *,
    phase: Phase = TELLING, me: str | None = None, **more: Any,
) -> SequelsContext:  # fmt: skip
    """A context with the results of the track that this role may read."""
    found = tuple(results)
    return context_of(
        EXERCISE, phase, role, answers, people=PEOPLE, parties=PARTIES, me=me,
        track=TrackResults(lambda: found), **more,
    )  # fmt: skip


def sequel(text: str = SENTENCE, **more: Any) -> GiftSequel:
    """A sequel as results have it in this exercise."""
    gift = more.pop("gift_key", GIFT)
    return GiftSequel(
        organisation="o0", giver="o1", text=text, gift_key=gift, origin=Origin(activity="activity"),
        **more,
    )  # fmt: skip


def entry(
    where: str, payload: Json, author: str = "samir", *, phase: Phase = FILL,
    stored: Json | None = None,
) -> SequelsEntry:  # fmt: skip
    """An answer that comes in; `stored` stands in its slot."""
    return Entry(
        EXERCISE.sample, phase, author, where, payload,
        load=lambda: EXERCISE.fold(EXERCISE.sample, []), people=lambda: PEOPLE,
        parties=lambda: {one.id: one for one in PARTIES}, stored=lambda _owner, _slot: stored,
    )  # fmt: skip
