"""The one store and hub of this process, shared by routes and pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import streamlit as st

from state.database import Store, data_folder
from state.live import Hub

T = TypeVar("T")


class Shared(Generic[T]):
    """A singleton of the process that is created on first use.

    It is kept in Streamlit's resource cache, because a hot reload imports this module again: pages
    would then notify one hub while browsers listen to another. Asking that cache costs a tenth of a
    millisecond, so what it gave is remembered here.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._cached = st.cache_resource(show_spinner=False)(make)
        self._known: T | None = None

    def __call__(self) -> T:
        """Return the singleton. An exception while creating it is raised; the next call tries
        again."""
        if self._known is None:
            self._known = self._cached()
        return self._known

    def clear(self) -> None:
        """Forget it, so that the next call makes another one."""
        self._known = None
        self._cached.clear()


def _open_store() -> Store:
    return Store(data_folder())


def _make_hub() -> Hub:
    return Hub(store())


store = Shared(_open_store)
hub = Shared(_make_hub)
