// What a page says: the words of its language, as words.js has them from the language packs.
import { PACKS } from "./words.js";

export const language = document.documentElement.lang in PACKS ? document.documentElement.lang : Object.keys(PACKS)[0];
/** What an address asks of a page: the names of its parameters, and their fixed values. */
export const query = PACKS[language].query;
/** The folders of the site, by what they hold. */
export const places = PACKS[language].places;
const { words } = PACKS[language];
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);
const lists = new Intl.ListFormat(language);

/** The words of `key` with the values in their places; the value `n` chooses the plural. */
export function say(key, values = {}) {
  const form = words[key];
  const chosen = typeof form === "string" ? form : form[plurals.select(values.n)] ?? form.other;
  return chosen.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? numbers.format(values[name]) : values[name]));
}

/** 'a, b and c'. */
export const listed = (parts) => lists.format(parts);
