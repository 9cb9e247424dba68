// Narrowing a search down by author, argument, stance and year. Which text has which stands in a file of our own,
// loaded when it is first needed.

import { root } from "./view.js";

const STANCES = [["voor", "voor"], ["tegen", "tegen"], ["nuance", "nuance"]];
export const UNKNOWN = "onbekend";

/** The facets by their names in the address. */
export const FACETS = ["auteur", "argument", "standpunt", "jaar"];
/** Names that addresses had before: they still lead where they led. */
export const FORMER = { standpunt: "houding" };

let data;

/** The file of facets. */
export function load() {
  data ??= fetch(new URL("pagefind/facets.json", root)).then((answer) => answer.json());
  data.catch(() => { data = undefined; });
  return data;
}

/** Whether a text, by Pagefind's name for it, is among those chosen: `{ auteur, argument, standpunt, jaar }`. */
export function fits({ authors, arguments: claims, texts }, id, chosen) {
  const row = texts[id];
  if (!row) return false; // an argument's page has no author, year or passages
  const [year, names, passages] = row;
  const { auteur, argument, standpunt, jaar } = chosen;
  if (auteur && !(auteur === UNKNOWN ? !names.length : names.some((n) => authors[n] === auteur))) return false;
  if (jaar && jaar !== (year ? String(year) : UNKNOWN)) return false;
  if (!argument && !standpunt) return true;
  return passages.some((code) => {
    const [n, stance] = [Math.floor(code / STANCES.length), code % STANCES.length];
    return (!argument || claims[n][0] === argument) && (!standpunt || STANCES[stance][0] === standpunt);
  });
}

/** What can be chosen of a facet among texts: `[value, label, how many texts]`, given what is chosen of the others. */
export function options(file, facet, ids, chosen) {
  const values = { auteur: authorsOf, argument: argumentsOf, standpunt: () => STANCES, jaar: yearsOf }[facet](file);
  const others = { ...chosen, [facet]: "" };
  const open = ids.filter((id) => fits(file, id, others));
  const counts = tally(file, facet, open, others);
  return values.map(([value, label]) => [value, label, counts.get(value) ?? 0]).filter(([value, , n]) => n || value === chosen[facet]);
}

/** For each value of a facet, how many of the texts have it. */
function tally(file, facet, ids, others) {
  const counts = new Map();
  for (const id of ids) for (const value of valuesOf(file, facet, id, others)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function valuesOf(file, facet, id, { argument, standpunt }) {
  const [year, names, passages] = file.texts[id];
  if (facet === "jaar") return [year ? String(year) : UNKNOWN];
  if (facet === "auteur") return names.length ? names.map((n) => file.authors[n]) : [UNKNOWN];
  const pairs = passages.map((code) => [file.arguments[Math.floor(code / STANCES.length)][0], STANCES[code % STANCES.length][0]]);
  if (facet === "argument") return new Set(pairs.filter(([, stance]) => !standpunt || stance === standpunt).map(([name]) => name));
  return new Set(pairs.filter(([name]) => !argument || name === argument).map(([, stance]) => stance));
}

const authorsOf = ({ authors }) => [...authors.map((name) => [name, name]), [UNKNOWN, "zonder naam"]];
const argumentsOf = ({ arguments: claims }) => [...claims].sort((a, b) => a[1].localeCompare(b[1], "nl"));

function yearsOf({ texts }) {
  const years = [...new Set(Object.values(texts).map(([year]) => year))].filter(Boolean).sort((a, b) => b - a);
  return [...years.map((year) => [String(year), String(year)]), [UNKNOWN, "zonder jaar"]];
}
