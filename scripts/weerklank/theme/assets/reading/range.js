// A range of paragraphs, '#p4-p7': it lights up, the rest is dimmed, and paper has the range alone with its source.
import { say } from "../say.js";

const RANGE = /^([ph]\d+[a-z]*)-([ph]\d+[a-z]*)$/;
const root = document.documentElement;
const text = document.querySelector("[data-seed]");
const blocks = text ? [...text.querySelectorAll("[data-block][id]")] : [];
const placeOf = (block) => block.querySelector(".wk-num")?.textContent.trim();

// '§ 4–7', of the numbered blocks among those from one to another.
const placeWords = (chosen) => {
  const numbers = chosen.map(placeOf).filter(Boolean);
  const last = numbers.at(-1)?.replace(/^§\s*/, "");
  return numbers.length > 1 ? `${numbers[0]}–${last}` : numbers[0] ?? say("place.heading");
};

const inRange = (hash) => {
  const [, first, last] = RANGE.exec(decodeURIComponent(hash.slice(1))) ?? [];
  const [from, to] = [first, last].map((id) => blocks.findIndex((block) => block.id === id));
  return from >= 0 && to >= from ? blocks.slice(from, to + 1) : [];
};

const bar = document.createElement("p");
bar.className = "wk-range";
bar.dataset.apparatus = "";
bar.lang = root.lang;
bar.setAttribute("role", "status");

// What stands beside a block goes with it.
const withBeside = (block) => {
  const beside = block.nextElementSibling;
  return beside?.matches(".wk-beside") ? [block, beside] : [block];
};

const whole = () => {
  history.replaceState(history.state, "", location.pathname + location.search);
  show([]);
};

const show = (chosen) => {
  const kept = new Set(chosen.flatMap(withBeside));
  root.toggleAttribute("data-range", chosen.length > 0);
  for (const each of text.querySelectorAll("[data-block][id], .wk-beside")) each.classList.toggle("is-outside", chosen.length > 0 && !kept.has(each));
  bar.remove();
  if (!chosen.length) return;
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: say("range.whole") });
  button.addEventListener("click", whole);
  bar.replaceChildren(`${say("range.now", { place: placeWords(chosen) })} `, button);
  (chosen[0].closest("[data-block=quotation]") ?? chosen[0]).before(bar);
  bar.scrollIntoView();
  if (document.readyState !== "complete") addEventListener("load", () => bar.scrollIntoView(), { once: true });
};

if (text) {
  const arrive = () => show(inRange(location.hash));
  addEventListener("hashchange", arrive);
  if (RANGE.test(location.hash.slice(1))) arrive();
}
