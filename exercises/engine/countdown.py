"""The countdown of an exercise, pure: `{"ends_at": ms}` runs, `{"left_ms": ms, "paused": True}`
waits."""

from __future__ import annotations

from exercises.contract import Json
from state.language import _
from state.problems import Refused

LIMIT_MINUTES = 240
_MINUTE_MS = 60_000


def changed(countdown: Json | None, asked: Json, now_ms: int) -> Json | None:
    """The countdown after `minutes` (start), `add`, `pause`, `resume` or `stop` was asked.

    `now_ms`: milliseconds since 1970. Refused for minutes outside 0..240;
    the refusal names 1 to 240, since 0 is of no use to people.
    """
    if asked.get("stop"):
        return None
    if "minutes" in asked:
        return _running(_minutes_ms(asked["minutes"]), now_ms)
    if countdown is None and "add" not in asked:
        return None
    left = _left_ms(countdown, now_ms)
    if asked.get("pause"):
        return _waiting(left)
    left += _minutes_ms(asked.get("add", 0))
    waits = countdown is not None and "left_ms" in countdown and "add" in asked
    return _waiting(left) if waits else _running(left, now_ms)


def _running(left_ms: int, now_ms: int) -> Json:
    return {"ends_at": now_ms + left_ms}


def _waiting(left_ms: int) -> Json:
    return {"left_ms": left_ms, "paused": True}


def _left_ms(countdown: Json | None, now_ms: int) -> int:
    if countdown is None:
        return 0
    return max(0, int(countdown.get("left_ms", countdown.get("ends_at", 0) - now_ms)))


def _minutes_ms(minutes: object) -> int:
    if isinstance(minutes, bool) or not isinstance(minutes, int | float):
        raise Refused(_("Dat aantal minuten is niet te lezen."))
    if not 0 <= minutes <= LIMIT_MINUTES:
        raise Refused(_("Kies tussen 1 en {limit} minuten.").format(limit=LIMIT_MINUTES))
    return int(minutes * _MINUTE_MS)
