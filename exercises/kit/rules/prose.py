"""Sentences for documents: numbers in words, names in a row, and who said something."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from exercises.contract import Member
from exercises.kit.rules.naming import Visibility
from state.language import _, ngettext

_NUMBERS = (
    _("nul"), _("één"), _("twee"), _("drie"), _("vier"), _("vijf"), _("zes"), _("zeven"),
    _("acht"), _("negen"), _("tien"), _("elf"), _("twaalf"),
)  # fmt: skip
# Isolates what is between them, so that a name from right to left leaves its sentence as it is.
_ISOLATE, _END = "\u2068", "\u2069"
_FEWEST_WORDS, _LONGEST_QUOTE = 3, 110
_LEFTWARD = ("R", "AL", "AN")


def in_words(number: int) -> str:
    """A number as it stands in a sentence: in words up to twelve, in figures beyond."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    # In Dutch 'één' is 'Eén' there.
    if text.startswith("één"):
        return f"Eén{text[3:]}"
    return text[:1].upper() + text[1:]


def isolated(name: str) -> str:
    """A name as it may stand in a sentence, whichever way its letters run."""
    if any(unicodedata.bidirectional(char) in _LEFTWARD for char in name):
        return f"{_ISOLATE}{name}{_END}"
    return name


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: 'An', 'An en Bilal', 'An, Bilal en Zoë'. "" for none."""
    shown = [isolated(name) for name in names]
    if len(shown) < 2:
        return "".join(shown)
    return _("{names} en {last}").format(names=", ".join(shown[:-1]), last=shown[-1])


def people_listed(members: Sequence[Member]) -> str:
    """People in a sentence: 'Greet, Wout en twee mensen van Kattenstaart'. Who is not named is
    counted, with the organisation where that is one only."""
    named = [one.name for one in members if not one.nameless]
    others = [one for one in members if one.nameless]
    if not others:
        return listed(named)
    of = {one.organisation for one in others}
    if of == {""} and len(others) == 1:
        told = _("iemand")
    elif len(of) == 1 and of != {""}:
        told = ngettext("iemand van {organisation}", "{n} mensen van {organisation}", len(others))
    else:
        told = _("nog {n} mensen") if named else _("{n} mensen")
    return listed([*named, told.format(n=in_words(len(others)), organisation=min(of))])


def quoted(words: str) -> str:
    """Words of somebody in a sentence, on one line, between quotation marks; without their point,
    since the sentence goes on."""
    line = " ".join(words.split())
    return f"‘{isolated(line if line.endswith('..') else line.removesuffix('.'))}’"


def worth_quoting(words: str) -> bool:
    """Whether words can stand large and alone: some words, and not many."""
    line = " ".join(words.split())
    return len(line.split(" ")) >= _FEWEST_WORDS and len(line) <= _LONGEST_QUOTE


def signed(member: Member | None, shown_as: Visibility = "names") -> tuple[str, int | None]:
    """Who said something, as it stands alone below the words, and the tile of that organisation, as
    far as people are named; nothing for somebody who is not known."""
    if member is None or shown_as == "nobody":
        return "", None
    if shown_as == "names" and not member.nameless:
        return ", ".join(filter(None, (member.name, member.organisation))), member.tile
    if not member.organisation_id:
        return sentence(_("iemand")), None
    who = _("iemand van {organisation}").format(organisation=member.organisation)
    return sentence(who), member.tile
