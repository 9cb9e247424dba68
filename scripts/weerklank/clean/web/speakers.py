"""What tells of who speaks in each paragraph of a text: what is seen, and its weight. Nothing is decided here.

A name alone, a day and a time, a button, stars, praise, someone addressed: none is a proof, and an essay may have any.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import median

from weerklank.clean.web.page_lines import PageLine
from weerklank.languages.dates import TIME, search_date, search_stamp
from weerklank.languages.person_names import is_name
from weerklank.languages.rules import Tongue, sign, tongues

SURE = 2.0  # weight of what hardly stands elsewhere than with comments: a time, stars, a button
LONG = 0.7  # of the essay's middle paragraph: as long as one of the essay's
_NAME, _ONE, _PERHAPS = 1.5, 1.25, 0.75  # weights: a full name, one word set as a name, one word
PRAISE = 1.25  # weight of words that only answer a text: praise, consent, a salutation
ANSWER = 3.0  # weight of words that speak of the text itself
_DAY, _FIELD_WEIGHT, _ADDRESS, _FEELING_WEIGHT = 1.0, 1.5, 0.75, 0.5
_LABEL_WORDS = 8  # words of a line that stands against a paragraph as a label does
_OWN = 0.2  # share of the essay's paragraphs that are labelled, where labels are its own layout
_SAYS_WORDS = 14  # words of a line that says who wrote what stands below it
_ANSWERED = 400  # lines above a quoted one in which its words are looked for
_ECHO = 5  # words of the essay that who answers it repeats
_BESIDE = 6  # lines beside a paragraph that may tell of it
_LABEL = 60  # characters of a name with what belongs to it
_STAMP = 90  # characters at a paragraph's beginning in which a time may stand
_LINE, _AROUND = 120, 70  # characters of a line with a time, and of what stands around its day
_HEADED = 30  # words of a paragraph that may well stand under a subhead of two words
_KNOWN = 0.18  # share of a language's commonest words in a text of that language, at least
_LOOKED_AT = 50_000  # characters of a text from which its language is told

_PRAISE, _BUTTON, _SAYS = sign("reader-praise"), sign("reader-button"), sign("reader-says")
_ANONYMOUS, _FROM, _FIELD = sign("reader-anonymous"), sign("reader-from"), sign("comment-field")
_AGE, _AGE_SHORT, _REPLY = sign("comment-age"), sign("comment-age-short"), sign("comment-reply")
_SAYS_THIS, SPEAKS_OF_TEXT = sign("comment-says-this"), sign("reader-on-text")
_PICTURE = r"[\u2190-\u21ff\u2600-\u27bf\u2b50\u2b06\u2b07\U0001f000-\U0001faff]"
_STARS = re.compile(rf"[★☆⭐✩✪]|{_PICTURE}\ufe0f? ?\d|^{_PICTURE}|^#\d{{1,4}}$|^@\w")
FEELING = re.compile(rf"!!|{_PICTURE}|[:;]-?[)(DP](?!\w)|\.{{4,}}")
_HANDLE = re.compile(r"(?:~ ?)?@?(?=[\w.-]*[a-z])(?:[a-z][\w.-]{1,24}|[\w.-]*(?:\d|_)[\w.-]*)(?:@[\w.-]+)?")
_ONE_NAME = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ'’-]{1,20}(?: (?:[A-ZÀ-Þ]\.?|[a-zß-ÿ]{2,4}\.?))?|[A-ZÀ-Þ]{2,20}")
_CLOCK = re.compile(r"(?<![\d.])[0-2]?\d[:.uh][0-5]\d(?!\d|[.,-]\d)", re.IGNORECASE)
_DASH = re.compile(r"[–—-] ?\S.*")
_BEHIND_NAME = re.compile(r" [·•|] | ?[,|] ?(?=\d)")
_LABELLED = re.compile(
    r"(?P<who>(?:~ ?)?@?(?:[A-ZÀ-Þ]|[a-z]+[_\d])[\w.'’-]*(?: [\w.'’-]+){0,4}(?:, [\w.'’ -]{2,30})?"
    r"(?: ?\([^)]{1,40}\))?)(?: ?[:|] )(?P<rest>\S.*)|<(?P<nick>[\w.@ -]{2,30})> \S.*|(?:\d{1,2}[-/.]\d{1,2}[-/.]? )?"
    r"(?P<dashed>[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*)?) [–—-] \S.*"
)
_AT_END = re.compile(r"(?:[(–—]|(?<=[.!?]) -) ?(?P<who>[^()–—]{2,60})\)?\.?$")
QUOTES = "\"'‘’‚“”„«»"
_POINTED = re.compile(r"[.!?…][\"'”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]{4,}")
_NO_LABEL = re.compile(
    r"(?:p\.?s\.?|n\.?b\.?|noot|note|anmerkung|bron|source|quelle|foto|let op|tip|(?:stap|step|schritt) \d+|voorbeeld"
    r"|example|beispiel|conclusie|vraag|antwoord|question|answer|frage|antwort|q|a|isbn|tel|les \d+)\b.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with the lines that stand beside it.

    `at` is the index of its own line, `lines` are the first and last index (inclusive) of all; `words` counts its
    words, `labels` those of the lines beside it. `marks` is the weight of what tells of a person other than the author,
    `voice` that of how the paragraph speaks; `sure` says whether one of the marks hardly stands elsewhere than with
    comments; `speaker` is the name with a colon before its words, `alone` whether it says 'I'.
    """

    lines: tuple[int, int]
    at: int
    words: int
    labels: int
    marks: float
    voice: float
    sure: bool = False
    speaker: str = ""
    alone: bool = False

    @property
    def weight(self) -> float:
        """All that tells of another's words."""
        return self.marks + self.voice


@dataclass(frozen=True)
class Whole:
    """What a text as a whole tells.

    `names` are the parts of its authors' names that it does not use itself: by these they may be addressed. `speaks`:
    it says 'I' in more than one paragraph; `middle` counts the words of its middle paragraph; `small` are its long
    words in small letters; `attaches`: its own paragraphs have short lines set against them.
    """

    authors: tuple[str, ...]
    names: tuple[str, ...]
    tongue: Tongue | None
    speaks: bool
    middle: float
    small: frozenset[str]
    attaches: bool

    def uses(self, words: str) -> bool:
        """Whether the text has a long word of these in small letters too: they are a title, then, and no name."""
        return any(word.lower() in self.small for word in _WORD.findall(words))


def language_of(text: str) -> Tongue | None:
    """The language with rules that most of the commonest words of `text` belong to; None where it has too few of any.

    >>> [each and each.code for each in (language_of("Het is de vraag of het kan"), language_of("Mitä kuuluu"))]
    ['nl', None]
    """
    found = re.findall(r"[^\W\d_]+", text[:_LOOKED_AT].lower())
    shares = [(sum(word in tongue.stop_words for word in found) / max(1, len(found)), tongue) for tongue in tongues()]
    share, best = max(shares, key=lambda each: each[0])
    return best if share >= _KNOWN else None


def paragraphs(
    page: Sequence[PageLine], text: str, authors: Sequence[str] = (), broken: bool = False
) -> tuple[list[Paragraph], Whole]:
    """The paragraphs of a page (the lines of `text`), each with what stands beside it, and what the whole tells.

    A line beside a paragraph belongs to the one that it stands against; alone, to the one below it. `broken`: the lines
    are those of a scrape, which may stand against a paragraph for no reason.
    """
    places = [i for i in range(len(page)) if _is_paragraph(page, i)]
    whole = _whole(page, places, text, authors)
    whole = replace(whole, attaches=whole.attaches or broken)
    found: list[Paragraph] = []
    top = 0
    for n, at in enumerate(places):
        bottom = _last_beside(page, at, places[n + 1] if n + 1 < len(places) else len(page))
        beside = [i for i in range(max(top, at - _BESIDE), bottom + 1) if i != at]
        found.append(_paragraph(page, at, beside, whole))
        top = bottom + 1
    return found, whole


def _whole(page: Sequence[PageLine], places: Sequence[int], text: str, authors: Sequence[str]) -> Whole:
    tongue = language_of(text)
    upper = places[: max(2, len(places) // 2)]
    speaks = tongue is not None and sum(bool(tongue.first_person.search(page[i].words)) for i in upper) > 1
    small = frozenset(word for word in _WORD.findall(text) if word.islower())
    attaches = sum(_is_labelled(page, i) for i in upper) > _OWN * len(upper)
    own = " ".join(page[i].words for i in upper)
    parts = [part for author in authors for part in author.split() if len(part) > 2 and part[0].isupper()]
    names = tuple(part for part in parts if part not in own)
    return Whole(tuple(authors), names, tongue, speaks, median([page[i].count for i in upper] or [0]), small, attaches)


def _is_labelled(page: Sequence[PageLine], at: int) -> bool:
    """Whether a short line stands right against a paragraph, without a blank line between, and is no verse."""
    above = at > 0 and not page[at].first and _is_label(page[at - 1], page[at])
    below = at + 1 < len(page) and not page[at + 1].first and _is_label(page[at + 1], page[at])
    return above or below


def _is_label(line: PageLine, paragraph: PageLine) -> bool:
    """Whether a line is short beside a paragraph, and neither running text nor half a sentence."""
    short = line.count <= _LABEL_WORDS and 2 * len(line.words) <= len(paragraph.words)
    return short and not line.prose and line.words[-1] not in ",;:" and bool(re.search(r"\w", line.words))


def _is_paragraph(page: Sequence[PageLine], at: int) -> bool:
    """Whether a line says something: running text, a few words closed as a sentence is, or words below a time."""
    line = page[at]
    if is_stamp(line.words) or is_button(line) or _ANONYMOUS.fullmatch(line.words):
        return False
    if line.prose:
        return not (line.count <= _SAYS_WORDS and line.words.endswith(":") and bool(_SAYS.fullmatch(line.words)))
    words = line.words
    if line.count > 1 and _POINTED.search(words) and not is_name(words.rstrip(".")):
        return not (words[0].isdigit() or words[-2].isdigit())
    return line.count > 1 and at > 0 and not line.first and is_stamp(page[at - 1].words)


def _last_beside(page: Sequence[PageLine], at: int, following: int) -> int:
    """The last line that stands against paragraph `at` rather than against the one at `following`."""
    last = at
    for i in range(at + 1, following):
        signs = is_button(page[i]) and not page[i].words[0].isdigit() or _DASH.fullmatch(page[i].words)
        if page[i].first and not signs:
            break
        last = i
    if following == len(page):
        return min(len(page) - 1, at + _BESIDE)
    if at < last == following - 1 and not page[following].first:  # one heap of lines: names stand above
        return max(i for i in range(at, following) if i == at or is_button(page[i]) or page[i].words.isdigit())
    return last


def _paragraph(page: Sequence[PageLine], at: int, beside: Sequence[int], whole: Whole) -> Paragraph:
    line = page[at]
    marks = [mark for i in beside for mark in _beside(page, i, at, whole)] + _inside(line)
    if line.words.startswith(">") and _echoes(page, at):
        marks.append(("echo", SURE))
    kinds: dict[str, float] = {}
    for kind, weight in marks:
        kinds[kind] = max(kinds.get(kind, 0), weight)
    if speaker := _speaker(line):
        kinds["speaker"] = _NAME
    if not whole.attaches and _is_labelled(page, at):
        kinds["label"] = _NAME
    personal = whole.tongue is not None and bool(whole.tongue.first_person.search(line.words))
    headed = line.first and bool(beside) and max(beside) < at
    if set(kinds) == {"name"} and headed and line.count >= max(LONG * whole.middle, _HEADED):
        kinds["name"] /= 2  # a subhead, rather
    elif kinds.get("name") == _PERHAPS and personal and line.count < LONG * whole.middle:
        kinds["name"] = _ONE
    lines = (min([at, *beside]), max([at, *beside]))
    labels = sum(page[i].count for i in beside)
    sure = any(weight >= SURE for weight in kinds.values())
    alone = whole.tongue is not None and bool(whole.tongue.alone.search(line.words))
    return Paragraph(lines, at, line.count, labels, sum(kinds.values()), _voice(line, whole), sure, speaker, alone)


def _echoes(page: Sequence[PageLine], at: int) -> bool:
    """Whether a quoted line repeats words of the text above it."""
    words = unmarked(page[at].words).rstrip(".… ")
    return len(words.split()) >= _ECHO and any(words in line.words for line in page[max(0, at - _ANSWERED) : at])


def _beside(page: Sequence[PageLine], i: int, at: int, whole: Whole) -> list[tuple[str, float]]:
    """What a line beside a paragraph tells of who wrote that, with its weight."""
    line = page[i]
    words = unmarked(line.words)
    if is_button(line):
        return [("button", SURE)]
    if line.words.startswith(">") and _echoes(page, i):
        return [("echo", SURE)]
    found: list[tuple[str, float]] = []
    if _STARS.search(words):
        found.append(("stars", SURE))
    if is_stamp(words):
        found.append(("time", SURE))
    elif len(words) < _LABEL and (day := search_date(words)) and len(words) - len(day.group()) < _LABEL / 2:
        found.append(("day", _DAY))
    if _ANONYMOUS.fullmatch(words):
        found.append(("name", _NAME))
    elif line.count <= _SAYS_WORDS and _SAYS.fullmatch(words):
        found.append(("says", SURE))
    elif weight := _name(words, line, at - i == 1 and not page[at].first, whole):
        found.append(("name", weight))
    if _CLOCK.search(words) and line.count <= 6:
        found.append(("clock", _DAY))
    if _FIELD.fullmatch(words):
        found.append(("field", _FIELD_WEIGHT))
    return found


def _name(words: str, line: PageLine, against: bool, whole: Whole) -> float:
    """How surely a line is the name of a person who is not the author."""
    words = _BEHIND_NAME.split(words.lstrip("–—- ~").strip(), maxsplit=1)[0].rstrip(":,")
    if not words or len(words) > _LABEL or any(words.casefold() in author.casefold() for author in whole.authors):
        return 0
    if words[0].isupper() and whole.uses(words):
        return 0
    if is_name(words) or _FROM.fullmatch(words) and line.count <= 9:
        return _NAME
    if _HANDLE.fullmatch(words):
        return _ONE
    if _ONE_NAME.fullmatch(words):
        return _ONE if against or _DASH.fullmatch(line.words) or line.words.endswith(":") else _PERHAPS
    return 0


def _inside(line: PageLine) -> list[tuple[str, float]]:
    """What the paragraph itself tells: a time at its beginning, a name behind it in brackets, who says it."""
    words = unmarked(line.words)
    found: list[tuple[str, float]] = []
    if _STARS.search(words[:3]):
        found.append(("stars", SURE))
    head = words[:_STAMP]
    stamp = search_stamp(head)
    if stamp and stamp.start() < _LABEL / 2 and re.search(r"[:|] ", words[stamp.end() : _STAMP]):
        found.append(("time", SURE + 1))
    elif "|" in words[:_LABEL] and (search_date(head) or words.count("|") > 1):
        found.append(("day", SURE))
    if _SAYS_THIS.match(words) and words.partition(":")[2].strip()[:1] not in QUOTES:
        found.append(("says", SURE))
    last = words[-_LABEL:]
    stamped = search_stamp(last) if len(words) > _STAMP / 2 else None
    if stamped and len(last) - stamped.end() < 12 and _POINTED.search(last[: stamped.start()].rstrip(" (–—-")):
        found.append(("time", SURE))
    end = _AT_END.search(words) if len(words) > 40 else None
    closed = end is not None and (words.endswith(")") or bool(_POINTED.search(words[: end.start()].rstrip())))
    return found + (_behind(end.group("who"), closed) if end else [])


def _behind(who: str, closed: bool) -> list[tuple[str, float]]:
    """What the words in brackets, or after a dash, at a paragraph's end tell."""
    found = [("time", SURE)] if is_stamp(who) else []
    first, comma, _ = who.partition(",")
    if is_name(first.strip()) or _FROM.fullmatch(who) or comma and _ONE_NAME.fullmatch(first.strip()):
        found.append(("name", _NAME))
    elif closed and _ONE_NAME.fullmatch(first.strip()):
        found.append(("name", _ONE))
    return found


def _speaker(line: PageLine) -> str:
    """The name with a colon before a paragraph's words, where they are no quotation of the author's; '' for none."""
    match = _LABELLED.match(unmarked(line.words))
    if match and not match.group("who"):
        return match.group("nick") or match.group("dashed")
    if not match or _NO_LABEL.fullmatch(match.group("who")):
        return ""
    if match.group("rest")[0] in QUOTES and not match.group("who").endswith(")"):  # with an age it is no dialogue
        return ""
    who = re.sub(r"[(~].*", "", match.group("who")).strip()
    return who if len(match.group("rest").split()) > 2 else ""


def _voice(line: PageLine, whole: Whole) -> float:
    """How far a paragraph speaks as a reader does: of itself, to the author, with feeling."""
    words = line.words
    weight = PRAISE if _PRAISE.match(unmarked(words)) else 0.0
    weight = ANSWER if SPEAKS_OF_TEXT.match(unmarked(words)) else weight
    weight += _FEELING_WEIGHT if FEELING.search(words) else 0
    if whole.tongue and whole.tongue.first_person.search(words):
        weight += _FEELING_WEIGHT / 2 if whole.speaks else _FEELING_WEIGHT
    called = any(re.search(rf"\b{re.escape(name)}\b", words) for name in whole.names)
    return weight + (_ADDRESS if called else 0)


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
    return re.sub(r"^(?:>{1,4} ?)+|^- |^\*{1,2}|\*{1,2}$", "", words)
