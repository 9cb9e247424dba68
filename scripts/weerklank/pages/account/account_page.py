"""The account of one text: its source and its reading text side by side, and what came of each line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from weerklank.languages.nl.interface import thousands
from weerklank.languages.rules import reason
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import essay_url, head, in_own_language, place_words, title_of
from weerklank.model import Essay, Uncertain
from weerklank.pages.account.account_words import visible
from weerklank.pages.account.doubt_places import TOP, doubt_id
from weerklank.pages.account.extent import LETTERS, LINES, shown
from weerklank.pages.account.left_behind import left_behind
from weerklank.pages.account.right import ROOT
from weerklank.pages.account.rows import rows
from weerklank.pages.account.source import facts, register_url
from weerklank.pages.account.totals import FATES, Total, percent, totals
from weerklank.pages.account.used import used

_DOUBTS = 200  # are listed on top of the page; the register has them all
_WHY_NOT = {
    "quotes": "van deze tekst alleen de gemarkeerde passages mogen worden getoond",
    "closed": "deze tekst hier niet mag worden getoond",
    "removed": "deze tekst op verzoek is verwijderd",
}


def page(essay: Essay, **front: str) -> str:
    """The account of one text; `front` goes into its front matter."""
    back = tag("a", title_of(essay), href=essay_url(ROOT, essay))
    intro = (
        f"Naar de tekst: {back}. Hieronder staat elke regel van de bron naast wat er in de leestekst van is geworden, "
        "met bij elke ingreep haar naam en haar reden. Hoe dat gaat, staat op [Zo werken de regels](regels.md)."
    )
    parts = [f"# Verantwoording van ‘{title_of(essay)}’", intro, facts(essay)]
    spans = essay.cleaned.ledger.spans
    if spans:
        parts += ["## Wat er van de bron is geworden", _totals(totals(spans))]
    parts += _checked(essay) if essay.publish == "full" and spans else [_not_shown(essay)]
    parts += [used(spans), left_behind(essay)]
    text = "\n\n".join(part for part in parts if part)
    return head(f"Verantwoording: {essay.title}", styles=["edition"], **front) + text + "\n"


def _not_shown(essay: Essay) -> str:
    why = _WHY_NOT.get(essay.publish, "er geen bron bij is")
    return f"## Bron en leestekst {{: #{TOP} }}\n\n" + escape(
        f"Bron en leestekst staan hier niet naast elkaar, omdat {why}."
    )


def _checked(essay: Essay) -> list[str]:
    """What is told of a text that may be shown: its doubts, and every line."""
    doubts = {u.start: number for number, u in enumerate(essay.cleaned.uncertain[:_DOUBTS], 1) if u.start >= 0}
    heading = f"## Bron en leestekst {{: #{TOP} }}"
    return [_doubts(essay), heading, _key(), _SWITCH, _table(essay, doubts), _stop(essay)]


def _totals(found: Sequence[Total]) -> Html:
    heads = ("Van de bron is", "Tekens", "Bronregels", "Deel")
    top = tag("tr", *(tag("th", escape(word), scope="col") for word in heads))
    whole = Total("", sum(t.letters for t in found), sum(t.lines for t in found), sum(t.share for t in found))
    body = [_total(FATES[each.fate], each, _bar(each.share)) for each in found]
    words = "Elk teken van de bron telt één keer; een bronregel telt bij wat er met het meeste ervan is gebeurd."
    caption = tag("caption", escape(words))
    last = _total("samen", whole, Html(""))
    return tag("table", caption, tag("thead", top), tag("tbody", *body, last), class_="wk-totals")


def _total(name: str, total: Total, bar: Html) -> Html:
    cells = [
        escape(thousands(total.letters)),
        escape(thousands(total.lines)),
        join([escape(percent(total.share)), bar]),
    ]
    return tag("tr", tag("th", escape(name), scope="row"), *(tag("td", cell) for cell in cells))


def _bar(share: int) -> Html:
    """The share as a length; the number beside it says the same."""
    rect = tag("rect", width=f"{share / 10:.1f}%", height="100%")
    return tag("svg", rect, class_="wk-bar", aria_hidden="true")


def _doubts(essay: Essay) -> str:
    found = essay.cleaned.uncertain
    if not found:
        return ""
    seen = {span.to for span in shown(essay.cleaned.ledger.spans) if span.readings}
    items = [_doubt(essay, each, number, each.start in seen) for number, each in enumerate(found[:_DOUBTS], 1)]
    if len(found) > _DOUBTS:
        more = tag("a", escape("register"), href=register_url(essay))
        items.append(
            tag("li", escape(f"en nog {thousands(len(found) - _DOUBTS)}; het "), more, escape(" heeft ze alle."))
        )
    intro = (
        "Van deze plaatsen is niet zeker wat er stond. Zij zijn blijven staan zoals de bron ze heeft; alleen een "
        "afgebroken woord is heel gemaakt zoals het waarschijnlijk was."
    )
    return f"## Onzekere plaatsen ({len(found)}) {{: #onzeker }}\n\n{intro}\n\n{tag('ol', *items, class_='wk-doubts')}"


def _doubt(essay: Essay, doubt: Uncertain, number: int, linked: bool) -> Html:
    found = join([escape("‘"), in_own_language(visible(doubt.found), essay), escape("’")])
    where = tag("a", found, href=f"#{doubt_id(doubt.start)}") if linked else found
    place = _place(essay, doubt.start)
    readings = in_own_language(visible(" of ".join(doubt.readings)), essay)
    words = [where, escape(f" ({place}); mogelijk: " if place else "; mogelijk: "), readings, escape(". ")]
    return tag("li", *words, escape(reason(doubt.rule)), id=f"onzeker-{number}")


def _place(essay: Essay, offset: int) -> str:
    """The paragraph in which an offset of the reading text stands."""
    units = [unit for unit in essay.units if not unit.removed]
    at = bisect_right([unit.start for unit in units], offset) - 1
    return place_words(units[at]) if at >= 0 <= offset else ""


def _key() -> Html:
    """What the marks mean."""
    pairs = [
        (tag("del", escape("woord"), class_="wk-was"), "is gewijzigd"),
        (tag("ins", escape("woord")), "staat er in de leestekst voor in de plaats"),
        (tag("del", escape("woord"), class_="wk-gone"), "is weggelaten"),
        (tag("del", escape("woord"), class_="wk-apart"), "is apart gezet"),
        (tag("del", escape("woord"), class_="wk-said"), "is gelezen als gegeven over de tekst"),
        (tag("mark", escape("woord"), class_="wk-doubt"), "is onzeker"),
        (visible("\n"), "regeleinde dat verviel of een spatie werd"),
        (visible("\xa0"), "bijzondere spatie"),
    ]
    return tag("ul", *(tag("li", sign, escape(f" {words}")) for sign, words in pairs), class_="wk-key")


_SWITCH = Html("""\
<div class="wk-switch" role="group" aria-label="Wat u ziet">
<label for="alleen"><input type="checkbox" id="alleen" autocomplete="off"> Alleen wijzigingen</label>
<label for="wit"><input type="checkbox" id="wit" autocomplete="off" checked> ook van spaties en regeleinden</label>
</div>""")
"""Two boxes to tick; the stylesheet does the rest, so that it works without JavaScript."""


def _table(essay: Essay, doubts: dict[int, int]) -> Html:
    heads = ("Nr.", "Bron", "Leestekst", "Ingreep")
    top = tag("tr", *(tag("th", escape(word), scope="col") for word in heads))
    body = tag("tbody", *rows(essay, doubts))
    return tag("table", tag("thead", top), body, class_="wk-account")


def _stop(essay: Essay) -> str:
    """That the page does not show all of a long source, and where the rest is."""
    spans = essay.cleaned.ledger.spans
    seen = shown(spans)
    if not seen or seen[-1].end == spans[-1].end:
        return ""
    rest = tag("a", escape("het register"), href=register_url(essay))
    words = (
        f"Hier stopt deze pagina: de bron is lang. Een pagina toont de eerste {thousands(LINES)} bronregels of "
        f"{thousands(LETTERS)} tekens, en minder waar veel is gewijzigd; hier {thousands(seen[-1].end)} van de "
        f"{thousands(spans[-1].end)} tekens. De rest staat in "
    )
    return tag("p", escape(words), rest, escape("."), class_="wk-stop")
