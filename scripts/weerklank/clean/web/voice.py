"""How far each paragraph sounds like a reader who answers a text, against how the text itself sounds.

Nothing is decided here. A sign counts as far as the essay has it not: whoever says 'I' in each paragraph may do so in
the last. What a sign weighs (languages/voice.toml) was fitted on paragraphs of essays and of comments: the weights of a
paragraph add up to the logarithm of the odds that a reader wrote it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from weerklank.clean.web.page_lines import PageLine
from weerklank.clean.web.speakers import FEELING, QUOTES, SPEAKS_OF_TEXT, Paragraph, Whole, unmarked
from weerklank.languages.rules import sign, voice_weights

_LOWEST = -1.0  # log odds that a paragraph gives, at least: a long comment holds paragraphs that say nothing
SINGLE = 0.5  # and at most, with one telling sign
_HIGHEST = (0.0, SINGLE, 4.0)  # without any, with one, with several
_LAST_WORD = 2.5  # log odds to which an essay's last word may come by chance
_UPPER = 2 / 3  # share of the paragraphs, at most, that tell how the essay sounds
_FEW = 3  # paragraphs below which a share of them says little
_TWICE = 2  # a sign in half of the essay's paragraphs says nothing
_CLOSE = 0.5  # of the essay's middle paragraph: shorter than it
_BELOW = 4  # paragraphs below such a last word
_LATER = 0.6  # what it counts for the second and further
_TINY = 6  # words of a paragraph that is short for another reason
_SIGNED = 40  # characters of a paragraph that may be signed, at least
_END = 60  # characters at its end in which the name stands
_FREE = (
    "short",
    "long",
    "question",
    "exclamation",
    "judges",
    "unclosed",
    "quoted",
    "below the close",
)  # say nothing alone
_PRAISE = sign("reader-praise")
_OWN = sign("author-adds")
_UNCLOSED = re.compile(r"[^.!?…:;\"'”’»)\]]$")
_SIGNATURE = re.compile(
    r"(?:[.!?…»”’\"] ?|[–—] ?|\()(?:gez\. |getekend:? |signed:? )?(?:\(?(?:Mrs|Mr|Ms|Dr|Frau|Herr)\.?\)? )?"
    r"(?P<who>[A-ZÀ-Þ][\w'’-]*\.?(?: (?:[A-ZÀ-Þ][\w'’-]*\.?|van|de|der|den|von)){0,3})(?:, [^.!?]{2,40}\.?)?\)?\.?"
    r"(?: [aA]\. ?[dD]\.)?$"
)
_NAME_BELOW = re.compile(r"(?:[–—-] ?)?\(?(?P<who>[A-ZÀ-Þ][^\n]*)")
_NAME_WORDS = 8  # words of a name with what belongs to it
_CALLED = re.compile(r"^@\w|, [A-ZÀ-Þ][a-zà-ÿ]{2,12}(?:[.!,]|$)(?! [a-z])|^[A-ZÀ-Þ][a-zà-ÿ]{2,12}, (?:[a-zà-ÿ]|I\b)")
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]{2,}")


def voices(
    page: Sequence[PageLine], found: Sequence[Paragraph], whole: Whole, gaps: frozenset[int] = frozenset()
) -> tuple[list[float], list[bool]]:
    """For each paragraph the logarithm of the odds that a reader wrote it, from -1 to 4 (all 0 in a language without
    rules), and whether the essay shows that it ends above it. `gaps` are the lines above which more than one blank
    line stood.
    """
    weights = voice_weights()
    odds: list[float] = []
    signs_of_all = evidence(page, found, whole, gaps)
    nothing: dict[str, float] = {}
    for signs, below in zip(signs_of_all, [*signs_of_all[1:], nothing], strict=False):
        total = weights["none"] + sum(weights[name] * strength for name, strength in signs.items())
        telling = sum(strength > 0 and name not in _FREE for name, strength in signs.items())
        most = 0.0 if below.get("below the close") == 1 and total < _LAST_WORD else _HIGHEST[min(telling, 2)]
        odds.append(max(_LOWEST, min(most, total)))
    bounds = [signs.get("below the close") == 1 or "apart" in signs for signs in signs_of_all]
    return odds if whole.tongue else [0.0] * len(found), bounds


def evidence(
    page: Sequence[PageLine], found: Sequence[Paragraph], whole: Whole, gaps: frozenset[int] = frozenset()
) -> list[dict[str, float]]:
    """For each paragraph the signs of a reader's voice in it, each with its strength: 1, or less where the essay has
    it too.
    """
    own: Counter[str] = Counter()
    lengths: list[int] = []
    words = ""
    closed = len(found)
    result: list[dict[str, float]] = []
    for n, one in enumerate(found):
        line = page[one.at]
        says = _says(line, one, whole)
        signs = {name: _strength(own[name], len(lengths)) for name in says}
        signs |= _length(one, lengths) | _shape(page, one, whole, words)
        signs |= {"apart": 1.0} if one.lines[0] in gaps else {}
        asks = n > 0 and page[found[n - 1].at].words.endswith("?")
        closed = n if n and not asks and _closes(found[n - 1], lengths) else closed
        signs |= {"below the close": 1.0 if n == closed else _LATER} if 0 <= n - closed < _BELOW else {}
        if n + 1 == len(found) and not whole.authors and not {"signed", "signed below"} & {*(result or [{}])[-1]}:
            signs = {
                name: strength for name, strength in signs.items() if not name.startswith("signed")
            }  # so one signs
        result.append(signs)
        if n < max(2, int(_UPPER * len(found))):
            own.update(says)
            lengths.append(one.words)
            words += f" {line.words}"
    return result


def _strength(often: int, paragraphs: int) -> float:
    """What a sign counts that `often` of the essay's paragraphs have: once is chance."""
    return min(1.0, max(0.0, 1 - _TWICE * (often - 0.5) / max(_FEW, paragraphs)))


def _says(line: PageLine, one: Paragraph, whole: Whole) -> set[str]:
    """The signs in the words of a paragraph that an essay may have as well."""
    found = {name for name, words in whole.tongue.voices.items() if words.search(line.words)} if whole.tongue else set()
    speaks = bool(whole.tongue and whole.tongue.first_person.search(line.words))
    kinds = {
        "I": one.alone,
        "we": speaks and not one.alone,
        "exclamation": "!" in line.words,
        "question": "?" in line.words,
    }
    kinds["unclosed"] = bool(_UNCLOSED.search(line.words))
    return found | {name for name, is_so in kinds.items() if is_so}


def _closes(above: Paragraph, lengths: Sequence[int]) -> bool:
    """Whether the paragraph above is the only one that is far shorter than the essay's, as a last word is."""
    short = median(lengths) * _CLOSE if len(lengths) > 2 else 0
    return _FEW <= above.words < short and sum(length < short for length in lengths[1:]) <= (lengths[-1] == above.words)


def _length(one: Paragraph, lengths: Sequence[int]) -> dict[str, float]:
    """How much shorter or longer a paragraph is than the essay's, as a logarithm."""
    if not lengths or one.words < _TINY:
        return {}
    ratio = math.log((one.words + 3) / (median(lengths) + 3))
    return {"long": ratio} if ratio > 0 else {"short": min(2.0, -ratio)}


def _shape(page: Sequence[PageLine], one: Paragraph, whole: Whole, above: str) -> dict[str, float]:
    """The signs in how a paragraph begins and ends, and in whom it names; `above` are the essay's words."""
    words = page[one.at].words
    bare = unmarked(words).lstrip(f"{QUOTES} ")
    names = [name for author in whole.authors for name in _NAME.findall(author)]
    signs = {
        "praise": bool(_PRAISE.match(bare)),
        "of the text": bool(SPEAKS_OF_TEXT.match(bare)),
        "feeling": bool(FEELING.search(words)),
        "signed": _is_signed(words, whole),
        "signed below": _is_signed_below(page, one, whole),
        "names the author": any(re.search(rf"\b{re.escape(name)}\b", words) for name in names if name not in above),
        "called": bool(_CALLED.search(bare)),
        "quoted": words[0] in f">{QUOTES}",
        "marked": one.sure,
        "repeats": one.sure and words.startswith(">"),
        "own": bool(_OWN.match(bare)),
    }
    return {name: 1.0 for name, is_so in signs.items() if is_so}


def _is_signed(words: str, whole: Whole) -> bool:
    match = _SIGNATURE.search(words[-_END:]) if len(words) > _SIGNED else None
    return match is not None and not _is_author(match["who"], whole)


def _is_signed_below(page: Sequence[PageLine], one: Paragraph, whole: Whole) -> bool:
    line = page[one.lines[1]]
    match = _NAME_BELOW.match(line.words) if one.lines[1] > one.at and line.count <= _NAME_WORDS else None
    return match is not None and not _is_author(match["who"], whole)


def _is_author(who: str, whole: Whole) -> bool:
    """Whether a signature shares a word with the authors' names."""
    return bool({*_NAME.findall(who)} & {name for author in whole.authors for name in _NAME.findall(author)})
