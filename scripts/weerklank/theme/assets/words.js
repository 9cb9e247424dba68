// Written by weerklank/theme/words.py from languages/*/interface.toml and addresses.toml: change it there.
export const STANCES = ["for", "against", "nuance", "uses"];
export const PACKS = {
 "nl": {
  "words": {
   "author.unknown": "auteur onbekend",
   "card.argument": "Stelling",
   "copy.by_hand": "Uw browser laat deze pagina niet zelf kopiëren. De tekst hieronder is al geselecteerd: kopieer hem met Ctrl+C, of op een Mac met ⌘C.",
   "copy.cite": "Citeer",
   "copy.cite_note": "citeer",
   "copy.cite_passage": "citeer passage ‘{sign}’, of kopieer de link ernaartoe",
   "copy.cited": "citaat uit {place}",
   "copy.close": "Sluiten",
   "copy.copy": "Kopieer",
   "copy.copy_what": "Kopieer {what}",
   "copy.done": "Gekopieerd",
   "copy.done_what": "Gekopieerd: {what}",
   "copy.field": "Te kopiëren tekst",
   "copy.link": "Kopieer link",
   "copy.link_to": "link naar {place}",
   "copy.link_to_words": "link naar deze woorden",
   "copy.menu": "{place}: kopiëren en citeren",
   "copy.quoted_in": "{speaker}, geciteerd in:",
   "copy.reference": "de verwijzing",
   "copy.words_link": "Kopieer link naar deze woorden",
   "count.arguments": {
    "one": "{n} stelling",
    "other": "{n} stellingen"
   },
   "count.texts": {
    "one": "{n} tekst",
    "other": "{n} teksten"
   },
   "date.unknown": "zonder datum",
   "lens.counted": "{what} ({n})",
   "lens.how_many": "Hoeveel",
   "lens.label": "markeringen",
   "lens.marked": {
    "one": "{n} passage gemarkeerd",
    "other": "{n} passages gemarkeerd"
   },
   "lens.nothing_of_it": "{now} (uw keuze komt hier niet voor)",
   "lens.one_argument": "Eén stelling",
   "lens.one_stance": "Eén standpunt",
   "lens.only": "alleen {stance}",
   "marks.all": "alle",
   "marks.key": "kern",
   "marks.none": "geen",
   "note.speaker": "Aan het woord: {speaker}.",
   "preview.back": "terug naar waar u was: {place}",
   "preview.label": "De passage in de alinea",
   "preview.read_on": "Lees verder in de tekst",
   "searching.alike": "Zoek ook naar woorden die erop lijken",
   "searching.all": "alle",
   "searching.all_of_it": "Zoek zonder iets uit te sluiten",
   "searching.all_results": "Alle resultaten en filters",
   "searching.busy": "Er wordt gezocht …",
   "searching.everywhere": "Zoek in alle teksten",
   "searching.first": "De eerste {counts}",
   "searching.found": "Gevonden: {counts}",
   "searching.further": "Meer uit deze tekst ({n})",
   "searching.further_title": "Meer uit deze tekst: {title} ({n})",
   "searching.instead": "Gezocht naar {words}.",
   "searching.literally": "Zoek letterlijk naar ‘{query}’",
   "searching.loose": "Zoek de losse woorden",
   "searching.meant": "Bedoelde u {words}?",
   "searching.missing": "Geen tekst met {words}.",
   "searching.more_places": {
    "one": "Meer dan {n} plaats gevonden.",
    "other": "Meer dan {n} plaatsen gevonden."
   },
   "searching.no_index": "De zoekindex kon niet worden geladen.",
   "searching.no_index_here": "De zoekindex kon niet worden geladen. Met de lijsten hieronder komt u er ook.",
   "searching.no_name": "zonder naam",
   "searching.no_year": "zonder datum",
   "searching.none": "Niets gevonden.",
   "searching.nothing": "Niets gevonden voor ‘{query}’.",
   "searching.nothing_narrowed": "Niets gevonden voor ‘{query}’ binnen deze keuze.",
   "searching.nothing_phrase": "Niets gevonden: nergens staan de woorden zo bij elkaar als in {query}.",
   "searching.nothing_try": "Niets gevonden voor ‘{query}’. Probeer een ander of een korter woord.",
   "searching.others": "Gezocht naar de andere woorden.",
   "searching.parts": "Zoek de delen los: {words}",
   "searching.place": "{place} van {title}",
   "searching.places": {
    "one": "{n} plaats gevonden.",
    "other": "{n} plaatsen gevonden."
   },
   "searching.region": "Gevonden",
   "sheet.close": "Sluiten",
   "stance.against": "tegen",
   "stance.for": "voor",
   "stance.nuance": "nuance",
   "stance.uses": "zonder betoog"
  },
  "query": {
   "author": "auteur",
   "argument": "argument",
   "stance": "standpunt",
   "stance_before": "houding",
   "stance_for": "voor",
   "stance_against": "tegen",
   "stance_nuance": "nuance",
   "stance_uses": "zonder-betoog",
   "year": "jaar",
   "unknown": "onbekend",
   "literal": "letterlijk",
   "marks": "markeringen",
   "marks_none": "geen",
   "marks_key": "kern",
   "marks_all": "alle"
  },
  "places": {
   "essays": "essays"
  }
 }
};
