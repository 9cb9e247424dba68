"""How the rules work (/verantwoording/regels/): each with its reason, its examples and how often it acted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from weerklank.languages.nl.interface import thousands, upper_first
from weerklank.languages.rules import Account, all_rules
from weerklank.markup.markdown import Html, escape, tag
from weerklank.markup.parts import head
from weerklank.model import Collection
from weerklank.pages.account.account_words import visible
from weerklank.pages.account.extent import LETTERS, LINES
from weerklank.pages.account.row_notes import rule_id
from weerklank.pages.account.used import uses

_GROUPS = {
    "steps": (
        "Stappen",
        "Wat van de vorm van een tekst afhangt, doet een stap in het programma: tekens, kop en voet, alinea’s, en van "
        "een scan de kolommen, de regeleinden en wat de scanner verkeerd las. In de voorbeelden staat ‘/’ voor een "
        "nieuwe regel.",
    ),
    "comments": (
        "Regels voor reacties van lezers",
        "Waar de reacties beginnen, houdt de tekst op. Wat eronder staat, wordt geteld en nergens getoond.",
    ),
    "furniture": ("Regels voor bijwerk van een website", "Wat een website om een tekst heen zet."),
    "navigation": ("Regels voor menu’s", "Wat op een website de weg wijst."),
    "platforms": ("Regels voor nieuwsbrieven, diensten en weblogs", "Wat bij een bepaald soort website hoort."),
}
_OTHER = "Andere regels"

_INTRO = """\
Een tekst komt hier binnen als kopie van een webpagina of als scan. Een programma maakt er een leestekst van,
met vaste regels, voor elke tekst dezelfde. Er komt geen taalmodel aan te pas, en de uitkomst is telkens precies
gelijk.

## Vijf dingen kunnen er gebeuren

<dl class="wk-fates">
<dt>blijft staan</dt><dd>Het staat zo in de leestekst.</dd>
<dt>gewijzigd</dt><dd>Er staat iets anders in de leestekst: een herstelde lezing, een afgebroken woord dat weer
heel is, een spatie voor een regeleinde. Het staat op zijn plaats in de verantwoording, en waar het om woorden
gaat staat er in de tekst een ° bij.</dd>
<dt>apart gezet</dt><dd>Het is van de auteur of de redactie, en hoort niet in de lopende tekst: een uitgelicht
citaat, een bijschrift, een noot. Het staat onder de tekst.</dd>
<dt>gelezen als gegeven</dt><dd>Het zegt iets over de tekst: de titel, de auteur, de datum. Het staat boven de
tekst.</dd>
<dt>weggelaten</dt><dd>Het is van de website of de bladzijde en niet van de auteur. U ziet het in de
verantwoording, behalve woorden van lezers en gegevens van personen, zoals een e-mailadres: daarvan zeggen wij
alleen dat ze er staan.</dd>
</dl>

Dat er niets stil verdwijnt, is na te gaan: van voor naar achter gelezen zijn de stukken samen precies de bron.
Onze proeven doen dat bij elke wijziging van het programma, en met het register kunt u het zelf.

## Waarop een regel mag afgaan

- Op de plaats evenzeer als op de woorden: bijwerk staat boven de eerste of onder de laatste alinea, haast nooit
  ertussen.
- Op hele regels, niet op losse woorden. ‘Lees verder’ onder een tekst is een knop; in een zin blijft het staan.
- Alleen op zekerheid waar het de woorden van de auteur raakt. Zijn er twee lezingen mogelijk, dan blijft staan
  wat er staat, met een ? erbij, en noemt de verantwoording de mogelijkheden.
- Op een scan alleen waar het een scan is: woorden losmaken en regeleinden samenvoegen gebeurt niet in een tekst
  van een scherm.

Elke regel heeft voorbeelden van wat hij weghaalt én van wat hij moet laten staan. Die voorbeelden zijn zijn
proef: bij elke wijziging wordt nagegaan of hij ze nog goed heeft.
"""
_REGISTER = f"""\
## Het register als JSON {{: #register }}

Bij elke tekst hoort een register, `/data/verantwoording/<naam>.json`, met `seed`, `file`, `sha256` (van het
bestand), `publish`, `length` (tekens van de bron), `comments` (het aantal reacties) en `spans`. Elke span is
een stuk van de bron:

- `start`, `end`: van welk teken tot welk teken (Unicode-tekens, vanaf 0). De spans sluiten aan, van 0 tot
  `length`.
- `verdict`: `kept`, `changed`, `set_aside`, `metadata` of `removed`; `rule` en `reason`: welke regel het was,
  en waarom.
- `before`: wat de bron heeft. `null` waar dat niet wordt getoond; dan zegt `withheld` waarom: `comments`,
  `particulars` (gegevens van personen), `takedown` (op verzoek verwijderd) of `rights`.
- `after`: wat ervan is geworden; `to`: waar dat in de leestekst staat, of `null`; `detail`: het soort noot of
  gegeven; `readings`: de lezingen die mogelijk zijn.

Alle `before` achter elkaar zijn de bron; alle `after` met een `to`, op volgorde van `to`, zijn de leestekst.
Een pagina toont van een heel lange bron alleen het begin, {thousands(LINES)} regels of {thousands(LETTERS)}
tekens; het register heeft alles.
"""


def page(collection: Collection) -> str:
    """The page about the rules."""
    counts: Counter[str] = Counter()
    for essay in collection.essays:
        counts += uses(essay.cleaned.ledger.spans)
    known = all_rules()
    names = dict.fromkeys(account.group for account in known)
    groups = sorted(names, key=[*_GROUPS, *(n for n in names if n not in _GROUPS)].index)
    parts = ["# Zo werken de regels", _INTRO]
    for group in groups:
        title, words = _GROUPS.get(group, (_OTHER, ""))
        parts += [f"## {title}", words, *_cards((a for a in known if a.group == group), counts)]
    return head("Zo werken de regels", styles=["edition"]) + "\n\n".join(filter(None, [*parts, _REGISTER])) + "\n"


def _cards(known: Iterable[Account], counts: Counter[str]) -> list[Html]:
    return [_card(account, counts[account.name]) for account in known]


def _card(account: Account, count: int) -> Html:
    often = f"{thousands(count)} keer in deze verzameling" if count else "in deze verzameling niet gebruikt"
    about = tag("p", tag("code", escape(account.name)), escape(f" · {often}"), class_="wk-often")
    title = tag("h3", escape(upper_first(account.label)))
    parts = [title, about, tag("p", escape(account.reason))]
    if account.change:
        before, after = account.change
        parts.append(tag("p", tag("del", visible(before), class_="wk-was"), escape(" → "), tag("ins", visible(after))))
    parts += _examples("Haalt weg", account.removes) + _examples("Laat staan", account.keeps)
    return tag("section", *parts, id=rule_id(account.name), class_="wk-rule")


def _examples(title: str, lines: Iterable[str]) -> list[Html]:
    items = [tag("li", visible(line)) for line in lines]
    return [tag("p", escape(f"{title}:"), class_="wk-often"), tag("ul", *items)] if items else []
