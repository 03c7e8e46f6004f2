"""WebKitGTK, the engine nearest to Safari that Debian has, by WebDriver."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.engines import NewWindow, Size, missing, needed
from tests.browser.users import Driver, Point

_WINDOW = Path(__file__).with_name("webkit_window.py")
_SYSTEM_PYTHON = "/usr/bin/python3"


@contextmanager
def webkit() -> Iterator[NewWindow]:
    """WebKitGTK, each window a browser of its own, on a display that nobody sees."""
    driver = needed("WebKitWebDriver", "apt-get install webkit2gtk-driver")
    screen = needed("Xvfb", "apt-get install xvfb")
    bindings = "import gi; gi.require_version('WebKit2', '4.1')"
    if subprocess.run(
        [_SYSTEM_PYTHON, "-c", bindings], capture_output=True, check=False
    ).returncode:
        missing("no WebKitGTK for Python: apt-get install python3-gi gir1.2-webkit2-4.1")
    with ExitStack() as stack:
        display = stack.enter_context(_display(screen))

        def new_window(size: Size) -> Driver:
            service = Service(driver, env=_surroundings(display, size))
            opened = _webkit_window(service)
            stack.callback(_close, opened, psutil.Process(service.process.pid))
            return WebKitDriver(opened)

        yield new_window


@contextmanager
def _display(program: str) -> Iterator[str]:
    reader, writer = os.pipe()
    command = [
        program,
        "-displayfd",
        str(writer),
        "-screen",
        "0",
        "1920x1080x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as told:
        yield f":{told.readline().strip()}"
    server.terminate()
    server.wait()


def _surroundings(display: str, size: Size) -> dict[str, str]:
    return {
        **os.environ, "DISPLAY": display, "ODV_WINDOW": f"{size[0]}x{size[1]}",
        "LANG": "C.UTF-8", "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1",
    }  # fmt: skip


def _webkit_window(service: Service) -> webdriver.WebKitGTK:
    options = Options()
    options.binary_location = str(_WINDOW)
    options.add_argument("--automation")
    return webdriver.WebKitGTK(options=options, service=service)


def _close(opened: webdriver.WebKitGTK, driver: psutil.Process) -> None:
    """End the session, and the window with it: the driver may leave one behind."""
    started = driver.children(recursive=True)
    opened.quit()
    _gone, left = psutil.wait_procs(started, timeout=2)
    for process in left:
        process.kill()


@dataclass(frozen=True)
class WebKitDriver:
    """A window of WebKitGTK."""

    opened: webdriver.WebKitGTK

    def goto(self, url: str) -> None:
        """See `Driver`."""
        self.opened.get(url)

    def reload(self) -> None:
        """See `Driver`."""
        self.opened.refresh()

    def evaluate(self, expression: str) -> Any:
        """See `Driver`."""
        return self.opened.execute_script(f"return {expression}")

    def press(self, path: Sequence[Point]) -> None:
        """See `Driver`."""
        actions = ActionChains(self.opened, duration=20)
        pointer: Any = actions.w3c_actions.pointer_action
        pointer.move_to_location(*_whole(path[0])).pointer_down()
        for point in path[1:]:
            pointer.move_to_location(*_whole(point))
        pointer.pointer_up()
        actions.perform()

    def type(self, text: str) -> None:
        """See `Driver`."""
        ActionChains(self.opened, duration=0).send_keys(text).perform()

    def key(self, name: str) -> None:
        """See `Driver`."""
        ActionChains(self.opened, duration=0).send_keys(_KEYS.get(name, name)).perform()

    def screenshot(self) -> bytes:
        """See `Driver`."""
        # Of a page where nothing moves no frame is drawn, and without one there is no picture.
        self.opened.execute_script(_NEW_FRAME)
        return self.opened.get_screenshot_as_png()


def _whole(point: Point) -> tuple[int, int]:
    return round(point[0]), round(point[1])


_NEW_FRAME = """const root = document.documentElement
root.style.outline = "1px solid transparent"
setTimeout(() => root.style.removeProperty("outline"), 100)"""
_KEYS = {
    "Tab": Keys.TAB, "Enter": Keys.ENTER, "End": Keys.END,
    "ArrowLeft": Keys.ARROW_LEFT, "ArrowRight": Keys.ARROW_RIGHT,
    "ArrowUp": Keys.ARROW_UP, "ArrowDown": Keys.ARROW_DOWN,
}  # fmt: skip
