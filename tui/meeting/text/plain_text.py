"""Level out the spaces, dashes and quotation marks that word processors leave, character for character."""

from __future__ import annotations

_LEVELLED = str.maketrans(
    dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    )
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u2018\u2019\u02bc\u2032", "'")
)


def plain(text: str) -> str:
    """Make a text of the same length with plain spaces, hyphens and apostrophes, so that places in it still hold."""
    return text.translate(_LEVELLED)
