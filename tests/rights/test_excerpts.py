"""A block reduced to excerpts: what is kept stands where it is said to stand, and nothing else stands there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.model import GAP_MARK, BlockKind, Unit
from weerklank.model.runs import words
from weerklank.rights.excerpts import excerpt, stretches


def cut(text: str, *quotes: str, kind: BlockKind = "paragraph") -> Unit:
    wanted = [(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    return excerpt(Unit("p1", kind, text, "1", 0), stretches(text, wanted)).unit


@pytest.mark.parametrize(
    ("text", "quotes", "shown"),
    [
        ("Brood is goed. Kaas ook.", ["Brood is goed. Kaas ook."], "Brood is goed. Kaas ook."),
        ("Brood is goed. Kaas ook.", ["Brood is goed"], "Brood is goed. […]"),
        ("Brood is goed. Kaas ook.", ["Kaas ook"], "[…] Kaas ook."),
        ("Hij zei: ‘Kaas ook.’ En toen.", ["Kaas ook."], "[…] ‘Kaas ook.’ […]"),
        ("Eén, twee en drie.", ["twee", "en"], "[…] twee en […]"),
        ("Eén, twee en drie.", ["Eén", "drie"], "Eén, […] drie."),
        ("Eén, twee en drie.", ["Eén, twee", "twee en"], "Eén, twee en […]"),
        ("Dit […] schreef hij zelf.", ["Dit […] schreef"], "Dit […] schreef […]"),
    ],
)
def test_gaps(text: str, quotes: list[str], shown: str) -> None:
    assert cut(text, *quotes).text == shown


def test_an_authors_own_sign_is_no_gap() -> None:
    unit = cut("Dit […] schreef hij zelf.", "Dit […] schreef")
    assert unit.gaps == (16,)
    assert unit.spoken == "Dit […] schreef"


def test_lists_keep_their_items() -> None:
    listing = "1. brood en kaas\n2. melk\n3. boter\n4. eieren van de boer"
    unit = cut(listing, "kaas", "eieren van", kind="list")
    assert unit.text == "1. […] kaas\n2. […]\n3. […]\n4. eieren van […]"
    assert unit.spoken == "1. kaas\n2. \n3. \n4. eieren van "
    assert cut("- brood\n- melk\n- boter\n- ei", "ei", kind="list").text == "- […]\n- ei"


def test_verse_keeps_its_lines() -> None:
    assert cut("De maan\nis rond\nen geel\nals kaas", "geel\nals kaas", kind="verse").text == "[…]\n[…] geel\nals kaas"


PIECES = st.lists(
    st.sampled_from(["aap", "noot.", "‘mies’", "wim-", "zus", "[…]", "–", "Jet,"]), min_size=1, max_size=25
)


@given(PIECES, st.sampled_from([" ", "\n"]), st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=4))
def test_what_is_kept_stands_where_it_is_said_to_stand(
    pieces: list[str], between: str, wanted: list[tuple[int, int]]
) -> None:
    text = between.join(pieces)
    edges = [0]
    for piece in pieces:
        edges.append(edges[-1] + len(piece) + 1)
    chosen = [(edges[a], edges[b + 1] - 1) for a, b in wanted if a <= b < len(pieces)]
    chosen = [(a, b) for a, b in chosen if words(text[a:b])]
    kind: BlockKind = "verse" if between == "\n" else "paragraph"
    kept = stretches(text, chosen)
    made = excerpt(Unit("p1", kind, text, "1", 0), kept)
    for start, end in chosen:
        found = made.moved(start, end)
        assert found is not None
        assert made.unit.text[slice(*found)] == text[start:end]
    assert words(made.unit.spoken) == [word for a, b in kept for word in words(text[a:b])]
    assert all(made.unit.text[gap : gap + len(GAP_MARK)] == GAP_MARK for gap in made.unit.gaps)
