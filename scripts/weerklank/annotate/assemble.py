"""Cleaned seeds as essays: bibliography from sidecar and text, slugs, citable units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from weerklank.annotate.anchors import EssayAnchors, Lock, unit_ids
from weerklank.languages.pack import Pack
from weerklank.model import Block, Cleaned, Essay, Seed, Unit
from weerklank.model.errors import InputError, Problem, gathering
from weerklank.model.slugs import RESERVED, make_slug
from weerklank.read.read_essay import described
from weerklank.state.kept import NOTHING_KEPT, Kept


def essays(
    say: Pack, seeds: Sequence[tuple[Seed, Cleaned]], lock: Lock, kept: Kept = NOTHING_KEPT
) -> tuple[Essay, ...]:
    """The essays of a collection, oldest first and undated ones last.

    Raises InputError, with all problems, where a text has no words, no title or another's slug.
    """
    problems: list[Problem] = []
    made = []
    for seed, cleaned in seeds:
        where = f"seeds/{seed.name}"
        if not cleaned.text.strip():
            remedy = f"see what became of it: weerklank explain {where}"
            problems.append(Problem(where, "nothing of the text is left after cleaning", remedy))
            continue
        with gathering(problems, where):
            essay = kept.remembered(assemble, say, seed, cleaned, lock.essays.get(seed.stem))
            if not essay.title:
                problems.append(Problem(where, "no title found", f"give one in seeds/{seed.stem}.yml: 'title: …'"))
            made.append(essay)
    problems += _clashes(say, made)
    if problems:
        raise InputError(problems)
    return tuple(sorted(made, key=lambda e: (e.date is None, e.date or "", e.seed.stem)))


def assemble(say: Pack, seed: Seed, cleaned: Cleaned, published: EssayAnchors | None) -> Essay:
    """One essay, at the address that it was published at, or else one made of its title."""
    side, about = seed.sidecar, described(seed, cleaned)
    made = make_slug(about.title, say.at("unnamed_text")) if about.title else ""
    slug = side.slug or (published.slug if published else "") or made
    return Essay(
        seed=seed,
        cleaned=cleaned,
        slug=slug,
        title=about.title,
        kicker=about.kicker,
        authors=about.authors,
        date=about.date,
        approximate=side.approximate,
        publication=about.publication,
        note=side.note,
        units=units(cleaned, published),
        source_url=about.url,
    )


def units(cleaned: Cleaned, published: EssayAnchors | None) -> tuple[Unit, ...]:
    """The leaf blocks with the ids under which they are, or will be, cited."""
    leaves = list(_leaves(cleaned.blocks))
    wanted = [("h" if block.kind == "heading" else "p", block.text) for block, _ in leaves]
    ids = unit_ids(published, wanted)
    return tuple(
        Unit(i, block.kind, block.text, None if i.startswith("h") else i[1:], block.start, quotation)
        for i, (block, quotation) in zip(ids, leaves, strict=True)
    )


def _leaves(blocks: Iterable[Block]) -> Iterable[tuple[Block, int | None]]:
    quotation = 0
    for block in blocks:
        if block.kind != "quotation":
            yield block, None
            continue
        quotation += 1
        for inner in _flat(block.blocks):
            yield inner, quotation


def _flat(blocks: Iterable[Block]) -> Iterable[Block]:
    for block in blocks:
        if block.kind == "quotation":
            yield from _flat(block.blocks)
        else:
            yield block


def _clashes(say: Pack, essays: Iterable[Essay]) -> list[Problem]:
    """Two texts, or two authors, that would write one page; a text that would write a list's."""
    problems: list[Problem] = []
    texts: dict[str, Essay] = {}
    names: dict[str, str] = {}
    for essay in essays:
        sidecar, where = f"seeds/{essay.seed.stem}.yml", f"seeds/{essay.seed.name}"
        first = texts.setdefault(essay.slug, essay) if essay.slug else essay
        if first is not essay or essay.slug in RESERVED:
            whose = "the list of texts" if first is essay else f"seeds/{first.seed.name}"
            what = f"would have the page /{say.at('essays')}/{essay.slug}/, which {whose} has already"
            problems.append(Problem(where, what, f"give one of them another 'slug:' in its sidecar, {sidecar}"))
        for name in essay.authors:
            slug = make_slug(name, say.at("unnamed_author"))
            other = names.setdefault(slug, name)
            if other != name:
                page = f"/{say.at('authors')}/{slug}/"
                what = f"its author '{name[:60]}' would have the page {page}, which '{other[:60]}' has already"
                problems.append(Problem(where, what, f"spell the name one way, or tell them apart, in {sidecar}"))
    return problems
