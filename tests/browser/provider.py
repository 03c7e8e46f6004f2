"""A small OpenID Connect provider on this machine: whoever comes is signed in at once."""

from __future__ import annotations

import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "over-de-vloer", "geheim van de client"
_KEY = RSAKey.generate_key(2048, {"kid": "een", "use": "sig", "alg": "RS256"})


class Provider:
    """Serves one account at a time: `account` holds its claims, and may be changed."""

    def __init__(self) -> None:
        self.account: dict[str, Any] = {}
        self.signed_out = 0
        self._codes: dict[str, str] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()

    def secrets_toml(self, app_url: str) -> str:
        """What the app must know, as its secrets file."""
        return (
            f'[auth]\nredirect_uri = "{app_url}/oauth2callback"\n'
            f'cookie_secret = "{secrets.token_hex(32)}"\nclient_id = "{CLIENT}"\n'
            f'client_secret = "{SECRET}"\n'
            f'server_metadata_url = "{self.url}/.well-known/openid-configuration"\n'
        )

    def _metadata(self) -> dict[str, Any]:
        return {
            "issuer": self.url, "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token", "jwks_uri": f"{self.url}/jwks",
            "end_session_endpoint": f"{self.url}/end", "response_types_supported": ["code"],
            "subject_types_supported": ["public"], "code_challenge_methods_supported": ["S256"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }  # fmt: skip

    def _code(self, asked: dict[str, str]) -> str:
        code = secrets.token_urlsafe(8)
        self._codes[code] = asked.get("nonce", "")
        query = urlencode({"code": code, "state": asked["state"]})
        return f"{asked['redirect_uri']}?{query}"

    def _token(self, asked: dict[str, str]) -> dict[str, Any]:
        now = int(time.time())
        claims = {
            "iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 300,
            "nonce": self._codes.pop(asked["code"]), **self.account,
        }  # fmt: skip
        signed = jwt.encode({"alg": "RS256", "kid": "een"}, claims, _KEY)
        return {"access_token": "x", "token_type": "Bearer", "expires_in": 300, "id_token": signed}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        provider = self

        class Answers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                """Metadata, keys, and the two pages that lead back to the app."""
                asked = urlsplit(self.path)
                values = {key: value[0] for key, value in parse_qs(asked.query).items()}
                if asked.path == "/authorize":
                    self._go(provider._code(values))
                elif asked.path == "/end":
                    provider.signed_out += 1
                    self._go(values["post_logout_redirect_uri"])
                elif asked.path == "/jwks":
                    self._tell({"keys": [_KEY.as_dict(private=False)]})
                else:
                    self._tell(provider._metadata())

            def do_POST(self) -> None:
                """The token for a code."""
                body = self.rfile.read(int(self.headers["content-length"])).decode()
                self._tell(provider._token({k: v[0] for k, v in parse_qs(body).items()}))

            def log_message(self, format: str, *arguments: Any) -> None:
                """Quiet."""

            def _go(self, address: str) -> None:
                self.send_response(302)
                self.send_header("Location", address)
                self.end_headers()

            def _tell(self, told: dict[str, Any]) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(json.dumps(told).encode())

        return Answers
