"""Citaten: everybody writes a sentence, most let it be shown, and some take it back."""

from __future__ import annotations

from exercises.quotes.model import CONSENT, CONSENTS, TEXT
from tests.bench.hall import Guest, Hall


async def play(hall: Hall) -> None:
    """Write and choose; then change one's mind while the quotes hang on the wall."""

    async def write(guest: Guest) -> None:
        text = f"Ik groet nu ook wie alleen even brengt {guest.number}"
        guest.send(TEXT, {"text": text}, shows=False)

    async def choose(guest: Guest) -> None:
        before, text = guest.data["consent"]["chosen"], guest.data["text"]
        way = guest.chance.choice(list(CONSENTS)) if text else "none"
        # The screen counts who let their quote be shown; how the name stands with it changes one
        # quote, which is seldom the one that is on.
        shows = not before or (before == "none") != (way == "none")
        payload = {"consent": way} if way == "none" else {"consent": way, "text": text}
        guest.send(CONSENT, payload, shows=shows)

    await hall.spread(0.3, 1, write)
    await hall.spread(0.2, 1, choose)
    await hall.forward()
    await hall.forward()
    await hall.spread(0.5, 3, choose)
