"""Which slips lie on the screen: by question, by host or mixed, and page by page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from exercises.contract import Context, Party
from exercises.recall import layout
from exercises.recall.config import RecallConfig
from exercises.recall.content import FEELINGS
from exercises.recall.layout import LaidSlip, SlipText
from exercises.recall.model import LIGHT, Memory, RecallView, current, place, visibility
from state.language import _

# The switch of the console, at a question and in the light.
BY, BY_IN_LIGHT = "by", "light_by"
QUESTION, HOST, MIXED = "question", "host", "mixed"


@dataclass(frozen=True)
class SlipGroup:
    """Slips that lie together, below their title; of one host where `by_host`, None for a place
    outside the track."""

    title: str
    slips: tuple[Memory, ...]
    host: Party | None = None
    by_host: bool = False


@dataclass(frozen=True)
class SlipSheet:
    """What the screen shows: page `number`, from 0, of `total`. `elsewhere`: the slips are about
    places outside the track; `written`: how many slips there are at this step."""

    title: str
    laid: tuple[LaidSlip, ...]
    number: int
    total: int
    written: int
    host: Party | None = None
    elsewhere: bool = False


RecallContext = Context[RecallConfig, RecallView]


def way(context: RecallContext) -> str:
    """How the slips lie now: QUESTION, HOST or MIXED."""
    lit = place(context.config, context.phase) == LIGHT
    usual = MIXED if lit else QUESTION
    chosen = context.phase.option(BY_IN_LIGHT if lit else BY, usual)
    return next((one for one in (QUESTION, HOST, MIXED) if one == chosen), usual)


def gathered(context: RecallContext) -> list[SlipGroup]:
    """The slips of this step in the groups in which they lie, at least one group."""
    config, view, how = context.config, context.view, way(context)
    question = current(config, context.phase)
    title = question.text if question else _("Wat een warm welkom was")
    reached = config.questions[: context.phase.step] if question else config.questions
    if question and how != MIXED:
        slips = view.of(question.key)
    else:
        slips = tuple(one for item in reached for one in view.of(item.key))
    if question is None:
        slips = tuple(one for one in slips if one.warm)
        if how == QUESTION:
            found = [
                SlipGroup(item.text, tuple(one for one in slips if one.question == item.key))
                for item in config.questions
            ]
            return [one for one in found if one.slips] or [SlipGroup(title, ())]
    if how == HOST:
        return _by_host(context, title, slips) or [SlipGroup(title, ())]
    return [SlipGroup(title, slips)]


def sheet(context: RecallContext) -> SlipSheet:
    """The page that is on the screen now."""
    here = place(context.config, context.phase)
    groups = gathered(context)
    laid = [(group, page) for group in groups for page in laid_out(context, group)]
    number = min(context.view.pages.get(here, 0), len(laid) - 1)
    group, page = laid[number]
    counts = context.view.counts
    written = counts.get(here, 0) if here != LIGHT else sum(counts.values())
    return SlipSheet(
        group.title, page, number, len(laid), written, group.host,
        group.by_host and group.host is None,
    )  # fmt: skip


def laid_out(context: RecallContext, group: SlipGroup) -> tuple[tuple[LaidSlip, ...], ...]:
    """A group of slips on the floor, page by page."""
    lit = place(context.config, context.phase) == LIGHT
    return layout.pages(written(context, group.slips), lit=lit)


def written(context: RecallContext, slips: Iterable[Memory]) -> list[SlipText]:
    """What stands on slips, with as much of a name as is shown."""
    shown_as = visibility(context.config, context.phase)
    found = []
    for one in slips:
        member = None if shown_as == "nobody" else context.members.get(one.person)
        who = ""
        if member is not None:
            named = shown_as == "names" and not member.nameless
            who = member.name if named else member.organisation_short or member.organisation
        found.append(SlipText(one.key, one.text, FEELINGS.get(one.feeling, ""), who, one.warm))
    return found


@cache
def _keys() -> dict[str, str]:
    return {word: key for key, word in FEELINGS.items()}


def feeling_key(one: SlipText) -> str:
    """The key of the feeling on a slip, "" for none."""
    return _keys().get(one.feeling, "")


def _by_host(context: RecallContext, title: str, slips: Sequence[Memory]) -> list[SlipGroup]:
    """By host, in the order of the track; last the places outside it."""
    parties = tuple(context.party_by_id.values())
    known = {one.id for one in parties}
    found = [
        SlipGroup(title, tuple(one for one in slips if one.host == party.id), party, True)
        for party in parties
    ]
    rest = tuple(one for one in slips if one.host not in known)
    return [one for one in (*found, SlipGroup(title, rest, None, True)) if one.slips]
