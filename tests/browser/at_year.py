"""A track from the template whose visits were made, and everybody who comes to its meetings."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PIL import Image, ImageDraw
from playwright.sync_api import expect

from exercises.templates.list import TEMPLATES
from exercises.templates.planning import TemplateChoice, planned
from state import meetings, notebook, people, plans, tracks, visits
from state.database import Store
from state.models import Activity, TrackVisit
from state.notebook import NoteDraft
from tests.browser.actors import (
    PATIENCE,
    PHONE,
    SMALL_PHONE,
    Actor,
    Facilitator,
    Phone,
    Screen,
)
from tests.browser.judge import english, sideways, small_targets

TakeOut = Callable[..., Phone]
REGENTON, VENSTERBANK, KATTENSTAART = "De Regenton", "De Vensterbank", "Kattenstaart"
HOUSES = (
    ("Inloophuis", REGENTON), ("Ouderpunt", VENSTERBANK), ("Kinderopvang", KATTENSTAART),
)  # fmt: skip
# The last one comes late; one has a small phone.
PEOPLE = {
    "Katrien": REGENTON, "Samir": REGENTON, "Marleen": VENSTERBANK, "Idris": VENSTERBANK,
    "Lien": KATTENSTAART, "Wout": KATTENSTAART,
}  # fmt: skip
LATE, SMALL = "Wout", "Marleen"
TABLE = "Eerst aan tafel. Pas daarna het formulier."
SAID = "Hier mag je gewoon zitten."
SECRET = "De directeur kwam te laat."
# The screen is looked at in these sizes too: for each exercise at its fullest, or always.
EVERY_SIZE = bool(os.environ.get("ODV_EVERY_SIZE"))


@dataclass(frozen=True)
class YearTrack:
    """`houses`: name -> id; `visits`: the ids of three visits in a ring, each host the next
    visitor; `meetings`: key of the template -> id."""

    store: Store
    track: str
    houses: dict[str, str]
    visits: tuple[str, ...]
    meetings: dict[str, str]

    @classmethod
    def make(cls, store: Store) -> YearTrack:
        """The usual template, three organisations, and their visits, announced and made."""
        template = TEMPLATES[0]
        agenda = planned(template, TemplateChoice(len(HOUSES)))
        track = plans.add_track(store, "Samen sterk rond gezinnen", "", agenda)
        houses = {name: tracks.add_organisation(store, track, name, kind) for kind, name in HOUSES}
        one, two, three = houses.values()
        ring = ((one, three), (two, one), (three, two))
        made = visits.add_all(
            store, track,
            [TrackVisit("", host=host, visitor=visitor, state="done") for host, visitor in ring],
        )  # fmt: skip
        visits.announce(store, made)
        found = meetings.of_track(store, track)
        keys = {of.key: at.id for of, at in zip(template.meetings, found, strict=True)}
        return cls(store, track, houses, tuple(made), keys)

    def activity(self, meeting: str, kind: str) -> Activity:
        """An item of the agenda of a meeting."""
        agenda = meetings.room(self.store, self.meetings[meeting]).agenda
        return next(one for one in agenda if one.kind == kind)

    def opens(self, meeting: str) -> str:
        """Open the doors of a meeting; gives the code."""
        id_ = self.meetings[meeting]
        meetings.open_doors(self.store, id_)
        return meetings.room(self.store, id_).meeting.code

    def person(self, meeting: str, name: str) -> str:
        """The id of somebody who came in."""
        found = people.attendees(self.store, self.meetings[meeting])
        return next(one.person.id for one in found if one.person.name == name)

    def notes(self, person: str) -> None:
        """What somebody of Kattenstaart noted on the visit to De Regenton: a photo and a sentence
        that are shared, and one that is not."""
        visit = visits.visit(self.store, self.visits[0])
        table = notebook.put(self.store, visit, person, "note-table", NoteDraft(TABLE))
        notebook.add_photo(
            self.store, person, "note-table", "photo-table", "digest", "image/jpeg", (1200, 800),
            photo(),
        )  # fmt: skip
        said = notebook.put(self.store, visit, person, "note-said", NoteDraft(SAID))
        for note in (table, said):
            notebook.share(self.store, person, note, shared=True)
        notebook.put(self.store, visit, person, "note-secret", NoteDraft(SECRET))


def photo() -> bytes:
    """A long table in the open air, as somebody may have taken it."""
    image = Image.new("RGB", (1200, 800), "#BECB98")
    draw = ImageDraw.Draw(image)
    table = [(380, 300), (820, 300), (1060, 660), (140, 660)]
    draw.polygon(table, fill="#FFFDF8", outline="#1E2638")
    for x in range(300, 1000, 130):
        draw.ellipse([x, 420, x + 70, 460], fill="#A8B7C8", outline="#1E2638", width=5)
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


@dataclass
class YearHall:
    """Everybody in one meeting."""

    year: YearTrack
    meeting: str
    url: str
    facilitator: Facilitator
    screen: Screen
    take_out: TakeOut
    phones: dict[str, Phone] = field(default_factory=dict)

    @classmethod
    def opened(
        cls, year: YearTrack, meeting: str, url: str, facilitator: Facilitator, take_out: TakeOut
    ) -> YearHall:
        """Open the doors, the console and the screen."""
        code = year.opens(meeting)
        facilitator.opens_console(url, year.meetings[meeting])
        screen = facilitator.opens_screen()
        # Only a page that is loaded anew is listened to from its first frame.
        screen.reloads()
        return cls(year, meeting, f"{url}/d/{code}", facilitator, screen, take_out)

    def lets_in(self, *names: str) -> None:
        """Let people come in, each on a phone of their own."""
        for name in names:
            someone = self.phones.get(name) or self.take_out(
                name, size=SMALL_PHONE if name == SMALL else PHONE
            )
            someone.has_joined(self.url, PEOPLE[name], name)
            self.phones[name] = someone
            expect(self.facilitator.person(name)).to_be_visible(timeout=PATIENCE)
        # What is private from before comes to a new phone once the facilitator knows who it is.
        knows = re.compile("Ik ken ze allemaal|Die persoon ken ik")
        button = self.facilitator.page.get_by_role("button", name=knows)
        if button.is_visible():
            button.click()
            expect(button).to_be_hidden(timeout=PATIENCE)

    @property
    def everybody(self) -> list[Actor]:
        """All who have a page open."""
        return [self.facilitator, self.screen, *self.phones.values()]

    def begins(self, title: str, ready: str) -> None:
        """Begin an item of the agenda from its row, and wait until the phones show `ready`."""
        row = self.facilitator.page.locator(".con-item").filter(has_text=title).first
        begin = row.get_by_role("button", name="Nu beginnen", exact=True)
        if not begin.is_visible():
            row.locator(".con-item-row").click()
        self.facilitator.page.wait_for_timeout(500)
        begin.click()
        for someone in self.phones.values():
            expect(someone.page.locator(ready)).to_be_visible(timeout=PATIENCE)

    def goes_on(self, label: str) -> None:
        """Press the main button, once it counts again."""
        self.facilitator.page.wait_for_timeout(1500)
        button = self.facilitator.page.locator(".con-go").get_by_role("button", name=label)
        button.and_(self.facilitator.button(label)).click()

    def moves(self, label: str) -> None:
        """Press another button of the exercise, once it counts again."""
        self.facilitator.page.wait_for_timeout(1200)
        self.facilitator.page.get_by_role("button", name=label).first.click()

    def looks(self, what: str, *names: str, sizes: bool = False) -> None:
        """Pictures at rest of the screen, with `sizes` in all of them, of the console, and of the
        phones of `names`."""
        page = self.screen.page
        page.wait_for_timeout(1500)
        self.screen.rests()
        self.screen.look(what)
        self.facilitator.look(what)
        for name in names:
            self.phones[name].rests()
            self.phones[name].look(what)
            self.fits(name)
        if sizes or EVERY_SIZE:
            self.screen.look_in_other_sizes(what)

    def fits(self, name: str) -> None:
        """No English, nothing to scroll to the side, and nothing to press that is small."""
        someone = self.phones[name]
        found = {
            "english": english(someone), "sideways": sideways(someone.page),
            "small": small_targets(someone.page, 48),
        }  # fmt: skip
        assert not any(found.values()), found

    def ends(self) -> None:
        """Close the meeting."""
        self.facilitator.picks("Meer", "Bijeenkomst afsluiten")
        self.facilitator.agrees("Bijeenkomst afsluiten")
        for someone in self.phones.values():
            someone.sees("De bijeenkomst is gedaan. Dank je.")

    def nothing_failed(self) -> None:
        """No script failed and no English came on a page."""
        broken = {one.who: one.errors for one in self.everybody if one.errors}
        assert not broken, broken
        foreign = {one.who: found for one in self.everybody if (found := english(one))}
        assert not foreign, foreign


def writes(someone: Phone, label: str, text: str) -> None:
    """Write in a field of one's own, and wait until it is kept."""
    field_ = someone.page.get_by_label(label)
    field_.fill(text)
    field_.blur()
    expect(someone.page.locator(".writing-state .saved, .write .saved").first).to_be_visible(
        timeout=PATIENCE
    )


def exactly(text: str) -> re.Pattern[str]:
    """A name that is exactly this."""
    return re.compile(f"^{re.escape(text)}$")


@contextmanager
def away(someone: Phone) -> Iterator[None]:
    """A phone that sleeps or has no connection for a while."""
    someone.context.set_offline(True)
    yield
    someone.context.set_offline(False)
