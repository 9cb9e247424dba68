"""Lines that say who wrote a text, when, and where it was put: 'Posted on 1 juli 2013 by Jan Jansen'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from weerklank.clean.web.credits import credited
from weerklank.languages.dates import TIME, find_dates, iso
from weerklank.languages.names import name_words
from weerklank.languages.person_names import ACCOUNTS, NAME, is_office, is_person, names, signature
from weerklank.languages.rules import sign

_UPDATED = sign("updated")
_SAID = sign("said-of-text")
_SURNAME = re.compile(  # how one begins, and nothing else does: no 'Hof van Twente'
    r"(?<=[\w.] )(?:van (?:der|den|['’]t)|(?:[Ii]n|[Oo]p|aan|uit) (?:den|der|['’]t)|von (?:der|dem)"
    r"|V[ao]n(?: (?:Den?|Der|Het))?)(?= [A-ZÀ-Þ])"
)
_COUNTS = sign("counts-beside")
_CATEGORY = re.compile(
    r"(?:\b(?:in|onder|category|categorie|rubriek|filed under|posted in"
    r"|geplaatst in)\b ?:? ?)([A-ZÀ-Þ][\w&/' -]{1,60}?)(?=\s*(?:(?:op|on|am) )?(?:[\0|·•.]|$))"
)
_BY = re.compile(
    rf"(?<!\w)(?i:{sign('announces-writer').pattern})"
    rf"|(?<![^\0|·•,–—-] )(?<!\w)"
    rf"(?:[Vv]on (?={NAME})|VON (?=[A-ZÀ-Þ]{{2}})|(?i:{sign('writes-as').pattern}) (?={NAME}))"
)
_TOO_EARLY = re.compile(rf"(?i:{sign('before-publication').pattern})$")
_PLACE_WORD = r"(?:[A-ZÀ-Þ][\w’']{1,20}|aan|op|den|de|bij|der|upon|an|am)"
_PLACE = re.compile(rf"(?:^|(?<=\w\w\. ))({_PLACE_WORD}(?:[ -]{_PLACE_WORD}){{0,3}}), (?:den )?$")
POSTED = re.compile(
    r"(?i:geplaatst|gepost|ingediend|ingezonden|gepubliceerd|toegevoegd|geschreven|posted|submitted|written"
    r"|eingestellt|erstellt|verfasst|veröffentlicht|geschrieben)\b"
)
"""How a line begins that says of itself that it tells who put a text there, or when."""
_LOGIN = re.compile(r"[a-z][\w.-]{1,30}")  # 'Ingediend door els op 3 mei 2014'
_YEARS = r"(?:19|20)\d\d(?: ?[-–/] ?(?:(?:19|20)?\d\d|(?i:heden|now|present|heute)))?"
_POSTER = re.compile(r"\b(?:door|by|van|von) (?=[a-z])([\w.-]{1,30})(?=\0|$)")  # an account behind the day
_LOGIN_PART = re.compile(r"[a-z][\w.-]+(?: [a-z][\w.-]+)?")  # 'otto kahl | 30.5.2011'
_MAIL = re.compile(r"[(<]?\b[\w.+-]+(?:@| at )[\w-]+(?:\.[\w-]+)+\b[)>]?")
_SIGN = r"(?:©|\([cC]\)|(?i:copyright))"
_RIGHTS = re.compile(
    rf"{_SIGN}(?: ?{_SIGN})?:? ?(?:{_YEARS},? )?(?:(?:by|door|von) )?"
    rf"(?:[–|/-] (?:[^.–|/-]{{2,40}} [–|/-] )?)?(?P<name>{NAME})"
    rf"(?:,? {_YEARS})?(?= ?$| ?[.,|/(:;·•–-]| {_YEARS})"
)
_CLOSES = sign("closes-letter")
_FOLLOW = re.compile(r"(?:^|(?<=[·|•] ))(?i:follow|volg|volgen)(?=$|[A-Z])")
_FUSED = re.compile(r"(?<=\w)(?:gepubliceerd|geplaatst|published|posted|veröffentlicht)\b")
_HINTS = frozenset(
    {"door", "by", "auteur", "author", "autor", "tekst", "text", "interview", "follow", "volg"}
    | {"updated", "bijgewerkt", "gewijzigd", "von ", " at ", " van ", "van onze", "column ", "blog ", "opinie "}
)
_DIGIT = re.compile(r"\d")
_DIVIDED = re.compile(r" [|·•–—-] |[|•]")
_APPEARED = re.compile(
    r"(?i:verschenen|verscheen|appeared|gepubliceerd|published) (?i:eerder )?(?i:in|bij|op|on)(?i: de| het)? $"
)
_BIO = re.compile(r"(?<=\0) [—–] [A-ZÀ-Þ](?:[^\0]+[.!]|\S*(?: [^\0 ]+){5,})$")  # behind a byline, who that is
_OFFICE = re.compile(rf"(?<=\0), [^\0]{{0,90}}\b(?i:{sign('author-role').pattern})\b[^\0]{{0,90}}$")
_YEAR = re.compile(r"\((?:19|20)\d\d\)")  # behind a byline, of a text that stood elsewhere
_SENTENCE = re.compile(r"(?<=\w\w)\. ")
_SEPARATOR = re.compile(r"[\s|·•–—/,.;:()@»>~-]+")
_PARTED = re.compile(r"[\0|·•–—,»>()/]| - ")
_PART = re.compile(r"[^\0|·•\s][^\0]*[^\0|·•\s]")
_WHO = re.compile(r"[^\0|·•–—/(]+")
_NAME_ENDS = re.compile(r" (?:in|op|on) (?=[A-Z0-9])")
_DANGLING = re.compile(r"(?: (?:op|on|in|om|at)(?: [a-z]{2},?)?|,| -)?\s*$")  # before a day that was read
_RUBRICS = 3  # parts of a line at most that name a rubric or an occasion: more are a list


Field = tuple[int, int, str, str]
"""What a line says: start and end of the words in it, the field of model.Metadata and its value."""


def said(words: str, free: bool = True) -> tuple[Field, ...] | None:
    """The fields that a line gives which only says who, when and where; None where it says anything else.

    `free` allows a date or a category to stand there without a word that announces it.
    """
    if len(words) > 200 or not (_DIGIT.search(words) or _hints(words.lower())):
        return None
    found = _fields(words, free)
    if found is None:
        return tuple((start, end, "authors", people) for start, end, people in credited(words)) or None
    return found


def _hints(lower: str) -> bool:
    return "@" in lower or any(hint in lower for hint in _HINTS)


class _Reading:
    """A line that is being read: the fields found so far, and in `rest` its words, those that were read blanked out."""

    def __init__(self, words: str) -> None:
        self.words = self.rest = words
        self.fields: list[Field] = []

    def blank(self, start: int, end: int) -> None:
        self.rest = self.rest[:start] + "\0" * (end - start) + self.rest[end:]

    def blank_all(self, *matches: re.Match[str] | None) -> None:
        for match in filter(None, matches):
            self.blank(*match.span())

    def put(self, start: int, field: str, words: str, value: str) -> None:
        self.fields.append((start, start + len(words), field, value))

    def parts(self) -> list[str]:
        """What is left between what was read and between separators."""
        return [part for part in _PARTED.split(self.rest) if _SEPARATOR.sub("", part)]


def _fields(words: str, free: bool) -> tuple[Field, ...] | None:
    """The fields in a line, None where the line says anything else."""
    line = _Reading(words)
    _read_dates(line)
    line.blank_all(_FOLLOW.search(words))
    dated = "\0" in line.rest
    mail = _MAIL.search(words)
    line.blank_all(mail)
    updated, counted = _UPDATED.search(words), _COUNTS.search(words)
    line.blank_all(
        *(TIME.finditer(words) if dated or POSTED.match(words) else ()),
        *_COUNTS.finditer(words),
        *_UPDATED.finditer(words),
    )
    line.blank_all(_POSTER.search(line.rest) if dated and POSTED.match(words) else None)
    announced = _read_credits(line) or _read_announced(line)
    known = dated or announced
    if not (known or updated or mail):
        return None
    line.blank_all(*(_YEAR.finditer(line.rest) if announced else ()))
    before = line.rest
    line.blank_all(_CATEGORY.search(line.rest) if known else None)
    line.blank_all(*_said_of_text(before))
    certain = known or mail or updated and (line.rest != before or counted)
    line.blank_all(*(_BIO.search(line.rest), _OFFICE.search(line.rest)) if announced else ())
    left = line.parts()
    if (dated or mail) and not announced:
        left = _without_sole_name(line, left)
        known = known or bool(line.fields)
    if not certain or not known and not updated or left and not (free and known and _are_labels(line, left, dated)):
        return None
    return tuple(sorted(line.fields))


def _said_of_text(words: str) -> Iterator[re.Match[str]]:
    """The words that only tell what a text is or where it stands; none that belong to a surname ('van der Berg')."""
    surnames = [match.span() for match in _SURNAME.finditer(words)]
    for match in _SAID.finditer(words):
        if not any(start <= match.start() < end for start, end in surnames):
            yield match


def _read_dates(line: _Reading) -> None:
    """Read the first day, which is the text's unless it says otherwise, and blank the others with the place before."""
    updated = _UPDATED.search(line.words)
    for match in find_dates(line.words):
        above = line.words[: match.start()]
        date, early, place = iso(match), _TOO_EARLY.search(above), _PLACE.search(above)
        if date and not (early or line.fields or updated and updated.end() <= match.start()):
            line.put(match.start(), "date", match.group(), date)
        before = early or (place if place and not (names(place[1]) or _BY.match(place[1])) else match)
        line.blank(before.start(), match.end())


def _are_labels(line: _Reading, left: Sequence[str], dated: bool) -> bool:
    """Whether what is left are rubrics between separators, or an occasion before a day and a name."""
    signed = any(field == "authors" for _, _, field, _ in line.fields)
    occasion = dated and signed and line.words.count(",") > 1
    return bool(_DIVIDED.search(line.words) or occasion) and len(left) <= _RUBRICS and all(map(_is_label, left))


def _without_sole_name(line: _Reading, left: list[str]) -> list[str]:
    """Read the one name among the parts that are left; the parts without it, what its bearer is and an account."""
    left = [p for p in left if not is_office(p.strip())] if any(names(p.strip()) for p in left) else left
    appeared = [p for p in left if _is_label(p) and _APPEARED.search(line.words[: line.words.find(p.strip())])]
    alone = len(left) == 1 and not line.rest.partition(left[0])[2].startswith(
        "\0"
    )  # 'Redactie | 3 mei', no 'Samen op 3 mei'
    people = appeared or [p for p in left if alone and signature(p.strip()) or names(p.strip())]
    if len(people) != 1:
        login = len(left) == 1 and _DIVIDED.search(line.words) and _LOGIN_PART.fullmatch(left[0].strip())
        return [] if login and line.rest.startswith(left[0].rstrip()) else left
    name = people[0].strip()
    field, value = ("publication", name) if appeared else ("authors", "; ".join(names(name) or (name,)))
    line.put(line.words.find(name), field, name, value)
    return [part for part in left if part is not people[0]]


def _is_label(part: str) -> bool:
    """Whether a part of a line can be the name of a rubric."""
    return len(part.split()) <= 4 and part.strip()[:1].isupper() and not part.rstrip().endswith((".", "?", "!"))


def _read_credits(line: _Reading) -> bool:
    """Read the writers among the makers that stand together in a part of the line; whether there are any."""
    for match in _PART.finditer(line.rest):
        if found := credited(match.group()):
            for start, end, people in found:
                line.put(match.start() + start, "authors", match.group()[start:end], people)
            line.blank(*match.span())
            return True
    return False


def _read_announced(line: _Reading) -> bool:
    """Read the names in 'door Jan Jansen'; whether there are any, or an account."""
    for match in _BY.finditer(line.rest):
        who = _WHO.match(line.rest, match.end())
        if not who:
            continue
        words = _FUSED.split(who.group())[0]
        words = _NAME_ENDS.split(_DANGLING.sub("", words))[0].strip().rstrip(".,")
        shown = (words, words.split(",")[0], _SENTENCE.split(words)[0])
        people = next(filter(None, (signature(_cased(each)) for each in shown)), ())
        login = line.fields and _LOGIN.fullmatch(words) and POSTED.match(line.rest)
        if people:
            at = line.rest.find(words, match.end())
            line.put(at, "authors", words, "; ".join(people))
            line.blank(match.start(), at + len(words))
            return True
        if login or words.lower() in {*ACCOUNTS, "redactie"}:
            line.blank(match.start(), match.end() + len(words))
            return True
    return False


def owner(words: str) -> str:
    """The person whose the rights are in a line that says so; '' where it names none.

    >>> owner("© 2020-2024 Anna Bos. Alle rechten voorbehouden"), owner("© Anna Bos Fotografie")
    ('Anna Bos', '')
    """
    match = _RIGHTS.match(words)
    return match["name"] if match and is_person(match["name"]) else ""


def signed(lines: Iterable[str]) -> str:
    """The person whose name stands below the words that close a letter; '' where there is none."""
    below = (line.strip() for above, line in pairwise(filter(str.strip, lines)) if _CLOSES.fullmatch(above.strip()))
    return next(filter(is_person, below), "")


def _cased(words: str) -> str:
    """Names that were set in capitals as they are written: 'ANNA VAN DER MEER'."""
    if not words.isupper() or " " not in words:
        return words
    small = name_words("name-particles")
    return " ".join(w.lower() if w.lower() in small else w.title() for w in words.split())


def name_at_end(words: str) -> tuple[str, ...]:
    """The names of a byline that stands alone: 'Jan Jansen', '– Jan Jansen', 'Door: Jan Jansen', 'Jan Jansen, Goes'."""
    match = re.fullmatch(
        r"[–—-]?\s*(?:[Nn]amens .{2,40}, |door:? |by:? |auteur: ?|tekst: ?)?"
        rf"({NAME}(?:(?:, | en | & | and | und ){NAME}){{0,5}})(?:, [A-ZÀ-Þ][a-zß-ÿ-]{{2,25}})?\.?",
        words,
    )
    return signature(match.group(1)) if match and len(words) < 200 else ()
