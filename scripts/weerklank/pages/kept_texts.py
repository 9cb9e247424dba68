"""The pages of texts, kept by what stands on them: the text itself, and of all others what a page may quote or name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from weerklank.model import Argument, Cleaned, Collection, Essay, Ledger, Metadata
from weerklank.model.lessons import Lesson
from weerklank.pages import essay, rights
from weerklank.pages.account import account_page, register
from weerklank.state.kept import Kept

_NO_WORDS = Cleaned("", (), (), Metadata(), (), Ledger())


class Texts:
    """The pages of a collection's texts. Each is written from no more than its key is made of: its own text, the
    arguments that it makes, and of the texts that make them too, and of its neighbours, what is known of them and the
    paragraphs in which passages stand.
    """

    def __init__(self, collection: Collection, kept: Kept) -> None:
        self._collection, self._kept = collection, kept
        self._places = {each.slug: number for number, each in enumerate(collection.essays)}
        self._own = [_digest(each) for each in collection.essays]
        outlines = [_outline(each, collection) for each in collection.essays]
        self._others = [(each, _digest(each)) for each in outlines]
        self._arguments = {each.id: (bare, _digest(bare)) for each in collection.arguments for bare in [_bare(each)]}
        self._made_by: dict[str, list[str]] = {}
        for argument in collection.arguments:
            for slug in {p.essay for p in argument.passages} | {w.essay for w in argument.withdrawn}:
                self._made_by.setdefault(slug, []).append(argument.id)
        self._rest = replace(collection, essays=(), arguments=(), dated=None, moved=(), removed=(), lessons=())

    def page(self, number: int) -> str:
        """The Markdown of the page of the text at this place in the collection."""
        own = self._collection.essays[number]
        arguments = [self._arguments[each] for each in self._made_by.get(own.slug, ())]
        named = {self._places[passage.essay] for argument, _ in arguments for passage in argument.passages}
        places = sorted({*named, number, *{number - 1, number + 1} & {*self._places.values()}})
        lessons = _of_text(own, self._collection.lessons)
        others = [self._own[at] if at == number else self._others[at][1] for at in places]
        inputs = [repr((self._rest, lessons)), *others, *(digest for _, digest in arguments)]

        def written() -> str:
            around = tuple(own if at == number else self._others[at][0] for at in places)
            seen = replace(self._rest, essays=around, arguments=tuple(each for each, _ in arguments), lessons=lessons)
            return essay.page(own, places.index(number), seen, self._kept)

        return self._made("essay", "\n".join(inputs), written)

    def account(self, number: int) -> str:
        """The Markdown of the account of that text."""
        say, own = self._collection.say, self._collection.essays[number]
        front = rights.front(own, self._collection)
        inputs = repr((say.code, front, self._own[number]))
        return self._made("account", inputs, lambda: account_page.page(say, own, **front))

    def register(self, number: int) -> str:
        """The register of that text, as JSON."""
        say, own = self._collection.say, self._collection.essays[number]
        return self._made("register", repr((say.code, self._own[number])), lambda: register.register(say, own))

    def _made(self, kind: str, inputs: str, make: Callable[[], str]) -> str:
        return self._kept(kind, inputs, lambda: make().encode()).decode()


def _digest(record: object) -> str:
    return sha256(repr(record).encode("utf-8", "surrogatepass")).hexdigest()


def _outline(each: Essay, collection: Collection) -> Essay:
    """A text as the pages of others see it: without its source, its ledger, its days and what no passage stands in."""
    marked = {passage.unit for passage in collection.passages_of[each.slug]}
    units = tuple(unit for unit in each.units if unit.id in marked)
    source = replace(each.seed, data=b"", text="", html_metadata=None, set_aside=(), site_words=(), digest="")
    return replace(each, seed=source, cleaned=_NO_WORDS, units=units, dated=None)


def _bare(each: Argument) -> Argument:
    """An argument as the page of a text sees it: its claim, its sides, its passages and what of them is not shown."""
    return replace(each, introduction="", related=(), examined=(), clash=None, dated=None, was=())


def _of_text(own: Essay, lessons: tuple[Lesson, ...]) -> tuple[Lesson, ...]:
    """The lessons that stop at a text, with those stops alone."""
    stops = (tuple(s for s in each.stops if s.kind == "essay" and s.name == own.slug) for each in lessons)
    return tuple(Lesson("", "", "", stops=own) for own in stops if own)
