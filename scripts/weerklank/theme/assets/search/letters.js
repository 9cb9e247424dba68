// Words for search, whatever the language: one spelling for all, and how far two of them lie apart.
//
// What is a language's own stands in languages/<code>.js: `LINKS` between the parts of its compounds, `isStop(word)`,
// the `stem` that all forms of a word have but those that the vocabulary lists, its `root` without suffixes, `sound(word)`,
// `NUMBERS` in words and in digits, `SEPARABLE` verbs, how a sentence `DEFINES` a word
// and a question `ASKS`. All of them take folded words.

/** A word as it is compared: lower case, without accents, hyphens and apostrophes; "zo'n" is no sun ('zon') but 'zo'. */
export const fold = (word) => word.replace(/(?<=.)['’]n$/, "").normalize("NFD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The words of a text, as they stand there; 'd.w.z.' is one. */
export const words = (text) => text.match(/(?:(?<!\p{L})\p{L}\.){2,}(?:\p{L}(?!\p{L}))?|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-]*/gu) ?? [];

/**
 * Numbers in words, by their digits, and the other way round: `upto` those from two to twenty, `tens` from thirty, and
 * `both(one, ten)` the words between.
 */
export function numbers(upto, tens, both) {
  const found = new Map(upto.split(" ").map((word, n) => [String(n + 2), word]));
  const one = ["", both.one, ...upto.split(" ").slice(0, 8)];
  [found.get("20"), ...tens.split(" ")].forEach((ten, n) => one.forEach((word, unit) => {
    found.set(String(20 + 10 * n + unit), word ? both.make(word, ten) : ten);
  }));
  return new Map([...found].flatMap(([digits, word]) => [[digits, word], [word, digits]]));
}

export const VOWEL = /[aeiouy]/;

/** `word` without `ending`, where `least` letters with a syllable stay, and what stays looks like `before`. */
export function without(word, ending, least, before = VOWEL) {
  const made = word.replace(ending, "");
  return made.length >= least && VOWEL.test(made) && before.test(made) ? made : word;
}

// Letters that are taken for one another: neighbours on the keyboard, and those that sound alike.
const KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const ALIKE = new Set("bp cg ck cs dt fv gh iy jy kq lr mn sz wv".split(" "));
const alike = (a, b) => ALIKE.has(a + b) || ALIKE.has(b + a) || (VOWEL.test(a) && VOWEL.test(b))
  || KEYS.some((row) => row.includes(a) && row.includes(b) && Math.abs(row.indexOf(a) - row.indexOf(b)) === 1);

const OTHER = 2.5; // one letter for another that is not like it: rather another word than a slip
const SAME_SOUND = 0.5;
const FIRST = 0.25; // people seldom slip in the first letter

/**
 * How far two folded words lie apart, in letters added, left out, swapped or taken for others; less than one where
 * they sound the same, as `sound` tells; Infinity beyond `most`.
 */
export function distance(a, b, most, sound) {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const [one, other] = [a[i - 1], b[j - 1]];
      const change = one === other ? 0 : alike(one, other) ? 1 : OTHER;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change);
      if (i > 1 && j > 1 && one === b[j - 2] && a[i - 2] === other) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most && Math.min(...last) > most) return Infinity;
    [before, last] = [last, row];
  }
  const same = sound(a) === sound(b);
  const slips = same ? Math.min(last[b.length], 1) - SAME_SOUND : last[b.length];
  const apart = slips + (a[0] === b[0] || same ? 0 : FIRST);
  return apart > most ? Infinity : apart;
}
