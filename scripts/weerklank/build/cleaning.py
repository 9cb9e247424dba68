"""The texts of a collection cleaned and assembled, and what may be wrong with one of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from itertools import accumulate

from weerklank import clean
from weerklank.annotate import anchors
from weerklank.annotate.assemble import essays
from weerklank.annotate.quotes import annotate
from weerklank.clean.question import questions
from weerklank.clean.text.readings import unused
from weerklank.clean.web.decisions import misfits
from weerklank.languages.pack import Pack
from weerklank.model import ArgumentFile, Cleaned, Collection, CollectionConfig, Essay, Seed
from weerklank.model.errors import InputError, Problem, gathering
from weerklank.model.geometry import written
from weerklank.private import masked, particulars
from weerklank.state.ahead import ahead
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.records import dump
from weerklank.state.workers import SERIAL

BLOCK_LIMIT = 200_000
"""Characters of one paragraph: more than a whole essay has."""


def anchored(
    config: CollectionConfig,
    seeds: Sequence[Seed],
    arguments: Sequence[ArgumentFile],
    lock: anchors.Lock,
    kept: Kept = NOTHING_KEPT,
) -> Collection:
    """Everything that the seeds and the arguments hold; InputError as `edition` has of cleaning and anchoring."""
    made = essays(config.say, cleaned_seeds(config.say, seeds, arguments, lock, kept), lock)
    return Collection(config, made, annotate(arguments, made, lock))


def cleaned_seeds(
    say: Pack,
    seeds: Sequence[Seed],
    arguments: Sequence[ArgumentFile],
    lock: anchors.Lock,
    kept: Kept = NOTHING_KEPT,
    workers: Executor = SERIAL,
) -> list[tuple[Seed, Cleaned]]:
    """The cleaned seeds; where one cannot be cleaned InputError names it, and what is wrong with all others."""
    ahead(kept, "cleaned", ((_inputs(seed), seed) for seed in seeds), _cleaned, workers, 0.02)
    problems: list[Problem] = []
    cleaned = []
    for seed in seeds:
        with gathering(problems, f"seeds/{seed.name}"):
            cleaned.append((seed, kept.remembered(_clean, seed, kept)))
    if problems:
        problems += unsettled(seeds, cleaned)
        with gathering(problems):
            made = essays(say, cleaned, lock, kept)
            problems += [*oversized(made), *particulars_of(say, made, kept)]
            annotate(arguments, made, lock, whole=False)
        raise InputError(problems)
    return cleaned


def _clean(seed: Seed, kept: Kept) -> Cleaned:
    """The text, cleaned now or before, and the number of comments that its sidecar tells."""
    cleaned = kept.record("cleaned", _inputs(seed), Cleaned, lambda: clean.clean_seed(seed))
    if seed.sidecar.comments is None:
        return cleaned
    return replace(cleaned, metadata=replace(cleaned.metadata, comments=seed.sidecar.comments))


def _inputs(seed: Seed) -> str:
    said = seed.sidecar
    known = (said.printed, said.readings, said.ends, seed.language, seed.authors, said.drop, said.keep)
    return repr((*known, seed.is_document, written(seed.layout) if seed.layout else "", seed.text))


def _cleaned(seed: Seed) -> bytes:
    return dump(clean.clean_seed(seed))


def unsettled(seeds: Sequence[Seed], cleaned: Sequence[tuple[Seed, Cleaned]]) -> list[Problem]:
    """What an editor has to say of the texts: where they end, and decisions and readings that fit nothing in them."""
    return [*questions(cleaned), *_misfits_of(seeds), *_unused_readings(cleaned)]


def _misfits_of(seeds: Sequence[Seed]) -> list[Problem]:
    """Lines that a sidecar drops or keeps and that its text does not have, or has several times."""
    return [
        Problem(f"seeds/{seed.stem}.yml: {wrong.key}", wrong.what, wrong.remedy)
        for seed in seeds
        for wrong in misfits(seed.text, seed.sidecar.drop, seed.sidecar.keep)
    ]


def _unused_readings(cleaned: Sequence[tuple[Seed, Cleaned]]) -> list[Problem]:
    """Readings that settle nothing: a word that the text does not have, or has in several certain places."""
    return [
        Problem(
            f"seeds/{seed.stem}.yml: readings",
            f"'{found}' is no uncertain place of the text, and does not stand in it exactly once",
            "see what is uncertain: weerklank explain",
        )
        for seed, result in cleaned
        for found, _ in unused(result, seed.sidecar.readings)
    ]


def oversized(made: Sequence[Essay]) -> list[Problem]:
    """Blocks that are no paragraph any more: a line end was lost somewhere, or it is no text at all."""
    return [
        Problem(
            f"seeds/{essay.seed.name}: {unit.id}",
            f"a block of {len(unit.text):,} characters, and the limit is {BLOCK_LIMIT:,}",
            "put blank lines between its paragraphs",
        )
        for essay in made
        for unit in essay.units
        if len(unit.text) > BLOCK_LIMIT
    ]


def particulars_of(say: Pack, made: Sequence[Essay], kept: Kept = NOTHING_KEPT) -> list[Problem]:
    """Addresses and numbers of persons are published only where a sidecar says so; where they stand is `kept`."""
    problems = []
    for essay in made:
        if essay.seed.sidecar.personal == "published" or not (places := kept.remembered(_places, essay, kept)):
            continue
        sidecar = f"seeds/{masked(say, essay.seed.stem)}.yml"
        remedy = f"write 'personal: published' in {sidecar} if it may be shown, else take it out"
        where = f"seeds/{masked(say, essay.seed.name)}"
        problems += [Problem(f"{where}: {place}", kind, remedy) for place, kind in places]
    return problems


def _places(essay: Essay, kept: Kept) -> tuple[tuple[str, str], ...]:
    """Where particulars stand in a text and in what is told of it, each with its kind."""

    def found() -> tuple[tuple[str, str], ...]:
        return tuple(dict.fromkeys([*_in_facts(essay), *_in_units(essay), *_in_asides(essay)]))

    words = [(unit.id, unit.number, unit.text) for unit in essay.units]
    asides = [(block.kind, block.text) for block in essay.cleaned.asides]
    return kept.record("particulars", repr((_facts(essay), words, asides)), tuple[tuple[str, str], ...], found)


def _facts(essay: Essay) -> tuple[tuple[str, str | None], ...]:
    """What is told of a text beside its words."""
    return (
        ("file name", essay.seed.stem), ("title", essay.title), ("kicker", essay.kicker),
        ("authors", "; ".join(essay.authors)),
        ("subtitle", essay.cleaned.metadata.subtitle), ("publication", essay.publication), ("note", essay.note),
        ("slug", essay.slug.replace("-", " ")), ("source", essay.source_url),
    )  # fmt: skip


def _in_facts(essay: Essay) -> Iterator[tuple[str, str]]:
    for name, said in _facts(essay):
        for found in particulars(said or ""):
            yield name, found.kind


def _in_units(essay: Essay) -> Iterator[tuple[str, str]]:
    """The reading text is read as one: an address may go on in the next block."""
    ends = list(accumulate(len(unit.text) + 1 for unit in essay.units))
    for found in particulars("\n".join(unit.text for unit in essay.units)):
        unit = essay.units[bisect_right(ends, found.start)]
        yield f"§ {unit.number}" if unit.number else f"heading {unit.id}", found.kind


def _in_asides(essay: Essay) -> Iterator[tuple[str, str]]:
    for number, block in enumerate(essay.cleaned.asides, start=1):
        for found in particulars(block.text):
            yield f"beside the text, {block.kind} {number}", found.kind
