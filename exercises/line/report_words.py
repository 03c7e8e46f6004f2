"""De lijn in sentences: who stood where on a statement, and who moved. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exercises.contract import Member
from exercises.kit.rules.naming import Visibility
from exercises.kit.rules.prose import in_words, listed, people_listed, quoted, sentence
from exercises.kit.rules.stances import stood as stood_in_words
from exercises.line.config import Statement
from exercises.line.layout import MOST_FIGURES
from exercises.line.model import LinePlace
from exercises.line.results import where
from state.language import _, ngettext

Standing = tuple[Member, LinePlace]
# More names than these are no sentence any more.
_MOST_NAMED = 6
_THIRD = 1 / 3


@dataclass(frozen=True)
class StoodOn:
    """A statement with its number ("" for one that was removed), the ends of its line, and the
    people who stand on it; `shown_as`: as far as they are named."""

    number: int | str
    statement: Statement
    ends: tuple[str, str]
    people: tuple[Standing, ...]
    shown_as: Visibility

    @property
    def moved(self) -> int:
        """How many people moved after the talk."""
        return sum(place.moved for _member, place in self.people)


def statements(count: int) -> str:
    """On how many statements people stood."""
    return ngettext(
        "We stonden bij {n} stelling op de lijn.", "We stonden bij {n} stellingen op de lijn.",
        count,
    ).format(n=in_words(count))  # fmt: skip


def told(stood: StoodOn) -> tuple[str, ...]:
    """How it went on one statement, and who moved, as far as names are shown."""
    ended = sentence(_("op het einde {where}.").format(where=_where(stood)))
    if not stood.moved:
        return (ended,)
    return (ended, _how_many(stood), *_which_way(stood, named=True))


def in_short(stood: StoodOn) -> tuple[str, ...]:
    """The same in one to three sentences without names, which tell the statement too."""
    statement = quoted(stood.statement.text)
    if stood.moved:
        return (_how_many(stood, statement), *_which_way(stood, named=False))
    told_of = _("Bij {statement} {where} op het einde.")
    return (told_of.format(statement=statement, where=_where(stood)),)


def picture(stood: StoodOn, *, named: bool = True) -> str:
    """What can be seen in the picture of a statement."""
    count = len(stood.people)
    who = ngettext("{n} mens", "{n} mensen", count).format(n=in_words(count))
    parts = [_("De lijn met {who}, van {left} naar {right}.").format(
        who=who, left=quoted(stood.ends[0]), right=quoted(stood.ends[1])
    )]  # fmt: skip
    if named and stood.shown_as == "names" and len(stood.people) <= MOST_FIGURES:
        people = sorted(stood.people, key=lambda one: (one[1].now or 0.0, one[0].id))
        names = listed([member.name for member, _place in people])
        parts.append(_("Van links naar rechts: {names}.").format(names=names))
    return " ".join([*parts, *([_how_many(stood)] if stood.moved else [])])


def stood_there(who: str, ends: tuple[str, str], place: LinePlace) -> str:
    """Where somebody stands, and what that person wrote."""
    return stood_in_words(who, where(place.now or 0.0, *ends), place.why)


def own_name(member: Member, shown_as: Visibility) -> str:
    """What somebody is called in what the own organisation reads."""
    named = shown_as == "names" and not member.nameless
    return member.name if named else _("Iemand van jullie")


def _where(stood: StoodOn) -> str:
    """How many people stand at each end, and between."""
    left, right = (_("bij {end}").format(end=quoted(end)) for end in stood.ends)
    thirds = [0, 0, 0]
    for _member, spot in stood.people:
        thirds[min(2, int((spot.now or 0.0) / _THIRD))] += 1
    found = [
        (count, place)
        for count, place in zip(thirds, (left, _("ertussenin"), right), strict=True)
        if count
    ]
    if len(found) == 1 and found[0][0] > 1:
        return _("stond iedereen {where}").format(where=found[0][1])
    (count, place), *others = found
    first = ngettext("stond {n} mens {place}", "stonden {n} mensen {place}", count)
    parts = [first.format(n=in_words(count), place=place)]
    return listed([*parts, *(f"{in_words(many)} {there}" for many, there in others)])


def _how_many(stood: StoodOn, statement: str = "") -> str:
    """How many moved, in a sentence that begins with the statement where one is given."""
    moved, count = stood.moved, len(stood.people)
    if count == 1:
        who, verb = _("één mens"), _("schoof")
    elif moved == count:
        who, verb = _("iedereen"), _("schoof")
    else:
        # Of two numbers in one sentence both are words, or both are figures.
        said = str if in_words(count) == str(count) else in_words
        who = _("{moved} van de {count}").format(moved=said(moved), count=said(count))
        verb = ngettext("schoof", "schoven", moved)
    after = _("op na het gesprek")
    if not statement:
        return sentence(f"{who} {verb} {after}.")
    return _("Bij {statement} {verb} {who} {after}.").format(
        statement=statement, verb=verb, who=who, after=after
    )


def _which_way(stood: StoodOn, *, named: bool) -> Iterator[str]:
    """To which end people moved: their names where those are shown and few, else how many."""
    movers = [one for one in stood.people if one[1].moved]
    towards = [
        (quoted(stood.ends[0]), [m for m, p in movers if (p.second or 0.0) < (p.first or 0.0)]),
        (quoted(stood.ends[1]), [m for m, p in movers if (p.second or 0.0) > (p.first or 0.0)]),
    ]
    ways = [(end, people) for end, people in towards if people]
    if named and stood.shown_as == "names" and len(movers) <= _MOST_NAMED:
        for end, people in ways:
            who = people_listed(people)
            yield ngettext(
                "{who} ging naar {end} toe.", "{who} gingen naar {end} toe.", len(people)
            ).format(who=who, end=end)
    elif ways:
        (end, people), *others = ways
        told = ngettext("{n} ging naar {end} toe", "{n} gingen naar {end} toe", len(people))
        parts = [told.format(n=in_words(len(people)), end=end)]
        parts += [_("{n} naar {end}").format(n=in_words(len(m)), end=e) for e, m in others]
        yield sentence(f"{', '.join(parts)}.")
