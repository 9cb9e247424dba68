// The answer to a query: the texts that may answer its plan, the likeliest of them read and put in order.

import { plan as planned } from "./planner.js";
import { rank } from "./rank.js";
import { Vocabulary } from "./vocabulary.js";

const READ = 8; // texts read to be put in order
const AT_MOST = 40; // texts read where many are excluded or filtered out
const AT_LAST = 200; // texts read where none of those read before answers

export const base = new URL("../../pagefind/", import.meta.url);
let ready; // a promise of the index and the vocabulary, made at the first search

/** On the web Pagefind finds the texts; a page in a folder (file://) can load but scripts, and has all texts in one. */
function open() {
  const index = location.protocol === "file:" ? import("./folder_index.js") : import("./pagefind_index.js");
  ready ??= Promise.all([index.then((found) => found.open(base)), new Vocabulary(base).open()]);
  ready.catch(() => { ready = undefined; });
  return ready;
}

/**
 * The answer to a query: `{ plan, texts, rest, more, all, analysis }`. `texts` are those read, best first, each with `id`,
 * `record`, `parts` and `written` (rank.js); `rest` tells whether there may be others, `more()` reads on. `keep(id)` says
 * which texts count; `all()` names every text that may answer, whether it counts or not; `analysis` is that of the site's
 * own language.
 */
export async function answer(query, { literal = false, keep = () => true } = {}) {
  const [index, vocabulary] = await open();
  const plan = await planned(query, vocabulary, literal);
  const known = (language) => vocabulary.analyses.get(language?.split("-")[0]) ?? [...vocabulary.analyses.values()][0];
  const ranked = (record) => rank(record, plan, known(record.meta.lang));
  const candidates = await index.likely(plan, ranked);
  const wanted = candidates.filter(({ id }) => keep(id));
  const refused = new Set();
  const texts = [];
  let read = 0;

  async function more() {
    const found = [];
    const [end, last] = [AT_MOST, AT_LAST].map((most) => Math.min(read + most, wanted.length));
    while (read < (found.length ? end : last) && found.filter(({ record }) => record.meta.kind === "text").length < READ) {
      const next = wanted.slice(read, read + READ);
      read += next.length;
      const records = await Promise.all(next.map((one) => one.read()));
      records.forEach((record, n) => {
        const answers = ranked(record);
        if (answers) found.push({ id: next[n].id, record, ...answers });
        else refused.add(next[n].id);
      });
    }
    texts.push(...found.sort((a, b) => b.score - a.score));
    return read < wanted.length;
  }

  const all = () => candidates.map(({ id }) => id).filter((id) => !refused.has(id));
  return { plan, texts, rest: await more(), more, all, analysis: known() };
}
