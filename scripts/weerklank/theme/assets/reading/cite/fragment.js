// A text fragment: the part of an address that has a browser light up words (wicg.github.io/scroll-to-text-fragment).
// It must say the words as the page has them, so letters and signs of ours cut them into runs.
import { textNodes, within } from "./words.js";

const WHOLE = 120; // characters that are said whole; of more only the first and last words
const FEW = 5; // words

const flat = (words) => words.replace(/\s+/g, " ").trim();
const encode = (words) => encodeURIComponent(words).replaceAll("-", "%2D");
const first = (words) => words.split(" ").slice(0, FEW).join(" ");
const last = (words) => words.split(" ").slice(-FEW).join(" ");

// The stretches of a block's text that have nothing of ours, no line end and no item's end in them: lists of text nodes.
const runsOf = (block) => {
  const runs = [[]];
  const walk = (node) => {
    for (const child of node.childNodes) {
      const ends = child.matches?.("[data-apparatus], br, li, p");
      if (ends) runs.push([]);
      if (child.nodeType === Node.TEXT_NODE) runs.at(-1).push(child);
      else if (!child.matches("[data-apparatus]")) walk(child);
      if (ends) runs.push([]);
    }
  };
  walk(block);
  return runs.filter((run) => run.some((node) => node.data.trim()));
};

// What a range holds of a run, grown to whole words, with what stands before and after it there.
const cut = (run, range) => {
  let [before, inside, after] = ["", "", ""];
  for (const node of run) {
    const side = range.intersectsNode(node) ? 0 : range.comparePoint(node, 0);
    const { startOffset, endOffset } = within(range, node);
    if (side < 0) before += node.data;
    else if (side > 0) after += node.data;
    else {
      before += node.data.slice(0, startOffset);
      inside += node.data.slice(startOffset, endOffset);
      after += node.data.slice(endOffset);
    }
  }
  if (!inside.trim()) return null;
  const head = inside.match(/^[\p{L}\p{N}\p{M}]/u) ? before.match(/[\p{L}\p{N}\p{M}]*$/u)[0] : "";
  const tail = inside.match(/[\p{L}\p{N}\p{M}]$/u) ? after.match(/^[\p{L}\p{N}\p{M}]*/u)[0] : "";
  return {
    before: flat(before.slice(0, before.length - head.length)),
    inside: flat(head + inside + tail),
    after: flat(after.slice(tail.length)),
  };
};

const pageWords = () => {
  const nodes = textNodes(document.querySelector(".wk-page")).filter((node) => !node.parentElement.closest(".wk-tools"));
  return flat(nodes.map((node) => node.data).join("")).toLowerCase();
};

// ':~:text=…' for the parts of a range (words.js); '' where the words cannot be told from others like them.
export const fragment = (parts) => {
  const pieces = parts.flatMap(({ block, range }) => runsOf(block).map((run) => cut(run, range)).filter(Boolean));
  if (!pieces.length) return "";
  const [opening, closing] = [pieces[0], pieces.at(-1)];
  const whole = pieces.length === 1 && opening.inside.length <= WHOLE;
  const start = whole ? opening.inside : first(opening.inside);
  const end = whole ? "" : last(closing.inside);
  const words = pageWords();
  const alone = (...said) => words.split(said.filter(Boolean).join(" ").toLowerCase()).length === 2;
  const before = last(opening.before);
  const after = whole ? first(closing.after) : "";
  const ways = [["", ""], [before, ""], ["", after], [before, after]];
  const way = ways.find(([prefix, suffix]) => alone(prefix, start, suffix));
  if (!way) return "";
  const terms = [way[0] && `${encode(way[0])}-`, encode(start), end && encode(end), way[1] && `-${encode(way[1])}`];
  return `:~:text=${terms.filter(Boolean).join(",")}`;
};
