// Stretches of the text: which blocks a range covers, and the author's own words in it.
import { say } from "../../say.js";

const text = document.querySelector("[data-seed]");
export const blocks = [...text.querySelectorAll("[data-block][id]")];

export const textNodes = (root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
};

// No § numbers, letters, signs or notes; lines of verse and items of a list stay lines.
export const wordsIn = (range) => {
  const copy = range.cloneContents();
  copy.querySelectorAll("[data-apparatus]").forEach((each) => each.remove());
  textNodes(copy).forEach((node) => { node.data = node.data.replaceAll("\u00ad", "").replace(/\s+/g, " "); });
  copy.querySelectorAll("br").forEach((each) => each.replaceWith("\n"));
  copy.querySelectorAll("li").forEach((each) => each.prepend("\n"));
  return copy.textContent.replace(/ *\n */g, "\n").replace(/\n+/g, "\n").replace(/ {2,}/g, " ").trim();
};

// What a range holds of a node that it touches.
export const within = (range, node) => {
  const part = document.createRange();
  part.selectNodeContents(node);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  return part;
};

// The parts of a range in the blocks of the text: { block, range, words }, without those that hold no words.
export const partsOf = (range) => blocks
  .filter((block) => range.intersectsNode(block))
  .map((block) => ({ block, range: within(range, block) }))
  .map((part) => ({ ...part, words: wordsIn(part.range) }))
  .filter((part) => part.words);

const placeOf = (block) => block.querySelector(".wk-num")?.textContent.trim() ?? say("place.heading");

// '§ 7', or '§ 7–9' for words from more blocks than one.
export const placeWords = (parts) => {
  const [first, last] = [placeOf(parts[0].block), placeOf(parts.at(-1).block)];
  return first === last ? first : `${first}–${last.replace(/^§\s*/, "")}`;
};
