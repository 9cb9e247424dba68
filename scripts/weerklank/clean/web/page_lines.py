"""A page as its lines, each a record of what can be seen of it. Nothing is decided here.

The steps that trim a page read these records, and so does the reader of HTML for the words of a block.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import Any, Generic, TypeVar

from weerklank.clean.text.structure import CALLS
from weerklank.clean.web import site_words
from weerklank.clean.web.meta_line import Field, said
from weerklank.clean.web.residue import LONG, Residue, plain, residue
from weerklank.languages.person_names import is_name, names
from weerklank.languages.rules import sign

_LINE = re.compile(r"\S[^\n]*")
_CLOSED = re.compile(rf"(?:[.,:;…]|[.!?…][\"'”’»)\]]+){CALLS}$")
_NO_TITLE = re.compile(r"[a-zà-ÿ][-\u00ad¬]$|^\d{1,2}\.\d{1,2}\.? \S")  # half a word at its end; a section's number
_SENTENCE_END = re.compile(rf"[.!?…:;][\"'”’»)\]]*{CALLS}$")
_STOPPED = re.compile(rf"(?<!\w\.\w)(?<!\.\.)[.!?][\"'”’»)\]]*{CALLS}$")
_NEXT_SENTENCE = re.compile(r"[a-zß-öø-ÿ]{3}[.!?] [A-ZÀ-Þ‘“]")
_WIDE = 30  # characters of a line that is no button
_WRAPPED = 10  # words of a line that is no title of two sentences
_PROSE_WIDTH, _PROSE = 120, 12  # characters, words: no title is longer than both
_CLAUSE = 3  # words of a closed line that may yet be a label
_OPEN_WIDTH, _TITLE = 160, 14  # characters and words of a title or label, at most
_PER_WORD = 6  # characters, with the space behind it
_NUMERAL = re.compile(r"(?:\d{1,2}|[IVX]{1,5})\.?")
_FIRST = ({"1", "2"}, {"I", "II"})  # sections
_SECTION = re.compile(r"(\d{1,2}|[IVX]{1,5})\.? [A-ZÀ-Þ][^\W\d]* .*")
_QUESTION = 9  # words of a question that reads as a label
_ASKS_MORE = re.compile(r"[.!?…] ")
_BODY = 12  # words of a paragraph whose words count as the text's own, if two such use them
_LONG_BODY = 25  # words of one that needs no other
_SITE_TALK = 45  # words, at most, of a line that may be a website's
_SLACK = 3  # that a sentence may lack among lines of the website
_NEVER = -9  # the surplus of a line that no word makes a website's
_CAPTION_WORDS = 30
_SPEAKS, _CALLS = sign("site-speaks", 0), sign("site-calls", 0)
_CAPTION, _CAPTION_END = sign("caption"), sign("caption-end")

_T = TypeVar("_T")


class _Fact(Generic[_T]):
    """A property that a line's words alone decide: found when first asked for, once for all lines of these words."""

    def __init__(self, find: Callable[[Any], _T]) -> None:
        self._find, self._name, self.__doc__ = find, find.__name__, find.__doc__

    def __get__(self, line: PageLine, owner: type[PageLine]) -> _T:
        if self._name not in line.facts:
            line.facts[self._name] = self._find(line)
        found: _T = line.facts[self._name]
        line.__dict__[self._name] = found  # from now on a plain attribute, as it is of the lines to come
        return found


@lru_cache(maxsize=1 << 13)
def _facts(words: str) -> dict[str, Any]:
    """What is known of these words so far, by the property's name: lines repeat, and come back in each round."""
    return {}


class PageLine:
    """A line that is not blank: `text[start:end]` is `words`, stripped. By itself it is a page of one line.

    `alone` says that a blank line (or the page's edge) stands on both sides, `first` that one stands above; `above` is
    the line before it, None at the top. `own` are the words of websites that its text itself uses.
    """

    def __init__(
        self,
        words: str,
        start: int = 0,
        alone: bool = True,
        first: bool = True,
        above: PageLine | None = None,
        own: OwnWords | None = None,
    ) -> None:
        self.words, self.start, self.end = words, start, start + len(words)
        self.alone, self.first, self.above, self.own = alone, first, above, own
        self.facts = _facts(words)
        self.__dict__.update(self.facts)

    def __repr__(self) -> str:
        return f"PageLine({self.words!r}, {self.start})"

    @_Fact
    def plain(self) -> str:
        """The words as rules see them (residue.plain); '' when long."""
        return "" if len(self.words) > LONG else plain(self.words)

    @_Fact
    def count(self) -> int:
        """How many words it has; an estimate when it is long."""
        return len(self.words) // _PER_WORD if len(self.words) > LONG else len(self.words.split())

    @_Fact
    def prose(self) -> bool:
        """Whether it reads as running text: long, or a sentence of four words or more."""
        if len(self.words) > _PROSE_WIDTH or self.count > _PROSE or self._wrapped:
            return True
        return self.count > _CLAUSE and bool(_SENTENCE_END.search(self.words))

    @_Fact
    def _wrapped(self) -> bool:
        """Whether it may be one of the lines of a text that is broken by width."""
        return self.count >= _WRAPPED and holds_an_end(self.words)

    @_Fact
    def sentence(self) -> bool:
        """Whether it reads as running text, or is closed as a sentence is, however short."""
        return self.prose or len(self.words) > 1 and bool(_STOPPED.search(self.words))

    @_Fact
    def _open(self) -> bool:
        """Whether it is not closed as a sentence is, nor longer than a title may be in a window's bar."""
        if len(self.words) > _OPEN_WIDTH or self._wrapped or self.words.startswith((">", "- ")):
            return False
        if _CLOSED.search(self.words) or _NO_TITLE.search(self.words):
            return False
        return any(c.isalnum() for c in self.words)

    @_Fact
    def bare(self) -> bool:
        """Whether it reads as a title or label: short, and not closed as a sentence is.

        >>> PageLine("Weg met de klant").bare
        True
        """
        return self.bare_within(_TITLE)

    def bare_within(self, most: int) -> bool:
        """The same, for a title or label of `most` words."""
        return self._open and self.count <= most

    @_Fact
    def is_name(self) -> bool:
        """Whether it is one person's full name and nothing else."""
        return is_name(self.words)

    @_Fact
    def names(self) -> tuple[str, ...]:
        """The full names that it lists and nothing else."""
        return names(self.words)

    @_Fact
    def said(self) -> tuple[Field, ...] | None:
        """Who, when and where, for a line that says nothing else; None for any other."""
        return said(self.words)

    @_Fact
    def at_head(self) -> Residue | None:
        """The residue that it is above a text."""
        return residue(self.words, "head")

    @_Fact
    def at_foot(self) -> Residue | None:
        """The residue that it is below a text."""
        return residue(self.words, "foot")

    @_Fact
    def anywhere(self) -> Residue | None:
        """The residue that it is wherever it stands."""
        return residue(self.words, "anywhere")

    @_Fact
    def speaks(self) -> bool:
        """Whether it speaks to its reader, or of itself, as a website's sentences do."""
        return bool(_SPEAKS.match(self.plain))

    @_Fact
    def calls(self) -> bool:
        """Whether it tells its reader to do something on a website."""
        return bool(_CALLS.match(self.plain))

    @_Fact
    def _labels(self) -> bool:
        """Whether it is one short question, which above a form or a list reads as a label."""
        return self.count <= _QUESTION and self.words.endswith("?") and not _ASKS_MORE.search(self.words)

    @_Fact
    def site_surplus(self) -> int:
        """How far its words outweigh what is asked of a website's line; below 0 it is none."""
        return self.outweighs(frozenset())

    @cached_property
    def surplus(self) -> int:
        """The same, where words that the text itself uses tell nothing of a sentence."""
        more = self.site_surplus
        return self.outweighs(self.own.words) if self.own and more >= -_SLACK and self.sentence else more

    @property
    def site_talk(self) -> bool:
        """Whether it is the website's at an end of the page."""
        return self.surplus >= 0

    @cached_property
    def half_site_talk(self) -> bool:
        """Whether it says too little by itself and may be the website's, among lines that are."""
        if self.surplus < -(_SLACK if self.sentence and not self._labels else 1):
            return False
        return site_words.weight(self.plain, self.own.words if self.own else frozenset()) > self.sentence

    def outweighs(self, own: frozenset[str]) -> int:
        """How far its words, without these, outweigh what is asked of a website's line."""
        if self.count > _SITE_TALK or self.words.endswith(","):
            return _NEVER
        prose = self.sentence and not self._labels
        if prose and self.count > _CLAUSE and not self.speaks:
            return _NEVER
        return site_words.surplus(self.plain, self.count, prose, own)

    @cached_property
    def caption(self) -> bool:
        """Whether it belongs to a picture: 'Foto: …'."""
        fits = self.alone and self.count <= _CAPTION_WORDS
        return fits and bool(_CAPTION.fullmatch(self.words) or _CAPTION_END.fullmatch(self.words))

    @cached_property
    def goes_on(self) -> bool:
        """Whether it goes on in lower case right under running text that is not closed: it is none of a box."""
        if self.first or self.above is None or len(self.words) < _WIDE or not self.words[0].islower():
            return False
        above = self.above.words
        return len(above) >= _WIDE and not _CLOSED.search(above) and above[-1] not in "!?"

    @property
    def last_sentence(self) -> PageLine | None:
        """The last of several sentences, as a line; None where it is one."""
        at = max(map(self.words.rfind, (". ", "! ", "? "))) + 2
        return PageLine(self.words[at:], self.start + at, self.alone) if at > 2 else None


class OwnWords:
    """The words of websites that a text itself uses, gathered when first asked for: most texts never need them."""

    def __init__(self) -> None:
        self.page: Sequence[PageLine] = ()

    @cached_property
    def words(self) -> frozenset[str]:
        """An essay on newsletters may end with one."""
        own: frozenset[str] = frozenset()
        once: frozenset[str] = frozenset()
        for line in self.page:
            if line.count >= _BODY and line.prose and line.outweighs(own) < 0:
                used = site_words.telling(line.words[:LONG].lower())
                own, once = own | (used if line.count >= _LONG_BODY else used & once), once | used
        return own


@lru_cache(maxsize=4)
def page_lines(text: str) -> tuple[PageLine, ...]:
    """The lines of `text` that are not blank, in order."""
    spots: list[tuple[int, str, bool]] = []  # start, words, whether a blank line stands above
    last = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        spots.append((start, match.group().rstrip(), not spots or text.count("\n", last, start) > 1))
        last = end
    below = [*(first for _, _, first in spots), True][1:]
    own = OwnWords()
    page: list[PageLine] = []
    for (start, words, first), after in zip(spots, below, strict=True):
        page.append(PageLine(words, start, first and after, first, page[-1] if page else None, own))
    own.page = page
    return tuple(page)


def holds_an_end(words: str) -> bool:
    """Whether a sentence ends inside a line and another begins, as where lines are broken by width.

    >>> holds_an_end("wereld. Zelfs bij ons"), holds_an_end("bij mr. Jansen")
    (True, False)
    """
    return bool(_NEXT_SENTENCE.search(words))


def section_numbers(page: Sequence[PageLine]) -> frozenset[str]:
    """The lines '1', '2' … (or 'I', 'II' …) where they number the sections of the text; else they are counters."""
    numerals = frozenset(line.words for line in page if _NUMERAL.fullmatch(line.words))
    bare = {words.rstrip(".") for words in numerals}
    return numerals if any(first <= bare for first in _FIRST) else frozenset()


def section_headings(page: Sequence[PageLine]) -> frozenset[str]:
    """The headings '1 Uit het dorp', '2 …' that number the sections of the text."""
    found = [(line, _SECTION.fullmatch(line.words)) for line in page]
    numbered = {line.words: each[1] for line, each in found if each and line.bare and line.surplus < 0}
    return frozenset(numbered) if any(first <= {*numbered.values()} for first in _FIRST) else frozenset()
