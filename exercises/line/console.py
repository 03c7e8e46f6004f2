"""What the facilitator is given of De lijn: who stands, what people wrote, and the switches."""

from __future__ import annotations

from exercises.contract import Control, OnBehalf, Panel, Word
from exercises.kit.rules import naming
from exercises.line.config import Statement
from exercises.line.model import current, round_of, visibility
from exercises.line.views import LineContext, ends_of
from state.language import _, ngettext


def lacks(context: LineContext) -> str:
    """That there is nothing to stand on, as long as no statement is on the list."""
    if context.config.statements:
        return ""
    return _("Er staan nog geen stellingen op de lijst.")


def panel(context: LineContext) -> Panel:
    """Who stands, who doesn't yet, and the switches of the line."""
    statement = current(context.config, context.phase)
    if statement is None:
        return Panel()
    answered = context.view.of(statement.key)
    return Panel(
        answered=frozenset(answered),
        done_word=_("staat er"),
        waiting_word=_("nog niet"),
        summary=ngettext("staat er", "staan er", len(answered)),
        controls=_controls(context),
        questions=context.config.questions,
        words=_words(context, statement),
        on_behalf=OnBehalf(
            f"{statement.key}.{round_of(context.phase)}",
            "range",
            ends_of(context.config, statement),
        ),
    )


def _words(context: LineContext, statement: Statement) -> tuple[Word, ...]:
    """What people wrote at a statement, with as much of a name as the screen shows."""
    shown_as = visibility(context.config, context.phase)
    written = []
    for person, place in context.view.places.get(statement.key, {}).items():
        member = context.members.get(person)
        if member is not None and place.why:
            who = {"names": member.name, "organisations": member.organisation}.get(shown_as, "")
            written.append(Word(who, place.why))
    return tuple(written)


def _controls(context: LineContext) -> tuple[Control, ...]:
    shown_as = visibility(context.config, context.phase)
    return (
        Control("traces", _("Sporen tonen"), bool(context.phase.option("traces", True))),
        naming.control(
            _("Wie staat waar?"),
            shown_as,
            answered=bool(context.view.places),
            help=_("Links zie je wat de zaal ziet. Bij ‘niemand’ zijn alle figuren wit."),
        ),
    )
