// The words that can be found, loaded file by file as they are needed (scripts/weerklank/search/vocabulary.py writes them).

import { distance, root, stem } from "./dutch.js";

const FEW = 24; // files that may all be loaded to look for a misspelt word, each of 6 kB
const NEAR = 8; // of more, those that are

export class Vocabulary {
  #base; #firsts = []; #files = new Map(); #stems = new Map();
  texts = 1;

  constructor(base) { this.#base = base; }

  async open() {
    const { texts, firsts } = await (await fetch(new URL("words.json", this.#base))).json();
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

  /** The words of one stem with `word`, the commonest first; where there are none, those of one root. */
  async forms(word) {
    const [wanted, wider] = [stem(word), root(word)];
    const forms = [...await this.starting(shared(wanted))].filter(([other]) => this.#stem(other) === wanted);
    if (forms.length) return byCount(forms);
    return byCount([...await this.starting(shared(wider))].filter(([other]) => root(other) === wider));
  }

  /** The words nearest to a misspelt one, the likeliest first. */
  async near(word, most) {
    const found = [];
    for (const words of await this.#likely(word)) {
      for (const [other, count] of words) {
        const apart = other.length > 2 ? distance(word, other, most) : Infinity;
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

  #stem(word) {
    let made = this.#stems.get(word);
    if (made === undefined) this.#stems.set(word, made = stem(word));
    return made;
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
