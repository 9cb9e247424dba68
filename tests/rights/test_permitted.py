"""What of a made-up collection may be shown when its texts are quoted, closed or taken down."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

import pytest

from tests.pages.collection import seed
from weerklank.annotate.anchors import Lock
from weerklank.build.compose import Edition, edition
from weerklank.build.every_file import pages
from weerklank.collection.editions import Lock as Dates
from weerklank.collection.takedown_file import entries
from weerklank.model import ArgumentFile, CollectionConfig, PassageEntry, Publish, Seed
from weerklank.model.errors import InputError
from weerklank.model.runs import RUN, words
from weerklank.rights import notes

MARKET = """Brood op zondag

3 maart 2019

De bakker hoort op zondag open te zijn, want wie werkt heeft anders nooit vers brood op tafel staan. \
Dat weet iedereen die wel eens op zaterdagavond voor een leeg rek heeft gestaan, en dat is geen pretje.

Natuurlijk moet ook een bakker slapen, net als ieder ander die om drie uur in de nacht zijn bed uit moet komen.

Zo hoort het.

De gemeente kan het regelen met een rooster, zodat er in elke wijk altijd één winkel open is en de rest rust heeft.

Door Anna de Wit
"""
SLEEPER = """Laat de bakker slapen

Niemand sterft van brood van gisteren, en wie dat niet gelooft moet het maar eens een week lang proberen. \
Laat de bakker slapen op zondag.

Wie op zondag vers brood wil, bakt het zelf, met meel uit de kast en water uit de kraan en een beetje geduld.
"""
FIRST = "De bakker hoort op zondag open te zijn"
OWN = "Natuurlijk moet ook een bakker slapen"
OPEN = ArgumentFile(
    "zondag-open",
    "De bakker moet op zondag open.",
    "Wie mag slapen?",
    entries=(
        PassageEntry(1, "brood-op-zondag", "for", FIRST),
        PassageEntry(2, "brood-op-zondag", "nuance", OWN, note="Een toegeving."),
        PassageEntry(3, "laat-de-bakker-slapen", "against", "Laat de bakker slapen op zondag."),
    ),
    examined=("brood-op-zondag", "laat-de-bakker-slapen"),
)
SLEEP = ArgumentFile(
    "slaap", "Ook wie bakt, heeft slaap nodig.", "", entries=(PassageEntry(1, "brood-op-zondag", "for", OWN),)
)
SEEDS = (seed("a_bakker", MARKET), seed("b_slaper", SLEEPER))


def made(
    publish: Publish | None = None,
    down: str = "",
    seeds: Sequence[Seed] = SEEDS,
    arguments: Sequence[ArgumentFile] = (SLEEP, OPEN),
    lock: Lock | None = None,
    standard: str = "full",
    description: str | None = None,
    dates: Dates | None = None,
) -> Edition:
    """The edition with the first text published so, and this taken down; `standard`: the collection's default."""
    first = replace(seeds[0], sidecar=replace(seeds[0].sidecar, publish=publish))
    settings = CollectionConfig("Brood", "nl", publish=standard, description=description)
    return edition(settings, [first, *seeds[1:]], arguments, lock or Lock(), dates=dates, takedown=entries(down))


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[at : at + RUN]) for at in range(len(found) - RUN + 1)}


def leaked(edition: Edition, unpublished: Iterable[str]) -> list[str]:
    """The files that hold eight words in a row of one of these."""
    secret = {run for text in unpublished for run in runs(text)}
    assert secret
    return [name for name, text in edition.pages.items() if runs(text) & secret]


def texts(edition: Edition) -> dict[str, list[tuple[str, str]]]:
    return {e.slug: [(u.id, u.text) for u in e.units] for e in edition.collection.essays}


def test_quotes_are_the_marked_passages_in_their_paragraphs() -> None:
    edition = made("quotes")
    assert texts(edition)["brood-op-zondag"] == [("p1", f"{FIRST}, […]"), ("p2", f"{OWN}, […]")]
    essay = edition.collection.by_slug["brood-op-zondag"]
    assert (essay.words, essay.work_words) == (14, 86)
    assert essay.left_out == {"": ("p3", "p4")}
    assert leaked(edition, MARKET.split("\n\n")[5:6]) == []
    assert leaked(edition, [MARKET.partition("open te zijn, ")[2].partition("\n\nDoor")[0].replace(OWN, "")]) == []
    for passage in edition.collection.passages.values():
        unit = edition.collection.by_slug[passage.essay].unit(passage.unit)
        assert unit.text[passage.start : passage.end] == passage.quote
    page = edition.pages["essays/brood-op-zondag.md"]
    assert "14 van de 86 woorden, 16 %" in page
    assert "§ 3 tot en met § 4: niet overgenomen" in page
    assert '<span id="p4"></span>' in page


def test_a_closed_text_is_listed_and_no_more() -> None:
    edition = made("closed")
    assert texts(edition)["brood-op-zondag"] == []
    assert leaked(edition, [MARKET.partition("2019")[2]]) == []
    assert [p.essay for p in edition.collection.passages.values()] == ["laat-de-bakker-slapen"]
    assert "Brood op zondag" in edition.pages["essays/index.md"]
    page = edition.pages["essays/brood-op-zondag.md"]
    assert "staat hier alleen vermeld" in page
    assert "2 stellingen" in page
    assert "Niet getoond: 2 passages uit" in edition.pages["argumenten/zondag-open.md"]
    assert "Niets gevonden in ‘Brood" not in edition.pages["argumenten/zondag-open.md"]


def test_the_sidecar_goes_before_the_collection() -> None:
    assert [e.publish for e in made("full", standard="closed").collection.essays] == ["full", "closed"]


def test_a_paragraph_that_several_arguments_quote_is_taken_down() -> None:
    edition = made(down="brood-op-zondag#p2")
    unit = edition.collection.by_slug["brood-op-zondag"].unit("p2")
    assert (unit.text, unit.removed, unit.number) == ("", True, "2")
    assert [u for u, _ in texts(edition)["brood-op-zondag"]] == ["p1", "p2", "p3", "p4"]
    assert leaked(edition, [MARKET.split("\n\n")[3]]) == []
    assert OWN not in "".join(edition.pages.values())
    assert "Op verzoek verwijderd" in edition.pages["essays/brood-op-zondag.md"]
    for name in ("zondag-open", "slaap"):
        assert "Op verzoek verwijderd: ‘Brood op zondag’" in edition.pages[f"argumenten/{name}.md"]
        assert "Een toegeving" not in edition.pages[f"argumenten/{name}.md"]
    assert [a.id for a in edition.lock.essays["a_bakker"].units] == ["p1", "p2", "p3", "p4"]
    cleaned = edition.collection.by_slug["brood-op-zondag"].cleaned
    assert cleaned.ledger.text() == cleaned.text
    assert [s.rule for s in cleaned.ledger.spans if not s.before and s.verdict == "removed"] == ["takedown"]


@pytest.mark.parametrize("entry", ["brood-op-zondag", hashlib.sha256(MARKET.encode()).hexdigest()])
def test_a_whole_text_is_taken_down(entry: str) -> None:
    edition = made(down=entry)
    assert [e.slug for e in edition.collection.essays] == ["laat-de-bakker-slapen"]
    everything = "".join(edition.pages.values())
    assert "Anna de Wit" not in everything
    assert "Brood op zondag" not in everything
    assert leaked(edition, [MARKET]) == []
    assert "# Op verzoek verwijderd" in edition.pages["essays/brood-op-zondag.md"]
    assert 'id="zondag-open-1"' in edition.pages["argumenten/zondag-open.md"]


def test_what_was_taken_down_can_come_back() -> None:
    down = made(down="brood-op-zondag\n")
    back = made(lock=down.lock)
    assert back.pages == made().pages
    assert back.lock.essays == made().lock.essays


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (MARKET, None),  # the same bytes: kept out, whatever its name
        (MARKET.replace("Brood op zondag", "Nieuw brood"), "p1 repeats eight words in a row of brood-op-zondag"),
        (f"Nieuw brood\n\nAnna schreef: {MARKET.splitlines()[4]}", "take it down as well: write nieuw-brood#p1"),
    ],
)
def test_the_text_does_not_return_under_another_name(text: str, told: str | None) -> None:
    seeds = (*SEEDS, seed("z_terug", text))
    if told:
        with pytest.raises(InputError, match=told):
            made(down="brood-op-zondag", seeds=seeds)
    else:
        assert len(made(down="brood-op-zondag", seeds=seeds).collection.essays) == 1


def test_nor_when_its_seed_is_gone() -> None:
    lock = made(down="brood-op-zondag", arguments=()).lock
    gone = made(down="brood-op-zondag", seeds=SEEDS[1:], arguments=(), lock=lock)
    assert gone.collection.removed == ("brood-op-zondag",)
    back = seed("z_terug", MARKET.replace("Brood op zondag", "Nieuw brood").replace("geen pretje", "niet leuk"))
    for before in (lock, gone.lock):
        with pytest.raises(InputError, match="z_terug.txt: p1 is brood-op-zondag#p1, which was taken down"):
            made(down="brood-op-zondag", seeds=(SEEDS[1], back), arguments=(), lock=before)
    assert made(seeds=(SEEDS[1], back), arguments=(), lock=gone.lock).collection.essays  # the entry was taken out


@pytest.mark.parametrize(
    ("arguments", "description", "told"),
    [
        (
            [replace(OPEN, introduction="Hij kan het regelen met een rooster, zodat er in elke wijk")],
            None,
            "introduction",
        ),
        ([replace(OPEN, claim="De bakker moet ook om drie uur in de nacht zijn bed uit.")], None, "open.md: claim"),
        ([], "Zodat er in elke wijk altijd één winkel open is", "collection.yml: description"),
    ],
)
def test_editors_words_that_tell_what_may_not_be_told(
    arguments: list[ArgumentFile], description: str | None, told: str
) -> None:
    with pytest.raises(InputError, match=told) as caught:
        made("quotes", arguments=arguments, description=description)
    assert "repeats eight words in a row of brood-op-zondag that are not published" in str(caught.value)
    made("full", arguments=arguments, description=description)


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("brood-op-zonda", "there is no text 'brood-op-zonda', and never was; did you mean 'brood-op-zondag'"),
        ("brood-op-zondag#p9", "has no paragraph or heading 'p9', and never had; it has p1 to p4"),
        ("0123456789abcdef0123456789abcdef", "a sha256 has 64 signs, and this has 32"),
        ("brood-op-zondag # brief van 3 mei", "is more than one entry"),
        ("Brood op zondag", "is more than one entry"),
        ("/essays/brood-op-zondag/", "is no entry; write the sha256 of a seed"),
        ("brood-op-zondag#7", "is no entry"),
    ],
)
def test_a_slip_of_the_pen_publishes_nothing(entry: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        made(down=f"# lijst\n\n{entry}\n")
    assert "line 3" in str(caught.value)
    assert told in str(caught.value)


def test_a_hash_that_no_seed_has_guards_against_its_return() -> None:
    assert made(down="0" * 64).pages == made().pages


def quoted_as(*keys: bool) -> Edition:
    """The first text quoted, its two passages with OPEN and the one with SLEEP being key passages or not."""
    weights = iter(keys)
    weighed = [
        replace(e, key=next(weights)) if e.essay == "brood-op-zondag" else e for e in (*OPEN.entries, *SLEEP.entries)
    ]
    return made(
        "quotes", arguments=[replace(SLEEP, entries=tuple(weighed[3:])), replace(OPEN, entries=tuple(weighed[:3]))]
    )


@pytest.mark.parametrize("keys", list(product((True, False), repeat=3)))
def test_of_a_quoted_text_its_key_passages_are_shown_or_all_where_it_has_none(keys: tuple[bool, bool, bool]) -> None:
    edition = quoted_as(*keys)
    own = [p for p in edition.whole.passages.values() if p.essay == "brood-op-zondag"]
    wanted = {p.id for p in own if p.key} or {p.id for p in own}
    assert {p.id for p in edition.collection.passages.values() if p.essay == "brood-op-zondag"} == wanted
    shown = dict(texts(edition)["brood-op-zondag"])
    assert shown == {p.unit: f"{p.quote}, […]" for p in own if p.id in wanted}
    assert leaked(edition, [MARKET.split("\n\n")[3].removeprefix(OWN if "p2" in shown else "")]) == []
    for argument in edition.collection.arguments:
        hidden = [p.id for p in own if p.argument == argument.id and p.id not in wanted]
        assert [w.id for w in argument.withdrawn] == hidden
        page = edition.pages[f"argumenten/{argument.id}.md"]
        assert [int(n) for n in re.findall(r"Niet getoond: (\d) passages? uit", page)] == [len(hidden)] * bool(hidden)
        assert not any(f'#{name}"' in text for name in hidden for text in edition.pages.values())


def test_a_key_passage_taken_down_brings_no_other_one_back() -> None:
    entries = (replace(OPEN.entries[0], key=True), *OPEN.entries[1:])
    edition = made("quotes", "brood-op-zondag#p1", arguments=[replace(OPEN, entries=entries)])
    assert [text for _, text in texts(edition)["brood-op-zondag"]] == [""]


@pytest.mark.parametrize(
    ("key", "status", "told"),
    [
        (True, "unknown", "38 of 86 words are quoted \\(44 %\\), more than a quarter; .*take 'weight: key' from those"),
        (False, "unknown", "38 of 86 words are quoted \\(44 %\\), more than a quarter; .*no passage has 'weight: key'"),
        (True, "permission", r"38 of 86 words are quoted \(44 %\)$"),
    ],
)
def test_the_build_says_how_much_is_quoted_and_what_to_do(key: bool, status: str, told: str) -> None:
    whole = PassageEntry(1, "brood-op-zondag", "for", MARKET.split("\n\n")[2], key=key)
    seeds = (replace(SEEDS[0], sidecar=replace(SEEDS[0].sidecar, rights_status=status)), SEEDS[1])
    edition = made("quotes", seeds=seeds, arguments=[replace(OPEN, entries=(whole,))])
    assert re.search(told, str(notes(edition.collection)[0]))


def test_a_quarter_is_not_much() -> None:
    few = str(notes(quoted_as(True, True, False).collection)[0])
    assert few.endswith("14 of 86 words are quoted (16 %)")


def test_the_build_says_what_rests_on_nothing() -> None:
    told = str(notes(made().collection)[0])
    assert "no rights basis is known for 2 of 2 texts (brood-op-zondag, laat-de-bakker-slapen)" in told


def test_pages_are_written_from_what_may_be_shown_alone() -> None:
    edition = made("quotes")
    assert pages(edition.collection) == edition.pages
    for essay in edition.collection.essays[:1]:
        assert (essay.seed.data, essay.seed.text, essay.cleaned.asides) == (b"", "", ())
        assert essay.seed.sha256 == hashlib.sha256(MARKET.encode()).hexdigest()
