"""What one person put in gifts, and what the own organisation said of those it got, for the own
page."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.contract import OwnAnswer
from exercises.gifts.content import PHOTO
from exercises.gifts.model_gift import GROUP
from exercises.gifts.model_notes import as_note, kind_of
from exercises.gifts.views import GiftsContext
from state.language import _

_SAID = {
    "question": _("Wat jullie vroegen bij je cadeau"),
    "share": _("Wat jullie over je cadeau zeiden"),
}


def own_answers(context: GiftsContext) -> Iterator[OwnAnswer]:
    """The notes of the person of this phone, and the sentences of the organisation."""
    me, config = context.me, context.config
    if me is None:
        return
    hosts = {one.key: one.host for one in (*config.giving, *config.ended)}
    for slot, payload in sorted(context.mine.items()):
        key, _dot, part = slot.rpartition(".")
        kind = kind_of(part)
        if not kind:
            continue
        note = as_note(me.id, kind, payload)
        host = context.party_by_id.get(hosts.get(key, key.removeprefix(GROUP)))
        if not note.empty:
            heading = _("Cadeautje voor {host}").format(host=host.name) if host else ""
            yield OwnAnswer(
                me.id, (slot,), heading or _("Cadeautje"),
                note.text or (_("Een foto.") if kind == PHOTO else _("Een tekening.")), named=True,
            )  # fmt: skip
    for slot, payload in sorted(context.ours.items()):
        heading = _SAID.get(slot.rpartition(".")[2], "")
        if heading and payload.get("text"):
            yield OwnAnswer(me.organisation_id, (slot,), heading, payload["text"])
