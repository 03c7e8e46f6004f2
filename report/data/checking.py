"""Whether a document is a whole track: of a version we know, as its schema says, and such that all
that it refers to is in it. Pure; each refusal is a Dutch sentence.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Any

from exercises.contract import Json
from exercises.engine.running import PAYLOAD_LIMIT
from report.data.track_document import VERSION, schema
from report.data.upgrades import UPGRADES
from state.clock import local
from state.language import _
from state.matching import OF_TWO
from state.models import FACILITATOR
from state.places import STANDING
from state.problems import Refused

_MOMENTS = ("created_at", "left_at", "erased_at", "joined_at", "at", "exported_at", "updated_at",
            "called_off_at")  # fmt: skip
_DATES = ("date", "due", "keep_until", "print_day", "day", "deadline")
# The days that the desk lets somebody choose.
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)


def checked(document: Any, photos: Collection[str] = ()) -> Json:
    """The document as one of the present version. Refused when anything is wrong with it.

    `photos`: the file names of the photos that came with it.
    """
    version = document.get("version") if isinstance(document, dict) else None
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise Refused(_("Dit bestand is geen traject van Over de vloer."))
    if version > VERSION:
        raise Refused(_(
            "Dit traject komt uit een nieuwere versie van Over de vloer. Zet eerst de nieuwste"
            " versie op deze laptop."
        ))  # fmt: skip
    _fits(document, version)
    while version < VERSION:
        document, version = UPGRADES[version](document), version + 1
        _fits(document, version)
    _check_moments(document)
    _check_references(document, photos)
    return dict(document)


def _fits(document: Json, version: int) -> None:
    """Refused with the place where a document is not what its schema says."""
    wrong = next(iter(_validator(version).iter_errors(document)), None)
    if wrong is not None:
        raise Refused(_not_right(_place(wrong.absolute_path)))


@lru_cache(maxsize=8)
def _validator(version: int) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema(version))


def _place(path: Collection[str | int]) -> str:
    """Where in a document, as programs write it: meetings[0].title."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.lstrip(".")[:100]


def _check_moments(document: Json) -> None:
    """Refused for a day that is in no calendar."""
    for key, value in _values(document):
        try:
            if key in _MOMENTS and value is not None:
                local(value)
            elif (
                key in _DATES and value and not _FIRST_DAY <= date.fromisoformat(value) <= _LAST_DAY
            ):
                raise ValueError(value)
        except (ValueError, OverflowError) as error:
            raise Refused(_not_right(f"{key}: {value}")) from error


def _values(document: Json) -> Iterator[tuple[str, Any]]:
    """The moments and dates of a document, with what they are called; not those of answers."""
    lists = [document["organisations"], document["people"], document["meetings"]]
    lists += [document["visits"], *(visit["days"] for visit in document["visits"])]
    lists += [document["offers"], *(offer["days"] for offer in document["offers"])]
    lists += [day["people"] for offer in document["offers"] for day in offer["days"]]
    notes = [note for visit in document["visits"] for note in visit["notes"]]
    lists += [notes, *(note["photos"] for note in notes)]
    for meeting in document["meetings"]:
        lists += [meeting["people"], meeting["guests"], meeting["agreements"], meeting["agenda"]]
        for activity in meeting["agenda"]:
            lists += [activity["answers"], activity["photos"]]
            lists += [answer["earlier"] for answer in activity["answers"]]
    calls = [document["call"]] if document["call"] is not None else []
    for thing in chain([document, document["track"]], calls, *lists):
        for key in (*_MOMENTS, *_DATES):
            if key in thing:
                yield key, thing[key]


def _check_references(document: Json, photos: Collection[str]) -> None:
    """Refused when an id comes twice, or when something refers to what is not there."""
    organisations = {one["id"] for one in document["organisations"]}
    people = {one["id"] for one in document["people"]}
    agenda = [item for meeting in document["meetings"] for item in meeting["agenda"]]
    notes = [note for visit in document["visits"] for note in visit["notes"]]
    sent = [photo for item in (*agenda, *notes) for photo in item["photos"]]
    agreed = [one for meeting in document["meetings"] for one in meeting["agreements"]]
    guests = [one for meeting in document["meetings"] for one in meeting["guests"]]
    _check_once([one["key"] for one in document["track"]["report"]])
    _check_once([one["place"] for one in document["track"]["names_in_texts"]])
    _check_once(
        [document["track"]["id"]],
        *([one["id"] for one in things]
          for things in (document["organisations"], document["people"], document["meetings"],
                         agenda, sent, agreed, document["visits"], notes, guests,
                         [*_of_offers(document)])),
    )  # fmt: skip
    for visit in document["visits"]:
        _check_visit(visit, organisations, document["people"])
    for offer in document["offers"]:
        _check_offer(offer, document)
    for one in document["matching"]:
        _check_there(organisations, [one["organisation"], *filter(None, [one["host"]])])
        if (one["host"] is None) == (one["kind"] in OF_TWO) or one["host"] == one["organisation"]:
            raise Refused(_not_right(f"matching: {one['kind']}"))
    owners = {*organisations, *(visit["id"] for visit in document["visits"])}
    _check_there(organisations, (one["organisation"] for one in document["people"]))
    for meeting in document["meetings"]:
        here = [one["person"] for one in meeting["people"]]
        _check_once(here)
        _check_there(people, here)
        known = {item["id"] for item in meeting["agenda"]}
        _check_there(known, [meeting["current"]] if meeting["current"] else [])
        own = {*owners, *(one["id"] for one in meeting["guests"])}
        for activity in meeting["agenda"]:
            _check_activity(activity, own, people)
    _check_once([photo["file"] for photo in sent])
    for photo in sent:
        if photo["file"] not in photos:
            raise Refused(_("Bij dit traject horen foto’s. Kies de hele ZIP om ze mee te lezen."))


def _check_visit(visit: Json, organisations: set[str], people: list[Json]) -> None:
    """Refused for a visit to oneself, a day twice, or a guest of another organisation."""
    _check_there(organisations, (visit["host"], visit["visitor"]))
    _check_once(visit["people"])
    _check_once([day["date"] for day in visit["days"]])
    of_visitor = {one["id"] for one in people if one["organisation"] == visit["visitor"]}
    _check_there(of_visitor, visit["people"])
    _check_there(of_visitor, (note["person"] for note in visit["notes"]))
    if any(note["kind"] == "quote" and not note["consent"] for note in visit["notes"]):
        raise Refused(_not_right(f"visits: {visit['id']}"))
    if visit["host"] == visit["visitor"]:
        raise Refused(_not_right(f"visits: {visit['id']}"))
    if any(day["end"] and day["start"] >= day["end"] for day in visit["days"]):
        raise Refused(_not_right(f"visits: {visit['id']}"))


def _of_offers(document: Json) -> Iterator[Json]:
    for offer in document["offers"]:
        yield offer
        for day in offer["days"]:
            yield day
            yield from day["people"]


def _check_offer(offer: Json, document: Json) -> None:
    """Refused for an offer of nobody, a day that ends before it begins, somebody of the host, a
    visit of others, or two places of one person on a day."""
    _check_there({one["id"] for one in document["organisations"]}, [offer["host"]])
    whose = {one["id"]: one["organisation"] for one in document["people"]}
    of_host = {one["id"]: one for one in document["visits"] if one["host"] == offer["host"]}
    for day in offer["days"]:
        if day["end"] and day["start"] >= day["end"]:
            raise Refused(_not_right(f"offers: {offer['id']}"))
        _check_there(set(whose), (one["person"] for one in day["people"]))
        _check_there(set(of_host), (one["visit"] for one in day["people"] if one["visit"]))
        _check_once([one["person"] for one in day["people"] if one["state"] in STANDING])
        if any(whose[one["person"]] == offer["host"] for one in day["people"]):
            raise Refused(_not_right(f"offers: {offer['id']}"))


def _check_activity(activity: Json, owners: set[str], people: set[str]) -> None:
    """Refused when something in an exercise is not whole. `owners`: the ids, besides those of
    people, in whose name answers may be stored."""
    writers = {*people, FACILITATOR, ""}
    answers = activity["answers"]
    changes = [change for answer in answers for change in (*answer["earlier"], answer)]
    _check_there({*owners, *people, FACILITATOR}, (one["author"] for one in answers))
    _check_there(writers, (one["by"] for one in (*changes, *activity["photos"])))
    _check_there(people, activity["aliases"].values())
    restricted = activity["restrictions"]
    _check_there({*owners, *people}, (one["author"] for one in restricted))
    _check_there({*people, ""}, (one["by"] for one in restricted))
    _check_once([f"{one['author']} {one['slot']} {one['by']}" for one in restricted])
    _check_once([f"{one['author']} {one['slot']}" for one in answers])
    _check_once([str(change["number"]) for change in changes])
    for answer in answers:
        numbers = [change["number"] for change in (*answer["earlier"], answer)]
        if numbers != sorted(numbers):
            raise Refused(_not_right(f"number: {answer['number']}"))
    for change in changes:
        if len(json.dumps(change["payload"])) > PAYLOAD_LIMIT:
            raise Refused(_not_right("payload"))


def _check_once(*lists: Collection[str]) -> None:
    seen: set[str] = set()
    for one in chain(*lists):
        if one in seen:
            raise Refused(_(
                "In het bestand staat {what} twee keer. Haal het traject opnieuw uit de app."
            ).format(what=one[:60]))  # fmt: skip
        seen.add(one)


def _check_there(known: Collection[str], asked: Collection[str] | Iterator[str]) -> None:
    for one in asked:
        if one not in known:
            raise Refused(_(
                "Het bestand verwijst naar {what}, en dat zit er niet in. Haal het traject opnieuw"
                " uit de app."
            ).format(what=one[:60]))  # fmt: skip


def _not_right(place: str) -> str:
    return _(
        "Dit bestand is geen traject zoals de app het maakt: {place} klopt niet. Haal het traject"
        " opnieuw uit de app."
    ).format(place=place or _("het begin"))
