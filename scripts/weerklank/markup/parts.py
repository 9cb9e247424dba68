"""Small pieces that several pages share: bylines, stances, links to a passage, front matter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from weerklank.languages.nl.interface import STANCES, date_words, enumerate_words
from weerklank.markup.markdown import Html, escape, front_matter, join, tag
from weerklank.model import Collection, Essay, Passage, Stance, Unit

_GENERATED = "Deze pagina is gemaakt door scripts/build.py. Wijzig niet hier, maar in seeds/."


def head(title: str, template: str | None = None, **more: Any) -> str:
    """Front matter of a generated page."""
    values: dict[str, Any] = {"title": title}
    if template:
        values["template"] = template
    return front_matter({**values, **more, "generated": _GENERATED})


def author_words(essay: Essay) -> str:
    """The authors in words; 'auteur onbekend' where the text names none."""
    return enumerate_words(list(essay.authors)) or "auteur onbekend"


def year_words(essay: Essay) -> str:
    """The year; 'z.j.' (zonder jaar) where it is unknown, 'ca.' where it was inferred."""
    if essay.year is None:
        return "z.j."
    return f"ca. {essay.year}" if essay.approximate else str(essay.year)


def date_line(essay: Essay) -> Html:
    """The date in words, for people and machines."""
    words = escape(("omstreeks " if essay.approximate else "") + date_words(essay.date))
    return tag("time", words, datetime=essay.date) if essay.date else tag("span", words, class_="wk-unknown")


def voice(essay: Essay, speaker: str | None) -> Html:
    """Whose words a passage is: its speaker by way of the text, its authors, or the text itself."""
    whose = escape(enumerate_words(list(essay.authors))) if essay.authors else title_of(essay)
    return join([escape(f"{speaker}, aangehaald door "), whose]) if speaker else whose


def language_of(essay: Essay, collection: Collection) -> str:
    """The language of an essay's words (an IETF tag)."""
    return essay.seed.sidecar.language or collection.config.language


def other_language(essay: Essay, collection: Collection) -> str | None:
    """The language of an essay's words where it is not that of the collection (an IETF tag)."""
    language = essay.seed.sidecar.language
    return language if language and language != collection.config.language else None


def in_own_language(words: Html, essay: Essay) -> Html:
    """Words of a text, safe already, said to be in its language where its sidecar names one."""
    return tag("span", words, lang=essay.seed.sidecar.language) if essay.seed.sidecar.language else words


def title_of(essay: Essay) -> Html:
    """The title of a text, in its language."""
    return in_own_language(escape(essay.title), essay)


def enumerated(parts: Sequence[Html]) -> Html:
    """Safe parts as a list in a sentence: 'a, b en c'."""
    return join([join(list(parts[:-1]), ", "), parts[-1]], " en ") if len(parts) > 1 else join(list(parts))


def stance_word(stance: Stance) -> Html:
    """The stance as a word, told apart by more than colour."""
    return tag("span", escape(STANCES[stance]), class_=f"wk-stance wk-{stance}")


def place_words(unit: Unit) -> str:
    """How a unit is cited: '§ 7', or 'tussenkop'."""
    return f"§ {unit.number}" if unit.number else "tussenkop"


def essay_url(root: str, essay: Essay, fragment: str = "") -> str:
    """The address of an essay from a page whose way to the site's root is `root`."""
    return f"{root}essays/{essay.slug}/" + (f"#{fragment}" if fragment else "")


def argument_url(root: str, argument_id: str, passage: Passage | None = None) -> str:
    """The address of an argument, or of a passage on its page."""
    return f"{root}argumenten/{argument_id}/" + (f"#{passage.id}" if passage else "")


def stances_of(passages: Sequence[Passage]) -> str:
    """The stances among passages with their counts, in words: 'voor (2), tegen (1)'."""
    counts = [(word, sum(p.stance == stance for p in passages)) for stance, word in STANCES.items()]
    return ", ".join(f"{word} ({count})" for word, count in counts if count)
