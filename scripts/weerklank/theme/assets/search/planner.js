// What a reader's query means: which words to look for, in which forms, and what to say where a word is unknown.

import { fold, words } from "./letters.js";

const MOST = 12; // words of a query
const LONGEST = 64; // letters of a word
const QUERY = 600; // letters of a query
const SHORTEST = 3; // letters of a part of a compound
const RARE = 8; // texts with a word, above which it is not also looked for in parts
const LONG = 8; // letters of a compound
const VERBS = 5; // forms of a verb asked for beside its particle
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
 * One word to look for. `ask` is what to ask Pagefind; `forms` the words that it has for forms; `also` those that may
 * stand in its place; `whole` those that it makes with its neighbour; `apart`: as it may stand in two (vocabulary.js);
 * `start`: a word that begins so will do; `parts`: the known words that it is made of; `name`: an author may be meant;
 * `weight`: more for a rarer word; `judged`: how well words answer it (rank.js).
 */
function term(typed, ask = [], more = {}) {
  const none = { forms: new Set(), also: new Set(), whole: new Set(), apart: null, start: false, parts: [], name: false };
  return { typed, fold: fold(typed), weight: 1, ask, ...none, judged: new Map(), ...more };
}

/**
 * The plan for a query: `{ phrases, terms, groups, excluded, order, corrected, cut, unknown, maybe }`. `terms` are the
 * words to look for; `groups` the parts of unknown compounds, which must be found together, and `cut` these compounds,
 * as [typed, parts]; `order` all words as typed, stop words too; `corrected` are [typed, meant]; `unknown` the words that
 * no text has; `maybe` words that may have been meant where there is nothing else. Phrases, `excluded` and `order` are
 * of terms as well. With `literal` nothing is corrected.
 */
export async function plan(query, vocabulary, literal = false) {
  const said = parse(query);
  const made = { terms: [], groups: [], corrected: [], cut: [], unknown: [], maybe: [] };
  const content = said.words.filter((word) => !vocabulary.isStop(fold(word)));
  const wanted = content.length ? content : said.phrases.length ? [] : said.words;
  const pairs = await joined(said.words, wanted, vocabulary);
  for (const typed of wanted) {
    const own = pairs.filter(({ words: pair }) => pair.includes(typed));
    const whole = own.flatMap(({ forms }) => forms);
    const found = await resolve(typed, vocabulary, made, literal, whole.length > 0);
    for (const one of found) {
      one.ask.push(...whole.slice(0, 2));
      for (const form of whole) one.whole.add(form);
      one.apart = own.find(({ particle }) => particle)?.apart([...one.forms, one.fold]) ?? one.apart;
    }
    made.terms.push(...found);
  }
  if (!made.terms.length && made.unknown.length) made.maybe = await suggestions(fold(made.unknown[0]), vocabulary);
  const seen = new Set();
  made.terms = made.terms.filter(({ fold: word }) => !seen.has(word) && seen.add(word));
  for (const one of made.terms) await complete(one, vocabulary);
  const meant = new Map(made.corrected.map(([typed, other]) => [fold(typed), fold(other)]));
  const own = (word) => made.terms.find((one) => one.fold === (meant.get(fold(word)) ?? fold(word))) ?? term(word);
  made.order = said.words.map(own);
  made.phrases = said.phrases.map((phrase) => phrase.map((word) => term(word)));
  made.excluded = await Promise.all(said.excluded.map((phrase) => Promise.all(phrase.map(async (word) => term(word, [], { forms: new Set(await vocabulary.forms(word)) })))));
  return made;
}

/** What is known of every term alike: how rare it is, whose name it may be, what may stand in its place. */
async function complete(one, vocabulary) {
  one.weight = Math.log(1 + vocabulary.texts / Math.max(1, await vocabulary.count(one.fold)));
  one.name = await vocabulary.isName(one.fold);
  for (const other of await vocabulary.alike(one.fold)) one.also.add(other);
}

/**
 * Words of a query that make one together: 'business case', and a verb with its particle, 'belt … op'. `forms` are
 * those in the texts; `apart(verbs)` is how the verb may stand in two.
 */
async function joined(said, wanted, vocabulary) {
  const pairs = [];
  for (const [n, first] of wanted.entries()) {
    const second = wanted[n + 1];
    const forms = second ? await vocabulary.forms(fold(first) + fold(second)) : [];
    if (forms.length) pairs.push({ words: [first, second], forms });
    for (const later of said.slice(said.indexOf(first) + 1).slice(0, FAR)) {
      const particle = fold(later);
      const between = vocabulary.between(particle);
      if (!between) continue;
      const apart = (verbs) => ({ particle, between, verbs: new Set(verbs) });
      pairs.push({ words: [first, later], forms: await vocabulary.forms(particle + fold(first)), particle, apart });
    }
  }
  return pairs;
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

/**
 * The terms for a word: itself where a text has it, a word said to be alike, else a word of which it is a slip, else its
 * parts, else the nearest word. A slip goes before parts: 'hoogepunt' is hoogtepunt, not hoge punten.
 */
async function resolve(typed, vocabulary, made, literal, joins) {
  const word = fold(typed);
  const number = vocabulary.number(word);
  const forms = [...await vocabulary.forms(word), ...number ? await vocabulary.forms(number) : []];
  const verb = await vocabulary.apart(word);
  const apart = verb && { ...verb, verbs: new Set(verb.verbs) };
  const inTwo = verb?.verbs.slice(0, VERBS).map((form) => `${verb.particle} ${form}`) ?? [];
  if (forms.length) {
    const rare = (await vocabulary.count(forms[0])) <= RARE;
    return [term(typed, [...asked(word, forms), ...inTwo.slice(0, 2)], { forms: new Set(forms), apart, parts: rare ? await split(word, vocabulary) : [] })];
  }
  if (apart) return [term(typed, inTwo, { apart })];
  const related = await vocabulary.related(word);
  if (related.length) return [term(typed, related.slice(0, 3))];
  const also = await vocabulary.alike(word);
  if (also.length) return [term(typed, also.slice(0, 3))];
  if (word.length >= SHORTEST && await vocabulary.begins(word)) return [term(typed, [word], { start: true })];
  if (joins) return [term(typed)];
  if (literal) return unknown(typed, made);
  const [slip] = word.length >= LONG ? await vocabulary.near(word, 1) : [];
  if (slip) return [correct(typed, slip, made)];
  const parts = await split(word, vocabulary);
  if (parts.length) {
    made.groups.push(parts.map(fold));
    made.cut.push([typed, parts]);
    return Promise.all(parts.map(async (part) => term(part, [part], { forms: new Set(await vocabulary.forms(part)) })));
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
