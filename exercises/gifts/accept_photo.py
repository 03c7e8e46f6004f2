"""Which photos of notebooks go in a gift: those that were shared of a visit to its host."""

from __future__ import annotations

from exercises.contract import Accepted, Entry
from exercises.gifts.config import GiftsConfig
from exercises.gifts.content import PHOTO
from exercises.gifts.model import GiftsView
from exercises.gifts.model_gift import Gift
from state.language import _
from state.problems import Refused

# Of one person in one gift: the screen shows them one by one.
MOST_PHOTOS = 3


def photo(entry: Entry[GiftsConfig, GiftsView], gift: Gift, photo_id: str) -> Accepted:
    """Put a photo in a gift, or take it out, for somebody who may fill that gift now."""
    asked = entry.payload.get("photo")
    if asked not in ("", photo_id):
        raise Refused(_("Dit is niet te lezen. Probeer opnieuw."))
    if not asked:
        return Accepted({"photo": "", "note": ""}, notifies="party")
    if gift.group:
        raise Refused(_("Dit briefje hoort niet in een cadeautje van de groep."))
    of_visits = {
        one.id for one in entry.visits() if (one.visitor, one.host) == (gift.visitor, gift.host)
    }
    note = next(
        (one for one in entry.notes() if photo_id in one.photos and one.visit in of_visits), None
    )
    if note is None or not note.shared or not note.may_be_shared:
        raise Refused(_("Deze foto is er niet meer, of is niet gedeeld in jullie schriftje."))
    there = {one.photo for one in gift.notes if (one.kind, one.person) == (PHOTO, entry.author)}
    if photo_id not in there and len(there) >= MOST_PHOTOS:
        raise Refused(
            _("Meer dan {n} foto’s van jou passen niet in één cadeautje.").format(n=MOST_PHOTOS)
        )
    return Accepted({"photo": photo_id, "note": note.id}, notifies="party")
