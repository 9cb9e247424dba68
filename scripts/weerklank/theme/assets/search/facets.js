// Narrowing a search down by author, argument, stance and year. Which text has which stands in a file of our own,
// loaded when it is first needed.

import { language, query, say } from "../say.js";
import { STANCES } from "../words.js";
import { root } from "./view.js";

export const UNKNOWN = query.unknown;

/** The facets; `query` has their names in the address. */
export const FACETS = ["author", "argument", "stance", "year"];
/** Names that addresses had before: they still lead where they led. */
export const FORMER = { stance: query.stance_before };
const inAddress = (stance) => query[`stance_${stance}`];

let data;

/** The file of facets. */
export function load() {
  data ??= fetch(new URL("pagefind/facets.json", root)).then((answer) => answer.json());
  data.catch(() => { data = undefined; });
  return data;
}

/** Whether a text, by Pagefind's name for it, is among those chosen: `{ author, argument, stance, year }`. */
export function fits({ authors, arguments: claims, texts }, id, chosen) {
  const row = texts[id];
  if (!row) return false; // an argument's page has no author, year or passages
  const [year, names, passages] = row;
  const { author, argument, stance } = chosen;
  if (author && !(author === UNKNOWN ? !names.length : names.some((n) => authors[n] === author))) return false;
  if (chosen.year && chosen.year !== (year ? String(year) : UNKNOWN)) return false;
  if (!argument && !stance) return true;
  return passages.some((code) => {
    const [n, taken] = [Math.floor(code / STANCES.length), STANCES[code % STANCES.length]];
    return (!argument || claims[n][0] === argument) && (!stance || inAddress(taken) === stance);
  });
}

/** What can be chosen of a facet among texts: `[value, label, how many texts]`, given what is chosen of the others. */
export function options(file, facet, ids, chosen) {
  const values = { author: authorsOf, argument: argumentsOf, stance: stancesOf, year: yearsOf }[facet](file);
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

function valuesOf(file, facet, id, { argument, stance }) {
  const [year, names, passages] = file.texts[id];
  if (facet === "year") return [year ? String(year) : UNKNOWN];
  if (facet === "author") return names.length ? names.map((n) => file.authors[n]) : [UNKNOWN];
  const pairs = passages.map((code) => [file.arguments[Math.floor(code / STANCES.length)][0], inAddress(STANCES[code % STANCES.length])]);
  if (facet === "argument") return new Set(pairs.filter(([, taken]) => !stance || taken === stance).map(([name]) => name));
  return new Set(pairs.filter(([name]) => !argument || name === argument).map(([, taken]) => taken));
}

const authorsOf = ({ authors }) => [...authors.map((name) => [name, name]), [UNKNOWN, say("searching.no_name")]];
const stancesOf = () => STANCES.map((stance) => [inAddress(stance), say(`stance.${stance}`)]);
const argumentsOf = ({ arguments: claims }) => [...claims].sort((a, b) => a[1].localeCompare(b[1], language));

function yearsOf({ texts }) {
  const years = [...new Set(Object.values(texts).map(([year]) => year))].filter(Boolean).sort((a, b) => b - a);
  return [...years.map((year) => [String(year), String(year)]), [UNKNOWN, say("searching.no_year")]];
}
