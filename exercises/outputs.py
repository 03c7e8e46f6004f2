"""What an exercise gives: scenes for browsers, a panel for the console, the parts of an export, and
what the facilitator reads before it begins.

Part of the contract, and imported from `exercises.contract`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
# Where something that an exercise lacks is filled in: in its own content, on the page of the visits
# of the track, or on that of its own links and e-mails.
LackPlace = Literal["content", "visits", "mails"]
# How the meaning of a column says that it holds 1 or 0.
_YES, _NO = "1: ", ", anders 0"


@dataclass(frozen=True)
class Scene:
    """What a browser draws: a script of the exercise's folder, its styles, and its data. A style
    may be one of the kit: a path from that folder, such as `../../kit/sheet/browser/phone.css`."""

    script: str
    styles: tuple[str, ...]
    data: Json


@dataclass(frozen=True)
class Control:
    """A switch on the console, kept in `Phase.options[key]`.

    A toggle has a boolean value; a choice has one of `options`, (value, label). `asks`: values that
    the facilitator must confirm, each with the sentence that explains why.
    """

    key: str
    label: str
    value: Any
    options: tuple[tuple[str, str], ...] = ()
    help: str = ""
    asks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class OnBehalf:
    """What the facilitator can fill in for somebody: a point between two ends, or a text.

    A range is sent as `{"at": 0..1}`, a text as `{"text": str}`; for another answer, make a
    `console`.
    `limit` is the most characters of a text that the exercise takes, and `label` says what
    is asked, above its field.
    Only where this is given the console can take somebody's answers to a step away: all in slots
    that share what stands before the last dot of `slot`.
    """

    slot: str
    kind: Literal["range", "text"]
    ends: tuple[str, str] = ("", "")
    limit: int = 0
    label: str = ""


@dataclass(frozen=True)
class Word:
    """What somebody wrote for the facilitator; `who` as far as names are shown."""

    who: str
    text: str


@dataclass(frozen=True)
class Move:
    """A button for the facilitator, also on the remote: it writes `payload` in `slot` in the
    facilitator's name. `value` tells what it is about, where the label alone does not."""

    label: str
    slot: str
    payload: Json
    value: str = ""


@dataclass(frozen=True)
class Panel:
    """The exercise's own part of the console.

    `answered`: ids of the people who did what is asked now; beside their names stands `done_word`,
    beside the others `waiting_word`, and beside `unasked` (ids), of whom nothing is asked now,
    nothing. `count` of `total` stands before `summary`: by default the
    people in `answered`, of those in the room. An exercise that counts something else, such as
    organisations, gives its own.

    `questions`: for the talk. `words`: what people wrote. `moves`: buttons, also on the remote.
    `onward` and `backward`: what the main button and the one beside it do within this step, as long
    as there is something left to show of it; without them they go to another stage or step.
    `skip`: with it a third button leaves the step while `onward` has something left, and `skip` is
    what the facilitator is told before that, in a sentence.
    `page`: which page of the step the screen shows, in words, or "".
    """

    answered: frozenset[str] = frozenset()
    done_word: str = ""
    waiting_word: str = ""
    unasked: frozenset[str] = frozenset()
    summary: str = ""
    count: int | None = None
    total: int | None = None
    controls: tuple[Control, ...] = ()
    questions: tuple[str, ...] = ()
    words: tuple[Word, ...] = ()
    on_behalf: OnBehalf | None = None
    moves: tuple[Move, ...] = ()
    onward: Move | None = None
    backward: Move | None = None
    skip: str = ""
    page: str = ""


@dataclass(frozen=True)
class Waiting:
    """What somebody may still fill in at home, as one concrete `question`. `about`: what it stands
    on, "" for the title of the exercise. `hint`: a sentence that takes the weight off, or "".
    `button`: what the button that leads there does."""

    question: str
    about: str = ""
    hint: str = ""
    button: str = ""


@dataclass(frozen=True)
class Briefing:
    """What a facilitator reads about an exercise before it begins, on the run sheet: in the words
    of somebody who did it before.

    `purpose`: why it is done, in a sentence or two; `introduce`: what to say to the room, ready to
    be read aloud; `pitfalls`: what goes wrong easily, and what then helps; `material`: what must be
    there; `questions`: those that people answer, or that lead the talk.
    """

    purpose: str
    introduce: str
    pitfalls: tuple[str, ...]
    material: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """A column of the data export, documented. `name`: lower case, digits and underscores.

    `label`: what stands above it in a spreadsheet, in a few words; by default what `meaning` says
    before its first ";", so give one where that is no head. Those of one table differ. `aside`: it
    is in files, but left out where the table is read on a page.
    """

    name: str
    meaning: str
    label: str = ""
    aside: bool = False

    @property
    def is_yes_or_no(self) -> bool:
        """Whether it holds 1 or 0, for yes or no."""
        return self.meaning.startswith(_YES) and self.meaning.endswith(_NO)

    @property
    def head(self) -> str:
        """What stands above the column in a spreadsheet."""
        if self.label:
            return self.label
        words = self.meaning.partition(";")[0].removeprefix(_YES).removesuffix(_NO).strip()
        return words[:1].upper() + words[1:]


@dataclass(frozen=True)
class Picture:
    """A drawing of the export: file name without ending (letters, digits, - and _, 60 at most), and
    SVG text."""

    name: str
    svg: str

    @classmethod
    def numbered(cls, number: int, words: str, svg: str) -> Picture:
        """Named by a number and as much of some words as a file name holds."""
        name = re.sub(r"[^\w-]+", "-", words).strip("-")[:40]
        return cls(f"{number:02d}-{name}".rstrip("-"), svg)


@dataclass(frozen=True)
class File:
    """A picture that somebody sent in, as a file of the export: name without ending, and its id.
    `noted`: it is of a note of a notebook that is shown in the exercise."""

    name: str
    picture: str
    noted: bool = False
