"""How heavy docs/ is beside its source, and what one changed sentence changes in git.

    python -m tests.benches.size_bench SENTENCES [COUNT] [WORDS]     (COUNT: texts, default 1000)

Makes COUNT texts of about WORDS words (default 300) from a file with one sentence a line (other_texts.py), with two
marked passages each, a sidecar, one argument for every twenty texts and six words in dispute. Writes docs/ as the
build does, without MkDocs, commits what is not ignored, and prints sizes in bytes and the diffs of two edits. With '-'
for SENTENCES it measures the collection of this checkout instead.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from pyphen import Pyphen
from tests.benches.other_texts import Text, other_texts
from tests.copies import write_docs

from weerklank.build.inputs import read
from weerklank.collection import seal

ROOT = Path(__file__).resolve().parents[2]
_WORDS = ("jaar", "mens", "land", "stad", "werk", "tijd")  # some of the commonest nouns: a hard case
_PER_ARGUMENT = 20  # texts
_SENTENCE = re.compile(r"(?<=[.?!] )[A-Z][^.?!\n]{40,150}[.?!](?=[ \n])")


def write_collection(root: Path, texts: Sequence[Text]) -> None:
    """The seeds/ of a collection; passages are the two longest sentences that stand in no last paragraph."""
    seeds = root / "seeds"
    (seeds / "arguments").mkdir(parents=True)
    words = ", ".join(_WORDS)
    (seeds / "collection.yml").write_text(f"title: Proef\nlanguage: nl\nwords: [{words}]\n", "utf-8")
    for number, text in enumerate(texts):
        title = f"Tekst {number} over {text.title}"
        _write_scrape(seeds / f"{number:05}", title, text.paragraphs)
        facts = {"title": title, "slug": f"tekst-{number}", "authors": [text.author], "date": str(text.year)}
        side = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts.items())
        side += "ends: all\n"  # nobody else speaks in made texts
        side += "printed: true\n" if _is_print(number) else ""
        (seeds / f"{number:05}.yml").write_text(side.replace(f'"{text.year}"', str(text.year)), "utf-8")
    for first in range(0, len(texts), _PER_ARGUMENT):
        group = range(first, min(first + _PER_ARGUMENT, len(texts)))
        passages = "".join(_passages(texts[n], n) for n in group)
        head = f'claim: "Stelling {first} is waar."\npassages:\n{passages}'
        (seeds / f"arguments/stelling-{first}.md").write_text(f"---\n{head}---\nWat zij ervan zeggen.\n", "utf-8")


def _is_print(number: int) -> bool:
    return number % 10 == 3


def _write_scrape(path: Path, title: str, paragraphs: Sequence[str]) -> None:
    """A text as it was found: one of ten as a web page, one of ten with its last paragraph in lines of print, words
    broken, the others as words.
    """
    number = int(path.name)
    if number % 10 == 7:
        inner = "\n".join(f"<p>{escape(each)}</p>" for each in paragraphs)
        page = f"<html><head><title>{escape(title)}</title></head><body><article><h1>{escape(title)}</h1>\n{inner}\n"
        path.with_suffix(".html").write_text(f"{page}</article></body></html>\n", "utf-8")
        return
    body = [*paragraphs[:-1], *([_set(paragraphs[-1])] if _is_print(number) else paragraphs[-1:])]
    path.with_suffix(".txt").write_text("\n\n".join([title, *body]) + "\n", "utf-8")


def _set(paragraph: str) -> str:
    """A paragraph in lines of print, with words broken at their legal places."""
    dutch, lines = Pyphen(lang="nl_NL"), [""]
    for word in paragraph.split():
        room = 60 - len(lines[-1]) - 1
        cut = dutch.wrap(word, room) if len(word) > room > 4 and word.isalpha() and word.islower() else None
        if cut:
            lines[-1] += f" {cut[0]}"
            lines.append(cut[1])
        elif len(word) > room:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def _passages(text: Text, number: int) -> str:
    whole = " ".join(text.paragraphs)
    found = [s for each in text.paragraphs[:-1] for s in re.split(r"(?<=[.?!]) ", each)]
    usable = [s for s in found if whole.count(s) == 1 and re.fullmatch(r"[\w ,;:.-]+", s)]  # nothing to tidy
    rows = zip(("for", "against"), sorted(usable, key=len)[-2:], strict=False)
    return "".join(
        f"  - {{essay: tekst-{number}, stance: {stance}, quote: {json.dumps(quote, ensure_ascii=False)}}}\n"
        for stance, quote in rows
    )


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=proef", "-c", "user.email=proef@example.invalid", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def build(root: Path, day: int) -> None:
    """docs/, the locks and the seal as a build on this day writes them."""
    os.environ["SOURCE_DATE_EPOCH"] = str(1_800_000_000 + day * 86_400)
    seal(root / "seeds")
    write_docs(root, read(root).edition)


def committed(root: Path) -> Counter[str]:
    """Bytes of docs/ in git by top folder, of seeds/ by what is source and what are locks."""
    sizes: Counter[str] = Counter()
    for row in _git(root, "ls-tree", "-r", "-l", "-z", "HEAD", "docs", "seeds").split("\0")[:-1]:
        size, name = row.split(maxsplit=4)[3:]
        top, _, rest = name.partition("/")
        kind = rest.split("/")[0] if top == "docs" else "locks" if rest.endswith((".lock", "SUMS")) else "source"
        sizes[f"{top}/{kind}"] += int(size)
    return sizes


def edits(root: Path) -> Iterator[tuple[str, dict[Path, str]]]:
    """What is done, and the new texts of the files with which it is done."""
    arguments = {path: path.read_text("utf-8") for path in sorted((root / "seeds/arguments").glob("*.md"))}
    marked = "\n".join(arguments.values())
    texts = {path: path.read_text("utf-8") for path in sorted((root / "seeds").glob("*.txt"))}
    sentences = [(path, s) for path, text in texts.items() for s in _SENTENCE.findall(text.partition("\n\n")[2])]
    path, free = next((p, s) for p, s in reversed(sentences) if not any(run in marked for run in _runs(s)))
    yield "a sentence without a passage", {path: texts[path].replace(free, free.replace(" ", " werkelijk ", 1))}
    (path, own), argument = next(
        (found, file)
        for found in reversed(sentences)
        if marked.count(found[1]) == 1 == sum(text.count(found[1]) for text in texts.values())
        for file, said in arguments.items()
        if f'quote: "{found[1]}"' in said
    )
    changed = own.replace(" ", " werkelijk ", 1)
    new = {path: texts[path].replace(own, changed), argument: arguments[argument].replace(own, changed)}
    yield "a sentence that is a passage, with its quote", new


def _runs(sentence: str) -> Iterator[str]:
    words = sentence.split()
    return (" ".join(words[n : n + 4]) for n in range(max(1, len(words) - 3)))


def measure(root: Path) -> None:
    """Print what is in git, and what each edit changes there."""
    _git(root, "init", "-q")
    build(root, day=1)
    _git(root, "add", "-A", ".")
    _git(root, "commit", "-q", "-m", "eerst")
    sizes = committed(root)
    docs = sum(size for name, size in sizes.items() if name.startswith("docs/"))
    for name, size in sizes.most_common():
        print(f"{size:>12,}  {name}")
    print(f"docs/ in git is {docs / sizes['seeds/source']:.2f} times the source ({docs:,} bytes)")
    for what, files in edits(root):
        for path, text in files.items():
            path.write_text(text, "utf-8")
        build(root, day=2)
        diff = _git(root, "diff", "HEAD", "--", "docs", "seeds")
        print(f"{what}: {len(diff.encode()):,} bytes of diff")
        print(_git(root, "diff", "--stat=120", "HEAD", "--", "docs", "seeds"))
        _git(root, "checkout", "-q", "HEAD", "--", "docs", "seeds")


def main() -> None:
    """Measure."""
    source, count, words = [*sys.argv[1:], *("1000", "300")[len(sys.argv) - 2 :]]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in (".gitignore", ".gitattributes", "mkdocs.yml"):
            shutil.copy(ROOT / name, root)
        if source == "-":
            shutil.copytree(ROOT / "seeds", root / "seeds")
        else:
            drawn = other_texts(Path(source).read_text("utf-8").splitlines(), int(count) * (int(words) // 300))
            texts = list(drawn)
            write_collection(root, [joined(texts[i :: int(count)]) for i in range(int(count))])
        (root / "docs").mkdir()
        measure(root)


def joined(texts: Sequence[Text]) -> Text:
    """Texts as one."""
    first = texts[0]
    return Text(first.title, first.author, first.year, tuple(p for text in texts for p in text.paragraphs))


if __name__ == "__main__":
    main()
