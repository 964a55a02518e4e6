"""Random input as a terminal might send it: keys, sequences whole and torn, pastes, mouse, and bytes of any kind."""

from __future__ import annotations

import random

_CONTROLS = [bytes([one]) for one in range(32)]
_KEYS = [
    *(b"\x1b[%c" % one for one in b"ABCDHFZIO"),
    *(b"\x1bO%c" % one for one in b"ABCDHFPQRS"),
    *(b"\x1b[%d~" % one for one in (1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 57)),
    *(b"\x1b[1;%d%c" % (held, one) for held in (2, 3, 4, 5, 6) for one in b"ABCDHF"),
]
_LINES = (
    *("?PCC: are officers given time", ">TR: they are", "-a point", "--further in", "+A note with [[a secret]]", "??"),
    *("!HM to paint the pier ^Friday", "!everybody ^31 February 2024", "=Agreed; 7 for, 2 against", "~B1 given", "~"),
    *("&The alarm sounded", "#Staff", "|a | b", "a\tb\tc", "s/the/a/", "s|a|b|g", "%hidden", "\\!plain", "*bold*"),
    *("/next", "/prev", "/go 2", "/section 9 More", "/subsection Less", "/rename [[Secret]]", "/defer", "/skip"),
    *("/arrive Ann Lee, Guest (AL) at 19:52", "/leave TR", "/done A1", "/drop A1", "/undo", "/redo", "/restrict"),
    *("/start", "/adjourn", "/resume", "/close", "/interest TR, personal", "/out TR", "/title X", "/date 3 May", "/"),
    *("/person HM = Hal Mann (HM)", "/chair TR", "/venue here", "HM: said", "[[", "]]", "=moved HM, sec TR; For: HM"),
)
_PASTES = (
    "one\ntwo\n\nthree",
    "a\tb\nc\td",
    "| a | b |\n|---|---|\n| c | d |",
    "x" * 3_000,
    "\x1b[31mred\x1b[201",
    "é\u202e\ud7ff",
)
_REPLIES = (
    *(b"\x1b[?1;2c", b"\x1b[>0;95;0c", b"\x1b[?2026;2$y", b"\x1b[?2048;1$y", b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"),
    *(
        b"\x1b]52;c;YQ==\x07",
        b"\x1bP1$r0m\x1b\\",
        b"\x1b[I",
        b"\x1b[O",
        b"\x1b[24;80R",
        b"\x1b[?31u",
        b"\x1b_Gi=1;OK\x1b\\",
    ),
)


def piece(chance: random.Random) -> bytes:
    """Return what comes in one read."""
    return chance.choices(_MAKERS, _WEIGHTS)[0](chance)


def _letters(chance: random.Random) -> bytes:
    return bytes(chance.choices(range(32, 127), k=chance.randint(1, 12)))


def _line(chance: random.Random) -> bytes:
    return chance.choice(_LINES).encode() + chance.choice((b"\r", b"\r", b"", b"\t"))


def _controls(chance: random.Random) -> bytes:
    return b"".join(chance.choices(_CONTROLS, k=chance.randint(1, 3)))


def _keys(chance: random.Random) -> bytes:
    return b"".join(chance.choices(_KEYS, k=chance.randint(1, 6)))


def _kitty(chance: random.Random) -> bytes:
    numbers = [
        str(chance.choice((0, 1, 5, 13, 27, 65, 97, 57_358, 1_114_112, chance.randint(0, 2**33)))) for _ in "123"
    ]
    return f"\x1b[{chance.choice(':;').join(numbers[: chance.randint(1, 3)])}u".encode()


def _mouse(chance: random.Random) -> bytes:
    button = chance.choice((0, 1, 2, 32, 35, 64, 65, 4, 8, 16, chance.randint(0, 300)))
    x, y = (chance.choice((0, 1, chance.randint(1, 130), 99_999)) for _ in "xy")
    return b"".join(b"\x1b[<%d;%d;%d%c" % (button, x, y, one) for one in chance.choice((b"Mm", b"M", b"m")))


def _paste(chance: random.Random) -> bytes:
    whole = b"\x1b[200~" + chance.choice(_PASTES).encode("utf-8", "replace") + b"\x1b[201~"
    return whole if chance.random() < 0.8 else whole[: chance.randint(0, len(whole))]


def _sequence(chance: random.Random) -> bytes:
    """Return something shaped like a control sequence."""
    inner = bytes(chance.choices(b"0123456789;:?<>=$ !", k=chance.randint(0, 9)))
    return chance.choice((b"\x1b[", b"\x1b]", b"\x1bO", b"\x1bP", b"\x1b", b"\x9b")) + inner + chance.randbytes(1)


def _torn(chance: random.Random) -> bytes:
    whole = chance.choice((_sequence, _mouse, _kitty, _keys, _reply))(chance)
    return whole[chance.randint(0, 1) : chance.randint(1, len(whole))]


def _reply(chance: random.Random) -> bytes:
    return chance.choice(_REPLIES)


def _anything(chance: random.Random) -> bytes:
    return chance.randbytes(chance.randint(1, 24))


_CHOICES = {
    _letters: 12,
    _line: 24,
    _controls: 16,
    _keys: 16,
    _kitty: 5,
    _mouse: 8,
    _paste: 4,
    _sequence: 6,
    _torn: 6,
    _reply: 3,
    _anything: 6,
}
_MAKERS, _WEIGHTS = list(_CHOICES), list(_CHOICES.values())
