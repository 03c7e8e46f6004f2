"""The line's recap: where an organisation's own people stood, for its phones in later exercises."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import Party
from exercises.kit.rules.prose import isolated
from exercises.line.config import LineConfig, Statement
from exercises.line.model import LinePlace, visibility
from exercises.line.views import LineContext
from state.language import _

_FAR, _NEAR, _MIDDLE = 0.2, 0.42, 0.5


def recap(context: LineContext, party: Party, area: int) -> tuple[str, ...]:
    """Where the people of `party` stood on each statement of an area, and why.

    Names as far as the line showed them: where only organisations were shown people are not
    named, and where nobody was shown one reads only of oneself.
    """
    found = []
    for statement in context.config.statements:
        if statement.area == area:
            said = list(of_statement(context, party, statement))
            if said:
                found.append(f"\u2018{statement.text}\u2019 {' '.join(said)}")
    return tuple(found)


def of_statement(context: LineContext, party: Party, statement: Statement) -> Iterator[str]:
    """The same of one statement, a sentence for each of the people."""
    shown_as = visibility(context.config, context.phase)
    for person, place in context.view.of(statement.key).items():
        member = context.members.get(person)
        own = context.me is not None and context.me.id == person
        if member is None or member.organisation_id != party.id:
            continue
        if own:
            yield sentence(_("Jij stond {where}."), "", context.config, statement, place)
        elif shown_as == "names":
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
    said = text.format(who=isolated(who), where=_where(place.now or 0.0, left, right))
    why = isolated(f"\u201c{place.why}\u201d")
    return f"{said} {why}" if place.why else said


def _where(at: float, left: str, right: str) -> str:
    end, off = (left, at) if at < _MIDDLE else (right, 1 - at)
    if off <= _FAR:
        return _("bij \u2018{end}\u2019").format(end=end)
    if off <= _NEAR:
        return _("eerder bij \u2018{end}\u2019").format(end=end)
    return _("in het midden")
