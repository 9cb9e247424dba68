"""/data/arguments.skos.jsonld: the arguments as a SKOS concept scheme (W3C Recommendation, 18 August 2009), in JSON-LD.

A concept is a claim, a collection the claims that answer one question. That one argument is a reason for another is a
relation of our own under `skos:related`, from the reason to what it is a reason for.
"""

from __future__ import annotations

import json
from typing import Any

from weerklank.exports.address import address
from weerklank.markup.markdown import seen, unmarked
from weerklank.markup.parts import argument_url
from weerklank.model import RELATIONS, Argument, Collection, Dated

NAME = "data/arguments.skos.jsonld"
_ROOT = "../"
_CONTEXT = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "weerklank": "urn:weerklank:",
}
_TYPED = [relation for relation in RELATIONS if relation != "see"]


def arguments_skos(collection: Collection) -> str:
    """The scheme, its concepts, the questions and our relations, as one graph."""
    config = collection.config
    relations = _relations(collection)
    scheme: dict[str, Any] = {
        "@id": _scheme(collection),
        "@type": "skos:ConceptScheme",
        "dct:title": _words(config.title, config.language),
        "dct:creator": list(config.editors),
        **_days(collection.dated),
        "skos:hasTopConcept": [_ref(_url(argument.id, collection)) for argument in collection.arguments],
    }
    questions = [
        {
            "@id": f"{_scheme(collection)}#{question.id}",
            "@type": "skos:Collection",
            "skos:prefLabel": _words(question.title, config.language),
            "skos:member": [_ref(_url(own, collection)) for own in question.arguments],
        }
        for question in config.questions
    ]
    kinds = [_kind(relation, collection) for relation in _TYPED]
    concepts = [_concept(argument, collection, relations[argument.id]) for argument in collection.arguments]
    graph = [_known(each) for each in (scheme, *concepts, *questions, *kinds)]
    return json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _concept(argument: Argument, collection: Collection, relations: dict[str, list[str]]) -> dict[str, Any]:
    language, poles = collection.config.language, argument.poles
    sides = (("for", poles.for_), ("against", poles.against)) if poles else ()
    return {
        "@id": _url(argument.id, collection),
        "@type": "skos:Concept",
        "skos:inScheme": _ref(_scheme(collection)),
        "skos:topConceptOf": _ref(_scheme(collection)),
        "skos:notation": argument.id,
        "skos:prefLabel": _words(argument.claim, language),
        "skos:note": _words(unmarked(argument.introduction), language),
        **{f"weerklank:pole-{side}": _words(words, language) for side, words in sides},
        **_days(argument.dated),
        **{name: [_ref(_url(other, collection)) for other in others] for name, others in relations.items()},
    }


def _relations(collection: Collection) -> dict[str, dict[str, list[str]]]:
    """Of each argument what it is to others, by the name of the relation; related are both in any case."""
    found: dict[str, dict[str, list[str]]] = {argument.id: {} for argument in collection.arguments}

    def relate(one: str, name: str, other: str) -> None:
        others = found[one].setdefault(name, [])
        others += [] if other in others else [other]

    for argument in collection.arguments:
        for related in argument.related:
            relate(argument.id, "skos:related", related.id)
            relate(related.id, "skos:related", argument.id)
            if related.type in _TYPED:
                relate(related.id, f"weerklank:{related.type}", argument.id)
    return found


def _kind(relation: str, collection: Collection) -> dict[str, Any]:
    return {
        "@id": f"weerklank:{relation}",
        "rdfs:subPropertyOf": _ref("skos:related"),
        "rdfs:label": _words(collection.say(f"relation_back.{relation}"), collection.say.code),
    }


def _days(dated: Dated | None) -> dict[str, Any]:
    said = {"dct:created": dated.published, "dct:modified": dated.updated} if dated else {}
    return {key: {"@value": day, "@type": "xsd:date"} for key, day in said.items()}


def _scheme(collection: Collection) -> str:
    return address(collection.config, f"{collection.say.at('arguments')}/", _ROOT)


def _url(argument_id: str, collection: Collection) -> str:
    return address(collection.config, argument_url(collection.say, "", argument_id), _ROOT)


def _ref(own: str) -> dict[str, str]:
    return {"@id": own}


def _words(words: str, language: str) -> dict[str, str] | None:
    return {"@value": seen(words), "@language": language} if seen(words).strip() else None


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}
