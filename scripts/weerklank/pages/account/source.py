"""The source of a text, and how anyone can check that it is the one accounted for."""

from __future__ import annotations

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import sentence
from weerklank.model import Essay
from weerklank.pages.account.right import ROOT
from weerklank.pages.account.withheld import is_absent


def register_url(say: Pack, essay: Essay) -> str:
    """The address of the ledger as JSON."""
    return f"{ROOT}data/{say.at('account')}/{essay.slug}.json"


def facts(say: Pack, essay: Essay) -> Html:
    """File, size, kind and checksum of the source, and the ledger for machines."""
    name = tag("code", escape(essay.seed.name))
    rows: list[tuple[str, str]] = [(say("source.file"), name), (say("source.size"), _size(say, essay))]
    rows += [(say("source.kind"), _kind(say, essay)), ("sha256", tag("code", essay.seed.sha256))]
    checksum = tag("code", f"sha256sum {essay.seed.name}")
    explain = tag("code", f"weerklank explain {essay.seed.name}")
    rows.append((say("source.check"), sentence(say, "source.how_to_check", checksum=checksum, explain=explain)))
    if essay.cleaned.ledger.spans:
        register = tag("a", "JSON", href=register_url(say, essay))
        rows.append((say("source.register"), sentence(say, "source.about_register", register=register)))
    pairs = [part for term, words in rows for part in (tag("dt", term), tag("dd", words))]
    return tag("dl", *pairs, class_="wk-facts")


def _size(say: Pack, essay: Essay) -> str:
    spans = essay.cleaned.ledger.spans
    words = [say("source.bytes", n=len(essay.seed.data))] if essay.seed.data else []
    words += [say("source.letters", n=spans[-1].end)] if spans else []
    if spans and not any(map(is_absent, spans)):
        source = "".join(span.before for span in spans)
        count = source.count("\n") + (not source.endswith("\n"))
        words.append(say("count.lines", n=count))
    return ", ".join(words) or say("source.unknown")


def _kind(say: Pack, essay: Essay) -> str:
    made = say("source.scan") if essay.cleaned.printed else say("source.screen")
    if not essay.seed.name.endswith(".html"):
        return made
    return say("source.web_page", made=made)
