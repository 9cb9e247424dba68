"""The paragraphs of a text, and what is seen at each that tells of who speaks. Nothing is weighed here.

A name alone, a day and a time, a button, stars, praise, someone addressed: none is a proof, and an essay may have any.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from weerklank.clean.web.page_lines import PageLine, section_numbers
from weerklank.languages.dates import TIME, iso, search_date, search_stamp
from weerklank.languages.detect import likely
from weerklank.languages.person_names import is_name
from weerklank.languages.rules import Tongue, sign, tongues

_BESIDE = 6  # lines beside a paragraph that may tell of it
_LABEL = 60  # characters of a name with what belongs to it
_LABEL_WORDS = 8  # words of a line that stands against a paragraph as a label does
_SAYS_WORDS = 14  # words of a line that says who wrote what stands below it
_STAMP = 90  # characters at a paragraph's beginning in which a time may stand
_LINE, _AROUND = 120, 70  # characters of a line with a time, and of what stands around its day
_ANSWERED = 400  # lines above a quoted one in which its words are looked for
_ENTRIES = 3  # of a diary, at least
_ECHO = 5  # words of the essay that who answers it repeats

_BUTTON, _SAYS = sign("reader-button"), sign("reader-says")
_ANONYMOUS, _FROM, _FIELD = sign("reader-anonymous"), sign("reader-from"), sign("comment-field")
_AGE, _AGE_SHORT, _REPLY = sign("comment-age"), sign("comment-age-short"), sign("comment-reply")
_SAYS_THIS = sign("comment-says-this")
PICTURE = r"[\u2190-\u21ff\u2600-\u27bf\u2b50\u2b06\u2b07\U0001f000-\U0001faff]"
_PICTURES = re.compile(rf" ?(?:{PICTURE}|\ufe0f)+$")
_STARS = re.compile(rf"[★☆⭐✩✪]|{PICTURE}\ufe0f? ?\d|^{PICTURE}|^#\d{{1,4}}$|^@\w")
_VOTES = re.compile(r"[+-]?\d{1,4}")
_HANDLE = re.compile(r"(?:~ ?)?@?(?=[\w.-]*[a-z])(?:[a-z][\w.-]{1,24}|[\w.-]*(?:\d|_)[\w.-]*)(?:@[\w.-]+)?")
_ONE_NAME = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ'’-]{1,20}(?: (?:[A-ZÀ-Þ]\.?|[a-zß-ÿ]{2,4}\.?))?|[A-ZÀ-Þ]{2,20}")
_SITE = re.compile(r"\w\.[a-z]{2,4}$")
_CLOCK = re.compile(r"(?<![\d.])[0-2]?\d[:.uh][0-5]\d(?!\d|[.,-]\d)", re.IGNORECASE)
_DASH = re.compile(r"[–—-] ?\S.*")
_BEHIND_NAME = re.compile(r" [·•|] | ?[,|] ?(?=\d)")
_LABELLED = re.compile(
    r"(?P<who>(?:~ ?)?@?(?:[A-ZÀ-Þ]|[a-z]+[_\d])[\w.'’-]*"
    r"(?: (?:[A-ZÀ-Þ\d]|(?:van|von|de|der|den|du|la)\b)[\w.'’-]*){0,4}"
    r"(?:, (?:\d{1,3}|[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+)?))?"
    r"(?: ?\([^)]{1,40}\))?)(?: ?[:|] )(?P<rest>\S.*)|<(?P<nick>[\w.@ -]{2,30})> \S.*|(?:\d{1,2}[-/.]\d{1,2}[-/.]? )?"
    r"(?P<dashed>[A-ZÀ-Þ][\w.'’-]*(?: [a-z]{2,3}){0,2}(?: [A-ZÀ-Þ][\w.'’-]*)?) [–—-] \S.*"
)
_NICK = re.compile(rf"(?P<nick>{PICTURE}{{1,3}}|[a-z][\w.]{{2,20}}(?: [a-z]\w{{2,15}})?): \S")
_CLOSING = 70  # characters of what is looked for there, with its signs
_AT_END = re.compile(r"(?:[(–—]|(?<=[.!?]) -) ?(?P<who>[^()–—\]]{2,60})[)\]]?\.?$")
QUOTES = "\"'‘’‚“”„«»"
_POINTED = re.compile(r"[.!?…][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]{4,}")
_RUNS_ON_NICK = re.compile(r"[a-z][a-z.]*[_\d]\w* [A-ZÀ-Þ]")
_BEGINS = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]*$")
_NO_LABEL = sign("no-speaker")
_SAYING = sign("saying").pattern
_NAMED = re.compile(
    rf"(?:[A-ZÀ-Þ][\w.'’-]+|[\w.-]*[_\d][\w.-]*|>) (?:{_SAYING})\b|(?i:{_SAYING}) (?:[A-ZÀ-Þ]|\w+[_\d])"
)
_MARKS = re.compile(r"^(?:>{1,4} ?)+|^- |^\*{1,2}|\*{1,2}$")
NAME_PART = re.compile(r"[A-ZÀ-Þ][\w'’-]{2,}")
NAMES = ("name", "first name", "word")  # the surest first


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with the lines that stand beside it.

    `at` is the index of its own line, `lines` are the first and last index (inclusive) of all; `words` counts its
    words, `labels` those of the lines beside it. `marks` are the signs of a person other than the author that stand
    beside it, or as a label in it, `names` the parts of that person's name; `speaker` is the name with a colon before
    its words ('' for none).
    """

    lines: tuple[int, int]
    at: int
    words: int
    labels: int
    marks: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    speaker: str = ""


@dataclass(frozen=True)
class Whole:
    """What a text as a whole tells: its words, its authors, the parts of their names, the last part of each name of
    several, which of its lines number what stands below them, and which head the entries of a diary.
    """

    text: str
    authors: tuple[str, ...]
    names: frozenset[str]
    surnames: frozenset[str]
    numbers: frozenset[str]
    diary: frozenset[str]

    @cached_property
    def tongue(self) -> Tongue | None:
        """Its language; None where that has no rules."""
        return likely(self.text)

    @cached_property
    def small(self) -> Counter[str]:
        """How often each long word stands in it in small letters."""
        return Counter(filter(str.islower, _WORD.findall(self.text)))

    def uses(self, words: str) -> bool:
        """Whether the text has a long word of these in small letters elsewhere: then they are a title, and no name."""
        return any(self.small[word.lower()] > word.islower() for word in _WORD.findall(words))


def paragraphs(page: Sequence[PageLine], text: str, authors: Sequence[str] = ()) -> tuple[list[Paragraph], Whole]:
    """The paragraphs of a page (the lines of `text`), each with what stands beside it, and what the whole tells.

    A line beside a paragraph belongs to the one that it stands against; alone, to the one below it.
    """
    places = [i for i in range(len(page)) if _is_paragraph(page, i)]
    parts = [NAME_PART.findall(author) for author in authors]
    names = frozenset(part for each in parts for part in each)
    surnames = frozenset(each[-1] for each in parts if len(each) > 1)
    whole = Whole(text, tuple(authors), names, surnames, _numbers(page), entries(page))
    found: list[Paragraph] = []
    top = 0
    for n, at in enumerate(places):
        bottom = _last_beside(page, at, places[n + 1] if n + 1 < len(places) else len(page))
        beside = [i for i in range(max(top, at - _BESIDE), bottom + 1) if i != at]
        found.append(_paragraph(page, at, beside, whole))
        top = bottom + 1
    return found, whole


def _numbers(page: Sequence[PageLine]) -> frozenset[str]:
    """The lines that number sections, in order; numbers in any other order count something."""
    numbers = section_numbers(page)
    said = [int(line.words.rstrip(".")) for line in page if line.words in numbers and line.words[0].isdigit()]
    return numbers if said == sorted(said) else frozenset()


def entries(page: Sequence[PageLine]) -> frozenset[str]:
    """The lines that head the entries of a diary: a day with its time and nothing else, three or more in order, from
    the first entry on. That one's own may have been read off; what stands above comments is longer than they are.
    """
    heads = [(i, day) for i, line in enumerate(page) if line.first and (day := _only_when(line.words))]
    days = [day for _, day in heads]
    if len(heads) < _ENTRIES or days != sorted(days) or len({*days}) < _ENTRIES or any(map(is_button, page)):
        return frozenset()
    edges = [0, *(i for i, _ in heads), len(page)]
    above, *below = (sum(line.count for line in page[start:end]) for start, end in pairwise(edges))
    return frozenset(page[i].words for i, _ in heads) if above <= 2 * max(below) else frozenset()


def _only_when(words: str) -> str:
    """The day of a line that says a day and a time and nothing else, as ISO 8601 with that time; '' for any other."""
    day = search_date(words) if len(words) < _LABEL and is_stamp(words) else None
    time = TIME.match(words, day.end()) if day else None
    if day is None or time is None or words[: day.start()].strip() or words[time.end() :].strip(" .:"):
        return ""
    return iso(day) or ""


def _is_paragraph(page: Sequence[PageLine], at: int) -> bool:
    """Whether a line says something: running text, a few words closed as a sentence is, or words below a time."""
    line = page[at]
    if is_stamp(line.words) or is_button(line) or _ANONYMOUS.fullmatch(line.words):
        return False
    if line.prose:
        return not (line.words.endswith(":") and _says(line))
    words = _PICTURES.sub("", line.words)
    if line.count > 3 and words[0] in "[(" and words[-1] in "])":
        return True
    last = at + 1 == len(page) and words[:1] not in ("–", "—")
    if line.count > 3 and (words != line.words or line.first and (last or "," in words[:-1] or words[0].islower())):
        return True
    if _POINTED.search(words) and not is_name(words.rstrip(".")) and (line.count > 1 or len(words) > 3):
        return not (words[0].isdigit() or words[-2].isdigit() or words[0] in "–—")
    return line.count > 1 and at > 0 and not line.first and is_stamp(page[at - 1].words)


def _last_beside(page: Sequence[PageLine], at: int, following: int) -> int:
    """The last line that stands against paragraph `at` rather than against the one at `following`."""
    last = at
    for i in range(at + 1, following):
        signs = is_button(page[i]) and not page[i].words[0].isdigit() or _DASH.fullmatch(page[i].words)
        if page[i].first and not signs:
            break
        last = i
    if at < last == following - 1 < len(page) - 1 and not page[following].first:  # one heap of lines: names stand above
        return max(i for i in range(at, following) if i == at or is_button(page[i]) or page[i].words.isdigit())
    return last


def _paragraph(page: Sequence[PageLine], at: int, beside: Sequence[int], whole: Whole) -> Paragraph:
    line = page[at]
    marks = set(_inside(line))
    called = [speaker := _speaker(line)]
    for i in beside:
        found = _beside(page, i, at, whole)
        called += [page[i].words] if {"says", *NAMES} & {*found} else []
        marks.update(found)
    if line.words.startswith(">") and _echoes(page, at):
        marks.add("echo")
    if speaker:
        marks.add("full speaker" if is_name(speaker) else "speaker")
    named = [name for name in NAMES if name in marks]
    marks -= set(named[1:])
    if not named and _is_labelled(page, at):
        marks.add("label")
    names = frozenset(part for words in called for part in NAME_PART.findall(words))
    lines = (min([at, *beside]), max([at, *beside]))
    return Paragraph(lines, at, line.count, sum(page[i].count for i in beside), frozenset(marks), names, speaker)


def _is_labelled(page: Sequence[PageLine], at: int) -> bool:
    """Whether a short line stands right against a paragraph, without a blank line between, and is no verse."""
    above = at > 0 and not page[at].first and _is_label(page[at - 1], page[at])
    below = at + 1 < len(page) and not page[at + 1].first and _is_label(page[at + 1], page[at])
    return above or below


def _is_label(line: PageLine, paragraph: PageLine) -> bool:
    """Whether a line is short beside a paragraph, and neither running text nor half a sentence."""
    short = line.count <= _LABEL_WORDS and 2 * len(line.words) <= len(paragraph.words)
    return short and not line.prose and line.words[-1] not in ",;:" and bool(re.search(r"\w", line.words))


def _echoes(page: Sequence[PageLine], at: int) -> bool:
    """Whether a quoted line repeats words of the text above it."""
    words = unmarked(page[at].words).rstrip(".… ")
    return len(words.split()) >= _ECHO and any(words in line.words for line in page[max(0, at - _ANSWERED) : at])


def _beside(page: Sequence[PageLine], i: int, at: int, whole: Whole) -> list[str]:
    """What a line beside a paragraph tells of who wrote that."""
    line = page[i]
    words = unmarked(line.words)
    if words[:1] in QUOTES or line.words.startswith("- "):
        return []
    if is_button(line):
        return ["button"]
    if line.words.startswith(">") and _echoes(page, i):
        return ["echo"]
    day = search_date(words) if len(words) < _LABEL else None
    dates = line.alone and day is not None and day.group() == words  # as in a diary
    if dates or line.words in whole.numbers | whole.diary or is_rule(line) or _NO_LABEL.fullmatch(words):
        return []
    said = _says(line)
    name = _name(words, line, at - i == 1 and not page[at].first, whole)
    found = {
        "stars": _STARS.search(words),
        "votes": _VOTES.fullmatch(words),
        "time": is_stamp(words),
        "day": day and not is_stamp(words) and len(words) - len(day.group()) < _LABEL / 2,
        "clock": _CLOCK.search(words) and line.count <= 6,
        "field": _FIELD.fullmatch(words),
        "says": said,
        "name": _ANONYMOUS.fullmatch(words),
        name: name and not said,
    }
    return [mark for mark, is_so in found.items() if is_so]


def is_rule(line: PageLine) -> bool:
    """Whether a line is a rule or an ornament."""
    found = line.at_foot
    return found is not None and found.rule == "only-signs" and not _STARS.search(line.words)


def _says(line: PageLine) -> bool:
    """Whether a line says that someone with a name wrote what stands below it."""
    words = unmarked(line.words)
    if line.count > _SAYS_WORDS or words[:1] in QUOTES or not _SAYS.fullmatch(words):
        return False
    named = _NAMED.search(words)
    return named is not None and not _is_common(named.group().split()[0]) or is_stamp(words.rstrip(":"))


@lru_cache(maxsize=1 << 10)
def _is_common(word: str) -> bool:
    return any(word.lower() in tongue.stop_words for tongue in tongues())


def _name(words: str, line: PageLine, against: bool, whole: Whole) -> str:
    """How surely a line is the name of a person who is not the author: one of NAMES, '' where it is none."""
    words = _BEHIND_NAME.split(words.lstrip("–—- ~").strip(), maxsplit=1)[0].rstrip(":,")
    if not words or len(words) > _LABEL or any(words.casefold() in author.casefold() for author in whole.authors):
        return ""
    if whole.uses(words):
        return ""
    if is_name(words) or _FROM.fullmatch(words) and line.count <= 9:
        return "name"
    if _HANDLE.fullmatch(words) and not _SITE.search(words):
        return "first name"
    if _ONE_NAME.fullmatch(words):
        return "first name" if against or _DASH.fullmatch(line.words) or line.words.endswith(":") else "word"
    return ""


def _inside(line: PageLine) -> list[str]:
    """What the paragraph itself tells: a time at its beginning, a name behind it in brackets, who says it."""
    words = unmarked(line.words)
    head = words[:_STAMP]
    stamp = search_stamp(head)
    last = words[-_LABEL:]
    stamped = search_stamp(last) if len(words) > _STAMP / 2 else None
    found = {
        "stars": _STARS.search(words[:3]),
        "time": stamp
        and stamp.start() < _LABEL / 2
        and re.search(r"[:|] ", words[stamp.end() : _STAMP])
        or stamped
        and len(last) - stamped.end() < 12
        and _POINTED.search(last[: stamped.start()].rstrip(" (–—-")),
        "cells": "|" in words[:_LABEL] and (search_date(head) or words.count("|") > 1),
        "name": _runs_on_name(words),
        "first name": _RUNS_ON_NICK.match(words),
        "says": ":" in words
        and _SAYS_THIS.match(words)
        and _NAMED.search(words.partition(":")[0])
        and words.partition(":")[2].strip()[:1] not in QUOTES,
    }
    end = _AT_END.search(words, max(0, len(words) - _CLOSING)) if len(words) > 40 else None
    return [mark for mark, is_so in found.items() if is_so] + (_behind(words, end) if end else [])


def _runs_on_name(words: str) -> bool:
    """Whether a full name stands before a sentence without any sign between, as in a row of a table."""
    parts = words[:_LABEL].split()
    return any(_BEGINS.match(parts[n]) and is_name(" ".join(parts[:n])) for n in (2, 3, 4) if n + 1 < len(parts))


def _behind(words: str, end: re.Match[str]) -> list[str]:
    """What the words in brackets, or after a dash, at a paragraph's end tell."""
    who = end["who"].strip()
    first, comma, _ = who.partition(",")
    if is_name(first.strip()) or _FROM.fullmatch(who) or comma and _ONE_NAME.fullmatch(first.strip()):
        return ["name"]
    closed = words.endswith((")", "]")) or bool(_POINTED.search(words[: end.start()].rstrip()))
    return ["first name"] if closed and (_ONE_NAME.fullmatch(first) or _HANDLE.fullmatch(first)) else []


def _speaker(line: PageLine) -> str:
    """The name with a colon before a paragraph's words, where they are no quotation of the author's; '' for none."""
    words = unmarked(line.words)
    match = _LABELLED.match(words) or _NICK.match(words)
    if not match:
        return ""
    groups = match.groupdict()
    if not groups.get("who"):
        return groups["nick"] or groups["dashed"] or ""
    if _NO_LABEL.fullmatch(match["who"]):
        return ""
    if match["rest"][0] in QUOTES and not match["who"].endswith(")"):  # with an age it is no dialogue
        return ""
    who = re.sub(r"[(~].*", "", match["who"]).strip()
    return who if len(match["rest"].split()) > 2 else ""


@lru_cache(maxsize=1 << 12)
def is_stamp(words: str) -> bool:
    """Whether a short line tells a day with a time, or how long ago: what stands with a comment.

    >>> [is_stamp(words) for words in ("kees_79 · 10j geleden", "vr 18 apr '14, 10u12", "18 april 2014")]
    [True, True, False]
    """
    words = unmarked(words)
    if len(words) > _LINE:
        return False
    if _AGE_SHORT.fullmatch(words) or _AGE.fullmatch(words) and len(words.split()) <= 10:
        return True
    parts = re.split(r" ?[·•|] ?", words)
    if len(parts) > 1 and any(_AGE_SHORT.fullmatch(part) for part in parts):
        return True
    if stamp := search_stamp(words):
        before = PageLine(words[: stamp.start()] or " ")
        return len(words) - len(stamp.group()) < _AROUND and len(words) - stamp.end() < _LABEL and not before.prose
    day = search_date(words)
    return day is not None and len(words) < _LABEL and bool(TIME.search(words, day.end()))


def is_button(line: PageLine) -> bool:
    """Whether a line is a button or counter below a comment."""
    if line.count > 14:
        return False
    if _BUTTON.fullmatch(unmarked(line.words)) or _REPLY.fullmatch(line.plain):
        return True
    found = line.at_foot
    return found is not None and found.rule in ("comment-form", "comment-part", "comment-invitation")


@lru_cache(maxsize=1 << 12)
def unmarked(words: str) -> str:
    """A line without the marks of a quotation or item before it, and of bold letters around it."""
    return _MARKS.sub("", words) if words.startswith((">", "- ", "*")) or words.endswith("*") else words
