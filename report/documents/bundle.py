"""The bundle of an organisation: its sheets, what was said in its name, and what it was given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from exercises.contract import Member
from exercises.document import Block, Cover, Document, Heading, Paragraph
from exercises.kit.rules.days import month_of_year, occasion
from exercises.kit.rules.prose import listed, sentence
from report.documents import wording
from report.documents.reading import PlacedSection, WholeTrack, told_of
from state.language import _
from state.models import Organisation
from state.problems import Refused

_FLOOR_ROWS, _FLOOR_WIDE = 3, 6
_MOST_ON_COVER, _FIRST_ON_COVER = 7, 5


def bundle(whole: WholeTrack, organisation_id: str, me: Member | None = None) -> Document:
    """The bundle of an organisation as the facilitator may read it or, with `me`, as one of its own
    people may. Refused when the organisation is gone, or `me` is of another one."""
    found = next((one for one in whole.organisations if one.id == organisation_id), None)
    if found is None or (me is not None and me.organisation_id != organisation_id):
        raise Refused(_("Deze organisatie doet niet meer mee."))
    placed = whole.sections if me is None else whole.sections_of_member(me)
    own = told_of(placed, organisation_id, "bundle")
    return Document(
        title=_("{name}: om mee te nemen").format(name=found.name),
        blocks=(_cover(whole, found, own), *_opening(whole, found), *_sections(own)),
        head=whole.track.name,
        tiles=(found.tile,),
    )  # fmt: skip


def _cover(whole: WholeTrack, own: Organisation, told: Sequence[PlacedSection]) -> Cover:
    called = (one.section.called or one.section.title.lower() for one in told)
    holds = list(dict.fromkeys(called))
    named = [one.name for one in whole.people.get(own.id, ()) if one.erased_at is None]
    dates = [one.room.meeting.date for one in whole.begun if one.room.meeting.date]
    return Cover(
        title=own.name,
        subtitle=sentence(f"{_in_short(holds)}.") if holds else "",
        date=month_of_year(max(dates, default="")),
        floor=_floor(own.tile),
        kicker=_("Om mee te nemen"),
        dedication=(
            _("Voor {names} en het hele team.").format(names=listed(named)) if named else ""
        ),
    )  # fmt: skip


def _in_short(holds: Sequence[str]) -> str:
    """What is in it; of much only the first things, so that the cover can be read."""
    most = holds if len(holds) <= _MOST_ON_COVER else (*holds[:_FIRST_ON_COVER], _("veel meer"))
    return listed(most)


def _floor(tile: int) -> tuple[tuple[int, ...], ...]:
    """The own tile on every other place."""
    return tuple(
        tuple(tile if (row + at) % 2 == 0 else 0 for at in range(_FLOOR_WIDE))
        for row in range(_FLOOR_ROWS)
    )


def _opening(whole: WholeTrack, own: Organisation) -> Iterator[Block]:
    yield Heading(own.name, 1, tile=own.tile)
    if line := wording.line_of(own):
        yield Paragraph(line, style="lead")
    people = whole.people.get(own.id, ())
    yield from (Paragraph(_with_function(one.function), strong=one.name) for one in people
                if one.erased_at is None)  # fmt: skip


def _with_function(function: str) -> str:
    return f", {function}" if function else ""


def _sections(told: Sequence[PlacedSection]) -> Iterator[Block]:
    if not told:
        yield Paragraph(_("Er is nog niets om mee te nemen. Dat komt er na een bijeenkomst."))
    for (_activity, title), group in groupby(told, _key):
        placed = list(group)
        first = placed[0]
        about = occasion(first.meeting.title, first.meeting.date)
        yield Heading(title, 2, kind=first.activity.kind, kicker=about)
        for one in placed:
            yield from one.section.blocks


def _key(one: PlacedSection) -> tuple[str, str]:
    return one.activity.id, one.section.title
