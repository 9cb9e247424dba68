"""What a step of the cleaner is, and how steps are put together: on a condition, and until nothing more is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from weerklank.clean.ledger.draft import Draft
from weerklank.model import Block
from weerklank.model.geometry import Layout

_ROUNDS = 9  # at most, so that two steps which undo each other end


@dataclass(frozen=True, slots=True)
class Text:
    """A text under way: its draft, what its maintainer says of it, and what the steps found out.

    `printed` is None until it is known whether the text is a scan of print. `ends` are an editor's words where the
    essay ends (see clean/web/answer.py), None where none were given or they do not fit; `unfound` are those that do
    not, with how often they stand in the text. `drop` and `keep` are lines that an editor decided on. `cut` says that
    comments were cut off below in this round. `authors` are known from elsewhere. `asked` are the blocks of which an
    editor must say whose they are. `layout` is where its lines stand on their pages, where that is known; `document`
    says that it was read from a file that has notes of its own (Word, EPUB).
    """

    draft: Draft
    printed: bool | None = None
    readings: tuple[tuple[str, str], ...] = ()
    ends: tuple[str, ...] | None = None
    drop: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    language: str | None = None
    authors: tuple[str, ...] = ()
    unfound: tuple[tuple[str, int], ...] = ()
    cut: bool = False
    asked: tuple[Block, ...] = ()
    layout: Layout = ()
    document: bool = False

    @property
    def closed(self) -> bool:
        """Whether an editor said with which words the text ends, so that no rule looks for comments."""
        return len(self.ends or ()) % 2 == 1


class Step(NamedTuple):
    """One step: its name, what it does, and for a step made of others these, in order."""

    name: str
    run: Callable[[Text], Text]
    parts: tuple[Step, ...] = ()


def step(do: Callable[[Draft], Draft]) -> Step:
    """A step that looks at nothing but the words."""

    def run_(text: Text) -> Text:
        draft = do(text.draft)
        return text if draft is text.draft else replace(text, draft=draft)

    return Step(do.__name__, run_)


def knowing(do: Callable[[Text], Text]) -> Step:
    """A step that needs to know more of the text than its words."""
    return Step(do.__name__, do)


def run(steps: Sequence[Step], text: Text) -> Text:
    """The text after these steps, in order."""
    for each in steps:
        text = each.run(text)
    return text


def of_print(*steps: Step) -> Step:
    """These steps for a scan of print of which no more is known than its words; any other text stays as it is."""
    return Step("of_print", lambda text: run(steps, text) if text.printed and not text.layout else text, steps)


def of_layout(*steps: Step) -> Step:
    """These steps for a text whose layout is known."""
    return Step("of_layout", lambda text: run(steps, text) if text.layout else text, steps)


def of_document(*steps: Step) -> Step:
    """These steps for a document with notes of its own: what a web page numbers is its author's text as all else is."""
    return Step("of_document", lambda text: run(steps, text) if text.document else text, steps)


def until_settled(*steps: Step, by: Step | None = None) -> Step:
    """These steps again and again, until a round changes no word: so a second cleaning changes nothing either.

    With `by` they are settled as soon as that one step finds nothing more.
    """
    return Step("until_settled", partial(_settled, steps, by), steps)


def _settled(steps: Sequence[Step], by: Step | None, text: Text) -> Text:
    for _ in range(_ROUNDS):
        before, text = text, run(steps, text)
        if (by.run(text) if by else before).draft.text == text.draft.text:
            break
    return text


def names(steps: Sequence[Step]) -> Iterator[str]:
    """The names of the steps in order, of those that are made of others these too.

    >>> list(names([until_settled(Step("spaces", lambda text: text))]))
    ['until_settled', 'spaces']
    """
    for each in steps:
        yield each.name
        yield from names(each.parts)
