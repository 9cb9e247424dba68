"""What pages are made of: the collection cut down to what one of them sees, which is the key by which it is kept.

A page is written from no more than its key, so that it is right wherever it comes from; and it is made again only
where something that it sees has changed. Of texts there are three sights: whole, in outline (the paragraphs in which
passages stand), and as lists name it (no words at all).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from functools import cached_property, partial
from hashlib import sha256
from typing import TypeVar, TypeVarTuple

from weerklank.markup.long_lists import Part, by_year
from weerklank.model import Argument, Cleaned, Collection, Essay, Ledger, Metadata
from weerklank.model.lessons import Lesson
from weerklank.state.ahead import ahead
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.memory import mark

Files = Callable[[Collection], dict[str, str]]
"""Writes several files, by name under docs/."""

_T = TypeVar("_T")
_Beside = TypeVarTuple("_Beside")
_NO_WORDS = Cleaned("", (), (), Metadata(), (), Ledger())


class MadeOf:
    """A collection as each kind of page sees it, and the door to what is kept of them."""

    def __init__(self, collection: Collection, kept: Kept = NOTHING_KEPT) -> None:
        self._whole, self._kept, again = collection, kept, kept.remembered
        marked = {slug: tuple(passage.unit for passage in own) for slug, own in collection.passages_of.items()}
        self._outlines = {each.slug: again(_outline, each, marked[each.slug]) for each in collection.essays}
        self._entries = {slug: again(_entry, each) for slug, each in self._outlines.items()}
        self._arguments = {each.id: again(_undated, each) for each in collection.arguments}
        self._said = {slug: again(_as_texts_see_it, each) for slug, each in self._arguments.items()}
        self._claims = {slug: again(_claim, each) for slug, each in self._arguments.items()}
        self._made_by: dict[str, list[str]] = {}
        self._texts: dict[str, Collection] = {}
        for argument in collection.arguments:
            for slug in {p.essay for p in argument.passages} | {w.essay for w in argument.withdrawn}:
                self._made_by.setdefault(slug, []).append(argument.id)
        self._rest = replace(collection, essays=(), arguments=(), dated=None, moved=(), removed=(), lessons=())

    def page(self, name: str, seen: Collection, write: Callable[[Collection], str]) -> str:
        """The file of this name under docs/: what `write` makes of what it sees, now or before."""
        return self._remembered(name, seen, lambda: self._made(name, seen, lambda: write(seen).encode()))

    def pages(self, name: str, seen: Collection, write: Files) -> dict[str, str]:
        """The same of several files, by name; `name` is that of them together."""

        def made() -> dict[str, str]:
            found: dict[str, str] = json.loads(self._made(name, seen, partial(_together, (write, seen))))
            return found

        return self._remembered(name, seen, made)

    def parts(self, name: str, texts: Sequence[Essay]) -> list[Part[Essay]]:
        """The pages of a list of texts, as `by_year` has them."""
        return by_year(self._whole.say, name, texts, kept=self._kept)

    def part(
        self,
        part: Part[Essay],
        whole: Collection,
        write: Callable[[Part[Essay], Collection, *_Beside], str],
        *beside: *_Beside,
    ) -> dict[str, str]:
        """A page of a list of texts by its name, now or before: one of several sees its own texts and no argument, the
        list's own page the `whole` collection. What else it is made of stands `beside`, as words and numbers; what is
        kept is none of that.
        """
        seen = replace(self._rest, essays=part.entries) if part.label else whole
        told = repr([each for each in beside if each is not self._kept]).encode("utf-8", "surrogatepass")
        name = f"{part.name}\n{part.nav}\n{sha256(told).hexdigest()}"
        return {part.name: self.page(name, seen, lambda seen: write(part, seen, *beside))}

    def _remembered(self, name: str, seen: Collection, make: Callable[[], _T]) -> _T:
        return self._kept.held((name, mark(seen.parts)), seen.parts, make)

    def _made(self, name: str, seen: Collection, write: Callable[[], bytes]) -> str:
        return self._kept("page", _inputs(name, seen), write).decode()

    @property
    def unargued(self) -> Collection:
        """For pages that tell of the texts and of no argument; the same object as long as no text changes."""
        seen = replace(self._whole, arguments=(), moved=())
        return self._remembered("unargued", seen, lambda: seen)

    def ahead(self, files: Iterable[tuple[str, Collection, Files]], workers: Executor, cost: float) -> None:
        """Have workers write what `pages` will be asked for, as `ahead` of state/ has it."""
        work = ((_inputs(name, seen), (write, seen)) for name, seen, write in files)
        ahead(self._kept, "page", work, _together, workers, cost)

    def listed(self, outlined: bool = False) -> Collection:
        """For pages that list texts and what is said on the arguments: no text has words, or only in outline."""
        essays = self._outlines if outlined else self._entries
        arguments = self._arguments if outlined else self._unplaced
        whole, removed = tuple(arguments.values()), self._whole.removed
        return replace(self._rest, essays=tuple(essays.values()), arguments=whole, removed=removed)

    def positions(self, part: Part[Essay]) -> Collection:
        """For pictures of some texts as lists name them: every claim, with its passages in them."""
        texts = {each.slug for each in part.entries}
        claims = (
            replace(self._claims[each.id], passages=tuple(p for p in each.passages if p.essay in texts))
            for each in self._unplaced.values()
        )
        arguments = tuple(self._kept.same((part.name, each.id), each) for each in claims)
        return replace(self._rest, essays=part.entries, arguments=arguments)

    def argument(self, argument: Argument) -> Collection:
        """For the page of an argument: itself, the claims of the others, and the texts in which its passages stand."""
        moved = tuple(each for each in self._whole.moved if each.kind == "passages" and each.old == argument.id)
        others = self._arguments if moved else self._claims
        arguments = [self._arguments[each] if each == argument.id else own for each, own in others.items()]
        texts = self._entries | {p.essay: self._outlines[p.essay] for p in argument.passages}
        return replace(self._rest, essays=tuple(texts.values()), arguments=tuple(arguments), moved=moved)

    def texts(self, slugs: Iterable[str]) -> Collection:
        """For pages that tell of some texts alone: as lists name them, with the passages that they have."""
        return self._alone({slug: self._entries[slug] for slug in slugs})

    def text(self, essay: Essay) -> Collection:
        """For what is told of one text alone: all of it, with its passages."""
        if essay.slug not in self._texts:
            self._texts[essay.slug] = self._alone({essay.slug: essay})
        return self._texts[essay.slug]

    def reader(self, own: Essay) -> tuple[Collection, int]:
        """For the page of a text, and its place there: beside the text itself, of those that make its arguments too,
        and of its neighbours, what is known of them and the paragraphs in which passages stand.
        """
        number, essays = self._whole.places[own.slug], self._whole.essays
        arguments = tuple(self._said[each] for each in self._made_by.get(own.slug, ()))
        named = {self._whole.places[passage.essay] for argument in arguments for passage in argument.passages}
        places = sorted({*named, *range(max(0, number - 1), min(number + 2, len(essays)))})
        around = tuple(own if at == number else self._outlines[essays[at].slug] for at in places)
        lessons = self._kept.same(("lessons of", own.slug), _of_text(own, self._whole.lessons))
        return replace(self._rest, essays=around, arguments=arguments, lessons=lessons), places.index(number)

    @cached_property
    def _unplaced(self) -> dict[str, Argument]:
        """The arguments with passages of which the order is known, and not where in their paragraphs they stand."""
        starts: dict[tuple[str, str], list[int]] = {}
        for passage in self._whole.passages.values():
            starts.setdefault((passage.essay, passage.unit), []).append(passage.start)
        order = {place: {start: n for n, start in enumerate(sorted(all_))} for place, all_ in starts.items()}
        made = {
            slug: replace(
                each,
                passages=tuple(replace(p, start=order[p.essay, p.unit][p.start], end=0) for p in each.passages),
            )
            for slug, each in self._arguments.items()
        }
        return {slug: self._kept.same(("unplaced", slug), each) for slug, each in made.items()}

    def _alone(self, texts: dict[str, Essay]) -> Collection:
        names = dict.fromkeys(name for slug in texts for name in self._made_by.get(slug, ()))
        said = map(self._said.__getitem__, names)
        own = (replace(each, passages=tuple(p for p in each.passages if p.essay in texts)) for each in said)
        places = " ".join(texts)
        arguments = (self._kept.same(("alone", places, each.id), each) for each in own)
        return replace(self._rest, essays=tuple(texts.values()), arguments=tuple(arguments))


def _together(given: tuple[Files, Collection]) -> bytes:
    write, seen = given
    return json.dumps(write(seen)).encode()


def _inputs(name: str, seen: Collection) -> str:
    rest = repr(replace(seen, essays=(), arguments=()))
    return "\n".join([name, rest, *(each.digest for each in seen.essays), *(each.digest for each in seen.arguments)])


def _outline(each: Essay, marked: tuple[str, ...]) -> Essay:
    """A text as the pages of others see it: without its source, its ledger, its days and what no passage stands in."""
    units = tuple(unit for unit in each.units if unit.id in marked)
    source = replace(each.seed, data=b"", text="", html_metadata=None, set_aside=(), site_words=(), digest="")
    cleaned = replace(_NO_WORDS, printed=each.cleaned.printed)
    return replace(each, seed=source, cleaned=cleaned, units=units, left_out={}, dated=None)


def _entry(outline: Essay) -> Essay:
    """A text as lists name it: of the paragraphs in which passages stand it has the order alone."""
    return replace(outline, units=tuple(replace(unit, text="", start=0, gaps=()) for unit in outline.units))


def _undated(each: Argument) -> Argument:
    return replace(each, dated=None)


def _as_texts_see_it(each: Argument) -> Argument:
    """An argument without what its own page alone tells."""
    return replace(each, introduction="", related=(), examined=(), clash=None, was=())


def _claim(each: Argument) -> Argument:
    """An argument as others see it: its claim, and how it relates to theirs."""
    return replace(each, introduction="", passages=(), examined=(), clash=None, withdrawn=(), was=())


def _of_text(own: Essay, lessons: tuple[Lesson, ...]) -> tuple[Lesson, ...]:
    """The lessons that stop at a text, with those stops alone."""
    stops = (tuple(s for s in each.stops if s.kind == "essay" and s.name == own.slug) for each in lessons)
    return tuple(Lesson("", "", "", stops=own) for own in stops if own)
