"""Addresses within words, and where they lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.meeting.text.addresses import addresses, where_it_leads
from tui.meeting.text.inline_markup import spans


def found(words: str) -> list[str]:
    return [words[start:end] for start, end in addresses(words)]


@pytest.mark.parametrize(
    ("words", "address", "leads"),
    [
        ("See https://example.org/report for more.", "https://example.org/report", "https://example.org/report"),
        ("It is at http://example.org:8080/a?b=c&d=e#f.", "http://example.org:8080/a?b=c&d=e#f",
         "http://example.org:8080/a?b=c&d=e#f"),
        ("(see www.example.org)", "www.example.org", "https://www.example.org"),
        ("write to quay.clerk@example.org, please", "quay.clerk@example.org", "mailto:quay.clerk@example.org"),
        ("https://example.org/a_(b)", "https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("on https://example.org!", "https://example.org", "https://example.org"),
        ("HTTPS://EXAMPLE.ORG/A", "HTTPS://EXAMPLE.ORG/A", "HTTPS://EXAMPLE.ORG/A"),
        ("https://müller.example/straße", "https://müller.example/straße", "https://müller.example/straße"),
        ("“https://example.org/x”", "https://example.org/x”", "https://example.org/x”"),
    ],
)  # fmt: skip
def test_an_address_is_found_without_what_closes_the_sentence(words: str, address: str, leads: str) -> None:
    if "”" in address:
        address, leads = address.strip("”"), leads.strip("”")
    assert found(words) == [address]
    assert where_it_leads(address) == leads


@pytest.mark.parametrize(
    "words",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "ftp://example.org", "https://", "http:///x", "https://user:word@example.org/", "xhttps://example.org",
        "www.", "www", "@HM to do it", "a@b", "HM @ the quay", "javascript://example.org", "www.-x", "http://.",
    ],
)  # fmt: skip
def test_what_has_another_scheme_or_no_host_is_only_words(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("*see https://example.org now*", ["https://example.org"]),
        ("at *https://example.org* now", ["https://example.org"]),
        ("https://example.org/[[4711]] is it", []),
        ("[[4711]]https://example.org/ is it", []),
        ("https://example.org/?? is it", []),
        ("the [[offer of https://example.org here]] is it", ["https://example.org"]),
        ("see [[it]] at https://example.org", ["https://example.org"]),
    ],
)
def test_an_address_never_crosses_brackets_or_what_is_marked_otherwise(text: str, links: list[str]) -> None:
    assert [span.words for span in spans(text) if span.link] == links


@given(
    st.text()
    | st.lists(st.sampled_from(["https://", "www.", "a.b", "@", "x.org", "[[", "]]", "*", " ", "/"])).map("".join)
)
def test_links_leave_every_word_as_it_was(text: str) -> None:
    assert all(span.words.strip() == span.words for span in spans(text) if span.link)
    assert "".join(span.words for span in spans(text) if not span.restricted) in text or "[[" in text or "*" in text
    assert all(where_it_leads(address).startswith(("http", "HTTP", "mailto:")) for address in found(text))
