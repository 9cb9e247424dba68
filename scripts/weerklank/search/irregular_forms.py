"""The forms of the texts' words that no rule of search makes: 'sprak' and 'gesproken' of 'spreken'.

From the dictionary of lemmas, at build, so that the browser need not know any verb.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from weerklank.languages.folding import fold
from weerklank.languages.lemmas import inflected, lemma
from weerklank.languages.word_knowledge import knowledge
from weerklank.state.kept import NOTHING_KEPT, Kept
from weerklank.state.records import dump, load

_KIND = "irregular forms"


@dataclass
class Linked:
    """What a folded word is linked with: the words that it is an irregular form `of`, and its own `forms`."""

    of: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)


def irregular_forms(words: Mapping[str, Iterable[str]], kept: Kept = NOTHING_KEPT) -> dict[str, Linked]:
    """The links of all words that have any; `words` are those of the texts in lower case, by their language's code.

    A form is linked to its lemma whether it stands in a text or not: a reader may ask for it.

    >>> links = irregular_forms({"nl": ["gesproken", "spreekt"]})
    >>> links["sprak"].of, sorted(links["spreken"].forms)
    ({'spreken'}, ['gesproken', 'spreekt'])
    """
    links: dict[str, Linked] = defaultdict(Linked)
    for code, said in words.items():
        there = {fold(word) for word in said}
        wanted = {found for word in said if (found := lemma(word, code))}
        for form, base, is_known in _irregular(code, wanted, kept):
            if not (is_known or form in there):
                continue
            links[form].of.add(base)
            if form in there:
                links[base].forms.add(form)
    for word in list(links):
        for base in links[word].of:
            links[base]  # a lemma has a line of its own
    return links


_Form = tuple[str, str, bool]


def _irregular(code: str, wanted: Iterable[str], kept: Kept) -> Iterator[_Form]:
    """The irregular forms of some lemmas: (form, lemma), both folded, and whether a dictionary has the form. They are
    kept by the lemmas' first letter: a new word asks for those of one letter.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for each in sorted(wanted):
        groups[each[0]].append(each)
    inputs = {letter: f"{code}\0{' '.join(group)}" for letter, group in groups.items()}
    before = {letter: kept.found(_KIND, told) for letter, told in inputs.items()}
    made: dict[str, list[_Form]] = {letter: [] for letter, data in before.items() if data is None}
    known = knowledge(code)
    for form, base in inflected({word for letter in made for word in groups[letter]}, code) if made else ():
        if not known.is_regular(form, base):
            made[base[0]].append((fold(form), fold(base), known.is_known(form)))
    for letter, forms in made.items():
        kept.keep(_KIND, inputs[letter], dump(forms))
        yield from forms
    for data in before.values():
        yield from load(tuple[_Form, ...], data) if data is not None else ()
