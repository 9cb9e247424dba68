"""The page of a word in dispute: its forms, how often each text and author uses it, and every place."""

from __future__ import annotations

from collections.abc import Sequence

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import head
from weerklank.model import Collection, Essay
from weerklank.pages.word_pages.concordance import concordance
from weerklank.pages.word_pages.tables import counted_words, scrolling, text_head, use_cells
from weerklank.words.count import Counted, Word
from weerklank.words.word_forms import Kind

_KINDS: tuple[Kind, ...] = ("form", "variant", "head", "modifier", "derivation")


def page(word: Word, collection: Collection, counted: Counted) -> str:
    """The Markdown of /woorden/<woord>/."""
    say = collection.say
    title = f"‘{word.word}’"
    parts: list[str] = [tag("h1", escape(title)), _summary(word, collection, counted)]
    if word.places:
        parts += [say("word.forms"), _forms(say, word)]
    if collection.essays:
        parts += [say("word.by_text"), _texts(word, collection, counted), _authors(word, collection, counted)]
    if word.counted:
        parts += [say("word.in_context"), say("word.legend")]
        parts += concordance(word, collection)
    parts.append(say("word.how"))
    said = say("word.description", title=title)
    return head(say, title, description=said, styles=["words"]) + "\n\n".join(filter(None, parts)) + "\n"


def _summary(word: Word, collection: Collection, counted: Counted) -> Html:
    say = collection.say
    number, texts = len(word.counted), len(word.by_essay)
    if not number:
        return escape(say("word.unused"))
    every = say("count.texts", n=len(collection.essays))
    words = say("word.times", number=number, texts=texts, every=every)
    share = counted.size(collection.essays).share(number)
    return escape(words if share is None else say("word.share", words=words, share=say.decimal(share)))


def _forms(say: Pack, word: Word) -> Html:
    rows = []
    for kind in _KINDS:
        if forms := word.forms(kind):
            rows += [tag("dt", say(f"word.kind_{kind}")), tag("dd", _listed(forms))]
    return tag("dl", *rows, class_="wk-forms")


def _listed(forms: Sequence[tuple[str, int]]) -> Html:
    """Forms with their counts, in one line."""
    each = [join([escape(form), Html("\u00a0"), tag("span", escape(f"{n}×"), class_="wk-counts")]) for form, n in forms]
    return join(each, ", ")


def _texts(word: Word, collection: Collection, counted: Counted) -> Html:
    say = collection.say
    rows = []
    for essay in collection.essays:
        size, places = counted.sizes[essay.slug], word.by_essay.get(essay.slug, ())
        cells = use_cells(say, places, size, f"#{say.at('text_id')}-{essay.slug}")
        rows.append(tag("tr", text_head(say, essay, size, "../../"), *cells))
    return _table(say, say("word.text"), rows, say("word.by_text_region"))


def _authors(word: Word, collection: Collection, counted: Counted) -> Html:
    """The same for each author, where one has more than one text."""
    say = collection.say
    texts: dict[str, list[Essay]] = {}
    for essay in collection.essays:
        for author in essay.authors:
            texts.setdefault(author, []).append(essay)
    if not any(len(own) > 1 for own in texts.values()):
        return Html("")
    rows = []
    for author, own in texts.items():
        size = counted.size(own)
        places = [place for essay in own for place in word.by_essay.get(essay.slug, ())]
        many = tag("span", escape(say("count.texts", n=len(own))), class_="wk-source")
        name = tag("th", escape(author), Html(" "), many, Html(" "), counted_words(say, size), scope="row")
        rows.append(tag("tr", name, *use_cells(say, places, size)))
    return join(
        [Html(say("word.by_author")), _table(say, say("word.author"), rows, say("word.by_author_region"))], "\n\n"
    )


def _table(say: Pack, first: str, rows: Sequence[Html], name: str) -> Html:
    heads = (first, say("word.per_thousand"), say("word.count"), say("word.itself"), say("word.in_compounds"))
    top = tag("tr", *(tag("th", escape(each), scope="col") for each in heads))
    return scrolling(tag("table", tag("thead", top), tag("tbody", *rows), class_="wk-words wk-use"), name)
