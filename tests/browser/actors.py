"""The people of a meeting in a real browser, each with their own verbs."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, expect

from tests.browser.eyes import Album, Wire, read_qr, under_corner
from tests.browser.server import PASSCODE

# Playwright waits this long for what must come about by itself, also after a restart and on a
# machine that does something else as well.
PATIENCE = 45_000
MARGIN = 58  # the ends of the line stand this far from the edge of the phone
LAPTOP: Any = {"width": 1440, "height": 900}
PROJECTOR: Any = {"width": 1920, "height": 1080}
PROJECTORS = ((1280, 720), (1024, 768), (3840, 2160))
PHONE: Any = {"width": 390, "height": 844}
SMALL_PHONE: Any = {"width": 320, "height": 568}


class Actor:
    """Somebody with a page of their own. `held`: on a phone."""

    held = False

    def __init__(self, who: str, page: Page, album: Album) -> None:
        self.who = who
        self.page = page
        self.album = album
        self.errors: list[str] = []
        self.tried_in_vain = 0
        self.wire = Wire(page)
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("requestfailed", self._failed)

    @property
    def context(self) -> BrowserContext:
        """The browser this person uses: cookies and memory of their own."""
        return self.page.context

    def _failed(self, request: Request) -> None:
        self.tried_in_vain += "/live/" in request.url

    def look(self, what: str) -> bytes:
        """Keep a picture of what this person sees."""
        keep = self.album.keep if self.held else self.album.keep_loosely
        return keep(self.page, self.who, what)

    def rests(self) -> None:
        """Wait until whatever walks, slides or fades on the page has arrived."""
        self.until(lambda: not self.page.evaluate(_MOVING), "a page at rest")

    def sees(self, *texts: str) -> None:
        """Wait until each text can be read on the page."""
        for text in texts:
            found = self.page.get_by_text(text).locator("visible=true").first
            expect(found, f"{self.who} sees {text!r}").to_be_visible(timeout=PATIENCE)

    def reads(self, *texts: str) -> None:
        """Wait until each text stands on the page, also when it is set in several lines."""
        self.until(lambda: all(text in self._running_words() for text in texts), f"{texts}")

    def _running_words(self) -> str:
        return " ".join(self.all_words().split())

    def sees_nothing_of(self, *texts: str) -> None:
        """Wait until none of the texts can be read on the page."""
        for text in texts:
            found = self.page.get_by_text(text).locator("visible=true")
            expect(found, f"{self.who} sees no {text!r}").to_have_count(0, timeout=PATIENCE)

    def presses(self, name: str) -> None:
        """Press the button or link of that name."""
        self.button(name).click()

    def presses_after_a_moment(self, name: str) -> None:
        """Press a button that just came up: right away it would be taken for a second tap."""
        self.page.wait_for_timeout(500)
        self.presses(name)

    def button(self, name: str) -> Locator:
        """The button, link or switch that bears exactly this name."""
        roles = ("button", "link", "menuitem", "switch", "radio")
        found = [self.page.get_by_role(role, name=name, exact=True) for role in roles]  # type: ignore[arg-type]
        together = found[0]
        for other in found[1:]:
            together = together.or_(other)
        return together.locator("visible=true").first

    def picks_option(self, label: str, option: str) -> None:
        """Open a list of the desk and pick from it. What is pushed just then draws the page anew
        and shuts the list: then it is opened again, as anybody would."""
        found = self.page.get_by_role("option", name=option)

        def is_open() -> bool:
            if not found.is_visible():
                self.page.get_by_role("combobox", name=label, exact=True).click()
                self.page.wait_for_timeout(1000)
            return found.is_visible()

        self.until(is_open, f"{option} in {label}")
        found.click()

    def reloads(self) -> None:
        """Load the page again, as an impatient person does."""
        self.page.reload(wait_until="domcontentloaded")

    def until(self, met: Callable[[], bool], what: str) -> None:
        """Wait for something that is not said in words on the page."""
        deadline = time.monotonic() + PATIENCE / 1000
        pause = 50.0
        while not met():
            assert time.monotonic() < deadline, f"{self.who} waits in vain for {what}"
            self.page.wait_for_timeout(pause)
            pause = min(200, pause * 1.5)

    def all_words(self) -> str:
        """Every visible text of the page, in shadow roots too."""
        return str(self.page.evaluate(_ALL_WORDS))


# What goes on for ever (a clock, a breathing figure) never arrives, and is not waited for.
_MOVING = """() => document.getAnimations()
  .filter((one) => one.playState === "running")
  .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime))
  .length"""

_ALL_WORDS = """() => {
  const words = []
  const how = { opacityProperty: true, visibilityProperty: true }
  const shown = (node) => !/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(node.tagName)
    && (getComputedStyle(node).display === "contents" || node.checkVisibility(how))
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) words.push(node.data.trim())
    if (node.nodeType === Node.ELEMENT_NODE && !shown(node)) return
    if (node.shadowRoot) read(node.shadowRoot)
    node.childNodes.forEach(read)
  }
  read(document.body)
  return words.filter(Boolean).join("\\n")
}"""

# Empty as long as somebody walks.
_NAMES = """() => {
  const root = document
  const walks = [...root.querySelectorAll(".line-screen .walker")]
  if (walks.some((one) => one.getAnimations().length)) return []
  const tags = [...root.querySelectorAll(".line-screen .tag")]
  return tags.map((tag) => [tag.getBoundingClientRect().x, tag.textContent])
    .sort((one, other) => one[0] - other[0]).map(([_x, name]) => name)
}"""


def _unbroken(name: str) -> str:
    """A name without what setting it in lines does to it."""
    return re.sub(r"[\s-]", "", name)


class Screen(Actor):
    """The projector."""

    def __init__(self, page: Page, album: Album) -> None:
        super().__init__("scherm", page, album)

    def invitation(self) -> str:
        """The address in the QR of the lobby, read from a picture as a phone's camera does."""
        codes = read_qr(self.look("onthaal"))
        assert len(codes) == 1, f"one QR in the lobby, not {codes}"
        return codes[0]

    def look(self, what: str) -> bytes:
        """As for others; and no word is under the corner with the code."""
        self.until(lambda: not under_corner(self.page), "words clear of the corner")
        return super().look(what)

    def look_in_sizes(self, what: str) -> None:
        """Pictures at rest, on each size of projector."""
        self.page.wait_for_timeout(3000)
        self.look(what)
        self.look_in_other_sizes(what)

    def look_in_other_sizes(self, what: str) -> None:
        """Pictures on the sizes of projector besides the usual one."""
        for wide, high in PROJECTORS:
            self.page.set_viewport_size({"width": wide, "height": high})
            self.page.wait_for_timeout(600)
            self.look(f"{what}-{wide}")
        self.page.set_viewport_size(PROJECTOR)

    def stand_there(self, *names: str) -> None:
        """Wait until everybody has walked: these names, from left to right, long ones shorter."""
        self.until(lambda: self._are(names), f"{names} on the line")

    def _are(self, names: tuple[str, ...]) -> bool:
        labels = [_unbroken(label) for label in self.page.evaluate(_NAMES)]
        return len(labels) == len(names) and all(
            label and _unbroken(name).startswith(label.removesuffix("."))
            for name, label in zip(names, labels, strict=True)
        )

    def figures(self) -> Locator:
        """Everybody who stands on the line."""
        return self.page.locator(".line-screen .people .walker")


class Facilitator(Actor):
    """The one who leads the meeting, with a laptop."""

    @classmethod
    def arrives(cls, browser: Browser, album: Album, who: str = "begeleider") -> Facilitator:
        """Open a laptop."""
        context = browser.new_context(viewport=LAPTOP, locale="nl-BE", accept_downloads=True)
        return cls(who, context.new_page(), album)

    def signs_in(self, url: str, passcode: str = PASSCODE) -> None:
        """Type the passcode and go on."""
        self.page.goto(f"{url}/begeleider")
        self.page.get_by_label("Toegangscode").fill(passcode)
        self.presses("Verder")

    def has_signed_in(self, url: str) -> None:
        """As `signs_in`, without looking at the page."""
        answer = self.context.request.post(
            f"{url}/begeleider", form={"passcode": PASSCODE}, max_redirects=0
        )
        assert answer.status == 303, answer.text()

    def opens_console(self, url: str, meeting: str) -> None:
        """Open the console of a meeting, signed in as one is."""
        self.page.goto(f"{url}/regie?m={meeting}")
        expect(self.page.locator(".con-head")).to_be_visible(timeout=PATIENCE)

    def opens_screen(self) -> Screen:
        """Open the screen in its own window, and make it as large as the projector."""
        with self.page.expect_popup() as popup:
            self.page.locator(".con-head").get_by_role("link", name="Scherm openen").click()
        popup.value.set_viewport_size(PROJECTOR)
        return Screen(popup.value, self.album)

    def remote_invitation(self) -> str:
        """The link for a remote, read from the QR on the console."""
        self.page.locator(".con-head").get_by_role("button", name="Afstandsbediening").click()
        picture = self.page.get_by_role("img", name="QR-code van de afstandsbediening")
        expect(picture).to_be_visible(timeout=PATIENCE)
        codes = read_qr(self.look("qr-afstandsbediening"))
        self.presses("Klaar")
        assert len(codes) == 1, f"one QR for the remote, not {codes}"
        return codes[0]

    def picks(self, menu: str, item: str) -> None:
        """Open a menu and choose from it."""
        self.presses(menu)
        self.page.get_by_role("menuitem", name=item, exact=True).click()

    def agrees(self, yes: str) -> None:
        """Answer the question on top of the page."""
        self.page.locator("dialog").get_by_role("button", name=yes, exact=True).click()

    def ends_the_exercise(self) -> None:
        """Close the exercise that is going on."""
        self.page.locator(".con-go").get_by_role("button", name="Oefening afsluiten").click()
        self.agrees("Oefening afsluiten")

    def ends_the_exercise_early(self) -> None:
        """Close the exercise that is going on, from the agenda: not all of it was done."""
        running = self.page.locator(".con-item.is-running")
        running.locator(".con-item-row").click()
        running.get_by_role("button", name="Oefening afsluiten").click()
        self.agrees("Oefening afsluiten")

    def notes(self, text: str) -> None:
        """Write down what is worth keeping of a talk, and wait until it is kept."""
        note = self.page.get_by_label("Wat onthou je uit dit gesprek?")
        note.fill(text)
        note.blur()
        expect(self.page.locator(".con-note .saved")).to_be_visible(timeout=PATIENCE)

    def person(self, name: str) -> Locator:
        """Somebody's row in the list of people."""
        named = self.page.locator(".con-person-name b").get_by_text(name, exact=True)
        return self.page.locator(".con-person").filter(has=named)

    def chooses(self, label: str) -> None:
        """Pick one of a row of choices."""
        self.page.locator(".con-segments label").filter(has_text=label).first.click()

    def chosen(self, label: str) -> None:
        """Wait until that one of a row of choices counts."""
        expect(self.page.get_by_role("radio", name=label, exact=True)).to_be_checked()

    def selects(self, control: str, value: str) -> None:
        """Pick from one of the long lists beside the preview."""
        labelled = self.page.locator("label.con-choice").filter(
            has=self.page.locator("span").get_by_text(control, exact=True)
        )
        labelled.locator("select").select_option(value)


class Remote(Actor):
    """The facilitator's own phone."""

    held = True

    @classmethod
    def arrives(cls, browser: Browser, album: Album) -> Remote:
        """Take the phone out."""
        return cls("afstand", _phone(browser, PHONE).new_page(), album)


class Phone(Actor):
    """A participant."""

    held = True

    @classmethod
    def arrives(
        cls, browser: Browser, album: Album, who: str, size: Any = PHONE, **more: Any
    ) -> Phone:
        """Take the phone out."""
        return cls(who, _phone(browser, size, **more).new_page(), album)

    def another_tab(self) -> Phone:
        """The same page once more in the same browser."""
        return Phone(self.who, self.context.new_page(), self.album)

    def joins(self, address: str, organisation: str, name: str, function: str = "") -> None:
        """Open the address of the QR, say who you are, and come in."""
        self.page.goto(address)
        self.fills_in(organisation, name, function)
        self.presses("Ik ben er")
        expect(self.page.locator(".phone-view")).to_be_visible(timeout=PATIENCE)

    def has_joined(self, address: str, organisation: str, name: str, function: str = "") -> None:
        """As `joins`, without looking at the form."""
        form = self.context.request.get(address).text()
        houses = {html.unescape(house): key for key, house in _HOUSES.findall(form)}
        answer = self.context.request.post(address, max_redirects=0, form={
            "organisation": houses[organisation], "name": name, "function": function,
        })  # fmt: skip
        assert answer.status == 303, answer.text()
        self.page.goto(urljoin(address, answer.headers["location"]))
        expect(self.page.locator(".phone-view")).to_be_visible(timeout=PATIENCE)

    def fills_in(self, organisation: str, name: str, function: str = "") -> None:
        """Fill in the form at the door."""
        self.page.locator("label.o").filter(has_text=organisation).click()
        self.page.get_by_label("Je voornaam").fill(name)
        self.page.get_by_label("Je functie").fill(function)

    def stands(self, at: float) -> None:
        """Drag the own figure to a place on the line, from 0 (left) to 1 (right)."""
        handle = self.page.locator(".tape .handle")
        handle.scroll_into_view_if_needed()
        grip = handle.evaluate(_GRIP)
        box = self._tape()
        start_x, start_y = grip["x"], grip["y"] - 60 * grip["scale"]
        target = self._x(box, at)
        mouse = self.page.mouse
        mouse.move(start_x, start_y)
        mouse.down()
        for part in (0.2, 0.5, 0.8, 1):
            mouse.move(start_x + (target - start_x) * part, start_y)
        mouse.up()

    def taps(self, at: float) -> None:
        """Tap on the line."""
        self.page.locator(".tape .handle").scroll_into_view_if_needed()
        box = self._tape()
        self.page.touchscreen.tap(self._x(box, at), box["y"] + box["height"] - 12)

    def keys(self, *names: str) -> None:
        """Move the figure with the keyboard."""
        slider = self.page.get_by_role("slider", name="Jouw figuur op de lijn")
        slider.focus()
        for name in names:
            self.page.keyboard.press(name)

    def writes(self, text: str) -> None:
        """Say why, without leaving the field."""
        self.why().fill(text)

    def why(self) -> Locator:
        """The field for a few words."""
        return self.page.get_by_label("Waarom sta je daar?")

    def leaves_the_field(self) -> None:
        """Put the keyboard away."""
        self.why().blur()

    def place(self) -> float | None:
        """Where the own figure stands now, as the phone draws it; None beside the line."""
        slider = self.page.get_by_role("slider", name="Jouw figuur op de lijn")
        if slider.get_attribute("aria-valuetext") == "nog geen plaats gekozen":
            return None
        return int(slider.get_attribute("aria-valuenow") or 0) / 100

    def _tape(self) -> Any:
        box = self.page.locator(".line-phone .tape").bounding_box()
        assert box is not None, "there is no line on this phone"
        return box

    @staticmethod
    def _x(box: Any, at: float) -> float:
        return float(box["x"] + MARGIN + at * (box["width"] - 2 * MARGIN))


# An organisation in the form at the door: its id and its name.
_HOUSES = re.compile(r'name="organisation" value="([^"]+)".*?<b><bdi>(.*?)</bdi></b>', re.DOTALL)

_GRIP = """(handle) => {
  const place = new DOMMatrix(getComputedStyle(handle).transform)
  const tape = handle.parentElement.getBoundingClientRect()
  return { x: tape.left + place.e, y: tape.top + place.f, scale: place.a }
}"""


def _phone(browser: Browser, size: Any, **more: Any) -> BrowserContext:
    return browser.new_context(
        viewport=size, device_scale_factor=2, is_mobile=True, has_touch=True, locale="nl-BE", **more
    )
