"""Random names: identifiers, join codes and secrets."""

from __future__ import annotations

import hashlib
import secrets

# No I, L, O, 0, 1, S, 5, Z, 2, B, 8, U or V: nobody reads one for another from the back row.
CODE_LETTERS = "ACDEFGHJKMNPQRTWXY34679"
CODE_LENGTH = 4

_ID_BYTES = 9
_random_characters = secrets.token_urlsafe


def new_id() -> str:
    """An identifier of 12 characters that can't be guessed from another."""
    return _random_characters(_ID_BYTES)


def new_code() -> str:
    """A join code such as KP4M, without characters that look alike."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def new_token() -> str:
    """A secret for a cookie or link: 256 random bits."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """What is stored of a secret. Fast on purpose: the secret itself is 256 random bits."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def clean_code(typed: str) -> str:
    """A code as people type it -> as it is stored: upper case, without spaces or dashes."""
    return "".join(character for character in typed.upper() if character.isalnum())[:12]
