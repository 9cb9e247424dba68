// Which texts may answer a plan, by the index that Pagefind made.

const ALSO = 2; // words asked for that may stand in another's place
const ENOUGH = 40; // texts with a word, beyond which no other form of it is asked for

/** Gives `likely(plan)`: the texts that may answer, the likeliest first, each with its `id` and `read()`, its record. */
export async function open(base) {
  const pagefind = await load(base);
  return { likely: (plan) => likely(pagefind, plan) };
}

/** Pagefind on this page's own thread: a worker would load the same code again, out of reach of the page's policy. */
async function load(base) {
  const { createInstance } = await import(new URL("pagefind.js", base));
  const pagefind = createInstance({ basePath: base.pathname, noWorker: true });
  await pagefind.init();
  await pagefind.options({ baseUrl: "/", ranking: { pageLength: 0.3 } });
  return pagefind;
}

/** Texts that have the words, those with most of them and the rarest first; with phrases, those that may have them all. */
async function likely(pagefind, plan) {
  const found = new Map();
  for (const phrase of plan.phrases) {
    const words = phrase.map(({ typed }) => typed);
    const longest = [...words].sort((a, b) => b.length - a.length)[0]; // Pagefind knows no phrase with cliënt/burger or auto’s
    await collect(found, pagefind, { weight: 20 }, [`"${words.join(" ")}"`, longest]);
  }
  if (plan.phrases.length) return sorted(found, plan.phrases.length);
  for (const term of plan.terms) {
    const longest = [...term.parts].sort((a, b) => b.length - a.length).slice(0, 1);
    await collect(found, pagefind, term, [...new Set(term.ask)], [...longest, ...[...term.also].slice(0, ALSO)]);
  }
  const together = plan.groups.flat();
  return sorted(found, 1).filter(({ terms }) => together.every((word) => terms.has(word)));
}

/** Adds the texts that answer a term; other forms of it are asked for only where few have the first: each costs a file. */
async function collect(found, pagefind, term, questions, lesser = []) {
  const best = new Map();
  for (const question of [...questions, ...lesser]) {
    if (best.size >= ENOUGH) break;
    const { results } = await pagefind.search(question);
    const top = results[0]?.score || 1;
    for (const result of results) {
      const score = term.weight * (0.5 + result.score / top / 2) * (lesser.includes(question) ? 0.5 : 1);
      if (score > (best.get(result.id)?.score ?? 0)) best.set(result.id, { score, result });
    }
  }
  for (const [id, { score, result }] of best) {
    const entry = found.get(id) ?? { id, read: () => result.data(), score: 0, count: 0, terms: new Set() };
    entry.score += score;
    entry.count += 1;
    entry.terms.add(term.fold);
    found.set(id, entry);
  }
}

const sorted = (found, least) => [...found.values()]
  .filter(({ count }) => count >= least)
  .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
