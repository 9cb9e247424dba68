"""The counts by which tests judge how work grows."""

from tests.counting import calls, growth


def _pairs(size: int) -> int:
    return sum(abs(a - b) for a in range(size) for b in range(size))


def test_calls_of_python_and_of_built_in_functions_count() -> None:
    assert calls(lambda: [abs(n) for n in range(100)]) - calls(lambda: None) >= 100


def test_linear_and_quadratic_work_differ() -> None:
    assert growth(lambda size: [abs(n) for n in range(size)], 1000) < 2.1
    assert growth(_pairs, 100) > 3.5
