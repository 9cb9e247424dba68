"""The account of one text: its source and its reading text side by side, and what came of each line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from weerklank.languages.pack import Pack
from weerklank.languages.rules import reason
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import essay_url, head, in_own_language, place_words, sentence, title_of
from weerklank.model import Essay, Uncertain
from weerklank.pages.account.account_words import visible
from weerklank.pages.account.doubt_places import TOP, doubt_id
from weerklank.pages.account.extent import LETTERS, LINES, shown
from weerklank.pages.account.left_behind import left_behind
from weerklank.pages.account.right import ROOT
from weerklank.pages.account.rows import rows
from weerklank.pages.account.source import facts, register_url
from weerklank.pages.account.totals import Total, percent, totals
from weerklank.pages.account.used import used

_DOUBTS = 200  # are listed on top of the page; the register has them all
_WITHHELD = ("quotes", "closed", "removed")


def page(say: Pack, essay: Essay, **front: str) -> str:
    """The account of one text; `front` goes into its front matter."""
    back = tag("a", title_of(essay), href=essay_url(say, ROOT, essay))
    intro = say("account.intro", back=back)
    parts = [say("account.heading", title=title_of(essay)), intro, facts(say, essay)]
    spans = essay.cleaned.ledger.spans
    if spans:
        parts += [say("account.became"), _totals(say, totals(spans))]
    parts += _checked(say, essay) if essay.publish == "full" and spans else [_not_shown(say, essay)]
    parts += [used(say, spans), left_behind(say, essay)]
    text = "\n\n".join(part for part in parts if part)
    return head(say, say("account.title", title=essay.title), styles=["edition"], **front) + text + "\n"


def _not_shown(say: Pack, essay: Essay) -> str:
    why = say(f"account.not_shown_{essay.publish}") if essay.publish in _WITHHELD else say("account.no_source")
    return "\n\n".join([say("account.source_and_text", top=TOP), escape(say("account.not_side_by_side", why=why))])


def _checked(say: Pack, essay: Essay) -> list[str]:
    """What is told of a text that may be shown: its doubts, and every line."""
    doubts = {u.start: number for number, u in enumerate(essay.cleaned.uncertain[:_DOUBTS], 1) if u.start >= 0}
    heading = say("account.source_and_text", top=TOP)
    return [_doubts(say, essay), heading, _key(say), _switch(say), _table(say, essay, doubts), _stop(say, essay)]


def _totals(say: Pack, found: Sequence[Total]) -> Html:
    heads = (say("account.of_the_source"), say("account.letters"), say("account.lines"), say("account.share"))
    top = tag("tr", *(tag("th", escape(word), scope="col") for word in heads))
    whole = Total("", sum(t.letters for t in found), sum(t.lines for t in found), sum(t.share for t in found))
    body = [_total(say, say(f"fate.{each.fate}"), each, _bar(each.share)) for each in found]
    words = say("account.totals_caption")
    caption = tag("caption", escape(words))
    last = _total(say, say("fate.together"), whole, Html(""))
    return tag("table", caption, tag("thead", top), tag("tbody", *body, last), class_="wk-totals")


def _total(say: Pack, name: str, total: Total, bar: Html) -> Html:
    cells = [
        escape(say.number(total.letters)),
        escape(say.number(total.lines)),
        join([escape(percent(say, total.share)), bar]),
    ]
    return tag("tr", tag("th", escape(name), scope="row"), *(tag("td", cell) for cell in cells))


def _bar(share: int) -> Html:
    """The share as a length; the number beside it says the same."""
    rect = tag("rect", width=f"{share / 10:.1f}%", height="100%")
    return tag("svg", rect, class_="wk-bar", aria_hidden="true")


def _doubts(say: Pack, essay: Essay) -> str:
    found = essay.cleaned.uncertain
    if not found:
        return ""
    seen = {span.to for span in shown(essay.cleaned.ledger.spans) if span.readings}
    items = [_doubt(say, essay, each, number, each.start in seen) for number, each in enumerate(found[:_DOUBTS], 1)]
    if len(found) > _DOUBTS:
        more = tag("a", say("account.register"), href=register_url(say, essay))
        items.append(tag("li", sentence(say, "account.more_doubts", n=len(found) - _DOUBTS, register=more)))
    intro = say("account.doubts_intro")
    heading = say("account.doubts_heading", n=len(found))
    return f"{heading}\n\n{intro}\n\n{tag('ol', *items, class_='wk-doubts')}"


def _doubt(say: Pack, essay: Essay, doubt: Uncertain, number: int, linked: bool) -> Html:
    found = sentence(say, "account.quoted", words=in_own_language(visible(say, doubt.found), essay))
    where = tag("a", found, href=f"#{doubt_id(doubt.start)}") if linked else found
    place = _place(say, essay, doubt.start)
    readings = in_own_language(visible(say, say.either(doubt.readings)), essay)
    key = "account.doubt_at" if place else "account.doubt"
    words = sentence(say, key, found=where, place=place, readings=readings)
    return tag("li", words, reason(doubt.rule), id=f"onzeker-{number}")


def _place(say: Pack, essay: Essay, offset: int) -> str:
    """The paragraph in which an offset of the reading text stands."""
    units = [unit for unit in essay.units if not unit.removed]
    at = bisect_right([unit.start for unit in units], offset) - 1
    return place_words(say, units[at]) if at >= 0 <= offset else ""


def _key(say: Pack) -> Html:
    """What the marks mean."""
    word = say("account.key_word")
    pairs = [
        (tag("del", word, class_="wk-was"), say("account.key_changed")),
        (tag("ins", word), say("account.key_instead")),
        (tag("del", word, class_="wk-gone"), say("account.key_left_out")),
        (tag("del", word, class_="wk-apart"), say("account.key_apart")),
        (tag("del", word, class_="wk-said"), say("account.key_read")),
        (tag("mark", word, class_="wk-doubt"), say("account.key_doubt")),
        (visible(say, "\n"), say("account.key_line_end")),
        (visible(say, "\xa0"), say("account.key_space")),
    ]
    return tag("ul", *(tag("li", sign, escape(f" {words}")) for sign, words in pairs), class_="wk-key")


_SWITCH = Html("""\
<div class="wk-switch" role="group" aria-label="{region}">
<label for="alleen"><input type="checkbox" id="alleen" autocomplete="off"> {changes}</label>
<label for="wit"><input type="checkbox" id="wit" autocomplete="off" checked> {spaces}</label>
</div>""")


def _switch(say: Pack) -> Html:
    """Two boxes to tick; the stylesheet does the rest, so that it works without JavaScript."""
    return _SWITCH.format(
        region=say("account.switch"), changes=say("account.switch_changes"), spaces=say("account.switch_spaces")
    )


def _table(say: Pack, essay: Essay, doubts: dict[int, int]) -> Html:
    heads = (say("account.number"), say("account.source"), say("account.reading_text"), say("account.change"))
    top = tag("tr", *(tag("th", escape(word), scope="col") for word in heads))
    body = tag("tbody", *rows(say, essay, doubts))
    return tag("table", tag("thead", top), body, class_="wk-account")


def _stop(say: Pack, essay: Essay) -> str:
    """That the page does not show all of a long source, and where the rest is."""
    spans = essay.cleaned.ledger.spans
    seen = shown(spans)
    if not seen or seen[-1].end == spans[-1].end:
        return ""
    rest = tag("a", escape(say("account.the_register")), href=register_url(say, essay))
    words = sentence(
        say, "account.stops_here", lines=LINES, letters=LETTERS, shown=seen[-1].end, whole=spans[-1].end, register=rest
    )
    return tag("p", words, class_="wk-stop")
