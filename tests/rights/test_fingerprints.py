"""What the lock keeps of words that may not be shown cannot be read off with a list of words."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

import pytest

from tests.pages.collection import seed
from tests.rights.test_permitted import SEEDS, made
from weerklank.annotate import anchors
from weerklank.build.compose import Edition
from weerklank.collection import editions
from weerklank.model import ArgumentFile, PassageEntry, Publish
from weerklank.model.errors import InputError
from weerklank.model.runs import words

SECRET = """Een leven in de wijk

2 mei 2018

Harmen Oosterdiep heeft schulden bij de gemeente en leeft sinds de winter van wat zijn zus hem geeft, want de \
deurwaarder kwam in maart en nam alles mee behalve het bed van zijn dochter met autisme.

Hij drinkt niet meer.

## De buurt

De buren zeggen dat hij vroeger een winkel had op de hoek, en dat hij sinds de scheiding een bipolaire stoornis heeft \
waar niemand in de straat over wil praten.

Door Anna de Wit
"""
SHOWN = "leeft sinds de winter van wat zijn zus hem geeft"
QUOTED = ArgumentFile(
    "schuld",
    "Wie schulden heeft, is geen klant.",
    "",
    entries=(PassageEntry(1, "een-leven-in-de-wijk", "for", SHOWN),),
)
TEXT = seed("a_leven", SECRET)


def edition(publish: Publish | None = None, down: str = "", arguments: Iterable[ArgumentFile] = ()) -> Edition:
    return made(publish, down, (TEXT, SEEDS[1]), tuple(arguments))


def hashes(lock: str) -> set[str]:
    return set(re.findall(r"\b[0-9a-f]{8,64}\b", lock))


def guesses(known: str, shown: str) -> Iterator[str]:
    """What an attacker tries who has a list of words, even one with each of the secret's own, and the shown words:
    words, pairs, threes, whole short paragraphs, and the end of a run that begins or ends with shown words.
    """
    own = sorted(set(words(known)))
    for length in (1, 2):
        yield from (" ".join(each) for each in product(own, repeat=length))
    told = words(known)
    for length in range(3, 8):
        yield from (" ".join(told[at : at + length]) for at in range(len(told)))
    row = words(shown)
    for at in range(len(row)):
        for left in (6, 7):
            for end in product(own, repeat=8 - left) if len(row[at : at + left]) == left else ():
                yield " ".join([*row[at : at + left], *end])
                yield " ".join([*end, *row[at : at + left]])


def opened(lock: str, shown: str) -> list[str]:
    kept = hashes(lock)
    lengths = {len(each) for each in kept}
    found = []
    for guess in guesses(SECRET.partition("2018")[2], shown):
        digest = hashlib.sha256(guess.encode()).hexdigest()
        found += [guess] if any(digest[:length] in kept for length in lengths) else []
    return found


def of_secret(edition: Edition) -> str:
    """What the locks keep, without what they keep of the other text."""
    lock = replace(edition.lock, essays={k: v for k, v in edition.lock.essays.items() if k == TEXT.stem})
    dates = replace(edition.dates, texts={k: v for k, v in edition.dates.texts.items() if k == TEXT.stem})
    return anchors.dump(lock) + editions.dump(dates)


def test_a_list_of_words_opens_what_is_shown() -> None:
    """The attack is one: on a text that is shown it finds most of what is kept."""
    assert len(opened(of_secret(edition()), "")) > 40


@pytest.mark.parametrize(
    ("publish", "down", "arguments", "shown"),
    [
        ("closed", "", (), ""),
        ("closed", "", (QUOTED,), ""),
        ("quotes", "", (QUOTED,), SHOWN),
        (None, "een-leven-in-de-wijk", (), ""),
        (None, "een-leven-in-de-wijk", (QUOTED,), ""),
    ],
)
def test_and_nothing_of_what_is_not(
    publish: Publish | None, down: str, arguments: tuple[ArgumentFile, ...], shown: str
) -> None:
    made_so = edition(publish, down, arguments)
    lock = of_secret(made_so)
    units = made_so.lock.essays[TEXT.stem].units
    assert hashes(lock)
    found = opened(lock, shown)
    assert [guess for guess in found if guess not in " ".join(words(shown))] == []
    assert {a.id: bool(a.exact or a.sketch or a.runs) for a in units}["p2"] is False  # of a short one nothing is kept


def test_nor_when_its_seed_is_gone() -> None:
    down = edition(None, "een-leven-in-de-wijk")
    gone = made(None, "een-leven-in-de-wijk", (SEEDS[1], SEEDS[0]), (), lock=down.lock)
    assert gone.lock.essays[TEXT.stem].removed
    assert opened(of_secret(gone), "") == []


def test_of_an_older_lock_nothing_short_is_kept() -> None:
    """Once words and pairs were kept of everything: they go when the lock is next written."""
    public = edition().lock.essays[TEXT.stem]
    old = anchors.Lock({TEXT.stem: replace(public, units=(), removed=public.units)})
    loaded = anchors.load(anchors.dump(old))
    new = made(None, "een-leven-in-de-wijk", (SEEDS[1], SEEDS[0]), (), lock=loaded)
    assert opened(of_secret(new), "") == []
    assert [bool(a.exact) for a in new.lock.essays[TEXT.stem].removed] == [True, False, False, True]
    back = seed("z_terug", SECRET.replace("Een leven in de wijk", "Terug"))
    with pytest.raises(InputError, match="z_terug.txt: p1 is een-leven-in-de-wijk#p1, which was taken down"):
        made(None, "een-leven-in-de-wijk", (SEEDS[1], SEEDS[0], back), (), lock=new.lock)


@pytest.mark.parametrize(
    "changed",
    [
        SECRET.replace("schulden", "geldzorgen").replace("in maart", "in april"),
        SECRET.replace("Harmen Oosterdiep heeft", "Hij heeft").replace("alles mee", "bijna alles mee"),
        f"Wat men vertelt\n\nEen vreemde zin vooraf. {SECRET.splitlines()[4][20:]}\n",
    ],
)
def test_a_reworded_copy_is_known_when_the_seed_is_gone(changed: str) -> None:
    lock = edition(None, "een-leven-in-de-wijk").lock
    back = seed("z_terug", changed.replace("Een leven in de wijk", "Terug"))
    with pytest.raises(InputError, match="z_terug.txt: p1 is een-leven-in-de-wijk#p1, which was taken down"):
        made(None, "een-leven-in-de-wijk", (SEEDS[1], back), (), lock=lock)


@pytest.mark.parametrize("publish", ["closed", "quotes"])
def test_ids_of_what_is_not_shown_outlive_edits(publish: Publish) -> None:
    before = edition(publish, arguments=(QUOTED,)).lock
    edited = SECRET.replace("wil praten", "durft te praten").replace("niet meer", "nooit meer")
    edited = edited.replace(
        "## De buurt", "Een heel nieuwe alinea over iets anders, namelijk over fietsen.\n\n## De buurt"
    )
    text = replace(TEXT, text=edited, data=edited.encode())
    after = made(publish, "", (text, SEEDS[1]), (QUOTED,), lock=before)
    assert [a.id for a in after.lock.essays[TEXT.stem].units][-1] == before.essays[TEXT.stem].units[-1].id
    assert {a.id for a in before.essays[TEXT.stem].units} <= {a.id for a in after.lock.essays[TEXT.stem].units}
    assert after.lock.passages == before.passages


def test_the_days_of_what_was_taken_down_stay_and_its_digest_goes() -> None:
    public = edition()
    down = made(None, "een-leven-in-de-wijk", (TEXT, SEEDS[1]), (), lock=public.lock, dates=public.dates)
    entry = down.dates.texts[TEXT.stem]
    assert (entry.digest, entry.published) == ("-", public.dates.texts[TEXT.stem].published)
    assert editions.load(editions.dump(down.dates)) == down.dates
