"""The account of one text: its source and its reading text side by side, and what came of each line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from weerklank.languages.pack import Pack
from weerklank.languages.rule_words import accounts, reason
from weerklank.languages.rules import Rule
from weerklank.languages.sentences import shorten
from weerklank.markup.markdown import Html, tag
from weerklank.markup.parts import head, in_own_language, place_id, sentence
from weerklank.model import Essay, Span, Uncertain
from weerklank.pages.account.account_words import visible
from weerklank.pages.account.extent import LETTERS, LINES, shown
from weerklank.pages.account.known_from import known_from
from weerklank.pages.account.rows import rows
from weerklank.pages.account.summary import paragraph, repaired, summary
from weerklank.pages.account.totals import percent, together, totals, uses
from weerklank.pages.account.withheld import is_absent
from weerklank.pages.template import render
from weerklank.private import masked

_LISTED = 200  # repairs, and as many doubts, are listed on top of the page; the register has them all
_BLOCKS = 100  # of a web page that were not taken are listed
_BLOCK = 200  # characters of each
_WITHHELD = ("quotes", "closed", "removed")


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a source in words; `letters` is how many characters were accounted for."""

    size: str
    kind: str
    letters: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place of which it is not certain what stood there; `found` leads to it where the page shows it."""

    found: Html
    place: str
    readings: Html
    reason: str


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Blocks of a web page that were not taken: those that are surely the website's own, and the others as a count."""

    summary: str
    site: Sequence[str]
    more: int


def page(say: Pack, essay: Essay, **front: str) -> str:
    """The account of one text; `front` goes into its front matter."""
    spans, uncertain = essay.cleaned.ledger.spans, essay.cleaned.uncertain
    seen, became = shown(spans), totals(spans)
    side_by_side = essay.publish == "full" and bool(spans)
    repairs = repaired(say, essay, seen) if side_by_side else []
    body = render(
        say,
        "account",
        essay=essay,
        source=_source(say, essay),
        register=f"../../data/{say.at('account')}/{essay.slug}.json",
        summary=summary(say, essay, became),
        totals=[*became, together(became)] if spans else (),
        repairs=repairs[:_LISTED],
        more_repairs=len(repairs) - _LISTED,
        doubts=_doubts(say, essay, seen) if side_by_side else (),
        more_doubts=len(uncertain) - _LISTED,
        not_shown="" if side_by_side else _why_not(say, essay),
        rows=rows(say, essay, seen, uncertain[:_LISTED]) if side_by_side else (),
        stops_at=seen[-1].end if seen and seen[-1].end < spans[-1].end else None,
        most_lines=LINES,
        most_letters=LETTERS,
        used=_used(say, spans),
        left_behind=_left_behind(say, essay),
        known_from=list(known_from(say, essay)),
        percent=partial(percent, say),
        visible=partial(visible, say),
    )
    return head(say, say("account.title", title=essay.title), styles=["edition"], **front) + body


def _why_not(say: Pack, essay: Essay) -> str:
    return say(f"account.not_shown_{essay.publish}") if essay.publish in _WITHHELD else say("account.no_source")


def _source(say: Pack, essay: Essay) -> Source:
    spans = essay.cleaned.ledger.spans
    letters = spans[-1].end if spans else 0
    size = [say("source.bytes", n=len(essay.seed.data))] if essay.seed.data else []
    size += [say("source.letters", n=letters)] if spans else []
    if spans and not any(map(is_absent, spans)):
        source = essay.cleaned.ledger.source()
        size.append(say("count.lines", n=source.count("\n") + (not source.endswith("\n"))))
    kind = say("source.scan") if essay.cleaned.printed else say("source.screen")
    if essay.seed.name.endswith(".html"):
        made = essay.seed.html_metadata.made_as if essay.seed.html_metadata else ""
        kind = say("source.web_page", made=say(f"source.made_as_{made}") if made else kind)
    return Source(", ".join(size) or say("source.unknown"), kind, letters)


def _doubts(say: Pack, essay: Essay, seen: Sequence[Span]) -> list[Doubt]:
    linked = {span.to for span in seen if span.readings}
    return [_doubt(say, essay, each, each.start in linked) for each in essay.cleaned.uncertain[:_LISTED]]


def _doubt(say: Pack, essay: Essay, doubt: Uncertain, linked: bool) -> Doubt:
    found = sentence(say, "quotation.words", words=in_own_language(visible(say, doubt.found), essay))
    where = tag("a", found, href=f"#{place_id(say, 'doubt', doubt.start)}") if linked else found
    readings = in_own_language(visible(say, say.either(doubt.readings)), essay)
    return Doubt(where, paragraph(say, essay, doubt.start), readings, reason(doubt.rule, say.code))


def _used(say: Pack, spans: Sequence[Span]) -> list[tuple[Rule, int]]:
    """The rules that acted in a text, the most used first, and how often."""
    return [(account, times) for name, times in uses(spans).most_common() for account in accounts(name, say.code)]


def _left_behind(say: Pack, essay: Essay) -> LeftBehind | None:
    """What an HTML page had besides the text; words that may be a reader's are not shown."""
    every, site = essay.seed.set_aside, essay.seed.site_words
    if not every:
        return None
    words = [say("left_behind.blocks", n=len(every))]
    if comments := essay.seed.html_metadata and essay.seed.html_metadata.comments:
        words.append(say("left_behind.readers", n=comments))
    if others := len(every) - len(site):
        letters = sum(map(len, every)) - sum(map(len, site))
        words.append(say("left_behind.unsure", n=others, letters=letters))
    if site:
        words.append(say("left_behind.site"))
    listed = [shorten(masked(say, block), _BLOCK) for block in site[:_BLOCKS]]
    return LeftBehind(" ".join(words), listed, len(site) - _BLOCKS)
