"""Acties as a pure model: the plan of each organisation, and what others say about it.

An action is a row of the sheet of its organisation, with a number from 1 that it keeps for good.
Its people write together; slots, with N for the number:

    sheet.whatN whomN firstN whoN signN   words          sheet.dateN reviewN   {"date": iso}
    sheet.areaN      {"choice": "1".."4"}
    sheet.sourceN    {"from": [{"kind", "party", "ref"}]}   what inspired it: `model_sources`
    sheet.helpN      {"orgs": [ids]}                        whose help was accepted
    sheet.stateN     {"said": [{"state", "text", "day"}]}   only ever grows: nothing is lost of it
    on.<organisation>:N:<kind>   {"on", "text"}             of a person of another organisation
    carried.<organisation>       the plan of the meeting before: see `model_carried`

In a later meeting an action begins as it was in the one before, with all that was said of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal, TypeVar, get_args

from exercises.actions.config import ActionsConfig
from exercises.actions.model_carried import (
    PREFIX,
    STATES,
    CarriedAction,
    CarriedPlan,
    moments_of,
)
from exercises.contract import Answer, Json, Member, Phase, Role, Stage, Step
from exercises.kit.rules import joint
from exercises.kit.sheet import model as sheets
from exercises.kit.sheet.form import STEP, SheetField, SheetForm, SheetOption, SheetPart
from exercises.kit.sheet.model import FilledSheet, SheetsView
from exercises.results import ActionState
from state.language import _

T = TypeVar("T")
SharpeningKind = Literal["question", "idea", "help", "same"]
SHARPENINGS: tuple[SharpeningKind, ...] = get_args(SharpeningKind)
MOST = 30
TEXT_LIMIT, LINE_LIMIT, SAID_LIMIT = 160, 80, 200
AREAS = (1, 2, 3, 4)
# The columns that hold words.
WORDS = ("what", "whom", "sign", "first", "who")
ON = "on."
STAGES = (
    Stage("fill", _("Schrijven"), _("Laat iedereen schrijven"), open=True, shown=False),
    Stage("plan", _("Scherpstellen"), _("Toon de plannen"), open=True, shown=True),
    Stage("line", _("Op één lijn"), _("Zet de eerste stappen op één lijn"), open=True, shown=True),
    Stage("help", _("Wie helpt wie"), _("Toon wie wie helpt"), open=True, shown=True),
    Stage("areas", _("De gebieden"), _("Toon de gebieden"), open=True, shown=True),
)


def steps(config: ActionsConfig) -> tuple[Step, ...]:
    """All plans together, one step."""
    return (Step(STEP, _("Wat gaan wij doen?")),)


@lru_cache(maxsize=128)
def form(
    config: ActionsConfig, count: int = MOST, areas: tuple[tuple[int, str], ...] = (),
    fewest: int = 1,
) -> SheetForm:  # fmt: skip
    """The sheet with room for `count` actions, of which `fewest` stand there at first; `areas`:
    number and name, where names are shown."""
    labels = dict(areas)
    options = tuple(SheetOption(str(one), labels.get(one, str(one))) for one in AREAS)
    who, first = config.ask("who"), config.ask("first")
    columns = (
        _words("what", config.ask("what").question, TEXT_LIMIT, _("De actie"), 2),
        SheetField("area", _("Bij welk aandachtsgebied hoort het?"), "choice", options=options),
        _words("whom", config.ask("whom").question, LINE_LIMIT, _("Voor wie"), 1),
        _words("sign", _("Hoe weet een gezin dat het gelukt is?"), TEXT_LIMIT, _("Het teken"), 2),
        _words("first", first.question, TEXT_LIMIT, _("De eerste stap"), 2),
        SheetField("date", _("Tegen wanneer?"), "date"),
        _words("who", who.question, LINE_LIMIT, _("Wie het doet"), 1),
        SheetField("review", config.ask("when").question, "date"),
        *(SheetField(key, key, "own") for key in ("source", "help", "state")),
    )
    rows = SheetField("actions", _("Acties"), "rows", columns=columns, fewest=fewest, most=count)
    return SheetForm((SheetPart("actions", _("Acties"), (rows,)),))


def _words(key: str, label: str, limit: int, called: str, lines: int) -> SheetField:
    return SheetField(key, label, "text", limit=limit, lines=lines, called=called)


@dataclass(frozen=True)
class Sharpening:
    """What `person` (an id) of another organisation said of an action. `text` may be "" for an
    offer to help and for 'dit doen wij ook'."""

    person: str
    organisation: str
    number: int
    kind: SharpeningKind
    text: str
    order: int = 0


@dataclass(frozen=True)
class PlannedAction(CarriedAction):
    """An action as it is now. `shortening`: a text of it is too long to be shared yet."""

    shortening: bool = False

    @property
    def state(self) -> ActionState:
        """What was said of it last: one of STATES."""
        return self.moments[-1].state if self.moments else STATES[0]


@dataclass(frozen=True)
class PlansView:
    """The actions of each organisation by number, and what others said of each, the oldest first.

    `sheets` is what was written in this meeting, `carried` what each had in the meeting before.
    `counts`: how many actions there are, also of plans that may not be read yet. `shown`: everybody
    may read all plans.
    """

    plans: Mapping[str, tuple[PlannedAction, ...]] = field(default_factory=dict)
    said: Mapping[tuple[str, int], tuple[Sharpening, ...]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    sheets: SheetsView = field(default_factory=SheetsView)
    carried: Mapping[str, CarriedPlan] = field(default_factory=dict)
    shown: bool = False

    def of(self, organisation: str) -> FilledSheet:
        """What was written in this meeting on the sheet of an organisation."""
        return self.sheets.of(organisation)

    def plan(self, organisation: str) -> tuple[PlannedAction, ...]:
        """The actions of an organisation, by number."""
        return self.plans.get(organisation, ())

    def on(self, organisation: str, number: int) -> tuple[Sharpening, ...]:
        """What others said of an action."""
        return self.said.get((organisation, number), ())


def fold(config: ActionsConfig, answers: Sequence[Answer]) -> PlansView:
    """Put all answers together, whatever their order."""
    written = [one for one in answers if not one.slot.startswith((ON, PREFIX))]
    carried = {
        one.author: CarriedPlan.from_json(one.payload)
        for one in answers if one.slot == PREFIX + one.author
    }  # fmt: skip
    filled = sheets.fold(form(config), written)
    plans = {}
    for owner in sorted({*filled.sheets, *carried}):
        if plan := planned(filled.of(owner), carried.get(owner)):
            plans[owner] = plan
    said: dict[tuple[str, int], tuple[Sharpening, ...]] = {}
    for one in sorted(filter(None, map(sharpening, answers)), key=_in_order):
        key = one.organisation, one.number
        said[key] = (*said.get(key, ()), one)
    counts = {owner: len(plan) for owner, plan in plans.items()}
    return PlansView(plans, said, counts, filled, carried)


def _in_order(one: Sharpening) -> tuple[int, str, str]:
    return one.order, one.person, one.kind


def sharpening(answer: Answer) -> Sharpening | None:
    """What an answer says of an action of others; None for another answer, or one taken back."""
    found = said_in(answer.slot)
    if found is None or answer.payload.get("on") is not True:
        return None
    organisation, number, kind = found
    text = str(answer.payload.get("text", ""))
    return Sharpening(answer.author, organisation, number, kind, text, answer.order)


def said_in(slot: str) -> tuple[str, int, SharpeningKind] | None:
    """Organisation, number and kind in a slot in which others say something; None for another."""
    if not slot.startswith(ON):
        return None
    organisation, _colon, rest = slot.removeprefix(ON).partition(":")
    number, _colon, asked = rest.partition(":")
    kind = next((one for one in SHARPENINGS if one == asked), None)
    if kind is None or not number.isascii() or not number.isdigit() or len(number) > 2:
        return None
    return organisation, int(number), kind


def slot_on(organisation: str, number: int, kind: str) -> str:
    """The slot in which somebody of another organisation says something of an action."""
    return f"{ON}{organisation}:{number}:{kind}"


def planned(sheet: FilledSheet, carried: CarriedPlan | None) -> tuple[PlannedAction, ...]:
    """The actions on a sheet, with what was carried where nothing else was written since."""
    before = {one.number: one for one in carried.actions} if carried else {}
    written = {*sheet.texts, *sheet.values, *sheet.too_long}
    numbers = {int(name.lstrip("abcdefghijklmnopqrstuvwxyz") or 0) for name in written}
    found = (_action(one, sheet, before.get(one)) for one in sorted(numbers | before.keys()))
    return tuple(one for one in found if one is not None and (one.begun or one.shortening))


def _action(number: int, sheet: FilledSheet, before: CarriedAction | None) -> PlannedAction | None:
    if not 1 <= number <= MOST:
        return None
    start = before or CarriedAction(number)

    def words(key: str) -> str:
        name = f"{key}{number}"
        kept = str(getattr(start, key))
        return kept if name in sheet.too_long else sheet.texts.get(name, kept)

    def value(key: str) -> Json:
        return dict(sheet.values.get(f"{key}{number}", {}))

    area = value("area").get("choice")
    sources = tuple(_sources(value("source"))) if f"source{number}" in sheet.values else None
    helpers = tuple(value("help").get("orgs", ())) if f"help{number}" in sheet.values else None
    return PlannedAction(
        number=number, what=words("what"), whom=words("whom"), sign=words("sign"),
        first=words("first"), who=words("who"), date=value("date").get("date", start.date),
        review=value("review").get("date", start.review),
        area=int(area) if area in {str(one) for one in AREAS} else start.area,
        sources=start.sources if sources is None else sources,
        helpers=start.helpers if helpers is None else helpers,
        moments=(*start.moments, *moments_of(value("state").get("said", []))), before=start.before,
        shortening=any(f"{key}{number}" in sheet.too_long for key in WORDS),
    )  # fmt: skip


def _sources(payload: Json) -> Iterable[tuple[str, str, str]]:
    for one in payload.get("from", ()):
        yield one["kind"], one["party"], one["ref"]


def starts(carried: CarriedPlan | None) -> dict[str, str]:
    """Name of a cell -> the words that stand there until somebody writes in this meeting."""
    return {
        f"{key}{one.number}": text
        for one in (carried.actions if carried else ())
        for key in WORDS
        if (text := str(getattr(one, key)))
    }  # fmt: skip


def public(view: PlansView, phase: Phase, role: Role, me: Member | None) -> PlansView:
    """The facilitator reads all; screen and phones what is shown. Before that a phone has its own
    plan with what others said of it, and what its person said; the screen how many actions each
    organisation has."""
    if role == "console" or phase.shown:
        return replace(view, shown=phase.shown)
    if role == "screen" or me is None:
        return PlansView(counts=view.counts)
    own = me.organisation_id
    said = {
        (of, number): tuple(one for one in found if own == of or one.person == me.id)
        for (of, number), found in view.said.items()
    }
    return PlansView(
        _only(own, view.plans), said, _only(own, view.counts),
        replace(view.sheets, sheets=_only(own, view.sheets.sheets)), _only(own, view.carried),
    )  # fmt: skip


def _only(key: str, found: Mapping[str, T]) -> dict[str, T]:
    return {key: found[key]} if key in found else {}


def sealed(view: PlansView, answer: Answer) -> bool:
    """Whether nobody else may read an answer yet: a text that is too long to be shared."""
    return joint.is_too_long(answer.payload)


def names(config: ActionsConfig, view: PlansView) -> Iterable[tuple[str, str]]:
    """The names that were typed for who pulls an action, each with its organisation."""
    for owner, plan in view.plans.items():
        for action in plan:
            for who in (action.who, *(one.who for one in action.before)):
                if who:
                    yield who, owner


def rehearse(config: ActionsConfig, phase: Phase, chance: float) -> tuple[str, Json]:
    """While people write an action, or what somebody says of the first one of another."""
    keys = ("what", "first", "who")
    return f"{STEP}.{keys[int(chance * len(keys)) % len(keys)]}1", {"text": _("Koffie aan de deur")}
