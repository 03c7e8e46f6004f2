"""What waits of a plan at home: one concrete question."""

from __future__ import annotations

from exercises.actions.views_plan import ActionsContext
from exercises.contract import Waiting
from exercises.kit.rules.prose import quoted
from exercises.results import Action, TrackResults
from state.language import _


def waiting(context: ActionsContext) -> Waiting | None:
    """How the first action is that is neither done nor dropped; before that who pulls an action, or
    what it will be. None when all of it is, or when a later meeting took the plan over."""
    if context.me is None or _went_on(context.track, context.me.organisation_id, context):
        return None
    plan = [one for one in context.view.plan(context.me.organisation_id) if one.begun]
    if not plan:
        return Waiting(context.config.ask("what").question, hint=_("Eén zin volstaat."),
                       button=_("Onze actie opschrijven"))  # fmt: skip
    for one in plan:
        if one.state == "planned" and not one.who:
            return Waiting(
                _("Wie neemt {what} op zich?").format(what=quoted(one.title)),
                hint=_("Een naam volstaat."),
                button=_("Ons plan openen"),
            )
    for one in plan:
        if one.state in ("planned", "busy"):
            return Waiting(
                _("Hoe staat het met {what}?").format(what=quoted(one.title)),
                hint=_("Bezig, gedaan of laten vallen: alles mag."),
                button=_("Vertellen"),
            )
    return None


def _went_on(track: TrackResults, organisation: str, context: ActionsContext) -> bool:
    """Whether a later meeting has the plan of the organisation."""
    known = {context.activity_id, *(one.activity_id for one in context.earlier)}
    return any(
        one.organisation == organisation and one.origin.activity not in known
        for one in track.of(Action)
    )
