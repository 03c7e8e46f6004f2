"""One of several, chosen on a phone: what can be chosen, what is stored, what the phone is sent.

`browser/choose_one.js` draws it. A phone is given the own choice only; what others chose is counted
for the screen, from a view as `public` left it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from exercises.contract import Json
from state.language import _
from state.problems import Refused

K = TypeVar("K", bound=str | int | None)


@dataclass(frozen=True)
class Choice(Generic[K]):
    """One of `options`, key -> words, in the order in which they stand; stored as `{name: key}`.

    `nothing`: the key of who did not choose, "" or None. `none`: the words by which a choice is
    taken back, such as "geen van deze", as a last option; without it somebody who chose can only
    choose another one. `unknown`: what is told who sends a key that is not there, as where an
    option went meanwhile.
    """

    options: Mapping[Any, str]
    name: str
    nothing: K
    none: str = ""
    unknown: str = _("Deze keuze is er niet meer. Kies een andere.")

    def judged(self, payload: Mapping[str, Any]) -> K:
        """The key that a browser sent; Refused when it is none that can be chosen."""
        sent = payload.get(self.name)
        for one in (*self.options, *((self.nothing,) if self.none else ())):
            # In Python True is 1, but no browser means that.
            if type(sent) is type(one) and sent == one:
                return cast("K", one)
        raise Refused(self.unknown)

    def stored(self, payload: Mapping[str, Any] | None) -> K:
        """The key in a stored answer; `nothing` without one, and for an option that is gone."""
        found = (payload or {}).get(self.name, self.nothing)
        return cast("K", found) if found in self.options else self.nothing

    def words(self, key: K) -> str:
        """What was chosen, in words; "" for nothing."""
        return self.options.get(key, "")

    def sent(self, slot: str, payload: Mapping[str, Any] | None) -> Json:
        """For the phone of who chose `payload`, the stored answer in `slot` (`context.mine`)."""
        options = [{"key": key, "label": label} for key, label in self.options.items()]
        if self.none:
            options.append({"key": self.nothing, "label": self.none})
        return {
            "slot": slot, "name": self.name, "options": options, "chosen": self.stored(payload),
        }  # fmt: skip
