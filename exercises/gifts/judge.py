"""Which answers Cadeautjestijd takes, from whom and when; refused with a sentence."""

from __future__ import annotations

from dataclasses import replace

from exercises.contract import Accepted, Answer, Entry, Json, Rejected, Wakes
from exercises.gifts import drawing
from exercises.gifts.config import GiftsConfig
from exercises.gifts.content import GROUP_KINDS, HEADINGS
from exercises.gifts.model import (
    GROUP,
    PAPERS,
    RIBBONS,
    Gift,
    GiftsView,
    as_note,
    gives,
    receives,
)
from exercises.kit.rules.words import judged_words
from state.language import _
from state.models import FACILITATOR

TEXT_LIMIT = 300
CAPTION_LIMIT = 80
TALK_LIMIT = 280
NOTE_LIMIT = 2000

GiftsEntry = Entry[GiftsConfig, GiftsView]
Verdict = Accepted | Rejected


def accept(entry: GiftsEntry) -> Verdict:
    """Judge an answer, by the last part of its slot (see model.py)."""
    key, _dot, part = entry.slot.rpartition(".")
    if part == "ask":
        return _ask(entry, key)
    gift = entry.load().gifts.get(key)
    if gift is None:
        return Rejected(_("Dit cadeautje staat niet meer op de lijst. Je hoeft niets te doen."))
    if part in HEADINGS:
        return _note(entry, gift, part)
    judge = _PARTS.get(part)
    return judge(entry, gift) if judge else Rejected(_("Dit is niet te lezen. Probeer opnieuw."))


def sealed(view: GiftsView, answer: Answer) -> bool:
    """Whether nobody may read an answer: a note that was not in a gift when it was unwrapped.

    So what somebody wrote first and changed before the gift was wrapped stays sealed for good.
    """
    key, _dot, part = answer.slot.rpartition(".")
    if part not in HEADINGS:
        return False
    gift = view.gifts.get(key)
    if gift is None or not gift.opened:
        return True
    text = answer.payload.get("text", "")
    items = tuple(answer.payload.get("items", ()))
    return not any(
        (note.person, note.kind, note.text, note.items) == (answer.author, part, text, items)
        for note in gift.notes
    )


def _ask(entry: GiftsEntry, key: str) -> Verdict:
    on = entry.payload.get("on")
    if entry.author != FACILITATOR:
        return _only_facilitator()
    party = entry.parties().get(key.removeprefix(GROUP))
    if not key.startswith(GROUP) or party is None or party.gone or not isinstance(on, bool):
        return Rejected(_("Voor deze organisatie kan de groep geen cadeautje vullen."))
    gift = entry.load().gifts.get(key)
    if gift is not None and gift.opened:
        return Rejected(_("Dit cadeautje is al uitgepakt."))
    return Accepted({"on": on}, wakes="everybody")


def _note(entry: GiftsEntry, gift: Gift, kind: str) -> Verdict:
    if not gives(gift, entry.member):
        return Rejected(_("Dit cadeautje vullen anderen. Kijk bij je eigen cadeautje."))
    if gift.opened:
        return Rejected(_("Dit cadeautje is al uitgepakt. Vertel het hen straks zelf."))
    if gift.wrapped:
        return Rejected(
            _("Dit cadeautje is intussen ingepakt. Open het eerst weer: je woorden staan er nog.")
        )
    if gift.group and kind not in GROUP_KINDS:
        return Rejected(_("Dit briefje hoort niet in een cadeautje van de groep."))
    return _kept(entry, gift, kind)


def _kept(entry: GiftsEntry, gift: Gift, kind: str) -> Verdict:
    verdict = _drawing(entry.payload) if kind == "draw" else judged_words(
        entry.payload, TEXT_LIMIT, _("Je briefje")
    )  # fmt: skip
    if isinstance(verdict, Rejected) or gift.group:
        return verdict
    before = any((note.person, note.kind) == (entry.author, kind) for note in gift.notes)
    if before != as_note(entry.author, kind, verdict.payload).empty:
        return verdict
    # A note more, or one less: a colleague may wrap it too, and that phone has to know what is in.
    return replace(verdict, wakes="party")


def _drawing(payload: Json) -> Verdict:
    items = payload.get("items")
    try:
        drawing.decode(items)
    except drawing.TooLarge:
        return Rejected(_("Deze tekening is te groot om te bewaren. Neem een paar lijnen terug."))
    except drawing.Unreadable:
        return Rejected(_("Deze tekening is niet te lezen. Neem de laatste lijn terug."))
    caption = judged_words({"text": payload.get("text", "")}, CAPTION_LIMIT, _("Wat erbij staat"))
    if isinstance(caption, Rejected):
        return caption
    assert isinstance(items, list | tuple)
    return Accepted({"items": list(items), **caption.payload})


def _wrap(entry: GiftsEntry, gift: Gift) -> Verdict:
    wrapped = entry.payload.get("wrapped")
    if entry.author != FACILITATOR and (gift.group or not gives(gift, entry.member)):
        return Rejected(_("Dit cadeautje pakken anderen in."))
    if not isinstance(wrapped, bool):
        return Rejected(_("Dit is niet te lezen. Probeer opnieuw."))
    if gift.opened:
        return Rejected(_("Dit cadeautje is al uitgepakt."))
    return _close(entry, gift) if wrapped else _open_again(entry, gift)


def _close(entry: GiftsEntry, gift: Gift) -> Verdict:
    """Of two colleagues who wrap at once the first one chose the paper."""
    paper, ribbon = gift.paper, gift.ribbon
    if not gift.count:
        return Rejected(_("Er zit nog niets in. Schrijf of teken eerst één briefje."))
    if not gift.wrapped:
        if not _takes_wrapping(entry):
            return Rejected(_("De tafel is gesloten. Vraag de begeleider om het in te pakken."))
        paper = _one_of(entry.payload.get("paper"), PAPERS)
        ribbon = _one_of(entry.payload.get("ribbon"), RIBBONS)
    looks = {"wrapped": True, "paper": paper, "ribbon": ribbon}
    return Accepted(looks, _owner(gift), _wakes(entry, gift))


def _takes_wrapping(entry: GiftsEntry) -> bool:
    """A closed table still takes what was filled: nobody's gift stays behind for want of paper."""
    return entry.phase.open or entry.phase.stage == "table"


def _open_again(entry: GiftsEntry, gift: Gift) -> Verdict:
    if entry.author == FACILITATOR and not gift.group:
        return Rejected(_("Alleen wie het vulde, kan dit cadeautje weer openen."))
    if entry.phase.stage != "fill" or not entry.phase.open:
        return Rejected(_("De tafel is gesloten: je cadeautje blijft ingepakt."))
    looks = {"wrapped": False, "paper": gift.paper, "ribbon": gift.ribbon}
    return Accepted(looks, _owner(gift), _wakes(entry, gift))


def _unwrap(entry: GiftsEntry, gift: Gift) -> Verdict:
    if (no := _not_the_host(entry, gift)) is not None:
        return no
    turn = gift.turn
    if not gift.opened:
        if (no := _cannot_be_unwrapped(entry, gift)) is not None:
            return no
        turn = 1 + max((one.turn for one in entry.load().gifts.values()), default=0)
    # A second thumb, or a tap that comes late, leaves it where it came in the order.
    return Accepted({"open": True, "turn": turn}, gift.host, "everybody")


def _cannot_be_unwrapped(entry: GiftsEntry, gift: Gift) -> Rejected | None:
    parties = entry.parties()
    host = parties.get(gift.host)
    busy = entry.load().current
    reason = None
    if not gift.wrapped:
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
        reason = _("Nu pakt {host} uit. Daarna is het aan jou.").format(host=name)
    return None if reason is None else Rejected(reason)


def _page(entry: GiftsEntry, gift: Gift) -> Verdict:
    if (no := _not_reading(entry, gift)) is not None:
        return no
    at = entry.payload.get("at")
    if isinstance(at, bool) or not isinstance(at, int) or not 0 <= at <= gift.count + 1:
        return Rejected(_("Dat briefje zit niet in dit cadeautje."))
    return Accepted({"at": at}, gift.host, "party")


def _talk(entry: GiftsEntry, gift: Gift) -> Verdict:
    if (no := _not_reading(entry, gift)) is not None:
        return no
    verdict = judged_words(entry.payload, TALK_LIMIT, _("Wat je schreef"))
    if isinstance(verdict, Rejected):
        return verdict
    return Accepted(verdict.payload, gift.host, "everybody")


def _done(entry: GiftsEntry, gift: Gift) -> Verdict:
    if (no := _not_reading(entry, gift)) is not None:
        return no
    done = entry.payload.get("done")
    if not isinstance(done, bool):
        return Rejected(_("Dit is niet te lezen. Probeer opnieuw."))
    if not done and gift.done and entry.author != FACILITATOR:
        # Whoever took it to the front again would keep the others from unwrapping.
        return _only_facilitator()
    busy = entry.load().current
    if not done and busy is not None and busy.key != gift.key:
        return Rejected(_("Er wordt net een ander cadeautje uitgepakt."))
    return Accepted({"done": done}, gift.host, "everybody")


def _skip(entry: GiftsEntry, gift: Gift) -> Verdict:
    skip = entry.payload.get("skip")
    if entry.author != FACILITATOR:
        return _only_facilitator()
    if gift.opened or not isinstance(skip, bool):
        return Rejected(_("Dit cadeautje is al uitgepakt."))
    return Accepted({"skip": skip}, wakes="everybody")


def _facilitators_note(entry: GiftsEntry, gift: Gift) -> Verdict:
    if entry.author != FACILITATOR:
        return _only_facilitator()
    return judged_words(entry.payload, NOTE_LIMIT, _("De notitie"))


_PARTS = {
    "wrap": _wrap, "open": _unwrap, "page": _page, "question": _talk, "share": _talk,
    "done": _done, "skip": _skip, "note": _facilitators_note,
}  # fmt: skip


def _not_the_host(entry: GiftsEntry, gift: Gift) -> Rejected | None:
    """The refusal for who is neither the host nor the facilitator."""
    if entry.author == FACILITATOR or receives(gift, entry.member):
        return None
    host = entry.parties().get(gift.host)
    return Rejected(
        _("Dit cadeautje is voor {host}: zij pakken het uit.").format(
            host=host.name if host else _("een andere organisatie")
        )
    )


def _not_reading(entry: GiftsEntry, gift: Gift) -> Rejected | None:
    if (no := _not_the_host(entry, gift)) is not None:
        return no
    return None if gift.opened else Rejected(_("Dit cadeautje is nog niet uitgepakt."))


def _only_facilitator() -> Rejected:
    return Rejected(_("Dat kan alleen de begeleider."))


def _owner(gift: Gift) -> str:
    return gift.visitor or FACILITATOR


def _wakes(entry: GiftsEntry, gift: Gift) -> Wakes:
    """While people fill, only colleagues need to know; later hosts count what is for them."""
    return "party" if entry.phase.stage == "fill" and not gift.group else "everybody"


def _one_of(sent: object, known: tuple[str, ...]) -> str:
    return sent if isinstance(sent, str) and sent in known else known[0]
