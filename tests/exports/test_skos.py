"""The arguments are a SKOS concept scheme, by what a JSON-LD processor makes of the file."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from tests.exports.collection import collection as made_of
from tests.exports.linked_data import RDF, triples
from tests.hostile.strings import strings
from weerklank.exports.skos import NAME, arguments_skos

SKOS, OURS = "http://www.w3.org/2004/02/skos/core#", "urn:weerklank:"
Triples = set[tuple[str, str, str]]


def is_skos(found: Triples) -> None:
    """The integrity conditions of the SKOS Reference that can fail here (S13, S14, S27), and that all is connected."""
    concepts = {s for s, p, o in found if (p, o) == (f"{RDF}type", f"{SKOS}Concept")}
    schemes = {s for s, p, o in found if (p, o) == (f"{RDF}type", f"{SKOS}ConceptScheme")}
    assert len(schemes) == 1
    assert {(s, o) for s, p, o in found if p == f"{SKOS}inScheme"} == {(c, s) for c in concepts for s in schemes}
    labels = Counter((s, o.rpartition("@")[2]) for s, p, o in found if p == f"{SKOS}prefLabel")
    assert set(labels.values()) <= {1}
    assert concepts <= {own for own, _ in labels}
    related = {(s, o) for s, p, o in found if p == f"{SKOS}related"}
    assert related == {(o, s) for s, o in related}
    assert all(s in concepts and o in concepts for s, o in related)
    ours = {(s, o) for s, p, o in found if p.startswith(f"{OURS}reason") or p == f"{OURS}example-of"}
    assert ours <= related
    assert {o for s, p, o in found if p == f"{SKOS}member"} <= concepts


def test_the_published_arguments_are_a_concept_scheme(built_site: Path, collection: dict[str, Any]) -> None:
    found = triples(json.loads((built_site / NAME).read_text("utf-8")))
    is_skos(found)
    base = "https://k.example/argumenten"
    for argument in collection["arguments"]:
        own = f"{base}/{argument['id']}/"
        assert (own, f"{SKOS}prefLabel", f"{argument['claim']}@nl") in found
        for related in argument["related"]:
            name = f"{SKOS}related" if related["type"] == "see" else f"{OURS}{related['type']}"
            assert (f"{base}/{related['id']}/", name, own) in found
    for question in collection["questions"]:
        members = {o for s, p, o in found if (s, p) == (f"{base}/#{question['id']}", f"{SKOS}member")}
        assert members == {f"{base}/{own}/" for own in question["arguments"]}


def test_an_english_site_s_too(built_english: Path) -> None:
    is_skos(triples(json.loads((built_english / "site" / NAME).read_text("utf-8"))))


def test_no_words_make_it_something_else() -> None:
    words = [each for each in strings() if each.strip()][:40]
    is_skos(triples(json.loads(arguments_skos(made_of(words, "https://k.example/")))))
