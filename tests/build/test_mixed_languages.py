"""Texts in three languages in one collection: each is found, told, cleaned and marked as what it is."""

from __future__ import annotations

import re
from functools import cache

import pytest
from lxml import html

from tests.build.test_languages import rendered, spoken
from tests.cases import cases
from tests.pages.collection import seed
from weerklank.annotate.anchors import Lock
from weerklank.build.compose import Edition, edition
from weerklank.build.site_contents import documents
from weerklank.collection import text_language
from weerklank.collection.text_language import with_language
from weerklank.model import ArgumentFile, CollectionConfig, PassageEntry
from weerklank.search.index import _languages

TEXTS = {code: f"{text}\n" for code, text, _ in cases("mixed-languages")}
ARGUMENTS = (
    ArgumentFile(
        "zondag-open",
        "De bakker hoort op zondag open te zijn.",
        "Wie mag slapen?",
        entries=(
            PassageEntry(1, "brood-op-zondag", "for", "De bakker hoort op zondag open te zijn.", key=True),
            PassageEntry(2, "the-bread-of-yesterday", "against", "the baker may well sleep through his Sunday"),
            PassageEntry(3, "der-backer-darf-schlafen", "against", "Die Läden bleiben also am besten zu."),
        ),
        examined=("brood-op-zondag", "the-bread-of-yesterday", "der-backer-darf-schlafen"),
    ),
)
_GERMAN = re.compile(r"\b(?:niemand sollte|Großmutter|Läden|Bäcker|gestern|aushält)\b")


@cache
def mixed(language: str) -> Edition:
    """A collection in a language with a Dutch, an English and a German text, of which nobody says so."""
    seeds = [seed("a_dutch", TEXTS["nl"]), seed("b_english", TEXTS["en"]), seed("c_german", TEXTS["de"])]
    config = CollectionConfig("Brood", language, words=("brood",))
    return edition(config, [with_language(each, language) for each in seeds], ARGUMENTS, Lock())


@pytest.mark.parametrize(("language", "others"), [("nl", {"en", "de"}), ("nl-BE", {"en", "de"}), ("en", {"nl", "de"})])
def test_what_is_not_the_collections_is_found_and_told(language: str, others: set[str]) -> None:
    seeds = [essay.seed for essay in mixed(language).collection.essays]
    assert {each.found_language for each in seeds} == {None, *others}
    told = [str(note) for note in text_language.notes(seeds, "seeds")]
    assert len(told) == 2
    assert any("c_german.txt: its words are German ('de')" in note and "write 'language: de'" in note for note in told)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_german_text_is_cleaned_and_described(language: str) -> None:
    essay = mixed(language).collection.by_slug["der-backer-darf-schlafen"]
    assert (essay.title, essay.authors, essay.date) == ("Der Bäcker darf schlafen", ("Anna Müller",), "2019-03-03")
    assert [unit.text[:10] for unit in essay.units] == ["Wer am Son", "Meine Groß", "Die Läden "]
    assert essay.comments == 1
    assert not any("Ganz meine Meinung" in text for text in mixed(language).pages.values())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_its_words_are_said_to_be_german_wherever_they_stand(language: str) -> None:
    pages = {name: text for name, text in mixed(language).pages.items() if name.endswith(".md")}
    told = {name for name, text in pages.items() if _GERMAN.search(text)}
    assert len(told) >= 6
    for name in told:
        tree = rendered(pages[name])
        if not (own := re.search(r"^lang: (\S+)$", pages[name].partition("\n---\n")[0], re.M)):
            tree.set("lang", language)
        wrong = [words for spoke, words in spoken(tree) if spoke != "de" and _GERMAN.search(words)]
        assert wrong == [], (name, own)


def test_the_interface_is_the_collections() -> None:
    page = mixed("en").pages["essays/der-backer-darf-schlafen.md"]
    assert "lang: de" in page and "3 March 2019" in page
    tree = html.fromstring(page.partition("\n---\n")[2])
    assert "How to cite" in tree.text_content() and "Zo verwijst" not in page
    assert "Müller, A. (2019, March 3)." in tree.text_content()


def test_search_knows_the_forms_of_each() -> None:
    found = documents(mixed("en").collection)
    assert {document.title: document.spoken for document in found} == {
        "Brood op zondag": "nl",
        "The bread of yesterday": "en",
        "Der Bäcker darf schlafen": "de",
        "De bakker hoort op zondag open te zijn.": "en",  # the claim is the editors'
    }
    assert _languages(found) == ["en", "de", "nl"]
