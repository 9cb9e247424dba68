"""The top of a page: menus go; title, kicker, byline and date become what the text says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from weerklank.clean.ledger.draft import Draft, Edit, metadata, remove
from weerklank.clean.web.lead import below_lead
from weerklank.clean.web.opening import opens_text
from weerklank.clean.web.page_lines import PageLine, page_lines, section_numbers
from weerklank.clean.web.read_off import byline, read_off
from weerklank.clean.web.site_words import RULE as SITE_TALK
from weerklank.clean.web.titles import PARTS, title_key, title_keys
from weerklank.languages.rules import kind, sign

_KICKER = sign("kicker")
_KICKED = re.compile(
    rf"(?P<kicker>(?i:{_KICKER.pattern})(?= ?[:|–—] )|{_KICKER.pattern.upper()}(?= ))(?: ?[:|–—])? +(?=\S)"
    rf"|\[(?P<boxed>(?i:{_KICKER.pattern}))\] +(?=\S)"
)
_FIELD = re.compile(r"[A-Z][\w-]{2,20}(?: [\w-]{2,20})? ?: \S.{1,60}")
_WORD = re.compile(r"[^\W\d_]{3}|^[IVX]+$|^\w$")
_TAGS = re.compile(r"[\w-]+(?: [\w-]+)?(?: [·•] [\w-]+(?: [\w-]+)?)+")  # 'Water · Wonen'
_ROLE = sign("author-role")
_LABELS = sign("field-label")
_FORUM = sign("comment-forum")
_NAVIGATION = ("menu", "skip-link", "breadcrumb", "newsletter", "subscribers", "cookies", "service")
_PACK = 6  # lines of a menu or title that may stand together
_QUESTION = 8  # words of a title that asks something
_SITE = 3  # words of a site's name at most
_FIRST_TITLE = 22  # words at most of the first line that may be a title
_SECOND_TITLE = 14  # words at most of a line that may be one below that
_TITLED = 5  # words of a title that holds a website's words
_MENU = 4  # bare lines that are more than a title and what belongs to it
_BANNER_WORDS = 45  # of sentences of the website above the title
_BANNER = 30  # words of unknown sentences that may stand between 'Title – Site' and the title
_PLAINLY = 2  # how far a line outweighs what is asked, where verse might stand
_LOOK = 400  # lines above the text, and within which the title may come back


def trim_head(draft: Draft) -> Draft:
    """Take off what stands above the essay's first words."""
    page = page_lines(draft.text)
    return draft.apply(_edits(page, bool(draft.said("title")))) if page else draft


def _edits(page: Sequence[PageLine], titled: bool) -> list[Edit]:
    """The edits for the top of this page; `titled` says that a title stood above it."""
    edits: list[Edit] = []
    start = _stray(page, 0)
    edits += [remove(page[i].start, page[i].end, "stray-letter") for i in range(start)]
    again = _doubled(page, start)
    title: PageLine | None = None
    if again is not None:
        title = page[again]
        edits += _above_title(page[start:again], title)
        start = again + 1
    else:
        signed = _signed(page, start)
        edits += [remove(line.start, line.end, "above-the-title") for line in page[start:signed]]
        start = signed
    top = list(_top(page, start, titled or title is not None))
    edits += [edit for each in top for edit in each.taken]
    body = page[start + len(top)] if start + len(top) < len(page) else None
    edits = _dated_below_title([*edits, *_bare_edits(page, top, body, title is not None)])
    return edits + below_lead(page, max((e.end for e in edits), default=0))


def _dated_below_title(edits: list[Edit]) -> list[Edit]:
    """The edits, of which a day above the title is today's where the text has its own below it."""
    title = next((edit.start for edit in edits if edit.detail == "title"), 0)
    if not any(edit.detail == "date" and edit.start > title for edit in edits):
        return edits
    return [
        remove(edit.start, edit.end, "above-the-title") if edit.detail == "date" and edit.start < title else edit
        for edit in edits
    ]


@dataclass(frozen=True, slots=True)
class _Top:
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


def _top(page: Sequence[PageLine], start: int, titled: bool) -> Iterator[_Top]:
    """The lines from `start` down to the text: those that are read off, and those that are bare."""
    numbers = section_numbers(page)
    bare = titled  # whether a title may stand above
    among = begun = False  # among: right below a line of the website
    waiting: list[_Top] = []  # sentences of the website, where a title is still to come
    for i, line in enumerate(page[start : start + _LOOK], start):
        if opens_text(page, i, above=bare):
            return
        numbered = line.words in numbers
        site = (remove(line.start, line.end, SITE_TALK),)
        taken = () if numbered else read_off(line)
        if taken or _is_field_label(page, i):
            each = _Top(line, taken or site)
        elif not numbered and _may_be_title(page, i, bare):
            each, bare = _Top(line, talk=_is_button(line, among)), True
        elif not (titled or begun) and line.prose and line.site_talk:
            waiting.append(_Top(line, site))
            continue
        elif not begun and _is_label(line):
            each = _Top(line, site)
        else:
            return
        yield from waiting
        waiting = []
        among = each.talk or bool(each.taken)
        begun = begun or bool(each.says) or not among and line.count > _SITE
        yield each


def _may_be_title(page: Sequence[PageLine], at: int, titled: bool) -> bool:
    """Whether a line is bare and apart, and not long; a long question right above the text belongs to it.

    `titled` says that a title may stand above.
    """
    if not page[at].bare_within(_SECOND_TITLE if titled else _FIRST_TITLE) or not _apart(page, at):
        return False
    asks = page[at].words.endswith("?") and page[at].count > _QUESTION and at + 1 < len(page)
    return not asks or not page[at + 1].prose


def _is_label(line: PageLine) -> bool:
    """Whether a short line that is closed stands in a menu: 'Snel naar:', 'Klacht?'."""
    return line.count <= _SITE and (line.words.endswith(":") or line.surplus >= 0)


def _is_field_label(page: Sequence[PageLine], at: int) -> bool:
    """Whether line `at` only names what stands on the next: 'Auteur' above a name, 'Datum' above a day."""
    if not _LABELS.fullmatch(page[at].words) or at + 1 >= len(page):
        return False
    return page[at + 1].is_name or _is_meta_below(page, at)


def _is_button(line: PageLine, among: bool) -> bool:
    """Whether a bare line is the website's: a title may well hold one of its words. `among`: below one that is."""
    if _FORUM.fullmatch(line.words) or _TAGS.fullmatch(line.words) or not _WORD.search(line.words):
        return True
    return not _KICKER.fullmatch(line.words) and line.surplus >= (1 if line.count > 1 else -among)


def _bare_edits(page: Sequence[PageLine], top: Sequence[_Top], body: PageLine | None, titled: bool) -> list[Edit]:
    """What the bare lines above the text are; [] where they may be the text itself."""
    real, gone = _real(top, body, titled)
    run = [each.line for each in real]
    if titled:
        signed = next((each.at for each in top if each.says), page[-1].end)
        return _run_edits([line for line in run if line.start <= signed], body, titled) + gone
    if len(run) == 1 and body and not body.prose and _returns(page, run[0]):
        return []
    subheads = [each.line for each in real if _under_byline(top, each)]
    if 0 < len(subheads) < len(run):
        run = [line for line in run if line not in subheads]
        body = next((line for line in page if line.start > subheads[-1].start), body)
    edits = _run_edits(run, body, titled)
    return edits and edits + gone


def _real(top: Sequence[_Top], body: PageLine | None, titled: bool) -> tuple[list[_Top], list[Edit]]:
    """The bare lines that are neither buttons nor a menu, with the edits for those that are.

    A line right above who wrote the text or when, as long as a title is, is no button.
    """
    bare = [each for each in top if not each.taken]
    led = [one for one, below in pairwise(top) if below.says and one.line.count >= _TITLED and not titled]
    signed = [each for each in led if not _FORUM.fullmatch(each.line.words)]
    real = [each for each in bare if not each.talk or each in signed] or ([] if titled else bare[-1:])
    menu = _Bare(top, real).menu() if body and not titled else [each for each in real if _is_field(top, each)]
    gone = [
        remove(each.line.start, each.line.end, "above-the-title" if each in menu else SITE_TALK)
        for each in bare
        if each in menu or each not in real
    ]
    return [each for each in real if each not in menu], gone


@dataclass(frozen=True)
class _Bare:
    """The bare lines above a text, and which of them stand in a menu."""

    top: Sequence[_Top]
    real: Sequence[_Top]  # the bare lines that are no buttons

    @cached_property
    def persons(self) -> list[_Top]:
        return [each for each in self.real if each.line.is_name]

    @cached_property
    def lines(self) -> list[_Top]:
        """Those that are no names, and not what a person is."""
        names = [each.line for each in self.persons]
        others = [each for each in self.real if each.line not in names]
        return [each for each in others if each.line.above not in names or not _ROLE.match(each.line.words)]

    @cached_property
    def menus(self) -> list[_Top]:
        """What surely stands in a menu: a name above all lines too, where another line says who wrote the text."""
        authors = [each for each in self.top if "authors" in each.says or each in self.persons]
        others = [each for each in self.persons if each.at < self.lines[0].at] if len(authors) > 1 else []
        return [each for each in self.top if each.kind in _NAVIGATION or each.talk or each in others]

    @cached_property
    def bylines(self) -> list[_Top]:
        """What says who or when: a name too, below the first line on a page with a day, else below all but one."""
        dated = any("date" in each.says for each in self.top)
        above = self.lines[0 if dated else -2].at
        return [each for each in self.top if each.says or each in self.persons and each.at > above]

    def menu(self) -> list[_Top]:
        """The lines that stand above the title: it is below the last kicker, or in one of the groups."""
        if len(self.lines) < 2:
            signed = any("authors" in each.says for each in self.top)
            return [each for each in self.persons if signed and self.lines and each.at < self.lines[0].at]
        kickers = [each for each in self.lines if _KICKER.fullmatch(each.line.words)]
        title = kickers[-1] if kickers and kickers[-1] is not self.lines[-1] else self._title()
        return [each for each in self.real if each.at < title.at]

    def _title(self) -> _Top:
        """The first of the lines that stand together, or the last, where the others are a menu."""
        groups = self._groups()
        group = groups[0]
        for each in groups[1:]:
            group = each if self._begins_anew(group, each) else group
        first, size = group[0], len(group)
        menu = group is not groups[0] or any(each.at < first.at for each in self.menus)
        if size == 2:
            return group[1] if menu and _is_menu(group[0].line, group[1].line) else first
        followed = self.bylines and self.bylines[-1].at > group[-1].at
        if size == 3 and followed and _TITLED <= group[1].line.count < group[2].line.count:
            return group[1]
        return group[-1] if size > 2 and (followed or menu or size >= _MENU) else first

    def _groups(self) -> list[list[_Top]]:
        """Bare lines that stand together, no names counted, in order."""
        found = [[self.lines[0]]]
        for above, each in pairwise(self.lines):
            if any(other.taken or other.talk for other in self.top if above.at < other.at < each.at):
                found.append([])
            found[-1].append(each)
        return found

    def _begins_anew(self, above: Sequence[_Top], group: Sequence[_Top]) -> bool:
        """Whether these lines are the title, and those above them a menu, or the site's name with today's day."""
        between = [each for each in self.top if above[-1].at < each.at < group[0].at]
        says = {each.says for each in between if each in self.bylines}
        if not says and any(each in self.menus for each in between):
            return True
        if says == {"date"} and above[0].line.count <= _SITE < group[0].line.count:
            return True
        below = (each for each in self.top if each.at > group[-1].at)  # of which the first that is no button says so
        return bool(next((n.says for n in below if n.says or not (n.taken or n.talk or n in self.persons)), ""))


def _is_menu(one: PageLine, two: PageLine) -> bool:
    """Whether of two bare lines under a menu the first belongs to it, and the second is the title."""
    return one.count < min(3, two.count) or one.site_surplus >= 0


def _is_field(top: Sequence[_Top], bare: _Top) -> bool:
    """Whether a line gives a word on the text in the block that says who and when: 'Rechtsgebied: Arbeid'."""
    if bare.line.alone or not _FIELD.fullmatch(bare.line.words):
        return False
    beside = [each for each in top if each.line is bare.line.above or each.line.above is bare.line]
    return any(each.says and not each.line.alone for each in beside)


def _under_byline(top: Sequence[_Top], bare: _Top) -> bool:
    """Whether a bare line stands under who and when, with a title above that: a subhead."""
    if any(each.says and each.at > bare.at for each in top):
        return False
    above = [each for each in top if each.at < bare.at]
    signed = next((each.at for each in above if each.says or each.line.is_name and not each.taken), -1)
    return any(each.at < signed and not (each.taken or each.talk or each.line.is_name) for each in above)


def _returns(page: Sequence[PageLine], line: PageLine) -> bool:
    """Whether a line stands on the page again: in verse it is a refrain, not a title."""
    key = title_key(line.words)
    return any(title_key(other.words) == key for other in page if other is not line and other.bare)


def _apart(page: Sequence[PageLine], at: int) -> bool:
    """Whether a line stands apart from the text below: by a blank line, or by a line that is read off.

    Short lines above such a line, or under a line of the website, go with it, but verse does not.
    """
    for i in range(at, min(len(page), at + _PACK)):
        below = page[i + 1] if i + 1 < len(page) else None
        if below is None or below.first:
            return i == at or _under_site(page, at)
        if read_off(below) or below.names or _is_sites(below):
            return True
        if not below.bare:
            return False
    return False


def _under_site(page: Sequence[PageLine], at: int) -> bool:
    """Whether a line of the website stands in the block of line `at`, there or above."""
    for i in range(at, max(-1, at - _PACK), -1):
        if _is_sites(page[i]):
            return True
        if page[i].first:
            return False
    return False


def _is_sites(line: PageLine) -> bool:
    """Whether a line is no verse: it is plainly the website's, or the word above a title."""
    return line.site_surplus >= _PLAINLY or bool(_KICKER.fullmatch(line.words))


def _stray(page: Sequence[PageLine], at: int) -> int:
    """How many single letters stand at the top, left over from a heading's mark-up."""
    count = at
    while count + 1 < len(page) and len(page[count].words) == 1 and page[count].words.isalpha() and page[count].alone:
        count += 1
    below = page[count]
    return count if below.words[:1].isupper() and below.alone and below.bare_within(_FIRST_TITLE) else at


def _doubled(page: Sequence[PageLine], start: int) -> int | None:
    """Where the page's first line stands again as a title above the text, None where it does not.

    What stands between must be lines that are read off, or a menu of which some are: a refrain is no title.
    """
    first = page[start] if start < len(page) else None
    if first is None or not first.bare_within(30) or opens_text(page, start, above=False):
        return None
    parts, whole = title_keys(first.words), title_key(first.words)
    window = bool(PARTS.search(first.words))
    numbered = start + 1 < len(page) and title_key(page[start + 1].words) in parts - {whole}
    if not window and not numbered and not _apart(page, start):
        return None
    return _last_repeat(page, start, window)


def _last_repeat(page: Sequence[PageLine], start: int, window: bool) -> int | None:
    """Where the first line stands again above the text; `window` says that it is 'Title – Site'."""
    parts, whole = title_keys(page[start].words), title_key(page[start].words)
    best = None
    known = unknown = prose = 0
    for i, line in enumerate(page[start + 1 : start + _LOOK], start + 1):
        key = title_key(line.words) if len(line.words) < 300 else ""
        if key in parts and not (best and line.is_name) and _apart(page, i):
            part = window and key != whole and not prose
            if part or known or not unknown:
                site = title_key(page[best].words) if best else key
                parts -= {site} - {key}  # under the website's name its title stands
                best = i
                continue
        if read_off(line):
            known += 1
        elif line.prose:
            prose += line.count
            if prose > (_BANNER if window else 0):
                break
        else:
            unknown += 1
    return best


def _signed(page: Sequence[PageLine], start: int) -> int:
    """The index of the title under a menu with some sentences of the website, with a day right under it; else `start`.

    No other line on the page may have a day under it, as in a diary, and the text must be far longer than the menu.
    """
    prose = 0
    for i in range(start, min(start + _LOOK, len(page) - 1)):
        line = page[i]
        if line.prose and not read_off(line):
            prose += line.count
            if prose > _BANNER_WORDS:
                return start
        elif prose and i - start > _MENU and _is_dated(page, i):
            rest = page[i + 2 :]
            text = sum(other.count for other in rest if other.prose)
            alone = not any(_is_dated(page, n) for n in range(i + 2, len(page) - 1))
            return i if alone and text > 2 * _BANNER_WORDS else start
    return start


def _is_dated(page: Sequence[PageLine], at: int) -> bool:
    """Whether line `at` reads as a title that has the day of the text right below it."""
    line = page[at]
    if not line.first or not line.bare_within(_FIRST_TITLE) or line.is_name or read_off(line):
        return False
    return any(edit.detail == "date" for edit in read_off(page[at + 1]))


def _is_meta_below(page: Sequence[PageLine], at: int) -> bool:
    """Whether the line below line `at` says who or when."""
    return at + 1 < len(page) and any(edit.verdict == "metadata" for edit in read_off(page[at + 1]))


def _above_title(above: Sequence[PageLine], title: PageLine) -> list[Edit]:
    """What stands between a title and the same title again: dates and bylines are read, the rest is a menu."""
    edits = [metadata(title.start, title.end, "title", _shown(title.words), "doubled-title")]
    for line in above:
        if title_key(line.words) == title_key(title.words):
            edits.append(remove(line.start, line.end, "doubled-title"))
        else:
            edits += read_off(line) or [remove(line.start, line.end, "above-the-title")]
    return edits


def _run_edits(run: list[PageLine], body: PageLine | None, titled: bool) -> list[Edit]:
    """What the bare lines above the text are: kicker, title, subtitle, author; [] where they may be the text."""
    if body is None and len(run) > 1:
        *run, body = run
    if body is None or len(run) > 1 and not _is_text(body):
        return []
    kickers = run[:1] if len(run) > 1 and _KICKER.fullmatch(run[0].words) else []
    rest = run[len(kickers) :]
    people = [line for line in rest if line.names]
    people = people if titled or len(people) < len(rest) else people[1:]  # a title may be a name
    rest = [line for line in rest if line not in people]
    fields = ("subtitle",) if titled else ("title", "subtitle")
    if len(rest) > len(fields):
        return []
    edits = [metadata(k.start, k.end, "kicker", k.words, "kicker") for k in kickers] + [byline(p) for p in people]
    for line, field in zip(rest, fields, strict=False):
        edits += _title_edits(line) if field == "title" else [_whole(line, field)]
    return edits


def _is_text(line: PageLine) -> bool:
    """Whether a line below bare ones is running text, verse or a list, and no further bare line."""
    return line.prose or not line.alone or line.words[0] in "•-*" or opens_text([line], 0, above=True)


def _whole(line: PageLine, field: str) -> Edit:
    return metadata(line.start, line.end, field, _shown(line.words), field)


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
        metadata(at, line.end, "title", _shown(line.words[match.end() :]), "title"),
    ]


def _shown(words: str) -> str:
    return " ".join(words.split())
