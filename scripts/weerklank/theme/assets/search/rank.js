// Which paragraphs of a text answer a plan, and how well: the word as typed before its other forms, all words
// together before some, side by side before apart.

import { fold } from "./letters.js";

const SEAMS = /[|\u2010-\u2015/\\'’.,:;!?()[\]{}"“”„‘«»…-]+/u;
const BETWEEN = /[/\u2013\u2014…]+/u; // between words that are written without a space
const AVERAGE = 60; // words of a paragraph
const NEAR = 12; // words that stand near one another

const known = new Map(); // by what is known of a language: the words as they stand in its records

/** A word of a record as it is compared, by its language: whole, and its parts. */
function token(written, analysis) {
  if (!known.has(analysis)) known.set(analysis, new Map());
  const tokens = known.get(analysis);
  let made = tokens.get(written);
  if (!made) {
    const parts = written.split(SEAMS).map(fold).filter(Boolean);
    const whole = parts.join("");
    made = { whole, stem: analysis.stem(whole), root: analysis.root(whole), parts, stems: parts.map(analysis.stem), matches: new Map() };
    tokens.set(written, made);
  }
  return made;
}

/** How well a word of a record answers a term, from 0 to 1, as the language of the record has its forms. */
function quality(written, term, analysis) {
  const { matches, ...word } = token(written, analysis);
  const key = `${term.fold} ${term.joined} ${term.start}`;
  if (!matches.has(key)) matches.set(key, judge(word, term, analysis));
  return matches.get(key);
}

function judge({ whole, stem: stemmed, root: rooted, parts, stems }, term, { stem, root }) {
  if (!whole) return 0;
  if (whole === term.fold) return 1;
  const joined = term.joined && stem(term.joined);
  if (joined && (stemmed === joined || stems.includes(joined))) return 0.95;
  const within = parts.length > 1 && (parts.includes(term.fold) || joins(parts, term.fold, stem));
  const wanted = stem(term.fold);
  if (within && !term.start) return stemmed === wanted ? 0.9 : 0.8;
  if (stemmed === wanted) return 0.85;
  if (within) return 0.8;
  if (stems.includes(wanted) || joins([...parts.slice(0, -1), stems.at(-1)], wanted, stem)) return 0.7;
  const loose = term.loose.map(stem);
  if (loose.includes(stemmed) || loose.some((one) => stems.includes(one))) return 0.6;
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
 * How a text answers: `{ score, title, parts, matched }`, its parts best first; null where it does not. `analysis` is
 * what is known of its language (letters.js).
 */
export function rank(record, plan, analysis) {
  const { written, found } = paragraphs(record);
  if (plan.excluded.some((phrase) => excludes(written, phrase, analysis))) return null;
  const [head, ...body] = found.map((part) => measure(part, written, plan, analysis));
  if (!plan.phrases.every((_, n) => [head, ...body].some((part) => part.phrases.has(n)))) return null;
  const matched = new Set([head, ...body].flatMap((part) => [...part.matched]));
  const parts = body.filter((part) => part.score > 0).sort((a, b) => b.score - a.score || a.from - b.from);
  if (!parts.length && !head.score) return null;
  if (!plan.groups.every((group) => group.every((word) => matched.has(word)))) return null;
  const [best = 0, second = 0] = parts.map((part) => part.score);
  const share = plan.terms.length ? matched.size / plan.terms.length : 1;
  return { score: (best + second / 4 + head.score) * share ** 2, written, matched, parts: parts.length ? parts : [{ ...body[0] ?? head }] };
}

const excludes = (written, phrase, analysis) => sequence(written, 0, written.length, phrase, analysis, true).length > 0;

/** One paragraph: its score, the words of it that answer, and which terms and phrases they answer. */
function measure({ id, from, to }, written, plan, analysis) {
  const part = { id, from, to, score: 0, hits: new Set(), matched: new Set(), phrases: new Set() };
  const places = plan.terms.map((term) => count(part, written, term, analysis));
  if (part.matched.size > 1 && close(places)) part.score *= 1.3;
  if (plan.terms.length > 1) part.score *= 0.5 + part.matched.size / plan.terms.length / 2;
  const together = plan.order.length > 1 ? sequence(written, from, to, plan.order, analysis) : [];
  if (together.length) part.score *= 1.6;
  plan.phrases.forEach((phrase, n) => {
    const found = sequence(written, from, to, phrase.map(fold), analysis);
    if (found.length) part.phrases.add(n);
    for (const [first, last] of found) for (let at = first; at <= last; at += 1) part.hits.add(at - from);
    part.score += found.length ? phrase.length * 2 : 0;
  });
  part.score /= 0.85 + (0.15 * (to - from)) / AVERAGE;
  return part;
}

/** Adds what a term finds in a paragraph; gives back the places. */
function count(part, written, term, analysis) {
  const places = [];
  let best = 0;
  for (let at = part.from; at < part.to; at += 1) {
    const found = quality(written[at], term, analysis);
    if (!found) continue;
    places.push(at);
    part.hits.add(at - part.from);
    best = Math.max(best, found);
  }
  if (!places.length) return places;
  part.matched.add(term.fold);
  part.score += term.weight * best * (1 + Math.min(places.length - 1, 3) / 25);
  return places;
}

/** Whether each of the terms found has a place near the first one's. */
function close(places) {
  const [first, ...others] = places.filter((found) => found.length);
  return first.some((at) => others.every((found) => found.some((other) => Math.abs(other - at) <= NEAR)));
}

/** Where the words of a phrase follow one another between two places, each as typed or as a form of one stem. */
function sequence(written, from, to, phrase, analysis, parts = false) {
  const wanted = phrase.map((word) => ({ fold: word, loose: [], start: false, joined: "" }));
  const least = parts ? 0.7 : 0.85;
  const flat = [];
  for (let at = from; at < to; at += 1) for (const piece of written[at].split(BETWEEN)) if (fold(piece)) flat.push([piece, at]);
  const found = [];
  for (let n = 0; n <= flat.length - wanted.length; n += 1) {
    if (wanted.every((word, more) => quality(flat[n + more][0], word, analysis) >= least)) found.push([flat[n][1], flat[n + wanted.length - 1][1]]);
  }
  return found;
}
