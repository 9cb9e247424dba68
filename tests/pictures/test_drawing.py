"""What holds for every drawing: words fit, places keep their order, lines do not cover each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from weerklank.markup.markdown import seen
from weerklank.pages.arguments_index import spreadsheet_safe
from weerklank.pictures.strip import pack
from weerklank.pictures.svg import fit, text_width, wrap
from weerklank.pictures.timeline_dates import axis, years

TITLES = st.text(max_size=80)
DATES = st.one_of(
    st.dates().map(str), st.dates().map(lambda d: f"{d:%Y-%m}".zfill(7)), st.dates().map(lambda d: f"{d.year:04}")
)


@given(TITLES, st.floats(30, 400))
def test_words_fit_and_begin_as_they_began(text: str, width: float) -> None:
    cut = fit(text, 13, width)
    assert text_width(cut, 13) <= width
    assert " ".join(text.split()).startswith(cut.removesuffix("…"))


@given(TITLES, st.floats(60, 300), st.integers(1, 3))
def test_wrapped_words_stay_within_their_lines(text: str, width: float, lines: int) -> None:
    out = wrap(text, 13, width, lines)
    assert 1 <= len(out) <= lines
    assert all(text_width(line, 13) <= width for line in out)


@given(st.lists(DATES, min_size=1, max_size=20), st.floats(10, 80), st.floats(1, 40))
def test_texts_stand_in_order_and_have_room(dates: list[str], gap: float, step: float) -> None:
    dates.sort(key=lambda date: sum(years(date)))
    through = axis(dates, gap, step, gap + 150)
    steps = [b - a for a, b in zip(through.places, through.places[1:], strict=False)]
    assert all(gap - 1e-6 <= each <= gap + 150 + 1e-6 for each in steps)
    ticks = list(through.ticks(15))
    assert ticks and all(b[1] - a[1] >= 15 - 1e-6 and b[0] > a[0] for a, b in zip(ticks, ticks[1:], strict=False))


STRETCHES = st.lists(st.tuples(st.floats(0, 95), st.floats(0.5, 5)).map(lambda s: (s[0], s[0] + s[1])), max_size=40)


@given(STRETCHES)
def test_lines_of_one_lane_lie_clear_of_each_other(stretches: list[tuple[float, float]]) -> None:
    lanes, lane_of = pack(stretches)
    assert set(lane_of) == set(range(lanes))
    for lane in range(lanes):
        own = sorted(s for s, n in zip(stretches, lane_of, strict=True) if n == lane)
        assert all(a[1] <= b[0] for a, b in zip(own, own[1:], strict=False))


@given(st.one_of(st.text(), st.sampled_from(["=1+1", " +1", "\t@x", "\r-2", "'=1", "＝1", "\u200b=1", "a\nb"])))
def test_no_cell_of_the_csv_is_a_formula(words: str) -> None:
    cell = spreadsheet_safe(words)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", " "))
    flat = " ".join(seen(words).split())
    assert cell in (flat, f"'{flat}")
