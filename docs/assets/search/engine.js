// Asks Pagefind for the texts that may answer a plan, reads the likeliest, and puts them in order.

import { plan as planned } from "./planner.js";
import { rank } from "./rank.js";
import { Vocabulary } from "./vocabulary.js";

const READ = 14; // texts read to be put in order
const AT_MOST = 60; // texts read where many are excluded or filtered out

const base = new URL("../../pagefind/", import.meta.url);
let ready; // a promise of Pagefind and the vocabulary, made at the first search

function open() {
  ready ??= Promise.all([load(), new Vocabulary(base).open()]);
  ready.catch(() => { ready = undefined; });
  return ready;
}

async function load() {
  const pagefind = await import(new URL("pagefind.js", base));
  await pagefind.options({ baseUrl: "/", ranking: { pageLength: 0.3 } });
  return pagefind;
}

/** Loads what a search needs, before there is one. */
export const warm = () => open().catch(() => {});

/**
 * The answer to a query: `{ plan, ids, texts, more }`. `ids` are Pagefind's names of all texts that may answer, best
 * first; `texts` those read, in order, each `{ record, score, parts, written }`; `more()` reads on. `keep(id)` says
 * which texts count.
 */
export async function answer(query, { literal = false, keep = () => true } = {}) {
  const [pagefind, vocabulary] = await open();
  const plan = await planned(query, vocabulary, literal);
  const candidates = (await likely(pagefind, plan)).filter(({ id }) => keep(id));
  const state = { plan, ids: candidates.map(({ id }) => id), texts: [], read: 0 };
  const more = async () => {
    const until = Math.min(state.texts.length + READ, candidates.length);
    const end = Math.min(state.read + AT_MOST, candidates.length);
    const found = [];
    while (state.read < end && state.texts.length + found.length < until) {
      const next = candidates.slice(state.read, state.read + READ);
      state.read += next.length;
      const records = await Promise.all(next.map(({ result }) => result.data()));
      records.forEach((record, n) => {
        const ranked = rank(record, plan);
        if (ranked) found.push({ record, id: next[n].id, ...ranked });
      });
    }
    state.texts.push(...found.sort((a, b) => b.score - a.score));
    return state.read < candidates.length;
  };
  return { ...state, texts: state.texts, rest: await more(), more };
}

/** Texts that have the words, those with most of them and the rarest first. */
async function likely(pagefind, plan) {
  const found = new Map();
  for (const phrase of plan.phrases) await collect(found, pagefind, { weight: 20 }, [`"${phrase.join(" ")}"`]);
  if (plan.phrases.length) return sorted(found, plan.phrases.length);
  for (const term of plan.terms) {
    const longest = [...term.parts].sort((a, b) => b.length - a.length).slice(0, 1);
    await collect(found, pagefind, term, [...term.ask, ...longest]);
  }
  return sorted(found, 1);
}

async function collect(found, pagefind, term, questions) {
  const best = new Map();
  for (const question of questions) {
    const { results } = await pagefind.search(question);
    const top = results[0]?.score || 1;
    for (const result of results) {
      const score = term.weight * (0.5 + result.score / top / 2) * (term.parts?.includes(question) ? 0.5 : 1);
      if (score > (best.get(result.id)?.score ?? 0)) best.set(result.id, { score, result });
    }
  }
  for (const [id, { score, result }] of best) {
    const entry = found.get(id) ?? { id, result, score: 0, count: 0 };
    entry.score += score;
    entry.count += 1;
    found.set(id, entry);
  }
}

const sorted = (found, least) => [...found.values()]
  .filter(({ count }) => count >= least)
  .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
