"""What waits in Cadeautjestijd for who goes on with it at home."""

from __future__ import annotations

from exercises.contract import Context, Waiting
from exercises.gifts.config import GiftsConfig
from exercises.gifts.model import Gift, GiftsView, gives
from state.language import _

_HomeContext = Context[GiftsConfig, GiftsView]


def waiting(context: _HomeContext) -> Waiting | None:
    """A gift that the own organisation did not unwrap yet, else a host for whom this person wrote
    nothing yet; None when there is neither."""
    me = context.me
    if me is None:
        return None
    own = next((one for one in context.view.for_host(me.organisation_id) if one.closed), None)
    if own is not None:
        return Waiting(_to_unwrap(context, own), button=_("Ons cadeautje uitpakken"))
    for gift in context.view.gifts.values():
        if not gives(gift, me):
            continue
        host = context.party_by_id.get(gift.host)
        done = gift.wrapped or gift.opened or gift.aside or gift.filled.get(me.id)
        if host is not None and not host.gone and not done:
            question = _("Wat waardeer je in de praktijk van {host}?").format(host=host.name)
            return Waiting(question, hint=_("Eén briefje volstaat."), button=_("Iets schrijven"))
    return None


def _to_unwrap(context: _HomeContext, gift: Gift) -> str:
    giver = context.party_by_id.get(gift.visitor)
    if giver is None:
        return _("Er ligt een cadeautje van de groep klaar. Pakken jullie het uit?")
    return _("Er ligt een cadeautje van {giver} klaar. Pakken jullie het uit?").format(
        giver=giver.name
    )
