// On the page that a result led to: the words found are marked in its paragraph until the reader moves on.

const KEPT = "weerklank.found";

/** Mark the words in `block`, the author's own words only; gives back what takes the marks away. */
function mark(block, words) {
  const wanted = new Set(words.map(bare).filter(Boolean));
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    (node.parentElement.closest("[data-apparatus]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const marks = nodes.flatMap((node) => [...node.data.matchAll(/\S+/g)]
    .filter(([word]) => wanted.has(bare(word))).reverse()
    .map((match) => wrap(node, match)));
  return () => marks.forEach((made) => {
    const parent = made.parentNode;
    made.replaceWith(...made.childNodes);
    parent.normalize();
  });
}

const bare = (word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

/** A mark around the letters of a word. */
function wrap(node, match) {
  const before = /^[^\p{L}\p{N}]*/u.exec(match[0])[0].length;
  const after = /[^\p{L}\p{N}]*$/u.exec(match[0])[0].length;
  const range = document.createRange();
  range.setStart(node, match.index + before);
  range.setEnd(node, match.index + match[0].length - after);
  const made = document.createElement("mark");
  made.className = "wk-found";
  range.surroundContents(made);
  return made;
}

function arrive() {
  const { path, id, words } = JSON.parse(sessionStorage.getItem(KEPT));
  sessionStorage.removeItem(KEPT);
  const block = path === location.pathname && id && document.getElementById(id);
  if (!block) return;
  const clear = mark(block, words);
  const leaving = new AbortController();
  const leave = () => {
    clear();
    leaving.abort();
  };
  addEventListener("hashchange", leave, { signal: leaving.signal });
  addEventListener("keydown", ({ key }) => { if (key === "Escape") leave(); }, { signal: leaving.signal });
}

arrive();
