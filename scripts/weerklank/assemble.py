"""Cleaned seeds as essays: bibliography from sidecar and text, slugs, citable units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from weerklank.anchors import Anchor, EssayAnchors, Lock, fingerprint, unit_ids
from weerklank.errors import InputError, Problem, gathering
from weerklank.model import Block, Cleaned, Essay, Metadata, Seed, Unit
from weerklank.slugs import RESERVED, make_slug


def essays(seeds: Sequence[tuple[Seed, Cleaned]], lock: Lock) -> tuple[Essay, ...]:
    """The essays of a collection, oldest first and undated ones last.

    Raises InputError, with all problems, where a text has no words, no title or another's slug.
    """
    problems: list[Problem] = []
    made = []
    for seed, cleaned in seeds:
        where = f"seeds/{seed.name}"
        if not cleaned.text.strip():
            problems.append(
                Problem(where, "nothing of the text is left after cleaning", "see what became of it: weerklank explain")
            )
            continue
        with gathering(problems, where):
            essay = assemble(seed, cleaned, lock.essays.get(seed.stem))
            if not essay.title:
                problems.append(Problem(where, "no title found", f"give one in seeds/{seed.stem}.yml: 'title: …'"))
            made.append(essay)
    problems += _clashes(made)
    if problems:
        raise InputError(problems)
    return tuple(sorted(made, key=lambda e: (e.date is None, e.date or "", e.seed.stem)))


def assemble(seed: Seed, cleaned: Cleaned, published: EssayAnchors | None) -> Essay:
    """One essay. What the sidecar says goes before what the text says, and that before the HTML head; but a
    page's own title is surer than the line that stands like one among its menus.
    """
    said, side, head = cleaned.metadata, seed.sidecar, seed.html_metadata or Metadata()
    title = side.title or head.title or said.title or ""
    authors = side.authors if side.authors is not None else said.authors or head.authors
    slug = side.slug or (published.slug if published else "") or make_slug(title, "tekst")
    return Essay(
        seed=seed,
        cleaned=cleaned,
        slug=slug,
        title=" ".join(title.split()),
        kicker=side.kicker or said.kicker or head.kicker,
        authors=authors,
        date=side.date or said.date or head.date,
        approximate=side.approximate,
        publication=side.source_name or said.publication or head.publication,
        note=side.note,
        units=units(cleaned, published),
        source_url=side.source_url,
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


def published(essay: Essay, before: EssayAnchors | None) -> EssayAnchors:
    """What the lock keeps of an essay."""
    anchors: tuple[Anchor, ...] = tuple(fingerprint(unit.id, unit.text) for unit in essay.units)
    return EssayAnchors(essay.slug, anchors, before.retired if before else ())


def _clashes(essays: Iterable[Essay]) -> list[Problem]:
    """Two texts, or two authors, that would write one page; a text that would write a list's."""
    problems: list[Problem] = []
    texts: dict[str, Essay] = {}
    names: dict[str, str] = {}
    for essay in essays:
        sidecar, where = f"seeds/{essay.seed.stem}.yml", f"seeds/{essay.seed.name}"
        first = texts.setdefault(essay.slug, essay)
        if first is not essay or essay.slug in RESERVED:
            whose = "the list of texts" if first is essay else f"seeds/{first.seed.name}"
            what = f"would have the page /essays/{essay.slug}/, which {whose} has already"
            problems.append(Problem(where, what, f"give one of them another 'slug:' in its sidecar, {sidecar}"))
        for name in essay.authors:
            slug = make_slug(name, "auteur")
            other = names.setdefault(slug, name)
            if other != name:
                what = (
                    f"its author '{name[:60]}' would have the page /auteurs/{slug}/, which '{other[:60]}' has already"
                )
                problems.append(Problem(where, what, f"spell the name one way, or tell them apart, in {sidecar}"))
    return problems
