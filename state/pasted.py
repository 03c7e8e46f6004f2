"""Lists that people paste from a document, a mail or a spreadsheet: one item for each entry.

Numbers, bullets, blank lines and headings go; a numbered entry that runs over several lines
becomes one again. What is part of a sentence stays: "3 dagen per week", "6 - 12 jaar".
"""

from __future__ import annotations

import re

_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u2060\u00ad"))
_SPACE = re.compile(r"\s+")
_MARKERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 1. 2) 3: 4/ (5) 1.2. - without a space only before a letter or a quote
        r"\(?\d{1,3}(?:\.\d{1,2})*[.):°/](?:\s(?=\D)|(?=[^\W\d_]|[\"“‘'«(])|$)",
        # 1 - tekst, and a number in a column of its own
        r"\d{1,3}(?:\s?[-–—]\s|\t)(?=\D)",
        r"(?:stelling|vraag|nr\.?)\s?\d{1,3}\s?(?:[.:)–—-]\s?|$)",
        # (a) b) - a letter with only a dot could be an initial
        r"\(?[a-z]\)(?:\s|$)",
        r"[•·▪▫◦‣●○■□☐☑➢➤✓✔]\s?",
        r"(?:[-–—*>+]|\[[ x]?\])(?:\s|$)",
        # Word writes a bullet of any font, a letter or a Roman number, then a tab: § Ø ü o a. iv.
        r"(?:[^\w\s]{1,2}|[^\W\d_]|[^\W_][.)]|[ivxlc]{1,6}[.)])\t",
    )
)


# A cell of a spreadsheet that holds a line break comes between quotation marks.
_CELL = re.compile(r'(?:(?<=\t)|^)"((?:[^"]|"")*\n(?:[^"]|"")*)"(?=\t|$)', re.MULTILINE)


def items(text: str) -> tuple[str, ...]:
    """The entries of a pasted list, in order, without their numbering; none for a blank text."""
    plain = _CELL.sub(_one_line, text.translate(_INVISIBLE).replace("\r\n", "\n"))
    lines = [_tidy(line) for line in plain.splitlines()]
    entries = [without_marker(line).replace("\t", " ") for line in lines]
    marked = [bool(line) and without_marker(line) != line for line in lines]
    # Only in a numbered list can a line without a number be the rest of the one above.
    numbered = sum(marked) > 1
    found: list[str] = []
    goes_on = False
    for line, entry, is_marked in zip(lines, entries, marked, strict=True):
        if is_marked:
            found.append(entry)
            goes_on = True
        elif numbered and goes_on and line and not line.endswith(":"):
            found[-1] = f"{found[-1]} {entry}".strip()
        else:
            goes_on = False
            if not (numbered and line.endswith(":")):
                found.append(entry)
    return tuple(entry for entry in found if entry)


def without_marker(line: str) -> str:
    """A line without the number or bullet before it, also when there are two."""
    rest = line
    while match := next((found for marker in _MARKERS if (found := marker.match(rest))), None):
        rest = rest[match.end() :].lstrip()
    return rest


def _one_line(cell: re.Match[str]) -> str:
    return " ".join(cell[1].replace('""', '"').split())


def _tidy(line: str) -> str:
    """White space as one space, or as one tab where a tab was in it."""
    return _SPACE.sub(lambda run: "\t" if "\t" in run[0] else " ", line.strip())
