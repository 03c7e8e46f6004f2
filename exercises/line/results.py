"""What De lijn gives to other exercises: where people stood on each statement, and why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from exercises.line.config import LineConfig
from exercises.line.model import LineView
from exercises.results import LinePosition, Origin, Result, Stance
from state.language import _

_FAR, _NEAR, _MIDDLE = 0.2, 0.42, 0.5


def results(config: LineConfig, view: LineView) -> Iterator[Result]:
    """Stances, and where people stood; nothing from a view whose places are hidden."""
    return chain(_stances(config, view), _positions(config, view))


def _positions(config: LineConfig, view: LineView) -> Iterator[LinePosition]:
    """Where everybody stood on the statements whose places the room saw, for everybody and without
    a name: the room saw that too."""
    if view.hidden:
        return
    for at, statement in enumerate(config.statements):
        if at == view.unseen:
            continue
        left, right = statement.ends or config.ends
        for person, place in sorted(view.of(statement.key).items(), key=lambda item: item[0]):
            yield LinePosition(
                person=person, about=statement.text, area=statement.area, at=place.now or 0.0,
                before=None if place.second is None else place.first, left=left, right=right,
                naming="nobody", origin=Origin(statement.key),
            )  # fmt: skip


def _stances(config: LineConfig, view: LineView) -> Iterator[Stance]:
    """A stance of everybody who stands somewhere, statement by statement; nothing from a view whose
    places are hidden.

    Colleagues and the facilitator read them, named as far as the line showed: where only
    organisations were shown people are not named, and where nobody was shown one reads only of
    oneself.
    """
    if view.hidden:
        return
    for statement in config.statements:
        left, right = statement.ends or config.ends
        for person, place in sorted(view.of(statement.key).items(), key=lambda item: item[0]):
            yield Stance(
                person=person, about=statement.text, area=statement.area,
                place=where(place.now or 0.0, left, right), why=place.why,
                readers="facilitator", naming=view.switched or config.visibility,
                origin=Origin(statement.key),
            )  # fmt: skip


def where(at: float, left: str, right: str) -> str:
    """A place on the line in words that can follow 'stond'; `left` and `right` are its ends."""
    end, off = (left, at) if at < _MIDDLE else (right, 1 - at)
    if off <= _FAR:
        return _("bij \u2018{end}\u2019").format(end=end)
    if off <= _NEAR:
        return _("eerder bij \u2018{end}\u2019").format(end=end)
    return _("in het midden")
