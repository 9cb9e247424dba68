"""JSON-LD as a processor of others reads it, without a network.

The names that annotations use are those of the Web Annotation Data Model; what they mean says the Web Annotation
Vocabulary (W3C Recommendations, 23 February 2017). Here stand the ones that our file uses, and no others: what it says
under another name is dropped by the processor, and the tests see that.
"""

from __future__ import annotations

from typing import Any

from pyld import jsonld

ANNO = "http://www.w3.org/ns/anno.jsonld"
OA, AS, FOAF, RDF = (
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/ns/activitystreams#",
    "http://xmlns.com/foaf/0.1/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
)
DC, DCTERMS, XSD = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/", "http://www.w3.org/2001/XMLSchema#"

_NAMES = {
    OA: """Annotation TextualBody SpecificResource FragmentSelector TextQuoteSelector TextPositionSelector classifying
        describing tagging identifying commenting exact prefix suffix""",
    FOAF: "Person name",
    DC: "format language",
    RDF: "value",
}
_OTHER = {
    "Software": f"{AS}Application",
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
}
_THINGS = {
    "body": f"{OA}hasBody",
    "target": f"{OA}hasTarget",
    "source": f"{OA}hasSource",
    "selector": f"{OA}hasSelector",
    "refinedBy": f"{OA}refinedBy",
    "creator": f"{DCTERMS}creator",
    "rights": f"{DCTERMS}rights",
    "conformsTo": f"{DCTERMS}conformsTo",
    "generator": f"{AS}generator",
    "partOf": f"{AS}partOf",
    "first": f"{AS}first",
    "last": f"{AS}last",
    "homepage": f"{FOAF}homepage",
}
_NUMBERS = {"start": f"{OA}start", "end": f"{OA}end", "total": f"{AS}totalItems", "startIndex": f"{AS}startIndex"}
TERMS: dict[str, Any] = {
    "id": "@id",
    "type": "@type",
    **{name: iri + name for iri, names in _NAMES.items() for name in names.split()},
    **_OTHER,
    **{name: {"@id": iri, "@type": "@id"} for name, iri in _THINGS.items()},
    **{name: {"@id": iri, "@type": f"{XSD}nonNegativeInteger"} for name, iri in _NUMBERS.items()},
    **{name: {"@id": DCTERMS + name, "@type": f"{XSD}dateTime"} for name in ("created", "modified")},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
}


def _load(url: str, _: Any) -> dict[str, Any]:
    if url != ANNO:
        raise LookupError(url)
    return {
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": TERMS},
        "contentType": "application/ld+json",
    }


def expanded(data: dict[str, Any]) -> list[dict[str, Any]]:
    """A document without its context: every name is an address."""
    found: list[dict[str, Any]] = jsonld.expand(data, {"documentLoader": _load, "base": "https://k.example/data/x"})
    return found


def triples(data: dict[str, Any]) -> set[tuple[str, str, str]]:
    """A document as triples; of a literal in a language that stands behind it, as in 'Brood@nl'."""
    quads = jsonld.to_rdf(data, {"documentLoader": _load, "base": "https://k.example/data/x"})["@default"]
    return {(q["subject"]["value"], q["predicate"]["value"], _value(q["object"])) for q in quads}


def _value(node: dict[str, str]) -> str:
    return node["value"] + (f"@{node['language']}" if "language" in node else "")


def names(data: Any) -> set[str]:
    """All keys of a document, but those of its context."""
    if isinstance(data, list):
        return {name for each in data for name in names(each)}
    if not isinstance(data, dict):
        return set()
    return set(data) | {name for key, value in data.items() if key != "@context" for name in names(value)}
