"""What the halves of a word make by the list of words: the places where a word may be broken bear witness, and between
a compound and its parts frequency.
"""

from __future__ import annotations

from weerklank.clean.print.halves import Halves, Joined
from weerklank.languages.lexicons import current, frequency, legal, spelling, word_set

RARE, COMMON, VERY_COMMON = 6e-7, 5e-6, 2e-5  # shares of all words of a word that is hardly, likely, surely one
RARER = 20  # how much rarer than a name a word must be that may be the name with another word


def by_list(halves: Halves) -> Joined:
    """As the word list of the language has it; what it does not know is marked."""
    lexicon = current()
    if not lexicon.code:
        return halves.kept(halves.whole)
    made = _hyphened_compound(halves) if lexicon.hyphens_compounds else _joined_compound(halves)
    return _in_old_spelling(halves, made) if halves.seen.strange or halves.seen.old else made


def _in_old_spelling(halves: Halves, made: Joined) -> Joined:
    """In a spelling that the list does not know, it does not tell for sure whether two words were one; of a text of
    which it knows too few words it tells what it has, and of nothing that it has not.
    """
    if made.outcome == "joined":
        doubtful = made.sure and current().hyphens_compounds and _both_words(halves)
        return halves.joined(halves.hyphened) if doubtful else made
    if made.outcome != "own-hyphen" or spelling().listed("-".join(halves.seam)):
        return made
    join = halves.seen.strange and legal(*halves.seam)
    return halves.joined(halves.hyphened) if join else halves.kept(halves.whole)


def _joined_compound(halves: Halves) -> Joined:
    """Where two words that make one are written as one."""
    half, rest = halves.seam
    longer = (half, rest) != (halves.half, halves.rest)
    if longer and spelling().listed(halves.hyphened) and not spelling().listed(halves.whole):
        return halves.kept()
    whole = spelling().parts(half + rest)
    both = spelling().known(half) and spelling().known(rest)
    if whole == 1 and not both and legal(half, rest):
        return halves.joined()  # as nearly all are
    hyphened = spelling().parts(f"{half}-{rest}")
    if whole and both and (hyphened == 1 or half.lower() in word_set("lasting-prefixes")):
        return halves.kept(halves.whole)
    if not legal(half, rest):
        return _not_broken_here(halves, whole, hyphened, both)
    if whole == 1 or (whole and hyphened != 1 and (not both or frequency(half + rest) > 0)):
        return halves.joined()
    if whole and hyphened != 1:
        apart = both and (halves.name() or current().matches("equals", f"{half}|{rest}"))
        return halves.kept(halves.whole) if apart else halves.joined(halves.hyphened)
    if hyphened:
        return halves.kept()
    return _unknown(halves, both)


def _not_broken_here(halves: Halves, whole: int, hyphened: int, both: bool) -> Joined:
    """No typesetter breaks this word here, so the hyphen is its own, or a trema was dropped."""
    half, rest = halves.seam
    if both or (hyphened and not whole):
        return halves.kept() if whole != 1 or halves.rest != rest else halves.kept(halves.whole)
    if whole:
        return halves.joined(halves.hyphened)
    if halves.respelled and current().matches("changed-prefixes", f"{half}|{rest}"):
        return halves.changed(halves.hyphened, halves.whole)
    return halves.kept(halves.whole)


def _unknown(halves: Halves, both: bool) -> Joined:
    """A word that no list has: mostly a compound broken by the typesetter; a name, a prefix or
    an adjective before another whole word mostly has a hyphen of its own.
    """
    half, rest = halves.seam
    common = frequency(half + rest)
    before = half.lower() in word_set("hyphen-prefixes") or half.lower() == rest.lower()
    if before and not common or spelling().known(rest) and len(rest) > 3 and _stands_apart(halves, both):
        return halves.kept(halves.whole)
    return halves.joined() if common else halves.joined(halves.hyphened)


def _stands_apart(halves: Halves, both: bool) -> bool:
    """Whether the part before a whole word is a name, an adjective, or the end of a chain of others."""
    half, rest = halves.seam
    common = frequency(half + rest)
    if common:
        return halves.name() and len(half) > 3 and frequency(half) > RARER * common
    chain = "-" in halves.half and halves.half.partition("-")[0].lower() not in word_set("name-beginnings")
    name = halves.name() and (both or len(half) > 2 and (halves.seen.has(half) or frequency(half) > 0))
    return name or both and (chain or _pairs(halves))


def _hyphened_compound(halves: Halves) -> Joined:
    """Where two words that make one are written with a hyphen, unless the list has them as one."""
    half, rest = halves.seam
    if spelling().listed(halves.hyphened) and not spelling().listed(halves.whole):
        return halves.kept()
    whole, hyphened = spelling().listed(half + rest), spelling().listed(f"{half}-{rest}")
    if whole and hyphened:
        return _either(halves)
    if whole:
        return _rarely_one(halves) or halves.joined()
    if hyphened:
        return halves.kept()
    if _lasts(halves):
        return halves.kept()
    if _both_words(halves) and not halves.name() and rest not in word_set("endings"):
        return halves.kept()
    apart = _prefixed(halves) or _pairs(halves) and spelling().known(rest)
    return halves.kept(halves.whole) if apart else halves.joined(halves.hyphened)


def _either(halves: Halves) -> Joined:
    """A word that the list has both ways: as one where it is common so, else as its first half mostly goes."""
    half, rest = halves.seam
    if frequency(half + rest) >= VERY_COMMON:
        return halves.joined()
    apart = frequency(rest) >= COMMON if _prefixed(halves) else _lasts(halves) or _pairs(halves)
    return halves.kept(halves.whole) if apart and _is_rare(halves) else halves.joined(halves.hyphened)


def _rarely_one(halves: Halves) -> Joined | None:
    """Two words, or a prefix and a word, that the list has as one, though they are not, or hardly ever, so for all."""
    equals = current().matches("equals", "|".join(halves.seam))
    if not equals and not (_is_rare(halves) and (_prefixed(halves) or _both_words(halves))):
        return None
    return halves.kept(halves.whole) if _lasts(halves) else halves.joined(halves.hyphened)


def _is_rare(halves: Halves) -> bool:
    """Whether a word is hardly ever written as one; of a prefix with another word less would be much."""
    half, rest = halves.seam
    return frequency(half + rest) < (COMMON if _prefixed(halves) else RARE)


def _prefixed(halves: Halves) -> bool:
    half, rest = halves.seam
    return half.lower() in word_set("hyphen-prefixes") and spelling().known(rest)


def _lasts(halves: Halves) -> bool:
    half, rest = halves.seam
    return half.lower() in word_set("lasting-prefixes") and spelling().known(rest)


def _pairs(halves: Halves) -> bool:
    """Whether the halves are two of one kind, or what goes together without being one word."""
    return current().matches("pairing", "|".join(halves.seam))


def _both_words(halves: Halves) -> bool:
    half, rest = halves.seam
    return half.lower() not in word_set("joining-prefixes") and _is_word(half) and _is_word(rest)


def _is_word(part: str) -> bool:
    return spelling().known(part) and (len(part) > 2 or part.lower() in word_set("two-letters"))
