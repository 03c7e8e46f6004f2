"""The one store and hub of this process, shared by routes and pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import streamlit as st

from state.database import Store, data_folder
from state.live import Hub

T = TypeVar("T")


class Shared(Generic[T]):
    """Something made once for the process, given without looking it up each time.

    It lies in Streamlit's resource cache, because a hot reload would make this module anew:
    pages would then write to one hub while browsers listen to the other. Asking that cache
    costs a tenth of a millisecond, so what it gave is remembered here.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._cached = st.cache_resource(show_spinner=False)(make)
        self._known: T | None = None

    def __call__(self) -> T:
        """The shared thing; whatever making it raises is raised, and tried again next time."""
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
