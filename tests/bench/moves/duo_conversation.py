"""Duo-gesprek: notes for oneself and for the duo, then what may be shared.

Notes show on the screen once they are shared, when the facilitator shows what is.
"""

from __future__ import annotations

from exercises.contract import Json
from tests.bench.hall import Guest, Hall


async def play(hall: Hall) -> None:
    """One round."""
    await hall.forward()
    await hall.forward()
    by_alias = {guest.alias(): guest for guest in hall.guests}

    def partner(guest: Guest) -> Guest | None:
        group = guest.data["group"]
        return by_alias.get(group["people"][0]["id"]) if group and group["people"] else None

    async def for_both(guest: Guest) -> None:
        note = _note(guest, "ours")
        if note is not None:
            text = f"We zochten naar woorden {guest.chance.random()}"
            guest.send(
                note["slot"], {"text": text}, shows=False, watcher=partner(guest),
                sees=lambda data: _theirs(data, text),
            )  # fmt: skip

    async def for_me(guest: Guest) -> None:
        note = _note(guest, "mine")
        if note is not None:
            guest.send(note["slot"], {"text": "Dit onthoud ik voor mijn team"}, shows=False)

    async def share(guest: Guest) -> None:
        note = _note(guest, guest.chance.choice(("ours", "mine")))
        if note is not None:
            guest.send(note["share_slot"], {"share": True})

    await hall.spread(0.45, 3, for_both)
    await hall.spread(0.25, 2, for_me)
    await hall.forward()
    await hall.press("show", value=True)
    await hall.spread(0.3, 1, share)


def _note(guest: Guest, kind: str) -> Json | None:
    return next((one for one in guest.data["notes"] if one["kind"] == kind), None)


def _theirs(data: Json, text: str) -> bool:
    return any(one["text"] == text for note in data.get("notes", ()) for one in note["theirs"])
