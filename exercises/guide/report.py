"""What documents say of the gespreksleidraad: for each visit what was agreed, and its programme."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Section, Summary, TrackVisit
from exercises.document import Block, Dated, Heading, Paragraph, Remark, Together
from exercises.guide import content, model, views
from exercises.guide.export import name_of
from exercises.guide.model import GuideContext
from exercises.kit.rules.blocks import noted
from exercises.kit.rules.days import weekday_text
from exercises.kit.rules.prose import in_words, sentence
from exercises.kit.sheet import words
from exercises.kit.sheet.form import STEP
from exercises.kit.visits import telling
from exercises.kit.visits.programme import by_day
from state.language import _, ngettext


def summary(context: GuideContext) -> Summary | None:
    """How many couples made a programme, of how many days together."""
    made = [one for one in _told(context) if context.view.parts.get(one.id)]
    if not made or context.role != "console":
        return None
    days = sum(len(one.days) for one in made)
    said = [sentence(ngettext(
        "{n} koppel maakte een programma.", "{n} koppels maakten een programma.", len(made)
    ).format(n=in_words(len(made))))]  # fmt: skip
    if days:
        said.append(sentence(ngettext(
            "samen is dat {n} bezoekdag.", "samen zijn dat {n} bezoekdagen.", days
        ).format(n=in_words(days))))  # fmt: skip
    return Summary(tuple(said), did=_("maakten een programma voor de bezoeken"))


def report(context: GuideContext) -> Iterator[Section]:
    """For the bundles of both organisations the guide and the programme of each visit; for the
    report what was noted."""
    for visit in _told(context):
        guide = tuple(_guide(context, visit))
        programme = tuple(_programme(context, visit))
        heading = Heading(name_of(context, visit), 3)
        me = context.me
        for party in (me.organisation_id,) if me else (visit.visitor, visit.host):
            if guide:
                yield Section(_("Gespreksleidraad"), (heading, *guide), organisation=party,
                              only="bundle", called=_("jullie leidraad"))  # fmt: skip
            if programme:
                yield Section(_("Programma"), (heading, *programme), organisation=party,
                              only="bundle", called=_("het programma"))  # fmt: skip
    note = noted(context.notes.get(STEP, ""))
    if note:
        yield Section(context.exercise.title, note, only="report")


def _told(context: GuideContext) -> list[TrackVisit]:
    """The visits that may stand in a document: those that stand, on a phone only the own."""
    found = {"phone": context.my_visits, "console": context.visits}.get(context.role, ())
    known = context.party_by_id.keys()
    return [one for one in found if one.stands and {one.visitor, one.host} <= known]


def _guide(context: GuideContext, visit: TrackVisit) -> Iterator[Block]:
    sheet = context.view.sheets.of(visit.id)
    people = context.member_by_alias
    for asked in model.form(context.config).asked:
        lines = words.lines(asked, sheet)
        if asked.field.each == "person" and lines:
            said = [(people.get(line.whose), line.text) for line in lines]
            remarks = tuple(
                Remark(
                    text,
                    one.name if one and not one.nameless else "",
                    (one.tile or None) if one else None,
                )
                for one, text in said
            )
            yield Together((Heading(asked.field.help, 3), *remarks))
        elif lines:
            yield Paragraph("\n".join(line.text for line in lines), strong=asked.field.help)
    if sheet.begun:
        for key, _title, question in content.ROW:
            if text := getattr(visit, key):
                yield Paragraph(text, strong=question)


def _programme(context: GuideContext, visit: TrackVisit) -> Iterator[Block]:
    going = views.guests(context, visit)
    for day in by_day(visit, context.view.programme(visit.id)):
        if day.parts:
            name = sentence(weekday_text(day.date)) if day.date else _("Nog zonder dag")
            entries = tuple(
                (one.hours, f"{one.text}, {telling.who_and_how(one, going)}") for one in day.parts
            )
            yield Together((Heading(name, 3), Dated(entries)))
