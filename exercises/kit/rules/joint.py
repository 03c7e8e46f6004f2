"""Several people of one organisation write in the same field at the same time, and no word is lost.

A phone sends what its field holds now (`text`), what it started from (`base`), and what it sent
since without knowing that it arrived (`trail`). The server merges that into the stored text, word
by word. It stores for each page the number of the last message it merged (`seen`), under the
person's alias, so that nobody can send in the name of a colleague's page. A message that arrives
twice therefore changes nothing, and a message that replaces earlier ones is compared with the last
of those that arrived. `joint.js` does the same on the phone, with the same `merge`.

    phone -> {"text", "base", "writer", "n", "trail": [[writer, n, text], ...]}
    stored  {"text", "seen": {"<alias>.<writer>": n}}   owner: the organisation; notifies "party"
    phone <- {"text", "seen": {writer: n}}              of the own pages

A text of more than `limit` characters is stored too, with `"long": true`. It is a draft: the
organisation's own phones get all of it, `text_of` gives everybody else "", so that half a text
never stands on the screen. From `FAR_TOO_LONG` times the limit on the server refuses it and the
phone keeps it.

Presence is stored in slots of the organisation too: `at.<alias>` with {"field", "beat"}. A higher
beat is a new heartbeat; phones let presence expire by their own clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from exercises.contract import Accepted, Context, Entry, Json, Member
from exercises.kit.rules.colleagues import with_phone
from state.language import _
from state.models import FACILITATOR
from state.problems import Refused
from state.text_rules import as_typed

PRESENCE = "at."
_MOST_WRITERS = 12
_MOST_TRAIL = 12
_MOST_CELLS = 100_000
# As in joint.js: up to so many times the limit a text is kept as a draft.
FAR_TOO_LONG = 4
# White space that is typed and not read counts up to here.
_SURPLUS = 2
_BIGGEST = 2**53
_WRITER_LIMIT = 32
_TRAIL_PARTS = 3
# Exactly as in joint.js: what other scripts call white space is part of a word here.
_SPACE = re.compile("([ \n]+)")


@dataclass(frozen=True)
class _SpacedWord:
    """A word with the white space before it; `first` when no word stands before it."""

    before: str
    text: str
    first: bool


@dataclass(frozen=True)
class Stored:
    """A stored field. `text`: as typed; `seen`: the number of the last merged message of each page,
    by a name that begins with the alias of its person; `long`: too long to be shared."""

    text: str = ""
    seen: Mapping[str, int] = field(default_factory=dict)
    long: bool = False

    @classmethod
    def read(cls, payload: Json | None, start: str = "") -> Stored:
        """From storage; `start` when nothing was stored."""
        if payload is None:
            return cls(start)
        return cls(str(payload.get("text", "")), payload.get("seen", {}), is_too_long(payload))

    def to_json(self) -> Json:
        """As stored."""
        seen: Json = {"seen": dict(self.seen)} if self.seen else {}
        return {"text": self.text, **seen, **({"long": True} if self.long else {})}

    def has(self, writer: str, number: int) -> bool:
        """Whether this message, or a later one of the same page, is in the text."""
        return self.seen.get(writer, 0) >= number

    def with_message(self, text: str, message: Message, *, long: bool) -> Stored:
        """The field with a merged text. The messages that this one replaces count as merged, so
        that they change nothing if they arrive later. Of each person only the latest pages are
        kept."""
        seen = dict(self.seen)
        for writer, number in message.replaces:
            seen[writer] = max(number, seen.pop(writer, 0))
        own = [page for page in seen if page.startswith(message.prefix)]
        forgotten = set(own[:-_MOST_WRITERS])
        kept = {page: n for page, n in seen.items() if page not in forgotten}
        return Stored(text, kept, long)

    def for_pages_of(self, who: str) -> Stored:
        """The field as sent to the pages of a person (`who`: an alias), with the numbers of those
        only."""
        prefix = _prefix(who)
        return Stored(
            self.text,
            {
                page.removeprefix(prefix): n
                for page, n in self.seen.items()
                if page.startswith(prefix)
            },
            self.long,
        )


@dataclass(frozen=True)
class Message:
    """A message of a page about a field. `writer`: the page; `number` rises with each of its
    messages.

    `prefix`: what the names of all pages of that person begin with; "" for a page without a name.
    """

    text: str
    base: str = ""
    writer: str = ""
    number: int = 0
    trail: tuple[tuple[str, int, str], ...] = ()
    prefix: str = ""

    @classmethod
    def read(cls, payload: Json, who: str) -> Message | None:
        """Parse a message from the browser of `who` (an alias); None when it is malformed."""
        text, base = payload.get("text"), payload.get("base", "")
        writer, number = payload.get("writer", ""), payload.get("n", 0)
        trail = payload.get("trail", [])
        if not (isinstance(text, str) and isinstance(base, str) and isinstance(trail, list)):
            return None
        if not _is_numbered(writer, number) or len(trail) > _MOST_TRAIL:
            return None
        if not all(_is_trail(item) for item in trail):
            return None
        prefix = _prefix(who)
        return cls(
            as_typed(text), as_typed(base), writer and prefix + writer, number,
            tuple((name and prefix + name, count, as_typed(was)) for name, count, was in trail),
            prefix,
        )  # fmt: skip

    @property
    def replaces(self) -> tuple[tuple[str, int], ...]:
        """The messages whose text this one includes, as (writer, number), itself last."""
        earlier = ((writer, number) for writer, number, _text in self.trail if writer)
        return (*earlier, *([(self.writer, self.number)] if self.writer else []))

    def started_from(self, stored: Stored) -> str:
        """The latest text that both the writer and the stored text come from."""
        for writer, number, text in reversed(self.trail):
            if stored.has(writer, number):
                return text
        return self.base


def accept(
    entry: Entry[Any, Any], limit: int, what: str, start: str = "", owner: str | None = None
) -> Accepted:
    """Merge a message into a field of `owner`, by default the organisation that the author writes
    for; Refused when that can't be.

    `limit` in characters as they are read; `what` names the field ("De kerntaak"); `start` is
    what stands there as long as nobody wrote: the same as in `for_phone`. A longer text is kept as
    a draft of the organisation, up to FAR_TOO_LONG times the limit; from there it can only get
    shorter. The facilitator, who is not given the draft, neither adds to one nor makes one.
    """
    owner = owner or owner_of(entry)
    if owner is None:
        raise Refused(_("Je organisatie doet niet meer mee. Vraag het aan de begeleider."))
    if _is_far_too_long(entry.payload, limit):
        raise Refused(_too_long(what, limit))
    message = Message.read(entry.payload, entry.alias(entry.author))
    if message is None:
        raise Refused(_("Deze tekst is niet te lezen. Probeer het nog eens."))
    stored = Stored.read(entry.stored(owner, entry.slot), start)
    if message.writer and stored.has(message.writer, message.number):
        return Accepted(stored.to_json(), owner, "party")
    if entry.author == FACILITATOR and stored.long:
        raise Refused(
            _("{what} wordt nog ingekort op de gsm van de organisatie.").format(what=what)
        )
    merged = merge(message.started_from(stored), stored.text, message.text)
    size, before = len(readable(merged)), len(readable(stored.text))
    most = limit if entry.author == FACILITATOR else limit * FAR_TOO_LONG
    if size > max(most, before) or len(merged) > limit * FAR_TOO_LONG * _SURPLUS:
        raise Refused(_too_long(what, limit))
    kept = stored.with_message(merged, message, long=size > limit)
    return Accepted(kept.to_json(), owner, "party")


def accept_presence(
    entry: Entry[Any, Any], fields: Iterable[str], owner: str | None = None, sign: str = ""
) -> Accepted:
    """Take in who is in which field; `fields` are the slots there are, "" is nowhere. `owner` is
    whose fields these are, by default the author's organisation; `sign` the slot of the author.

    Refused for what is no such sign.
    """
    member = entry.member
    if member is None or entry.slot != (sign or PRESENCE + entry.alias(entry.author)):
        raise Refused(_("Dit is niet te lezen. Laad de pagina opnieuw."))
    place, beat = entry.payload.get("field"), entry.payload.get("beat", 0)
    known = place == "" or (isinstance(place, str) and place in set(fields))
    if not known or not _is_number(beat):
        raise Refused(_("Dit is niet te lezen. Laad de pagina opnieuw."))
    return Accepted({"field": place, "beat": beat}, owner or member.organisation_id, "party")


@dataclass(frozen=True)
class Writers:
    """Who write together, where that are not the people of one organisation. `stored`: slot ->
    payload of whose fields these are; `others`: who else has a phone in the room; `mark`: what
    stands before the alias in the slot in which somebody says where they are."""

    stored: Mapping[str, Json]
    others: tuple[Member, ...]
    mark: str = ""


def for_phone(
    context: Context[Any, Any], slots: Iterable[str], starts: Mapping[str, str] | None = None,
    writers: Writers | None = None,
) -> Json:  # fmt: skip
    """What joint.js needs: the text of each slot as it is now, also one that is too long, who else
    is in which field, and whether anybody else who fills it in has a phone in the room.

    `starts`: slot -> what stands there as long as nobody wrote. `writers`: by default the people
    of the organisation.
    """
    starts = starts or {}
    who = writers or Writers(context.ours, tuple(with_phone(context)))
    me = context.alias(context.me.id) if context.me else ""
    return {
        "texts": {
            slot: _for_pages(who.stored.get(slot), starts.get(slot, ""), me) for slot in slots
        },
        "me": PRESENCE + who.mark + me if me else "",
        "people": _writing(context, who),
        "alone": not who.others,
    }


def _for_pages(stored: Json | None, start: str, me: str) -> Json:
    if stored is None:
        return {"text": start}
    return Stored.read(stored, start).for_pages_of(me).to_json()


def owner_of(entry: Entry[Any, Any]) -> str | None:
    """The organisation that somebody writes for: the own one, or for the facilitator the one
    named in `for`; None when there is none."""
    if entry.author == FACILITATOR:
        asked = entry.payload.get("for")
        return asked if isinstance(asked, str) and asked in entry.parties() else None
    member = entry.member
    return member.organisation_id if member else None


def readable(text: str) -> str:
    """A field as others read it: no white space that somebody left while writing."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def text_of(payload: Json | None) -> str:
    """The readable text of a stored field, whatever was stored there; "" for one that is too long
    to be shared."""
    text = (payload or {}).get("text", "")
    return readable(text) if isinstance(text, str) and not is_too_long(payload) else ""


def is_too_long(payload: Json | None) -> bool:
    """Whether a stored field holds a draft that is too long: only its own organisation reads it."""
    return (payload or {}).get("long") is True


def merge(base: str, stored: str, incoming: str) -> str:
    """Both texts together, each compared with the text `base` they both come from.

    A word that either added is in the result; a word that either took away is not; where both
    added at one place the stored words come first, and the same words come once.
    """
    if incoming in (base, stored):
        return stored
    if stored == base:
        return incoming
    origin, tail = _words(base)
    left, left_tail = _words(stored)
    right, right_tail = _words(incoming)
    to_left, to_right = _match(origin, left), _match(origin, right)
    left_added, right_added = _added(to_left, left), _added(to_right, right)
    words: list[_SpacedWord] = []
    for at in range(len(origin) + 1):
        words += _both(left_added[at], right_added[at])
        if at < len(origin) and to_left[at] >= 0 and to_right[at] >= 0:
            words.append(_kept(origin[at], left[to_left[at]], right[to_right[at]]))
    return _joined(words) + (right_tail if right_tail != tail else left_tail)


def _words(text: str) -> tuple[list[_SpacedWord], str]:
    """The words of a text, and the white space after the last one."""
    parts = _SPACE.split(text)
    spaces = ["", *parts[1::2]]
    words: list[_SpacedWord] = []
    for space, word in zip(spaces, parts[::2], strict=True):
        if word:
            words.append(_SpacedWord(space, word, not words))
    return words, "" if parts[-1] else spaces[-1]


def _match(base: Sequence[_SpacedWord], other: Sequence[_SpacedWord]) -> list[int]:
    """For each word of `base` its place in `other`, -1 when it is gone: the most words in order."""
    old, new = [word.text for word in base], [word.text for word in other]
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    found = [*range(start), *[-1] * (len(old) - start)]
    for back in range(1, end + 1):
        found[-back] = len(new) - back
    for at, to in _common(old[start : len(old) - end], new[start : len(new) - end]):
        found[start + at] = start + to
    return found


def _common(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The longest common subsequence, as pairs of places."""
    if len(old) * len(new) > _MOST_CELLS:
        # Too many words to compare, as after pasting: treat all as new, so that nothing is lost.
        return []
    longest = [[0] * (len(new) + 1) for _row in range(len(old) + 1)]
    for at in reversed(range(len(old))):
        word, row, under = old[at], longest[at], longest[at + 1]
        beside = 0
        # Written out: this loop is what a merge costs, and everybody waits for it.
        for to in reversed(range(len(new))):
            if word == new[to]:
                beside = under[to + 1] + 1
            elif under[to] > beside:
                beside = under[to]
            row[to] = beside
    pairs, at, to = [], 0, 0
    while at < len(old) and to < len(new):
        if old[at] == new[to]:
            pairs.append((at, to))
            at, to = at + 1, to + 1
        elif longest[at + 1][to] >= longest[at][to + 1]:
            at += 1
        else:
            to += 1
    return pairs


def _added(match: Sequence[int], other: Sequence[_SpacedWord]) -> list[list[_SpacedWord]]:
    """What `other` has that base has not, by place in base: right after the word it follows."""
    place_of = {to: at for at, to in enumerate(match) if to >= 0}
    added: list[list[_SpacedWord]] = [[] for _place in range(len(match) + 1)]
    after = 0
    for to, word in enumerate(other):
        if to in place_of:
            after = place_of[to] + 1
        else:
            added[after].append(word)
    return added


def _both(left: list[_SpacedWord], right: list[_SpacedWord]) -> list[_SpacedWord]:
    old, new = [word.text for word in left], [word.text for word in right]
    if new[: len(old)] == old:
        return right
    if old[: len(new)] == new:
        return left
    return left + right


def _kept(base: _SpacedWord, left: _SpacedWord, right: _SpacedWord) -> _SpacedWord:
    return right if right.before != base.before else left


def _joined(words: Sequence[_SpacedWord]) -> str:
    text = ""
    for word in words:
        if text:
            text += (word.before or " ") + word.text
        else:
            text = (word.before if word.first else "") + word.text
    return text


def _is_far_too_long(payload: Json, limit: int) -> bool:
    # Refuse before cleaning: cleaning a huge paste would take long.
    texts = [payload.get("text", ""), payload.get("base", "")]
    trail = payload.get("trail", [])
    if isinstance(trail, list):
        texts += [item[-1] for item in trail[:_MOST_TRAIL] if isinstance(item, list) and item]
    most = limit * FAR_TOO_LONG * _SURPLUS
    return any(isinstance(text, str) and len(text) > most for text in texts)


def _prefix(who: str) -> str:
    return f"{who}."


def _too_long(what: str, limit: int) -> str:
    return _("{what} is te lang: hoogstens {limit} tekens passen er.").format(
        what=what, limit=limit
    )


def _writing(context: Context[Any, Any], writers: Writers) -> list[Json]:
    found = []
    for member in writers.others:
        who = context.alias(member.id)
        sign = writers.stored.get(PRESENCE + writers.mark + who)
        if sign and sign.get("field"):
            found.append({"id": who, "name": member.name, "field": sign["field"],
                          "beat": sign.get("beat", 0)})  # fmt: skip
    return found


def _is_number(sent: Any) -> bool:
    return isinstance(sent, int) and not isinstance(sent, bool) and 0 <= sent <= _BIGGEST


def _is_numbered(writer: Any, number: Any) -> bool:
    if not isinstance(writer, str) or not _is_number(number):
        return False
    return not writer or (writer.isascii() and writer.isalnum() and len(writer) <= _WRITER_LIMIT)


def _is_trail(item: Any) -> bool:
    return (
        isinstance(item, list)
        and len(item) == _TRAIL_PARTS
        and _is_numbered(item[0], item[1])
        and isinstance(item[2], str)
    )
