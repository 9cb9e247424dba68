"""The list of arguments with the table of arguments and texts: who says what, in words."""

from __future__ import annotations

from weerklank.dutch import STANCES, count_words
from weerklank.markdown import Html, escape, join, tag
from weerklank.model import Argument, Collection, Essay
from weerklank.pages.parts import argument_url, author_words, essay_url, head, stance_word, year_words

_ROOT = "../"


def page(collection: Collection) -> str:
    """The Markdown of /argumenten/."""
    rows = [_item(argument) for argument in collection.arguments]
    parts = [
        "# Argumenten",
        "Elk argument is een stelling waar een auteur voor of tegen kan zijn. De tabel zegt per tekst hoe vaak, "
        "en met welk standpunt; elk aantal leidt naar de woorden van de auteur.",
        "\n".join(rows),
        "## Argumenten en teksten",
        table(collection, _ROOT) if collection.arguments else "",
    ]
    return head("Argumenten") + "\n\n".join(part for part in parts if part) + "\n"


def _item(argument: Argument) -> str:
    texts = len({p.essay for p in argument.passages})
    counts = f"{count_words(len(argument.passages), 'passage', 'passages')} in {count_words(texts, 'tekst', 'teksten')}"
    return f"- [{escape(argument.claim)}]({argument.id}.md) {tag('span', escape(counts), class_='wk-counts')}"


def table(collection: Collection, root: str) -> Html:
    """The table of arguments × texts in a region that scrolls by itself."""
    heads = [tag("th", _essay_head(essay, root), scope="col") for essay in collection.essays]
    top = tag("tr", tag("th", escape("Argument"), scope="col"), *heads)
    rows = [_row(argument, collection, root) for argument in collection.arguments]
    listing = tag(
        "table",
        tag("caption", escape("Per argument en tekst: het standpunt en het aantal passages")),
        tag("thead", top),
        tag("tbody", *rows),
        class_="wk-matrix",
    )
    return tag("div", listing, class_="wk-scroll", tabindex="0", role="region", aria_label="Argumenten en teksten")


def _essay_head(essay: Essay, root: str) -> Html:
    title = tag("a", escape(essay.title), href=essay_url(root, essay))
    return join([title, tag("span", escape(f"{author_words(essay)}, {year_words(essay)}"), class_="wk-source")], " ")


def _row(argument: Argument, collection: Collection, root: str) -> Html:
    claim = tag("th", tag("a", escape(argument.claim), href=argument_url(root, argument.id)), scope="row")
    return tag("tr", claim, *(_cell(argument, essay, root) for essay in collection.essays))


def _cell(argument: Argument, essay: Essay, root: str) -> Html:
    own = [p for p in argument.passages if p.essay == essay.slug]
    if not own:
        read = essay.slug in argument.examined
        words = "niets gevonden" if read else "nog niet gelezen"
        return tag("td", escape(words), class_="wk-nothing" if read else "wk-unread")
    parts = []
    for stance in STANCES:
        chosen = [p for p in own if p.stance == stance]
        if chosen:
            count = escape(str(len(chosen)))
            label = join([stance_word(stance), count], " ")
            parts.append(tag("a", label, href=argument_url(root, argument.id, chosen[0])))
    return tag("td", join(parts, " "))
