"""What is asked of the process that makes documents, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

What = Literal["evening", "run_sheet", "bundle", "report", "programme"]
Form = Literal["pdf", "docx", "html", "pages"]


@dataclass(frozen=True)
class Order:
    """What is asked for. `subject`: the id of the meeting for an evening or run sheet, of the visit
    for a programme, else of the track.
    `organisation`: whose bundle; `person`: the id of the participant who asks for it, "" for the
    facilitator. `named` false leaves out all names; `width` is that of the form "pages", in px.
    """

    what: What
    subject: str
    form: Form
    organisation: str = ""
    person: str = ""
    named: bool = True
    width: int = 420


@dataclass(frozen=True)
class Made:
    """A document in the form that was asked for; `pages` are the PNG files of the form "pages", and
    `empty` then the keys of the parts of a report that hold nothing."""

    title: str
    content: bytes = b""
    pages: tuple[bytes, ...] = ()
    empty: tuple[str, ...] = ()
