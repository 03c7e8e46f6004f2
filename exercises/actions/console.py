"""What the facilitator is given of acties: who has a plan, what is on the screen, and fields to
write for an organisation without a phone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from exercises.actions import model
from exercises.actions.config import ActionsConfig
from exercises.actions.views import areas_of
from exercises.actions.views_plan import (
    SAID_WORDS,
    ActionsContext,
    everything,
    expected,
    focus,
    in_time,
    owners,
)
from exercises.actions.views_screen import page_at, pages_of
from exercises.contract import Context, Control, Panel, Phase, Scene, Word
from exercises.kit.rules.counts import of_all
from exercises.kit.rules.prose import in_words, sentence
from exercises.kit.sheet import console as desk
from exercises.kit.sheet import views as kit
from state.language import _, ngettext

_MOST_ROWS = 6
_QUESTIONS = (
    _("Welke vraag maakt deze actie scherper?"),
    _("Wie kan hier iets aan doen, of doet dit ook?"),
    _("Hoe weet een gezin dat het gelukt is?"),
)


def panel(context: ActionsContext) -> Panel:
    """The panel: which organisations have a plan, what others said, and what is on the screen."""
    there, wanted = {one.id for one in owners(context)}, expected(context)
    return Panel(
        answered=frozenset(
            one.id for one in context.members.values() if one.organisation_id in there
        ),
        done_word=_("heeft een actie"), waiting_word=_("denkt nog na"),
        summary=of_all(
            len(there), len(wanted), alone=_("organisatie heeft een actie"),
            one=_("organisaties heeft een actie"), more=_("organisaties hebben een actie"),
        ),
        count=len(there), total=len(wanted),
        controls=tuple(_controls(context)), questions=_QUESTIONS, words=tuple(_words(context)),
    )  # fmt: skip


def console(context: ActionsContext) -> Scene:
    """How many actions each organisation has, whose plan is on the screen, and fields to fill
    in."""
    numbers = [one.action.number for one in everything(context)]
    count = min(_MOST_ROWS, max(numbers, default=0) + 1)
    form = model.form(context.config, count, areas_of(context), count)
    sheets: Context[Any, Any] = context
    data = desk.desk(form, replace(sheets, seen=lambda: context.view.sheets))
    for field in data["fields"]:
        field["cells"] = [cell for cell in field["cells"] if cell["kind"] != "own"]
    for sheet in data["sheets"]:
        sheet["texts"] = {**model.starts(context.view.carried.get(sheet["id"])), **sheet["texts"]}
        sheet["count"] = context.view.counts.get(sheet["id"], 0)
    shown = focus(context) if context.phase.stage == "plan" else None
    pages = pages_of(context)
    return Scene(
        "console.js", (*kit.CONSOLE_STYLES, "console.css"),
        {**data, "plan": shown.id if shown else "", "page": page_at(context, pages) + 1,
         "pages": pages},
    )  # fmt: skip


def enter(config: ActionsConfig, phase: Phase) -> Phase:
    """Each stage begins on its first page."""
    options = {key: value for key, value in phase.options.items() if key != "page"}
    return Phase(phase.step, phase.stage, phase.open, phase.shown, options)


def unfinished(context: ActionsContext) -> str:
    """What the plans still lack, as a question for the group; "" for nothing."""
    found = in_time(context)
    nobody = sum(not one.action.who for one in found)
    undated = sum(not one.action.date for one in found)
    told = []
    if nobody:
        told.append(ngettext(
            "Wie neemt de actie op zich waar nog geen naam bij staat?",
            "Wie neemt de {n} acties op zich waar nog geen naam bij staat?", nobody,
        ).format(n=in_words(nobody)))  # fmt: skip
    if undated:
        told.append(sentence(ngettext(
            "Bij {n} actie heeft de eerste stap nog geen dag.",
            "Bij {n} acties heeft de eerste stap nog geen dag.", undated
        ).format(n=in_words(undated))))  # fmt: skip
    return " ".join(told)


def _controls(context: ActionsContext) -> Iterator[Control]:
    shown = focus(context)
    if context.phase.stage == "plan" and shown is not None:
        options = tuple((one.id, one.name) for one in owners(context))
        yield Control("plan", _("Wiens plan staat er op het scherm?"), shown.id, options)
    pages = pages_of(context) if context.phase.shown else 1
    if pages > 1:
        numbers = tuple((str(at), str(at + 1)) for at in range(pages))
        yield Control("page", _("Welk blad?"), str(page_at(context, pages)), numbers)


def _words(context: ActionsContext) -> Iterator[Word]:
    """What others said, as the facilitator may read it."""
    for one in everything(context):
        for said in context.view.on(one.party.id, one.action.number):
            who = context.members.get(said.person)
            if who is not None:
                about = f"{SAID_WORDS[said.kind]}: {said.text}" if said.text else (
                    SAID_WORDS[said.kind]
                )  # fmt: skip
                yield Word(f"{who.name} → {one.party.name}", about)
