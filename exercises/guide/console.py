"""What the facilitator is given of the gespreksleidraad: how far each couple is."""

from __future__ import annotations

from exercises.contract import Control, Panel
from exercises.guide import views
from exercises.guide.model import PROGRAMME, GuideContext
from exercises.kit.rules.counts import of_all
from exercises.kit.sheet import holder as holders
from state.language import _, ngettext


def lacks(context: GuideContext) -> str:
    """That there are no visits to talk about, or that the participants may not know of them."""
    if views.standing(context):
        return ""
    if any(one.stands for one in context.visits):
        return _("De bezoeken zijn nog niet bekendgemaakt. Doe dat eerst bij de bezoeken.")
    return _("Er zijn nog geen afgesproken bezoeken. Maak ze bij de bezoeken van het traject.")


def panel(context: GuideContext) -> Panel:
    """Which couples have a programme, and the programme on the screen."""
    there = views.standing(context)
    done = [one for one in there if context.view.parts.get(one.id)]
    people = tuple(context.members.values())
    found = (holders.of_visit(one, context.party_by_id, people) for one in done)
    answered = frozenset(person.id for one in found if one for person in one.people)
    return Panel(
        answered=answered, done_word=_("heeft een programma"), waiting_word=_("nog bezig"),
        summary=of_all(
            len(done), len(there), alone=_("koppel heeft een programma"),
            one=_("koppels heeft een programma"), more=_("koppels hebben een programma"),
        ),
        count=len(done), total=len(there),
        controls=_controls(context),
    )  # fmt: skip


def unfinished(context: GuideContext) -> str:
    """How many couples have no programme yet."""
    left = sum(not context.view.parts.get(one.id) for one in views.standing(context))
    if not left:
        return ""
    return ngettext(
        "Eén koppel heeft nog geen programma.", "{n} koppels hebben nog geen programma.", left
    ).format(n=left)


def _controls(context: GuideContext) -> tuple[Control, ...]:
    visit = views.shown(context)
    if context.phase.stage != PROGRAMME or visit is None:
        return ()
    names = {one.id: one.short or one.name for one in context.party_by_id.values()}
    options = tuple(
        (one.id, _("{visitor} bij {host}").format(visitor=names[one.visitor], host=names[one.host]))
        for one in views.standing(context)
    )
    found = [Control("visit", _("Welk programma staat op het scherm?"), visit.id, options)]
    last = views.pages(visit, context.view.programme(visit.id))
    if last > 1:
        pages = tuple((str(n), str(n)) for n in range(1, last + 1))
        found.append(Control("page", _("Blad"), context.phase.option("page", "1"), pages))
    return tuple(found)
