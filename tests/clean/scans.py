"""Text as scans and PDFs of print give it, put together by chance: columns, notes, half words, and what pages have."""

from __future__ import annotations

import random
from collections.abc import Callable

from hypothesis import strategies as st

_WORDS = """de het een en van in op met die dat is was wie zijn haar gemeente bewoners straat vergadering raad
    wethouder school leerlingen onderzoek geïnteresseerd ideeën coördinatie financiële zo’n ‘gewoon’ “vrij” onderwijs-
    klant- burger, hulp. Vaak blijkt Vaakblijkter ideeén tezijn (zie ook) 1998-2003 SP-fractie ‚ onderzoek.3 ﬁets ﬂat
    oﬃcieel ĳsbaan cafe\u0301 12 ³ – — … I. m² a b N.V. O cliÃ«nt re\ufffdel
    n\u00adi\u00ade\u00adt vrij\u00adwilligers"""
_HALVES = """gemeen-te bewo-ners verga-dering leer-lingen ge-interesseerd ide-een co-ordinatie klanttevreden-heid
    in-en beurs-hype hormoon-klier commutati-viteit 1998-2003 N-tv auto-importeurs her-stel-len"""
_HYPHENS = "----\u00ad\u00ad¬‐‑—=~"
_ALONE = """12 – xii XIV. 7 – 14 – pagina 23 – [3] – DE NIEUWE KRANT – Derde hoofdstuk 41 – 41 Derde hoofdstuk
    – INLEIDING.
    – Foto: Jan de Wit – Figuur 2. De wijk in cijfers – © Stadsarchief – D – E – "Wat een dag" – - – \u00ad – * – * * *
    – Tabel 1. Aantallen – 1998   12   34,5 – a   b   c – • een punt – 1) Een noot – ¹ Zie Jansen, blz. 4 – O
    – ‘Wij hebben hier / nooit om gevraagd’ – Door Anna de Wit – Reacties (3) – \u00a0 – \u200b"""
_ENDS = ["\n", "\n", "\n", "\n", "\n\n", "\n\n\n", "\n \n", "\n\f", "\f", "\r\n", "\u2028", " \n", "\t\n", "\n\t"]


def scan(rng: random.Random) -> str:
    """A text of a few pieces, each of which a page of print may have."""
    kinds: list[Callable[[random.Random], str]] = [_prose, _prose, _prose, _columns, _alone, _alone, _spaced, _table]
    pieces = [rng.choice(kinds)(rng) for _ in range(rng.randint(1, 9))]
    text = "".join(piece + rng.choice(_ENDS) for piece in pieces)
    return _reread(rng, text) if rng.random() < 0.2 else text


SCANS = st.integers(0, 1 << 32).map(lambda number: scan(random.Random(number)))
"""Such texts, for properties."""


def _line(rng: random.Random, width: int, words: list[str]) -> str:
    line = rng.choice(words)
    odd = [" ", " ", "  ", "\u00a0", "\t"]
    while len(line) < width - 3:
        line += (rng.choice(odd) if rng.random() < 0.1 else " ") + rng.choice(words)
    return line


def _lines(rng: random.Random) -> list[str]:
    """Lines of one width, many of which break off inside a word."""
    width, words, halves = rng.choice((14, 28, 42, 60)), _WORDS.split(), _HALVES.split()
    lines, begin = [], ""
    for _ in range(rng.randint(1, 12)):
        line = begin + _line(rng, width - len(begin), words)
        begin = ""
        if rng.random() < 0.4:
            first, _, begin = rng.choice(halves).partition("-")
            line += f" {first}{rng.choice(_HYPHENS)}"
            begin += rng.choice([" ", "", ". ", ", "])
        elif rng.random() < 0.3:
            line += rng.choice(".?!:;,”")
        lines.append(line.capitalize() if rng.random() < 0.2 else line)
    return lines


def _prose(rng: random.Random) -> str:
    indent = rng.choice(["", "", "   ", "\t"])
    return indent + rng.choice(_ENDS if rng.random() < 0.2 else ["\n"]).join(_lines(rng))


def _columns(rng: random.Random) -> str:
    """Two or three columns side by side, with a gutter that may be disturbed."""
    columns = [_lines(rng) + _lines(rng) for _ in range(rng.choice((2, 2, 3)))]
    if rng.random() < 0.5:
        columns = [[line.replace("e", "e\u00ad", 1) for line in column] for column in columns]
    width = max(len(line) for column in columns for line in column) + rng.randint(1, 6)
    depth = max(map(len, columns)) if rng.random() < 0.5 else min(map(len, columns))
    rows = []
    for number in range(depth):
        cells = [column[number] if number < len(column) else "" for column in columns]
        rows.append("".join(cell.ljust(width) for cell in cells).rstrip() if rng.random() < 0.9 else "")
    return "\n".join(rows)


def _alone(rng: random.Random) -> str:
    around = rng.choice(["", "\n", "\n\n", "\f"])
    return around + rng.choice([each.strip() for each in _ALONE.split("–")]) + rng.choice(["", "\n", "\n\n\n", "\f"])


def _spaced(rng: random.Random) -> str:
    """Lines with a blank line, or several, between each two."""
    return rng.choice(["\n\n", "\n \n", "\n\n\n", "\n\f\n"]).join(_lines(rng))


def _table(rng: random.Random) -> str:
    gap = rng.choice(["\t", "   ", "      ", "\n", "\n\n"])
    rows = [gap.join(str(rng.randint(0, 2020)) for _ in range(rng.randint(1, 5))) for _ in range(rng.randint(1, 6))]
    return rng.choice(["\n", "\n\n", "\n\n\n"]).join(rows)


def _reread(rng: random.Random, text: str) -> str:
    """The text with one stretch repeated, as a page that is scanned twice."""
    start = rng.randrange(len(text))
    return text[: start + rng.randint(1, 200)] + text[start:]
