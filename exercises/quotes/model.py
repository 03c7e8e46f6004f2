"""Citaten as a pure model: a sentence of each person, and what may be done with it.

Slots, each person's own:

    "quote.text"     {text}
    "quote.consent"  {consent, text}: consent to print exactly that text; {consent: "none"} for none

Nothing may be shown or printed of a sentence without consent, and consent is for the words to which
it was given: who changes the words is asked again. The facilitator's "quote.turn" {key} or {page}
says which quote, or which page of the wall, is on the screen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from exercises.contract import Answer, Member, Phase, Role, Stage, Step
from exercises.kit.rules import keys, one_by_one
from exercises.kit.rules.choice import Choice
from exercises.quotes.config import QuotesConfig
from exercises.results import Naming
from state.language import _
from state.models import FACILITATOR

STEP = "quote"
TEXT, CONSENT, TURN = f"{STEP}.text", f"{STEP}.consent", f"{STEP}.turn"
WRITE, ONE, WALL = "write", "one", "wall"
STAGES = (
    Stage(WRITE, _("Schrijven"), _("Laat iedereen schrijven"), open=True, shown=False),
    Stage(ONE, _("Een voor een"), _("Toon ze een voor een"), open=True, shown=True, asks=True),
    Stage(WALL, _("De muur"), _("Hang ze samen"), open=True, shown=True),
)
Consent = Literal["names", "organisations", "nobody", "none"]
CONSENTS: Mapping[Consent, str] = {
    "names": _("Met mijn naam"),
    "organisations": _("Alleen met mijn organisatie"),
    "nobody": _("Zonder naam"),
    "none": _("Niet gebruiken"),
}
ALLOWS = Choice[str](CONSENTS, "consent", nothing="")


@dataclass(frozen=True)
class OwnQuote:
    """A sentence of one person. `key` does not tell whose it is. `consent` is "" as long as nothing
    was chosen, or when the words changed since."""

    key: str
    person: str
    text: str = ""
    consent: Consent | Literal[""] = ""

    @property
    def naming(self) -> Naming | None:
        """Who may be named beside it; None when it may be used nowhere."""
        if not self.text or self.consent in ("", "none"):
            return None
        return cast("Naming", self.consent)

    @property
    def chosen(self) -> bool:
        """Whether its person chose, also that it may not be used."""
        return self.consent != ""


@dataclass(frozen=True)
class QuotesView:
    """Sentences in an order that does not tell who wrote first. `chosen`: how many people chose,
    `undecided`: how many wrote a sentence and did not choose what may be done with it; `turn`: the
    key of the quote that is on the screen, `page`: the page of the wall, from 0."""

    sentences: tuple[OwnQuote, ...] = ()
    chosen: int = 0
    turn: str = ""
    page: int = 0
    undecided: int = 0

    def of(self, person: str) -> OwnQuote | None:
        """What somebody wrote."""
        return next((one for one in self.sentences if one.person == person), None)

    @property
    def current(self) -> OwnQuote | None:
        """The quote that is on the screen: that of `turn`, the next one where it was withdrawn, the
        first at the beginning; None without any."""
        may = [one for one in self.sentences if one.naming]
        return one_by_one.keyed(TURN, may, self.turn, lambda one: one.key).now


def steps(config: QuotesConfig) -> tuple[Step, ...]:
    """One step for all."""
    return (Step(STEP, config.ask),)


def key_of(person: str) -> str:
    """The key of a sentence, which does not tell whose it is."""
    return keys.key_of(STEP, person)


def fold(config: QuotesConfig, answers: Sequence[Answer]) -> QuotesView:
    """Put all answers together, whatever their order."""
    texts: dict[str, str] = {}
    consents: dict[str, tuple[Consent, str]] = {}
    turn, page = "", 0
    for one in answers:
        if one.author == FACILITATOR:
            if one.slot == TURN:
                turn, page = one.payload.get("key", ""), one.payload.get("page", 0)
        elif one.slot == TEXT:
            texts[one.author] = one.payload["text"]
        elif one.slot == CONSENT:
            consents[one.author] = (one.payload["consent"], one.payload.get("text", ""))
    found = [
        _sentence(person, texts.get(person, ""), *consents.get(person, ("", "")))
        for person in texts.keys() | consents.keys()
    ]
    ordered = tuple(sorted(found, key=lambda one: one.key))
    return QuotesView(
        ordered, sum(one.chosen for one in ordered), turn, page,
        sum(bool(one.text) and not one.chosen for one in ordered),
    )  # fmt: skip


def public(view: QuotesView, phase: Phase, role: Role, me: Member | None) -> QuotesView:
    """What a role may see: a phone the own sentence, everybody else what there is consent for, and
    the screen that only once it is shown."""
    if role == "phone":
        own = view.of(me.id) if me else None
        now = view.current.key if view.current and phase.stage == ONE else ""
        return QuotesView((own,) if own else (), view.chosen, now)
    if role == "screen" and not phase.shown:
        return QuotesView((), view.chosen)
    kept = tuple(one for one in view.sentences if one.naming)
    return replace(view, sentences=kept)


def sealed(view: QuotesView, answer: Answer) -> bool:
    """Whether nobody may read an answer: words without consent, in whatever slot they are."""
    if answer.author == FACILITATOR or answer.slot not in (TEXT, CONSENT):
        return False
    own = view.of(answer.author)
    return "text" in answer.payload and (own is None or own.naming is None)


def _sentence(person: str, text: str, consent: Consent | Literal[""], given_for: str) -> OwnQuote:
    stands = consent == "none" or (consent != "" and given_for == text)
    return OwnQuote(key_of(person), person, text, consent if stands else "")
