"""The bare lines above a text: which is its title, and what the others are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile

from weerklank.clean.ledger.draft import Edit, metadata, remove
from weerklank.clean.web.opening import opens_text
from weerklank.clean.web.page_lines import PageLine
from weerklank.clean.web.read_off import byline
from weerklank.clean.web.site_words import RULE as SITE_TALK
from weerklank.clean.web.titles import title_key
from weerklank.languages.person_names import is_person
from weerklank.languages.rules import kind, sign

KICKER = sign("kicker")
FORUM = sign("comment-forum")
SITE = 3  # words of a site's name at most
MENU = 4  # bare lines that are more than a title and what belongs to it
_KICKED = re.compile(
    rf"(?P<kicker>(?i:{KICKER.pattern})(?= ?[:|–—] )|{KICKER.pattern.upper()}(?= ))(?: ?[:|–—])? +(?=\S)"
    rf"|\[(?P<boxed>(?i:{KICKER.pattern}))\] +(?=\S)"
)
_SITE_NAME = re.compile(r"[A-Z]{2,5}|(?:\w+ ){0,2}\w*(?i:blog|magazine|journal|nieuws|news)", re.ASCII)
_WEEKDAY = re.compile(
    r"(?:maan|dins|woens|donder|vrij|zater|zon|mon|tues|wednes|thurs|fri|satur|sun)da[gy]\b"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag\b|mittwoch\b|sonnabend\b",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[A-Z][\w-]{2,20}(?: [\w-]{2,20})? ?: \S.{1,60}")
_ROLE = sign("author-role")
_NAVIGATION = ("menu", "skip-link", "breadcrumb", "newsletter", "subscribers", "cookies", "service")
_TITLE_AND_SUBTITLE = 2  # bare lines
_LABEL = 2  # words of a rubric or a site's name
_SUBTITLE = sign("begins-subtitle")
_TITLED = 5  # words of a title that holds a website's words


@dataclass(frozen=True, slots=True)
class TopLine:
    """A line above the text: `taken` are its edits where it is read off; else it is bare, or `talk` of the website."""

    line: PageLine
    taken: tuple[Edit, ...] = ()
    talk: bool = False

    @property
    def at(self) -> int:
        """Its place among the others."""
        return self.line.start

    @property
    def kind(self) -> str:
        """What the steps take the rule for by which it goes."""
        return kind(self.taken[0].rule) if self.taken else ""

    @property
    def says(self) -> str:
        """'date', 'authors' or both, where the line says when and who."""
        return " ".join(edit.detail for edit in self.taken if edit.verdict == "metadata")


def bare_edits(page: Sequence[PageLine], top: Sequence[TopLine], body: PageLine | None, titled: bool) -> list[Edit]:
    """What the bare lines above the text are; [] where they may be the text itself."""
    real, gone = _real(top, body, titled)
    run = [each.line for each in real]
    signs = any("authors" in each.says for each in top)
    if titled:
        signed = next((each.at for each in top if each.says), page[-1].end)
        return _run_edits(page, [line for line in run if line.start <= signed], body, titled, signs) + gone
    if len(run) == 1 and body and not body.prose and _returns(page, run[0]):
        return []
    subheads = [each.line for each in real if _under_byline(top, each)]
    if 0 < len(subheads) < len(run):
        run = [line for line in run if line not in subheads]
        body = next((line for line in page if line.start > subheads[-1].start), body)
    edits = _run_edits(page, run, body, titled, signs)
    return edits and edits + gone


def menu_below(top: Sequence[TopLine]) -> int:
    """How many lines make a site's menu, where the title that stood twice above these lines is the site's name: below
    the menu stand a title and a subtitle, and who wrote the text and when; else 0.
    """
    menu = list(takewhile(lambda each: each.kind in _NAVIGATION, top))
    below = top[len(menu) :]
    bare = [each for each in below if not (each.taken or each.talk or each.line.is_name)]
    titled = len(bare) == _TITLE_AND_SUBTITLE and bare[0] is below[0]
    return len(menu) if len(menu) > 1 and titled and any("date" in each.says for each in below) else 0


def _real(top: Sequence[TopLine], body: PageLine | None, titled: bool) -> tuple[list[TopLine], list[Edit]]:
    """The bare lines that are neither buttons nor a menu, with the edits for those that are.

    A line right above who wrote the text or when, as long as a title is, is no button.
    """
    bare = [each for each in top if not each.taken]
    signed = [] if titled else _signed(top)
    real = [each for each in bare if not each.talk or each in signed] or ([] if titled else bare[-1:])
    menu = _Bare(top, real).menu() if body and not titled else [each for each in real if _is_field(top, each)]
    gone = [
        remove(each.line.start, each.line.end, "above-the-title" if each in menu else SITE_TALK)
        for each in bare
        if each in menu or each not in real
    ]
    return [each for each in real if each not in menu], gone


def _signed(top: Sequence[TopLine]) -> list[TopLine]:
    """The lines as long as a title that stand right above who wrote the text or when."""
    led = [
        one
        for one, below in pairwise(top)
        if below.says and one.line.count >= _TITLED or len(below.line.names) > 1 and one.line.count >= SITE
    ]
    return [each for each in led if not FORUM.fullmatch(each.line.words)]


@dataclass(frozen=True)
class _Bare:
    """The bare lines above a text, and which of them stand in a menu."""

    top: Sequence[TopLine]
    real: Sequence[TopLine]  # the bare lines that are no buttons

    @cached_property
    def persons(self) -> list[TopLine]:
        signs = any("authors" in each.says for each in self.top)
        return [each for each in self.real if each.line.is_name or each.line.names and not signs]

    @cached_property
    def lines(self) -> list[TopLine]:
        """Those that are no names, and not what a person is."""
        names = [each.line for each in self.persons]
        others = [each for each in self.real if each.line not in names]
        return [each for each in others if each.line.above not in names or not _ROLE.match(each.line.words)]

    @cached_property
    def menus(self) -> list[TopLine]:
        """What surely stands in a menu: a name above all lines too, where another line says who wrote the text."""
        authors = [each for each in self.top if "authors" in each.says or each in self.persons]
        others = [each for each in self.persons if each.at < self.lines[0].at] if len(authors) > 1 else []
        return [each for each in self.top if each.kind in _NAVIGATION or each.talk or each in others]

    @cached_property
    def bylines(self) -> list[TopLine]:
        """What says who or when: a name too, below the first line on a page with a day, else below all but one."""
        dated = any("date" in each.says for each in self.top)
        above = self.lines[0 if dated else -2].at
        said = (each for each in self.top if each.says or each.kind == "meta-line" or each in self.persons)
        return [each for each in said if each.at > above or each not in self.persons]

    def menu(self) -> list[TopLine]:
        """The lines that stand above the title: it is below the last kicker, or in one of the groups."""
        if len(self.lines) < 2:
            signed = any("authors" in each.says for each in self.top)
            above = [each for each in self.persons if self.lines and each.at < self.lines[0].at]
            return [each for each in above if signed or not is_person(each.line.words)]
        kickers = [each for each in self.lines if KICKER.fullmatch(each.line.words)]
        title = kickers[-1] if kickers and kickers[-1] is not self.lines[-1] else self._title()
        return [each for each in self.real if each.at < title.at]

    def _title(self) -> TopLine:
        """The first of the lines that stand together, or the last, where the others are a menu."""
        groups = self._groups()
        group = groups[0]
        for each in groups[1:]:
            group = each if self._begins_anew(group, each) else group
        first, size = group[0], len(group)
        menu = group is not groups[0] or any(each.at < first.at for each in self.menus)
        if size == 2:
            motto = not first.line.first and group[1].line.first and bool(self.bylines)  # under the site's name
            capitals = first.line.words.isupper() and not group[1].line.words.isupper() and bool(self.bylines)
            below = (
                capitals
                or menu
                and _is_menu(group[0].line, group[1].line)
                or _SITE_NAME.fullmatch(first.line.words)
                or motto
            )
            return group[1] if below else first
        followed = self.bylines and self.bylines[-1].at > group[-1].at
        if size == 3 and followed and _is_between(*(each.line for each in group)):
            return group[1]
        return group[-1] if size > 2 and (followed or menu or size >= MENU) else first

    def _groups(self) -> list[list[TopLine]]:
        """Bare lines that stand together, no names counted, in order."""
        found = [[self.lines[0]]]
        for above, each in pairwise(self.lines):
            if any(other.taken or other.talk for other in self.top if above.at < other.at < each.at):
                found.append([])
            found[-1].append(each)
        return found

    def _begins_anew(self, above: Sequence[TopLine], group: Sequence[TopLine]) -> bool:
        """Whether these lines are the title, and those above them a menu, or the site's name with today's day."""
        between = [each for each in self.top if above[-1].at < each.at < group[0].at]
        says = {each.says for each in between if each in self.bylines}
        if not says and any(each in self.menus for each in between):
            return True
        if says == {"date"} and (above[0].line.count <= SITE < group[0].line.count or self._heads_day(between)):
            return True
        below = (each for each in self.top if each.at > group[-1].at)  # of which the first that is no button says so
        return bool(next((n.says for n in below if n.says or not (n.taken or n.talk or n in self.persons)), ""))

    def _heads_day(self, between: Sequence[TopLine]) -> bool:
        """Whether a day with the name of its weekday stands by itself, as weblogs have it above each text, and right
        above one line and the text.
        """
        day = between[-1].line
        alone = len(between) == 1 and day.alone and bool(_WEEKDAY.match(day.words))
        return alone and [each.at for each in self.top if each.at > day.start] == [self.lines[-1].at]


def _is_between(rubric: PageLine, title: PageLine, below: PageLine) -> bool:
    """Whether of three lines above a byline the middle one is the title: each is longer than the one above."""
    if _TITLED <= title.count < below.count:
        return True
    return rubric.count <= SITE and rubric.count < title.count < below.count


def _is_menu(one: PageLine, two: PageLine) -> bool:
    """Whether of two bare lines under a menu the first belongs to it, and the second is the title."""
    return one.count < min(3, two.count) or one.site_surplus >= 0


def _is_field(top: Sequence[TopLine], bare: TopLine) -> bool:
    """Whether a line gives a word on the text in the block that says who and when: 'Rechtsgebied: Arbeid'."""
    if bare.line.alone or not _FIELD.fullmatch(bare.line.words):
        return False
    beside = [each for each in top if each.line is bare.line.above or each.line.above is bare.line]
    return any(each.says and not each.line.alone for each in beside)


def _under_byline(top: Sequence[TopLine], bare: TopLine) -> bool:
    """Whether a bare line stands under who and when, with a title above that: a subhead."""
    if any(each.says and each.at > bare.at for each in top):
        return False
    above = [each for each in top if each.at < bare.at]
    signed = next((each.at for each in above if each.says or each.line.is_name and not each.taken), -1)
    others = (each for each in above if each.at < signed and not KICKER.fullmatch(each.line.words))
    return any(not (each.taken or each.talk or each.line.is_name) for each in others)


def _returns(page: Sequence[PageLine], line: PageLine) -> bool:
    """Whether a line stands on the page again: in verse it is a refrain, not a title."""
    key = title_key(line.words)
    return any(title_key(other.words) == key for other in page if other is not line and other.bare)


def _run_edits(
    page: Sequence[PageLine], run: list[PageLine], body: PageLine | None, titled: bool, signs: bool
) -> list[Edit]:
    """What the bare lines above the text are: kicker, title, subtitle, author; [] where they may be the text. `signs`
    says that another line names the author: then what looks like a list of names is a title ('Small Town, Long Road').
    """
    if body is None and len(run) > 1:
        *run, body = run
    if body is None or len(run) > 1 and not _is_text(body):
        return []
    kickers = run[:1] if (titled and run or len(run) > 1) and KICKER.fullmatch(run[0].words) else []
    rest = run[len(kickers) :]
    people = [line for line in rest if line.is_name or line.names and not signs]
    people = people if titled or len(people) < len(rest) else people[1:]  # a title may be a name
    rest = [line for line in rest if line not in people]
    above = rest[:1] if not titled and len(rest) > 1 and _is_rubric(page, *rest[:2]) else []
    rest = rest[len(above) :]
    fields = ("subtitle",) if titled else ("title", "subtitle")
    if len(rest) > len(fields):
        return []
    edits = [metadata(k.start, k.end, "kicker", k.words, "kicker") for k in kickers] + [byline(p) for p in people]
    edits += [remove(line.start, line.end, "above-the-title") for line in above]
    for line, field in zip(rest, fields, strict=False):
        edits += _title_edits(line) if field == "title" else [_whole(line, field)]
    return edits


def _is_rubric(page: Sequence[PageLine], one: PageLine, two: PageLine) -> bool:
    """Whether of two bare lines the first is a rubric or a site's name: the second is far longer, and no subtitle, and
    the text never says the first, as it would its title.
    """
    longer = one.count <= _LABEL < two.count and one.count * 2 <= two.count
    if not longer or two.words[0].islower() or _SUBTITLE.match(two.words):
        return False
    return not any(line.prose and one.words.casefold() in line.words.casefold() for line in page)


def _is_text(line: PageLine) -> bool:
    """Whether a line below bare ones is running text, verse or a list, and no further bare line."""
    return line.prose or not line.alone or opens_text([line], 0, above=True)


def _whole(line: PageLine, field: str) -> Edit:
    return metadata(line.start, line.end, field, shown(line.words), field)


def _title_edits(line: PageLine) -> list[Edit]:
    """A title, its kicker taken apart: 'COLUMN We zijn er nog'."""
    match = _KICKED.match(line.words)
    if not match:
        return [_whole(line, "title")]
    start, end = match.span("kicker" if match["kicker"] else "boxed")
    at = line.start + match.end()
    edits = [remove(line.start, line.start + start, "kicker")] if start else []
    return [
        *edits,
        metadata(line.start + start, line.start + end, "kicker", line.words[start:end], "kicker"),
        remove(line.start + end, at, "kicker"),
        metadata(at, line.end, "title", shown(line.words[match.end() :]), "title"),
    ]


def shown(words: str) -> str:
    return " ".join(words.split()).rstrip(",")
