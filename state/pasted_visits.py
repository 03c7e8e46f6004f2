"""Who visits whom, from lines that people type or paste; all pure.

A line names the visitor, then the host, and may say how many go:
"De Regenton -> Kattenstaart (2)", "Regenton bij Kattenstaart, 1 persoon",
"De Regenton; Kattenstaart; 2". One visitor may have several hosts on one line. Cells of a
spreadsheet come as they are copied or exported, with or without the line of headings.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from difflib import get_close_matches

from state.language import _, ngettext
from state.models import Organisation, TrackVisit
from state.pasted import without_marker
from state.problems import Refused
from state.text_rules import name_key
from state.visits import MOST_GUESTS, to_oneself, too_many

USUAL_VISITORS = 2
_LINES_LIMIT = 300
_LINE_LIMIT = 300
_SHOWN = 60
_MOST_TOLD = 8
_EMPTY_CELLS = "\t;|, "
_SHORTEST_PART = 3
_ARROW = re.compile(r"\s*(?:[-–—=]{1,3}>|[→➔➜➝⇒⟶►▶])\s*|\s>{1,2}\s")
_WORDS = re.compile(
    r"\s+(?:(?:gaan?|gaat|ging(?:en)?)\s+(?:naar|bij)|naar|bij|bezocht|bezoekt|was\s+bij|waren\s+bij)"
    r"\s+",
    re.IGNORECASE,
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


def read(text: str, organisations: Sequence[Organisation]) -> tuple[TrackVisit, ...]:
    """The visits of a pasted list, without ids yet.

    Refused, with the number and the words of the line, for the first one that can't be understood,
    and with the numbers of others.
    """
    lines = _lines(text)
    if not lines:
        raise Refused(_("Typ of plak eerst wie bij wie op bezoek gaat."))
    if len(lines) > _LINES_LIMIT:
        raise Refused(_("Dat zijn {count} lijnen: te veel om in één keer te lezen.").format(
            count=len(lines)
        ))  # fmt: skip
    found: list[TrackVisit] = []
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


def _line(line: str, organisations: Sequence[Organisation]) -> list[TrackVisit]:
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
    return [_visit(visitor, host, count) for host in _hosts(sides[1], organisations)]


def _visit(visitor: Organisation, host: Organisation, count: int) -> TrackVisit:
    """A visit, judged here already so that the number of the line can be told."""
    if visitor.id == host.id:
        raise to_oneself()
    if not 1 <= count <= MOST_GUESTS:
        raise too_many(count)
    return TrackVisit("", host.id, visitor.id, count=count)


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
        if len(parts) == 2 and all(parts):
            return parts[0], parts[1]
    return None


def _hosts(words: str, organisations: Sequence[Organisation]) -> list[Organisation]:
    """One host, or several with a comma or 'en' between them; a name may hold 'en' itself."""
    try:
        return [_named(words, organisations)]
    except Refused:
        parts = [part for part in _AND.split(words) if part]
        if len(parts) < 2:
            raise
        return list({(one := _named(part, organisations)).id: one for part in parts}.values())


def _named(words: str, organisations: Sequence[Organisation]) -> Organisation:
    """The one organisation that is meant: by its whole name, or by a part that only it has."""
    wanted = _plain(words)
    full = {one.id: {_plain(one.name), _plain(f"{one.sector} {one.name}")} for one in organisations}
    exact = [one for one in organisations if wanted in full[one.id]]
    if exact:
        return exact[0]
    part = len(wanted) >= _SHORTEST_PART
    near = [one for one in organisations if part and any(wanted in name for name in full[one.id])]
    if len(near) == 1:
        return near[0]
    if near:
        raise Refused(
            _("‘{name}’ kan meer dan één organisatie zijn: {names}.").format(
                name=_short(words), names=", ".join(one.name for one in near)
            )
        )
    by_name = {_plain(one.name): one.name for one in organisations}
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
