"""The note below an essay: who its author is, and where it first appeared. Set aside, and read."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from weerklank.clean.ledger.draft import Draft, Edit, aside
from weerklank.clean.web.meta_line import Field
from weerklank.clean.web.page_lines import PageLine
from weerklank.clean.web.read_off import parted
from weerklank.languages.person_names import NAME
from weerklank.languages.rules import sign

RULE = "author-note"
_MOST = 90  # words of a note
_BOX = 60  # words of a line in a box
_HEADING_WIDTH = 100  # characters
_NEAR = 3  # lines between the heading of a box and what it tells
_ROLE = re.compile(rf"\b(?:{sign('author-role').pattern})\b", re.IGNORECASE)
_VERB = sign("author-verb").pattern
_THEN = ("was", "werkte", "schreef", "wrote", "heeft", "had", "maakt", "helpt", "geeft")  # say as much of any person
_FIRST = sign("author-verb-first")
_HEADING = sign("author-heading")
_BIO = re.compile(
    rf"(?:{_HEADING.pattern.replace('(?:', '(?i:', 1)} ?)?"
    rf"(?P<name>{NAME})(?: \((?:[^)\d]{{1,40}}|(?:[A-Z][\w-]+, )?\d{{4}})\))?"
    rf"(?:, (?:geb(?:oren|\.)?|born)[^,]{{2,30}})?,? (?P<verb>{_VERB})\b(?P<rest>.*)$"
)
_ABOUT = re.compile(rf"(?P<name>{NAME}|[A-ZÀ-Þ][a-zß-ÿ]{{2,20}}) (?P<verb>{_VERB})\b")
_EARLIER = sign("appeared-earlier")
_ISSUE = sign("issue-of")
_BOX_HEADING = re.compile(
    rf"(?:(?i:(?:geschreven )?door|(?:written |posted )?by|(?:geschrieben )?von|über|over|about"
    rf"|(?:de )?auteur|autor(?:in)?|author|tekst):? )?(?P<name>{NAME})"
)


def note_edits(page: Sequence[PageLine], draft: Draft) -> list[Edit]:
    """The edits that set aside the page's last line as a note on author or publication; [] where it is none."""
    line = page[-1]
    if line.count > _MOST or not line.alone:
        return []
    authors = _authors(draft)
    bio, earlier = _bio(page, authors), _EARLIER.search(line.words)
    if not bio and not earlier:
        return []
    fields: list[Field] = []
    if bio and not authors:
        fields.append((*bio.span("name"), "authors", bio.group("name")))
    if earlier:
        fields += _publication(earlier)
    shown = iter([" ".join(line.words.split())])  # with its first part
    return list(parted(line, sorted(fields), RULE, lambda start, end: aside(start, end, "note", next(shown, ""), RULE)))


def is_box(page: Sequence[PageLine], at: int) -> bool:
    """Whether line `at` tells of the author in a box: below a heading that names the author or says 'Over de auteur'.

    Below a name alone it must begin with what its bearer does, or with that name where a button stands above, or stand
    above a link to the author's other texts.
    """
    line = page[at]
    if at == 0 or line.count > _BOX or not _tells(line):
        return False
    heading = _heading(line)
    if heading is None or _FIRST.fullmatch(line.words):
        return heading is not None
    match = _BOX_HEADING.fullmatch(heading.words)
    if match is None or _HEADING.fullmatch(heading.words):
        return bool(re.match(NAME, line.words))
    name = match["name"]
    if heading.words != name and (line.words.startswith((name, name.split()[0] + " ")) or _ROLE.match(line.words)):
        return True
    shared = heading.above is not None and heading.above.at_foot is not None
    if shared and line.words.startswith((name + " ", name.split()[0] + " ")):
        return True
    told = [*page[at + 1 : at + 3], *([line.last_sentence] if line.last_sentence else [])]
    return any(name in o.words and o.at_foot for o in told)


def is_about_author(line: PageLine) -> bool:
    """Whether a sentence may tell of the author or of the text, among lines of the website.

    It says what the bearer of a name does, or where the text appeared.
    """
    match = _ABOUT.match(line.words)
    if match is None or match["verb"] in _THEN:
        return bool(_FIRST.fullmatch(line.words) or _EARLIER.match(line.words))
    return " " in match["name"] or bool(_ROLE.search(line.words))


def _tells(line: PageLine) -> bool:
    return line.prose or not line.bare


def is_box_heading(page: Sequence[PageLine], at: int) -> bool:
    """Whether line `at` is the heading of a box right below it, counters between them aside."""
    below = next((i for i in range(at + 1, min(len(page), at + 2 + _NEAR)) if _tells(page[i])), at)
    return below > at and is_box(page, below) and _heading(page[below]) is page[at]


def _heading(line: PageLine) -> PageLine | None:
    """The heading of a box whose text is this line, None where there is none."""
    heading = line.above
    for _ in range(1 + _NEAR):
        if heading is None or _is_heading(heading):
            return heading
        if heading.prose:
            return None
        heading = heading.above
    return None


def _is_heading(line: PageLine) -> bool:
    words = line.words
    return len(words) < _HEADING_WIDTH and bool(_HEADING.fullmatch(words) or _BOX_HEADING.fullmatch(words))


def box_edit(line: PageLine) -> Edit:
    """The edit that sets aside what a box tells of the author."""
    return aside(line.start, line.end, "note", " ".join(line.words.split()), RULE)


def _bio(page: Sequence[PageLine], authors: Collection[str]) -> re.Match[str] | None:
    """The match of a note on the author, None where the last line is no such note.

    One of the `authors` needs no role to be known by, and with one may be named in a standfirst.
    """
    line = page[-1]
    match = _BIO.match(line.words)
    if not match:
        return None
    first = re.split(r"(?<=[.!?]) ", match.group("rest"), maxsplit=1)[0]
    named = any(match.group("name") in other.words for other in page[:-1] if other.prose)
    is_now = match.group("verb") not in _THEN and _ROLE.search(first)
    known = match.group("name") in authors
    return match if (known or is_now if not named else known and is_now) else None


def _publication(match: re.Match[str]) -> list[Field]:
    """Where it first appeared: 'het winternummer van het Tijdschrift voor X' gives 'Tijdschrift voor X'."""
    where, start = match.group("where"), match.start("where")
    issue = _ISSUE.match(where)
    if issue:
        start, where = start + issue.end(), where[issue.end() :]
    article = re.match(r"(?:het|de|the) (?=[A-Z])", where)
    if article:
        start, where = start + article.end(), where[article.end() :]
    where = re.split(r",| \(| van \d| op \d| \d{1,2} \w+ \d{4}| - | in \w+ \d{4}", where)[0].strip(" \"'‘’“”")
    return [(start, start + len(where), "publication", " ".join(where.split()))] if where[:1].isupper() else []


def _authors(draft: Draft) -> frozenset[str]:
    """The authors read off so far."""
    return frozenset(name for names in draft.said("authors") for name in names.split("; "))
