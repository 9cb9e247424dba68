"""Lines that say who wrote a text, when, and where it was put: 'Posted on 1 juli 2013 by Jan Jansen'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from weerklank.clean.ledger.draft import Edit, metadata, remove
from weerklank.clean.web.credits import credited
from weerklank.clean.web.page_lines import PageLine
from weerklank.languages.dates import TIME, find_dates, iso
from weerklank.languages.person_names import NAME, names, signature
from weerklank.languages.rules import sign

RULE = "meta-line"
_UPDATED = sign("updated")
_SAID = sign("said-of-text")
_COUNTS = sign("counts-beside")
_CATEGORY = re.compile(
    r"(?:\b(?:in|onder|category|categorie|rubriek|filed under|posted in"
    r"|geplaatst in)\b ?:? ?)([A-ZÀ-Þ][\w&/' -]{1,60})$"
)
_BY = re.compile(
    rf"(?<!\w)(?i:{sign('announces-writer').pattern})"
    rf"|(?<![^\0|·•,–—-] )(?<!\w)(?:[Vv]on (?={NAME})|(?i:{sign('writes-as').pattern}) (?={NAME}))"
)
_TOO_EARLY = re.compile(rf"(?i:{sign('before-publication').pattern})$")
_PLACE_WORD = r"(?:[A-ZÀ-Þ][\w’']{1,20}|aan|op|den|de|bij|der|upon|an|am)"
_PLACE = re.compile(rf"(?:^|(?<=\. ))({_PLACE_WORD}(?:[ -]{_PLACE_WORD}){{0,3}}), (?:den )?$")
_POSTED = re.compile(r"(?i:geplaatst|gepost|ingediend|ingezonden|gepubliceerd|toegevoegd|posted|submitted)\b")
_LOGIN = re.compile(r"[a-z][\w.-]{1,30}")  # 'Ingediend door els op 3 mei 2014'
_FOLLOW = re.compile(r"(?<=[·|•] )(?:follow|volg|volgen)$", re.IGNORECASE)
_HINTS = frozenset(
    {"door", "by", "auteur", "author", "autor", "tekst", "text", "interview", "follow", "volg"}
    | {"updated", "bijgewerkt", "gewijzigd", "von ", " van ", "column ", "blog ", "opinie "}
)
_DIGIT = re.compile(r"\d")
_DIVIDED = re.compile(r" [|·•–—-] |[|•]")
_APPEARED = re.compile(
    r"(?i:verschenen|verscheen|appeared|gepubliceerd|published) (?i:eerder )?(?i:in|bij|op|on)(?i: de| het)? $"
)
_YEAR = re.compile(r"\((?:19|20)\d\d\)")  # behind a byline, of a text that stood elsewhere
_SENTENCE = re.compile(r"(?<=\w\w)\. ")
_SEPARATOR = re.compile(r"[\s|·•–—/,.;:()@»>~-]+")


def meta_edits(line: PageLine, free: bool = True) -> list[Edit]:
    """The edits that read a line off when it only says who, when and where; [] when it says anything else.

    `free` allows a date or a category to stand there without a word that announces it.
    """
    if len(line.words) > 200 or not (_DIGIT.search(line.words) or _hints(line.words.lower())):
        return []
    found = _fields(line.words, free)
    if found is None:
        found = tuple((start, end, "authors", people) for start, end, people in credited(line.words)) or None
    return [] if found is None else list(_edits(line, found))


def _hints(lower: str) -> bool:
    return any(hint in lower for hint in _HINTS)


@lru_cache(maxsize=4096)
def _fields(words: str, free: bool) -> tuple[tuple[int, int, str, str], ...] | None:
    """The fields in a line (start, end, field, value), None where the line says anything else."""
    rest = list(words)
    found: list[tuple[int, int, str, str]] = []
    updated = _UPDATED.search(words)
    for match in find_dates(words):
        date, early, place = iso(match), *(each.search(words[: match.start()]) for each in (_TOO_EARLY, _PLACE))
        if date and not (early or found or updated and updated.end() <= match.start()):
            found.append((*match.span(), "date", date))
        before = early or (place if place and not (names(place[1]) or _BY.match(place[1])) else match)
        _blank(rest, before.start(), match.end())
    followed = _FOLLOW.search(words)
    if followed:
        _blank(rest, *followed.span())
    dated = len(found) > 0 or bool(followed) or "\0" in rest
    for match in TIME.finditer(words) if dated else ():
        _blank(rest, *match.span())
    for match in (*_COUNTS.finditer(words), *_UPDATED.finditer(words)):
        _blank(rest, *match.span())
    announced = _announced_names(rest, found)
    if not (dated or announced or updated):
        return None
    text = _YEAR.sub(lambda year: "\0" * len(year[0]), "".join(rest)) if announced else "".join(rest)
    rest = list(text)
    for match in _SAID.finditer(text):
        _blank(rest, *match.span())
    said = "".join(rest) != text
    category = _CATEGORY.search(words) if dated or announced else None
    if category:
        _blank(rest, *category.span())
    left = [part for part in re.split(r"[\0|·•–—,»>()/]| - ", "".join(rest)) if _SEPARATOR.sub("", part)]
    if dated and not announced:
        left = _sole_name(words, left, found)
    if free and (dated or announced) and len(left) <= 3 and _DIVIDED.search(words) and all(map(_is_label, left)):
        left = []  # rubrics between separators
    signed = any(field == "authors" for _, _, field, _ in found)
    if free and dated and signed and words.count(",") > 1 and len(left) <= 3 and all(map(_is_label, left)):
        left = []  # an occasion before a day and a name
    if left or not (dated or announced or said and updated):
        return None
    return tuple(sorted(found))


def _sole_name(words: str, left: list[str], found: list[tuple[int, int, str, str]]) -> list[str]:
    """Put the one name among the parts that are left into `found`; the parts without it."""
    appeared = [part for part in left if _is_label(part) and _APPEARED.search(words[: words.find(part.strip())])]
    people = [part for part in left if (len(left) == 1 and signature(part.strip())) or names(part.strip())]
    people = appeared or people
    if len(people) != 1:
        return left
    name = people[0].strip()
    at = words.find(name)
    if appeared:
        found.append((at, at + len(name), "publication", name))
    else:
        found.append((at, at + len(name), "authors", "; ".join(names(name) or (name,))))
    return [part for part in left if part is not people[0]]


def _is_label(part: str) -> bool:
    """Whether a part of a line can be the name of a rubric."""
    return len(part.split()) <= 4 and part.strip()[:1].isupper() and not part.rstrip().endswith((".", "?", "!"))


def _blank(rest: list[str], start: int, end: int) -> None:
    rest[start:end] = "\0" * (end - start)


def _announced_names(rest: list[str], found: list[tuple[int, int, str, str]]) -> bool:
    """Take 'door Jan Jansen' out of `rest` and put the names into `found`."""
    text = "".join(rest)
    for match in _BY.finditer(text):
        who = re.match(r"[^\0|·•–—/(]+", text[match.end() :])
        if not who:
            continue
        words = re.sub(r"(?: (?:op|on|in|om|at)(?: [a-z]{2},?)?|,| -)?\s*$", "", who.group())
        words = re.split(r" (?:in|op|on) (?=[A-Z0-9])", words)[0].strip().rstrip(".,")
        people = next(filter(None, (signature(w) for w in (words, words.split(",")[0], _SENTENCE.split(words)[0]))), ())
        login = found and _LOGIN.fullmatch(words) and _POSTED.match(text)
        if not people and (login or words.lower() in ("admin", "redactie", "beheerder", "webmaster")):
            _blank(rest, match.start(), match.end() + len(words))
            return True
        if people:
            at = match.end() + text[match.end() :].find(words)
            found.append((at, at + len(words), "authors", "; ".join(people)))
            _blank(rest, match.start(), at + len(words))
            return True
    return False


def _edits(line: PageLine, found: Sequence[tuple[int, int, str, str]]) -> Iterator[Edit]:
    """The found fields as metadata, what stands around them as removed."""
    at = line.start
    for start, end, field, value in found:
        if at < line.start + start:
            yield remove(at, line.start + start, RULE)
        yield metadata(line.start + start, line.start + end, field, value, RULE)
        at = line.start + end
    if at < line.end:
        yield remove(at, line.end, RULE)


def name_at_end(words: str) -> tuple[str, ...]:
    """The names of a byline that stands alone: 'Jan Jansen', '– Jan Jansen', 'Door: Jan Jansen'."""
    match = re.fullmatch(
        r"[–—-]?\s*(?:[Nn]amens .{2,40}, |door:? |by:? |auteur: ?|tekst: ?)?"
        rf"({NAME}(?:(?:, | en | & | and | und ){NAME}){{0,5}})\.?",
        words,
    )
    return signature(match.group(1)) if match and len(words) < 200 else ()
