"""What holds robots and floods off the public pages, without a puzzle and without cookies.

The first sheet comes with a signed word that becomes the token of the application's link: sending
a sheet twice is one application, also after going back in the browser, for the word stands in the
address of that sheet; a page that was never opened can't be sent, and one that comes
back within a second was not filled in by a person. A field that nobody sees must stay empty.
"""

from __future__ import annotations

import hmac
from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b

from starlette.requests import Request

from pages.web.client import client_of
from pages.web.rate_limit import RateLimit
from state.access import Attempts
from state.calls import Call
from state.clock import now_ms
from state.ids import new_token
from state.language import _
from state.problems import Refused

# The field that people do not see; a robot that fills in everything fills it in too.
TRAP = "website"
START = "start"
_SHORTEST_MS = 1500
# For each address: a whole hall may begin at once, and a script that goes on is slowed.
_begins = RateLimit(burst=150, rate=0.1)
_saves = RateLimit(burst=1500, rate=10)
_work_seconds = RateLimit(burst=8.0, rate=0.3)
# For each application, which is one person or two.
_own_saves = RateLimit(burst=60, rate=1)
_wrong = Attempts(allowed=20, seconds=60)
# The latest applications that began, with the address of each: in memory, and never stored.
_begun: deque[tuple[str, str]] = deque(maxlen=2000)
# A hall where a call is told about shares one address: from there so many are no crowd yet.
_CROWD = 40


class TooFast(Refused):
    """A first sheet that came before anybody could have filled it in."""


class AskedTooMuch(Exception):
    """This address or application has spent what it may ask for now."""


@dataclass(frozen=True)
class Started:
    """The page on which an application begins: the token of its link, and when it was opened."""

    token: str
    opened_ms: int

    @property
    def opened_at(self) -> datetime:
        """When the page was opened."""
        return datetime.fromtimestamp(self.opened_ms / 1000, UTC)


def start(call: Call) -> str:
    """What a new first sheet sends along."""
    word = f"{new_token()}.{now_ms()}"
    return f"{word}.{_signature(call, word)}"


def started(call: Call, form: Mapping[str, str]) -> Started:
    """The page that a first sheet was typed on. Refused for what no page of ours sent and for what
    a robot filled in; TooFast for what will do as it is a moment later."""
    found = _signed(call, form)
    if found is None:
        raise Refused(
            _(
                "Dit is nog niet bewaard. Kijk na wat hieronder staat en tik nog eens op Verder:"
                " dan lukt het."
            )
        )
    if form.get(TRAP, "").strip():
        raise Refused(_("Een veld dat leeg moest blijven, is ingevuld. Tik nog eens op Verder."))
    if now_ms() - found.opened_ms < _SHORTEST_MS:
        raise TooFast(_("Dat ging heel snel. Kijk na wat je typte en tik nog eens op Verder."))
    return found


def word_of(call: Call, word: str) -> Started | None:
    """The page that a word was given to; None for a word that is none of ours."""
    return _signed(call, {START: word})


def start_again(call: Call, form: Mapping[str, str]) -> str:
    """What a first sheet that was refused sends along: the same word, unless it is none of ours."""
    return form[START] if _signed(call, form) is not None else start(call)


def _signed(call: Call, form: Mapping[str, str]) -> Started | None:
    token, _dot, rest = form.get(START, "").partition(".")
    opened, _dot, signature = rest.partition(".")
    expected = _signature(call, f"{token}.{opened}")
    right = hmac.compare_digest(signature.encode("utf-8", "surrogatepass"), expected.encode())
    return Started(token, int(opened)) if right and token else None


def count_begin(request: Request) -> None:
    """Raises AskedTooMuch for an address that begins too many applications."""
    if not _begins.take(client_of(request)):
        raise AskedTooMuch


def note_begun(request: Request, token: str) -> None:
    """Note that an address began the application of a token."""
    _begun.append((client_of(request), token))


def crowded() -> tuple[str, ...]:
    """The tokens that the address gave that began most of late; () when none began very many."""
    begun = list(_begun)
    [(busiest, number)] = Counter(client for client, _token in begun).most_common(1) or [("", 0)]
    return tuple(token for client, token in begun if client == busiest and number > _CROWD)


def count_save(request: Request, token: str) -> None:
    """Raises AskedTooMuch for an application, or an address, that sends too much."""
    if not _own_saves.take(token[:64]) or not _saves.take(client_of(request)):
        raise AskedTooMuch


def check_work(request: Request) -> None:
    """Raises AskedTooMuch for an address that took too much of the server's time."""
    if _work_seconds.wait(client_of(request)):
        raise AskedTooMuch


def spend_work(request: Request, seconds: float) -> None:
    """Note how much time an answer took."""
    _work_seconds.spend(client_of(request), seconds)


def count_wrong(request: Request) -> bool:
    """Note a link that leads nowhere; whether this address tried too many."""
    return _wrong.count_wrong(client_of(request))


def _signature(call: Call, word: str) -> str:
    content = b"call" + word.encode("utf-8", "surrogatepass")
    return blake2b(content, key=call.secret.encode()[:64], digest_size=12).hexdigest()
