"""Makes a document from a copy of the data, as it was asked for: which one, whose, in which form.

Names follow what each person chose. A report leaves the group, so only who said yes is named there;
what stays within the group names everybody who did not say no. Without names nobody is named.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlite_utils import Database

from exercises.document import Document
from exercises.results import Quote
from report.documents.bundle import bundle
from report.documents.evening import evening
from report.documents.reading import WholeTrack
from report.documents.run_sheet import run_sheet
from report.documents.track_report import empty_parts, track_report
from report.documents.visit_programme import visit_programme
from report.forms import html, pdf, word
from report.order import Made, Order
from report.privacy import nameless
from state import consent, rows, visits
from state.language import _
from state.models import Meeting, Person
from state.problems import Refused


def make(db: Database, order: Order) -> Made:
    """Make it from a copy, which is changed. Refused with a sentence when something is gone."""
    track_id = _track_of(db, order)
    signed = _signed_quotes(db, track_id, order)
    nameless.take_out(db, track_id, _kept(db, track_id, order))
    whole = WholeTrack(db, track_id, outside=order.what == "report", signed=signed)
    document = _document(whole, order)
    if order.form == "pages":
        pages = tuple(pdf.pages_as_png(document, order.width))
        return Made(document.title, pages=pages, empty=empty_parts(whole))
    write = {"pdf": pdf.pdf, "docx": word.word, "html": _mail}[order.form]
    return Made(document.title, write(document))


def _document(whole: WholeTrack, order: Order) -> Document:
    match order.what:
        case "evening":
            return _evening(whole, order.subject)
        case "run_sheet":
            return run_sheet(next(
                one for one in whole.meetings if one.room.meeting.id == order.subject
            ))  # fmt: skip
        case "bundle":
            me = whole.member(order.person) if order.person else None
            if order.person and me is None:
                raise Refused(_("We vinden je niet meer in dit traject. Vraag het de begeleider."))
            return bundle(whole, me.organisation_id if me else order.organisation, me)
        case "programme":
            return visit_programme(whole, order.subject, order.person)
        case "report":
            return track_report(whole)


def _evening(whole: WholeTrack, meeting_id: str) -> Document:
    ids = [one.room.meeting.id for one in whole.meetings]
    at = ids.index(meeting_id)
    later = [one.room.meeting for one in whole.meetings[at + 1 :]]
    following = next((one for one in later if one.state != "closed"), None)
    return evening(whole.meetings[at], whole.agreements(meeting_id), following)


def _track_of(db: Database, order: Order) -> str:
    if order.what in ("evening", "run_sheet"):
        return rows.find(db, Meeting, "meeting", order.subject).track_id
    if order.what == "programme":
        return visits.track_of(db, order.subject)
    if order.person:
        return rows.find(db, Person, "person", order.person).track_id
    return order.subject


def _kept(db: Database, track_id: str, order: Order) -> Collection[str]:
    """The ids of who may be named."""
    if not order.named:
        return ()
    within = order.what != "report"
    found = consent.may_be_named(db, track_id, unless_refused=within)
    return found | {order.person} if order.person else found


def _signed_quotes(db: Database, track_id: str, order: Order) -> dict[str, str]:
    """The names of who chose that a sentence of theirs is printed with the name, by id: that is
    consent of its own for that sentence, unless they said that they be named nowhere."""
    if order.what != "report" or not order.named:
        return {}
    willing = consent.may_be_named(db, track_id, unless_refused=True)
    found = WholeTrack(db, track_id, outside=True).results.of(Quote)
    return {
        one.person: one.name for one in found if one.naming == "names" and one.person in willing
    }


def _mail(document: Document) -> bytes:
    return html.html(document).encode("utf-8", "replace")
