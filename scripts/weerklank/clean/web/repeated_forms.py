"""What is known by a form that comes back: cards that announce other texts, tags, the turns of an interview.

Each line is a letter by what is seen of it, and the forms are expressions for these letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from weerklank.clean.web.page_lines import PageLine
from weerklank.clean.web.residue import SEAM
from weerklank.languages.dates import search_date
from weerklank.languages.rules import sign

_TEASER, _AGE = sign("teaser-end"), sign("thread-age")
_TITLE = 20  # words of the title of another text, at most
_SENTENCE = 30  # words of what is said of it
_DAY = 40  # characters in which the day stands that closes such a sentence
_CARDS = re.compile(
    r"(?:(?:T{1,3}|Q)S?M{0,2}D(?:[DM]|T(?=[DM])){0,3}[AS]?){2,}$|(?:M?D[DM]{0,2}(?:T{1,2}|Q)S?){2,}$"  # each with a day
    r"|(?:M?(?:T{1,2}|Q)S?[DM]?R){2,}$|(?:[TQ]?A){2,}$"  # each with a button to read on, or run together with its mark
    r"|(?P<card>M{1,3}(?:T|Q)S?|(?:T|Q)S?M{1,3})(?P=card)+$"  # each alike
)
_NO_CARD = "-"
_TAGS, _TAG = 5, 3  # lines that stand in the order of the alphabet by chance no more; words of one
_FAR = 60  # lines that are looked at
_MARKS = 2  # counters, days and links in a row of cards, by chance no more
_SHORT = 14  # words of a title, where it must be told from a sentence
_SPEAKER = re.compile(r"([A-ZÀ-Þ][\w.'’ -]{0,30}): \S")


def forms_below(page: Sequence[PageLine]) -> int:
    """The index from which on all is cards or tags; the length of the page where none stand there.

    >>> lines = ("De rij is lang.", "Brood voor een", "3 mei 2014", "De lange weg", "4 mei 2014")
    >>> forms_below([PageLine(words) for words in lines])
    1
    """
    last = map(_letter, reversed(page[max(1, len(page) - _FAR) :]))
    letters = "".join(takewhile(_NO_CARD.__ne__, last))[::-1]  # no card goes on above what stands in none
    start, match = len(page) - len(letters), _CARDS.search(letters)
    if match and not _keeps_days(page[: start + match.start()]):
        return start + match.start()
    return _tags_below(page)


def _letter(line: PageLine) -> str:
    """A mark ('D' a day, 'R' a button to read on, 'M' another), 'A' words with one at their end, 'T' a title, 'Q' one
    that asks, 'S' a short sentence; _NO_CARD what stands in no card.
    """
    if line.said is not None or line.at_foot is not None:
        return "D" if line.said is not None else "R" if line.at_foot and line.at_foot.kind == "read-more" else "M"
    if line.count <= _SENTENCE and (_TEASER.search(line.words) or _dated(line.words)):
        return "A"
    if line.count <= _TITLE and (line.words.endswith("?") or line.bare):
        return "Q" if line.words.endswith("?") else "T"
    return "S" if line.sentence and line.count <= _SENTENCE else _NO_CARD


def _dated(words: str) -> bool:
    """Whether a day closes a line, run together with what stands before it: 'Over bomen.31 mei 2022'."""
    day = search_date(words[-_DAY:])
    at = len(words) - len(words[-_DAY:]) + day.start() if day else 0
    return at > 0 and day is not None and day.end() == len(words[-_DAY:]) and not words[at - 1].isspace()


def _keeps_days(text: Sequence[PageLine]) -> bool:
    """Whether lines of a text give days too, as a diary has them."""
    body = [n for n, line in enumerate(text) if line.prose and not line.at_foot]
    return any(line.said is not None for line in text[body[0] : body[-1]]) if body else True


def _tags_below(page: Sequence[PageLine]) -> int:
    """The index of the first of the last lines where these are words in the order of the alphabet."""
    at = len(page)
    while at > 1 and page[at - 1].bare_within(_TAG) and not page[at - 1].words.startswith(("•", "-", "*")):
        at -= 1
    words = [line.words.casefold().strip(",;") for line in page[at:]]
    sorted_ = all(one < two for one, two in pairwise(words))
    return at if len(words) >= _TAGS and sorted_ and not page[at - 1].words.endswith(":") else len(page)


def is_fused(line: PageLine) -> bool:
    """Whether a title and a sentence stand together without a space: 'A Field GuideThe map is never right.'

    A reader's name, how long ago that was and what is said may stand so too.
    """
    parts = SEAM.split(line.words) if line.count <= _SENTENCE + _TITLE and not _AGE.search(line.words) else []
    return len(parts) > 1 and all(part.count(" ") > 0 for part in parts)


def are_cards(lines: Sequence[PageLine]) -> bool:
    """Whether lines announce other texts: at least as many counters, days and links among them as paragraphs."""
    marks = sum(line.at_foot is not None or line.said is not None for line in lines)
    return marks >= max(_MARKS, sum(line.count > _SHORT for line in lines))


def are_teasers(lines: Sequence[PageLine], end: bool) -> bool:
    """Whether each sentence has the title of its text right above it; of one such pair at the `end` it is not sure."""
    sentences = [n for n, line in enumerate(lines) if line.sentence and not (line.half_site_talk or _is_title(line))]
    titled = all(is_fused(lines[n]) or n and _is_title(lines[n - 1]) for n in sentences)
    return titled and (len(sentences) != 1 or not end)


def _is_title(line: PageLine) -> bool:
    return line.count <= _SHORT and (not line.sentence or line.words.endswith("?"))


def spoken(page: Sequence[PageLine]) -> Iterator[int]:
    """The indices of lines of an interview: the name before their colon stands so before lines further up too."""
    names = Counter[str]()
    for n, line in enumerate(page):
        name = _SPEAKER.match(line.words)
        if name:
            names[name[1]] += 1
            if names[name[1]] > 2:
                yield n
