"""Scripts take turns: a few run, the others wait their turn asleep.

After a step three hundred phones ask for a run in the same instant, and each gets a thread. Only
one thread runs Python at a time; all that wait for it wake two hundred times a second to ask
whether it is their turn, which costs more than the runs themselves. Waiting for a semaphore
costs nothing.
"""

from __future__ import annotations

import threading

_AT_ONCE = 2

turn = threading.BoundedSemaphore(_AT_ONCE)
