"""`weerklank suggest`: a text read against the debate, paragraph by paragraph, for people and for tools."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from weerklank.annotate.quotes import Match
from weerklank.annotate.suggestions import Sentence, Suggester, Suggestion
from weerklank.annotate.unnamed_arguments import Cluster, unnamed_arguments
from weerklank.collection.edited_files import sidecar_text, write_whole
from weerklank.collection.keys import SIDECAR
from weerklank.collection.seeds import REJECTED
from weerklank.collection.yaml_edit import put
from weerklank.collection.yaml_file import nearest
from weerklank.desk.entries import ArgumentText, Entry, entry, write_new
from weerklank.desk.rejected import may_be_remembered, read_rejected
from weerklank.languages.sentences import shorten
from weerklank.model import ALL, STANCES, Collection, Essay
from weerklank.model.errors import InputError, Problem

CLUSTERS = 15  # stretches without an argument that are shown
_KEYS = "a accept, r reject, s skip, n new argument, q quit, or another stance: " + ", ".join(STANCES)
_NEW_KEYS = "n new argument, s skip, q quit"
_CLAIM = "the claim, in one sentence that an author could be for or against (nothing: back)\n> "
_NO_CLUSTERS = "No other author has words near to it that no argument names.\n"
_LINE = 300  # characters of words that are shown

Ask = Callable[[str], str]
Tell = Callable[[str], None]
_Row = TypeVar("_Row")


class Walk:
    """An editor's way through the proposals for one text; what he decides is written at once."""

    def __init__(self, seeds: Path, collection: Collection, essay: Essay, ask: Ask, tell: Tell) -> None:
        self._seeds, self._collection, self._essay = seeds, collection, essay
        self._ask, self._tell = ask, tell
        self._rejected = read_rejected(seeds)
        self._shown = ""
        self._saved: Counter[str] = Counter()

    def run(self, rows: list[Suggestion], arguments: Container[str]) -> None:
        """Show each proposal and do as is said; at the end of the text it is `examined` for these arguments."""
        if self._all_decided(rows, self._show, self._done, _KEYS):
            self._examined(arguments)

    def run_new(self, found: list[Cluster]) -> None:
        """Show what has no argument yet, and begin one with it where the editor has a claim for it."""
        self._all_decided(found, lambda cluster: self._tell(_cluster_text(cluster)), self._done_new, _NEW_KEYS)

    def _all_decided(
        self, rows: Sequence[_Row], show: Callable[[_Row], None], done: Callable[[_Row, str], bool], keys: str
    ) -> bool:
        """Whether the editor went through all; where he stops he hears what is saved."""
        try:
            for number, row in enumerate(rows, start=1):
                self._tell(f"\n{number}/{len(rows)}")
                show(row)
                if not self._decided(partial(done, row), keys):
                    break
            else:
                return True
        except (EOFError, KeyboardInterrupt):  # Ctrl-D, Ctrl-C: no more answers
            self._tell("")
        saved = ", ".join(
            f"{count} {word}{'s'[: count != 1 and word == 'passage']}" for word, count in self._saved.items()
        )
        self._tell(f"Stopped; saved: {saved or 'nothing'}. What was not decided comes back next time.")
        return False

    def _show(self, row: Suggestion) -> None:
        if self._shown != row.sentence.unit.id:
            self._shown = row.sentence.unit.id
            self._tell(f"§ {row.sentence.unit.number or self._shown}  {row.sentence.unit.text}\n")
        self._tell(f"“{row.sentence.words}”\n{_row(row, self._collection)}")

    def _decided(self, done: Callable[[str], bool], keys: str) -> bool:
        """Whether the walk goes on after this proposal."""
        while (said := self._ask(keys + "\n> ").strip().lower()) not in ("q", "quit"):
            try:
                if done(said):
                    return True
            except InputError as error:
                self._tell(f"error: {error}")
        return False

    def _done(self, row: Suggestion, said: str) -> bool:
        """Whether what was said is a decision that could be carried out."""
        if said in ("a", "accept", *STANCES):
            return self._accept(row, said if said in STANCES else row.stance)
        if said in ("r", "reject"):
            return self._reject(row)
        if said in ("n", "new"):
            return self._new(row)
        return said in ("s", "skip")

    def _accept(self, row: Suggestion, stance: str) -> bool:
        file = ArgumentText(self._seeds, row.argument)
        file.add(self._entry(row, stance))
        file.write()
        self._saved["passage"] += 1
        self._tell(f"written into {file.where}")
        return True

    def _entry(self, row: Suggestion, stance: str) -> Entry:
        said = row.sentence
        return entry(self._essay, Match(said.unit, said.start, said.end), stance=stance)

    def _reject(self, row: Suggestion) -> bool:
        if may_be_remembered(self._collection, self._essay, row.sentence.words):
            self._rejected = self._rejected.with_(row.argument, row.sentence.words)
            write_whole(self._seeds / REJECTED, self._rejected.dump().encode())
            self._saved["rejected"] += 1
        return True

    def _new(self, row: Suggestion) -> bool:
        """A new argument with this sentence; without a claim nothing is written."""
        claim = self._ask(_CLAIM).strip()
        return bool(claim) and self._begun(claim, [self._entry(row, row.stance)])

    def _done_new(self, cluster: Cluster, said: str) -> bool:
        """Whether what was said of words without an argument is a decision that could be carried out."""
        if said not in ("n", "new"):
            return said in ("s", "skip")
        claim = self._ask(_CLAIM).strip()
        words = [(self._essay.slug, cluster.sentence), *cluster.others]
        entries = [entry for slug, sentence in words if claim and (entry := self._with_stance(slug, sentence))]
        return bool(entries) and self._begun(claim, entries)

    def _with_stance(self, slug: str, said: Sentence) -> Entry | None:
        """The entry of a sentence, with the stance that the editor gives it; None where he leaves it out."""
        question = (
            f"{slug}: “{shorten(said.words, _LINE)}”\nits stance ({', '.join(STANCES)}; nothing: leave it out)\n> "
        )
        while stance := self._ask(question).strip().lower():
            if stance in STANCES:
                return entry(self._collection.by_slug[slug], Match(said.unit, said.start, said.end), stance=stance)
        return None

    def _begun(self, claim: str, entries: list[Entry]) -> bool:
        name = self._ask("its address: small letters, digits and hyphens\n> ").strip()
        write_new(self._seeds, name, claim, entries)
        self._saved["passage"] += len(entries)
        self._tell(f"written: seeds/arguments/{name}.md")
        return True

    def _examined(self, arguments: Container[str]) -> None:
        known = [argument.id for argument in self._collection.arguments]
        wanted = [name for name in known if name in arguments]
        said = set(self._essay.seed.sidecar.examined)
        if ALL not in said and not said.issuperset(wanted):
            path = self._seeds / f"{self._essay.seed.stem}.yml"
            value = ALL if wanted == known else [name for name in known if name in said or name in wanted]
            write_whole(path, put(sidecar_text(path), ["examined"], value, SIDECAR).encode())
        count = f"{len(wanted)} argument{'s' * (len(wanted) != 1)}"
        self._tell(f"{self._essay.slug} is examined for {count}.")


def proposals(seeds: Path, collection: Collection, essay: Essay, only: Container[str]) -> list[Suggestion]:
    """What to propose for the text, in its order, without what was rejected before."""
    return Suggester(collection).walk(essay, only, read_rejected(seeds))


def named(collection: Collection, essay: str, argument: str | None) -> tuple[Essay, set[str]]:
    """The text and the arguments that an editor means; InputError where there is no such."""
    if essay not in collection.by_slug:
        remedy = nearest(essay, collection.by_slug)
        raise InputError([Problem(f"suggest {essay}", "there is no text of that name", remedy)])
    known = {each.id for each in collection.arguments}
    if argument is not None and argument not in known:
        remedy = nearest(argument, sorted(known))
        raise InputError([Problem(f"--argument {argument}", "there is no such argument", remedy)])
    return collection.by_slug[essay], {argument} if argument else known


def as_data(rows: list[Suggestion]) -> list[dict[str, Any]]:
    """The proposals as `--json` prints them, in the order of the text."""
    return [
        {
            "unit": row.sentence.unit.id,
            "quote": row.sentence.words,
            "argument": row.argument,
            "stance": row.stance,
            "score": round(row.score, 3),
            "band": row.band,
            "other": row.other and {"essay": row.other.essay, "id": row.other.id, "quote": row.other.quote},
        }
        for row in rows
    ]


def as_text(rows: list[Suggestion], collection: Collection) -> str:
    """The proposals for whoever reads no terminal."""
    parts = [f"§ {r.sentence.unit.number or ''}  “{r.sentence.words}”\n{_row(r, collection)}" for r in rows]
    return "\n".join(parts) + ("\n" if parts else "Nothing in this text is near to an argument.\n")


def clusters(collection: Collection, essay: Essay) -> list[Cluster]:
    """What the text shares with other authors and no argument names, the nearest first."""
    return unnamed_arguments(collection, essay)[:CLUSTERS]


def clusters_as_data(found: list[Cluster]) -> list[dict[str, Any]]:
    """The same as `--json` prints it; the claim is for an editor to find."""
    return [
        {
            "claim": "",
            "score": round(each.score, 3),
            "unit": each.sentence.unit.id,
            "quote": each.sentence.words,
            "others": [{"essay": slug, "unit": said.unit.id, "quote": said.words} for slug, said in each.others],
        }
        for each in found
    ]


def clusters_as_text(found: list[Cluster]) -> str:
    """The same for people."""
    return "".join(_cluster_text(each) + "\n" for each in found) or _NO_CLUSTERS


def _cluster_text(each: Cluster) -> str:
    others = [f"   {slug} {said.unit.id}: “{shorten(said.words, _LINE)}”" for slug, said in each.others]
    return "\n".join([f"§ {each.sentence.unit.number or ''}  “{shorten(each.sentence.words, _LINE)}”", *others])


def _row(row: Suggestion, collection: Collection) -> str:
    claim = collection.argument(row.argument).claim
    other = f"\n   {row.other.essay}: “{shorten(row.other.quote, _LINE)}”" if row.other else ""
    return f"   {row.band}: {row.argument} ({row.stance}): {claim}{other}"
