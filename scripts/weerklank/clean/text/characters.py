"""Characters that nobody typed: line ends of other systems, controls, invisible marks, ligatures, split accents.

What is left is text in NFC with lines ended by LF; a form feed stays, for it says where a page begins. Words garbled
by a wrong decoding are not repaired: the place is marked with what it probably said.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterable, Iterator

from weerklank.clean.ledger.draft import Draft, Edit, change, doubt, remove

_LINE_END = r"(?:\r\n?|[\x0b\x1c-\x1e\u2028\u2029])"
_LINE_ENDS = re.compile(f"{_LINE_END}+")
_LINE_END_SIGN = re.compile("[\r\x0b\x1c-\x1e\u2028\u2029]")
_WINDOWS = r"\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f"  # bytes that mean a character in windows-1252
_WINDOWS_OR_NOT = re.compile(f"(?P<windows>[{_WINDOWS}]+)|[^{_WINDOWS}]+")
# Soft hyphens, zero-width space, bidi marks, joiners of words, fillers. ZWNJ and ZWJ stay: they shape words and emoji.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]+"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]+")
# One sign for several letters: the typesetter's, by which no search or quote finds the word, and the Dutch ij.
_LIGATURE = re.compile("[\ufb00-\ufb06\u0132\u0133]")
_COLUMN_END = re.compile(r" *\n| {3,}")  # or a line's
# Where no word can be broken a soft hyphen is the hyphen itself: beside a figure, between spaces, before a conjunction.
_MEANT = re.compile(r"(?<=\d)\u00ad(?=\w)|(?<=\w)\u00ad(?=\d| (?:en|of|tot|and|or|und|oder|bis) )|(?<= )\u00ad(?= )")
# In a text that has no other it also is before a capital within a word, and behind a lone letter ('e-mail').
_MEANT_BY_ALL = re.compile(
    r"(?<=\w[a-zà-ÿ])\u00ad(?=[A-ZÀ-Þ])|(?<=[A-ZÀ-Þ])\u00ad(?=[a-zà-ÿ])|(?<=\s\w)\u00ad(?=\w{2,}(?![\w\u00ad]))"
    f"|{_MEANT.pattern}"
)
_HYPHENED = re.compile(r"\w-\w")
_FOREIGN = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
# UTF-8 read as windows-1252 or Latin-1: a lead byte's letter, then the signs that its followers become.
_TAIL = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_GARBLED = re.compile(f"[ÂÃÄÅÎÐÑ]{_TAIL}|[âï]{_TAIL}{{2}}|ð{_TAIL}{{3}}")
_SUSPECT = re.compile("[ÂÃÄÅÎÐÑâïð][^a-zA-Z ,.;:]")  # not as in 'pâté' or 'geïnd'
_ODD = re.compile(
    f"[{_INVISIBLE.pattern[1:-2]}{_LIGATURE.pattern[1:-1]}{_CONTROL.pattern[1:-2]}\x0b\x0d\x1c-\x1e\u2028\u2029]"
)
"""Whatever one of the expressions above may take: most texts have none of it."""


def clean_characters(draft: Draft) -> Draft:
    r"""A draft whose text is fit to read: see the module.

    >>> clean_characters(Draft("een cli\u0065\u0308nt\r\n\u200bbelt")).text
    'een cliënt\nbelt'
    """
    text = draft.text
    if not (_ODD.search(text) or _SUSPECT.search(text)) and unicodedata.is_normalized("NFC", text):
        return draft
    if _LINE_END_SIGN.search(text):
        ends = ((m.span(), re.sub(_LINE_END, "\n", m.group())) for m in _LINE_ENDS.finditer(text))
        draft = draft.apply(change(*span, after, "line-ends") for span, after in ends)
        text = draft.text
    doubts = list(_garbled(text))
    draft = draft.apply([*doubts, *_unseen(text, doubts)])
    return draft.apply(_composed(draft.text))


def garbled(text: str) -> Iterator[tuple[int, str, str]]:
    """UTF-8 that was once read as windows-1252: offset, as it stands, the character that it must have been.

    >>> list(garbled("De cliÃ«nt"))
    [(6, 'Ã«', 'ë')]
    """
    for match in _GARBLED.finditer(text) if _SUSPECT.search(text) else ():
        with contextlib.suppress(UnicodeError):
            octets = (c.encode("latin-1" if ord(c) < 256 else "cp1252") for c in match[0])
            meant = b"".join(octets).decode("utf-8")
            if unicodedata.category(meant) not in ("Cn", "Co"):  # as in 'ï––': no character that anybody types
                yield match.start(), match[0], meant


def _garbled(text: str) -> Iterator[Edit]:
    """Doubts at what makes sense when read as UTF-8 ('cliÃ«nt' probably said 'cliënt')."""
    for at, stands, meant in garbled(text):
        shown = re.match(r"[^\x80-\x9f\xad]+", stands)  # what cannot be seen goes, so the rest bears the doubt
        if shown and meant.isprintable():
            yield doubt(at, at + shown.end(), (meant,), "garbled-characters")


def _unseen(text: str, doubts: Iterable[Edit]) -> Iterator[Edit]:
    """Edits for what cannot be seen or was never a character of text."""
    for match in _LIGATURE.finditer(text):
        yield change(*match.span(), unicodedata.normalize("NFKC", match.group()), "ligature")
    hyphen = (_MEANT if _HYPHENED.search(text) else _MEANT_BY_ALL) if "\u00ad" in text else None
    for match in _INVISIBLE.finditer(text):
        at_line_end = match.group().endswith("\u00ad") and bool(_COLUMN_END.match(text, match.end()))
        if at_line_end or (hyphen and match.group() == "\u00ad" and hyphen.match(text, match.start())):
            yield change(*match.span(), "-", "soft-hyphen")  # a word broken there, as a hyphen would break it
        else:
            yield remove(*match.span(), "invisible-characters")
    inside = {at for edit in doubts for at in range(edit.start, edit.start + 4)}
    for match in _CONTROL.finditer(text):
        for part in _WINDOWS_OR_NOT.finditer(text, match.start(), match.end()):
            if part.start("windows") < 0 or part.start() in inside:
                yield remove(*part.span(), "control-characters")
            else:
                meant = part.group().encode("latin-1").decode("cp1252")
                yield change(*part.span(), meant, "windows-characters")


def _composed(text: str) -> Iterator[Edit]:
    """Edits that put letters and their accents together (NFC)."""
    if unicodedata.is_normalized("NFC", text):
        return
    for match in _FOREIGN.finditer(text):
        composed = unicodedata.normalize("NFC", match.group())
        if composed != match.group():
            yield change(*match.span(), composed, "composed-accents")
