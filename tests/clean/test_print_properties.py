"""What must hold for every scan of print, however odd."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clean.scans import SCANS as PAGES
from tests.counting import calls, growth
from weerklank.clean import clean, restore_print
from weerklank.clean.ledger import draft
from weerklank.clean.print.half_words import Spellings, join
from weerklank.languages.lexicons import reading
from weerklank.model import Cleaned

MISREAD = re.compile(r"(?<=\w)[—–=~_’\"](?=\s*\n)|[*°”]")
HYPHENS = "-\u00ad¬\u2010\u2011"
WORDS = """klant- heid De de O ok burger, is. Vaakblijkter ideeén 12 - – en in- gemeen- te, SP- fractie
    ‘gewoon’ (ge- interesseerd. FOTO Foto: 1999- 2004. é \u00ad ¬ tezijn «x» pagina b A & niet- Europese 's-
    avonds"""
PIECES = [
    *WORDS.split(),
    "  ",
    "   ",
    "\n",
    "\n",
    "\n\n",
    "\t",
    "\f",
    "      ",
    "een kolom met tekst        en nog een kolom\n",
]
SCANS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.text(max_size=80),
)


def letters(text: str) -> Counter[str]:
    """The characters of a text, white space, hyphens, accents and capitals left out of account."""
    bare = unicodedata.normalize("NFD", text.lower())
    return Counter(c for c in bare if not c.isspace() and c not in HYPHENS and not unicodedata.combining(c))


def keeps_the_books(done: Cleaned, scan: str) -> None:
    assert done.ledger.source() == scan
    assert done.ledger.text() == done.text
    assert [s.start for s in done.ledger.spans[1:]] == [s.end for s in done.ledger.spans[:-1]]
    for place in done.uncertain:
        assert done.text[place.start : place.end] == place.found


@settings(max_examples=150, deadline=None)
@given(SCANS | PAGES)
def test_keeps_the_books(scan: str) -> None:
    keeps_the_books(restore_print(scan.split("\n")), scan)


@pytest.mark.parametrize("printed", [pytest.param(True, marks=pytest.mark.every), False, None])
@settings(max_examples=150, deadline=None)
@given(scan=PAGES)
def test_cleaning_keeps_the_books_however_it_is_printed(printed: bool | None, scan: str) -> None:
    keeps_the_books(clean(scan, printed), scan)


@pytest.mark.parametrize(
    "language", ["en", "de", "??", *(pytest.param(like, marks=pytest.mark.every) for like in ("fr", "nl-BE"))]
)
@settings(max_examples=40, deadline=None)
@given(scan=PAGES)
def test_cleaning_keeps_the_books_in_every_language(language: str, scan: str) -> None:
    keeps_the_books(clean(scan, True, language=language), scan)
    keeps_the_books(restore_print(scan.split("\n"), language), scan)


@settings(max_examples=200, deadline=None)
@given(PAGES)
def test_no_step_gives_edits_that_overlap(scan: str) -> None:
    def apart(edits: Sequence[draft.Edit]) -> list[draft.Edit]:
        assert all(above.end <= below.start for above, below in pairwise(edits))
        return list(edits)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(draft, "apart", apart)
        clean(scan, True)
        restore_print(scan.split("\n"))


@settings(max_examples=150, deadline=None)
@given(SCANS | PAGES)
def test_loses_no_character(scan: str) -> None:
    """None but the signs that were read for a hyphen at a line end, or for the call of a note."""
    restored = restore_print(scan.split("\n"))
    made = letters(restored.text + "".join(block.text for block in restored.asides))
    assert not made - letters(scan)
    assert letters(scan) - made <= Counter(MISREAD.findall(scan))


@settings(max_examples=150, deadline=None)
@given(SCANS)
def test_has_nothing_left_to_do(scan: str) -> None:
    once = restore_print(scan.split("\n")).text
    assert restore_print(once.split("\n")).text == once


@pytest.mark.parametrize("language", ["nl", "en", "de", "fr"])
@settings(max_examples=100, deadline=None)
@given(
    first=st.text(min_size=1, max_size=12),
    second=st.text(min_size=1, max_size=12),
    after=st.text(max_size=8),
    seen=st.builds(Spellings, strange=st.booleans(), old=st.booleans()),
)
def test_joins_whatever_halves(language: str, first: str, second: str, after: str, seen: Spellings) -> None:
    with reading(language):
        made = join(f"{first}-", second, after, seen)
    assert not made.sure or not made.readings
    assert made.outcome == "joined-respelled" or letters(made.text) == letters(first + second)


@pytest.mark.parametrize("character", ["-", " ", "\n", "a", ".", "1", "\f", "O", "é", "¬", "\u00ad"])
def test_a_megabyte_of_one_character_ends(character: str) -> None:
    """An expression that goes back and forth would not end here; and no character is a step of its own."""
    scan = character * 1_000_000
    assert restore_print(scan.split("\n")).ledger.source() == scan
    few = character * 1000
    assert calls(lambda: restore_print(scan.split("\n"))) < 2 * calls(lambda: restore_print(few.split("\n")))


@pytest.mark.parametrize("line", ["a-\n", "O\n", "12\n", "aa-\n\nbb\n\n", "een kolom met tekst   en nog een kolom\n"])
def test_work_grows_with_the_text_and_no_faster(line: str) -> None:
    assert growth(lambda count: restore_print((line * count).split("\n")), 250) < 2.2
