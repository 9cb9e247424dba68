"""The top of a page: menus go; title, kicker, byline and date become what the text says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from weerklank.clean.ledger.draft import Draft, Edit, metadata, remove
from weerklank.clean.web.lead import below_lead, read_off
from weerklank.clean.web.opening import opens_text
from weerklank.clean.web.page_lines import PageLine, is_bare, is_prose, page_lines, section_numbers
from weerklank.clean.web.site_words import NONE, OwnWords, is_half_talk, is_talk, surplus
from weerklank.clean.web.site_words import RULE as SITE_TALK
from weerklank.clean.web.titles import PARTS, title_key, title_keys
from weerklank.languages.person_names import is_name, names
from weerklank.languages.rules import sign

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
_BANNER_NAME = 3  # words of a site's name, which may stand above its notices
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
    edits = _dated_below_title([*edits, *_bare_edits(page, top, body, title)])
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
    def rule(self) -> str:
        return self.taken[0].rule if self.taken else ""

    @property
    def says(self) -> str:
        """'date', 'authors' or both, where the line says when and who."""
        return " ".join(edit.detail for edit in self.taken if edit.verdict == "metadata")


def _top(page: Sequence[PageLine], start: int, titled: bool) -> Iterator[_Top]:
    """The lines from `start` down to the text: those that are read off, and those that are bare."""
    numbers, own = section_numbers(page), OwnWords(page)
    bare = said = begun = False
    waiting: list[_Top] = []  # sentences of the website, where a title is still to come
    for i, line in enumerate(page[start : start + _LOOK], start):
        if opens_text(page, i, above=titled or bare):
            return
        taken = read_off(line) if line.words not in numbers else None
        if taken is not None:
            each = _Top(line, tuple(taken))
        elif _is_field_label(page, i):
            each = _Top(line, (remove(line.start, line.end, SITE_TALK),))
        elif _apart(page, i) and _may_be_title(page, i, 14 if bare or titled else 22) and line.words not in numbers:
            each, bare = _Top(line, talk=_is_button(line, own, said)), True
        elif (
            is_prose(line)
            and not (titled or begun)
            and (is_talk(line, own) or (said or i == start and line.count <= 2 * _SITE) and is_half_talk(line, own))
        ):
            waiting.append(_Top(line, (remove(line.start, line.end, SITE_TALK),)))
            continue
        elif not begun and _is_label(line, own):
            each = _Top(line, (remove(line.start, line.end, SITE_TALK),))
        else:
            return
        yield from waiting
        waiting = []
        said = each.talk or bool(each.taken)
        begun = begun or bool(each.says) or not said and line.count > _BANNER_NAME
        yield each


def _may_be_title(page: Sequence[PageLine], at: int, most: int) -> bool:
    """Whether a line is bare, of `most` words at most; a long question right above the text belongs to it."""
    if not is_bare(page[at], most):
        return False
    asks = page[at].words.endswith("?") and page[at].count > _QUESTION and at + 1 < len(page)
    return not asks or not is_prose(page[at + 1]) or read_off(page[at + 1]) is not None


def _is_label(line: PageLine, own: OwnWords) -> bool:
    """Whether a short line that is closed stands in a menu: 'Snel naar:', 'Klacht?'."""
    return line.count <= _SITE and (line.words.endswith(":") or surplus(line, own) >= 0)


def _is_field_label(page: Sequence[PageLine], at: int) -> bool:
    """Whether line `at` only names what stands on the next: 'Auteur' above a name, 'Datum' above a day."""
    if not _LABELS.fullmatch(page[at].words) or at + 1 >= len(page):
        return False
    return is_name(page[at + 1].words) or _is_meta_below(page, at)


def _is_button(line: PageLine, own: OwnWords, among: bool) -> bool:
    """Whether a bare line is the website's: a title may well hold one of its words. `among`: below one that is."""
    if _FORUM.fullmatch(line.words) or _TAGS.fullmatch(line.words) or not _WORD.search(line.words):
        return True
    return not _KICKER.fullmatch(line.words) and surplus(line, own) >= (1 if line.count > 1 else -among)


def _above_byline(top: Sequence[_Top], at: int) -> bool:
    """Whether a line stands where a title does, right above who wrote the text or when, and is as long as one."""
    line = top[at].line
    long = line.count >= _TITLED and not _FORUM.fullmatch(line.words)
    return long and at + 1 < len(top) and bool(top[at + 1].says)


def _bare_edits(
    page: Sequence[PageLine], top: Sequence[_Top], body: PageLine | None, title: PageLine | None
) -> list[Edit]:
    """What the bare lines above the text are; [] where they may be the text itself."""
    bare = [n for n, each in enumerate(top) if not each.taken]
    real = [n for n in bare if not top[n].talk or title is None and _above_byline(top, n)]
    if title is None:
        real = real or bare[-1:]
    talk = [n for n in bare if n not in real]
    if title is None and body is not None:
        menu, real = _parted(top, real)
    else:
        menu = [n for n in real if _is_field(top, n)]
        real = [n for n in real if n not in menu and not (title and any(each.says for each in top[:n]))]
    run = [top[n].line for n in real]
    if title is None and len(run) == 1 and body and not is_prose(body) and _returns(page, run[0]):
        return []
    after = [top[n].line for n in real if title is None and _under_byline(top, n)]
    if after and len(after) < len(run):
        run = [line for line in run if line not in after]
        body = next((line for line in page if line.start > after[-1].start), body)
    edits = _run_edits(run, body, title)
    if title is None and not edits:
        return []
    edits += [remove(top[n].line.start, top[n].line.end, SITE_TALK) for n in talk]
    return edits + [remove(top[n].line.start, top[n].line.end, "above-the-title") for n in menu]


def _parted(top: Sequence[_Top], real: list[int]) -> tuple[list[int], list[int]]:
    """The indices of bare lines above the title, and those from the title on."""
    persons = [n for n in real if is_name(top[n].line.words)]
    lines = [n for n in real if n not in persons and not (n - 1 in persons and _ROLE.match(top[n].line.words))]
    if len(lines) == 1 and any("authors" in each.says for each in top):
        return [n for n in persons if n < lines[0]], [n for n in real if n not in persons or n > lines[0]]
    if len(lines) < 2:
        return [], real
    kickers = [n for n in lines if _KICKER.fullmatch(top[n].line.words)]
    first = kickers[-1] if kickers and kickers[-1] != lines[-1] else _title_at(top, lines, persons)
    return [n for n in real if n < first], [n for n in real if n >= first]


def _title_at(top: Sequence[_Top], lines: Sequence[int], persons: Sequence[int]) -> int:
    """The index of the title among bare lines that are no names: the first, or what stands below a menu."""
    groups = _groups(top, lines)
    signed = sum("authors" in each.says or n in persons for n, each in enumerate(top)) > 1
    menus = [
        n
        for n, each in enumerate(top)
        if each.rule in _NAVIGATION or each.talk or signed and n in persons and n < lines[0]
    ]
    dated = any("date" in each.says for each in top)
    said = [
        n
        for n, each in enumerate(top)
        if each.says or n in persons and n > lines[0] and (dated or sum(line > n for line in lines) < 2)
    ]
    group = groups[0]
    for each in groups[1:]:
        below = _next(top, each[-1], persons)
        under_menu = any(group[-1] < n < each[0] for n in menus) and not any(group[-1] < n < each[0] for n in said)
        between = {top[n].says for n in said if group[-1] < n < each[0]}
        weblog = between == {"date"} and top[group[0]].line.count <= _SITE < top[each[0]].line.count
        if under_menu or weblog or below and top[below].says and any(n > group[-1] for n in said):
            group = each
    menu = any(n < group[0] for n in menus) or group is not groups[0]
    followed = any(n > group[-1] for n in said)
    if len(group) == 3 and followed and _TITLED <= top[group[1]].line.count < top[group[2]].line.count:
        return group[1]
    if len(group) >= 3 and (followed or menu or len(group) >= _MENU):
        return group[-1]
    if len(group) == 2 and menu and _is_menu(top[group[0]].line, top[group[1]].line):
        return group[1]
    return group[0]


def _is_menu(one: PageLine, two: PageLine) -> bool:
    """Whether of two bare lines under a menu the first belongs to it, and the second is the title."""
    return one.count < min(3, two.count) or surplus(one, NONE) >= 0


def _is_field(top: Sequence[_Top], at: int) -> bool:
    """Whether a line gives a word on the text in the block that says who and when: 'Rechtsgebied: Arbeid'."""
    beside = [top[n] for n in (at - 1, at + 1) if 0 <= n < len(top) and not (top[at].line.alone or top[n].line.alone)]
    return bool(_FIELD.fullmatch(top[at].line.words)) and any(each.says for each in beside)


def _groups(top: Sequence[_Top], lines: Sequence[int]) -> list[list[int]]:
    """Bare lines that stand together, no names counted, in order."""
    found = [[lines[0]]]
    for n in lines[1:]:
        between = top[found[-1][-1] + 1 : n]
        if any(each.taken or each.talk for each in between):
            found.append([n])
        else:
            found[-1].append(n)
    return found


def _next(top: Sequence[_Top], at: int, persons: Sequence[int]) -> int | None:
    """The index of the first line below line `at` that says who or when, buttons passed over."""
    for n in range(at + 1, len(top)):
        if top[n].says:
            return n
        if not (top[n].taken or top[n].talk or n in persons):
            return None
    return None


def _under_byline(top: Sequence[_Top], at: int) -> bool:
    """Whether a bare line stands under who and when, with a title above that: a subhead."""
    if any(each.says for each in top[at + 1 :]):
        return False
    says = [n for n, each in enumerate(top[:at]) if each.says or is_name(each.line.words) and not each.taken]
    return bool(says) and any(
        not each.taken and not each.talk and not is_name(each.line.words) for each in top[: says[0]]
    )


def _returns(page: Sequence[PageLine], line: PageLine) -> bool:
    """Whether a line stands on the page again: in verse it is a refrain, not a title."""
    key = title_key(line.words)
    return any(title_key(other.words) == key for other in page if other is not line and is_bare(other))


def _apart(page: Sequence[PageLine], at: int) -> bool:
    """Whether a line stands apart from the text below: by a blank line, or by a line that is read off.

    Short lines above such a line, or under a line of the website, go with it, but verse does not.
    """
    for i in range(at, min(len(page), at + _PACK)):
        below = page[i + 1] if i + 1 < len(page) else None
        if below is None or below.first:
            return i == at or _under_site(page, at)
        if read_off(below) or names(below.words) or is_name(below.words) or _is_sites(below):
            return True
        if not is_bare(below):
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
    return surplus(line, NONE) >= _PLAINLY or bool(_KICKER.fullmatch(line.words))


def _stray(page: Sequence[PageLine], at: int) -> int:
    """How many single letters stand at the top, left over from a heading's mark-up."""
    count = at
    while count + 1 < len(page) and len(page[count].words) == 1 and page[count].words.isalpha() and page[count].alone:
        count += 1
    below = page[count]
    return count if below.words[:1].isupper() and below.alone and is_bare(below, 22) else at


def _doubled(page: Sequence[PageLine], start: int) -> int | None:
    """Where the page's first line stands again as a title above the text, None where it does not.

    What stands between must be lines that are read off, or a menu of which some are: a refrain is no title.
    """
    first = page[start] if start < len(page) else None
    if first is None or not is_bare(first, 30) or opens_text(page, start, above=False):
        return None
    parts, whole = title_keys(first.words), title_key(first.words)
    window = bool(PARTS.search(first.words))
    numbered = start + 1 < len(page) and title_key(page[start + 1].words) in parts - {whole}
    if not window and not numbered and not _apart(page, start):
        return None
    most = _BANNER if window else 0
    best = None
    sites: set[str] = set()  # parts of the first line under which another part stands: the website's name
    known = unknown = prose = 0
    for i in range(start + 1, min(start + _LOOK, len(page))):
        line = page[i]
        key = title_key(line.words) if len(line.words) < 300 else ""
        named = best is not None and is_name(line.words)
        if key in parts and key not in sites and not named and _apart(page, i):
            part = window and key != whole and not prose
            if part or known or not unknown or unknown <= _PACK and _is_meta_below(page, i):
                if best is not None and title_key(page[best].words) != key:
                    sites.add(title_key(page[best].words))
                best = i
                continue
        if read_off(line):
            known += 1
        elif is_prose(line):
            prose += line.count
            if prose > most:
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
        if is_prose(line) and not read_off(line):
            prose += line.count
            if prose > _BANNER_WORDS:
                return start
        elif prose and i - start > _MENU and _is_dated(page, i):
            rest = page[i + 2 :]
            text = sum(other.count for other in rest if is_prose(other))
            alone = not any(_is_dated(page, n) for n in range(i + 2, len(page) - 1))
            return i if alone and text > 2 * _BANNER_WORDS else start
    return start


def _is_dated(page: Sequence[PageLine], at: int) -> bool:
    """Whether line `at` reads as a title that has the day of the text right below it."""
    line = page[at]
    if not line.first or not is_bare(line, 22) or is_name(line.words) and line.count < _TITLED or read_off(line):
        return False
    return any(edit.detail == "date" for edit in read_off(page[at + 1]) or ())


def _is_meta_below(page: Sequence[PageLine], at: int) -> bool:
    """Whether the line below line `at` says who or when."""
    return at + 1 < len(page) and any(edit.verdict == "metadata" for edit in read_off(page[at + 1]) or ())


def _above_title(above: Sequence[PageLine], title: PageLine) -> list[Edit]:
    """What stands between a title and the same title again: dates and bylines are read, the rest is a menu."""
    edits = [metadata(title.start, title.end, "title", _shown(title.words), "doubled-title")]
    for line in above:
        if title_key(line.words) == title_key(title.words):
            edits.append(remove(line.start, line.end, "doubled-title"))
        else:
            edits += read_off(line) or [remove(line.start, line.end, "above-the-title")]
    return edits


def _run_edits(run: list[PageLine], body: PageLine | None, title: PageLine | None) -> list[Edit]:
    """What the bare lines above the text are: kicker, title, subtitle, author; [] where they may be the text."""
    if body is None:
        if len(run) < 2:
            return []
        *run, body = run
    real = is_prose(body) or not body.alone or body.words[:1] in "•-*" or opens_text([body], 0, above=True)
    kickers = []
    if len(run) > 1 and _KICKER.fullmatch(run[0].words):
        kickers = [run[0]]
    people = [line for line in run if is_name(line.words) or len(names(line.words)) > 1]
    rest = [line for line in run if line not in kickers and line not in people]
    if not rest and people and title is None:
        rest, people = [people[0]], people[1:]
    if len(run) > 1 and not real:
        return []
    if len(rest) > (1 if title else 2):
        return []
    edits = [metadata(k.start, k.end, "kicker", k.words, "kicker") for k in kickers]
    edits += [metadata(p.start, p.end, "authors", "; ".join(names(p.words) or (p.words,)), "byline") for p in people]
    fields = ("subtitle",) if title else ("title", "subtitle")
    for line, field in zip(rest, fields, strict=False):
        edits += _title_edits(line) if field == "title" else [_whole(line, field)]
    return edits


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
