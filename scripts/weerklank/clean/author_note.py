"""The note below an essay: who its author is, and where it first appeared. Set aside, and read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from weerklank.clean.draft import Draft, Edit, aside, metadata
from weerklank.clean.names import NAME
from weerklank.clean.page import PageLine, is_prose
from weerklank.clean.residue import residue

RULE = "author-note"
_MOST = 90  # words
_ROLE = (
    r"(?:\w*(?:loog|loge|ist|iste|icus|ica|hoogleraar|docent|docente|lector|onderzoeker|onderzoekster|schrijver"
    r"|schrijfster|auteur"
    r"|redacteur|redactrice|directeur|bestuurder|adviseur|adviseuse|wethouder|burgemeester|ambtenaar|raadslid|kamerlid"
    r"|lid|voorzitter|oprichter|oprichtster|medewerker|medewerkster|arts|verpleegkundige|leraar|lerares|student"
    r"|studente"
    r"|promovendus|promovenda|ondernemer|jurist|advocaat|rechter|consultant|trainer|coach|blogger|filosoof"
    r"|filosofe|historicus"
    r"|econoom|econome|dichter|theoloog|predikant|dominee|ingenieur|architect|manager|partner|secretaris|wetenschapper"
    r"|bestuurskundige|taalkundige|deskundige|specialist|hoofd|kandidaat|fellow|professor|hoofddocent|zzp'er|freelancer"
    r"|werkzaam|verbonden|gepromoveerd|initiatiefnemer|bestuurslid|huisarts|columniste?|essayiste?|vertaler|vertaalster"
    r"|journalist|writer|author|editor|researcher|lecturer|teacher|journaliste))"
)
_BIO = re.compile(
    rf"(?:over de auteur:? ?|about the author:? ?)?(?P<name>{NAME})(?: \([^)\d]{{1,40}}\))?,? "
    rf"(?:is|werkt|schrijft|doceert|studeert|studeerde|promoveerde|adviseert|leidt|works|writes|teaches)\b"
    rf"(?P<rest>.*)$"
)
_EARLIER = re.compile(
    r"(?:(?:dit|deze|het|een (?:kortere|langere|eerdere|ingekorte|bewerkte) versie van (?:dit|deze)|bovenstaande?) ?"
    r"(?:artikel|column|stuk|essay|tekst|opinie(?:stuk|artikel)?|bijdrage|blog|blogpost|verhaal|recensie|lezing"
    r"|interview|beschouwing|bericht|betoog|gedicht)?"
    r" (?:is |werd )?(?:al )?(?:eerder |oorspronkelijk |ook |eerst |tevens )*(?:verscheen|verschenen"
    r"|gepubliceerd|geplaatst|stond|afgedrukt|gepubliceerd)"
    r"|(?:eerder|oorspronkelijk|eerst|ook) (?:verschenen|gepubliceerd|geplaatst)|this (?:article|essay|column"
    r"|piece|post) (?:was )?(?:first |originally |previously )?(?:appeared|published))"
    r" (?:eerder |ook |eerst |oorspronkelijk |al |first |originally )*(?:(?:op )?\d{1,2} \w+ (?:\d{4} )?)?(?:in"
    r"|op|bij|door|on|by|at) (?P<where>.{2,150}?)(?:\.(?= |$)|$)",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"(?:(?:het|de|een) )?(?:\w*nummer|nummer \d+|\w*editie|jaargang \d+|\w*uitgave|website|site|blog|weblog"
    r"|krant|tijdschrift|vakblad|issue)"
    r"(?: \d+| \w+)? (?:van|of) ",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:over de auteurs?|about the authors?|auteurs?|over de schrijver|over de schrijfster):?", re.IGNORECASE
)


_BOX = 60  # words
_BOX_HEADING = re.compile(
    r"(?:(?i:(?:geschreven )?door|(?:written |posted )?by|over|about|auteur|author|tekst):? )?"
    rf"(?P<name>{NAME})"
)


def note_edits(page: Sequence[PageLine], draft: Draft) -> list[Edit]:
    """The edits that set aside the page's last line as a note on author or publication; [] where it is none."""
    line = page[-1]
    if line.count > _MOST or not line.alone:
        return []
    bio, earlier = _bio(page), _EARLIER.match(line.words) or _EARLIER.search(line.words)
    if earlier and not bio and not _opens(line.words, earlier.start()):
        earlier = None
    if not bio and not (earlier and line.count <= 45):
        return []
    fields: list[tuple[int, int, str, str]] = []
    if bio and not _has_authors(draft):
        fields.append((*bio.span("name"), "authors", bio.group("name")))
    if earlier:
        fields += _publication(earlier)
    edits = _split(line, fields)
    if len(page) > 1 and page[-2].alone and _HEADING.fullmatch(page[-2].words):
        edits.append(aside(page[-2].start, page[-2].end, "note", "", RULE))
    return edits


def is_box(page: Sequence[PageLine], at: int) -> bool:
    """Whether line `at` tells of the author in a box: below a byline, and above a link with the same name."""
    if not 0 < at < len(page) - 1 or page[at].count > _BOX:
        return False
    heading = _BOX_HEADING.fullmatch(page[at - 1].words) if len(page[at - 1].words) < 100 else None
    below = page[at + 1 : at + 3]
    return heading is not None and any(heading["name"] in line.words and residue(line, "foot") for line in below)


def box_edit(line: PageLine) -> Edit:
    """The edit that sets aside what a box tells of the author."""
    return aside(line.start, line.end, "note", " ".join(line.words.split()), RULE)


def _opens(words: str, at: int) -> bool:
    """Whether the notice stands at the beginning of the line or of a sentence in it."""
    return at == 0 or words[at - 1] in "( " and at > 1 and words[at - 2] in ".!?("


def _bio(page: Sequence[PageLine]) -> re.Match[str] | None:
    """The match of a note on the author, None where the last line is no such note."""
    line = page[-1]
    match = _BIO.match(line.words)
    if not match:
        return None
    first = re.split(r"(?<=[.!?]) ", match.group("rest"), maxsplit=1)[0]
    role = re.search(rf"\b{_ROLE}\b", first, re.IGNORECASE)
    named = any(match.group("name") in other.words for other in page[:-1] if is_prose(other))
    return match if role and not named else None


def _publication(match: re.Match[str]) -> list[tuple[int, int, str, str]]:
    """Where it first appeared: 'het winternummer van het Tijdschrift voor X' gives 'Tijdschrift voor X'."""
    where, start = match.group("where"), match.start("where")
    issue = _ISSUE.match(where)
    if issue:
        start, where = start + issue.end(), where[issue.end() :]
    article = re.match(r"(?:het|de|the) (?=[A-Z])", where)
    if article and not re.match(r"(?:De|Het) ", where):
        start, where = start + article.end(), where[article.end() :]
    where = re.split(r",| \(| van \d| op \d| \d{1,2} \w+ \d{4}| - | in \w+ \d{4}", where)[0].strip(" \"'‘’“”")
    return [(start, start + len(where), "publication", " ".join(where.split()))] if where[:1].isupper() else []


def _has_authors(draft: Draft) -> bool:
    return any(s.verdict == "metadata" and s.detail == "authors" for s in draft.ledger().spans)


def _split(line: PageLine, fields: list[tuple[int, int, str, str]]) -> list[Edit]:
    """The line as one aside, with the fields inside it as metadata."""
    edits: list[Edit] = []
    at, shown = line.start, " ".join(line.words.split())
    for start, end, field, value in sorted(fields):
        if at < line.start + start:
            edits.append(aside(at, line.start + start, "note", shown, RULE))
            shown = ""
        edits.append(metadata(line.start + start, line.start + end, field, value, RULE))
        at = line.start + end
    if at < line.end:
        edits.append(aside(at, line.end, "note", shown, RULE))
    return edits
