"""What may be shown of a text and what may be done with it, in words on its page."""

from __future__ import annotations

from collections.abc import Sequence

from weerklank.languages.pack import Pack
from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import essay_url, head, sentence, title_of
from weerklank.model import Argument, Collection, CollectionConfig, Essay, Stance, Unit, Withdrawn

_ROOT = "../../"


def contact(config: CollectionConfig) -> dict[str, str]:
    """What the foot of every page says of the editors and their promise; the front matter of the home page
    has it, because a template can read that from every page. Nothing where no contact is known.
    """
    say = config.say
    if not config.contact:
        return {}
    href = f"mailto:{config.contact}" if "@" in config.contact.partition("://")[0] else config.contact
    return {"contact": href, "contact_words": config.contact, "removal": config.removal or say("rights.promise")}


def front(essay: Essay, collection: Collection) -> dict[str, str]:
    """What the front matter of a page that shows this text must say to search engines."""
    return {} if essay.licensed or collection.config.index_unlicensed else {"robots": "noindex"}


def line(say: Pack, essay: Essay) -> Html:
    """Whose the text is, on what it stands here, and what that means for a reader."""
    sidecar = essay.seed.sidecar
    whose = {0: say("rights.unknown_author"), 1: say("rights.author")}.get(len(essay.authors), say("rights.authors"))
    basis = sentence(say, "rights.basis", basis=_basis(sidecar.rights_basis)) if sidecar.rights_basis else Html("")
    means = sentence(say, f"rights.means_{sidecar.rights_status.replace('-', '_')}", basis=basis)
    more = tag("a", say("rights.what_you_may"), href=f"{_ROOT}{say.at('rights')}/")
    title = tag("h2", say("rights.title"), id="rechten")
    words = tag("p", sentence(say, "rights.line", whose=whose, means=means, more=more))
    return tag("aside", title, words, class_="wk-rights", data_apparatus=True, aria_labelledby="rechten")


def _basis(words: str) -> Html:
    """The basis as the editors give it; an address on the web is a link."""
    if words.startswith(("https://", "http://")) and " " not in words:
        return tag("a", escape(words), href=words, rel="external")
    return escape(words.rstrip("."))


def notice(essay: Essay, collection: Collection) -> Html:
    """Above a text that is shown in part or not at all: how much of it is shown, and why no more."""
    say = collection.say
    if essay.publish == "closed":
        return tag("div", *_closed(essay, collection), class_="wk-notice", data_apparatus=True)
    if essay.publish != "quotes":
        return Html("")
    words = say("rights.quotes_only", share=share(say, essay))
    return tag("p", words, *_elsewhere(say, essay), class_="wk-notice", data_apparatus=True)


def share(say: Pack, essay: Essay) -> str:
    """How much of a work is shown, in words.

    >>> from types import SimpleNamespace
    >>> from weerklank.languages.pack import pack
    >>> share(pack("nl"), SimpleNamespace(words=187, work_words=402))
    '187 van de 402 woorden, 47 %'
    """
    whole = essay.work_words or essay.words
    share = 100 * essay.words / max(1, whole)
    return say("rights.share", words=essay.words, whole=say("count.words", n=whole), share=f"{share:.0f}")


def _elsewhere(say: Pack, essay: Essay) -> list[Html]:
    if not essay.source_url:
        return []
    link = tag("a", escape(essay.publication or say("rights.the_source")), href=essay.source_url, rel="external")
    return [Html(" "), sentence(say, "rights.elsewhere", source=link)]


def _closed(essay: Essay, collection: Collection) -> list[Html]:
    say = collection.say
    known = say("rights.editors_do_not") if essay.licensed else say("rights.not_known")
    words = say("rights.closed", words=say("count.words", n=essay.work_words or 0), known=known)
    passages = sum(w.essay == essay.slug for argument in collection.arguments for w in argument.withdrawn)
    about = sum(any(w.essay == essay.slug for w in argument.withdrawn) for argument in collection.arguments)
    if passages:
        words += " " + say("rights.closed_passages", n=passages, arguments=say("count.arguments", n=about))
    return [tag("p", words, *_elsewhere(say, essay))]


def left_out(say: Pack, ids: Sequence[str]) -> str:
    """A line for the blocks `ids` that are not shown, each with its id, so that links to them arrive."""
    if not ids:
        return ""
    numbers = [name[1:] for name in ids if name.startswith("p")]
    first, last = (numbers[0], numbers[-1]) if numbers else ("", "")
    range_ = f"§ {first}" if first == last else say("rights.from_to", first=first, last=last)
    which = range_ if numbers else say("rights.a_heading")
    words = escape(say("rights.left_out", which=which))
    return tag("p", *(tag("span", id=name) for name in ids), words, class_="wk-elision", data_apparatus=True)


def removed_block(say: Pack, unit: Unit, number: Html) -> str:
    """The place of a block that was taken down."""
    words = tag("span", say("rights.removed"), class_="wk-taken-down", data_apparatus=True)
    if unit.kind == "heading":
        return f'## {words} {{: #{unit.id} data-block="heading" }}'
    return f'{number} {words}\n{{: #{unit.id} data-block="paragraph" }}'


def tombstone(say: Pack) -> str:
    """The page at the address of a text that was taken down: it names nothing and nobody."""
    removed = say("rights.removed")
    return (
        head(say, removed, description=f"{removed}.", robots="noindex")
        + say("rights.tombstone", removed=removed)
        + "\n"
    )


def taken_down(argument: Argument, stance: Stance, collection: Collection) -> list[Html]:
    """On an argument's page, in place of each passage of a stance that was taken down: that it was."""
    return [_gone(w, collection) for w in argument.withdrawn if w.why == "removed" and w.stance == stance]


def _gone(passage: Withdrawn, collection: Collection) -> Html:
    say = collection.say
    words = escape(f"{say('rights.removed')}.")
    if essay := collection.by_slug.get(passage.essay):
        place = tag("a", f"§ {passage.unit[1:]}", href=essay_url(say, _ROOT, essay, passage.unit))
        words = sentence(say, "rights.removed_from", title=title_of(essay), place=place)
    return tag("p", words, id=passage.id, class_="wk-taken-down")


def not_shown(argument: Argument, collection: Collection) -> Html:
    """On an argument's page: how many of its passages stand in texts that are not shown."""
    say = collection.say
    rows = []
    for essay in collection.essays:
        count = sum(w.why == "closed" and w.essay == essay.slug for w in argument.withdrawn)
        if count:
            title = tag("a", title_of(essay), href=essay_url(say, _ROOT, essay))
            passages = say("count.passages", n=count)
            rows.append(tag("li", sentence(say, "rights.passages_not_shown", passages=passages, title=title)))
    return tag("ul", *rows, class_="wk-withdrawn") if rows else Html("")
