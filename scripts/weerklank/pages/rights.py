"""What may be shown of a text and what may be done with it, in words on its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Rights:
    """Whose a text is, and on what it stands here and what that means for a reader."""

    whose: str
    means: Html


def rights(say: Pack, essay: Essay) -> Rights:
    """What is known of the rights in a text."""
    sidecar = essay.seed.sidecar
    whose = {0: say("rights.unknown_author"), 1: say("rights.author")}.get(len(essay.authors), say("rights.authors"))
    basis = sentence(say, "rights.basis", basis=_basis(sidecar.rights_basis)) if sidecar.rights_basis else Html("")
    return Rights(whose, sentence(say, f"rights.means_{sidecar.rights_status.replace('-', '_')}", basis=basis))


def _basis(words: str) -> str:
    """The basis as the editors give it; an address on the web is a link."""
    if words.startswith(("https://", "http://")) and " " not in words:
        return tag("a", words, href=words, rel="external")
    return words.rstrip(".")


def notice(essay: Essay, collection: Collection) -> str:
    """Above a text that is shown in part or not at all: how much of it is shown, and why no more."""
    say = collection.say
    if essay.publish == "quotes":
        return say("rights.quotes_only", share=share(say, essay))
    return _closed(essay, collection) if essay.publish == "closed" else ""


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


def _closed(essay: Essay, collection: Collection) -> str:
    say = collection.say
    known = say("rights.editors_do_not") if essay.licensed else say("rights.not_known")
    words = say("rights.closed", words=say("count.words", n=essay.work_words or 0), known=known)
    about = [argument for argument in collection.arguments for w in argument.withdrawn if w.essay == essay.slug]
    if about:
        arguments = say("count.arguments", n=len({argument.id for argument in about}))
        words += " " + say("rights.closed_passages", n=len(about), arguments=arguments)
    return words


def left_out(say: Pack, ids: Sequence[str]) -> Html:
    """A line for the blocks `ids` that are not shown, each with its id, so that links to them arrive."""
    if not ids:
        return Html("")
    numbers = [name[1:] for name in ids if name.startswith("p")]
    first, last = (numbers[0], numbers[-1]) if numbers else ("", "")
    range_ = f"§ {first}" if first == last else say("rights.from_to", first=first, last=last)
    which = range_ if numbers else say("rights.a_heading")
    words = say("rights.left_out", which=which)
    return tag("p", *(tag("span", id=name) for name in ids), words, class_="wk-elision", data_apparatus=True)


def removed_block(say: Pack, unit: Unit, number: Html) -> Html:
    """The place of a block that was taken down."""
    words = tag("span", say("rights.removed"), class_="wk-taken-down", data_apparatus=True)
    if unit.kind == "heading":
        return Html(f'## {words} {{: #{unit.id} data-block="heading" }}')
    return Html(f'{number} {words}\n{{: #{unit.id} data-block="paragraph" }}')


def tombstone(say: Pack) -> str:
    """The page at the address of a text that was taken down: it names nothing and nobody."""
    removed = say("rights.removed")
    return (
        head(say, removed, description=f"{removed}.", robots="noindex")
        + say("rights.tombstone", removed=removed)
        + "\n"
    )


def taken_down(argument: Argument, stance: Stance, collection: Collection) -> list[tuple[str, Html]]:
    """The ids of an argument's passages of a stance that were taken down, and what is said in their place."""
    return [(w.id, _gone(w, collection)) for w in argument.withdrawn if w.why == "removed" and w.stance == stance]


def _gone(passage: Withdrawn, collection: Collection) -> Html:
    say = collection.say
    if essay := collection.by_slug.get(passage.essay):
        place = tag("a", f"§ {passage.unit[1:]}", href=essay_url(say, _ROOT, essay, passage.unit))
        return sentence(say, "rights.removed_from", title=title_of(essay), place=place)
    return escape(f"{say('rights.removed')}.")


def not_shown(argument: Argument, collection: Collection) -> list[tuple[Essay, int]]:
    """The texts that are not shown, or not whole, with how many passages of an argument they have that are not."""
    found = Counter(w.essay for w in argument.withdrawn if w.why != "removed")
    return [(essay, found[essay.slug]) for essay in collection.essays if found[essay.slug]]
