"""How well scans of print are restored: sets sentences in narrow columns, restores them, counts.

    python -m tests.benches.print_bench LANGUAGE [--held] [--sentences FILE] [--words FILE] [--seed N] [--errors N]

Without files it takes those of the language in `sentences/`: a sentence a line, and words a line to put at line ends
('in- en uitvoer' with its conjunction, 'geïnteresseerd', 'SP-fractie', '2019-2020'). Every other line is held out: of
these alone `--held` tells. `LANGUAGE-old.txt` there is prose in old spelling. Nothing is written to disk.
"""

from __future__ import annotations

import argparse
import difflib
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyphen import Pyphen

from weerklank.clean import clean, restore_print
from weerklank.model import Cleaned

HERE = Path(__file__).with_name("sentences")
PLAIN = dict(zip("äëïöü", "aeiou", strict=True))
BROKEN_BY = {"nl": ("nl_NL",), "en": ("en_GB", "en_US"), "de": ("de_DE",), "fr": ("fr",), "af": ("af_ZA",)}
HEADS = ("Het stille loket", "TIJDSCHRIFT VOOR BESTUUR", "Binnenlands Bestuur maart 2011", "Markt & Overheid")
_BREAKABLE = re.compile("[A-Za-zÀ-ÿ]{5,}")
_HYPHENED = re.compile(r"(?<=\w)-(?=\w)")


@dataclass(frozen=True)
class Event:
    """A word broken at the end of line `line`: `whole` is the word (or pair) that it was."""

    line: int
    kind: str
    whole: str
    word: int


@dataclass(frozen=True)
class Column:
    words: list[str]
    lines: list[str]
    events: list[Event]


class Setter:
    """Sets words in a column as a typesetter does, breaking words where the language allows it."""

    def __init__(self, language: str) -> None:
        self._dutch = language == "nl"
        self._pyphen = Pyphen(lang=BROKEN_BY[language][0], left=2, right=2)

    def breaks(self, word: str) -> list[tuple[str, str, str]]:
        """(first half with hyphen, second half, kind), the longest first half first."""
        found = []
        for hyphen in _HYPHENED.finditer(word):
            first, second = word[: hyphen.end()], word[hyphen.end() :]
            found.append((first, second, "range" if first[-2].isdigit() and second[0].isdigit() else "own"))
        for run in _BREAKABLE.finditer(word):
            for at in self._pyphen.positions(run.group()):
                first, second = word[: run.start() + at] + "-", word[run.start() + at :]
                if self._dutch and second[0] in PLAIN and first[-2] in "aeiou":
                    found.append((first, PLAIN[second[0]] + second[1:], "trema"))
                elif not self._dutch or second[0] not in "äëïöüÄËÏÖÜ":
                    found.append((first, second, "soft"))
        return sorted(found, key=lambda f: -len(f[0]))

    def column(self, words: list[str], width: int) -> Column:
        lines: list[str] = [""]
        events: list[Event] = []
        for number, word in enumerate(words):
            room = width - len(lines[-1]) - (1 if lines[-1] else 0)
            if len(word) > room and lines[-1]:
                fit = next((b for b in self.breaks(word) if len(b[0]) <= room), None)
                if fit:
                    events.append(Event(len(lines) - 1, fit[2], word, number))
                    lines[-1] += " " + fit[0]
                    lines.append(fit[1])
                    continue
                last = words[number - 1]
                if last in ("-", "–"):
                    events.append(Event(len(lines) - 1, "dash", f"{last} {word}", number - 1))
                elif re.search("[A-Za-zÀ-ÿ]-$", last):
                    events.append(Event(len(lines) - 1, "suspended", f"{last} {word}", number - 1))
                lines.append(word)
            else:
                lines[-1] = f"{lines[-1]} {word}".strip()
        return Column(words, lines, events)


def running(sentences: Sequence[str], setter: Setter, rnd: random.Random) -> Iterator[Column]:
    """The sentences as they come, three to five a paragraph: the natural mix."""
    at = 0
    while at < len(sentences):
        size = rnd.randint(3, 5)
        yield setter.column(" ".join(sentences[at : at + size]).split(), rnd.randint(34, 56))
        at += size


def forced(items: Sequence[str], sentences: Sequence[str], setter: Setter, rnd: random.Random) -> Iterator[Column]:
    """Each item inside a sentence, after another one, set so that it breaks at a line end."""
    for item in items:
        for _ in range(30):
            words = " ".join(rnd.sample(list(sentences), 2)).split()
            at = rnd.randrange(len(words) - 6, len(words) - 2)
            column = setter.column([*words[:at], *item.split(), *words[at:]], rnd.randint(34, 56))
            wanted = [e for e in column.events if e.kind != "soft" and item.startswith(e.whole.split()[0])]
            if wanted:
                yield Column(column.words, column.lines, wanted)
                break


def outcome(column: Column, restored: Cleaned) -> tuple[list[tuple[Event, bool, bool]], int]:
    """(event, right, marked) for each event, and how many other words were harmed."""
    out = restored.text.split()
    right = [False] * len(column.words)
    near = [""] * len(column.words)
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, column.words, out, autojunk=False).get_opcodes():
        for i in range(i1, i2):
            right[i], near[i] = tag == "equal", " ".join(out[j1:j2])
    marked = " ".join(u.found for u in restored.uncertain)
    busy = {e.word + more for e in column.events for more in range(len(e.whole.split()))}
    harmed = sum(not ok for i, ok in enumerate(right) if i not in busy)
    found = []
    for event in column.events:
        ok = all(right[event.word + more] for more in range(len(event.whole.split())))
        bare = event.whole.strip(".,;:!?()'\"")
        shown = bare if ok else near[event.word].strip(".,;:!?()'\"")
        found.append((event, ok, bool(shown) and any(s in marked for s in (bare, shown))))
    return found, harmed


def report_line_ends(columns: Sequence[Column], title: str, errors: int, count_harm: bool = True) -> None:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    wrong: dict[str, list[str]] = defaultdict(list)
    harmed = words = 0
    begun = time.perf_counter()
    restored = [restore_print(column.lines) for column in columns]
    seconds = time.perf_counter() - begun
    for column, result in zip(columns, restored, strict=True):
        events, harm = outcome(column, result)
        words, harmed = words + len(column.words), harmed + harm
        for event, ok, marked in events:
            tally = kinds[event.kind]
            tally["all"] += 1
            tally["right"] += ok
            tally["marked"] += marked
            tally["certain and wrong"] += not ok and not marked
            if not ok:
                wrong[event.kind].append(event.whole + (" (marked)" if marked else ""))
    print(f"{title}: {len(columns)} columns, {sum(len(c.lines) for c in columns) / seconds:.0f} lines a second")
    total = sum(kinds.values(), Counter())
    for kind, tally in [*sorted(kinds.items()), ("together", total)]:
        shares = (
            f"{name} {tally[name] / max(tally['all'], 1):8.2%}" for name in ("right", "certain and wrong", "marked")
        )
        print(f"  {kind:10} n={tally['all']:5} ", "   ".join(shares))
        if errors and wrong[kind]:
            print("     wrong:", ", ".join(wrong[kind][:errors]))
    if count_harm:
        print(f"  words away from line ends harmed: {harmed} of {words}")


def intruder(kind: str, sentences: Sequence[str], rnd: random.Random) -> list[str]:
    if kind == "page number":
        number = str(rnd.randint(2, 180))
        return rnd.choice([[number], ["", number, ""], [f"- {number} -"]])
    if kind == "running head":
        head = rnd.choice(HEADS)
        return rnd.choice(
            [["", head, ""], [f"{rnd.randint(2, 180)}   {head}"], ["", f"{head}   {rnd.randint(2, 99)}", ""]]
        )
    if kind == "caption":
        return ["", f"Foto: {rnd.choice(('ANP', 'Jan Smit', 'archief gemeente'))}", ""]
    lines: list[str] = [""]
    for word in rnd.choice(sentences).rstrip(".").split()[:9]:
        if len(lines[-1]) + len(word) > 22:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    shape = rnd.choice(("set off", "below blank", "indented"))
    return {"set off": ["", *lines, ""], "below blank": [*lines, ""], "indented": [f"  {x}" for x in lines] + [""]}[
        shape
    ]


def report_intruders(sentences: Sequence[str], setter: Setter, rnd: random.Random, errors: int) -> None:
    for kind in ("pull quote", "page number", "running head", "caption"):
        tally: Counter[str] = Counter()
        wrong = []
        for _ in range(300):
            at = rnd.randrange(len(sentences) - 4)
            column = setter.column(" ".join(sentences[at : at + 4]).split(), rnd.randint(34, 56))
            events = [e for e in column.events if e.kind == "soft" and e.word + 1 < len(column.words)]
            if not events:
                continue
            event = rnd.choice(events)
            between = intruder(kind, sentences, rnd)
            result = restore_print(column.lines[: event.line + 1] + between + column.lines[event.line + 1 :])
            out = result.text.split()
            nexts = [b for a, b in zip(out, out[1:], strict=False) if a == event.whole]
            tally["all"] += 1
            tally["whole"] += event.whole in out
            tally["flow"] += column.words[event.word + 1][:3] in [n[:3] for n in nexts]
            aside = " ".join(block.text for block in result.asides).split()
            tally["kept"] += all(word in aside for line in between for word in line.split())
            if event.whole not in out:
                wrong.append(event.whole)
        for _ in range(300):
            at = rnd.randrange(len(sentences) - 2)
            upper, lower = (setter.column(sentences[at + i].split(), rnd.randint(34, 56)) for i in range(2))
            result = restore_print([*upper.lines, "", *intruder(kind, sentences, rnd), "", *lower.lines])
            out = result.text.split()
            tally["controls"] += 1
            tally["harmed"] += not (upper.words[-1] in out and lower.words[0] in out)
        print(
            f"word interrupted by {kind:12} n={tally['all']} restored {tally['whole'] / tally['all']:7.2%}"
            f"  flows on {tally['flow'] / tally['all']:7.2%}  kept in asides {tally['kept'] / tally['all']:7.2%}"
            f"   between sentences: harmed {tally['harmed']} of {tally['controls']}"
        )
        if errors and wrong:
            print("     wrong:", ", ".join(wrong[:errors]))


def report_false_repairs(sentences: Sequence[str], errors: int) -> None:
    """Clean text, told to be print: what is changed though nothing was wrong."""
    tally: Counter[str] = Counter()
    wrong = []
    for at in range(0, len(sentences), 5):
        result = clean("\n\n".join(sentences[at : at + 5]), printed=True)
        for span in result.ledger.spans:
            if span.verdict != "kept" and span.before.strip() + span.after.strip():
                tally[span.rule] += 1
                wrong.append(f"{span.before.strip()!r} -> {span.after!r} ({span.rule})")
    words = sum(len(s.split()) for s in sentences)
    print(f"false repairs in {words} words of clean text:", dict(tally) or "none", *wrong[:errors], sep="\n  ")


def report_found(columns: Sequence[Column], sentences: Sequence[str]) -> None:
    """How many columns are found to be print, and how many texts of whole paragraphs are."""
    pages = ["\n".join(column.lines) for column in columns]
    found = sum(clean(page).printed for page in pages)
    whole = ["\n\n".join(" ".join(sentences[at : at + 3]) for at in range(n, n + 9, 3)) for n in range(len(sentences))]
    wrong = sum(clean(text).printed for text in whole)
    print(f"found to be print: {found} of {len(pages)} columns, {wrong} of {len(whole)} texts that are none")


def lines_of(path: Path, held: bool) -> list[str]:
    """Every other line of a file: the ones to look at, or those held out."""
    lines = [" ".join(line.split()) for line in path.read_text(encoding="utf-8").split("\n")]
    return [line for line in lines if line][held::2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=BROKEN_BY)
    parser.add_argument("--held", action="store_true", help="the lines held out, not the others")
    parser.add_argument("--sentences", type=Path)
    parser.add_argument("--words", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--errors", type=int, default=0, help="show so many errors of each kind")
    args = parser.parse_args()
    rnd, setter = random.Random(args.seed), Setter(args.language)
    sentences = lines_of(args.sentences or HERE / f"{args.language}.txt", args.held)
    natural = [column for _ in range(10) for column in running(rnd.sample(sentences, len(sentences)), setter, rnd)]
    report_line_ends(natural, "natural mix", args.errors)
    report_found(natural, sentences)
    dashes = [" – ".join(pair) for pair in zip(sentences[::2], sentences[1::2], strict=False)]
    report_line_ends(list(running(dashes, setter, rnd)), "with dashes", args.errors)
    words = args.words or HERE / f"{args.language}-words.txt"
    if words.is_file() and not (args.sentences and not args.words):
        items = lines_of(words, args.held) * 3
        report_line_ends(list(forced(items, sentences, setter, rnd)), "words given", args.errors, count_harm=False)
    report_intruders(sentences, setter, rnd, args.errors)
    report_false_repairs(sentences, args.errors)


if __name__ == "__main__":
    main()
