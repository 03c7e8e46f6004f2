"""Gifts in sentences: how many, from whom and to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercises.contract import Party
from exercises.gifts.content import PHOTO
from exercises.gifts.model_gift import Gift
from exercises.gifts.model_notes import Note
from exercises.gifts.views import GiftsContext, giver_name, name_of
from exercises.kit.rules.prose import in_words, isolated, listed, quoted, sentence
from state.language import _, ngettext


def unwrapped(count: int) -> str:
    """How many gifts were unwrapped."""
    told = ngettext("{n} cadeautje werd uitgepakt.", "{n} cadeautjes werden uitgepakt.", count)
    return sentence(told.format(n=in_words(count)))


def still_wrapped(count: int) -> str:
    """How many gifts were not unwrapped; "" for none."""
    if not count:
        return ""
    told = ngettext("{n} cadeautje is nog ingepakt.", "{n} cadeautjes zijn nog ingepakt.", count)
    return sentence(told.format(n=in_words(count)))


def to_unwrap(context: GiftsContext, gifts: Sequence[Gift]) -> str:
    """To a host, whose gifts it can still unwrap; "" for none."""
    if not gifts:
        return ""
    return ngettext(
        "Van {givers} ligt er nog een cadeautje ingepakt. Je pakt het uit met je eigen link.",
        "Van {givers} liggen er nog cadeautjes ingepakt. Je pakt ze uit met je eigen link.",
        len(gifts),
    ).format(givers=_givers(context, gifts))


def did(count: int) -> str:
    """What people did, after 'We'."""
    return ngettext("pakten {n} cadeautje uit", "pakten {n} cadeautjes uit", count).format(
        n=in_words(count)
    )


def called(count: int) -> str:
    """So many gifts, in a sentence."""
    return ngettext("een cadeautje", "{n} cadeautjes", count).format(n=in_words(count))


def given(context: GiftsContext, gifts: Sequence[Gift], most: int) -> Iterator[str]:
    """Who gave to whom, a sentence for each host; nothing when there are more than `most` hosts."""
    hosts = list(dict.fromkeys(gift.host for gift in gifts))
    for host in hosts if len(hosts) <= most else ():
        own = [gift for gift in gifts if gift.host == host]
        yield _("{host} kreeg er {n}, van {givers}.").format(
            host=isolated(sentence(name_of(context, host))), n=in_words(len(own)),
            givers=_givers(context, own),
        )  # fmt: skip


def received(context: GiftsContext, party: Party, gifts: Sequence[Gift]) -> str:
    """What one host received."""
    told = ngettext(
        "{host} pakte een cadeautje uit, van {givers}.",
        "{host} pakte {n} cadeautjes uit, van {givers}.",
        len(gifts),
    )
    return told.format(
        host=isolated(party.name), n=in_words(len(gifts)), givers=_givers(context, gifts)
    )


def elsewhere(party: Party, notes: Sequence[Note]) -> str:
    """What else was in the gifts of a host, and that its bundle has it."""
    drawings = sum(one.kind == "draw" for one in notes)
    photos = sum(one.kind == PHOTO for one in notes)
    texts = len(notes) - drawings - photos
    counted = (
        (texts, ngettext("{n} briefje", "{n} briefjes", texts)),
        (drawings, ngettext("{n} tekening", "{n} tekeningen", drawings)),
        (photos, ngettext("{n} foto", "{n} foto’s", photos)),
    )
    found = listed([told.format(n=in_words(count)) for count, told in counted if count])
    return _("Er zat nog meer in: {what}. Alles staat in de bundel van {host}.").format(
        what=found, host=isolated(party.name)
    )


def from_gift(context: GiftsContext, gift: Gift) -> str:
    """In whose gift something was."""
    return _("uit het cadeautje van {giver}").format(giver=giver_name(context, gift))


def parcels(context: GiftsContext, gifts: Sequence[Gift]) -> str:
    """What can be seen where gifts are drawn in their paper."""
    told = ngettext(
        "Een cadeautje in papier met een lint, van {givers}.",
        "{n} cadeautjes in papier met een lint, van {givers}.",
        len(gifts),
    )
    return sentence(told.format(n=in_words(len(gifts)), givers=_givers(context, gifts)))


def drawing(who: str, caption: str) -> str:
    """What can be told of a finger drawing."""
    told = _("Vingertekening van {who}.").format(who=isolated(who))
    return f"{told} {quoted(caption)}" if caption else told


def _givers(context: GiftsContext, gifts: Sequence[Gift]) -> str:
    return listed(list(dict.fromkeys(giver_name(context, one) for one in gifts)))
