"""The address of a book in PostgreSQL, `postgresql://…` as libpq reads it, which is shown without its password."""

from __future__ import annotations

import re
from pathlib import Path

OWN = ".office"
"""The folder in a mirror that has what is known of its server."""
_SCHEME = re.compile(r"\s*(?:postgresql|postgres):/", re.IGNORECASE)
_SECRET = frozenset({"password", "sslpassword", "oauth_client_secret"})
_SECRET_SETTING = re.compile(r"((?:ssl)?password\s*=\s*)('(?:\\.|[^'])*'|\S+)", re.IGNORECASE)


def is_address(words: object) -> bool:
    """Return whether words name a book in PostgreSQL and not a folder."""
    return _SCHEME.match(str(words)) is not None


def address_of_mirror(folder: Path) -> str:
    """Return the address of the book that a folder mirrors, without a password; empty for a folder like any other."""
    try:
        return (folder / OWN / "address").read_text("utf-8").strip()
    except (OSError, ValueError):
        return ""


def whole_address(words: object) -> str:
    """Return the address as it was typed: one that was taken for a path has lost a stroke."""
    return re.sub(r"^\s*(?:postgresql|postgres):/+", "postgresql://", str(words), flags=re.IGNORECASE).strip()


def without_password(address: str) -> str:
    """Return the address as it may be shown and logged."""
    # A book in a folder never pays for these.
    from urllib.parse import parse_qsl, quote, urlencode, urlsplit

    try:
        parts = urlsplit(address)
        user, at, host = parts.netloc.rpartition("@")
        settings = [(key, value) for key, value in parse_qsl(parts.query, True) if key.lower() not in _SECRET]
        query = urlencode(settings, quote_via=quote, safe="/,:")
        end = f"?{query}" if query else ""
        return f"{parts.scheme}://{user.partition(':')[0]}{at}{host}{parts.path}{end}"
    except ValueError:
        # Of what is no address nothing is known, and so nothing is shown.
        return "postgresql://…"


def without_secrets(words: str, address: str) -> str:
    """Return a message of the server or of libpq without what only its user may know."""
    from urllib.parse import parse_qsl, urlsplit

    try:
        parts = urlsplit(address)
        secrets = [value for key, value in parse_qsl(parts.query, True) if key.lower() in _SECRET]
        user, at, _ = parts.netloc.rpartition("@")
        secrets += [user.partition(":")[2]] if at else []
    except ValueError:
        secrets = []
    for secret in filter(None, secrets):
        words = words.replace(secret, "…")
    return _SECRET_SETTING.sub(r"\1…", words)
