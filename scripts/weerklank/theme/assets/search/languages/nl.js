// What search knows of Dutch words: one stem for all forms. What a language says here: letters.js.

import { VOWEL, numbers, without } from "../letters.js";

/** What stands between the parts of a compound. */
export const LINKS = ["", "s", "e", "en", "n"];

const STOP = new Set(`aan al alle als ben bij dan dat de deze die dit doen door dus een en er geen had hebben heeft het hij
  hoe hun iets ik in is je kan kunnen maar me meer men met mij mijn moet moeten na naar niet nog nu of om omdat onder ons
  ook op over te tegen toch toen tot u uit uw van vanaf veel vinden vindt voor waar wanneer was wat we wel welke werd wie
  wij word worden wordt zal ze zei zich zij zijn zo zonder zou zullen`.split(/\s+/));

/** The words with which a question begins. */
export const ASKS = new Set("hoe hoeft hoort is kan mag moet waar waarom wanneer wat welk welke wie zijn zou".split(" "));

/** Whether a folded word says too little to search for. */
export const isStop = (word) => STOP.has(word) || ASKS.has(word) || (word.length < 2 && !/\d/.test(word));

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

const SOUNDS = [[/ij/g, "ei"], [/ou/g, "au"], [/dt?$/, "t"], [/c(?=[eiy])/g, "s"], [/c|qu/g, "k"], [/z/g, "s"], [/v/g, "f"],
  [/ch/g, "g"], [/y/g, "i"], [/x/g, "ks"], [/th/g, "t"], [/ph/g, "f"], [/(.)\1/g, "$1"]];

/** How a word sounds, roughly: slips of spelling that sound the same are small ones. */
export const sound = (word) => SOUNDS.reduce((made, [from, to]) => made.replace(from, to), word);

/** Numbers in words. */
export const NUMBERS = numbers(`twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien
  zeventien achttien negentien twintig`.replace(/\s+/g, " "), "dertig veertig vijftig zestig zeventig tachtig negentig",
{ one: "een", make: (one, ten) => `${one}en${ten}` });

/** Verbs that stand apart from their particle, and what may stand between the two. */
export const SEPARABLE = {
  between: "te",
  particles: `aan achter af bij binnen dicht door heen in los mee na neer om onder op open over samen tegen terug toe tussen
    uit vast voor voorbij voort weg`.split(/\s+/),
};

/** What follows a word in a sentence that says what it is. */
export const DEFINES = { is: new Set(["is", "zijn", "betekent", "heet", "heten"]), what: new Set(`alles de degene die een het iemand iets mensen wat wie`.split(" ")) };
