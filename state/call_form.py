"""The form of a call: sheets with fields, as data that the organiser may change.

The form that a call begins with is that of the method. Fields with a known key have a meaning for
choosing the group (`state.application_answers`) and may be renamed or switched off, but for a few;
fields that the organiser adds are only read.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Literal

from state.framework import Framework
from state.language import _
from state.problems import Refused
from state.text_rules import one_line

# "short" fits on one line, "text" may be longer; "yesno" has two options, stored as "yes" and "no";
# "areas" is one text for each area, "questions" up to three learning questions, "people" up to two
# people with what belongs to them.
FieldKind = Literal["short", "text", "choice", "yesno", "areas", "questions", "people"]
OWN_KINDS: tuple[FieldKind, ...] = ("short", "text", "choice")
LABEL_LIMIT = 120
HINT_LIMIT = 300
MOST_OWN = 12
MOST_OPTIONS = 12
OPTION_LIMIT = 60
QUESTIONS = 3
PEOPLE = 2
_VERSION = 1
# What stood above the first sheet of every form before it was said what is needed: forms that
# were changed elsewhere hold it, and it is not true.
_FORMER_LEAD = "Nog niet volledig? Dat is goed: we bellen je daarna toch op."
# Without these nobody could be taken into the track, or be called.
FIXED = frozenset({"organisation", "people", "phone"})


@dataclass(frozen=True)
class FormField:
    """One thing that is asked. `on`: whether it is asked at all; `required`: an application is not
    sent without it."""

    key: str
    kind: FieldKind
    label: str
    hint: str = ""
    options: tuple[str, ...] = ()
    required: bool = False
    on: bool = True


@dataclass(frozen=True)
class FormSheet:
    """What is asked at a time: one question, with its fields."""

    key: str
    title: str
    lead: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True)
class CallForm:
    """All sheets in order, also those that are switched off."""

    sheets: tuple[FormSheet, ...]

    @property
    def shown(self) -> tuple[FormSheet, ...]:
        """The sheets that ask something, each with the fields that are on."""
        asked = (replace(one, fields=tuple(field for field in one.fields if field.on))
                 for one in self.sheets)  # fmt: skip
        return tuple(one for one in asked if one.fields)

    def field(self, key: str) -> FormField | None:
        """The field of that key, also when it is off."""
        return next((one for sheet in self.sheets for one in sheet.fields if one.key == key), None)

    def to_text(self) -> str:
        """As stored with a call."""
        sheets = [asdict(one) for one in self.sheets]
        return json.dumps({"version": _VERSION, "sheets": sheets}, ensure_ascii=False)


def keys_of(field: FormField, framework: Framework) -> tuple[str, ...]:
    """The keys under which the answers to a field are stored, in order."""
    match field.kind:
        case "areas":
            return tuple(f"example-{area.number}" for area in framework.areas)
        case "questions":
            return tuple(f"question-{number}" for number in range(1, QUESTIONS + 1))
        case "people":
            named = (f"{what}-{number}" for number in range(1, PEOPLE + 1)
                     for what in ("person", "function"))  # fmt: skip
            return (*named, "alone-why", "alone-team")
        case _:
            return (field.key,)


def label_of(field: FormField, key: str) -> str:
    """What stands above the text of a key of a field."""
    people = {
        "person-1": _("Naam van de eerste"), "function-1": _("Functie van de eerste"),
        "person-2": _("Naam van de tweede"), "function-2": _("Functie van de tweede"),
    }  # fmt: skip
    return people.get(key, field.label)


def usual() -> CallForm:
    """The form of the method, of seven sheets."""
    return CallForm((
        FormSheet("who", _("Wie zijn jullie?"),
                  _("Waar ‘nodig om te versturen’ staat, vul je iets in. Al de rest mag leeg"
                    " blijven: we bellen je daarna toch op."), (
            FormField("organisation", "short", _("Jullie organisatie"), required=True),
            FormField("place", "short", _("Gemeente of wijk")),
            FormField("sector", "choice", _("Wat voor werking is het?"), options=(
                _("inloop"), _("kinderopvang"), _("school"), _("buurtwerk"), _("spelotheek"),
                _("iets anders"))),
            FormField("reaches", "text", _("Wie komt er bij jullie over de vloer?")),
        )),
        FormSheet("practice", _("Wat doen jullie nu al?"),
                  _("Eén voorbeeld per gebied volstaat. Leeg laten mag."), (
            FormField("examples", "areas", _("Voorbeelden")),
        )),
        FormSheet("learn", _("Wat willen jullie leren?"),
                  _("Eén leervraag is genoeg, drie mag ook. Begin met: ‘Hoe kunnen wij …?’"), (
            FormField("questions", "questions", _("Leervraag")),
        )),
        FormSheet("people", _("Wie doet mee?"),
                  _("Twee mensen, liefst met een verschillende functie. Een voornaam volstaat."), (
            FormField("people", "people", _("De mensen"), required=True),
            FormField("free", "yesno", _("Zijn jullie vrij op deze dagen?"), options=(
                _("ja, op alle dagen"), _("niet op alle, of nog niet zeker"))),
            FormField("free-note", "short", _("Welke dag lukt niet?")),
        )),
        FormSheet("hosting", _("Kunnen jullie gasten ontvangen?"),
                  _("Twee collega’s van elders komen drie dagen bij jullie meelopen."), (
            FormField("hosting", "yesno", _("Kan dat bij jullie?"), options=(
                _("ja, dat kan"), _("nog niet zeker"))),
            FormField("hosting-see", "text", _("Wat valt er bij jullie te zien?")),
        )),
        FormSheet("team", _("Staat je team erachter?"),
                  _("Meedoen lukt beter als je collega’s en je leiding ervan weten."), (
            FormField("team", "yesno", _("Weet je team dat jullie je aanmelden?"), options=(
                _("ja, het team staat erachter"), _("nog niet allemaal"))),
            FormField("team-how", "text", _("Hoe weten we dat?"),
                      _("Bijvoorbeeld: we bespraken het op de teamvergadering.")),
        )),
        FormSheet("contact", _("Wie mogen we opbellen?"),
                  _("We bellen elke organisatie die zich aanmeldt."), (
            FormField("contact", "short", _("Naam")),
            FormField("phone", "short", _("Telefoonnummer"), required=True),
            FormField("when", "short", _("Wanneer het liefst?"),
                      _("Bijvoorbeeld: dinsdag, of na vier uur.")),
        )),
    ))  # fmt: skip


@lru_cache(maxsize=32)
def form_of(stored: str) -> CallForm:
    """From storage; an empty text is the form of the method."""
    if not stored:
        return usual()
    return CallForm(tuple(
        FormSheet(
            sheet["key"], sheet["title"], _lead(sheet["lead"]),
            tuple(FormField(**{**one, "options": tuple(one["options"])})
                  for one in sheet["fields"]),
        )
        for sheet in json.loads(stored)["sheets"]
    ))  # fmt: skip


def _lead(stored: str) -> str:
    return usual().sheets[0].lead if stored == _FORMER_LEAD else stored


def is_own(field: FormField) -> bool:
    """Whether the organiser added this field."""
    return field.key.startswith("own-")


def changed_field(
    form: CallForm, key: str, *, label: str, hint: str, on: bool, required: bool,
    options: Iterable[str] = (),
) -> CallForm:  # fmt: skip
    """With other words for a field, asked or not. Refused for words that do not fit and for
    switching off what the track can't do without."""
    found = form.field(key)
    if found is None:
        raise Refused(_("Dit is er niet, of niet voor jou. Misschien haalde iemand het weg."))
    if key in FIXED and not on:
        raise Refused(_("Zonder {label} kan niemand meedoen. Dit veld blijft.").format(
            label=found.label))  # fmt: skip
    made = replace(
        found, label=one_line(label, LABEL_LIMIT, _("De vraag")),
        hint=one_line(hint, HINT_LIMIT, _("De uitleg"), required=False), on=on,
        required=key in FIXED or required,
    )  # fmt: skip
    if found.kind in ("choice", "yesno"):
        made = replace(made, options=_options(found.kind, options))
    return _with_fields(form, lambda one: made if one.key == key else one)


def changed_sheet(form: CallForm, key: str, *, title: str, lead: str) -> CallForm:
    """With another question above a sheet."""
    clean_title = one_line(title, LABEL_LIMIT, _("De vraag"))
    clean_lead = one_line(lead, HINT_LIMIT, _("De uitleg"), required=False)
    return CallForm(tuple(
        replace(one, title=clean_title, lead=clean_lead) if one.key == key else one
        for one in form.sheets
    ))  # fmt: skip


def with_own(
    form: CallForm, sheet: str, kind: FieldKind, label: str, options: Iterable[str] = ()
) -> CallForm:
    """With a field of the organiser at the end of a sheet. Refused when there are many already."""
    own = [one for part in form.sheets for one in part.fields if is_own(one)]
    if len(own) >= MOST_OWN:
        raise Refused(_("Er staan al {n} eigen vragen bij. Haal er eerst een weg.").format(
            n=len(own)))  # fmt: skip
    if kind not in OWN_KINDS:
        raise Refused(_("Kies wat voor antwoord je verwacht."))
    added = FormField(
        f"own-{secrets.token_hex(4)}", kind, one_line(label, LABEL_LIMIT, _("De vraag")),
        options=_options(kind, options) if kind == "choice" else (),
    )  # fmt: skip
    return CallForm(tuple(
        replace(one, fields=(*one.fields, added)) if one.key == sheet else one
        for one in form.sheets
    ))  # fmt: skip


def without_own(form: CallForm, key: str) -> CallForm:
    """Without a field that the organiser added; what was answered to it stays stored."""
    return CallForm(tuple(
        replace(one, fields=tuple(field for field in one.fields
                                  if field.key != key or not is_own(field)))
        for one in form.sheets
    ))  # fmt: skip


def _options(kind: FieldKind, typed: Iterable[str]) -> tuple[str, ...]:
    found = [one_line(one, OPTION_LIMIT, _("Een keuze")) for one in typed if one.strip()]
    clean = tuple(dict.fromkeys(found))
    if kind == "yesno" and len(clean) != 2:
        raise Refused(_("Schrijf twee keuzes, elk op een regel."))
    if kind == "choice" and not 2 <= len(clean) <= MOST_OPTIONS:
        raise Refused(_("Schrijf twee tot {most} keuzes, elk op een regel.").format(
            most=MOST_OPTIONS))  # fmt: skip
    return clean


def _with_fields(form: CallForm, change: Callable[[FormField], FormField]) -> CallForm:
    return CallForm(tuple(
        replace(one, fields=tuple(change(field) for field in one.fields)) for one in form.sheets
    ))  # fmt: skip
