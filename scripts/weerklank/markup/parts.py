"""Small pieces that several pages share: bylines, stances, links to a passage, front matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, front_matter, join, tag
from weerklank.model import STANCES, Collection, Essay, Passage, Stance, Unit

_WORDS_A_MINUTE = 230
"""Silent reading of non-fiction: 238 words a minute in English (Brysbaert 2019), rather fewer of longer Dutch words."""


def sentence(say: Pack, key: str, /, **values: str | int) -> Html:
    """The words of `key` made inert, around values that may be markup.

    >>> from weerklank.languages.pack import pack
    >>> sentence(pack("nl"), "author.positions", number=tag("b", "2 < 3"))
    Html('Neemt een standpunt in bij <b>2 &#60; 3</b>&#58;')
    """
    runs = groupby(say.parts(key, **values), key=lambda part: isinstance(part, Html))
    return join(join(run) if safe else "".join(run) for safe, run in runs)


def prose(say: Pack, key: str, /, **values: str | int) -> Html:
    """The words of `key` as the Markdown of ours that they are, around values that are escaped unless they are markup.

    >>> from weerklank.languages.pack import pack
    >>> prose(pack("nl"), "word.how")
    Html('[Hoe er geteld is](index.md#hoe-er-geteld-is)')
    """
    pieces = enumerate(say.parts(key, **values))
    return join(piece if at % 2 else Html(piece) for at, piece in pieces)


def head(say: Pack, title: str, template: str | None = None, **more: Any) -> str:
    """Front matter of a generated page."""
    values: dict[str, Any] = {"title": title}
    if template:
        values["template"] = template
    return front_matter({**values, **more, "generated": say("page.generated")})


def author_words(say: Pack, essay: Essay) -> str:
    """The authors in words; that they are unknown where the text names none."""
    return say.list(essay.authors) or say("author.unknown")


def year_words(say: Pack, essay: Essay) -> str:
    """The year; that it is unknown where it is, or that it was inferred ('ca. 2014')."""
    if essay.year is None:
        return say("date.unknown")
    return say("year.about", year=str(essay.year)) if essay.approximate else str(essay.year)


def date_line(say: Pack, essay: Essay) -> Html:
    """The date in words, for people and machines."""
    words = escape(when_words(say, essay))
    return tag("time", words, datetime=essay.date) if essay.date else tag("span", words, class_="wk-unknown")


def when_words(say: Pack, essay: Essay) -> str:
    """The date in words; that it is inferred where it is ('omstreeks 2014')."""
    return say("date.about", date=say.date(essay.date)) if essay.approximate else say.date(essay.date)


def place_of(say: Pack, essay: Essay) -> str:
    """Authors and year, as a text is named beside its title."""
    return f"{author_words(say, essay)}, {year_words(say, essay)}"


def reading_minutes(essay: Essay) -> int:
    """How long reading a text takes, at least a minute."""
    return minutes_of(essay.words)


def minutes_of(words: int) -> int:
    """How long reading so many words takes, at least a minute."""
    return max(1, round(words / _WORDS_A_MINUTE))


def told_by(say: Pack, essay: Essay, passage: Passage, speaker: str | None = None) -> Html:
    """Whose words a passage has, and how they are meant: of the text's authors, or of the text itself where it names
    none. `speaker` is his name as the page wants it, and may be markup.
    """
    if passage.speaker and passage.voice != "own":
        key = "told.by" if essay.authors else "told.within"
        source = sentence(say, key, whose=say.list(essay.authors), title=quoted_title(say, essay))
        return sentence(say, f"told.{passage.voice}", speaker=speaker or passage.speaker, source=source)
    key = "told.own" if passage.voice == "own" else "told.meant"
    return sentence(say, key, whose=whose_words(say, essay), how=say(f"voice.{passage.voice}"))


def whose_words(say: Pack, essay: Essay) -> str:
    """The authors of a text, or its title between quotation marks where it names none."""
    return say.list(essay.authors) or quoted_title(say, essay)


def language_of(essay: Essay, collection: Collection) -> str:
    """The language of an essay's words (an IETF tag)."""
    return essay.seed.language or collection.config.language


def other_language(essay: Essay, collection: Collection) -> str | None:
    """The language of an essay's words where it is not that of the collection (an IETF tag)."""
    language = essay.seed.language
    return language if language and language != collection.config.language else None


def in_own_language(words: str, essay: Essay) -> Html:
    """Words of a text, escaped unless they are markup, said to be in its language where that is known apart."""
    return tag("span", words, lang=essay.seed.language) if essay.seed.language else Html.escape(words)


def title_of(essay: Essay) -> Html:
    """The title of a text, in its language."""
    return in_own_language(essay.title, essay)


def linked_title(essay: Essay, href: str) -> Html:
    """The title of a text as a link to it; browsers and search engines are told its language where it has its own."""
    return tag("a", title_of(essay), href=href, hreflang=essay.seed.language)


def quoted_title(say: Pack, essay: Essay) -> Html:
    """The same within a sentence."""
    return sentence(say, "quotation.words", words=title_of(essay))


def enumerated(say: Pack, parts: Sequence[Html]) -> Html:
    """Safe parts as a list in a sentence: 'a, b en c'."""
    return Html(say.list(parts))  # enumerated as words are, and safe as the parts are


def stance_word(say: Pack, stance: Stance) -> Html:
    """The stance as a word, told apart by more than colour."""
    return tag("span", escape(say(f"stance.{stance}")), class_=f"wk-stance wk-{stance}")


def place_words(say: Pack, unit: Unit) -> str:
    """How a unit is cited: '§ 7', or that it is a heading."""
    return f"§ {unit.number}" if unit.number else say("place.heading")


def place_id(say: Pack, kind: str, which: str | int) -> str:
    """The id of one of several places of a kind (`<kind>_id` in addresses.toml) on a page.

    >>> from weerklank.languages.pack import pack
    >>> place_id(pack("nl"), "note", "p7")
    'noot-p7'
    """
    return f"{say.at(f'{kind}_id')}-{which}"


def essay_url(say: Pack, root: str, essay: Essay, fragment: str = "") -> str:
    """The address of an essay from a page whose way to the site's root is `root`."""
    return f"{root}{say.at('essays')}/{essay.slug}/" + (f"#{fragment}" if fragment else "")


def argument_url(say: Pack, root: str, argument_id: str, passage: Passage | None = None) -> str:
    """The address of an argument, or of a passage on its page."""
    return f"{root}{say.at('arguments')}/{argument_id}/" + (f"#{passage.id}" if passage else "")


def stances_of(say: Pack, passages: Sequence[Passage]) -> str:
    """The stances that one text takes on one argument, in words: 'voor, nuance'."""
    return ", ".join(say(f"stance.{stance}") for stance, count in voices(passages).items() if count)


def voices(passages: Iterable[Passage]) -> dict[Stance, int]:
    """How many voices take each stance: a text counts once for an argument, however many passages it gives it."""
    taken = Counter(stance for *_, stance in {(p.argument, p.essay, p.stance) for p in passages})
    return {stance: taken[stance] for stance in STANCES}
