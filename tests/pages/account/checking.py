"""An account's page read back: what its elements say of the source, of the reading text, and of each span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import html

from weerklank.languages.pack import pack
from weerklank.model import Ledger
from weerklank.pages.account.withheld import secrets

_CLASS = {"changed": "wk-was", "removed": "wk-gone", "set_aside": "wk-apart", "metadata": "wk-said"}


@dataclass
class Seen:
    """For each character of a text, the class of the element that it stands in; '' outside any, None where not seen."""

    marks: list[str | None] = field(default_factory=list)

    def over(self, start: int, end: int) -> list[str | None]:
        return self.marks[start:end]


def rows(table: html.HtmlElement) -> list[html.HtmlElement]:
    """The rows that stand for lines of the source."""
    found: list[html.HtmlElement] = table.xpath(".//tbody/tr[not(contains(@class, 'wk-gap'))]")
    return found


def words_of(element: html.HtmlElement) -> str:
    """The element's text, with each sign as the character that it stands for."""
    return "".join(words for words, _ in stretches(element))


def stretches(element: html.HtmlElement, mark: str = "") -> Iterator[tuple[str, str]]:
    """The text of an element in order, each stretch with the class of what it stands in ('ins' for new words)."""
    if element.get("data-apparatus") is not None:
        return
    if element.get("class") == "wk-sign-for":
        yield chr(int(element.get("title")[2:].split(",")[0], 16)), mark
        return
    inside = {"del": element.get("class"), "ins": "ins", "mark": "mark"}.get(element.tag, mark)
    inside = "withheld" if element.get("class") == "wk-withheld" else inside
    if element.text:
        yield element.text, inside
    for child in element:
        yield from stretches(child, inside)
        if child.tail:
            yield child.tail, inside


def told_to(at: int, unseen: Sequence[tuple[int, int]], source: str) -> int:
    """Up to where one sign stands for the stretch of `unseen` that holds `at`: on each line that it runs over anew."""
    end = next(end for start, end in unseen if start <= at < end)
    line_end = source.find("\n", at, end)
    return end if line_end < 0 else line_end


def check_left(table: html.HtmlElement, source: str, unseen: Sequence[tuple[int, int]] = ()) -> Seen:
    """The left side is the source, but for what is withheld and the stretches `unseen`."""
    seen, at = Seen([None] * len(source)), 0
    for row in rows(table):
        (cell,) = row.xpath("./td[1]")
        for words, mark in stretches(cell):
            if mark == "withheld":
                count = re.search(r"([\d.]+) tekens", words)
                at = at + int(count[1].replace(".", "")) if count else told_to(at, unseen, source)
                continue
            assert words == source[at : at + len(words)], row.get("id")
            seen.marks[at : at + len(words)] = [mark] * len(words)
            at += len(words)
        if at < len(source) and source[at] == "\n" and (at == 0 or source[at - 1] != "\n" or not words_of(cell)):
            seen.marks[at] = None if any(start < at < end for start, end in unseen) else ""
            at += 1
    assert at == len(source)
    return seen


def check_right(table: html.HtmlElement, text: str) -> Seen:
    """The right side is the reading text: every character of it but the line ends, once and in its place."""
    seen = Seen([None] * len(text))
    for run in table.xpath(".//span[@data-to]"):
        at = int(run.get("data-to"))
        for words, mark in stretches(run):
            while text[at] == "\n" and words[0] != "\n":
                at += 1  # the end of a line is the end of a row
            assert words == text[at : at + len(words)]
            assert all(m is None for m in seen.over(at, at + len(words)))
            seen.marks[at : at + len(words)] = [mark] * len(words)
            at += len(words)
    assert {text[i] for i, mark in enumerate(seen.marks) if mark is None} <= {"\n"}
    return seen


def check_spans(table: html.HtmlElement, ledger: Ledger, left: Seen, right: Seen) -> None:
    """Every span that did not stay as it was can be seen, by what became of it."""
    for span in ledger.spans:
        if span.verdict == "kept" or (span.rule.startswith("comment")):
            continue
        source = left.over(span.start, span.end)
        if span.verdict == "changed" and span.to is not None:
            shown = right.over(span.to, span.to + len(span.after))
            assert span.before == span.after or "wk-was" in source or "ins" in shown, span
        else:
            assert set(source) <= {_CLASS[span.verdict], "withheld", None}, span
            assert not span.before or _CLASS[span.verdict] in source or "withheld" in source or None in source, span
    labels = {element.text_content() for element in table.xpath(".//td[3]//a | .//td[3]//abbr")}
    assert labels or all(span.verdict == "kept" and not span.rule for span in ledger.spans)


def check(table: html.HtmlElement, ledger: Ledger) -> None:
    """All that an account promises of a ledger."""
    spans = ledger.spans
    hidden = [
        (s.start + x.start, s.start + x.end)
        for s, own in zip(spans, secrets(pack("nl"), spans), strict=True)
        for x in own
    ]
    check_spans(table, ledger, check_left(table, ledger.source(), hidden), check_right(table, ledger.text()))
