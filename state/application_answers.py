"""What an application says: how it is stored, as one text for each key of the form, and what the
keys with a meaning mean. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from state.call_form import PEOPLE, QUESTIONS, CallForm, FormField, is_own, keys_of, label_of
from state.framework import Framework
from state.language import _
from state.problems import Refused
from state.text_rules import is_visible, name_key, one_line, paragraph
from state.tracks import NAME_LIMIT

TEXT_LIMIT = 2000
QUESTION_LIMIT = 300
LINE_LIMIT = 120
# What becomes the name of an organisation or of a person in the track.
_NAMES = re.compile(r"organisation|place|sector|person-\d|function-\d")
_LONG = re.compile(r"reaches|example-\d+|alone-why|alone-team|hosting-see|team-how")
_QUESTION = re.compile(r"question-\d")
_PERSON = re.compile(r"person-\d|contact")
_EXAMPLE = re.compile(r"example-(\d+)")
_DIGIT = re.compile(r"\d")
# Fewer digits make no telephone number anywhere.
_PHONE_DIGITS = 8
# What stands before or behind the name of many organisations, and tells them apart from nobody.
_COMMON_WORDS = frozenset({"vzw", "de", "het", "t", "een", "vzw.", "v.z.w."})
Yes = Literal["yes", "no", ""]


@dataclass(frozen=True)
class Applicant:
    """Somebody who would take part."""

    name: str
    function: str


@dataclass(frozen=True)
class ApplicationAnswers:
    """What an application says, each "" or empty where nothing was filled in. `examples`: what it
    does already, by the number of the area; `free`, `hosting` and `team`: "yes", "no" or ""
    (whether they are free on the days, can receive guests, and have their team behind them);
    `other`: what was answered to fields of the organiser, by key."""

    name: str
    place: str
    sector: str
    reaches: str
    examples: Mapping[int, str]
    questions: tuple[str, ...]
    people: tuple[Applicant, ...]
    alone_why: str
    alone_team: str
    free: Yes
    free_note: str
    hosting: Yes
    hosting_see: str
    team: Yes
    team_how: str
    contact: str
    phone: str
    when: str
    other: Mapping[str, str]


def typed_fields(stored: Mapping[str, str]) -> ApplicationAnswers:
    """What the stored texts say."""

    def text(key: str) -> str:
        return stored.get(key, "")

    def yes(key: str) -> Yes:
        value = text(key)
        return "yes" if value == "yes" else "no" if value == "no" else ""

    examples = {int(found[1]): value for key, value in stored.items()
                if value and (found := _EXAMPLE.fullmatch(key))}  # fmt: skip
    people = (Applicant(text(f"person-{n}"), text(f"function-{n}")) for n in range(1, PEOPLE + 1))
    return ApplicationAnswers(
        text("organisation"), text("place"), text("sector"), text("reaches"),
        dict(sorted(examples.items())),
        tuple(filter(None, (text(f"question-{n}") for n in range(1, QUESTIONS + 1)))),
        tuple(one for one in people if one.name),
        text("alone-why"), text("alone-team"), yes("free"), text("free-note"), yes("hosting"),
        text("hosting-see"), yes("team"), text("team-how"), text("contact"), text("phone"),
        text("when"), {key: value for key, value in stored.items() if key.startswith("own-")},
    )  # fmt: skip


def cleaned(
    form: CallForm, framework: Framework, typed: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """What was typed as it is stored, and a sentence for each key whose text does not fit. Keys
    that are no part of the form are left out."""
    clean: dict[str, str] = {}
    refused: dict[str, str] = {}
    for field in (one for sheet in form.shown for one in sheet.fields):
        for key in keys_of(field, framework):
            if key in typed:
                try:
                    clean[key] = _clean(field, key, typed[key])
                except Refused as refusal:
                    refused[key] = str(refusal)
    return clean, refused


def missing(
    form: CallForm, framework: Framework, stored: Mapping[str, str]
) -> dict[str, str]:  # fmt: skip
    """Why an application can't be sent yet: a sentence for each key, in the order of the form."""
    found: dict[str, str] = {}
    for field in (one for sheet in form.shown for one in sheet.fields):
        keys = keys_of(field, framework)
        needed = _needed(field, keys)
        if field.required and not any(is_visible(stored.get(key, "")) for key in needed):
            label = label_of(field, needed[0])
            found[needed[0]] = _("‘{label}’ is nog leeg.").format(label=label)
        for key in keys:
            if _PERSON.fullmatch(key) and _is_number(stored.get(key, "")):
                found[key] = _("Bij ‘{label}’ staat een nummer. Schrijf een naam.").format(
                    label=label_of(field, key))  # fmt: skip
            if key == "phone" and _is_short_number(stored.get(key, "")):
                found[key] = _("Bij ‘{label}’ staat nog geen volledig nummer.").format(
                    label=field.label)  # fmt: skip
    return found


def alike(answers: Mapping[str, ApplicationAnswers]) -> dict[str, tuple[str, ...]]:
    """Which applications seem to be of the same organisation: id -> ids of the others. The names
    are the same but for common words, and the places too where both have one."""
    keys = {one: (_plain_name(each.name), name_key(each.place))
            for one, each in answers.items() if each.name}  # fmt: skip
    by_name: dict[str, list[str]] = {}
    for one, (name, _place) in keys.items():
        by_name.setdefault(name, []).append(one)
    found = {}
    for one, (name, place) in keys.items():
        others = tuple(
            other for other in by_name[name]
            if other != one and (not place or keys[other][1] in ("", place))
        )  # fmt: skip
        if others:
            found[one] = others
    return found


def limit_of(field: FormField, key: str) -> int:
    """How many characters fit."""
    if _NAMES.fullmatch(key):
        return NAME_LIMIT
    if _QUESTION.fullmatch(key):
        return QUESTION_LIMIT
    return TEXT_LIMIT if _is_long(field, key) else LINE_LIMIT


def _is_long(field: FormField, key: str) -> bool:
    return field.kind == "text" or _LONG.fullmatch(key) is not None


def _clean(field: FormField, key: str, typed: str) -> str:
    limit, what = limit_of(field, key), _("Deze tekst")
    if _is_long(field, key):
        return paragraph(typed, limit, what)
    text = one_line(typed, limit, what, required=False)
    if field.kind == "yesno":
        return text if text in ("yes", "no") else ""
    return text if is_visible(text) else ""


def _needed(field: FormField, keys: Iterable[str]) -> list[str]:
    """The keys of which one at least is needed: of people, a name."""
    found = [*keys]
    return [found[0]] if field.kind == "people" else found


def _is_number(text: str) -> bool:
    """Whether a name is a telephone number: it has digits and no letter."""
    return bool(_DIGIT.search(text)) and not any(one.isalpha() for one in text)


def _is_short_number(phone: str) -> bool:
    return is_visible(phone) and len(_DIGIT.findall(phone)) < _PHONE_DIGITS


def _plain_name(name: str) -> str:
    words = [one for one in name_key(name).replace("'", " ").split() if one not in _COMMON_WORDS]
    return " ".join(words) or name_key(name)


def own_fields(form: CallForm) -> tuple[FormField, ...]:
    """The fields that the organiser added and asks."""
    return tuple(one for sheet in form.shown for one in sheet.fields if is_own(one))
