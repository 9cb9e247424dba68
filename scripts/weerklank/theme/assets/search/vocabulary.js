// The words that can be found, loaded file by file as they are needed (scripts/weerklank/search/vocabulary.py writes them).

import { distance } from "./letters.js";

const FEW = 24; // files that may all be loaded to look for a misspelt word, each of 3 kB
const NEAR = 8; // of more, those that are

export class Vocabulary {
  #base; #firsts = []; #files = new Map(); #synonyms = [];
  texts = 1;
  /** What is known of the languages of the texts (letters.js), by their codes; the first is the site's own. */
  analyses = new Map();

  constructor(base) { this.#base = base; }

  async open() {
    const { texts, firsts, languages, synonyms } = await (await fetch(new URL("words.json", this.#base))).json();
    const loaded = await Promise.all(languages.map((code) => import(`./languages/${code}.js`)));
    languages.forEach((code, n) => this.analyses.set(code, loaded[n]));
    this.texts = texts;
    this.#firsts = firsts;
    this.#synonyms = synonyms;
    return this;
  }

  /** How many texts have `word`, roughly; 0 where none has. */
  async count(word) { return (await this.#entry(word))?.count ?? 0; }

  /** Whether `word` is part of an author's name. */
  async isName(word) { return Boolean((await this.#entry(word))?.name); }

  /** Whether any word of the texts begins with `start`. */
  async begins(start) { return (await this.#beginning(start)).some(([, { count }]) => count); }

  /** The forms of `word` in the texts, in any of the languages, the commonest first. */
  async forms(word) {
    const alike = await this.#ofStem(word);
    const own = alike.find(([other]) => other === word);
    const linked = (own ? [own] : alike).map(([, entry]) => entry);
    const bases = [...new Set(linked.flatMap(({ of }) => of))].filter((base) => !this.isStop(base));
    const ofBases = await Promise.all(bases.map((base) => this.#ofStem(base)));
    const irregular = [...linked, ...ofBases.flat().filter(([other]) => bases.includes(other)).map(([, entry]) => entry)].flatMap(({ forms }) => forms);
    const others = await Promise.all(irregular.map(async (form) => [form, await this.#entry(form)]));
    return byCount([...alike, ...ofBases.flat(), ...others]);
  }

  /** The words in the texts of one root with `word`: tevreden for tevredenheid. */
  async related(word) {
    const found = [...this.analyses.values()].map(async ({ root }) => {
      const wanted = root(word);
      return (await this.#beginning(shared(wanted))).filter(([other]) => root(other) === wanted);
    });
    return byCount((await Promise.all(found)).flat());
  }

  /** The forms in the texts of the words that the editors say are taken for `word`. */
  async alike(word) {
    const same = (other) => this.#all((analysis) => analysis.stem(other) === analysis.stem(word)).some(Boolean);
    const others = this.#synonyms.filter((group) => group.some(same)).flat().filter((other) => !same(other));
    return (await Promise.all(others.map((other) => this.forms(other)))).flat();
  }

  /** Whether a folded word says too little to search for, in one of the languages. */
  isStop(word) { return this.#all((analysis) => analysis.isStop(word)).some(Boolean); }

  /** The other way to write a number: dertig for 30, 30 for dertig. */
  number(word) { return this.#all(({ NUMBERS }) => NUMBERS.get(word)).find(Boolean) ?? ""; }

  /** What may stand between the parts of a compound, in any of the languages. */
  get links() { return [...new Set(this.#all(({ LINKS }) => LINKS).flat())]; }

  /** The word between a particle and its verb ('op te bellen') of a language that has such a `particle`; '' of none. */
  between(particle) { return this.#all(({ SEPARABLE }) => (SEPARABLE.particles.includes(particle) ? SEPARABLE.between : "")).find(Boolean) ?? ""; }

  /** A separable verb as the texts may have it apart: `{ particle, between, verbs }`, its forms in the texts, as in `word` first; or null. */
  async apart(word) {
    for (const { SEPARABLE: { particles, between } } of this.analyses.values()) {
      for (const particle of particles.filter((start) => word.startsWith(start) && word.length > start.length + 2)) {
        const rest = word.slice(particle.length);
        const verbs = [...await this.forms(rest), ...rest.startsWith(between) ? await this.forms(rest.slice(between.length)) : []];
        if (verbs.length) return { particle, between, verbs: verbs.sort((a, b) => (b === rest) - (a === rest)) };
      }
    }
    return null;
  }

  /** The words nearest to a misspelt one, the likeliest first. */
  async near(word, most) {
    const [{ sound }] = this.analyses.values();
    const found = [];
    for (const words of await this.#likely(word)) {
      for (const [other, { count }] of words) {
        const apart = count && other.length > 2 ? distance(word, other, most, sound) : Infinity;
        if (apart < Infinity) found.push([other, apart - Math.log2(1 + count) / 50]);
      }
    }
    return found.sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([other]) => other);
  }

  /** The files in which to look for a misspelt word: all, or of a large vocabulary those with its first letters. */
  async #likely(word) {
    const all = [...this.#firsts.keys()];
    if (all.length <= FEW) return Promise.all(all.map((n) => this.#file(n)));
    const [from, to] = [this.#place(word.slice(0, 2)), this.#place(`${word.slice(0, 2)}\uffff`)];
    const here = this.#place(word);
    const near = all.slice(from, to + 1).sort((a, b) => Math.abs(a - here) - Math.abs(b - here)).slice(0, NEAR);
    return Promise.all(near.map((n) => this.#file(n)));
  }

  #all(asked) { return [...this.analyses.values()].map(asked); }

  /** The entries of one stem with `word` in any of the languages. */
  async #ofStem(word) {
    const found = this.#all(async ({ stem }) => {
      const wanted = stem(word);
      return (await this.#beginning(shared(wanted))).filter(([other]) => other === word || stem(other) === wanted);
    });
    return (await Promise.all(found)).flat();
  }

  async #entry(word) { return (await this.#file(this.#place(word))).get(word); }

  /** The entries that begin with `start`. */
  async #beginning(start) {
    const found = [];
    for (let n = this.#place(start); n < this.#firsts.length; n += 1) {
      if (n > this.#place(start) && !this.#firsts[n].startsWith(start)) break;
      for (const [word, entry] of await this.#file(n)) if (word.startsWith(start)) found.push([word, entry]);
    }
    return found;
  }

  /** The number of the file in which `word` would stand. */
  #place(word) {
    const n = this.#firsts.findLastIndex((first) => first <= word);
    return Math.max(n, 0);
  }

  #file(n) {
    if (n >= this.#firsts.length) return Promise.resolve(new Map());
    if (!this.#files.has(n)) this.#files.set(n, this.#load(n));
    return this.#files.get(n);
  }

  async #load(n) {
    const answer = await fetch(new URL(`words-${n}.txt`, this.#base));
    const found = new Map();
    let word = "";
    for (const line of (await answer.text()).trimEnd().split("\n")) {
      const [short, ...told] = line.split(" ");
      word = whole(short, word);
      found.set(word, entry(word, told));
    }
    return found;
  }
}

/** A word written by what it shares with another: '3en' beside 'hout' is houen. */
const whole = (short, other) => other.slice(0, parseInt(short[0], 36)) + short.slice(1);

/** What a line tells of its word: `{ count, name, of, forms }`. */
function entry(word, told) {
  const linked = (mark) => (told.find((one) => one[0] === mark)?.slice(1).split(",") ?? []).map((short) => whole(short, word));
  const common = told.find((one) => /^\d/.test(one)) ?? 0;
  return { count: told.includes("-") ? 0 : 2 ** Number(common), name: told.includes("@"), of: linked("<"), forms: linked(">") };
}

/** The letters that all words of a stem begin with: spelling changes its last letter, or -heid to -heden. */
const shared = (made) => made.slice(0, made.endsWith("heid") ? -2 : -1);

/** The words of entries that a text has, the commonest first. */
function byCount(entries) {
  const counts = new Map(entries.filter(([, entry]) => entry?.count).map(([word, { count }]) => [word, count]));
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
}
