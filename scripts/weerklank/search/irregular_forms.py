"""The forms of the texts' words that no rule of search makes: 'sprak' and 'gesproken' of 'spreken'.

From the dictionary of lemmas, at build, so that the browser need not know any verb.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from weerklank.languages.folding import fold
from weerklank.languages.lemmas import inflected, lemma
from weerklank.languages.word_knowledge import knowledge


@dataclass
class Linked:
    """What a folded word is linked with: the words that it is an irregular form `of`, and its own `forms`."""

    of: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)


def irregular_forms(words: Mapping[str, Iterable[str]]) -> dict[str, Linked]:
    """The links of all words that have any; `words` are those of the texts in lower case, by their language's code.

    A form is linked to its lemma whether it stands in a text or not: a reader may ask for it.

    >>> links = irregular_forms({"nl": ["gesproken", "spreekt"]})
    >>> links["sprak"].of, sorted(links["spreken"].forms)
    ({'spreken'}, ['gesproken', 'spreekt'])
    """
    links: dict[str, Linked] = defaultdict(Linked)
    for code, said in words.items():
        known, there = knowledge(code), {fold(word) for word in said}
        wanted = {found for word in said if (found := lemma(word, code))}
        for form, base in inflected(wanted, code):
            if known.is_regular(form, base) or not (known.is_known(form) or fold(form) in there):
                continue
            links[fold(form)].of.add(fold(base))
            if fold(form) in there:
                links[fold(base)].forms.add(fold(form))
    for word in list(links):
        for base in links[word].of:
            links[base]  # a lemma has a line of its own
    return links
