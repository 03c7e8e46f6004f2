"""Cleans typed text for storage. Text is refused only for its length, never for its characters."""

from __future__ import annotations

import unicodedata
from datetime import date
from functools import lru_cache

from state.language import _
from state.problems import Refused

# Bidirectional overrides and isolates can turn a whole page around; letters of
# right-to-left scripts themselves stay.
_DIRECTION_MARKS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])

_FAR_TOO_LONG = 20

# Characters that are invisible; a name of only these counts as empty.
_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"


def one_line(typed: str, limit: int, what: str, *, required: bool = True) -> str:
    """Clean a text of one line, or raise Refused with a Dutch sentence.

    `limit` counts characters; `what` names the field ("De naam"). White space is folded and
    control characters go; letters of any script, emoji and markup stay as they are.
    """
    if len(typed) > limit * _FAR_TOO_LONG:
        # Refuse before cleaning: cleaning a huge paste would take long.
        return _within(typed, limit, what)
    clean = " ".join(_without_controls(typed).split())
    if required and not is_visible(clean):
        raise Refused(_("{what} is nog leeg.").format(what=what))
    return _within(clean, limit, what)


def paragraph(typed: str, limit: int, what: str) -> str:
    """Clean a text of several lines; empty is allowed. Raises Refused when too long."""
    lines = [" ".join(_without_controls(line).split()) for line in typed.splitlines()]
    return _within("\n".join(lines).strip(), limit, what)


def as_typed(typed: str) -> str:
    """The letters that `paragraph` keeps, with the spaces and lines as they were typed: for a text
    that somebody is still writing."""
    lines = typed.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_without_controls(line) for line in lines)


def is_visible(text: str) -> bool:
    """Whether there is anything to read: not only joiners, loose accents and blank letters."""
    return any(
        unicodedata.category(character) not in ("Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp", "Cn")
        and character not in _BLANK_LETTERS
        for character in text
    )


# Marks that people leave out or type in another way: the apostrophe of M'hamed.
_APOSTROPHES = dict.fromkeys(map(ord, "'\u2018\u2019\u201b\u02bc\u02b9\u02bb\u2032`\u00b4\uff07"))
_HYPHENS = dict.fromkeys(map(ord, "-\u2010\u2011\u2012\u2013\u2014\u2212\uff0d_"), " ")
# Letters with a stroke or without their dot, which Unicode does not take apart.
_PLAIN_LETTERS = str.maketrans({
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe",
    "þ": "th",
})  # fmt: skip


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """The form in which two spellings of one name are the same: 'Ayşe ' and 'AYŞE', M'hamed and
    M’hamed, Anne-Marie and Anne Marie, Işıl and ISIL, Łukasz and Lukasz."""
    marked = name.translate(_APOSTROPHES).translate(_HYPHENS).casefold()
    decomposed = unicodedata.normalize("NFKD", marked.translate(_PLAIN_LETTERS))
    letters = "".join(
        c for c in decomposed if not unicodedata.combining(c) and unicodedata.category(c) != "Cf"
    )
    # A name of marks only is its own key.
    return " ".join(letters.split()) or " ".join(name.split())


def _within(text: str, limit: int, what: str) -> str:
    if len(text) > limit:
        raise Refused(
            _("{what} is te lang: {count} tekens, hoogstens {limit} passen er.").format(
                what=what, count=len(text), limit=limit
            )
        )
    return text


def _without_controls(text: str) -> str:
    marked = text.translate(_DIRECTION_MARKS)
    return "".join(
        character if unicodedata.category(character) not in ("Cc", "Cs") else " "
        for character in unicodedata.normalize("NFC", marked)
    )


def day_or_none(typed: str) -> str:
    """A day as ISO, or "" for none; Refused for what is no date."""
    try:
        return date.fromisoformat(typed).isoformat() if typed else ""
    except ValueError as error:
        raise Refused(_("Kies een dag in de kalender.")) from error
