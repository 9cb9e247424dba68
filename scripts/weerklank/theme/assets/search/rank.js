// Which paragraphs of a text answer a plan, and how well: the word as typed before its other forms, all words
// together before some, side by side before apart.

import { fold } from "./letters.js";

const SEAMS = /[|\u2010-\u2015/\\'’.,:;!?()[\]{}"“”„‘«»…-]+/u;
const BETWEEN = /[/\u2013\u2014…]+/u; // between words that are written without a space
const AVERAGE = 60; // words of a paragraph
const NEAR = 12; // words that stand near one another
const CLAUSE = 8; // words between a verb and its particle
const ENDS = /[.,;:?!)]/; // a clause
const FEW = 2; // terms of a query that may ask what something is
const [DEFINED, DEFINED_AMONG] = [1.6, 1.2]; // what it is worth that a paragraph says what a word means

const known = new Map(); // by what is known of a language: the words as they stand in its records

/** A word of a record as it is compared, by its language: whole, and its parts. */
function token(written, analysis) {
  if (!known.has(analysis)) known.set(analysis, new Map());
  const tokens = known.get(analysis);
  let made = tokens.get(written);
  if (!made) {
    const parts = written.split(SEAMS).map(fold).filter(Boolean);
    const whole = parts.join("");
    made = { whole, stem: analysis.stem(whole), root: analysis.root(whole), parts, stems: parts.map(analysis.stem) };
    tokens.set(written, made);
  }
  return made;
}

/** How well a word of a record answers a term, from 0 to 1, as the language of the record has its forms. */
export function quality(written, term, analysis) {
  const word = token(written, analysis);
  if (!term.judged.has(word)) term.judged.set(word, judge(word, term, analysis));
  return term.judged.get(word);
}

function judge({ whole, stem: stemmed, root: rooted, parts, stems }, term, { stem, root }) {
  if (!whole) return 0;
  if (whole === term.fold) return 1;
  const has = (words) => words.has(whole) || parts.some((part) => words.has(part));
  if (has(term.whole)) return 0.95;
  const within = parts.length > 1 && (parts.includes(term.fold) || joins(parts, term.fold, stem));
  const wanted = stem(term.fold);
  if (within && !term.start) return stemmed === wanted ? 0.9 : 0.8;
  if (stemmed === wanted || term.forms.has(whole)) return 0.85;
  if (within) return 0.8;
  if (stems.includes(wanted) || has(term.forms) || joins([...parts.slice(0, -1), stems.at(-1)], wanted, stem)) return 0.7;
  if (has(term.also)) return 0.5;
  if (rooted === root(term.fold)) return 0.5;
  if (term.start && whole.startsWith(term.fold)) return 0.5;
  if (term.start && parts.some((part) => part.startsWith(term.fold))) return 0.4;
  return 0;
}

/** Whether some parts next to one another make up `word`. */
function joins(parts, word, stem) {
  for (let from = 0; from < parts.length - 1; from += 1) {
    let made = parts[from];
    for (let to = from + 1; to < parts.length && made.length < word.length; to += 1) {
      made += parts[to];
      if (made === word || stem(made) === word) return true;
    }
  }
  return false;
}

/** A record's words and where its paragraphs begin: `[{ id, from, to }]`; the first, without id, is the title. */
export function paragraphs(record) {
  const written = record.raw_content.split(/\s+/);
  const anchors = record.anchors.filter(({ element }) => element === "a").sort((a, b) => a.location - b.location);
  const found = [{ id: "", from: 0, to: anchors[0]?.location ?? written.length }];
  anchors.forEach(({ id, location }, n) => found.push({ id, from: location, to: anchors[n + 1]?.location ?? written.length }));
  return { written, found };
}

/**
 * How a text answers: `{ score, title, parts, matched, author }`, its parts best first; null where it does not. `analysis`
 * is what is known of its language (letters.js); `author` tells whether the query names one of its authors.
 */
export function rank(record, plan, analysis) {
  const { written, found } = paragraphs(record);
  if (plan.excluded.some((phrase) => sequence(written, 0, written.length, phrase, analysis, true).length)) return null;
  const named = naming(record, plan);
  const others = plan.terms.filter((term) => !named.includes(term));
  const [head, ...body] = found.map((part, n) => measure(part, written, plan, n ? others : plan.terms, analysis));
  if (!plan.phrases.every((_, n) => [head, ...body].some((part) => part.phrases.has(n)))) return null;
  const matched = new Set([head, ...body].flatMap((part) => [...part.matched]));
  const parts = body.filter((part) => part.score > 0 || (named.length && !others.length)).sort((a, b) => b.score - a.score || a.from - b.from);
  if (!parts.length && !head.score) return null;
  if (!plan.groups.every((group) => group.every((word) => matched.has(word)))) return null;
  const [best = 0, second = 0] = parts.map((part) => part.score);
  const share = plan.terms.length ? matched.size / plan.terms.length : 1;
  const own = named.reduce((sum, { weight }) => sum + weight, 0);
  const score = (best + second / 4 + head.score + own) * share ** 2;
  return { score, written, matched, author: named.length > 0, parts: parts.length ? parts : [{ ...body[0] ?? head }] };
}

/** The terms that name an author of a text; its own words need not have them. */
function naming({ meta: { authors = "" } }, { terms }) {
  const names = new Set(authors.split(/\s+/).map(fold));
  return terms.filter(({ name, fold: word }) => name && names.has(word));
}

/** One paragraph: its score, the words of it that answer, and which terms and phrases they answer. */
function measure({ id, from, to }, written, plan, terms, analysis) {
  const part = { id, from, to, score: 0, hits: new Set(), matched: new Set(), phrases: new Set() };
  const places = terms.map((term) => count(part, written, term, analysis, terms.length));
  if (part.matched.size > 1 && close(places)) part.score *= 1.3;
  if (terms.length > 1) part.score *= 0.5 + part.matched.size / terms.length / 2;
  const together = plan.order.length > 1 ? sequence(written, from, to, plan.order, analysis) : [];
  if (together.length) part.score *= 1.6;
  plan.phrases.forEach((phrase, n) => {
    const found = sequence(written, from, to, phrase, analysis);
    if (found.length) part.phrases.add(n);
    for (const [first, last] of found) for (let at = first; at <= last; at += 1) part.hits.add(at - from);
    part.score += found.length ? phrase.length * 2 : 0;
  });
  part.score /= 0.85 + (0.15 * (to - from)) / AVERAGE;
  return part;
}

/** Adds what a term, of so many, finds in a paragraph; gives back the places. */
function count(part, written, term, analysis, of) {
  const found = new Map(term.apart ? apart(part, written, term.apart) : []);
  for (let at = part.from; at < part.to; at += 1) {
    const good = quality(written[at], term, analysis);
    if (good) found.set(at, Math.max(good, found.get(at) ?? 0));
  }
  const places = [...found.keys()].sort((a, b) => a - b);
  if (!places.length) return places;
  for (const at of places) part.hits.add(at - part.from);
  part.matched.add(term.fold);
  const says = places.some((at) => defines(part, written, at, analysis));
  const defined = says ? (of <= FEW ? DEFINED : DEFINED_AMONG) : 1;
  part.score += term.weight * Math.max(...found.values()) * (1 + Math.min(places.length - 1, 3) / 25) * defined;
  return places;
}

/**
 * Where a verb and its particle stand apart in a paragraph, each with how well that answers: 'op te bellen', 'op kan
 * bellen', or the particle at the end of a clause in which the verb stands.
 */
function apart({ from, to }, written, { particle, between, verbs }) {
  const found = [];
  const word = (at) => (at >= from && at < to ? fold(written[at]) : "");
  for (let at = from; at < to; at += 1) {
    if (word(at) !== particle) continue;
    const after = [1, 2].map((n) => at + n).find((n) => verbs.has(word(n)));
    const ends = at === to - 1 || ENDS.test(written[at]);
    const before = ends ? Array.from({ length: CLAUSE }, (_, n) => at - n - 1).find((n) => verbs.has(word(n))) : undefined;
    const verb = ends ? before : after;
    if (verb !== undefined) found.push([at, word(at + 1) === between ? 0.8 : 0.7], [verb, 0.7]);
  }
  return found;
}

/** Whether the word at a place is the subject of a sentence that says what it is: 'Een klant is iemand die betaalt'. */
function defines({ from }, written, at, { DEFINES }) {
  const begins = [0, 1, 2].some((back) => at - back === from || (at - back > from && /[.?!][”’"')]*$/.test(written[at - back - 1])));
  return begins && DEFINES.is.has(fold(written[at + 1] ?? "")) && DEFINES.what.has(fold(written[at + 2] ?? ""));
}

/** Whether each of the terms found has a place near the first one's. */
function close(places) {
  const [first, ...others] = places.filter((found) => found.length);
  return first.some((at) => others.every((found) => found.some((other) => Math.abs(other - at) <= NEAR)));
}

/** Where the terms of a phrase follow one another between two places, each as typed or in another form. */
function sequence(written, from, to, wanted, analysis, parts = false) {
  const least = parts ? 0.7 : 0.85;
  const flat = [];
  for (let at = from; at < to; at += 1) for (const piece of written[at].split(BETWEEN)) if (fold(piece)) flat.push([piece, at]);
  const found = [];
  for (let n = 0; n <= flat.length - wanted.length; n += 1) {
    if (wanted.every((term, more) => quality(flat[n + more][0], term, analysis) >= least)) found.push([flat[n][1], flat[n + wanted.length - 1][1]]);
  }
  return found;
}
