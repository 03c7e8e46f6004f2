"""Who visited whom, from lines that people type or paste, and changes of that list; all pure.

A line names the visitor, then the host, and may say how many went:
"De Regenton -> Kattenstaart (2)", "Regenton bij Kattenstaart, 1 persoon",
"De Regenton; Kattenstaart; 2". One visitor may have several hosts on one line. Cells of a
spreadsheet come as they are copied or exported, with or without the line of headings.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches

from exercises.contract import Party
from exercises.gifts.config import (
    MOST_VISITORS,
    USUAL_VISITORS,
    VISITS_LIMIT,
    GiftsConfig,
    GiftVisit,
)
from state.ids import new_id
from state.language import _, ngettext
from state.pasted import without_marker
from state.problems import Refused
from state.text_rules import name_key

_LINES_LIMIT = 300
_LINE_LIMIT = 300
_SHOWN = 60
_MOST_TOLD = 8
_EMPTY_CELLS = "\t;|, "
_SHORTEST_PART = 3
_ARROW = re.compile(r"\s*(?:[-–—=]{1,3}>|[→➔➜➝⇒⟶►▶])\s*|\s>{1,2}\s")
_WORDS = re.compile(
    r"\s+(?:naar|bij|bezocht|bezoekt|ging(?:en)?\s+naar|was\s+bij|waren\s+bij)\s+", re.IGNORECASE
)
_COLUMNS = re.compile(r"\s*[\t;|]\s*")
_COMMA = re.compile(r"\s*,\s*")
_AND = re.compile(r"\s*(?:[,;+&\t|]|\ben\b)\s*", re.IGNORECASE)
_QUOTED = re.compile(r'^\s*"[^"]+"\s*,')
_HEADING = re.compile(
    r"(?:nr|nummer|van|naar|wie|bij|bij wie|wie ging|bezoekers?|bezoek|bezoekende organisatie"
    r"|(?:op )?bezoek (?:aan|bij)|gast|gastheer|gastvrouw|gastorganisatie|organisatie|host"
    r"|aantal|hoeveel|aantal (?:mensen|personen|bezoekers)|mensen|personen|#)[:.]?",
    re.IGNORECASE,
)
_PEOPLE = r"(?:mensen|mens|personen|persoon|bezoekers?|pers\.?|p\.?)"
_COUNT = re.compile(
    rf"\s*(?:[(\[]\s*(?:x\s*)?(\d{{1,4}})\s*x?\s*{_PEOPLE}?\s*[)\]]"
    rf"|[,;:\t|–-]?\s*(?:met\s+)?(\d{{1,4}})\s*{_PEOPLE}"
    rf"|[,;:\t|]\s*(\d{{1,4}})(?:[.,]0+)?|\s[x×]\s*(\d{{1,4}})|\s(\d{{1,4}})\s*[x×])\s*$",
    re.IGNORECASE,
)
_DUO = re.compile(r"\s*(?:[(\[,;]\s*(?:een\s+)?duo\s*[)\]]?)\s*$", re.IGNORECASE)


def read(text: str, organisations: Sequence[Party]) -> tuple[GiftVisit, ...]:
    """The visits of a pasted list, with new keys.

    Refused, with the number and the words of the line, for the first one that can't be understood,
    and with the numbers of others.
    """
    lines = _lines(text)
    if not lines:
        raise Refused(_("Typ of plak eerst wie bij wie op bezoek ging."))
    if len(lines) > _LINES_LIMIT:
        raise Refused(_("Dat zijn {count} lijnen: te veel om in één keer te lezen.").format(
            count=len(lines)
        ))  # fmt: skip
    found: list[GiftVisit] = []
    wrong: list[tuple[int, Refused]] = []
    for at, line in lines:
        try:
            found += _line(line, organisations)
        except Refused as refusal:
            wrong.append((at, refusal))
    if wrong:
        raise wrong[0][1] if len(lines) == 1 else Refused(_told(wrong))
    return tuple(found)


def _lines(text: str) -> list[tuple[int, str]]:
    """The lines that hold something, numbered from 1, without a line of headings on top."""
    lines = [(at, line.strip()) for at, line in enumerate(text.splitlines(), start=1)]
    lines = [(at, line) for at, line in lines if line.strip(_EMPTY_CELLS)]
    if len(lines) > 1:
        cells = [cell.strip(' "') for cell in re.split(r"[\t;|,]", lines[0][1])]
        if len(cells) > 1 and all(_HEADING.fullmatch(cell) for cell in cells if cell):
            return lines[1:]
    return lines


def _told(wrong: Sequence[tuple[int, Refused]]) -> str:
    (number, reason), *others = wrong
    first = _("Lijn {number}: {reason}").format(number=number, reason=reason)
    if not others:
        return first
    numbers = ", ".join(str(at) for at, _reason in others[:_MOST_TOLD])
    more = "…" if len(others) > _MOST_TOLD else ""
    rest = ngettext(
        "Ook lijn {numbers} klopt niet.", "Ook lijnen {numbers} kloppen niet.", len(others)
    )
    return f"{first} {rest.format(numbers=numbers + more)}"


def add(config: GiftsConfig, visits: Iterable[GiftVisit]) -> GiftsConfig:
    """Add visits at the end; one that is on the list already only gets the new number of people,
    and one that was on it has its gift again.

    Refused when the list would be too long.
    """
    by_pair = {_pair(visit): visit for visit in config.visits}
    left = {_pair(visit): visit for visit in config.gone}
    for visit in visits:
        pair = _pair(visit)
        known = by_pair.get(pair) or left.pop(pair, visit)
        by_pair[pair] = replace(known, count=visit.count)
    if len(by_pair) > VISITS_LIMIT:
        raise Refused(
            _("Er passen hoogstens {limit} bezoeken op de lijst. Dit worden er {count}.").format(
                limit=VISITS_LIMIT, count=len(by_pair)
            )
        )
    return replace(config, visits=tuple(by_pair.values()), gone=tuple(left.values()))


def add_pasted(config: GiftsConfig, text: str, organisations: Sequence[Party]) -> GiftsConfig:
    """Add a pasted list; Refused when a line can't be understood."""
    return add(config, read(text, organisations))


def visit(visitor: str | None, host: str | None, count: int) -> GiftVisit:
    """A visit from what was chosen; Refused when something is missing or odd."""
    if not visitor or not host:
        raise Refused(_("Kies wie op bezoek ging en bij wie."))
    if visitor == host:
        raise Refused(_("Niemand gaat bij zichzelf op bezoek. Kies een andere gastorganisatie."))
    if not 1 <= count <= MOST_VISITORS:
        raise Refused(
            _("Op bezoek gaan 1 tot {most} mensen. Hier staat {count}.").format(
                most=MOST_VISITORS, count=count
            )
        )
    return GiftVisit(new_id(), visitor, host, count)


def without(config: GiftsConfig, key: str, answered: Collection[str] = ()) -> GiftsConfig:
    """Take one visit away. `answered`: the keys whose gifts hold something, which are kept."""
    taken = tuple(v for v in config.visits if v.key == key and key in answered)
    left = tuple(v for v in config.visits if v.key != key)
    return replace(config, visits=left, gone=(*config.gone, *taken))


def restored(config: GiftsConfig, taken: GiftVisit) -> GiftsConfig:
    """With a visit that was taken away, unless it was added again meanwhile."""
    present = any(_pair(visit) == _pair(taken) for visit in config.visits)
    return config if present else add(config, (taken,))


def taken_over(config: GiftsConfig, other: GiftsConfig, answered: Collection[str]) -> GiftsConfig:
    """The content `other` instead of the present one; each gift stays with its visit."""
    known = {_pair(visit): visit.key for visit in (*config.gone, *config.visits)}
    visits = tuple(replace(one, key=known.get(_pair(one)) or new_id()) for one in other.visits)
    here = {visit.key for visit in visits}
    left = (*config.gone, *(visit for visit in config.visits if visit.key in answered))
    return replace(other, visits=visits, gone=tuple(one for one in left if one.key not in here))


def _pair(visit: GiftVisit) -> tuple[str, str]:
    return visit.visitor, visit.host


def nothing_to_fill() -> str:
    """What is said as long as no visit is on the list."""
    return _(
        "Er staat nog geen bezoek op de lijst. Zonder bezoeken heeft niemand een cadeautje te"
        " vullen."
    )


def hosts_without_visit(config: GiftsConfig, organisations: Sequence[Party]) -> tuple[Party, ...]:
    """The organisations that nobody visited: they would get no gift."""
    hosts = {visit.host for visit in config.visits}
    return tuple(one for one in organisations if not one.gone and one.id not in hosts)


def _line(line: str, organisations: Sequence[Party]) -> list[GiftVisit]:
    if len(line) > _LINE_LIMIT:
        raise Refused(_("Deze lijn is te lang: ‘{line}’.").format(line=_short(line)))
    bare = _cells(without_marker(line) or line)
    words, count = _without_count(bare)
    sides = _sides(words)
    if sides is None:
        raise Refused(
            _("‘{line}’ begrijp ik niet. Schrijf het zo: Bezoeker -> Gastorganisatie (2).").format(
                line=_short(line)
            )
        )
    visitor = _named(sides[0], organisations)
    return [visit(visitor.id, host.id, count) for host in _hosts(sides[1], organisations)]


def _cells(line: str) -> str:
    """The cells of a spreadsheet with one sign between them, without quotes and empty ones."""
    if _QUOTED.match(line):
        cells = next(csv.reader([line], skipinitialspace=True))
    elif _COLUMNS.search(line):
        cells = _COLUMNS.split(line)
    else:
        return line
    bare = (cell.strip(' "') for cell in cells)
    return "; ".join(cell for cell in bare if cell)


def _without_count(words: str) -> tuple[str, int]:
    found = _COUNT.search(words)
    if found:
        number = next(group for group in found.groups() if group)
        return words[: found.start()].strip(), int(number)
    duo = _DUO.search(words)
    return (words[: duo.start()].strip(), 2) if duo else (words.strip(), USUAL_VISITORS)


def _sides(words: str) -> tuple[str, str] | None:
    for border in (_ARROW, _COLUMNS, _WORDS, _COMMA):
        parts = [part.strip() for part in border.split(words, maxsplit=1)]
        if len(parts) == 2 and all(parts):  # noqa: PLR2004
            return parts[0], parts[1]
    return None


def _hosts(words: str, organisations: Sequence[Party]) -> list[Party]:
    """One host, or several with a comma or 'en' between them; a name may hold 'en' itself."""
    try:
        return [_named(words, organisations)]
    except Refused:
        parts = [part for part in _AND.split(words) if part]
        if len(parts) < 2:  # noqa: PLR2004
            raise
        return list({(one := _named(part, organisations)).id: one for part in parts}.values())


def _named(words: str, organisations: Sequence[Party]) -> Party:
    """The one organisation that is meant: by its whole name, or by a part that only it has."""
    wanted = _plain(words)
    present = [one for one in organisations if not one.gone]
    full = {one.id: {_plain(one.name), _plain(f"{one.sector} {one.name}")} for one in present}
    exact = [one for one in present if wanted in full[one.id]]
    if exact:
        return exact[0]
    part = len(wanted) >= _SHORTEST_PART
    near = [one for one in present if part and any(wanted in name for name in full[one.id])]
    if len(near) == 1:
        return near[0]
    if near:
        raise Refused(
            _("‘{name}’ kan meer dan één organisatie zijn: {names}.").format(
                name=_short(words), names=", ".join(one.name for one in near)
            )
        )
    by_name = {_plain(one.name): one.name for one in present}
    close = get_close_matches(wanted, by_name, n=1)
    meant = _("Bedoel je {name}?").format(name=by_name[close[0]]) if close else _(
        "Kijk na hoe ze op de lijst van het traject staat."
    )  # fmt: skip
    raise Refused(
        _("‘{name}’ is geen organisatie van dit traject. {hint}").format(
            name=_short(words), hint=meant
        )
    )


def _plain(words: str) -> str:
    """A name as people spell it in a hurry: without article, quotes and capitals."""
    bare = re.sub(r"[\"'’‘“”.]", "", name_key(words))
    return re.sub(r"^(?:de|het|t|een)\s+", "", " ".join(bare.split()))


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
