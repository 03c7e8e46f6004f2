"""The editor of any exercise, drawn by Streamlit without a browser on a page that keeps what it
gives; the fields and buttons have the keys that the editor asked `editing.key` for."""

from __future__ import annotations

from typing import TypeVar

from streamlit.testing.v1 import AppTest

from exercises.contract import Party

C = TypeVar("C")


def _page(kind: str, organisations: tuple[object, ...]) -> None:
    # Streamlit runs the text of this function alone: it brings all that it uses, but for builtins.
    from importlib import import_module

    import streamlit as st

    from exercises.kit.editor import editing

    # By its folder, since the template of `exercises.new` is not in the list.
    exercise = import_module(f"exercises.{kind}").EXERCISE
    assert exercise.edit is not None, kind
    editing.set_scope("a", answered=st.session_state.get("answered", ()))
    now = st.session_state.get("config", exercise.sample)
    st.session_state["config"] = exercise.edit(now, organisations)


def editor_of(kind: str, organisations: tuple[Party, ...] = ()) -> AppTest:
    """The page, drawn once with the sample of the exercise. To begin with another configuration:
    set `page.session_state["config"]` and run it again."""
    kwargs = {"kind": kind, "organisations": organisations}
    return run(AppTest.from_function(_page, default_timeout=20, kwargs=kwargs))


def run(page: AppTest) -> AppTest:
    """Draw it again, without a fault."""
    page.run()
    assert not page.exception, page.exception
    return page


def answer(page: AppTest, *keys: str) -> AppTest:
    """From now on there are answers under these keys."""
    page.session_state["answered"] = keys
    return run(page)


def kept(page: AppTest, config: type[C]) -> C:
    """The configuration as the editor gave it."""
    found = page.session_state["config"]
    assert isinstance(found, config)
    return found


def key(name: str) -> str:
    """The key of the widget that the editor calls `name`."""
    return f"odv-edit-a-{name}"


def press(page: AppTest, widget: str) -> AppTest:
    """Press the button with this key."""
    page.button(key=widget).click()
    return run(page)


def errors(page: AppTest) -> list[str]:
    """What the editor says is wrong."""
    return [error.value for error in page.error]
