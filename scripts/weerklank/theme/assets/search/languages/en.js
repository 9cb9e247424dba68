// What search knows of English words: one stem for all forms. What a language says here: letters.js.

import { numbers, without } from "../letters.js";

/** What stands between the parts of a compound. */
export const LINKS = [""];

const STOP = new Set(`a about after again all also an and any are as at be because been before being but by can could did do
  does doing done down each even every for from get go had has have having he her here hers him his how i if in into is it
  its just me more most much my no nor not now of off on once only or other our out over own same she should so some such
  than that the their them then there these they this those through to too under until up very was we were what when where
  which while who whom whose why will with would you your dont isnt its`.split(/\s+/));

/** The words with which a question begins. */
export const ASKS = new Set("are can could did do does how is may must should what when where which who whose why will".split(" "));

/** Whether a folded word says too little to search for. */
export const isStop = (word) => STOP.has(word) || ASKS.has(word) || (word.length < 2 && !/\d/.test(word));

/**
 * The stem of a folded word: studies and study, hoping and hope, labour and labor have one. After
 * Porter's stemmer for English (tartarus.org/martin/PorterStemmer) as far as inflection goes, the spellings of Britain
 * and America taken together.
 */
export function stem(word) {
  let made = word.replace(/tre$/, "ter").replace(/(ss|sh|ch|x|zz|o)es$/, "$1").replace(/(..)ies$/, "$1y");
  made = without(made, /s$/, 3, /[^sui]$/);
  const bare = without(made, /(?:(?<!e)ed|ing)$/, 2);
  if (bare === made) made = made.replace(/([aeiouy].*[^aeiouy])eed$/, "$1ee");
  return settle(without(bare === made ? made : bare, /e$/, 2));
}

const SUFFIX = /(?:ness|ment|is?ation|ation|ition|ion|i?ty|iti|ful|less|li|able|ible|er|or|ism|ist|al|ive|ous|ship|hood|ance|ence|ant|ent)$/;

/** What is left of a word's stem without its suffixes: citizen and citizenship have one root. */
export function root(word) {
  let made = stem(word);
  for (let before = ""; before !== made; ) {
    before = made;
    made = settle(without(without(made, SUFFIX, 4), /e$/, 4));
  }
  return made;
}

/** The end of a stem as no ending follows: one consonant, i for y, s for z and c, or for our. */
function settle(word) {
  const single = word.replace(/([^aeiouy])\1$/, "$1").replace(/([^aeiouy])y$/, "$1i").replace(/z$/, "s").replace(/nc$/, "ns");
  return single.replace(/([a-z]{2})our$/, "$1or");
}

const SOUNDS = [[/^kn/g, "n"], [/^wr/g, "r"], [/^ps/g, "s"], [/[ts]ion/g, "shn"], [/ph/g, "f"], [/gh(?!$)|(?<=[aeiou])gh/g, ""],
  [/c(?=[eiy])/g, "s"], [/ck|c|q/g, "k"], [/x/g, "ks"], [/z/g, "s"], [/ie|ei|ea|ee|y/g, "i"], [/ou|oo|ue/g, "u"],
  [/a(?=n[ct])|e(?=n[ct])/g, "a"], [/(.)\1/g, "$1"], [/e$/g, ""]];

/** How a word sounds, roughly: slips of spelling that sound the same are small ones. */
export const sound = (word) => SOUNDS.reduce((made, [from, to]) => made.replace(from, to), word);

/** Numbers in words. */
export const NUMBERS = numbers(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty`.replace(/\s+/g, " "), "thirty forty fifty sixty seventy eighty ninety",
{ one: "one", make: (one, ten) => ten + one });

/** Verbs that stand apart from their particle: none is written as one. */
export const SEPARABLE = { between: "", particles: [] };

/** What follows a word in a sentence that says what it is. */
export const DEFINES = { is: new Set(["is", "are", "means"]), what: new Set("a an anyone anything people someone something the those what whoever".split(" ")) };
