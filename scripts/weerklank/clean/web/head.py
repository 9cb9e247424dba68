"""The top of a page: menus go; title, kicker, byline and date become what the text says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from weerklank.clean.ledger.draft import Draft, Edit, metadata, remove
from weerklank.clean.web.lead import below_lead, doubled_lead
from weerklank.clean.web.opening import opens_text
from weerklank.clean.web.page_lines import PageLine, page_lines, section_headings, section_numbers
from weerklank.clean.web.read_off import read_off
from weerklank.clean.web.site_words import RULE as SITE_TALK
from weerklank.clean.web.title_lines import FORUM, KICKER, MENU, SITE, TopLine, bare_edits, menu_below, shown
from weerklank.clean.web.titles import PARTS, fused, title_key, title_keys
from weerklank.languages.rules import sign

_WORD = re.compile(r"[^\W\d_]{3}|^[IVX]+$|^\w$")
_TAGS = re.compile(
    r"[\w-]+(?: [\w-]+)?(?:(?: [·•] [\w-]+(?: [\w-]+)?)+|(?: \| [\w-]+(?: [\w-]+)?){2,})"
)  # 'Water · Wonen'
_BAR = re.compile(rf"{PARTS.pattern}|: ")  # of a window: 'Title – Site', 'Site: Title'
_LABELS = sign("field-label")
_NO_TITLE = sign("no-page-title")
_TWO = re.compile(r"[a-zß-ÿ]{2}[.!?] [A-ZÀ-Þ]")  # an end of a sentence, and another sentence
_PACK = 6  # lines of a menu or title that may stand together
_QUESTION = 8  # words of a title that asks something
_FIRST_TITLE = 22  # words at most of the first line that may be a title
_SECOND_TITLE = 14  # words at most of a line that may be one below that
_BANNER_WORDS = 45  # of sentences of the website above the title
_WINDOW = 200  # characters of a window's bar
_MENU_WORDS = 200  # of sentences in a menu above the title, where that is known
_FIELD_WORDS = 2  # words of a title that may be a rubric or subhead
_BANNER = 30  # words of unknown sentences that may stand between 'Title – Site' and the title
_BEGUN = 16  # words of a line that is no verse
_MOTTO = 6  # words of a line that says what a site is
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
    if title is not None and (menu := menu_below(top)):
        edits = [remove(e.start, e.end, e.rule) if e.detail == "title" else e for e in edits]
        title, top = None, top[menu:]
    edits = _without_labels([*edits, *bare_edits(page, top, body, title is not None)])
    edits = _dated_below_title(edits)
    below = max((edit.end for edit in edits), default=0)
    return edits + (doubled_lead(page, below) or below_lead(page, below))


def _without_labels(edits: list[Edit]) -> list[Edit]:
    """The edits, of which what is called a title is none where it only names a part of the site ('Startseite')."""
    return [
        remove(edit.start, edit.end, "above-the-title")
        if edit.detail == "title" and (_NO_TITLE.fullmatch(edit.after) or KICKER.fullmatch(edit.after))
        else edit
        for edit in edits
    ]


def _dated_below_title(edits: list[Edit]) -> list[Edit]:
    """The edits, of which a day above the title is today's where the text has its own below it."""
    title = next((edit.start for edit in edits if edit.detail == "title"), 0)
    if not any(edit.detail == "date" and edit.start > title for edit in edits):
        return edits
    return [
        remove(edit.start, edit.end, "above-the-title") if edit.detail == "date" and edit.start < title else edit
        for edit in edits
    ]


def _top(page: Sequence[PageLine], start: int, titled: bool) -> Iterator[TopLine]:
    """The lines from `start` down to the text: those that are read off, and those that are bare."""
    numbers = section_numbers(page) | section_headings(page)
    bare = titled  # whether a title may stand above
    among = begun = False  # among: right below a line of the website
    waiting: list[TopLine] = []  # sentences of the website, where a title is still to come
    for i, line in enumerate(page[start : start + _LOOK], start):
        if opens_text(page, i, above=bare):
            return
        numbered = line.words in numbers
        site = (remove(line.start, line.end, SITE_TALK),)
        taken = () if numbered else read_off(line)
        if taken or _is_field_label(page, i):
            each = TopLine(line, taken or site)
        elif not numbered and _may_be_title(page, i, bare):
            each, bare = TopLine(line, talk=_is_button(line, among)), True
        elif not (titled or begun) and line.prose and line.site_talk:
            waiting.append(TopLine(line, site))
            continue
        elif not begun and _is_label(line):
            each = TopLine(line, site)
        else:
            return
        yield from waiting
        waiting = []
        among = each.talk or bool(each.taken)
        begun = begun or bool(each.says) or not among and line.count > SITE
        yield each


def _may_be_title(page: Sequence[PageLine], at: int, titled: bool) -> bool:
    """Whether a line is bare and apart, and not long; a long question right above the text belongs to it.

    `titled` says that a title may stand above.
    """
    if not page[at].bare_within(_SECOND_TITLE if titled else _FIRST_TITLE) or not _apart(page, at):
        return False
    if titled and page[at].count > _QUESTION and _TWO.search(page[at].words):
        return False
    asks = page[at].words.endswith("?") and page[at].count > _QUESTION and at + 1 < len(page)
    return not asks or not page[at + 1].prose


def _is_label(line: PageLine) -> bool:
    """Whether a short line that is closed stands in a menu: 'Snel naar:', 'Klacht?'."""
    return line.count <= SITE and (line.words.endswith(":") or line.surplus >= 0)


def _is_field_label(page: Sequence[PageLine], at: int) -> bool:
    """Whether line `at` only names what stands on the next: 'Auteur' above a name, 'Datum' above a day."""
    if not _LABELS.fullmatch(page[at].words) or at + 1 >= len(page):
        return False
    return page[at + 1].is_name or bool(read_off(page[at + 1]))


def _is_button(line: PageLine, among: bool) -> bool:
    """Whether a bare line is the website's: a title may well hold one of its words. `among`: below one that is."""
    if FORUM.fullmatch(line.words) or _TAGS.fullmatch(line.words) or not _WORD.search(line.words):
        return True
    return not KICKER.fullmatch(line.words) and line.surplus >= (1 if line.count > 1 else -among)


def _apart(page: Sequence[PageLine], at: int) -> bool:
    """Whether a line stands apart from the text below: by a blank line, or by a line that is read off.

    Short lines above such a line, or under a line of the website, go with it, but verse does not.
    """
    for i in range(at, min(len(page), at + _PACK)):
        below = page[i + 1] if i + 1 < len(page) else None
        if below is None or below.first:
            return i == at or _under_site(page, at) or _heads_page(page, at, i)
        if read_off(below) or below.names or _is_sites(below):
            return True
        if not below.bare:
            return False
    return False


def _heads_page(page: Sequence[PageLine], at: int, last: int) -> bool:
    """Whether line `at` stands in the first block of the page, which ends with line `last`: two short lines, as a
    site's name and what it is, with one line below them at most before who wrote the text and when.
    """
    if last != 1 or at > 1 or any(line.count > _MOTTO for line in page[:2]):
        return False
    signed = (
        line.names or any(edit.verdict == "metadata" for edit in read_off(line)) for line in page[2:4] if line.alone
    )
    return any(signed)


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
    return line.site_surplus >= _PLAINLY or bool(KICKER.fullmatch(line.words))


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
    first = page[start]
    window = len(first.words) <= _WINDOW and bool(_BAR.search(first.words))
    if not (first.bare_within(30) or window) or opens_text(page, start, above=False):
        return None
    parts, whole = title_keys(first.words), title_key(first.words)
    numbered = start + 1 < len(page) and title_key(page[start + 1].words) in parts - {whole}
    if not window and not numbered and not _apart(page, start):
        return None
    return _last_repeat(page, start, window)


def _last_repeat(page: Sequence[PageLine], start: int, window: bool) -> int | None:
    """Where the first line stands again above the text; `window` says that it is 'Title – Site'."""
    parts, whole = title_keys(page[start].words), title_key(page[start].words)
    best: int | None = None
    known = unknown = prose = sentences = 0
    for i, line in enumerate(page[start + 1 : start + _LOOK], start + 1):
        key = title_key(line.words[fused(page[start].words, line.words) :]) if len(line.words) < 300 else ""
        shown = (
            _apart(page, i)
            or _heads_prose(page, i)
            or window
            and key != whole
            and (line.first and line.count > 1 or line.count > SITE)
        )
        again = best is not None and prose > _BANNER and key == title_key(page[best].words)  # as above a recipe
        if key in parts and shown and not again and (best is None or _outdoes(page[start], page[best], line)):
            part = window and key != whole and (not prose or _heads_all(page, i, prose, sentences, i - start))
            if part or known or not unknown:
                site = title_key(page[best].words) if best else key
                parts -= {site} - {key}  # under the website's name its title stands
                best = i
                continue
        if read_off(line):
            known += 1
        elif line.prose:
            prose, sentences = prose + line.count, sentences + 1
            if prose > (_MENU_WORDS if window else 0):
                break
        else:
            unknown += 1
    return best


def _heads_prose(page: Sequence[PageLine], at: int) -> bool:
    """Whether line `at`, of more words than a name, stands right above a paragraph, as no line of verse does."""
    return page[at].count > SITE and at + 1 < len(page) and page[at + 1].prose and page[at + 1].count > _BEGUN


def _outdoes(window: PageLine, best: PageLine, line: PageLine) -> bool:
    """Whether of two parts of what stands in the window's bar the second, lower one is the title: no label of one word
    below a title of more, and no name of a person but where it begins the bar.
    """
    if line.is_name or line.count == 1 < SITE <= best.count:
        return window.words.startswith(line.words) and best.count <= line.count
    return True


def _heads_all(page: Sequence[PageLine], at: int, prose: int, sentences: int, lines: int) -> bool:
    """Whether the text stands below line `at`, and above it a menu: few of its `lines` are `sentences`, of `prose`
    words in all. A title of a word or two may be a subhead as well.
    """
    if prose <= _BANNER:
        return True
    below = sum(line.count for line in page[at + 1 :] if line.prose)
    return page[at].count > _FIELD_WORDS and 2 * sentences < lines and 4 * prose < below


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
        elif prose and i - start > MENU and _is_dated(page, i):
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


def _above_title(above: Sequence[PageLine], title: PageLine) -> list[Edit]:
    """What stands between a title and the same title again: dates and bylines are read, the rest is a menu."""
    at = title.start + (fused(above[0].words, title.words) if above else 0)
    edits = [remove(title.start, at, "above-the-title")] if at > title.start else []
    edits.append(metadata(at, title.end, "title", shown(title.words[at - title.start :]), "doubled-title"))
    for line in above:
        if title_key(line.words) == title_key(title.words):
            edits.append(remove(line.start, line.end, "doubled-title"))
        else:
            edits += read_off(line) or [remove(line.start, line.end, "above-the-title")]
    return edits
