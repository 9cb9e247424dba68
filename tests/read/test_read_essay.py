"""A scrape as the build would have it without a sidecar."""

from __future__ import annotations

from tests.scrapes import scrapes
from weerklank.annotate.assemble import assemble
from weerklank.clean import clean
from weerklank.languages.pack import pack
from weerklank.read import read_essay, read_seed

PAGE = """<html><head><title>De brug - Dorpsblad</title><meta property="og:title" content="De brug"></head><body>
<article><h1>De brug</h1><p class="byline">Door Anna Bos, 3 mei 2020</p><p>De brug is dicht, en dat is jammer voor wie
naar de overkant moet.</p><p>Morgen gaat zij weer open, zegt de man van de brug.</p></article></body></html>"""


TEXT = "De brug\n\nAnna Bos\n\n3 mei 2020\n\n" + "De brug is dicht, en dat is jammer. " * 9


def test_a_page_and_a_text_say_who_wrote_what_when() -> None:
    for text, name in ((PAGE, "a.html"), (TEXT, "a.txt")):
        essay = read_essay(text.encode(), name)
        assert (essay.title, essay.authors, essay.date, essay.comments) == ("De brug", ("Anna Bos",), "2020-05-03", 0)
        assert essay.text == essay.cleaned.text
        assert essay.text.startswith("De brug is dicht")


def test_it_is_what_the_build_makes_of_it() -> None:
    for scrape in scrapes():
        data = scrape.text.encode()
        essay, (seed, _) = read_essay(data, "a.txt"), read_seed(data, "a.txt")
        built = assemble(pack("nl"), seed, clean(seed.text), None)
        assert (essay.title, essay.authors, essay.date) == (built.title, built.authors, built.date)
