"""E-mail addresses, as they are written and as people hide them from machines ('jan [at] voorbeeld punt nl')."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tld import get_tld

from weerklank.private.seen import Find

_OPEN, _CLOSE = r"\s?[\[({<*|_«'\"‘“-]{1,2}\s?", r"\s?[\])}>*|_»'\"’”-]{1,2}\s?"
_TAIL = r"apen?staart(?:je)?|at-?teken|klammeraffe|arobase|arroba"
_AT = re.compile(
    rf"(?P<bracketed>{_OPEN}(?:at|ät|aap|{_TAIL}|@){_CLOSE}|\((?:a|ad)\)|\s?[\[{{]a[\]}}]\s?)|(?P<word>\s(?:{_TAIL})\s)|(?P<at>\sat\s)|(?P<sign>\s?@\s?)",
    re.IGNORECASE,
)
_ANY_AT = re.compile(rf"@|(?<![^\W_])(?:at|ät|aap|ad?|{_TAIL})(?![^\W_])", re.IGNORECASE)  # most texts have none
_DOT_WORD = "dot|punt|punkt|point"
_DOT = rf"(?:{_OPEN}(?:{_DOT_WORD}|\.){_CLOSE}|\s(?:{_DOT_WORD})\s|\s\.\s|\.)"
_LOCAL = re.compile(
    rf"(?<![\w.+'’@-])(?:[\w+'’-]{{1,30}}(?:{_OPEN}(?:{_DOT_WORD}){_CLOSE}|\s(?:{_DOT_WORD})\s)){{0,3}}\w[\w.+'’-]{{0,63}}$",
    re.IGNORECASE,
)
_LOCAL_LENGTH = 120  # signs before the '@' in which the name stands
_DOMAIN = re.compile(rf"(?:[\w-]{{1,63}}{_DOT}){{1,5}}(?:xn--[\w-]{{2,59}}|[^\W\d_]{{2,24}})(?![\w@])", re.IGNORECASE)
_PLAIN_DOMAIN = re.compile(r"(?:[\w-]{1,63}\.){1,5}(?:xn--[a-z0-9-]{2,59}|[^\W\d_]{2,24})(?![\w@])", re.IGNORECASE)
_DOT_SIGNS = re.compile(_DOT, re.IGNORECASE)
_DOT_WORDED = re.compile(rf"\b(?:{_DOT_WORD})\b", re.IGNORECASE)
_NO_NAME = {"the", "a", "an", "this", "that", "one", "each", "every", "any", "my", "your", "our", "no", "some"}
_NO_PERSON = {
    "us", "me", "it", "him", "her", "them", "you", "and", "or", "is", "are", "was", "were", "be", "been", "not",
    "only", "also", "now", "here", "there", "more", "out", "up", "down", "look", "looking", "looked", "find",
    "found", "read", "see", "visit", "available", "online", "published", "posted", "appeared", "hosted", "blog",
    "blogs", "blogging", "write", "writes", "writing", "article", "articles", "story", "site", "website", "page",
    "work", "works", "working", "information", "info", "details", "first", "live", "shop", "buy", "sold",
    "register", "join", "subscribe", "email", "mail", "followed", "archive",
}  # fmt: skip
"""Words of English before 'at example.com' that are nobody's name."""


def emails(text: str) -> Iterator[Find]:
    """E-mail addresses. A handle (@jan@server.nl) is none, nor is a name after '@' alone."""
    if not _ANY_AT.search(text):
        return
    for at in _AT.finditer(text):
        local = _LOCAL.search(text[max(0, at.start() - _LOCAL_LENGTH) : at.start()])
        if local and (end := _domain_end(text, at)):
            yield at.start() - len(local.group()), end


def _domain_end(text: str, at: re.Match[str]) -> int:
    """Where the address ends whose '@' is this; 0 where what follows is no domain."""
    plain, hidden = _PLAIN_DOMAIN.match(text, at.end()), _DOMAIN.match(text, at.end())
    if at.group() == "@" and plain:
        return plain.end()
    if at["sign"] and at.group() == " @" and not (plain and plain.group().count(".") == 1):
        return 0  # '@jan.example.social' after a word: a handle
    if hidden and _is_a_word(at, hidden.group()):
        return 0
    return next((match.end() for match in (hidden, plain) if match and _is_domain(match.group())), 0)


def _is_a_word(at: re.Match[str], domain: str) -> bool:
    """Whether 'at' is what English has it for ('look at example.com'), and not a sign in words."""
    name = _DOT_SIGNS.split(domain)[0].lower()
    if at["bracketed"] and at.group().startswith("-"):
        return _DOT_WORDED.search(domain) is None  # 'stay-at-home.com'
    if not at["at"] or at.group().isupper():
        return False
    local = at.string[max(0, at.start() - _LOCAL_LENGTH) : at.start()].split()
    return name in _NO_NAME or (not _DOT_WORDED.search(domain) and local[-1].lower() in _NO_PERSON)


def _is_domain(words: str) -> bool:
    domain = _DOT_SIGNS.sub(".", words).lower()
    return get_tld(domain, fix_protocol=True, fail_silently=True) is not None
