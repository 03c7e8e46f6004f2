"""Words behind '2 van de 6': their noun goes with the whole, their verb with the part."""

from __future__ import annotations


def of_all(count: int, total: int, *, alone: str, one: str, more: str) -> str:
    """The words for `count` of `total`: `alone` where there is only one in all ('organisatie is
    klaar'), `one` for one of several ('organisaties is klaar'), else `more` ('organisaties zijn
    klaar')."""
    if total == 1:
        return alone
    return one if count == 1 else more
