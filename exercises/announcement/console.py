"""What the facilitator is given of Bekendmaking van de koppels."""

from __future__ import annotations

from exercises.announcement.briefing import QUESTIONS
from exercises.announcement.model import AnnouncementContext, current, known
from exercises.announcement.model_why import read
from exercises.announcement.views import WHY
from exercises.announcement.views_people import name_of
from exercises.contract import Control, Panel
from exercises.kit.rules.counts import of_all
from state.language import _, ngettext


def panel(context: AnnouncementContext) -> Panel:
    """How many couples the room knows, which one is behind this door, and whether reasons are
    told."""
    visits = context.config.visits
    return Panel(
        count=len(known(context)),
        total=len(visits),
        summary=_summary(context),
        controls=_controls(context),
        questions=QUESTIONS,
    )


def lacks(context: AnnouncementContext) -> str:
    """That there is nothing to announce, as long as no visit stands."""
    if context.config.visits:
        return ""
    return _(
        "Er is nog geen bezoek afgesproken. Maak eerst koppels op de pagina Bezoeken van het"
        " traject."
    )


def _summary(context: AnnouncementContext) -> str:
    told = of_all(
        len(known(context)), len(context.config.visits), alone=_("koppel is bekend"),
        one=_("koppels is bekend"), more=_("koppels zijn bekend"),
    )  # fmt: skip
    visit = current(context)
    if visit is not None:
        couple = _("{visitor} bij {host}").format(
            visitor=name_of(context, visit.visitor), host=name_of(context, visit.host)
        )
        return f"{told}. {_('Achter deze deur: {couple}').format(couple=couple)}"
    left = len(context.config.visits) - len(known(context))
    if not left:
        return told
    later = ngettext(
        "{n} koppel gaat mee open met het hele web.",
        "{n} koppels gaan mee open met het hele web.", left,
    ).format(n=left)  # fmt: skip
    return f"{told}. {later}"


def _controls(context: AnnouncementContext) -> tuple[Control, ...]:
    """Whether reasons are told, where there are any."""
    if not any(read(one.why) for one in context.config.visits):
        return ()
    return (
        Control(
            WHY, _("Zeg waarom"), context.phase.option(WHY, True),
            help=_("Toont onder elk koppel de leervraag en waar de gastorganisatie sterk in is."),
        ),
    )  # fmt: skip
