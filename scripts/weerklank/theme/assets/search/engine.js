// Asks Pagefind for the texts that may answer a plan, reads the likeliest, and puts them in order.

import { plan as planned } from "./planner.js";
import { rank } from "./rank.js";
import { Vocabulary } from "./vocabulary.js";

const READ = 8; // texts read to be put in order
const AT_MOST = 40; // texts read where many are excluded or filtered out

const base = new URL("../../pagefind/", import.meta.url);
let ready; // a promise of Pagefind and the vocabulary, made at the first search

function open() {
  ready ??= Promise.all([load(), new Vocabulary(base).open()]);
  ready.catch(() => { ready = undefined; });
  return ready;
}

/** Pagefind on this page's own thread: a worker would load the same code again, out of reach of the page's policy. */
async function load() {
  const { createInstance } = await import(new URL("pagefind.js", base));
  const pagefind = createInstance({ basePath: base.pathname, noWorker: true });
  await pagefind.init();
  await pagefind.options({ baseUrl: "/", ranking: { pageLength: 0.3 } });
  return pagefind;
}

/**
 * The answer to a query: `{ plan, texts, rest, more, all }`. `texts` are those read, best first, each with `record`,
 * `parts` and `written` (rank.js); `rest` tells whether there may be others, `more()` reads on. `keep(id)` says which
 * texts count; `all()` names every text that may answer, whether it counts or not.
 */
export async function answer(query, { literal = false, keep = () => true } = {}) {
  const [pagefind, vocabulary] = await open();
  const plan = await planned(query, vocabulary, literal);
  const candidates = await likely(pagefind, plan);
  const wanted = candidates.filter(({ id }) => keep(id));
  const known = (language) => vocabulary.analyses.get(language?.split("-")[0]) ?? [...vocabulary.analyses.values()][0];
  const refused = new Set();
  const texts = [];
  let read = 0;

  async function more() {
    const found = [];
    const end = Math.min(read + AT_MOST, wanted.length);
    while (read < end && found.filter(({ record }) => record.meta.kind === "text").length < READ) {
      const next = wanted.slice(read, read + READ);
      read += next.length;
      const records = await Promise.all(next.map(({ result }) => result.data()));
      records.forEach((record, n) => {
        const ranked = rank(record, plan, known(record.meta.lang));
        if (ranked) found.push({ record, ...ranked });
        else refused.add(next[n].id);
      });
    }
    texts.push(...found.sort((a, b) => b.score - a.score));
    return read < wanted.length;
  }

  const all = () => candidates.map(({ id }) => id).filter((id) => !refused.has(id));
  return { plan, texts, rest: await more(), more, all };
}

/** Texts that have the words, those with most of them and the rarest first; with phrases, those that may have them all. */
async function likely(pagefind, plan) {
  const found = new Map();
  for (const phrase of plan.phrases) {
    const before = new Map([...found].map(([id, { count }]) => [id, count]));
    await collect(found, pagefind, { weight: 20 }, [`"${phrase.join(" ")}"`]);
    if ([...found].some(([id, { count }]) => count > (before.get(id) ?? 0))) continue;
    const rarest = [...phrase].sort((a, b) => b.length - a.length)[0]; // written together, say: cliënt/burger
    await collect(found, pagefind, { weight: 20 }, [rarest]);
  }
  if (plan.phrases.length) return sorted(found, plan.phrases.length);
  for (const term of plan.terms) {
    const longest = [...term.parts].sort((a, b) => b.length - a.length).slice(0, 1);
    await collect(found, pagefind, term, [...term.ask, ...longest]);
  }
  const together = plan.groups.flat();
  return sorted(found, 1).filter(({ terms }) => together.every((word) => terms.has(word)));
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
    const entry = found.get(id) ?? { id, result, score: 0, count: 0, terms: new Set() };
    entry.score += score;
    entry.count += 1;
    entry.terms.add(term.fold);
    found.set(id, entry);
  }
}

const sorted = (found, least) => [...found.values()]
  .filter(({ count }) => count >= least)
  .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
