"""The voice beside a paragraph: another author's, contradiction first, nothing twice, the same at every build."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.pages.collection import SEEDS, made, seed
from weerklank.model import STANCES, ArgumentFile, Collection, Essay, Passage, PassageEntry, Poles, Stance
from weerklank.pages.essay import page
from weerklank.pages.notes import beside
from weerklank.pages.voices import best_words, chosen

EATER = """Wie eet er op zondag

De bakker hoort op zondag open te zijn, vindt de eter. Hij heeft honger. Oud brood is hard.

Op zondag slaapt een bakker uit. Dat gunt men hem.
"""
CLAIM = "De bakker hoort op zondag open te zijn."
BAKER, SLEEPER, EATS = "brood-op-zondag", "laat-de-bakker-slapen", "wie-eet-er-op-zondag"
THREE = (*SEEDS, seed("c_eter", EATER))
ENTRIES = (
    PassageEntry(1, BAKER, "for", "De bakker hoort op zondag open te zijn.", key=True),
    PassageEntry(2, BAKER, "nuance", "Natuurlijk moet ook een bakker slapen."),
    PassageEntry(3, SLEEPER, "against", "Laat de bakker slapen op zondag.", key=True),
    PassageEntry(4, SLEEPER, "against", "Wie op zondag vers brood wil, bakt het zelf."),
    PassageEntry(5, EATS, "for", "De bakker hoort op zondag open te zijn, vindt de eter.", key=True),
    PassageEntry(6, EATS, "against", "Op zondag slaapt een bakker uit."),
)


def collection(*entries: PassageEntry, poles: Poles | None = None) -> Collection:
    file = ArgumentFile("zondag-open", CLAIM, "", entries=entries or ENTRIES, poles=poles)
    return made(file, seeds=THREE).collection


def by_unit(essay: Essay, whole: Collection) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = {}
    for passage in whole.passages_of[essay.slug]:
        found.setdefault(passage.unit, []).append(passage)
    return found


def test_who_contradicts_goes_before_who_is_nearer() -> None:
    whole = collection()
    essay = whole.by_slug[BAKER]
    voices = chosen(by_unit(essay, whole), essay, whole)
    assert voices["p1"].passage.stance == "against"
    assert voices["p1"].words.startswith("Laat de bakker slapen"), "the nearest of those"


@given(
    st.permutations(range(6)), st.lists(st.sampled_from(STANCES), min_size=6, max_size=6), st.sets(st.integers(0, 5))
)
def test_never_ones_own_never_twice_and_always_the_same(
    order: list[int], stances: list[Stance], keys: set[int]
) -> None:
    """However the same passages are ordered, meant and weighed."""
    whole = collection()
    (argument,) = whole.arguments
    several = [replace(argument.passages[n], stance=stances[n], key=n in keys) for n in order]
    whole = replace(whole, arguments=(replace(argument, passages=tuple(several)),))
    for essay in whole.essays:
        passages = by_unit(essay, whole)
        voices = chosen(passages, essay, whole)
        assert voices.keys() == passages.keys()
        assert all(voice.passage.essay != essay.slug for voice in voices.values())
        free = [voice.words for voice in voices.values() if voice.above is None]
        assert len(free) == len(set(free))
        for unit, voice in voices.items():
            assert voice.of in passages[unit]
            if voice.above:
                assert voices[voice.above].words == voice.words
                assert voices[voice.above].above is None
        assert voices == chosen(passages, essay, whole)


def test_nobody_answers_himself_under_another_title() -> None:
    whole = collection()
    same = replace(whole, essays=tuple(replace(essay, authors=("Anna de Wit",)) for essay in whole.essays))
    essay = same.by_slug[BAKER]
    assert chosen(by_unit(essay, same), essay, same) == {}


def test_a_voice_is_whole_sentences() -> None:
    whole = collection(PassageEntry(1, EATS, "for", "hoort op zondag open"), PassageEntry(2, EATS, "for", "Oud brood"))
    one, other = whole.passages.values()
    assert best_words(one, whole) == "De bakker hoort op zondag open te zijn, vindt de eter."
    assert best_words(other, whole) == "Oud brood is hard."


def test_of_a_sentence_without_room_the_editors_words_are_told_else_the_sentence() -> None:
    long = f"Wie vers brood wil, {'en wie dat van de bakker wil, ' * 8}bakt het zelf en vindt het lekker op zondag."
    whole = made(
        ArgumentFile("lekker", "Brood is lekker.", "", entries=(PassageEntry(1, "lang", "for", "lekker op zondag."),)),
        seeds=(
            *SEEDS,
            seed(
                "d_lang",
                f"Lang\n\nNiemand sterft van brood van gisteren, en dat is waar.\n\n{long} Kort is het niet.\n",
            ),
        ),
    ).collection
    (passage,) = whole.passages.values()
    assert best_words(passage, whole) == "lekker op zondag."
    unit = whole.by_slug["lang"].unit(passage.unit)
    entire = replace(passage, start=0, end=len(long), quote=unit.text[: len(long)])
    assert best_words(entire, whole) == long


def test_the_page_tells_whose_words_they_are_and_where() -> None:
    whole = collection(poles=Poles("open", "dicht"))
    shown = html.fragment_fromstring(page(whole.by_slug[BAKER], 0, whole).split("\n---\n", 1)[1], create_parent="div")
    (voice,) = shown.xpath("//*[@data-for='p1']/*[@data-voice-of]")
    assert voice.get("data-apparatus") is not None
    assert voice.get("data-voice-of") == "zondag-open-1"
    assert voice.xpath(".//q")[0].text == "Laat de bakker slapen op zondag."
    assert "tegen: dicht" in voice.text_content()
    assert voice.xpath(".//a/@href") == [f"../../essays/{SLEEPER}/#zondag-open-3"]


def test_what_stands_beside_quotes_nothing_twice_in_one_block() -> None:
    whole = collection()
    for essay in whole.essays:
        for block in beside(by_unit(essay, whole), essay, whole, "").values():
            words = [voice.words for note in block.notes for voice in note.voices]
            words += [block.voice.words] if block.voice and not block.above else []
            assert len(words) == len(set(words))
            assert block.others == sum(len(note.voices) for note in block.notes)
