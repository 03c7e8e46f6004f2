"""Who of the own organisation can do it together with somebody, each on a phone."""

from __future__ import annotations

from typing import Any

from exercises.contract import Context, Member


def with_phone(context: Context[Any, Any]) -> list[Member]:
    """Who else of the organisation of `context.me` is in the room with a phone; empty where it is
    nobody's phone."""
    me = context.me
    if me is None:
        return []
    return [
        one
        for one in context.here.values()
        if one.organisation_id == me.organisation_id and one.id != me.id and not one.by_hand
    ]
