"""The cut where readers' comments begin. They are counted, never published.

A heading alone is no proof: an essay may have a subhead 'Reacties'. What follows must look like
comments or a form to write one, or be nothing at all. Comments without a heading are known by
their author and time, again and again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from weerklank.clean.ledger.draft import Draft, Edit, metadata, remove
from weerklank.clean.web.page_lines import PageLine, page_lines
from weerklank.clean.web.speakers import is_stamp
from weerklank.clean.web.titles import below_titles
from weerklank.languages.dates import search_date, search_stamp
from weerklank.languages.person_names import is_name
from weerklank.languages.rules import kind, sign

RULE = "comments"
_HEADING = 250  # characters: no heading or author is longer
_LEAD = 80  # words: a lead is no longer
_SHORT = 40  # words: a text is hardly shorter
_SOON = 4  # lines below a heading in which the first sign must stand
_NEAR = 12  # lines below a heading in which signs of comments are counted
_NUMBERS = {"een": 1, "één": 1, "one": 1, "twee": 2, "two": 2, "drie": 3, "three": 3, "vier": 4, "vijf": 5, "zes": 6}
_NUMBERS |= {"zeven": 7, "acht": 8, "negen": 9, "tien": 10}
_MENTION = sign("comment-mention")
_CERTAIN = sign("comment-heading-certain")
_SAYS = sign("comment-says")
_SAYS_ALONE = sign("comment-says-alone")
_SAYS_THIS = sign("comment-says-this")
_REPLY = sign("comment-reply")
_AGO_SHORT = sign("comment-age-short")
_NUMBERED = sign("comment-number")
_FORUM = sign("comment-forum")
_POST = sign("comment-post")
_SENT = sign("comment-sent")
_FIELD = sign("comment-field")
_BUTTONS = sign("comment-buttons")
_ANONYMOUS = sign("comment-anonymous")
_PUT = sign("put-there")
_GREETING = sign("comment-greeting")
_CERTAIN_SIGNS = (_SAYS_ALONE, _ANONYMOUS, _AGO_SHORT, _FIELD)
_INITIAL = re.compile(r"[A-Z][\w'’-]{1,20}(?: [a-z]{2,3}){0,2} [A-Z]\.?")
_TELLS = (":", "...", "…")  # 'Els zei:', and on Blogger 'Els zei...'
_ITEM = ("•", "-", "*")  # a button among buttons, or an item of the author's
_HEADLIKE = re.compile(r"\d|:$")
_HEADS = ("comments-heading", "comment-invitation")
_FORMS = ("comment-invitation", "comment-form", "comment-part")


def cut_comments(draft: Draft) -> Draft:
    """Everything from the comments' heading, or their first author, to the end goes; their number stays."""
    page = page_lines(draft.text)
    at = _beginning(page)
    if at is None:
        return draft
    first, text = page[at], draft.text
    count = _count(page, at)
    edits: list[Edit] = []
    heading = first.at_foot
    told = (
        first.end if count and heading and heading.rule == "comments-heading" else first.start
    )  # else it names someone
    if count:
        edits.append(metadata(first.start, told, "comments", str(count), RULE))
    if told < len(text):
        edits.append(remove(told, len(text), RULE))
    return draft.apply(edits)


def _beginning(page: Sequence[PageLine]) -> int | None:
    """The index of the line at which the comments begin, None where there are none."""
    above = 0  # words of prose so far
    top = below_titles(page)
    for i, line in enumerate(page[top:], top):
        found = None
        if len(line.words) <= _HEADING and _may_begin(page, i):
            found = line.at_foot
            if above and _begins(page, i, found.rule if found else "", above):
                return i - _titled(page, i)
        if not found and (len(line.words) > _HEADING or line.prose) and not _is_title(line):
            above += line.count
    return None


def _titled(page: Sequence[PageLine], at: int) -> bool:
    """Whether the line above the first author is the comment's own title, as further comments have one too."""
    if not _author_and_time(page, at) or not at or not page[at - 1].bare:
        return False
    others = [i for i in range(at + 1, len(page)) if is_stamp(page[i].words) and _author_and_time(page, i)]
    titled = [i for i in others if page[i - 1].bare and not page[i - 1].at_foot]
    return (
        bool(others) and 2 * len(titled) > len(others) and not any(_REPLY.fullmatch(page[i - 1].plain) for i in titled)
    )


def _may_begin(page: Sequence[PageLine], at: int) -> bool:
    """Whether line `at` is none that a paragraph runs on into; a forum's signature may stand right above."""
    line = page[at]
    if page[at].goes_on and not _HEADLIKE.search(line.words):
        return False
    if line.first or at > 0 and not page[at - 1].prose or _FORUM.fullmatch(line.words):
        return True
    if line.count >= _SHORT / 4 or line.words[:1].islower():
        return False
    return bool(_CERTAIN.fullmatch(line.plain)) or page[at - 1].at_foot is not None


def _is_title(line: PageLine) -> bool:
    """Whether a line may be a title that asks something."""
    return line.alone and line.count < _SHORT / 4 and line.words.endswith("?")


def _begins(page: Sequence[PageLine], at: int, rule: str, above: int) -> bool:
    """Whether line `at`, which `rule` takes for residue, is the comments' heading, or their first author."""
    if rule in (*_HEADS, *_FORMS):
        if any(_author_and_time(page, i) and _is_byline(page, i, above) for i in range(at + 1, min(at + 6, len(page)))):
            return False
        return not page[at].words.startswith(_ITEM) and _follows(page, at, rule, above)
    if page[at].bare_within(9) and _MENTION.search(page[at].plain) and _at_once(page, at):
        return _signs(page, at) > 1
    return _thread(page, at) and not _is_byline(page, at, above)


def _is_byline(page: Sequence[PageLine], at: int, above: int) -> bool:
    """Whether the name and time at line `at` are the author's: under a lead, and over more text than one comment."""
    if above > _LEAD:
        return False
    stamp = next((i for i in range(at, min(len(page), at + 3)) if is_stamp(page[i].words)), at)
    words = paragraphs = 0
    for i in range(stamp + 1, len(page)):
        reply = words > 0 and _REPLY.fullmatch(page[i].plain)  # above the text it is a button
        if _author_and_time(page, i) or reply or _GREETING.match(page[i].words):
            break
        if page[i].prose and not page[i].at_foot:
            words, paragraphs = words + page[i].count, paragraphs + 1
    return paragraphs > 1 and words > max(_SHORT, 2 * above)


def _follows(page: Sequence[PageLine], at: int, rule: str, above: int) -> bool:
    """Whether what stands below line `at` is what stands below the heading of comments or of a form."""
    below = page[at + 1 :]
    signs = _signs(page, at) if _at_once(page, at) else 0
    prose = [line for line in below if line.prose and not line.at_foot]
    if not prose or signs >= 2:
        return True
    if rule == "comments-heading" and _CERTAIN.fullmatch(page[at].plain):
        return signs > 0 or above >= 40 and above >= 0.15 * sum(line.count for line in page if line.prose)
    nearest = next((i for i in range(at + 1, len(page)) if page[i] is prose[0]), at)
    between = page[at + 1 : nearest]
    form = [line for line in between if (found := line.at_foot) and found.rule in _FORMS]
    return len(form) >= 2 or signs > 0 and len(prose) <= 3 * signs


def _at_once(page: Sequence[PageLine], at: int) -> bool:
    """Whether people comment right below line `at`, not below another heading further down."""
    for i in range(at + 1, min(len(page), at + 1 + _SOON)):
        if _sign(page, i) or _named(page, i):
            return True
        found = page[i].at_foot
        if found and (found.rule == "comments-heading" or kind(found.rule) in ("share", "tags") and page[i].first):
            return False
    return bool(_name_first(page, at))


def _signs(page: Sequence[PageLine], at: int) -> int:
    """How strongly the lines right below line `at` say that people comment there."""
    near = range(at + 1, min(len(page), at + 1 + _NEAR))
    return sum(_sign(page, i) or _named(page, i) for i in near) + _name_first(page, at)


def _named(page: Sequence[PageLine], i: int) -> int:
    """2 where line `i` is a day and nothing else, under a name."""
    day = search_date(page[i].words) if len(page[i].words) < 40 else None
    if not day or len(_PUT.sub("", page[i].words).replace(day.group(), "").strip(" :,.")) > 2:
        return 0
    return 2 if page[i - 1].bare_within(5) or _INITIAL.fullmatch(page[i - 1].words) else 0


def _name_first(page: Sequence[PageLine], at: int) -> int:
    """2 where a heading with a number is followed by a name and what that person says, 1 for any other heading."""
    below = page[at + 1 : at + 3]
    if len(below) < 2 or not below[0].bare_within(4) or not below[0].words[:1].isupper() or not below[1].prose:
        return 0
    return 2 if re.match(r"\d|[eé]{2}n ", page[at].plain) else 1


def _sign(page: Sequence[PageLine], i: int) -> int:
    """How strongly line `i` says that somebody comments here: 0, 1 or 2."""
    words = page[i].words
    if _SAYS_THIS.match(words):
        return 1
    if len(words) > 140:
        match = _NUMBERED.match(words[:8] + " x" if re.match(r"\d{1,3}\. ", words) else "-")
        return 1 if match or _GREETING.match(words) else 0
    if is_stamp(words) or _BUTTONS.fullmatch(page[i].plain) or any(each.fullmatch(words) for each in _CERTAIN_SIGNS):
        return 2
    if _SAYS.fullmatch(words) and (words.endswith(_TELLS) or search_date(words)):
        return 2
    if _REPLY.fullmatch(page[i].plain) or _NUMBERED.match(words) or _GREETING.match(words) or _FORUM.fullmatch(words):
        return 1
    found = page[i].at_foot
    return 1 if found and found.rule in _FORMS else 0


def _thread(page: Sequence[PageLine], at: int) -> bool:
    """Whether comments begin at line `at` without a heading: an author with a time, and that again."""
    if not _author_and_time(page, at):
        return _dated_thread(page, at)
    stamp = next((i for i in range(at, min(len(page), at + 3)) if is_stamp(page[i].words)), at)
    again = sum(_author_and_time(page, i) for i in range(stamp + 1, min(len(page), at + 60)))
    replies = sum(bool(_REPLY.fullmatch(page[i].plain)) for i in range(at + 1, min(len(page), at + 30)))
    says = any(
        _SAYS.fullmatch(page[i].words) or _SAYS_ALONE.fullmatch(page[i].words)
        for i in range(at, min(len(page), at + 2))
    )
    return again >= 1 or replies >= 1 or says


def _dated_thread(page: Sequence[PageLine], at: int) -> bool:
    """Whether line `at` is a name with a day and no time below it, a button to reply below that, and that again."""
    if not page[at].bare_within(5) or at + 1 >= len(page) or not _named(page, at + 1):
        return False
    further = range(at + 2, min(len(page), at + 60))
    replies = sum(bool(_REPLY.fullmatch(page[i].plain)) for i in further)
    return replies > 1 or replies == 1 and any(_named(page, i) for i in further)


def _author_and_time(page: Sequence[PageLine], i: int) -> bool:
    """Whether a comment's author stands at line `i`, with the time there or in the next two lines."""
    words = page[i].words
    if len(words) > 120 or page[i].prose and not (_SAYS.fullmatch(words) or _SENT.fullmatch(words)):
        return False
    if _POST.fullmatch(words) or is_name(words) and any(_AGO_SHORT.fullmatch(o.words) for o in page[i + 1 : i + 3]):
        return True
    if is_stamp(words):
        return any(_FORUM.fullmatch(line.words) for line in page[i + 1 : i + 4]) or _names_before(words)
    if page[i].count > 6 or not (words[:1].isalnum() or words[:1] == "@") or _counts(page[i]):
        return False
    below = page[i + 1].words if i + 1 < len(page) else ""
    return bool(_SAYS_ALONE.fullmatch(below)) or is_stamp(below) and not _author_in(below)


def _names_before(stamp: str) -> bool:
    """Whether more than what says that it was put there stands before the day of a line."""
    day = search_stamp(stamp)
    before = stamp[: day.start()].strip(" ,|·-–—") if day else stamp
    return bool(re.search(r"[^\W\d_]{2}", _PUT.sub("", before)))


def _counts(line: PageLine) -> bool:
    """Whether a line is a counter, such as stands above a date too."""
    found = line.at_foot
    return found is not None and kind(found.rule) == "counter"


def _author_in(words: str) -> bool:
    day = search_date(words)
    return bool(day and re.search(r"[A-Z]\w+ ?[,|·-]? ?$", words[: day.start()]))


def _count(page: Sequence[PageLine], at: int) -> int:
    """How many comments there are: as the heading says, else as many as show an author or a number."""
    said = re.search(r"\((\d{1,5})\)|^(\d{1,5})\b|\b(\d{1,5})$", page[at].plain)
    found = page[at].at_foot
    if said and found and found.rule == "comments-heading":
        return int(next(group for group in said.groups() if group))
    word = page[at].plain.split()[0] if page[at].plain else ""
    if found and word in _NUMBERS and found.rule == "comments-heading":
        return _NUMBERS[word]
    times = sum(is_stamp(line.words) for line in page[at:])
    says = sum(
        bool(_SAYS_ALONE.fullmatch(line.words) or line.words.endswith(_TELLS) and _SAYS.fullmatch(line.words))
        for line in page[at:]
    )
    numbered = sum(bool(_NUMBERED.match(line.words)) for line in page[at:])
    replies = sum(bool(_REPLY.fullmatch(line.plain) or _BUTTONS.fullmatch(line.plain)) for line in page[at + 1 :])
    return max(times, says, numbered if numbered > 1 else 0, replies if replies > 1 else 0)
