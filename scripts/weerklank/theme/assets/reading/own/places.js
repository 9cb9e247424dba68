// Where the words of a note stand: a range of the page for what was written down of them.
import { textNodes } from "../cite/words.js";

const AROUND = 32; // characters kept before and after the words

// The author's words of a block as one string, with the place of each character: white space as one space.
const readBlock = (block) => {
  let words = "";
  const at = [];
  for (const node of textNodes(block)) {
    if (node.parentElement.closest("[data-apparatus]")) continue;
    for (let n = 0; n < node.data.length; n += 1) {
      const sign = /\s/.test(node.data[n]) ? " " : node.data[n];
      if (sign === "\u00ad" || (sign === " " && (!words || words.endsWith(" ")))) continue;
      words += sign;
      at.push([node, n]);
    }
  }
  return { words, at };
};
const flat = (words) => words.replace(/\s+/g, " ").trim();

const every = (words, exact) => {
  const found = [];
  for (let at = words.indexOf(exact); at >= 0; at = words.indexOf(exact, at + 1)) found.push(at);
  return found;
};
const common = (one, other) => [...one].findIndex((sign, n) => sign !== other[n]) >>> 0;
const fits = (words, at, { exact, prefix, suffix }) =>
  Math.min(AROUND, common([...words.slice(0, at)].reverse().join(""), [...(prefix ?? "")].reverse().join("")))
  + Math.min(AROUND, common(words.slice(at + exact.length), suffix ?? ""));

/** What is kept of the words of a range in a block: a part of a note. */
export const partOf = ({ block, range, words }, place) => {
  const whole = readBlock(block);
  const exact = flat(words);
  const starts = whole.at.findIndex(([node, n]) => range.comparePoint(node, n) >= 0);
  const at = every(whole.words, exact).sort((a, b) => Math.abs(a - starts) - Math.abs(b - starts))[0] ?? Math.max(0, starts);
  return {
    block: block.id,
    place,
    exact,
    prefix: whole.words.slice(Math.max(0, at - AROUND), at),
    suffix: whole.words.slice(at + exact.length, at + exact.length + AROUND),
  };
};

/** The range of a part on this page; null where its words do not stand there any more. */
export const rangeOf = (part) => {
  const block = document.querySelector(`[data-seed] [data-block][id="${CSS.escape(part.block)}"]`);
  if (!block) return null;
  const { words, at } = readBlock(block);
  const exact = flat(part.exact);
  const [best] = every(words, exact).sort((a, b) => fits(words, b, part) - fits(words, a, part));
  if (best === undefined) return null;
  const range = document.createRange();
  range.setStart(...at[best]);
  const [node, last] = at[best + exact.length - 1];
  range.setEnd(node, last + 1);
  return range;
};
