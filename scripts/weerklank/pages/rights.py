"""What may be shown of a text and what may be done with it, in words on its page."""

from __future__ import annotations

from collections.abc import Sequence

from weerklank.languages.nl.interface import count_words, thousands
from weerklank.markup.markdown import Html, escape, join, tag
from weerklank.markup.parts import head, title_of
from weerklank.model import Argument, Collection, CollectionConfig, Essay, Stance, Unit, Withdrawn

_ROOT = "../../"
_MEANS = {
    "unknown": "Of de rechthebbende hem hier wil tonen, weten wij niet. Verwijs daarom liever naar de tekst dan dat u "
    "hem overneemt; citeren mag, met vermelding van de bron.",
    "permission": "Hij staat hier met toestemming{}. Die geldt voor deze site: wie meer wil dan lezen, verwijzen en "
    "citeren, vraagt dat aan de rechthebbende.",
    "licence": "Hij staat hier onder een licentie{}. U mag hem overnemen zoals die licentie dat toestaat.",
    "public-domain": "Er rust geen auteursrecht meer op{}. U mag hem vrij overnemen; vermeld daarbij wie hem schreef.",
}
_PROMISE = "Op verzoek halen wij een tekst of een alinea weg, en wij plaatsen die niet opnieuw."
REMOVED = "Op verzoek verwijderd"


def contact(config: CollectionConfig) -> dict[str, str]:
    """What the foot of every page says of the editors and their promise; the front matter of the home page
    has it, because a template can read that from every page. Nothing where no contact is known.
    """
    if not config.contact:
        return {}
    href = f"mailto:{config.contact}" if "@" in config.contact.partition("://")[0] else config.contact
    return {"contact": href, "contact_words": config.contact, "removal": config.removal or _PROMISE}


def front(essay: Essay, collection: Collection) -> dict[str, str]:
    """What the front matter of a page that shows this text must say to search engines."""
    return {} if essay.licensed or collection.config.index_unlicensed else {"robots": "noindex"}


def line(essay: Essay) -> Html:
    """Whose the text is, on what it stands here, and what that means for a reader."""
    sidecar = essay.seed.sidecar
    whose = {0: "wie hem schreef; de naam kennen wij niet", 1: "de auteur"}.get(len(essay.authors), "de auteurs")
    before, after = _MEANS[sidecar.rights_status].split("{}") if sidecar.rights_status != "unknown" else ("", "")
    means = [escape(_MEANS["unknown"])]
    if after:
        basis = [escape(": "), _basis(sidecar.rights_basis)] if sidecar.rights_basis else []
        means = [escape(before), *basis, escape(after)]
    more = tag("a", escape("Wat u met deze teksten mag"), href=f"{_ROOT}rechten/")
    title = tag("h2", escape("Rechten"), id="rechten")
    words = tag("p", escape(f"De tekst is van {whose}. "), *means, Html(" "), more, escape("."))
    return tag("aside", title, words, class_="wk-rights", data_apparatus=True, aria_labelledby="rechten")


def _basis(words: str) -> Html:
    """The basis as the editors give it; an address on the web is a link."""
    if words.startswith(("https://", "http://")) and " " not in words:
        return tag("a", escape(words), href=words, rel="external")
    return escape(words.rstrip("."))


def notice(essay: Essay, collection: Collection) -> Html:
    """Above a text that is shown in part or not at all: how much of it is shown, and why no more."""
    if essay.publish == "closed":
        return tag("div", *_closed(essay, collection), class_="wk-notice", data_apparatus=True)
    if essay.publish != "quotes":
        return Html("")
    words = (
        f"Van deze tekst staan hier alleen de gemarkeerde passages: {share(essay)}. […] staat voor wat is weggelaten."
    )
    return tag("p", escape(words), *_elsewhere(essay), class_="wk-notice", data_apparatus=True)


def share(essay: Essay) -> str:
    """How much of a work is shown, in words.

    >>> from types import SimpleNamespace
    >>> share(SimpleNamespace(words=187, work_words=402))
    '187 van de 402 woorden, 47 %'
    """
    whole = essay.work_words or essay.words
    share = 100 * essay.words / max(1, whole)
    return f"{thousands(essay.words)} van de {count_words(whole, 'woord', 'woorden')}, {share:.0f} %"


def _elsewhere(essay: Essay) -> list[Html]:
    if not essay.source_url:
        return []
    link = tag("a", escape(essay.publication or "de bron"), href=essay.source_url, rel="external")
    return [escape(" De hele tekst leest u bij "), link, escape(".")]


def _closed(essay: Essay, collection: Collection) -> list[Html]:
    known = "de redactie toont hem niet" if essay.licensed else "of hij getoond mag worden, is niet bekend"
    words = f"Deze tekst ({count_words(essay.work_words or 0, 'woord', 'woorden')}) staat hier alleen vermeld: {known}."
    passages = sum(w.essay == essay.slug for argument in collection.arguments for w in argument.withdrawn)
    about = sum(any(w.essay == essay.slug for w in argument.withdrawn) for argument in collection.arguments)
    if passages:
        words += (
            f" Ook de {count_words(passages, 'passage', 'passages')} die de redactie erin aanwees bij "
            f"{count_words(about, 'argument', 'argumenten')}, {'staat' if passages == 1 else 'staan'} hier niet."
        )
    if passages == 1:
        words = words.replace("Ook de 1 passage", "Ook de ene passage").replace("1 argument", "één argument")
    return [tag("p", escape(words), *_elsewhere(essay))]


def left_out(ids: Sequence[str]) -> str:
    """A line for the blocks `ids` that are not shown, each with its id, so that links to them arrive."""
    if not ids:
        return ""
    numbers = [name[1:] for name in ids if name.startswith("p")]
    first, last = (numbers[0], numbers[-1]) if numbers else ("", "")
    which = "een tussenkop" if not numbers else f"§ {first}" if first == last else f"§ {first} tot en met § {last}"
    words = escape(f"[…] {which}: niet overgenomen")
    return tag("p", *(tag("span", id=name) for name in ids), words, class_="wk-elision", data_apparatus=True)


def removed_block(unit: Unit, number: Html) -> str:
    """The place of a block that was taken down."""
    words = tag("span", escape(REMOVED), class_="wk-taken-down", data_apparatus=True)
    if unit.kind == "heading":
        return f'## {words} {{: #{unit.id} data-block="heading" }}'
    return f'{number} {words}\n{{: #{unit.id} data-block="paragraph" }}'


def tombstone() -> str:
    """The page at the address of a text that was taken down: it names nothing and nobody."""
    words = (
        f"# {REMOVED}\n\nOp dit adres stond een tekst die op verzoek is verwijderd. "
        "Hij wordt niet opnieuw geplaatst.\n\n[Alle teksten](index.md)\n"
    )
    return head(REMOVED, description=f"{REMOVED}.", robots="noindex") + words


def taken_down(argument: Argument, stance: Stance, collection: Collection) -> list[Html]:
    """On an argument's page, in place of each passage of a stance that was taken down: that it was."""
    return [_gone(w, collection) for w in argument.withdrawn if w.why == "removed" and w.stance == stance]


def _gone(passage: Withdrawn, collection: Collection) -> Html:
    words = [escape(f"{REMOVED}.")]
    if essay := collection.by_slug.get(passage.essay):
        place = tag("a", escape(f"§ {passage.unit[1:]}"), href=f"{_ROOT}essays/{essay.slug}/#{passage.unit}")
        words = [escape(f"{REMOVED}: ‘{essay.title}’, "), place, escape(".")]
    return tag("p", *words, id=passage.id, class_="wk-taken-down")


def not_shown(argument: Argument, collection: Collection) -> Html:
    """On an argument's page: how many of its passages stand in texts that are not shown."""
    rows = []
    for essay in collection.essays:
        count = sum(w.why == "closed" and w.essay == essay.slug for w in argument.withdrawn)
        if count:
            title = tag("a", title_of(essay), href=f"{_ROOT}essays/{essay.slug}/")
            words = [escape(f"Niet getoond: {count_words(count, 'passage', 'passages')} uit ‘"), title, escape("’.")]
            rows.append(tag("li", join(words)))
    return tag("ul", *rows, class_="wk-withdrawn") if rows else Html("")
