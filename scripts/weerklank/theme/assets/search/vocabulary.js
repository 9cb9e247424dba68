// The words that can be found, loaded file by file as they are needed (scripts/weerklank/search/vocabulary.py writes them).

import { distance } from "./letters.js";

const FEW = 24; // files that may all be loaded to look for a misspelt word, each of 6 kB
const NEAR = 8; // of more, those that are

export class Vocabulary {
  #base; #firsts = []; #files = new Map(); #stems = new Map();
  texts = 1;
  /** What is known of the languages of the texts (letters.js), by their codes; the first is the site's own. */
  analyses = new Map();

  constructor(base) { this.#base = base; }

  async open() {
    const { texts, firsts, languages } = await (await fetch(new URL("words.json", this.#base))).json();
    const loaded = await Promise.all(languages.map((code) => import(`./languages/${code}.js`)));
    languages.forEach((code, n) => this.analyses.set(code, loaded[n]));
    this.texts = texts;
    this.#firsts = firsts;
    return this;
  }

  /** How many texts have `word`, roughly; 0 where none has. */
  async count(word) { return (await this.#file(this.#place(word))).get(word) ?? 0; }

  /** The words that begin with `start`: a Map of word to number of texts. */
  async starting(start) {
    const found = new Map();
    for (let n = this.#place(start); n < this.#firsts.length; n += 1) {
      if (n > this.#place(start) && !this.#firsts[n].startsWith(start)) break;
      for (const [word, count] of await this.#file(n)) if (word.startsWith(start)) found.set(word, count);
    }
    return found;
  }

  /** The words of one stem with `word` in any of the languages, the commonest first; without any, those of one root. */
  async forms(word) {
    const forms = await this.#alike([...this.analyses.values()].map((analysis) => this.#ofStem(analysis, word)));
    if (forms.length) return forms;
    return this.#alike([...this.analyses.values()].map(({ root }) => this.#ofRoot(root, word)));
  }

  async #alike(sought) { return byCount([...new Map((await Promise.all(sought)).flat())]); }

  async #ofStem(analysis, word) {
    const wanted = analysis.stem(word);
    const found = [...await this.starting(shared(wanted))].filter(([other]) => this.#stem(analysis, other) === wanted);
    const others = await Promise.all(analysis.irregular(wanted).map(async (form) => [form, await this.count(form)]));
    return [...found, ...others.filter(([, count]) => count)];
  }

  async #ofRoot(root, word) {
    const wanted = root(word);
    return [...await this.starting(shared(wanted))].filter(([other]) => root(other) === wanted);
  }

  /** Whether a folded word says too little to search for, in one of the languages. */
  isStop(word) { return [...this.analyses.values()].some((analysis) => analysis.isStop(word)); }

  /** Other forms of a word to try, by any of the languages. */
  looser(word) { return [...new Set([...this.analyses.values()].flatMap((analysis) => analysis.looser(word)))]; }

  /** What may stand between the parts of a compound, in any of the languages. */
  get links() { return [...new Set([...this.analyses.values()].flatMap(({ LINKS }) => LINKS))]; }

  /** The words nearest to a misspelt one, the likeliest first. */
  async near(word, most) {
    const [{ sound }] = this.analyses.values();
    const found = [];
    for (const words of await this.#likely(word)) {
      for (const [other, count] of words) {
        const apart = other.length > 2 ? distance(word, other, most, sound) : Infinity;
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

  /** The number of the file in which `word` would stand. */
  #place(word) {
    const n = this.#firsts.findLastIndex((first) => first <= word);
    return Math.max(n, 0);
  }

  #stem(analysis, word) {
    if (!this.#stems.has(analysis)) this.#stems.set(analysis, new Map());
    const stems = this.#stems.get(analysis);
    if (!stems.has(word)) stems.set(word, analysis.stem(word));
    return stems.get(word);
  }

  #file(n) {
    if (n >= this.#firsts.length) return Promise.resolve(new Map());
    if (!this.#files.has(n)) this.#files.set(n, this.#load(n));
    return this.#files.get(n);
  }

  async #load(n) {
    const answer = await fetch(new URL(`words-${n}.txt`, this.#base));
    const found = new Map();
    let before = "";
    for (const line of (await answer.text()).trimEnd().split("\n")) {
      const [rest, common = "0"] = line.slice(1).split(" ");
      before = before.slice(0, parseInt(line[0], 36)) + rest;
      found.set(before, 2 ** Number(common));
    }
    return found;
  }
}

/** The letters that all words of a stem begin with: spelling changes its last letter, or -heid to -heden. */
const shared = (made) => made.slice(0, made.endsWith("heid") ? -2 : -1);

const byCount = (entries) => entries.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
