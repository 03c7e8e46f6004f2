"""What people put in a gift: notes in words, drawings, and photos of notebooks; and their slots."""

from __future__ import annotations

from dataclasses import dataclass

from exercises.contract import Json
from exercises.gifts.content import HEADINGS, PHOTO, WRITTEN

_OF_PHOTO = f"{PHOTO}-"
KINDS = tuple(HEADINGS)


@dataclass(frozen=True)
class Note:
    """What one person put in a gift: words, a drawing (`items`) with perhaps a caption, or the id
    of a `photo` and of the note of a notebook that it is of. `unread`: there is something in it,
    which is kept from the phone that asks."""

    person: str
    kind: str
    text: str = ""
    items: tuple[str, ...] = ()
    photo: str = ""
    noted: str = ""
    unread: bool = False

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it; a caption alone is no drawing."""
        if self.unread:
            return False
        if self.kind == PHOTO:
            return not self.photo
        return not (self.items if self.kind == "draw" else self.text)


def as_note(person: str, kind: str, payload: Json) -> Note:
    """A note from its stored payload."""
    if payload.get("unread"):
        return Note(person, kind, unread=True)
    if kind == PHOTO:
        return Note(person, kind, photo=payload.get("photo", ""), noted=payload.get("note", ""))
    return Note(person, kind, payload.get("text", ""), tuple(payload.get("items", ())))


def kind_of(part: str) -> str:
    """Which kind of note the last part of a slot holds; "" for what holds no note."""
    if part.startswith(_OF_PHOTO):
        return PHOTO
    return part if part in WRITTEN else ""


def photo_slot(gift: str, photo: str) -> str:
    """The slot of a photo in a gift."""
    return f"{gift}.{_OF_PHOTO}{photo}"


def photo_of(part: str) -> str:
    """The id of the photo that the last part of a slot is of; "" for any other."""
    return part.removeprefix(_OF_PHOTO) if part.startswith(_OF_PHOTO) else ""
