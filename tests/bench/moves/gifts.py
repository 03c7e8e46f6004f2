"""Cadeautjestijd: everybody writes and draws, one of each organisation wraps, hosts unwrap.

Notes and drawings lie in a closed gift: the screen shows them only when it is unwrapped.
"""

from __future__ import annotations

import math
from dataclasses import replace

from exercises.contract import Exercise, Json, Party
from exercises.gifts.config import GiftsConfig, GiftVisit
from exercises.gifts.model import GiftsView
from exercises.kit.drawing import finger_drawing as drawing
from tests.bench.hall import Guest, Hall

_POINTS, _STROKES = 300, 10
_TEXTS = ("like", "tip", "phrase")


def configure(
    exercise: Exercise[GiftsConfig, GiftsView], parties: tuple[Party, ...]
) -> GiftsConfig:
    """Each organisation visited the next one."""
    hosts = (*parties[1:], parties[0])
    visits = tuple(
        GiftVisit(f"v{number}", visitor.id, host.id, 4)
        for number, (visitor, host) in enumerate(zip(parties, hosts, strict=True), start=1)
    )
    return replace(exercise.sample, visits=visits)


async def play(hall: Hall) -> None:
    """Fill, wrap, unwrap two."""

    async def wrap(guest: Guest) -> None:
        gift = guest.data["mine"][0]
        state = {"empty": "wrapped", "wrapped": "empty"}[gift["state"]]
        payload = {"wrapped": state == "wrapped", "paper": "dots", "ribbon": "red"}
        guest.send(
            f"{gift['key']}.wrap", payload, watcher=hall.colleague(guest),
            sees=lambda data: data["mine"][0]["state"] == state,
        )  # fmt: skip

    await hall.spread(0.6, 4, _fill)
    await hall.spread(0.25, 1, wrap, hall.guests[: len(hall.organisations)])
    await hall.forward()
    await hall.forward()
    for guest in hall.guests[:2]:
        await hall.spread(0.05, 1, lambda one: _unwrap(hall, one), [guest])


async def _fill(guest: Guest) -> None:
    gift = guest.data["mine"][0]["key"]
    if guest.chance.random() < 0.25:
        payload: Json = {"items": drawing.encode(_hand(guest)), "text": "jullie deur"}
        guest.send(f"{gift}.draw", payload, shows=False)
    else:
        kind = guest.chance.choice(_TEXTS)
        text = f"Iedereen kreeg koffie, ook wie te laat kwam {guest.number}"
        guest.send(f"{gift}.{kind}", {"text": text}, shows=False)


async def _unwrap(hall: Hall, guest: Guest) -> None:
    """Open the gift, leaf through some notes, put it back."""
    if not guest.data["ours"]:
        return
    key = guest.data["ours"][0]["key"]
    for part, payload in (
        ("open", {"open": True}), ("page", {"at": 1}), ("page", {"at": 2}),
        ("question", {"text": "Wat raakte jullie?"}), ("done", {"done": True}),
    ):  # fmt: skip
        await hall.settled(guest.send(f"{key}.{part}", payload))


def _hand(guest: Guest) -> list[drawing.Stroke]:
    """Lines as a hand draws them: each point near the one before."""
    chance, made = guest.chance, []
    for _stroke in range(_STROKES):
        x, y, way = chance.uniform(200, 800), chance.uniform(150, 450), chance.uniform(0, 6)
        points = []
        for _point in range(_POINTS // _STROKES):
            way += chance.uniform(-0.5, 0.5)
            x, y = x + 9 * math.cos(way), y + 9 * math.sin(way)
            points.append(
                (min(drawing.WIDTH, max(0, round(x))), min(drawing.HEIGHT, max(0, round(y))))
            )
        made.append(drawing.Stroke("i", "1", tuple(points)))
    return made
