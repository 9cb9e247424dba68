"""References and citations in APA, as Dutch guides have them."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cite import csl_processor
from tests.cite.texts import NOWHERE, SITE, item
from weerklank.cite import apa
from weerklank.cite.apa import Run
from weerklank.cite.csl import Item
from weerklank.cite.csl_names import Name
from weerklank.languages.pack import pack
from weerklank.languages.sentences import upper_first

READ = "Brood & spelen (Weerklank). https://brood.example/lezen/essays/brood/"


def reference(one: Item) -> tuple[Run, ...]:
    return apa.reference(pack("nl"), one)


def in_text(one: Item, paragraph: str) -> tuple[Run, ...]:
    return apa.in_text(pack("nl"), one, paragraph)


def shown(runs: tuple[Run, ...]) -> str:
    return "".join(f"*{run.text}*" if run.italic else run.text for run in runs)


CASES: list[tuple[tuple[str, ...], dict[str, Any], str, str]] = [
    (("Arjo Klamer",), {"date": "2014-12-29"}, "Klamer, A. (2014, 29 december). *Brood*.", "(Klamer, 2014, al. 7)"),
    (("Arjo Klamer",), {"date": "2014-12"}, "Klamer, A. (2014, december). *Brood*.", "(Klamer, 2014, al. 7)"),
    (("Arjo Klamer",), {}, "Klamer, A. (z.d.). *Brood*.", "(Klamer, z.d., al. 7)"),
    ((), {"date": "2014"}, "*Brood*. (2014).", "(*Brood*, 2014, al. 7)"),
    ((), {}, "*Brood*. (z.d.).", "(*Brood*, z.d., al. 7)"),
    (
        ("Jos van der Lans", "Jan de Jonge"),
        {"date": "2014"},
        "Van der Lans, J., & De Jonge, J. (2014). *Brood*.",
        "(Van der Lans & De Jonge, 2014, al. 7)",
    ),
    (
        ("J.P. van 't Hoff", "Jan-Willem Jansen-de Vries", "Anna 't Hart"),
        {"date": "2014"},
        "Van 't Hoff, J. P., Jansen-de Vries, J.-W., & 't Hart, A. (2014). *Brood*.",
        "(Van 't Hoff et al., 2014, al. 7)",
    ),
    (
        ("Sociaal en Cultureel Planbureau",),
        {"date": "2014", "approximate": True},
        "Sociaal en Cultureel Planbureau. (ca. 2014). *Brood*.",
        "(Sociaal en Cultureel Planbureau, ca. 2014, al. 7)",
    ),
    (
        ("Redactie RSD",),
        {"publication": "rsd.example"},
        "Redactie RSD. (z.d.). *Brood*. rsd.example.",
        "(Redactie RSD, z.d., al. 7)",
    ),
    (
        ("Arjo Klamer",),
        {"date": "2014-12-29", "publication": "De Courant", "printed": True},
        "Klamer, A. (2014, 29 december). Brood. *De Courant*.",
        "(Klamer, 2014, al. 7)",
    ),
]


@pytest.mark.parametrize(("authors", "known", "whole", "short"), CASES)
def test_apa(authors: tuple[str, ...], known: dict[str, Any], whole: str, short: str) -> None:
    one = item("Brood", *authors, **known)
    assert shown(reference(one)) == f"{whole} {READ}"
    assert shown(in_text(one, "7")) == short


def test_nothing_known_but_the_title() -> None:
    assert shown(reference(item("Brood", config=NOWHERE, publish="closed"))) == "*Brood*. (z.d.)."


def test_no_full_stop_after_a_question_mark() -> None:
    assert shown(reference(item("Is er brood?"))) == f"*Is er brood?* (z.d.). {READ}"
    assert shown(reference(item("Is er brood?", "Arjo Klamer"))) == f"Klamer, A. (z.d.). *Is er brood?* {READ}"
    printed = item("‘Is er brood?’", "Arjo Klamer", publication="Wat!", printed=True)
    assert shown(reference(printed)) == f"Klamer, A. (z.d.). ‘Is er brood?’ *Wat!* {READ}"


def test_a_title_keeps_its_capitals_and_its_signs() -> None:
    title = 'De SP & "zo": 50% <b>kort</b> {a} \\b #1 $x_y ~ <span class="nocase">z</span>'
    assert f"*{title}*." in shown(reference(item(title, "Arjo Klamer")))


def bare(words: str) -> str:
    """The words, without the white space between them and the signs after them."""
    return "".join(words.split()).rstrip(".?!…’”\"')")


@settings(max_examples=30)
@given(st.text(st.characters(exclude_categories=["C"]), min_size=1).filter(str.strip), st.booleans())
def test_every_title_stands_in_its_reference(title: str, signed: bool) -> None:
    authors = ["Arjo Klamer"] if signed else []
    assert bare(title) in bare(shown(reference(item(title, *authors, config=SITE))).replace("*", "")) or "*" in title


WORDS = st.lists(
    st.sampled_from(
        ["Brood", "en", "of", "spelen:", "de", "SP", "the", "éénmaal", "‘zo’", "3", "iPad", "J.", "(kort)"]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)
TITLES = st.builds(str.__add__, WORDS, st.sampled_from(["", "?", "!", "…", "?’"])).filter(lambda each: each[-1] != ".")
FORENAMES = st.lists(st.sampled_from(["Jan", "Élan", "J.P.", "Jan-Willem", "A.-B.", "Ch."]), min_size=1, max_size=3)
PERSONS = st.fixed_dictionaries(
    {"family": st.sampled_from(["Lans", "'t Hart", "Jansen-de Vries", "De Wit"]), "given": FORENAMES.map(" ".join)},
    optional={"non-dropping-particle": st.sampled_from(["van der", "de", "van 't"])},
)
GROUPS = st.fixed_dictionaries({"literal": st.sampled_from(["SP Oost", "Redactie RSD", "Wat nu?", "Bakker B.V."])})
DATES = st.sampled_from([[2014], [1987, 3], [2020, 12, 31], [1999, 1, 1]])
ISSUED = st.fixed_dictionaries({"date-parts": DATES.map(lambda date: [date])}, optional={"circa": st.just(True)})
KNOWN = {
    "author": st.lists(PERSONS | GROUPS, min_size=1, max_size=23),
    "issued": ISSUED,
    "archive": st.sampled_from(["Brood & spelen (Weerklank, editie 3, 2026)", "Wat? (Weerklank)"]),
    "URL": st.just("https://brood.example/lezen/essays/brood/"),
}
SITES = st.sampled_from(["rsd.example", "De Courant", "the voice of the people", "Wat!"])
ITEMS = st.sampled_from(
    [("webpage", True), ("article-magazine", True), ("webpage", False), ("document", False)]
).flatmap(
    lambda kind: st.fixed_dictionaries(
        {
            "type": st.just(kind[0]),
            "title": TITLES,
            "language": st.sampled_from(["nl", "nl-BE", "en", "en-GB", "de"]),
            **({"container-title": SITES} if kind[1] else {}),
        },
        optional=KNOWN,
    )
)
STOP_TOO_MANY = re.compile(r"([?!…][”’\"')]*\*?)\.(?= |\*|$)")


def with_capitals(item: Item) -> Item:
    """The item with the capitals that Dutch gives to the particles of names, which the style cannot."""
    names = [{**name} for name in item.get("author", [])]
    for name in names:
        if "non-dropping-particle" in name:
            name["non-dropping-particle"] = upper_first(name["non-dropping-particle"])
    return {**item, "author": names} if names else item


@settings(max_examples=150, deadline=None)
@given(ITEMS, st.sampled_from(["nl", "en"]), st.sampled_from(["7", "7–9"]))
def test_a_csl_processor_cites_the_same(one: Item, language: str, paragraphs: str) -> None:
    say, theirs = pack(language), with_capitals(one) if language == "nl" else one
    whole = STOP_TOO_MANY.sub(r"\1", csl_processor.reference(theirs, language))
    assert shown(apa.reference(say, one)) == whole
    several = paragraphs != "7"
    assert shown(apa.in_text(say, one, paragraphs, several)) == csl_processor.in_text(theirs, paragraphs, language)


def test_no_word_of_a_title_or_a_name_is_lost() -> None:
    persons: list[Name] = [{"family": "Lans", "given": "de jonge Jan"}]
    one: Item = {"id": "a", "type": "webpage", "title": "Wat!.", "author": persons}
    assert shown(reference(one)) == "Lans, de jonge J. (z.d.). *Wat!.*"
