"""Whether a text surely ends with its author: the second witness against readers' comments, beside the rules.

No phrase decides here. How far each paragraph sounds like a reader (voice.py) is added up over the sequence: of all
ways to part the text into the author's and others' words the likeliest is taken, and where it gives others a part the
editor is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from weerklank.clean.text.structure import blocks
from weerklank.clean.web.broken_lines import unbroken
from weerklank.clean.web.page_lines import PageLine, page_lines
from weerklank.clean.web.setting import SURE, heading_above, is_like
from weerklank.clean.web.speakers import Paragraph, is_button, is_rule, is_stamp, paragraphs
from weerklank.clean.web.thread_in_line import thread_within
from weerklank.clean.web.voice import odds
from weerklank.languages.detect import likely
from weerklank.languages.person_names import is_name
from weerklank.languages.rules import tongues
from weerklank.model import Block, Cleaned

_ESSAY = 25  # words that an essay has before others may speak below it
_OTHERS, _AUTHOR = 0.7, 1.2  # log odds against that others begin to speak, and that the author goes on below them
_WITHIN = 1.5  # log odds against either within paragraphs that are set alike
_TEXT = 40  # words from which the language of a text can be told
_NAME = 60  # characters of a name
_NEAR = 12  # lines above the first comment's author in which the heading stands
_GAPS = 2  # wide gaps in a text, at most, where they tell anything
_LONG = 0.7  # of the essay's middle paragraph: as long as one of the essay's
_WIDE = re.compile(r"\n[^\S\n]*\n[^\S\n]*\n[^\S\n]*\Z")
_GLUED = re.compile(r"\S[^\S\n]*\n[^\S\n]*\Z")


def doubtful(cleaned: Cleaned, language: str | None = None, known: Sequence[str] = ()) -> tuple[Block, ...]:
    """The blocks of a cleaned text that may be others' words; () where its end is certain.

    `language` is the code that an editor gave (None: find out), `known` are authors that the
    text may not name. Of a text in a language without rules the last
    blocks are in doubt, whatever they say.
    """
    text = cleaned.text
    authors = cleaned.metadata.authors or tuple(known)
    stretches = unplaced(_with_names_apart(cleaned), authors, _gaps(cleaned))
    stretches, above = _with_thread_in_line(text, stretches), _above_the_cut(cleaned)
    stretches = (*(one for one in stretches if one[1] <= above[0][0]), *above) if above else stretches
    if not stretches and (below := _below_the_cut(cleaned)):
        return below
    if not stretches and (is_foreign(text) if language is None else not has_rules(language)):
        stretches = _last_blocks(text)
    return tuple(block for start, end in stretches for block in blocks(text[start:end], start))


def unplaced(text: str, authors: Sequence[str] = (), gaps: Sequence[int] = ()) -> tuple[tuple[int, int], ...]:
    r"""The stretches of the reading text that may be others', each (start, end); () where all is surely the author's.

    `gaps` are the offsets above which more than one blank line stood.

    >>> essay = "De rij is lang en wie erin staat weet niet waarvoor, want dat zegt men hem niet. " * 6
    >>> unplaced(f"{essay}\n\nWie wacht, leert.")
    ()
    >>> len(unplaced(f"{essay}\n\nEls\n9 jr\nIk stond er ook.\n\nkees_79\n9 jr\nMijn vader ook!"))
    1
    """
    page = unbroken(page_lines(text))
    found, whole = paragraphs(page, text, authors)
    wide = frozenset(n for n, line in enumerate(page) if line.start in gaps) | _ruled_off(page)
    others = _likeliest(odds(page, found, whole, wide), _ties(page, found), found)
    starts = [page[heading_above(page, found[first])[0]].start for first, _ in others]
    ends = [len(text.rstrip()) if last + 1 == len(found) else page[found[last].lines[1]].end for _, last in others]
    return tuple(zip(starts, ends, strict=True))


def _with_thread_in_line(text: str, stretches: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """These stretches, the last with what stands below where comments run on in one line."""
    at = thread_within(text)
    if at is None:
        return stretches
    above = [(start, end) for start, end in stretches if "\n" in text[start:at]]
    last = above.pop()[0] if above and above[-1][1] >= at else at
    return (*((start, min(end, at)) for start, end in above), (last, len(text.rstrip())))


def _with_names_apart(cleaned: Cleaned) -> str:
    """The reading text with the line ends of the source back where a name stood on a line of its own."""
    text = cleaned.text
    joints = [s.to for s in cleaned.ledger.spans if s.to is not None and "\n" in s.before and s.after == " "]
    lines = [(text.rfind("\n", max(0, at - _NAME), at) + 1, at) for at in joints]
    named = {at for start, at in lines if start and is_name(text[start:at])}
    return "".join("\n" if at in named else c for at, c in enumerate(text)) if named else text


def _ruled_off(page: Sequence[PageLine]) -> frozenset[int]:
    """The lines with which what a rule parts from the rest begins, where few rules stand in a text."""
    rules = [n for n, line in enumerate(page) if n and line.alone and is_rule(line)]
    return frozenset(each for n in rules for each in (n, n + 1)) if len(rules) <= _GAPS else frozenset()


def _ties(page: Sequence[PageLine], found: Sequence[Paragraph]) -> list[bool]:
    """Whether each paragraph is set like the one above it, or stands in one heap with it."""
    return [n > 0 and (not page[one.lines[0]].first or is_like(page, found[n - 1], one)) for n, one in enumerate(found)]


def _likeliest(others: Sequence[float], ties: Sequence[bool], found: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """The stretches (first, last) of others' paragraphs in the likeliest way to part a sequence of these log odds."""
    author, other = 0.0, float("-inf")  # the sums of the likeliest ways that end with the author, and with others
    steps: list[tuple[bool, bool]] = []  # for each paragraph whether others stood above: for the author, for others
    above = 0
    for one, weight, tied in zip(found, others, ties, strict=True):
        within = _WITHIN if tied else 0.0
        back, over = other - _AUTHOR - within, author - _OTHERS - within if above >= _ESSAY else float("-inf")
        steps.append((back > author, other > over))
        author, other = max(author, back), max(other, over) + weight
        above += one.words
    speaks = other > author
    stretches: list[tuple[int, int]] = []
    for n in range(len(found) - 1, -1, -1):
        if speaks:
            last = stretches.pop()[1] if stretches and stretches[-1][0] == n + 1 else n
            stretches.append((n, last))
        speaks = steps[n][speaks]
    return stretches[::-1]


def _gaps(cleaned: Cleaned) -> tuple[int, ...]:
    """The offsets in the reading text above which more than one blank line stood in the source, where few are."""
    spans = cleaned.ledger.spans
    text = ""
    offsets: list[int] = []
    for span in spans:
        if span.to is not None and span.after.strip():
            begins = span.to + len(span.after) - len(span.after.lstrip())
            head = text + span.before[: len(span.before) - len(span.before.lstrip())]
            offsets += [begins] if _WIDE.search(head) else []
            text = span.before[len(span.before.rstrip()) :]
        else:
            text += span.before
    inner = [at for at in offsets if at > 0]
    return tuple(inner) if len(inner) <= _GAPS else ()


def has_rules(language: str) -> bool:
    """Whether a language code is one of those that have rules for what stands below an essay."""
    return language.partition("-")[0].lower() in {tongue.code for tongue in tongues()}


def is_foreign(text: str) -> bool:
    """Whether a text is long enough to tell that no language with rules is its own."""
    return likely(text) is None and len(re.findall(r"[^\W\d_]{2,}", text)) >= _TEXT


def _last_blocks(text: str, most: int = 3) -> tuple[tuple[int, int], ...]:
    firsts = [line.start for line in page_lines(text) if line.first]
    return ((firsts[-most:][0], len(text.rstrip())),) if firsts else ()


def _above_the_cut(cleaned: Cleaned) -> tuple[tuple[int, int], ...]:
    """The last paragraph, where the rules cut at a name and time that may well stand below the words of a comment; all
    that stands below a heading of comments above it.
    """
    cut = [span for span in cleaned.ledger.spans if span.rule == "comments"]
    source = cleaned.ledger.source() if cut else ""
    below = page_lines(source[cut[0].start : cut[-1].end].strip()) if cut else ()
    page = page_lines(cleaned.text)
    if not below or not page:
        return ()
    headed = _below_heading(cleaned, page_lines(source[: cut[0].start]))
    if headed is not None and len(cleaned.text[:headed].split()) >= _ESSAY:
        return ((headed, page[-1].end),)
    if not _is_name_and_time(below[0]):
        return ()
    said = [line for line in below if not line.at_foot and not is_button(line)]
    if _GLUED.search(source[: cut[0].start]) or said and _is_name_and_time(said[-1]):
        return ((page[-1].start, page[-1].end),)
    return ()


def _below_heading(cleaned: Cleaned, above: Sequence[PageLine]) -> int | None:
    """Where in the reading text that begins which stood below a heading of comments, of the last lines above."""
    near = above[-_NEAR:]
    headings = [line.end for line in near if line.at_foot and line.at_foot.kind == "comments-heading"]
    places = [
        span.to + max(0, headings[-1] - span.start)
        for span in cleaned.ledger.spans
        if headings and span.to is not None and span.end > headings[-1] and span.after.strip()
    ]
    return min(places, default=None)


def _below_the_cut(cleaned: Cleaned) -> tuple[Block, ...]:
    """What the rules cut with the comments and may be the essay going on: long, without signs, below the last button.

    These blocks stand nowhere in the reading text (`start` is -1).
    """
    cut = [span for span in cleaned.ledger.spans if span.rule == "comments" and span.verdict == "removed"]
    own = [line.count for line in page_lines(cleaned.text) if line.prose]
    text = cut[-1].before if cut else ""
    page = page_lines(text)
    found, _ = paragraphs(page, text, cleaned.metadata.authors)
    last = max((n for n, one in enumerate(found) if one.marks & SURE), default=len(found))
    if not own or last >= len(found) - 1 or not is_button(page[found[last].lines[1]]):
        return ()
    rest = [page[one.at] for one in found[last + 1 :]]
    essay = [line for line in rest if line.count >= _LONG * median(own) and not line.at_foot]
    return tuple(Block("paragraph", line.words) for line in essay) if len(essay) == len(rest) else ()


def _is_name_and_time(line: PageLine) -> bool:
    return is_stamp(line.words) and not line.prose
