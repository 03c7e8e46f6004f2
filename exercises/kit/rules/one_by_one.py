"""Things that come on the screen one by one, as the facilitator goes on from console or remote.

Which one is on is an answer of the facilitator, so that a reload and a second screen show the same,
and going back is one more answer. `numbered` is for pages, and for things that stay in their place;
`keyed` for what people write and take back meanwhile, which then moves nothing on the screen. Send
the screen `now`, or `things[: at + 1]` where what was shown stays: never what is still to come.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from exercises.contract import Accepted, Json, Move
from state.language import _
from state.problems import Refused

T = TypeVar("T")
MOST = 500


@dataclass(frozen=True)
class OneByOne(Generic[T]):
    """A row of things, and `at`, the index of the one that is on: 0 where there are none.
    `payloads` holds for each what is stored in `slot` to bring it on."""

    slot: str
    things: Sequence[T]
    payloads: Sequence[Json]
    at: int

    @property
    def now(self) -> T | None:
        """What is on the screen; None where there is nothing."""
        return self.things[self.at] if self.things else None

    def onward(self, label: str, told: Callable[[T], str] = lambda thing: "") -> Move | None:
        """The button to the next one; None at the end. `told` gives what stands on it besides."""
        return self._to(self.at + 1, label, told)

    def backward(self, label: str, told: Callable[[T], str] = lambda thing: "") -> Move | None:
        """The button to the one before; None at the beginning."""
        return self._to(self.at - 1, label, told)

    def moves(
        self, onward: str, backward: str, told: Callable[[T], str] = lambda thing: ""
    ) -> tuple[Move, ...]:  # fmt: skip
        """Both buttons, as far as there are any, for `Panel.moves`: where the main button should
        lead to the next stage at any time."""
        both = (self.onward(onward, told), self.backward(backward, told))
        return tuple(one for one in both if one is not None)

    def _to(self, at: int, label: str, told: Callable[[T], str]) -> Move | None:
        if not 0 <= at < len(self.things):
            return None
        return Move(label, self.slot, self.payloads[at], told(self.things[at]))


def numbered(slot: str, things: Sequence[T], asked: int, name: str = "page") -> OneByOne[T]:
    """By their number from 0, stored as `{name: number}`. Where there are fewer than the stored
    number says by now, the last one is on. Where nothing is on at first, let `things` begin with
    None."""
    payloads = [{name: at} for at in range(len(things))]
    return OneByOne(slot, things, payloads, max(0, min(asked, len(things) - 1)))


def keyed(
    slot: str, things: Sequence[T], asked: str, key: Callable[[T], str], name: str = "key"
) -> OneByOne[T]:
    """By a key of each, stored as `{name: key}`, in the order of the keys: with those of
    `keys.key_of` nobody can tell who wrote first. Of a thing that was taken back the next one is
    on, and the last one where there is no next."""
    ordered = sorted(things, key=key)
    found = [key(one) for one in ordered]
    at = max(0, min(bisect_left(found, asked), len(found) - 1))
    return OneByOne(slot, ordered, [{name: one} for one in found], at)


def judged_number(payload: Mapping[str, Any], name: str = "page", most: int = MOST) -> Accepted:
    """The facilitator's answer `{name: number}`, from 0 to `most`; Refused for anything else. What
    there is of it by now is looked at when it is drawn."""
    number = payload.get(name)
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number <= most:
        raise Refused(_("Dit is niet te lezen. Probeer opnieuw."))
    return Accepted({name: number})
