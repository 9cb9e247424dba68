"""The source of a text, and how anyone can check that it is the one accounted for."""

from __future__ import annotations

from weerklank.languages.nl.interface import thousands
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.model import Essay
from weerklank.pages.account.right import ROOT
from weerklank.pages.account.withheld import is_absent


def register_url(essay: Essay) -> str:
    """The address of the ledger as JSON."""
    return f"{ROOT}data/verantwoording/{essay.slug}.json"


def facts(essay: Essay) -> Html:
    """File, size, kind and checksum of the source, and the ledger for machines."""
    name = tag("code", escape(essay.seed.name))
    rows = [("Bron", name), ("Omvang", escape(_size(essay))), ("Soort", escape(_kind(essay)))]
    rows.append(("sha256", tag("code", escape(essay.seed.sha256))))
    check = [
        tag("code", escape(f"sha256sum {essay.seed.name}")),
        escape(" geeft dit getal als u dezelfde bron hebt; "),
        tag("code", escape(f"weerklank explain {essay.seed.name}")),
        escape(" geeft dan dezelfde verantwoording."),
    ]
    rows.append(("Zelf nagaan", join(check)))
    if essay.cleaned.ledger.spans:
        rows.append(("Register", join([tag("a", escape("JSON"), href=register_url(essay)), _about()])))
    pairs = [part for term, words in rows for part in (tag("dt", escape(term)), tag("dd", words))]
    return tag("dl", *pairs, class_="wk-facts")


def _about() -> Html:
    return escape(", elk teken van de bron met wat ervan werd")


def _size(essay: Essay) -> str:
    spans = essay.cleaned.ledger.spans
    words = [f"{thousands(len(essay.seed.data))} bytes"] if essay.seed.data else []
    words += [f"{thousands(spans[-1].end)} tekens"] if spans else []
    if spans and not any(map(is_absent, spans)):
        source = "".join(span.before for span in spans)
        count = source.count("\n") + (not source.endswith("\n"))
        words.append(f"{thousands(count)} {'regel' if count == 1 else 'regels'}")
    return ", ".join(words) or "niet bekend"


def _kind(essay: Essay) -> str:
    made = "scan van drukwerk" if essay.cleaned.printed else "tekst van een scherm"
    if not essay.seed.name.endswith(".html"):
        return made
    return f"webpagina ({made}); de verantwoording gaat over de tekst die uit de pagina is gelezen"
