"""Of originals with known truth: how many words of the author come out wrong, and what was set aside.

usage: python -m tests.benches.layout_bench FOLDER
FOLDER holds originals (.pdf, .hocr, .xml, .docx, .epub), and for each <name>.pdf, <name>.clean.hocr … a <name>.txt with
the author's words in order, headings among them. Printed: word error (inserted, lost and wrong words against those of
the truth, per cent), doubtful words, and the asides by kind.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

from weerklank.clean import clean
from weerklank.model import Cleaned
from weerklank.read.originals import SUFFIXES, read_original

_QUOTES = str.maketrans(dict.fromkeys("“”„\"‘’'⁰¹²³⁴⁵⁶⁷⁸⁹", None))


def words(text: str) -> list[str]:
    """The words of a text as they are compared: without quotation marks, marks of items and calls of notes."""
    return re.sub(r"^(?:- |> |\d\d?\. )", "", text, flags=re.MULTILINE).translate(_QUOTES).split()


def error(truth: list[str], found: list[str]) -> float:
    """Words inserted, lost and wrong, per cent of the words of the truth."""
    codes = SequenceMatcher(None, truth, found, autojunk=False).get_opcodes()
    return 100 * sum(max(b - a, d - c) for tag, a, b, c, d in codes if tag != "equal") / max(1, len(truth))


def read(path: Path) -> tuple[Cleaned, str]:
    """An original, cleaned, and its title and text."""
    original = read_original(path.read_bytes(), path.name, path.name)
    cleaned = clean(original.text, layout=original.layout)
    about = cleaned.metadata
    said = [about.title, about.subtitle, about.kicker, *(f"Door {name}" for name in about.authors)]
    return cleaned, "\n".join([*filter(None, said), cleaned.text])


def main(folder: Path) -> None:
    """Print a line for each original, and one for all of each kind."""
    totals: Counter[str] = Counter()
    for path in sorted(p for p in folder.iterdir() if p.suffix in SUFFIXES):
        truth = words((folder / f"{path.name.split('.')[0]}.txt").read_text("utf-8"))
        cleaned, text = read(path)
        wrong = error(truth, words(text))
        kinds = ", ".join(f"{n} {kind}" for kind, n in Counter(block.kind for block in cleaned.asides).items())
        print(f"{path.name:32} {len(truth):6} words {wrong:6.2f} %  {len(cleaned.uncertain)} doubtful  {kinds}")
        ending = ".".join(path.name.split(".")[1:])
        totals[f"{ending} words"] += len(truth)
        totals[f"{ending} wrong"] += round(wrong * len(truth))
    for key in [key for key in totals if key.endswith(" words")]:
        ending = key.removesuffix(" words")
        print(f"all {ending}: {totals[f'{ending} wrong'] / totals[key]:.2f} % of {totals[key]} words")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
