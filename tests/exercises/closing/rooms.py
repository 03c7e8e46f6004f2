"""A track with results of every kind, for the tests of the chapters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from exercises.closing import EXERCISE
from exercises.closing.model import ClosingContext
from exercises.contract import Answer, Party, Phase, Role
from exercises.results import (
    Action,
    GiftSequel,
    LinePosition,
    MapPosition,
    Origin,
    Quote,
    Result,
    SharedMoment,
    TrackResults,
    Visit,
)
from tests.exercises.contexts import context_of

NAMES = ("De Regenton", "Het Achterom", "Knikkerzak", "Kattenstaart", "Tjoek", "Wijkhuis De Brug")
PARTIES = tuple(
    Party(f"o{at}", name, "opvang", at + 1, short=name.split()[-1]) for at, name in enumerate(NAMES)
)
SEPTEMBER = Origin("s1", "m1", "Kick-off", "2026-09-15", "a1", "De lijn")
JUNE = Origin("s1", "m2", "Slotmoment", "2027-06-10", "a2", "De lijn")
LONG = (
    "Bij ons voelt iedereen zich welkom, ook wie de taal nog niet spreekt, wie met drie kinderen en"
    " een buggy komt, wie op het laatste moment belt en wie eigenlijk liever niet gezien wordt."
)

WHYS = ("Vlak bij de school.", "", "Ouders komen hier elke dag langs, en niemand vroeg hen iets.")


def positions(
    people: int, about: str = "Bij ons voelt iedereen zich welkom.", meetings: int = 2
) -> list[LinePosition]:
    """Where so many people stood in the first and the last meeting, most of them elsewhere."""
    found = []
    for meeting in range(meetings):
        origin = Origin("s1", f"m{meeting}", "", f"2026-{9 + meeting:02d}-15", f"a{meeting}", "")
        last = meeting == meetings - 1
        for n in range(people):
            then = (n * 7 % people + 0.5) / people
            now = min(1.0, then + (0.22 if n % 4 else -0.18)) if last and n != 1 else then
            before = then if meetings == 1 else None
            found.append(LinePosition(
                about=about, at=max(0.0, now), before=before, left="niet akkoord", right="akkoord",
                naming="nobody", pseudonym=f"{about}{n}", origin=origin,
            ))  # fmt: skip
    return found


def quote(text: str, naming: str = "names") -> Quote:
    """A quote as others are told it."""
    name = "Nadia" if naming == "names" else ""
    organisation = "" if naming == "nobody" else "o2"
    return Quote(
        text=text, name=name, organisation=organisation, naming=naming,  # type: ignore[arg-type]
        origin=JUNE,
    )  # fmt: skip


QUOTE = quote("Wij dachten dat onze deur openstond. Tot we zelf ergens aanbelden.")


def everything() -> list[Result]:
    """Something for every chapter."""
    ring = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0), (0, 2)]
    places = [(300, 400), (520, 700), (800, 300), (1200, 600), (900, 800), (1350, 300)]
    found: list[Result] = [
        Visit(organisation=f"o{a}", host=f"o{b}", guests=2, days=("2027-03-09",), took_place=True)
        for a, b in ring
    ]
    found += positions(12)
    for origin, off in ((SEPTEMBER, 0), (JUNE, 140)):
        found += [
            MapPosition(
                organisation=f"o{at}",
                x=x - off * (at % 2),
                y=y - off / 2,
                origin=origin,
                why=WHYS[at % len(WHYS)],
            )
            for at, (x, y) in enumerate(places)
        ]
    found += [
        SharedMoment(half="top", text="Een moeder die zelf haar thee zet", by=4,
                     shared=("vertrouwen", "tijd"), naming="organisations"),
        SharedMoment(half="flop", text="Het formulier lag er voor de groet", by=3,
                     shared=("papier",), naming="organisations"),
        SharedMoment(half="top", text="De poort die open bleef", by=1, naming="organisations"),
        GiftSequel(organisation="o0", giver="o1", text="Nu staat er elke maandag koffie klaar.",
                   heading="Deze tip geef ik cadeau", gift="Zet de koffie voor de papieren."),
        GiftSequel(organisation="o2", giver="", text="We belden de school op.", gift="Een brug"),
        QUOTE, quote("Ik klop nu eerst.", "organisations"), quote("Het mag traag.", "nobody"),
        Action(organisation="o0", text="Elke maandag koffie voor de papieren", area=1,
               state="done", number=1),
        Action(organisation="o1", text="Ouders kiezen mee het uur", area=2, state="busy", number=1),
        Action(organisation="o3", text="Een bord in vier talen", area=4, number=1),
        Action(organisation="o4", text="Samen met de school een brug zoeken", area=3, number=1),
    ]  # fmt: skip
    return found


def room(
    role: Role, chapter: str, results: Iterable[Result] = (), answers: Sequence[Answer] = (),
    **more: Any,
) -> ClosingContext:  # fmt: skip
    """The context of a role at a chapter of the usual closing, with these results of the track."""
    steps = [one.key for one in EXERCISE.steps(EXERCISE.sample)]
    phase = EXERCISE.with_switches(Phase(step=steps.index(chapter), stage="chapter"))
    known = tuple(results)
    return context_of(
        EXERCISE, more.pop("phase", EXERCISE.enter(EXERCISE.sample, phase)), role, answers,
        parties=PARTIES, track=TrackResults(lambda: known), **more,
    )  # fmt: skip
