"""How far each paragraph sounds like a reader who answers a text, against how the text itself sounds.

Nothing is decided here. A sign counts as far as the essay has it not: whoever says 'I' in each paragraph may do so in
the last. What a sign weighs stands in languages/voice.toml: the weights of a paragraph add up to the logarithm of the
odds that a reader wrote it.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from weerklank.clean.web.page_lines import PageLine
from weerklank.clean.web.setting import is_item, setting
from weerklank.clean.web.speakers import NAME_PART, NAMES, PICTURE, QUOTES, Paragraph, Whole, unmarked
from weerklank.languages.rules import sign, voice_weights

LOWEST, HIGHEST = -3.5, 4.0  # log odds that a paragraph gives, at least and at most
_SINGLE = 0.35  # log odds, at most, of a paragraph with one telling sign that is not sure: three are asked about
_SURE = 2.0  # weight of a sign that needs no second
_TAUGHT = 200  # paragraphs, at most, from which the sound of an essay is told
_FIRST = 3  # paragraphs that are the essay's, however they sound
_SHORTEST = 1.5  # the most that being short counts, in factors e
_TINY = 6  # words of a paragraph that is short for another reason
_CLOSE = 0.5  # of the essay's middle paragraph: shorter than it
_FEW = 3  # paragraphs below which a share of them says little
_LONG = 0.6  # of the essay's middle paragraph: as long as one of the essay's
_SHORT = 40  # words of a last paragraph that may become personal
_SIGNED = 40  # characters of a paragraph that may be signed, at least
_END = 60  # characters at its end in which the name stands

_TO_AUTHOR = frozenset({"addresses", "names the author", "surname"})
_OF_TEXT = _TO_AUTHOR | {"text", "thanks", "of the text", "praise"}
_SET = frozenset({"cites", "talk", "verse"})  # how the author sets others' words, which never speak of the text
_PERSONAL = frozenset({"I", "we", "kin"})  # an essay may become personal in its last words
_NAMED = frozenset({*NAMES, "says", "speaker", "full speaker"})

_PRAISE, _ON_TEXT, _OWN = sign("reader-praise"), sign("reader-on-text"), sign("author-adds")
_PICTURE, _FEELING = re.compile(PICTURE), re.compile(r"!!|[:;]-?[)(DP](?!\w)|\.{4,}")
_FELT = ("!!", ":", ";", "....")
_CLOSES = ".!?…:;\"'”’»)]"
_SAID = re.compile(r"[\"“„«‘][^\"“”„»’]{0,400}[\"“”»’]")
_DOES = re.compile(rf" (?:{sign('author-verb').pattern}) .{{0,60}}\b(?:{sign('author-role').pattern})\b", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?:[.!?…»”’\"] ?|[–—] ?|\()(?:gez\. |getekend:? |signed:? )?(?:\(?(?:Mrs|Mr|Ms|Dr|Frau|Herr)\.?\)? )?"
    r"(?P<who>[A-ZÀ-Þ][\w'’-]*\.?(?: (?:[A-ZÀ-Þ][\w'’-]*\.?|van|de|der|den|von)){0,3})(?:, [^.!?]{2,40}\.?)?\)?\.?"
    r"(?: [aA]\. ?[dD]\.)?$"
)


@dataclass
class _Essay:
    """What the paragraphs that sound like the essay teach of it: how often each sign, how long, whom it names."""

    signs: Counter[str] = field(default_factory=Counter)
    lengths: list[int] = field(default_factory=list)  # sorted
    last: int = 0
    people: set[str] = field(default_factory=set)  # the parts of names in its words

    def learn(self, line: PageLine, signs: set[str]) -> None:
        if len(self.lengths) < _TAUGHT:
            self.signs.update(signs)
            insort(self.lengths, line.count)
            self.last = line.count
            self.people.update(NAME_PART.findall(line.words))

    @property
    def middle(self) -> float:
        """The words of its middle paragraph; 0 before there is any."""
        return self.lengths[len(self.lengths) // 2] if self.lengths else 0

    def strength(self, name: str) -> float:
        """What a sign counts: 1, or less where the essay has it too, of which once is chance."""
        return min(1.0, max(0.0, 1 - 2 * (self.signs[name] - 0.5) / max(_FEW, len(self.lengths))))


def odds(
    page: Sequence[PageLine], found: Sequence[Paragraph], whole: Whole, gaps: frozenset[int] = frozenset()
) -> list[float]:
    """For each paragraph the logarithm of the odds that a reader wrote it, from LOWEST to HIGHEST."""
    return [total for _, total in weighed(page, found, whole, gaps)]


def weighed(
    page: Sequence[PageLine], found: Sequence[Paragraph], whole: Whole, gaps: frozenset[int] = frozenset()
) -> list[tuple[dict[str, float], float]]:
    """For each paragraph its signs, each with its strength (1, or less where the essay has it too), and the sum of
    their weights. `gaps` are the lines above which more than one blank line stood.
    """
    essay = _Essay()
    around = setting(page, found, whole.authors)
    result: list[tuple[dict[str, float], float]] = []
    for n, one in enumerate(found):
        says = _says(page, one, whole, essay)
        if 2 * n < len(found) or "announced" in around[n]:  # an open letter is an essay
            says -= _TO_AUTHOR
        says |= _marks(one, essay, says) | ({"apart"} if one.lines[0] in gaps else set())
        signs = {name: essay.strength(name) for name in says} | dict.fromkeys(around[n], 1.0)
        if says & _OF_TEXT:
            signs = {name: strength for name, strength in signs.items() if name not in _SET}
        signs |= _length(one, essay.middle) if not says & _TO_AUTHOR else {}
        if n and _closes(found[n - 1], essay):
            signs["below the close"] = 1.0
        if n and result[-1][1] > _SINGLE and "announced" not in around[n - 1]:
            signs.pop("announced", None)  # it is no author who announces here
        if n and n + 1 == len(found) and result[-1][1] <= 0 and _is_personal(one, signs):
            signs = {name: strength for name, strength in signs.items() if name not in _PERSONAL}
        total = _total(signs)
        if n < _FIRST or total <= 0:
            essay.learn(page[one.at], says)
        result.append((signs, total))
    return result


def _marks(one: Paragraph, essay: _Essay, says: set[str]) -> frozenset[str]:
    """The marks of a person beside a paragraph; none of a name that the essay itself tells of."""
    known = one.names & essay.people or "own" in says
    return one.marks - _NAMED if known else one.marks


def _is_personal(one: Paragraph, signs: dict[str, float]) -> bool:
    """Whether nothing beside a short paragraph tells of a reader, and nothing in it but that it becomes personal."""
    weights = voice_weights()
    telling = {name for name, strength in signs.items() if strength > 0 and not weights[name].free}
    return not one.marks and one.words <= _SHORT and telling <= _PERSONAL and "also" not in signs


def _total(signs: dict[str, float]) -> float:
    weights = voice_weights()
    total = weights["none"].weight + sum(weights[name].weight * strength for name, strength in signs.items())
    telling = [weights[name].weight for name, strength in signs.items() if strength > 0 and not weights[name].free]
    strong = [weight for weight in telling if weight > 0]
    most = HIGHEST if len(strong) > 1 or any(weight >= _SURE for weight in strong) else _SINGLE if strong else 0.0
    return max(LOWEST, min(most, total))


def _says(page: Sequence[PageLine], one: Paragraph, whole: Whole, essay: _Essay) -> set[str]:
    """The signs in a paragraph's words and at its end."""
    line, tongue = page[one.at], whole.tongue
    words = line.words
    bare = unmarked(words).lstrip(f"{QUOTES} ")
    if _OWN.match(bare):
        return {"own"}
    found = {name for name, expression in tongue.voices.items() if expression.search(words)} if tongue else set()
    above = [each.words for each in page[one.lines[0] : one.at]]
    found |= {"addresses"} if tongue and any(map(tongue.voices["addresses"].search, above)) else set()
    alone = tongue is not None and bool(tongue.alone.search(words))
    signs = {
        "I": alone,
        "we": not alone and tongue is not None and bool(tongue.first_person.search(words)),
        "exclamation": "!" in words,
        "question": "?" in words,
        "dots": words.endswith(("..", "…")),
        "small": _begins_small(page, one, essay),
        "item": is_item(line) and words[-1] in ".!?…",
        "unclosed": words[-1] not in _CLOSES,
        "praise": "thanks" not in found and bool(_PRAISE.match(bare)),
        "of the text": bool(_ON_TEXT.match(bare)),
        "feeling": bool(_PICTURE.search(words))
        or any(sign in words for sign in _FELT)
        and bool(_FEELING.search(words)),
        "signed": not _NAMED & one.marks and _is_signed(words, whole),
        "names the author": _names(words, whole.names - essay.people),
        "surname": _speaks_of(words, whole, essay),
        "quoted": words[0] in f">{QUOTES}",
        "bracketed": words[0] in "[(" and words[-1] in "])",
        "packed": not line.first,
    }
    return found | {name for name, is_so in signs.items() if is_so}


def _names(words: str, names: frozenset[str]) -> bool:
    return any(name in words and re.search(rf"\b{re.escape(name)}\b", words) for name in names)


def _speaks_of(words: str, whole: Whole, essay: _Essay) -> bool:
    """Whether a paragraph has an author's last name without the first, and is no note on what that person does."""
    names = whole.surnames - essay.people
    words = _SAID.sub("", words) if names else ""
    for name in names:
        for match in re.finditer(rf"\b{re.escape(name)}\b", words):
            above = words[: match.start()].split()[-1:]
            if not whole.names & {*above} and not _DOES.match(words, match.end()):
                return True
    return False


def _begins_small(page: Sequence[PageLine], one: Paragraph, essay: _Essay) -> bool:
    """Whether a paragraph that stands apart or below a name, and is no item, begins with a small letter."""
    line = page[one.at]
    apart = line.first or bool(_NAMED & one.marks)
    words = unmarked(line.words)
    words = words.partition(": ")[2] if one.speaker and not one.names & essay.people else words
    return apart and not is_item(line) and words.lstrip(f"{QUOTES}[( ")[:1].islower()


def _length(one: Paragraph, middle: float) -> dict[str, float]:
    """Whether a paragraph without marks is as long as the essay's, and how much shorter it is, as a logarithm."""
    if not middle:
        return {}
    ratio = math.log((max(one.words, _TINY) + 3) / (middle + 3))
    full = {"full": 1.0} if one.words >= _LONG * middle and not one.marks - {"word"} else {}
    return full | ({"short": min(_SHORTEST, -ratio)} if ratio < 0 else {})


def _closes(above: Paragraph, essay: _Essay) -> bool:
    """Whether the paragraph above is the only one that is far shorter than the essay's, as a last word is."""
    short = essay.middle * _CLOSE if len(essay.lengths) > 2 else 0
    return _FEW <= above.words < short and bisect_left(essay.lengths, short) <= (essay.last == above.words)


def _is_signed(words: str, whole: Whole) -> bool:
    match = _SIGNATURE.search(words[-_END:]) if len(words) > _SIGNED else None
    return match is not None and not _is_author(match["who"], whole)


def _is_author(who: str, whole: Whole) -> bool:
    """Whether a signature shares a word with the authors' names."""
    return bool({*NAME_PART.findall(who)} & whole.names)
