"""Accounts of an organisation, as its OpenID Connect provider tells of them, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from state.clock import now
from state.database import Store
from state.ids import new_id
from state.language import _
from state.organisers import EMAIL_LIMIT, NAME_LIMIT, Organiser, named, standing
from state.problems import Refused
from state.text_rules import one_line

# Accounts that nobody invited and that wait to be let in; more are not kept.
_MOST_WAITING = 50
_WAIT = _("De beheerder moet je nog binnenlaten. Vraag het, en meld je daarna opnieuw aan.")


@dataclass(frozen=True)
class Identity:
    """An account: `issuer` and `subject` name it for good, the others are only shown. `checked`:
    the provider vouches for `email`, which may then find an invitation."""

    issuer: str
    subject: str
    email: str
    name: str
    checked: bool = False


def organiser_of(store: Store, account: Identity) -> Organiser:
    """The organiser of an account. At its first use an invitation by its address becomes it; who
    was not invited is noted for an administrator. Refused until they may come in."""
    with store.write() as db:
        known = standing(db)
        if not known:
            raise Refused(_("Hier meldt iedereen zich nog aan met één toegangscode."))
        found = _known(known, account) or _invited(db, known, account)
        if found is None:
            _note(db, known, account)
    # Outside of the transaction: what was noted stays.
    if found is None or not found.approved:
        raise Refused(_WAIT)
    return found


def _known(known: tuple[Organiser, ...], account: Identity) -> Organiser | None:
    mine = (account.issuer, account.subject)
    return next((one for one in known if one.subject and (one.issuer, one.subject) == mine), None)


def _invited(db: Database, known: tuple[Organiser, ...], account: Identity) -> Organiser | None:
    address = account.email.strip().casefold() if account.checked else ""
    found = next(
        (one for one in known if address and one.email == address and not one.subject), None
    )
    if found is not None:
        db.table("organiser").update(
            found.id, {"issuer": account.issuer, "subject": account.subject}
        )
    return found


def _note(db: Database, known: tuple[Organiser, ...], account: Identity) -> None:
    if sum(not one.approved for one in known) >= _MOST_WAITING:
        raise Refused(_WAIT)
    db.table("organiser").insert(
        {
            "id": new_id(), "name": _free_name(db, account), "passcode_hash": "",
            "administrator": 0, "email": account.email.strip().casefold()[:EMAIL_LIMIT],
            "issuer": account.issuer, "subject": account.subject, "approved": 0,
            "created_at": now(), "removed_at": None,
        }
    )  # fmt: skip


def _free_name(db: Database, account: Identity) -> str:
    try:
        wanted = one_line(account.name[: NAME_LIMIT - 4], NAME_LIMIT, _("De naam"))
    except Refused:
        wanted = _("Zonder naam")
    name, number = wanted, 2
    while named(db, name) is not None:
        name, number = f"{wanted} {number}", number + 1
    return name
