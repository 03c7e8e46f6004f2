"""A page for each organisation: what it does, what it shared, what it was given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from exercises.document import (
    Beside,
    Block,
    Heading,
    PageBreak,
    Paragraph,
    Remark,
    Rule,
    SectionPlace,
    Together,
)
from exercises.kit.rules.blocks import beside
from exercises.kit.rules.prose import isolated, listed
from exercises.kit.visits.telling import when_of
from exercises.results import Action, Visit, latest_actions
from report.documents import wording
from report.documents.heights import lines_of
from report.documents.reading import PlacedSection, WholeTrack, told_of
from state.language import _
from state.models import Organisation

PREFIX = "organisation-"


def is_in(whole: WholeTrack, organisation_id: str) -> bool:
    """Whether the facilitator left an organisation in the report."""
    part = whole.parts.get(f"{PREFIX}{organisation_id}")
    return part is None or bool(part.included)


def organisations(whole: WholeTrack) -> tuple[Block, ...]:
    """The pages of the organisations that are in the report, in the order of the track."""
    wanted = [one for one in whole.organisations if is_in(whole, one.id)]
    blocks: list[Block] = []
    for own in wanted:
        if blocks:
            blocks.append(PageBreak())
        blocks += _page(whole, own)
    return tuple(blocks)


def _page(whole: WholeTrack, own: Organisation) -> Iterator[Block]:
    told = told_of(whole.sections, own.id, "report")
    yield Heading(own.name, 1, tile=own.tile)
    yield from _opening(whole, own, told)
    side = (*_placed(told, "side"), *_visits(whole, own))
    main = tuple(_placed(told, "main"))
    at = _beside_it(side, main)
    yield from beside(side, main[:at], (2, 4))
    yield from main[at:]
    yield from _actions(whole, own)


def _beside_it(side: Sequence[Block], main: Sequence[Block]) -> int:
    """How many blocks stand beside the narrow column: what comes below its end takes the width of
    the page, from a heading on."""
    left, high = lines_of(side, 2), 0.0
    for at, block in enumerate(main):
        if side and high >= left and isinstance(block, Heading | Together):
            return at
        high += lines_of((block,), 4)
    return len(main)


def _opening(
    whole: WholeTrack, own: Organisation, told: Sequence[PlacedSection]
) -> Iterator[Block]:  # fmt: skip
    """What stands beside the tile: what it does, who came, and what the facilitator wrote."""
    opening = tuple(_placed(told, "opening"))
    line = wording.line_of(own)
    yield from opening
    if line:
        yield Paragraph(line, style="body" if opening else "lead")
    named = [one for one in whole.people.get(own.id, ()) if one.erased_at is None]
    if named:
        names = [f"{one.name}, {one.function}" if one.function else one.name for one in named]
        yield Paragraph(listed(names))
    part = whole.parts.get(f"{PREFIX}{own.id}")
    if part is not None and part.text:
        yield from (Paragraph(text) for text in part.text.split("\n\n"))


def _placed(told: Sequence[PlacedSection], place: SectionPlace) -> Iterator[Block]:
    """The sections that belong in one place; those that are not for this page alone have the title
    of their exercise above them."""
    shown: set[str] = set()
    for one in told:
        if one.section.place != place:
            continue
        if not one.section.only and one.activity.id not in shown:
            shown.add(one.activity.id)
            yield Heading(one.section.title, 2, kind=one.activity.kind)
        yield from one.section.blocks


def _visits(whole: WholeTrack, own: Organisation) -> Iterator[Block]:
    known = {one.id: one for one in whole.organisations}
    went = dict.fromkeys(one.host for one in whole.visits if one.organisation == own.id)
    came = dict.fromkeys(one.organisation for one in whole.visits if one.host == own.id)
    for title, others in ((_("Op bezoek bij"), went), (_("Over de vloer kwam"), came)):
        if others:
            yield Heading(title, 2)
            yield from (Remark(known[one].name, tile=known[one].tile) for one in others)
    ahead = [one for one in whole.planned_visits if own.id in (one.organisation, one.host)]
    for title, those in wording.ahead(ahead):
        yield Heading(title, 2)
        yield from (_ahead(one, own, known) for one in those)


def _ahead(one: Visit, own: Organisation, known: Mapping[str, Organisation]) -> Remark:
    goes = one.organisation == own.id
    other = known[one.host if goes else one.organisation]
    text = _("Naar {name}") if goes else _("{name} komt")
    return Remark(text.format(name=isolated(other.name)), when_of(one.days), other.tile)


def _actions(whole: WholeTrack, own: Organisation) -> Iterator[Block]:
    found = [
        one for one in latest_actions(whole.results.of(Action))
        if one.organisation == own.id and one.state != "dropped"
    ]  # fmt: skip
    if found:
        plans = tuple(_plan(one) for one in found)
        yield Together((Rule(), Beside(((Heading(_("Wat ze doen"), 2),), plans), (2, 4))))


def _plan(one: Action) -> Paragraph:
    """An action, then its first step; once it is done how it went."""
    first = _("Eerst: {step}").format(step=one.first_step) if one.first_step else ""
    then = wording.state_of_action(one) if one.state == "done" else first
    ended = one.text.endswith((".", "!", "?", "…"))
    return Paragraph(then, strong=one.text if ended or not then else f"{one.text}.")
