"""What waits in Cadeautjestijd for who goes on with it at home: there a gift is only unwrapped."""

from __future__ import annotations

from exercises.contract import Context, Waiting
from exercises.gifts.config import GiftsConfig
from exercises.gifts.model import GiftsView
from exercises.gifts.model_gift import Gift
from state.language import _

_HomeContext = Context[GiftsConfig, GiftsView]


def waiting(context: _HomeContext) -> Waiting | None:
    """A gift that the own organisation did not unwrap yet; None when there is none."""
    if context.me is None:
        return None
    own = context.view.for_host(context.me.organisation_id)
    gift = next((one for one in own if one.closed), None)
    if gift is None:
        return None
    return Waiting(_to_unwrap(context, gift), button=_("Ons cadeautje uitpakken"))


def _to_unwrap(context: _HomeContext, gift: Gift) -> str:
    giver = context.party_by_id.get(gift.visitor)
    if giver is None:
        return _("Er ligt een cadeautje van de groep klaar. Pakken jullie het uit?")
    return _("Er ligt een cadeautje van {giver} klaar. Pakken jullie het uit?").format(
        giver=giver.name
    )
