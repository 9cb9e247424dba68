"""Readers' comments inside one long line, as a scrape has them that lost its line ends.

Days with a time, ages ('3 days ago') and buttons to answer, again and again, each where no sentence goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from weerklank.clean.web.page_lines import page_lines
from weerklank.languages.dates import find_stamps
from weerklank.languages.rules import sign

_LINE = 120  # characters of a line in which comments may run on
_ESSAY = 200  # characters of a text above its comments, at least
_HEAD = 1500  # characters in which the day of the text itself may stand, and that then follow without any other
_MOST = 100  # characters between the essay's last words, or the comments' heading, and the first day
_AGE, _HEADING = sign("thread-age"), sign("thread-heading")
_ANSWER = sign("thread-button")
_BUTTON = re.compile(
    rf"(?P<closed>[.!?…][\"'”’»)\]]* )?(?<!\w)(?:{_ANSWER.pattern})(?!\w)"
    rf"(?P<more>(?:[ ·|•/]{{1,3}}(?:{_ANSWER.pattern})(?!\w))*)"
)
_DIGIT = re.compile(r"\d")
_NEXT = re.compile(r"[ .·|•:–—-]{0,4}(?:uur|Uhr|h)?[ ·|•:–—-]{0,4}(?:[A-ZÀ-Þ@\"'“„‘«\d]|\w+[_\d]|$)")
_SENTENCE_END = re.compile(r"(?:[a-zß-ÿ\d)]{2}|[\"'”’»)])[.!?…]+[\"'”’»)\]]*(?= )")


def thread_within(text: str) -> int | None:
    """Where in `text` comments begin that run on in one line: below the essay's last sentence, or at their heading.

    >>> essay = "De rij is lang en wie erin staat weet niet waarvoor, want dat zegt men hem niet. " * 4
    >>> thread_within(f"{essay}2 reacties Els 21-09 09:12 Ik ook! Kees 21-09 10:02 Ik nooit.") == len(essay) - 1
    True
    >>> thread_within(f"{essay}Om 09:12 kwam de eerste, op 21-09 om 10:02 de laatste.")
    """
    for line in page_lines(text):
        if len(line.words) < _LINE:
            continue
        places = [at for at in _places(line.words) if line.start + at >= _ESSAY]
        places = places[_of_the_head(places, len(line.words)) :]
        if len(places) > 1:
            return line.start + _beginning(line.words, places[0])
    return None


def _places(words: str) -> list[int]:
    """Where the signs of comments begin in a line, in order."""
    return sorted({*_stamps(words), *_buttons(words)})


def _stamps(words: str) -> Iterator[int]:
    if not _DIGIT.search(words):
        return iter(())
    found = [*find_stamps(words), *(match.span() for match in _AGE.finditer(words))]
    return (start for start, end in found if _NEXT.match(words, end))


def _buttons(words: str) -> Iterator[int]:
    """Buttons below a closed sentence, or in a row; in a sentence they are words."""
    for match in _BUTTON.finditer(words) if _ANSWER.search(words) else ():
        if (match["closed"] or match["more"]) and _NEXT.match(words, match.end()):
            yield match.end() - 1


def _of_the_head(places: list[int], length: int) -> int:
    """How many of the first places are days of the text itself: near its top, and far above any other."""
    below = [*places[1:], length]
    return max((n for n, at in enumerate(places, 1) if at < _HEAD < below[n - 1] - at), default=0)


def _beginning(words: str, first: int) -> int:
    """Where the essay ends above the first sign: behind a sentence, else at a heading, else there."""
    near = max(0, first - _MOST)
    heading = next((match.start() for match in _HEADING.finditer(words, near, first)), first)
    closed = [match.end() for match in _SENTENCE_END.finditer(words, max(0, heading - _MOST), heading)]
    return closed[-1] if closed else heading
