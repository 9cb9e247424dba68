"""How strongly a line speaks of the website it stood on: the words of rules/vocabulary.toml, added up.

A rule knows a sentence of one system; the words are what all systems share. They only ever tell at the
ends of a page, and a word that the text itself uses tells nothing there of running text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache

from weerklank.clean.text.structure import CALLS
from weerklank.clean.web.page_lines import LONG, PageLine, is_prose
from weerklank.clean.web.residue import residue
from weerklank.languages.rules import expression, families, sign

RULE = "site-talk"
_BODY = 12  # words of a paragraph whose words count as the text's own, if two such use them
_LONG = 25  # words of one that needs no other
_MOST = 45  # words
_CLOSED = re.compile(rf"(?<!\w\.\w)(?<!\.\.)[.!?][\"'”’»)\]]*{CALLS}$")
_SALES = ("account", "mailing", "subscription", "giving")
_SELLS = 3  # how far a line outweighs what is asked, between paragraphs
_SLACK = 3  # that a sentence may lack among lines of the website
_QUESTION = 9  # words
_ADDRESS = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}\.\w{2,20}|https?://|www\.|\b0\d{1,3}(?: ?- ?| )?\d[\d ]{5,9}\b|[€©]")
_ADDRESSED = sign("site-speaks", 0)  # a website's sentences speak to the reader, or of themselves
_CALLS = sign("site-calls", 0)
OFFERS = ("newsletter", "subscribers")
"""The rules about lines by which a website invites its reader."""
_TEXT = 16  # words that a text has at least
_TOKEN = re.compile(r"\w+")
_VOICE = re.compile(r"\b(?:ik|mij|mezelf)\b")  # an author speaks; a website says 'wij' and 'u'


@lru_cache(maxsize=1)
def _expressions() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    return tuple(
        (name, weight, re.compile(rf"(?<!\w)(?:{'|'.join(map(expression, words))})(?!\w)"))
        for name, weight, words in families()
    )


@lru_cache(maxsize=1 << 13)
def _found(plain: str, least: int = 1) -> tuple[tuple[str, int, frozenset[str]], ...]:
    """For each family of this weight at least with words in this line its name, its weight and those words."""
    near = set[int]().union(*map(_near, _TOKEN.findall(plain)))
    chosen = [each for n, each in enumerate(_expressions()) if n in near and each[1] >= least]
    hits = [(name, weight, frozenset(words.findall(plain))) for name, weight, words in chosen]
    return tuple(hit for hit in hits if hit[2])


@lru_cache(maxsize=1 << 13)
def _near(token: str) -> set[int]:
    """The numbers of the families of which a word may begin with this token: a line has few of them."""
    whole, begun, inside = _first_tokens()
    near = [whole[token]] if token in whole else []
    near += [begun[token[:size]] for size in range(1, len(token) + 1) if token[:size] in begun]
    near += [numbers for part, numbers in inside.items() if part in token]
    return set().union(*near)


@lru_cache(maxsize=1)
def _first_tokens() -> tuple[dict[str, set[int]], dict[str, set[int]], dict[str, set[int]]]:
    """The first tokens of the families' words, each with the numbers of these families: whole ones,
    beginnings ('abonnee*') and parts ('*abonn*').
    """
    whole, begun, inside = (defaultdict[str, set[int]](set) for _ in range(3))
    for n, (_, _, words) in enumerate(families()):
        for word in words:
            first = re.split(r"[^\w*]", word, maxsplit=1)[0]
            kind = inside if first.startswith("*") else begun if "*" in first else whole
            kind[first.strip("*").partition("*")[0]].add(n)
    return whole, begun, inside


class OwnWords:
    """The words of websites that a text itself uses, gathered when first asked for: most texts never need them."""

    def __init__(self, page: Sequence[PageLine]) -> None:
        self._page = page

    @cached_property
    def words(self) -> frozenset[str]:
        """An essay on newsletters may end with one."""
        own: frozenset[str] = frozenset()
        once: frozenset[str] = frozenset()
        for line in self._page:
            if line.count >= _BODY and is_prose(line) and _weighed(line, own) < 0:
                used = frozenset(w for _, _, words in _found(line.words[:LONG].lower(), 2) for w in words)
                own, once = own | (used if line.count >= _LONG else used & once), once | used
        return own

    @cached_property
    def begun(self) -> int:
        """The index of the line by which as many words of running text stand on the page as a text has at least."""
        words = 0
        for at, line in enumerate(self._page):
            words += unexplained(line)
            if words >= _TEXT:
                return at
        return len(self._page)


def unexplained(line: PageLine) -> int:
    """Its words, where it is running text that no rule knows."""
    return line.count if is_sentence(line) and not residue(line, "foot") else 0


NONE = OwnWords(())


_ADDRESS_WORDS = frozenset(word for name, _, words in families() if name == "address" for word in words)
"""The words of address: an author uses them as much as a website."""


def site_weight(plain: str, own: frozenset[str] = frozenset()) -> int:
    """The weight of a line: of each family its weight for a first word, one for a second, two for more.

    >>> site_weight("schrijf u in voor onze nieuwsbrief"), site_weight("de wethouder zweeg")
    (6, 0)
    """
    weight = 4 if _ADDRESS.search(plain) else 0
    for _, first, words in _found(plain):
        left = len(words - own)
        weight += (0, first, first + 1, first + 3)[left] if left < 3 + 1 else first + 5
    return weight


def asked(count: int, prose: bool) -> int:
    """The weight that a line of `count` words must have to be a website's: more for a sentence."""
    if prose:
        return 5 if count <= 3 else 6 if count <= 14 else 7 if count <= 24 else 9
    return 2 if count <= 3 else 3 if count <= 9 else 4


def is_sentence(line: PageLine) -> bool:
    """Whether a line reads as running text, or is closed as a sentence is, however short."""
    return line.prose or len(line.words) > 1 and _closed(line.words)


@lru_cache(maxsize=1 << 13)
def _closed(words: str) -> bool:
    return bool(_CLOSED.search(words))


def _asks(line: PageLine) -> bool:
    """Whether a line is one short question, which above a form or a list reads as a label."""
    return line.count <= _QUESTION and line.words.endswith("?") and not re.search(r"[.!?…] ", line.words)


def surplus(line: PageLine, own: OwnWords) -> int:
    """How far a line outweighs what is asked of it; below 0 it is none of the website's words."""
    more = _weighed(line, frozenset())
    return _weighed(line, own.words) if more >= -_SLACK and is_sentence(line) else more


def _weighed(line: PageLine, own: frozenset[str]) -> int:
    """How far a line outweighs what is asked of it; below 0 it is none of the website's words."""
    return _outweighs(line.words, own) if line.count <= _MOST and line.plain else -9


@lru_cache(maxsize=1 << 13)
def _outweighs(words: str, own: frozenset[str]) -> int:
    line = PageLine(0, len(words), words, True)
    count = line.count
    prose = is_sentence(line) and not _asks(line)
    if line.words.endswith(",") or prose and count > 3 and not speaks(line):
        return -9
    weight = site_weight(line.plain, own if prose else frozenset())
    return weight - asked(count, prose) - (2 if prose and _VOICE.search(line.plain) else 0)


def is_talk(line: PageLine, own: OwnWords) -> bool:
    """Whether a line at an end of the page is the website's."""
    return surplus(line, own) >= 0


def speaks(line: PageLine) -> bool:
    """Whether a line speaks to its reader, or of itself, as a website's sentences do."""
    return bool(_ADDRESSED.match(line.plain))


def calls(line: PageLine) -> bool:
    """Whether a line tells its reader to do something on a website."""
    return bool(_CALLS.match(line.plain))


def names_site(line: PageLine) -> bool:
    """Whether more than a verb speaks of a website in a line; that it addresses somebody does not count."""
    return site_weight(line.plain, _ADDRESS_WORDS) > 1


def sells(line: PageLine, own: OwnWords) -> bool:
    """Whether a line between the paragraphs calls on the reader to subscribe, to log in or to give.

    It must speak to the reader, and of two such things; plainly so, or with a call.
    """
    more = surplus(line, own) if line.alone else -1
    if more < 1 or not (speaks(line) if more >= _SELLS else calls(line)):
        return False
    return sum(len(words - own.words) for name, _, words in _found(line.plain) if name in _SALES) > 1


def is_half_talk(line: PageLine, own: OwnWords) -> bool:
    """Whether a line that says too little by itself may be the website's, among lines that are."""
    sentence = is_sentence(line)
    slack = _SLACK if sentence and not _asks(line) else 1
    return line.count <= _MOST and surplus(line, own) >= -slack and site_weight(line.plain, own.words) > sentence
