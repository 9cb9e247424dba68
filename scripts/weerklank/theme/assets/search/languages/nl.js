// What search knows of Dutch words: one stem for all forms. What a language says here: letters.js.

import { VOWEL, without } from "../letters.js";

/** What stands between the parts of a compound. */
export const LINKS = ["", "s", "e", "en", "n"];

const STOP = new Set(`aan al alle als ben bij dan dat de deze die dit doen door dus een en er geen had hebben heeft het hij
  hoe hun iets ik in is je kan kunnen maar me meer men met mij mijn moet moeten na naar niet nog nu of om omdat onder ons
  ook op over te tegen toch toen tot u uit uw van vanaf veel vinden vindt voor waar wanneer was wat we wel welke werd wie
  wij word worden wordt zal ze zei zich zij zijn zo zonder zou zullen`.split(/\s+/));

/** Whether a folded word says too little to search for. */
export const isStop = (word) => STOP.has(word) || (word.length < 2 && !/\d/.test(word));

/**
 * The stem of a folded word: ambtenaren and ambtenaar, bedrijven and bedrijf, neoliberale and neoliberaal
 * have one. After Porter's stemmer for Dutch (snowballstem.org) as far as inflection goes; further than it where
 * Dutch spelling changes a stem: v and f, z and s, every doubled consonant.
 */
export function stem(word) {
  let made = word.replace(/heden$/, "heid").replace(/([ei]e)en$/, "$1");
  made = without(made, /(?:etje|tje|pje|je)s?$/, 4);
  made = without(made, /ene?$/, 3, /[^aeiouy]$/);
  made = without(made, /s$/, 4, /(?:[^aeiouyjs]|[gt]e|ie)$/);
  made = without(made, /e$/, 3, /[^aeiouy]$/);
  return settle(made);
}

/** What is left of a word's stem without its suffixes: tevreden and tevredenheid have one root. */
export function root(word) {
  let made = stem(word);
  for (let before = ""; before !== made; ) {
    before = made;
    made = without(made, /(?:heid|baar|lijk|ing|ig|end|isch)$/, 5);
    if (before !== made) made = without(made, /en$/, 5, /[^aeiouy]$/);
  }
  return settle(made);
}

/** The end of a stem as it is spelled where no ending follows, but with one vowel. */
function settle(word) {
  const single = word.replace(/([^aeiouy])\1$/, "$1").replace(/v$/, "f").replace(/z$/, "s");
  return single.replace(/([aeou])\1([^aeiouy])$/, "$1$2");
}

/**
 * Other forms of a verb: beheersen for beheerst, werken for gewerkt, geadopteerd and adopteerde for adopteren. None for
 * a word in which two vowels stand where Dutch writes one: gemeete is a slip for gemeente, not a form of meten.
 */
export function looser(word) {
  if (/([aeou])\1[^aeiouy]en?$/.test(word)) return [];
  const found = [];
  const bare = word.replace(/(?:ten|den|te|de|t|d)$/, "");
  if (bare !== word && bare.length > 3) found.push(bare);
  for (const form of [word, ...found]) if (/^ge..../.test(form)) found.push(form.slice(2));
  if (!/...en$/.test(word)) return found;
  const short = settle(word.slice(0, -2));
  for (const form of new Set([short, short.replace(/([aeou])([^aeiouy])$/, "$1$1$2")])) {
    found.push(`ge${form}d`, `ge${form}t`, `${form}de`, `${form}te`, `${form}d`, `${form}t`);
  }
  return found;
}

const SOUNDS = [[/ij/g, "ei"], [/ou/g, "au"], [/dt?$/, "t"], [/c(?=[eiy])/g, "s"], [/c|qu/g, "k"], [/z/g, "s"], [/v/g, "f"],
  [/ch/g, "g"], [/y/g, "i"], [/x/g, "ks"], [/th/g, "t"], [/ph/g, "f"], [/(.)\1/g, "$1"]];

/** How a word sounds, roughly: slips of spelling that sound the same are small ones. */
export const sound = (word) => SOUNDS.reduce((made, [from, to]) => made.replace(from, to), word);

/** Forms that share no beginning with `stem`: none of them is sought here. */
export const irregular = () => [];
