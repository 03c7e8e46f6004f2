"""Pages that wait together are made in one read, each with its own result."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from pages.live.renderer import Renderer
from state.database import Store


@pytest.fixture
def other(tmp_path: Path) -> Store:
    return Store(tmp_path / "other.db")


def test_each_gets_its_own_result_in_the_order_of_arrival(store: Store) -> None:
    order: list[int] = []

    def make(number: int) -> int:
        order.append(number)
        return number * 2

    async def ask() -> list[int]:
        renderer = Renderer("test")
        return await asyncio.gather(
            *(renderer.run(store, lambda n=n: make(n)) for n in range(50))  # type: ignore[misc]
        )

    assert asyncio.run(ask()) == [2 * number for number in range(50)]
    assert order == list(range(50))


def test_what_waits_together_reads_the_same_state(store: Store, other: Store) -> None:
    gate = threading.Event()

    def connection(of: Store) -> int:
        with of.read() as db:
            return id(db)

    async def ask() -> list[int]:
        renderer = Renderer("test")
        held = asyncio.ensure_future(renderer.run(store, lambda: gate.wait() and 0))
        await asyncio.sleep(0)
        rest = [renderer.run(of, lambda of=of: connection(of)) for of in (store, store, other)]  # type: ignore[misc]
        waiting = asyncio.gather(*rest)
        await asyncio.sleep(0.01)
        gate.set()
        await held
        return await waiting

    first, second, third = asyncio.run(ask())
    assert first == second
    assert third != first


def test_one_that_fails_does_not_take_the_others_along(store: Store) -> None:
    def fail() -> None:
        raise ValueError("this one")

    async def ask() -> tuple[int | BaseException, BaseException | None, int | BaseException]:
        renderer = Renderer("test")
        return await asyncio.gather(
            renderer.run(store, lambda: 1), renderer.run(store, fail),
            renderer.run(store, lambda: 3), return_exceptions=True,
        )  # fmt: skip

    first, second, third = asyncio.run(ask())
    assert (first, third) == (1, 3)
    assert isinstance(second, ValueError)


def test_who_gave_up_waiting_does_not_stop_the_others(store: Store) -> None:
    async def ask() -> int:
        renderer = Renderer("test")
        given_up = asyncio.ensure_future(renderer.run(store, lambda: 1))
        await asyncio.sleep(0)
        given_up.cancel()
        return await renderer.run(store, lambda: 2)

    assert asyncio.run(ask()) == 2
