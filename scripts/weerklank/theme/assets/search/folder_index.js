// The texts of a site in a folder, which no server hands out: all of them, read at once (scripts/weerklank/site/offline.py).

/** What `pagefind_index.js` gives: `likely(plan)`, the texts that answer, best first, each with its `id` and `read()`. */
export async function open(base) {
  const records = await (await fetch(new URL("records.json", base))).json();
  return { likely: (plan, ranked) => likely(records, ranked) };
}

/** All texts that `ranked` does not refuse. */
function likely(records, ranked) {
  return records.map((record) => ({ id: record.id, read: () => record, score: ranked(record)?.score }))
    .filter(({ score }) => score !== undefined)
    .sort((a, b) => b.score - a.score);
}
