"""What documents say of Bekendmaking van de koppels."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.announcement.model import WEB, AnnouncementContext, known
from exercises.announcement.model_why import read
from exercises.announcement.views_people import guests, name_of, told
from exercises.announcement.views_why import reasons
from exercises.contract import Party, Section, Summary, TrackVisit
from exercises.document import Block, Bullets
from exercises.kit.rules.blocks import noted, with_a_page
from exercises.kit.rules.prose import in_words, isolated, sentence
from state.language import _, ngettext

_IN_SHORT = 3


def summary(context: AnnouncementContext) -> Summary | None:
    """How many couples were announced, and the first of them. The web is in the export: on paper
    its names would be too small."""
    visits = known(context)
    if context.role != "console" or not visits:
        return None
    count = len(visits)
    announced = ngettext(
        "{n} koppel werd bekendgemaakt.", "{n} koppels werden bekendgemaakt.", count
    ).format(n=in_words(count))
    did = ngettext("maakten {n} koppel bekend", "maakten {n} koppels bekend", count).format(
        n=in_words(count)
    )
    couples = (_couple(context, one) for one in visits[:_IN_SHORT])
    return Summary((sentence(announced), *couples), did=did)


def report(context: AnnouncementContext) -> Iterator[Section]:
    """For each organisation whom it visits and who visits it, for its bundle; and what was noted
    with the whole. Who visited whom stands in the report already, from the visits themselves."""
    title = context.exercise.title
    note = context.notes.get(WEB, "")
    if context.role == "console" and note:
        yield Section(title, noted(note), only="report")
    for party in with_a_page(context):
        own = tuple(_sentences(context, party))
        if own:
            blocks: tuple[Block, ...] = (Bullets(own),)
            yield Section(_("Wie bij wie over de vloer komt"), blocks, organisation=party.id,
                          only="bundle", called=_("jullie bezoeken"))  # fmt: skip


def _sentences(context: AnnouncementContext, party: Party) -> Iterator[str]:
    for visit in known(context):
        if visit.visitor == party.id:
            yield " ".join((_went(context, visit), *_why(context, visit)))
        elif visit.host == party.id:
            yield _came(context, visit)


def _went(context: AnnouncementContext, visit: TrackVisit) -> str:
    host, who = isolated(name_of(context, visit.host)), told(guests(context, visit))
    if not who:
        return _("Jullie gaan over de vloer bij {host}.").format(host=host)
    return _("Jullie gaan over de vloer bij {host}: {who}.").format(host=host, who=who)


def _came(context: AnnouncementContext, visit: TrackVisit) -> str:
    visitor, who = isolated(name_of(context, visit.visitor)), told(guests(context, visit))
    if not who:
        return _("{visitor} komt bij jullie over de vloer.").format(visitor=visitor)
    return _("{visitor} komt bij jullie over de vloer: {who}.").format(visitor=visitor, who=who)


def _why(context: AnnouncementContext, visit: TrackVisit) -> tuple[str, ...]:
    """The reasons, told to those who go."""
    found = reasons(
        read(visit.why), name_of(context, visit.visitor), name_of(context, visit.host), to_them=True
    )
    ended = (".", "?’", "!’", "…’")
    return tuple(one.text if one.text.endswith(ended) else f"{one.text}." for one in found)


def _couple(context: AnnouncementContext, visit: TrackVisit) -> str:
    return _("{visitor} gaat over de vloer bij {host}.").format(
        visitor=isolated(name_of(context, visit.visitor)),
        host=isolated(name_of(context, visit.host)),
    )
