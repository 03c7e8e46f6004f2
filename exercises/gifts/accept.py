"""Which answers Cadeautjestijd takes, from whom and when; refused with a sentence."""

from __future__ import annotations

from dataclasses import replace

from exercises.contract import Accepted, Entry, Json, Member, Notifies
from exercises.gifts import accept_photo
from exercises.gifts.config import GiftsConfig
from exercises.gifts.content import GROUP_KINDS, WRITTEN
from exercises.gifts.model import GiftsView
from exercises.gifts.model_gift import GROUP, PAPERS, RIBBONS, Gift, gives, receives
from exercises.gifts.model_notes import as_note, photo_of
from exercises.kit.rules import strokes as drawing
from exercises.kit.rules.words import judged_words
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused

TEXT_LIMIT = 300
CAPTION_LIMIT = 80
TALK_LIMIT = 280

GiftsEntry = Entry[GiftsConfig, GiftsView]


def accept(entry: GiftsEntry) -> Accepted:
    """Judge an answer, by the last part of its slot (see model.py)."""
    key, _dot, part = entry.slot.rpartition(".")
    if part == "ask":
        return _ask(entry, key)
    gift = entry.load().gifts.get(key)
    if gift is None:
        raise Refused(_("Dit cadeautje staat niet meer op de lijst. Je hoeft niets te doen."))
    if part in WRITTEN:
        return _note(entry, gift, part)
    if photo := photo_of(part):
        return _photo(entry, gift, photo)
    judge = _PARTS.get(part)
    if judge is None:
        raise Refused(_("Dit is niet te lezen. Probeer opnieuw."))
    return judge(entry, gift)


def _ask(entry: GiftsEntry, key: str) -> Accepted:
    on = entry.payload.get("on")
    if entry.author != FACILITATOR:
        raise _only_facilitator()
    party = entry.parties().get(key.removeprefix(GROUP))
    if not key.startswith(GROUP) or party is None or party.gone or not isinstance(on, bool):
        raise Refused(_("Voor deze organisatie kan de groep geen cadeautje vullen."))
    gift = entry.load().gifts.get(key)
    if gift is not None and gift.opened:
        raise Refused(_("Dit cadeautje is al uitgepakt."))
    return Accepted({"on": on}, notifies="everybody")


def _note(entry: GiftsEntry, gift: Gift, kind: str) -> Accepted:
    writer = _writer(entry)
    _check_filling(gift, writer)
    assert writer is not None
    if gift.group and kind not in GROUP_KINDS:
        raise Refused(_("Dit briefje hoort niet in een cadeautje van de groep."))
    verdict = _kept(entry, gift, kind, writer.id)
    return verdict if writer.id == entry.author else replace(verdict, owner=writer.id)


def _photo(entry: GiftsEntry, gift: Gift, photo: str) -> Accepted:
    _check_filling(gift, entry.member)
    return accept_photo.photo(entry, gift, photo)


def _check_filling(gift: Gift, writer: Member | None) -> None:
    """Refuses who does not fill this gift, and anybody once it is closed."""
    if writer is None or not gives(gift, writer):
        raise Refused(_("Dit cadeautje vullen anderen. Kijk bij je eigen cadeautje."))
    if gift.opened:
        raise Refused(_("Dit cadeautje is al uitgepakt. Vertel het hen straks zelf."))
    if gift.wrapped:
        raise Refused(
            _("Dit cadeautje is intussen ingepakt. Open het eerst weer: je woorden staan er nog.")
        )


def _writer(entry: GiftsEntry) -> Member | None:
    """Whose note it is: the author's; from the facilitator that of somebody without a phone, whose
    alias is in `for`."""
    if entry.author != FACILITATOR:
        return entry.member
    without = {entry.alias(one.id): one for one in entry.people().values() if one.by_hand}
    asked = entry.payload.get("for")
    return without.get(asked) if isinstance(asked, str) else None


def _kept(entry: GiftsEntry, gift: Gift, kind: str, writer: str) -> Accepted:
    verdict = _drawing(entry.payload) if kind == "draw" else judged_words(
        entry.payload, TEXT_LIMIT, _("Je briefje")
    )  # fmt: skip
    if gift.group:
        return verdict
    before = any((note.person, note.kind) == (writer, kind) for note in gift.notes)
    if before != as_note(writer, kind, verdict.payload).empty:
        return verdict
    # A note more, or one less: a colleague may wrap it too, and that phone has to know what is in.
    return replace(verdict, notifies="party")


def _drawing(payload: Json) -> Accepted:
    items = payload.get("items")
    try:
        drawing.decode(items)
    except drawing.TooLarge as error:
        large = _("Deze tekening is te groot om te bewaren. Neem een paar lijnen terug.")
        raise Refused(large) from error
    except drawing.Unreadable as error:
        unreadable = _("Deze tekening is niet te lezen. Neem de laatste lijn terug.")
        raise Refused(unreadable) from error
    caption = judged_words({"text": payload.get("text", "")}, CAPTION_LIMIT, _("Wat erbij staat"))
    assert isinstance(items, list | tuple)
    return Accepted({"items": list(items), **caption.payload})


def _wrap(entry: GiftsEntry, gift: Gift) -> Accepted:
    wrapped = entry.payload.get("wrapped")
    if entry.author != FACILITATOR and (gift.group or not gives(gift, entry.member)):
        raise Refused(_("Dit cadeautje pakken anderen in."))
    if not isinstance(wrapped, bool):
        raise Refused(_("Dit is niet te lezen. Probeer opnieuw."))
    if gift.opened:
        raise Refused(_("Dit cadeautje is al uitgepakt."))
    return _close(entry, gift) if wrapped else _open_again(entry, gift)


def _close(entry: GiftsEntry, gift: Gift) -> Accepted:
    """When two colleagues wrap the same gift at once, the first one's paper is kept."""
    paper, ribbon = gift.paper, gift.ribbon
    if not gift.count:
        raise Refused(_("Er zit nog niets in. Schrijf of teken eerst één briefje."))
    if not gift.wrapped:
        if not _takes_wrapping(entry):
            raise Refused(_("De tafel is gesloten. Vraag de begeleider om het in te pakken."))
        paper = _one_of(entry.payload.get("paper"), PAPERS)
        ribbon = _one_of(entry.payload.get("ribbon"), RIBBONS)
    looks = {"wrapped": True, "paper": paper, "ribbon": ribbon}
    return Accepted(looks, _owner(gift), _notifies(entry, gift))


def _takes_wrapping(entry: GiftsEntry) -> bool:
    """A filled gift can still be wrapped after the table closed, so that no gift is left out."""
    return entry.phase.open or entry.phase.stage == "table"


def _open_again(entry: GiftsEntry, gift: Gift) -> Accepted:
    if entry.author == FACILITATOR and not gift.group:
        raise Refused(_("Alleen wie het vulde, kan dit cadeautje weer openen."))
    if entry.phase.stage != "fill" or not entry.phase.open:
        raise Refused(_("De tafel is gesloten: je cadeautje blijft ingepakt."))
    looks = {"wrapped": False, "paper": gift.paper, "ribbon": gift.ribbon}
    return Accepted(looks, _owner(gift), _notifies(entry, gift))


def _unwrap(entry: GiftsEntry, gift: Gift) -> Accepted:
    _check_host(entry, gift)
    turn = gift.turn
    if not gift.opened:
        _check_may_unwrap(entry, gift)
        turn = 1 + max((one.turn for one in entry.load().gifts.values()), default=0)
    # Opening it again, by a colleague or a late tap, must not change its place in the order.
    return Accepted({"open": True, "turn": turn}, gift.host, "everybody")


def _check_may_unwrap(entry: GiftsEntry, gift: Gift) -> None:
    parties = entry.parties()
    host = parties.get(gift.host)
    busy = entry.load().current
    reason = None
    if entry.at_home:
        # Whatever its givers left open or was put aside can still be opened there, at any time.
        reason = None if gift.count else _("Er zit niets in dit cadeautje.")
    elif not gift.wrapped:
        reason = _("Dit cadeautje is nog niet ingepakt.")
    elif host is None or host.gone:
        reason = _("Deze organisatie doet niet meer mee. Leg dit cadeautje opzij.")
    elif entry.phase.stage != "unwrap" or not entry.phase.open:
        reason = _("Nog even wachten: uitpakken begint wanneer de begeleider het zegt.")
    elif gift.skipped:
        reason = _("Dit cadeautje ligt opzij. De begeleider kan het terugleggen.")
    elif busy is not None:
        other = parties.get(busy.host)
        name = other.name if other else _("iemand anders")
        reason = _("Nu pakt {host} uit. Wacht nog even met uitpakken.").format(host=name)
    if reason is not None:
        raise Refused(reason)


def _page(entry: GiftsEntry, gift: Gift) -> Accepted:
    _check_reading(entry, gift)
    at = entry.payload.get("at")
    if isinstance(at, bool) or not isinstance(at, int) or not 0 <= at <= gift.count + 1:
        raise Refused(_("Dat briefje zit niet in dit cadeautje."))
    return Accepted({"at": at}, gift.host, "party")


def _talk(entry: GiftsEntry, gift: Gift) -> Accepted:
    _check_reading(entry, gift)
    verdict = judged_words(entry.payload, TALK_LIMIT, _("Wat je schreef"))
    return Accepted(verdict.payload, gift.host, "everybody")


def _done(entry: GiftsEntry, gift: Gift) -> Accepted:
    _check_reading(entry, gift)
    done = entry.payload.get("done")
    if not isinstance(done, bool):
        raise Refused(_("Dit is niet te lezen. Probeer opnieuw."))
    if not done and gift.done and entry.author != FACILITATOR:
        # A gift that was read must not become the current one again: the others would have to wait.
        raise _only_facilitator()
    busy = entry.load().current
    if not done and busy is not None and busy.key != gift.key:
        raise Refused(_("Er wordt net een ander cadeautje uitgepakt."))
    return Accepted({"done": done}, gift.host, "everybody")


def _skip(entry: GiftsEntry, gift: Gift) -> Accepted:
    skip = entry.payload.get("skip")
    if entry.author != FACILITATOR:
        raise _only_facilitator()
    if gift.opened or not isinstance(skip, bool):
        raise Refused(_("Dit cadeautje is al uitgepakt."))
    return Accepted({"skip": skip}, notifies="everybody")


_PARTS = {
    "wrap": _wrap, "open": _unwrap, "page": _page, "question": _talk, "share": _talk,
    "done": _done, "skip": _skip,
}  # fmt: skip


def _check_host(entry: GiftsEntry, gift: Gift) -> None:
    """Refuses who is neither the host nor the facilitator."""
    if entry.author == FACILITATOR or receives(gift, entry.member):
        return
    host = entry.parties().get(gift.host)
    raise Refused(
        _("Dit cadeautje is voor {host}: zij pakken het uit.").format(
            host=host.name if host else _("een andere organisatie")
        )
    )


def _check_reading(entry: GiftsEntry, gift: Gift) -> None:
    _check_host(entry, gift)
    if not gift.opened:
        raise Refused(_("Dit cadeautje is nog niet uitgepakt."))


def _only_facilitator() -> Refused:
    return Refused(_("Dat kan alleen de begeleider."))


def _owner(gift: Gift) -> str:
    return gift.visitor or FACILITATOR


def _notifies(entry: GiftsEntry, gift: Gift) -> Notifies:
    """Which phones to notify: while people fill gifts only those of colleagues; later all, since
    hosts see how many gifts they get."""
    return "party" if entry.phase.stage == "fill" and not gift.group else "everybody"


def _one_of(sent: object, known: tuple[str, ...]) -> str:
    return sent if isinstance(sent, str) and sent in known else known[0]
