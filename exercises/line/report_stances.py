"""Where the people of an organisation stood, in sentences for its own bundle."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Party
from exercises.kit.rules.prose import isolated
from exercises.line.config import LineConfig, Statement
from exercises.line.model import LinePlace, visibility
from exercises.line.results import where
from exercises.line.views import LineContext
from state.language import _


def of_statement(context: LineContext, party: Party, statement: Statement) -> Iterator[str]:
    """A sentence for each of the people of `party` who stood on a statement, with why.

    Named as far as the line showed people: where only organisations were shown nobody is named,
    and where nobody was shown there are no sentences.
    """
    shown_as = visibility(context.config, context.phase)
    for person, place in context.view.of(statement.key).items():
        member = context.members.get(person)
        if member is None or member.organisation_id != party.id:
            continue
        if shown_as == "names":
            text = _("{who} stond {where}.")
            yield sentence(text, member.name, context.config, statement, place)
        elif shown_as == "organisations":
            text = _("Iemand van jullie stond {where}.")
            yield sentence(text, "", context.config, statement, place)


def sentence(
    text: str, who: str, config: LineConfig, statement: Statement, place: LinePlace
) -> str:
    """A text with who and where filled in, and why."""
    left, right = statement.ends or config.ends
    said = text.format(who=isolated(who), where=where(place.now or 0.0, left, right))
    why = isolated(f"\u201c{place.why}\u201d")
    return f"{said} {why}" if place.why else said
