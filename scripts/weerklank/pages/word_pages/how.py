"""How words are counted, for readers."""

from __future__ import annotations

from weerklank.words.count import SHORT

_POINTS = (
    "Geteld is in de leestekst: alinea’s, tussenkoppen, lijsten, verzen en citaten. Titels, noten en wat wij terzijde "
    "hebben gelegd, tellen niet mee.",
    "Een woord telt in al zijn vormen: *klanten* en *klantje* bij *klant*. Een andere spelling telt ook, zoals "
    "*client* bij *cliënt*; de pagina van het woord toont haar apart.",
    "Van een scheidbaar werkwoord tellen alleen de vormen uit één stuk: bij *opbellen* wel *opgebeld*, en niet "
    "*belt … op*.",
    "Een samenstelling telt bij het woord dat erin zit: *overheidsklant*, *klantmanager* en *klant-zijn* bij *klant*. "
    "In *cliënt/burger* staan twee woorden, die elk één keer tellen.",
    "Een afleiding is een ander woord en telt niet mee: *burgerij* en *burgerlijk* niet bij *burger*. De pagina van "
    "het woord noemt haar wel. Wat er alleen op lijkt, zoals *burgemeester* en *productief*, blijft weg.",
    "Een woordenboek zegt welke vorm bij welk woord hoort; de naden van samenstellingen zijn die van de zoekpagina. "
    "Woorden die gelijk gespeld worden, zijn zo niet te scheiden: *Burgers* telt ook waar iemand zo heet.",
    "*Per duizend* is het aantal keren op elke duizend woorden van de tekst. Een tekst met minder dan "
    f"{SHORT} woorden heet hier kort: daar maakt één keer meer al een groot verschil, vergelijk dan de aantallen.",
    "Van een tekst die niet in zijn geheel wordt getoond, is alleen geteld wat er staat, zonder getal per duizend.",
)

HOW = "## Hoe er geteld is\n\n" + "\n".join(f"- {point}" for point in _POINTS)
"""The Markdown of it."""
