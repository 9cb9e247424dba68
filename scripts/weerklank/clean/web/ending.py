"""Whether a text surely ends with its author: the second witness against readers' comments, beside the rules.

No phrase decides here. What tells of other speakers (speakers.py) is added up: where paragraphs with such signs stand
together below the essay, in a layout that the essay itself has not, nobody guesses, and the editor is asked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from statistics import median

from weerklank.clean.text.structure import blocks
from weerklank.clean.web.page_lines import PageLine, page_lines
from weerklank.clean.web.speakers import (
    LONG,
    PRAISE,
    QUOTES,
    SURE,
    Paragraph,
    Whole,
    is_button,
    is_stamp,
    language_of,
    paragraphs,
)
from weerklank.clean.web.voice import SINGLE, voices
from weerklank.languages.rules import sign, tongues
from weerklank.model import Block, Cleaned, Span

_ASK = 3.0  # weight from which paragraphs together may be others'
_ANSWERS = 1.2  # log odds from which paragraphs together sound like readers
_HEADED = 0.6  # log odds for each unit of a heading's weight
_MAY_BE = 1.0  # weight from which one paragraph may
_ESSAY = 60  # words that an essay has before others may speak below it
_COLUMN = 25  # words of a short column below which others may answer
_VOICES = 2.0  # the most that praise and first persons may weigh together
_SHORT = 40  # words of a paragraph in which they may tell
_DENSE = 0.34  # share of the paragraphs below an essay that must have signs: a comment may have several
_SPARSE = 0.2  # share of the essay's own paragraphs that may have some too
_TURNS = 0.67  # share of the speakers' names that differ, at most, where speakers take turns
_QUESTION = 14  # words of a question that is put to someone
_LAST = 200  # characters of a paragraph in which it announces what follows
_TURN = 3  # paragraphs in which people take turns, more than
_FEW = 4  # paragraphs: of an essay that never says 'I' at least, of those below it that do at most
_TRIES = 50  # places from which on others may speak: those further down are parts of these
_NOTES = 40  # lines below the heading of notes
_TEXT = 40  # words from which the language of a text can be told
_HEADING_SURE = sign("reader-heading-sure")
_HEADING, _ANNOUNCES, _SOURCES = sign("reader-heading"), sign("announces-others"), sign("sources-heading")
_SENTENCE = re.compile(r"[.!,;]$")
_GAPS = 2  # wide gaps in a text, at most, where they tell anything
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
    stretches = (
        unplaced(text, authors, gaps=_gaps(cleaned)) or _unplaced_lines(cleaned, authors) or _above_the_cut(cleaned)
    )
    if not stretches and (below := _below_the_cut(cleaned)):
        return below
    if not stretches and (is_foreign(text) if language is None else not has_rules(language)):
        stretches = _last_blocks(text)
    return tuple(block for start, end in stretches for block in blocks(text[start:end], start))


def unplaced(
    text: str, authors: Sequence[str] = (), broken: bool = False, gaps: Sequence[int] = ()
) -> tuple[tuple[int, int], ...]:
    r"""The stretches of the reading text that may be others', each (start, end); () where all is surely the author's.

    `broken`: its lines are those of a scrape; `gaps` are the offsets above which more than one blank line stood.

    >>> essay = "De rij is lang en wie erin staat weet niet waarvoor, want dat zegt men hem niet. " * 6
    >>> unplaced(f"{essay}\n\nWie wacht, leert.")
    ()
    >>> len(unplaced(f"{essay}\n\nEls\n9 jr\nIk stond er ook.\n\nkees_79\n9 jr\nMijn vader ook!"))
    1
    """
    page = page_lines(text)
    found, whole = paragraphs(page, text, authors, broken)
    wide = frozenset(n for n, line in enumerate(page) if line.start in gaps)
    first = _below(page, found, whole)
    first = _answering(page, found, whole, wide) if first is None and not broken else first
    if first is not None:
        heading = _heading_above(page, first)
        return ((page[first if heading is None else heading].start, len(text.rstrip())),)
    return tuple((page[a].start, page[b].end) for a, b in _inserted(page, found))


def _unplaced_lines(cleaned: Cleaned, authors: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """The stretches that are in doubt by the lines of the source, of which some were joined in the reading text."""
    spans = [span for span in cleaned.ledger.spans if span.to is not None]
    joined = any(span.verdict == "changed" and "\n" in span.before for span in spans)
    if cleaned.printed or not joined:
        return ()
    place = _places(spans)
    text = cleaned.text
    found = unplaced("".join(span.before for span in spans), authors, broken=True)
    return tuple((text.rfind("\n\n", 0, place(start) + 1) + 1, place(end)) for start, end in found)


def _places(spans: Sequence[Span]) -> Callable[[int], int]:
    """A function from an offset in the words before the cleaning of `spans` to that in the reading text."""
    starts = list(accumulate((len(span.before) for span in spans), initial=0))

    def place(offset: int) -> int:
        n = max(bisect_right(starts, offset) - 1, 0)
        span = spans[min(n, len(spans) - 1)]
        return (span.to or 0) + min(offset - starts[n], len(span.after))

    return place


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
    return language_of(text) is None and len(re.findall(r"[^\W\d_]{2,}", text)) >= _TEXT


def _last_blocks(text: str, most: int = 3) -> tuple[tuple[int, int], ...]:
    firsts = [line.start for line in page_lines(text) if line.first]
    return ((firsts[-most:][0], len(text.rstrip())),) if firsts else ()


def _below(page: Sequence[PageLine], found: Sequence[Paragraph], whole: Whole) -> int | None:
    """The index of the first line below the essay that may be another's, None where there is none."""
    above = signed = tries = 0
    left = sum(one.weight >= _MAY_BE for one in found)
    for n, one in enumerate(found):
        dense = left >= _DENSE * (len(found) - n)
        headed = (one.words < LONG * whole.middle or one.weight > 0) and _heading_weight(page, one) > 0
        begins = (
            one.weight >= _MAY_BE
            and dense
            or headed
            or 0 < len(found) - n <= _FEW
            and _shift(page, found[:n], found[n:], whole) > 0
        )
        if begins and above >= _ESSAY and signed <= _SPARSE * n and tries < _TRIES:
            tries += 1
            if _is_theirs(page, found[:n], found[n:], whole):
                return one.lines[0]
        above += one.words
        signed += one.weight >= _MAY_BE
        left -= one.weight >= _MAY_BE
    return None


def _answering(page: Sequence[PageLine], found: Sequence[Paragraph], whole: Whole, gaps: frozenset[int]) -> int | None:
    """The index of the first line from which on the paragraphs together sound like readers, None where none do."""
    odds, bounds = voices(page, found, whole, gaps)
    announced = _announced(page, found)
    above = sum(one.words for one in found)
    total, most, first = 0.0, (False, _ANSWERS), None
    speak = 0  # how many paragraphs say more than one thing of who speaks, or say 'I'; two where only that
    for n in range(len(found) - 1, 0, -1):
        above -= found[n].words
        total += min(odds[n], 0) if announced[n] else odds[n]
        speak += 0 if announced[n] else 2 if odds[n] > SINGLE else found[n].alone
        headed = _HEADED * _heading_weight(page, found[n])
        weight = (bounds[n] or headed > 0, total + headed)  # where the essay shows that it ends goes before
        begins = above >= _COLUMN and not _is_like(page, found[n - 1], found[n]) and (speak > 1 or headed)
        if begins and weight[1] > _ANSWERS and weight > most and not _is_set_so(page, found[:n], found[n:], whole):
            most, first = weight, found[n].lines[0]
    return first


def _announced(page: Sequence[PageLine], found: Sequence[Paragraph]) -> list[bool]:
    """Whether each paragraph is one of those with which the author lets others speak: the first below the words that
    say so, and those set like it; and the answers where questions are put, with the questions.
    """
    asks = [_is_question(page[one.at]) for one in found]
    answers = sum(asks) > 1
    result = [answers and asks[0]] if found else []
    for n, (above, one) in enumerate(pairwise(found), 1):
        answer = answers and (asks[n] or asks[n - 1] or _is_question(page[one.at - 1]))
        result.append(answer or _announces(page, above) or result[-1] and _is_like(page, above, one))
    return result


def _is_question(line: PageLine) -> bool:
    return line.first and line.words.endswith("?") and line.count <= _QUESTION


def _is_set_so(page: Sequence[PageLine], own: Sequence[Paragraph], tail: Sequence[Paragraph], whole: Whole) -> bool:
    """Whether the author may have set the paragraphs of `tail` so."""
    return (
        _is_own_layout(page, own, tail, whole)
        or _is_under_sources(page, tail[0])
        or (_are_cards(tail) and not _heading_weight(page, tail[0]))
    )


def _is_like(page: Sequence[PageLine], one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs are set alike: both with a name before their words, a mark beside them, or quoted."""
    if one.speaker or other.speaker:
        return bool(one.speaker and other.speaker)
    quoted = [page[each.at].words[0] in f">{QUOTES}" for each in (one, other)]
    return all(quoted) or one.marks >= _MAY_BE and other.marks >= _MAY_BE


def _is_theirs(page: Sequence[PageLine], own: Sequence[Paragraph], tail: Sequence[Paragraph], whole: Whole) -> bool:
    """Whether the paragraphs of `tail`, to the end of the text, have a layout and voice that is not the essay's."""
    headed = _heading_weight(page, tail[0])
    shift = _shift(page, own, tail, whole)
    if sum(one.weight >= _MAY_BE for one in tail) < _DENSE * len(tail) and not (headed or shift):
        return False
    sure = any(one.sure for one in tail)
    if not sure and _is_set_so(page, own, tail, whole):
        return False
    if _ends_long(tail, whole.middle, sure) or not headed and _is_signature(page, tail):
        return False
    voices = [one.voice for one in tail if one.words < max(whole.middle, _SHORT)]
    praise = sum(voice for voice in voices if voice >= PRAISE)
    others = min(_VOICES, sum(voice for voice in voices if voice < PRAISE))
    marks = sum(one.marks for one in tail) - (_MAY_BE if sum(bool(one.speaker) for one in tail) == 1 else 0)
    return marks + praise + others + headed + shift >= _ASK


def _ends_long(tail: Sequence[Paragraph], middle: float, sure: bool) -> bool:
    """Whether the author speaks last: a paragraph as long as the essay's without any signs, or two below sure signs."""
    last = tail[-1 - sure :]
    return len(tail) > 1 + sure and all(one.weight < _MAY_BE / 2 and one.words >= LONG * middle for one in last)


def _shift(page: Sequence[PageLine], own: Sequence[Paragraph], tail: Sequence[Paragraph], whole: Whole) -> float:
    """The weight of a few short paragraphs that all say 'I' below an essay that never does."""
    if not 1 < len(tail) <= _FEW <= len(own) or any(one.alone for one in own):
        return 0
    short = all(one.words < LONG * whole.middle and page[one.at].words[0] not in QUOTES for one in tail)
    return _ASK if short and all(one.alone for one in tail) else 0


def _are_cards(tail: Sequence[Paragraph]) -> bool:
    """Whether labels say more than paragraphs, as in a list of other texts."""
    return sum(one.labels for one in tail) > sum(one.words for one in tail)


def _is_signature(page: Sequence[PageLine], tail: Sequence[Paragraph]) -> bool:
    """Whether all that is marked is the last paragraph, by what stands below it: so an author signs."""
    marked = [one for one in tail if one.marks >= _MAY_BE]
    return len(marked) == 1 and marked[0] is tail[-1] and marked[0].lines[0] == marked[0].at and not marked[0].speaker


def _is_own_layout(page: Sequence[PageLine], own: Sequence[Paragraph], tail: Sequence[Paragraph], whole: Whole) -> bool:
    """Whether the author sets others' words so: they were announced, or speakers take turns."""
    if _announces(page, own[-1]):
        return True
    asks = sum(page[one.at].words.endswith("?") for one in tail)
    if len(tail) > _TURN and 3 * asks >= len(tail):
        return True
    names = [one.speaker.casefold() for one in tail if one.speaker]
    if 2 * len(names) <= len(tail):
        return False
    author = any(name in each.casefold() for name in names for each in whole.authors)
    return author or len(set(names)) <= _TURNS * len(names) or 3 * asks >= len(names) > 1


def _announces(page: Sequence[PageLine], one: Paragraph) -> bool:
    """Whether the author says that others will speak."""
    words = page[one.at].words
    return words.endswith(":") or bool(_ANNOUNCES.search(words[-_LAST:]))


def _heading_weight(page: Sequence[PageLine], one: Paragraph) -> float:
    """How surely a short heading above a paragraph says that others speak below it; 0 without one."""
    above = _heading_above(page, one.lines[0])
    lines = [*(page[i] for i in (above,) if i is not None), *filter(_is_heading, page[one.lines[0] : one.at])]
    return max((_ASK if _HEADING_SURE.fullmatch(line.plain) else SURE for line in lines), default=0)


def _heading_above(page: Sequence[PageLine], first: int) -> int | None:
    """The index of such a heading among the two lines right above line `first`."""
    for i in range(first - 1, max(-1, first - 3), -1):
        if page[i].prose and not page[i].words.endswith("?"):
            return None
        if _is_heading(page[i]):
            return i
    return None


def _is_heading(line: PageLine) -> bool:
    if not line.first or line.count > 9 or _SENTENCE.search(line.words):
        return False
    asks = line.words.endswith("?")  # as an interview's headings may
    return bool(_HEADING_SURE.fullmatch(line.plain)) or not asks and bool(_HEADING.fullmatch(line.plain))


def _is_under_sources(page: Sequence[PageLine], one: Paragraph) -> bool:
    """Whether the heading of notes or sources stands not far above."""
    return any(_SOURCES.fullmatch(line.plain) for line in page[max(0, one.lines[0] - _NOTES) : one.at])


def _inserted(page: Sequence[PageLine], found: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Comments between the essay's paragraphs, each (first line, last line): two or more, each with a sure sign or
    with several.
    """
    if sum(one.sure for one in found) > max(4, len(found) // 3):
        return []  # the essay is set so
    inserts: list[tuple[int, int]] = []
    run: list[Paragraph] = []
    above = 0
    for n, one in enumerate(found):
        marked = one.sure and one.weight > SURE or one.marks >= _ASK
        if above >= _ESSAY and marked and (run or one.sure or not _announces(page, found[n - 1])):
            run.append(one)
            continue
        if len(run) > 1:
            inserts.append((run[0].lines[0], run[-1].lines[1]))
        run = []
        above += one.words
    return inserts


def _above_the_cut(cleaned: Cleaned) -> tuple[tuple[int, int], ...]:
    """The last paragraph, where the rules cut at a name and time that may well stand below the words of a comment."""
    cut = [span for span in cleaned.ledger.spans if span.rule == "comments"]
    source = cleaned.ledger.source() if cut else ""
    below = page_lines(source[cut[0].start : cut[-1].end].strip()) if cut else ()
    page = page_lines(cleaned.text)
    if not below or not page or not _is_name_and_time(below[0]):
        return ()
    said = [line for line in below if not line.at_foot and not is_button(line)]
    if _GLUED.search(source[: cut[0].start]) or said and _is_name_and_time(said[-1]):
        return ((page[-1].start, page[-1].end),)
    return ()


def _below_the_cut(cleaned: Cleaned) -> tuple[Block, ...]:
    """What the rules cut with the comments and may be the essay going on: long, without signs, below the last button.

    These blocks stand nowhere in the reading text (`start` is -1).
    """
    cut = [span for span in cleaned.ledger.spans if span.rule == "comments" and span.verdict == "removed"]
    own = [line.count for line in page_lines(cleaned.text) if line.prose]
    text = cut[-1].before if cut else ""
    page = page_lines(text)
    found, _ = paragraphs(page, text, cleaned.metadata.authors)
    last = max((n for n, one in enumerate(found) if one.sure), default=len(found))
    if not own or last >= len(found) - 1 or not is_button(page[found[last].lines[1]]):
        return ()
    rest = [page[one.at] for one in found[last + 1 :]]
    essay = [line for line in rest if line.count >= LONG * median(own) and not line.at_foot]
    return tuple(Block("paragraph", line.words) for line in essay) if len(essay) == len(rest) else ()


def _is_name_and_time(line: PageLine) -> bool:
    return is_stamp(line.words) and not line.prose
