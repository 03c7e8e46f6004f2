"""Opens the preparation pages as the facilitator, without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.desk import guard
from pages.web.access import FACILITATOR_COOKIE
from state import access
from state.app import store
from state.database import Store

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def data_folder(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store in `folder`, and a browser that holds the facilitator's pass."""
    patch.setenv("ODV_DATA", str(folder))
    store.clear()
    token = access.give_pass(store(), "facilitator")
    patch.setattr(guard, "cookies", lambda: {FACILITATOR_COOKIE: token})
    yield store()
    store.clear()


def open_page(name: str = "home.py", **query: str) -> AppTest:
    """Run pages/shell.py and go to one of its pages."""
    page = AppTest.from_file(ROOT / "pages" / "shell.py", default_timeout=20).run()
    if name != "home.py":
        page.switch_page(f"desk/{name}")
        for key, value in query.items():
            page.query_params[key] = value
        page.run()
    assert not page.exception, page.exception
    return page


def press(page: AppTest, key: str) -> AppTest:
    """Press the button with this key and run."""
    page.button(key=key).click().run()
    assert not page.exception, page.exception
    return page


def type_in(page: AppTest, key: str, text: str) -> AppTest:
    """Type in the field with this key and leave it."""
    page.text_input(key=key).set_value(text).run()
    assert not page.exception, page.exception
    return page


def errors(page: AppTest) -> list[str]:
    """The sentences of all errors on the page, without the escapes of Markdown."""
    return [error.value.replace("\\", "") for error in page.error]


def texts(page: AppTest) -> list[str]:
    """Everything that is shown as plain text."""
    return [text.value for text in page.text]


def links(page: AppTest) -> list[str]:
    """The console links on the page."""
    return [item.value for item in page.html if "regie?m=" in item.value]


def pictures(page: AppTest) -> list[str]:
    """The pictures that the server drew on the page."""
    return [item.value for item in page.html if 'class="odv-drawn"' in item.value]
