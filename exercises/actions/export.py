"""What acties give to the export: a row for each action, and the line of first steps drawn."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.actions.views import inspired, said_of
from exercises.actions.views_plan import (
    SAID_WORDS,
    STATE_WORDS,
    ActionsContext,
    OwnedAction,
    everything,
    names_of,
)
from exercises.contract import Column, Json, Picture
from exercises.kit.rules.days import day_of_year, day_text
from exercises.kit.sheet.form import STEP
from state.language import _

COLUMNS = (
    Column("organisation", _("Wie de actie doet"), _("Organisatie")),
    Column("number", _("De hoeveelste actie van die organisatie"), _("Nummer")),
    Column("area_number", _("Nummer van het aandachtsgebied; leeg zonder"), _("Gebied")),
    Column("area", _("Naam van het aandachtsgebied"), _("Naam van het gebied"), aside=True),
    Column("action", _("Wat ze doen"), _("Actie")),
    Column("whom", _("Voor wie"), aside=True),
    Column("first_step", _("De eerste stap"), _("Eerste stap")),
    Column("first_day", _("De dag van de eerste stap (jjjj-mm-dd)"), _("Tegen")),
    Column("who", _("Wie het doet, zoals getypt"), _("Wie")),
    Column("look_back", _("Wanneer ze terugkijken (jjjj-mm-dd)"), _("Terugkijken"), aside=True),
    Column("sign", _("Hoe een gezin weet dat het gelukt is"), _("Teken"), aside=True),
    Column("inspired_by", _("Wat inspireerde, gescheiden door een puntkomma"), _("Inspiratie"),
           aside=True),
    Column("helpers", _("Wie helpt; aanvaarde hulp, gescheiden door een puntkomma"), _("Hulp")),
    Column("remarks", _("Wat anderen erbij zeiden, elk op een lijn"), _("Van de groep"),
           aside=True),
    Column("state", _("Hoe het staat: gepland, bezig, gedaan of laten vallen"), _("Hoe het staat")),
    Column("history", _("Alles wat over de stand gezegd werd, elk op een lijn"), _("Verloop"),
           aside=True),
    Column("before", _("Wat er op eerdere bijeenkomsten stond, elk op een lijn"), _("Eerder"),
           aside=True),
    Column("note", _("Wat de begeleider onthield"), _("Notitie")),
)  # fmt: skip


def rows(context: ActionsContext) -> Iterator[Json]:
    """A row for each action, also of organisations that left; a note alone has a row of its own."""
    note = context.notes.get(STEP, "")
    found = everything(context, gone=True)
    for one in found:
        yield {**_row(context, one), "note": note}
    if note and not found:
        yield {**{column.name: "" for column in COLUMNS}, "note": note}


def pictures(context: ActionsContext) -> Iterator[Picture]:
    """The line of first steps, as it was on the screen; a picture for each page."""
    from exercises.actions.picture import line_pages

    for number, svg in enumerate(line_pages(context), start=1):
        yield Picture.numbered(number, _("eerste stappen"), svg)


def _row(context: ActionsContext, one: OwnedAction) -> Json:
    action = one.action
    helpers = [helper["name"] for helper in names_of(context, action.helpers)]
    return {
        "organisation": one.party.name, "number": action.number,
        "area_number": action.area or "", "area": context.framework.name(action.area) or "",
        "action": action.what, "whom": action.whom, "first_step": action.first,
        "first_day": action.date, "who": action.who, "look_back": action.review,
        "sign": action.sign, "helpers": "; ".join(helpers),
        "inspired_by": "; ".join(source["label"] for source in inspired(context, action)),
        "remarks": "\n".join(remarks(context, one)),
        "state": STATE_WORDS[action.state], "history": "\n".join(history(one)),
        "before": "\n".join(before(one)),
    }  # fmt: skip


def remarks(context: ActionsContext, one: OwnedAction) -> Iterator[str]:
    """What others said of an action, with who."""
    for said in said_of(context, one.party.id, one.action.number):
        words = SAID_WORDS[said["kind"]]
        told = f"{words}: {said['text']}" if said["text"] else words
        yield f"{said['who']}, {said['name']}. {told}"


def history(one: OwnedAction) -> Iterator[str]:
    """How an action went, the oldest first: '3 maart: bezig. De tafel staat er.'"""
    for moment in one.action.moments:
        day = f"{day_text(moment.day)}: " if moment.day else ""
        text = f". {moment.text}" if moment.text else ""
        yield f"{day}{STATE_WORDS[moment.state]}{text}"


def before(one: OwnedAction) -> Iterator[str]:
    """What an action said at each earlier meeting, where that was something else."""
    now = one.action
    for then in one.action.before:
        if (then.what, then.first, then.who, then.date) == (now.what, now.first, now.who, now.date):
            continue
        when = ", ".join(filter(None, (then.title, day_of_year(then.day))))
        told = [then.what, then.first, then.who, day_text(then.date)]
        yield f"{when}: {' · '.join(filter(None, told))}"
