// What a reader's query means: which words to look for, in which forms, and what to say where a word is unknown.

import { fold, words } from "./letters.js";

const MOST = 12; // words of a query
const LONGEST = 64; // letters of a word
const QUERY = 600; // letters of a query
const SHORTEST = 3; // letters of a part of a compound
const RARE = 8; // texts with a word, above which it is not also looked for in parts
const LONG = 8; // letters of a compound
const FAR = 3; // how far a word may lie from one that is only suggested

/**
 * The query as written: `{ phrases, words, excluded }`. Phrases and what is excluded are lists of words, as folded;
 * words are as typed.
 */
export function parse(query) {
  const said = { phrases: [], words: [], excluded: [] };
  const written = query.slice(0, QUERY).replace(/(^|\s)['‘]([^'‘’"]+\s[^'‘’"]+)['’](?=\s|$)/gu, '$1"$2"');
  const pattern = /(^|\s)(-?)["“”„«»]([^"“”„«»]*)["“”„«»]?|(^|\s)-(?=[\p{L}\p{N}])(\S+)|\S+/gu;
  for (const [whole, , minus, phrase, , without] of written.matchAll(pattern)) {
    const found = words(phrase ?? without ?? whole).map((word) => word.slice(0, LONGEST)).filter(fold);
    if (!found.length) continue;
    if (without !== undefined || minus) said.excluded.push(found.map(fold));
    else if (phrase !== undefined && found.length > 1) said.phrases.push(found);
    else said.words.push(...found);
  }
  said.words = said.words.slice(0, MOST);
  said.phrases = said.phrases.slice(0, MOST).map((phrase) => phrase.slice(0, 2 * MOST));
  return said;
}

/**
 * One word to look for. `ask` is what to ask Pagefind; `start`: a word that begins so will do; `parts`: the known words
 * that it is made of; `joined`: the word that it makes with its neighbour; `loose`: other words whose stems will do;
 * `weight`: more for a rarer word.
 */
function term(typed, ask, more = {}) {
  return { typed, fold: fold(typed), weight: 1, ask, loose: [], start: false, joined: "", parts: [], ...more };
}

/**
 * The plan for a query: `{ phrases, terms, groups, excluded, order, corrected, unknown, maybe }`. `terms` are the words
 * to look for; `groups` the parts of unknown compounds, which must be found together; `order` all words as typed, stop
 * words too; `corrected` are [typed, meant]; `unknown` the words that no text has; `maybe` words that may have been
 * meant where there is nothing else. With `literal` nothing is corrected.
 */
export async function plan(query, vocabulary, literal = false) {
  const said = parse(query);
  const made = { ...said, terms: [], groups: [], order: said.words.map(fold), corrected: [], unknown: [], maybe: [] };
  const content = said.words.filter((word) => !vocabulary.isStop(fold(word)));
  const wanted = content.length ? content : said.phrases.length ? [] : said.words;
  const pairs = []; // two words, and the one word that they make
  for (const [n, typed] of wanted.entries()) {
    const joined = await whole(typed, wanted[n + 1], vocabulary);
    made.terms.push(...await resolve(typed, vocabulary, made, literal, Boolean(joined)));
    if (joined) pairs.push([typed, wanted[n + 1], joined]);
  }
  for (const [first, second, joined] of pairs) {
    for (const one of made.terms.filter(({ typed }) => typed === first || typed === second)) {
      one.ask.push(joined);
      one.joined = joined;
    }
  }
  const meant = new Map(made.corrected.map(([typed, other]) => [fold(typed), fold(other)]));
  made.order = made.order.map((word) => meant.get(word) ?? word);
  if (!made.terms.length && made.unknown.length) made.maybe = await suggestions(fold(made.unknown[0]), vocabulary);
  const seen = new Set();
  made.terms = made.terms.filter(({ fold: word }) => !seen.has(word) && seen.add(word));
  for (const one of made.terms) one.weight = Math.log(1 + vocabulary.texts / Math.max(1, await vocabulary.count(one.fold)));
  return made;
}

/** Words to offer in place of one that is unknown: near ones, else what it begins with. */
async function suggestions(word, vocabulary) {
  const near = await vocabulary.near(word, Math.min(FAR, word.length / 3));
  if (near.length) return near.slice(0, 2);
  for (let at = word.length - 1; at > SHORTEST; at -= 1) {
    const start = word.slice(0, at);
    if (!vocabulary.isStop(start) && await vocabulary.count(start)) return [start];
  }
  return [];
}

/** Two words that the texts write as one: 'business case', 'neo liberaal'. */
async function whole(first, second, vocabulary) {
  if (!second) return "";
  const [found] = await vocabulary.forms(fold(first) + fold(second));
  return found ?? "";
}

/**
 * The terms for a word: itself where a text has it, else a word of which it is a slip, else its parts, else the
 * nearest word. A slip goes before parts: 'hoogepunt' is hoogtepunt, not hoge punten.
 */
async function resolve(typed, vocabulary, made, literal, joins) {
  const word = fold(typed);
  const forms = await vocabulary.forms(word);
  if (forms.length) {
    const rare = (await vocabulary.count(forms[0])) <= RARE;
    return [term(typed, asked(word, forms), { parts: rare ? await split(word, vocabulary) : [] })];
  }
  for (const other of vocabulary.looser(word)) {
    const found = await vocabulary.forms(other);
    if (found.length) return [term(typed, found.slice(0, 3), { loose: [other] })];
  }
  const longer = word.length >= SHORTEST ? await vocabulary.starting(word) : new Map();
  if (longer.size) return [term(typed, [word], { start: true })];
  if (joins) return [term(typed, [])];
  if (literal) return unknown(typed, made);
  const [slip] = word.length >= LONG ? await vocabulary.near(word, 1) : [];
  if (slip) return [correct(typed, slip, made)];
  const parts = await split(word, vocabulary);
  if (parts.length) {
    made.groups.push(parts.map(fold));
    return parts.map((part) => term(part, [part]));
  }
  const [near] = await vocabulary.near(word, reach(word));
  return near ? [correct(typed, near, made)] : unknown(typed, made);
}

/** What to ask Pagefind for a word: it knows of endings by itself, but not of huizen for huis. */
function asked(word, forms) {
  const known = forms.includes(word);
  const others = forms.filter((form) => !form.startsWith(word) && !word.startsWith(form));
  return known ? [word, ...others.slice(0, 2)] : [...new Set([word, ...forms.slice(0, 2)])];
}

function correct(typed, meant, made) {
  made.corrected.push([typed, meant]);
  return term(meant, [meant]);
}

function unknown(typed, made) {
  made.unknown.push(typed);
  return [];
}

/** How many slips a word may have: none in a short one. */
const reach = (word) => (word.length < 4 ? 0 : word.length < 12 ? 1 : 2);

/** The known words of which a compound is made, two or three: the fewest, the first of them the longest. */
export async function split(word, vocabulary, most = 3) {
  let best = [];
  if (word.length < LONG) return best;
  for (let at = word.length - SHORTEST; at >= SHORTEST; at -= 1) {
    const before = await known(word.slice(0, at), vocabulary.links, vocabulary);
    if (!before) continue;
    const last = await known(word.slice(at), [""], vocabulary);
    const rest = last ? [last] : most > 2 && before.length > SHORTEST ? await split(word.slice(at), vocabulary, most - 1) : [];
    if (rest.length && (!best.length || rest.length + 1 < best.length)) best = [before, ...rest];
  }
  return best.length > 2 && best.some((part) => part.length <= SHORTEST) ? [] : best;
}

/** A part of a compound as the texts have it, with its linking letters taken off; '' where they do not. */
async function known(part, links, vocabulary) {
  for (const link of links) {
    const bare = part.endsWith(link) ? part.slice(0, part.length - link.length) : "";
    if (bare.length < SHORTEST || vocabulary.isStop(bare)) continue;
    if (await vocabulary.count(bare)) return bare;
    const [form] = bare.length > SHORTEST ? await vocabulary.forms(bare) : [];
    if (form) return form;
  }
  return "";
}
