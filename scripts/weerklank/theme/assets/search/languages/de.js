// What search knows of German words: one stem for all forms. What a language says here: letters.js.

import { numbers, without } from "../letters.js";

/** What stands between the parts of a compound. */
export const LINKS = ["", "s", "es", "n", "en", "er", "e"];

const STOP = new Set(`aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bist da damit dann das
  dass dein dem den der des dich die dies diese dieser dieses dir doch du durch ein eine einem einen einer eines er es etwas
  euch fur hab habe haben hat hatte ich ihm ihn ihr ihre im in ist ja jede jeder jedes kann kein keine man mein mich mir mit
  nach nicht noch nun nur ob oder ohne sehr sein seine sich sie sind so uber um und uns unser unter vom von vor war waren was
  weil wenn wer werden wie wir wird wo zu zum zur`.split(/\s+/));

/** The words with which a question begins. */
export const ASKS = new Set("darf ist kann muss sind soll sollte wann warum was welche welcher welches wer wie wo".split(" "));

/** Whether a folded word says too little to search for. */
export const isStop = (word) => STOP.has(word) || ASKS.has(word) || (word.length < 2 && !/\d/.test(word));

/**
 * The stem of a folded word: Häuser and Haus, Fragen and Frage have one. After Snowball's stemmer for German
 * (snowballstem.org) as far as inflection goes; accents are gone when a word comes here.
 */
export function stem(word) {
  let made = word.replace(/ß/g, "ss");
  made = without(made, /(?:ern|em|er|en|es|e)$/, 3);
  made = without(made, /(?<=[bdfghklmnrt])s$/, 3);
  made = without(made, /(?:er|en)$/, 3);
  return without(made, /(?<=[bdfghklmnt])(?:est|st)$/, 3).replace(/([^aeiouy])\1$/, "$1");
}

/** What is left of a word's stem without its suffixes: frei and Freiheit have one root. */
export function root(word) {
  let made = stem(word);
  for (let before = ""; before !== made; ) {
    before = made;
    made = without(made, /(?:heit|keit|lich|isch|ung|ig|bar|sam|end)$/, 4);
  }
  return made;
}

const SOUNDS = [[/ß/g, "s"], [/dt?$/, "t"], [/c(?=[eiy])/g, "z"], [/ck|c|q/g, "k"], [/ph|v/g, "f"], [/y/g, "i"], [/ie/g, "i"],
  [/th/g, "t"], [/ai/g, "ei"], [/x/g, "ks"], [/(?<=[aeiou])h/g, ""], [/(.)\1/g, "$1"]];

/** How a word sounds, roughly: slips of spelling that sound the same are small ones. */
export const sound = (word) => SOUNDS.reduce((made, [from, to]) => made.replace(from, to), word);

/** Numbers in words. */
export const NUMBERS = numbers(`zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn
  siebzehn achtzehn neunzehn zwanzig`.replace(/\s+/g, " "), "dreißig vierzig funfzig sechzig siebzig achtzig neunzig",
{ one: "ein", make: (one, ten) => `${one}und${ten}` });

/** Verbs that stand apart from their particle, and what may stand between the two. */
export const SEPARABLE = {
  between: "zu",
  particles: `ab an auf aus bei durch ein entgegen fest her hin los mit nach nieder um unter vor weg weiter zuruck zusammen
    zu`.split(/\s+/),
};

/** What follows a word in a sentence that says what it is. */
export const DEFINES = { is: new Set(["ist", "sind", "heißt", "bedeutet"]), what: new Set("alles das der die ein eine etwas jemand menschen was wer".split(" ")) };
