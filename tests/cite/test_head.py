"""What a page's head says of the work."""

import json
from typing import Any
from urllib.parse import parse_qs

import pytest
import yaml
from jinja2 import Environment, FileSystemLoader
from lxml import html

from tests.cite.texts import NOWHERE, SITE, item, text
from tests.hostile.strings import strings
from tests.pages.collection import made
from weerklank.cite.coins import coins
from weerklank.cite.csl import csl_item
from weerklank.cite.highwire import highwire
from weerklank.cite.json_ld import json_ld
from weerklank.markup.markdown import front_matter, script_json, seen
from weerklank.model import Collection, CollectionConfig, Sidecar
from weerklank.pages import citation
from weerklank.theme.words import THEME


def test_the_work_and_where_it_was_read() -> None:
    known: dict[str, Any] = {"date": "2014-12-29", "publication": "De Courant"}
    assert highwire(item("Brood", "Jos van der Lans", "Redactie RSD", **known)) == [
        ("citation_title", "Brood"),
        ("citation_author", "van der Lans, Jos"),
        ("citation_author", "Redactie RSD"),
        ("citation_publication_date", "2014/12/29"),
        ("citation_journal_title", "De Courant"),
        ("citation_language", "nl"),
        ("citation_public_url", "https://brood.example/lezen/essays/brood/"),
        ("z:itemType", "webpage"),
    ]


def test_the_unknown_is_not_there() -> None:
    assert [name for name, _ in highwire(item(config=NOWHERE))] == ["citation_title", "citation_language", "z:itemType"]


def test_an_inferred_date_is_no_publication_date() -> None:
    tags = dict(highwire(item(date="2014", approximate=True)))
    assert tags["citation_date"] == "ca. 2014"
    assert "citation_publication_date" not in tags


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Jan Willem ten Broek", "Jan Willem ten Broek"),
        ("Jan ten Broek", "ten Broek, Jan"),
        ("Jan Willem Broek", "Broek, Jan Willem"),
    ],
)
def test_no_comma_that_would_make_two_authors_of_one(name: str, shown: str) -> None:
    assert dict(highwire(item("Brood", name)))["citation_author"] == shown


def ld(config: CollectionConfig, *authors: str, **known: Any) -> dict[str, Any]:
    essay = text("Brood", *authors, **known)
    return json_ld(essay, csl_item(essay, config), config)


def test_the_page_is_an_article_based_on_the_work() -> None:
    known: dict[str, Any] = {
        "date": "2014-12-29",
        "publication": "De Courant",
        "source_url": "https://courant.example/1",
    }
    jos = {"@type": "Person", "name": "Jos van der Lans", "givenName": "Jos", "familyName": "van der Lans"}
    assert ld(SITE, "Jos van der Lans", "SP", **known) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "Brood",
        "author": [jos, "SP"],
        "inLanguage": "nl",
        "url": "https://brood.example/lezen/essays/brood/",
        "isPartOf": {"@type": "Collection", "name": "Brood & spelen", "url": "https://brood.example/lezen/"},
        "isBasedOn": {
            "@type": "Article",
            "name": "Brood",
            "author": [jos, "SP"],
            "datePublished": "2014-12-29",
            "inLanguage": "nl",
            "isPartOf": {"@type": "WebSite", "name": "De Courant"},
            "url": "https://courant.example/1",
        },
    }


def test_unknown_stays_unknown() -> None:
    work = ld(NOWHERE, date="2014", approximate=True)["isBasedOn"]
    assert set(work) == {"@type", "name", "inLanguage"}


def test_a_group_that_is_said_to_be_one_is_an_organisation() -> None:
    (author,) = ld(SITE, "Buurt en Tuin", sidecar=Sidecar(groups=("Buurt en Tuin",)))["author"]
    assert author == {"@type": "Organization", "name": "Buurt en Tuin"}


HOSTILE = "</script><script>alert(1)</script><!-- \" ' & \u2028 ]]> {{ 7 }}"


def test_words_of_a_text_end_no_script_and_no_attribute() -> None:
    json_text = script_json({"a": [HOSTILE]})
    assert not set("<>&\u2028") & set(json_text)
    assert json.loads(json_text) == {"a": [HOSTILE.replace("\u2028", "")]}
    front = yaml.safe_load(front_matter({"citation": [("citation_title", HOSTILE)], "ld": json_text}).split("---\n")[1])
    (((_, content),), ld_text) = front["citation"], front["ld"]
    assert not set("<>\"'") & set(content)
    assert ld_text == json_text


def test_hostile_words_stand_in_the_head_as_they_are() -> None:
    words = [each for each in dict.fromkeys(map(seen, strings())) if each.strip()]
    essay = text(" ".join(words), *words, publication=words[0], sidecar=Sidecar(groups=tuple(words)))
    front = front_matter(citation.front(essay, Collection(SITE, (essay,), ())))
    meta = yaml.safe_load(front.removeprefix("---\n").split("\n---\n")[0])
    theme = Environment(loader=FileSystemLoader(THEME))
    theme.filters["url"] = lambda address: f"../../{address}"
    shown = theme.get_template("weerklank/citation.html").render(
        page={"meta": meta}, config={"theme": {"language": "nl"}}
    )
    head = html.document_fromstring(f"<head>{shown}</head><body>x</body>").head
    assert {element.tag for element in head.iter()} == {"head", "meta", "link", "script"}
    assert all(set(element.keys()) == {"name", "content"} for element in head.iter("meta"))
    assert head.xpath("meta[@name='citation_author']/@content") == [" ".join(each.split()) for each in words]
    said = json.loads(head.findtext("script"))
    assert [author["name"] for author in said["author"]] == words


def openurl(title: str) -> dict[str, list[str]]:
    """A context object as its readers take it apart."""
    return parse_qs(title, strict_parsing=True)


def test_a_group_is_no_person_in_a_context_object() -> None:
    known: dict[str, Any] = {"date": "2014-12", "publication": "De Courant"}
    said = openurl(coins(item("Brood & zout", "SP-fractie Oost", "Jos van der Lans", **known)))
    assert said["rft.aucorp"] == ["SP-fractie Oost"]
    assert (said["rft.aulast"], said["rft.aufirst"]) == (["van der Lans"], ["Jos"])
    assert (said["rft.title"], said["rft.type"], said["rft.date"]) == (["Brood & zout"], ["webpage"], ["2014-12"])
    assert said["rft.identifier"] == ["https://brood.example/lezen/essays/brood/"]


def test_hostile_words_stand_in_a_context_object_as_they_are() -> None:
    for words in strings():
        if title := " ".join(seen(words).split()):
            assert openurl(coins({"type": "webpage", "title": seen(words)}))["rft.title"] == [title]


def test_every_text_s_page_has_them() -> None:
    front = yaml.safe_load(made().pages["essays/brood-op-zondag.md"].split("---\n")[1])
    assert ["citation_author", "de Wit, Anna"] in front["citation"]
    assert json.loads(front["json_ld"])["isBasedOn"]["datePublished"] == "2019-03-03"
