"""The edition's account (/verantwoording/): what was changed, set aside and left out, and by which rule."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from weerklank.clean.repairs import Change, changes, repairs
from weerklank.dutch import count_words
from weerklank.markdown import Html, escape, tag
from weerklank.model import Collection, Essay, Ledger, Span
from weerklank.pages.essay import unit_at
from weerklank.pages.parts import essay_url, head, place_words
from weerklank.private import masked
from weerklank.rules import reason

_ROOT = "../../"
_Ruled = TypeVar("_Ruled", Span, Change)
_AROUND = 12  # characters of context before and after a change that shows no words itself


def index(collection: Collection) -> str:
    """How the texts were cleaned, and what that came to for each."""
    rows = [f"- [{escape(e.title)}]({e.slug}.md): {escape(_totals(e))}" for e in collection.essays]
    parts = [
        "# Verantwoording",
        "De teksten zijn van webpagina’s en scans overgenomen. Menu’s, formulieren, reacties van lezers en ander "
        "bijwerk zijn eruit gehaald; afgebroken woorden zijn heel gemaakt. Van elk teken van de bron is bijgehouden "
        "wat ermee is gebeurd: het staat in de tekst, is gewijzigd, apart gezet, als gegeven over de tekst gelezen, "
        "of weggelaten. Wat niet zeker was, is blijven staan en gemarkeerd. Reacties van lezers worden alleen geteld.",
        "\n".join(rows),
    ]
    return head("Verantwoording") + "\n\n".join(parts) + "\n"


def _totals(essay: Essay) -> str:
    ledger, comments = essay.cleaned.ledger, essay.comments
    size = {v: sum(len(s.before) for s in spans) for v, spans in _by_verdict(ledger).items()}
    whole = max(1, sum(size.values()))
    words = [
        f"{100 * (size.get('kept', 0) + size.get('changed', 0)) / whole:.0f} % van de bron is leestekst".replace(
            ".", ","
        ),
        count_words(len(repairs(ledger)), "herstelde plaats", "herstelde plaatsen"),
    ]
    if comments:
        words.append(count_words(comments, "reactie weggelaten", "reacties weggelaten"))
    return ", ".join(words)


def _by_verdict(ledger: Ledger) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for span in ledger.spans:
        found.setdefault(span.verdict, []).append(span)
    return found


def page(essay: Essay) -> str:
    """The account of one text."""
    cleaned = essay.cleaned
    spans = _by_verdict(cleaned.ledger)
    changed = changes(cleaned.ledger)
    source = tag("code", escape(hashlib.sha256(essay.seed.data).hexdigest()))
    back = tag("a", escape(essay.title), href=essay_url(_ROOT, essay))
    parts: list[str] = [
        f"# Wat er is gewijzigd in ‘{escape(essay.title)}’",
        f"Naar de tekst: {back}. {escape(_totals(essay))}.",
        f"Bron: <code>{escape(essay.seed.name)}</code>, {len(cleaned.ledger.source())} tekens; sha256 {source}.",
        "## Ingrepen {: #ingrepen }",
        _uncertain(essay),
        _changes("Herstelde woorden", [c for c in changed if c.is_repair], essay),
        _changes("Regels en witruimte", [c for c in changed if not c.is_repair], essay),
        "" if changed or cleaned.uncertain else "Geen.",
        _listing("Apart gezet", spans.get("set_aside", [])),
        _listing("Gelezen als gegeven over de tekst", spans.get("metadata", [])),
        _listing("Weggelaten", spans.get("removed", [])),
        _unused(essay),
    ]
    return head(f"Verantwoording: {essay.title}") + "\n\n".join(part for part in parts if part) + "\n"


def _uncertain(essay: Essay) -> str:
    rows = [
        tag(
            "li",
            escape(f"{_place(essay, u.start)}: ‘{_visible(u.found)}’; mogelijk: {' of '.join(u.readings)}. "),
            escape(reason(u.rule)),
        )
        for u in essay.cleaned.uncertain
    ]
    return (
        f"### Onzekere plaatsen\n\nDeze zijn blijven staan zoals de bron ze heeft.\n\n{tag('ul', *rows)}"
        if rows
        else ""
    )


def _changes(title: str, made: Sequence[Change], essay: Essay) -> str:
    """Changes by rule: the place, what the source has and what the reading text has."""
    if not made:
        return ""
    parts = [f"### {title}"]
    for rule, group in _grouped(made):
        rows = [
            tag("tr", tag("td", escape(_place(essay, c.to))), *_before_after(c, essay.cleaned.ledger.source()))
            for c in group
        ]
        top = tag("tr", *(tag("th", escape(word), scope="col") for word in ("Plaats", "Bron", "Leestekst")))
        listing = tag("table", tag("thead", top), tag("tbody", *rows), class_="wk-changes")
        summary = tag("summary", escape(f"{reason(rule)} ({count_words(len(group), 'plaats', 'plaatsen')})"))
        parts.append(tag("details", summary, listing, open=len(group) <= 12))
    return "\n\n".join(parts)


def _grouped(spans: Iterable[_Ruled]) -> list[tuple[str, list[_Ruled]]]:
    ordered = sorted(spans, key=lambda s: s.rule)
    return [(rule, sorted(group, key=lambda s: s.start)) for rule, group in groupby(ordered, key=lambda s: s.rule)]


def _before_after(change: Change, source: str) -> tuple[Html, Html]:
    left, right = "", ""
    if not (change.before.strip() and change.after.strip()):
        end = change.start + len(change.before)
        left = source[max(0, change.start - _AROUND) : change.start].split("\n")[-1]
        right = source[end : end + _AROUND].split("\n")[0]
    around = [(left + words + right) for words in (change.before, change.after)]
    return tag("td", escape(_visible(around[0]))), tag("td", escape(_visible(around[1], source_form=False)))


def _visible(text: str, source_form: bool = True) -> str:
    """Text on one line with its line ends (↵) and runs of white space (␣) to be seen."""
    if not source_form:
        return " ".join(text.split())
    return "".join(map(_sign, text)).replace("  ", "␣␣")


def _sign(character: str) -> str:
    """What shows a character that cannot be seen: ↵, ␣ or its number; others as they are."""
    if character == "\n":
        return "↵"
    if character.isspace() and character != " ":
        return "␣"
    return character if character.isprintable() else f"[U+{ord(character):04X}]"


def _place(essay: Essay, offset: int) -> str:
    spot = unit_at(essay, offset)
    return place_words(spot[0]) if spot else "tussen twee alinea’s"


def _listing(title: str, spans: Sequence[Span]) -> str:
    """Stretches that do not stand in the reading text, by rule; readers' comments only as a count."""
    shown = [(rule, [s for s in group if s.before.strip()]) for rule, group in _grouped(spans)]
    parts = [_stretches(rule, group) for rule, group in shown if group]
    return "\n\n".join([f"## {title}", *parts]) if parts else ""


def _stretches(rule: str, group: Sequence[Span]) -> Html:
    why = tag("p", escape(reason(rule)))
    if is_private(rule):
        letters = sum(len(s.before) for s in group)
        return tag("div", why, tag("p", escape(f"{letters} tekens, niet getoond.")), class_="wk-left-out")
    rows = [tag("li", escape(masked(words))) for words in dict.fromkeys(map(_words, group)) if words]
    return tag("div", why, tag("ul", *rows), class_="wk-left-out")


_FIELDS = {
    "title": "titel", "subtitle": "ondertitel", "kicker": "soort tekst", "authors": "auteur", "date": "datum",
    "publication": "verschenen in", "comments": "lezersreacties", "truncated": "de tekst breekt hier af",
}  # fmt: skip


def _words(span: Span) -> str:
    """A stretch as it is listed: what an aside or a field became, else the source's words."""
    if span.verdict == "set_aside":
        return span.after
    before = "".join(map(_sign, " ".join(span.before.split())))
    return f"{_FIELDS[span.detail]}: {span.after} (bron: {before})" if span.verdict == "metadata" else before


def is_private(rule: str) -> bool:
    """Whether what a rule took out may hold readers' words: it is counted, never shown."""
    return rule.startswith("comment")


def _unused(essay: Essay) -> str:
    if not essay.seed.set_aside:
        return ""
    blocks = count_words(len(essay.seed.set_aside), "blok", "blokken")
    return f"## Niet overgenomen van de webpagina\n\n{blocks} van de pagina, zoals menu’s en formulieren; niet getoond."
