"""Keys for what people wrote, where phones, screen and console must not learn whose it is."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b


@lru_cache(maxsize=8192)
def key_of(where: str, person: str) -> str:
    """The key of what a person gave at a place ("s3"), 12 hexadecimal digits: the same each time,
    and nobody who does not know the id of that person can tell whose it is, nor that two are of the
    same person."""
    return blake2b(f"{where}:{person}".encode(), digest_size=6).hexdigest()
