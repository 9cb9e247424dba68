// Answers under the search box of a page's header, while one types.

import { say } from "../say.js";
import { answer } from "./engine.js";
import { element, result } from "./view.js";

const PAUSE = 180;
const TEXTS = 4;

/** Give `form`, the box in the header, a panel with answers. */
export function start(form) {
  const input = form.elements.q;
  const status = element("p", { class: "wk-status", role: "status", "aria-live": "polite", "aria-busy": "false" });
  const list = element("ol", { class: "wk-results" });
  const all = element("a", { class: "wk-all", href: "", hidden: "" }, say("searching.all_results"));
  const panel = element("div", { class: "wk-live", role: "region", "aria-label": say("searching.region"), hidden: "" }, status, list, all);
  form.append(panel);
  let latest = 0;
  let pause;

  async function search() {
    const query = input.value.trim();
    const number = (latest += 1);
    panel.hidden = !query;
    if (!query) return list.replaceChildren();
    all.href = Object.assign(new URL(form.action), { search: new URLSearchParams({ q: query.slice(0, 600) }) });
    tell(say("searching.busy"), true);
    try {
      const { texts, rest } = await answer(query);
      if (number !== latest) return;
      const isArgument = ({ record }) => Number(record.meta.kind !== "text");
      const first = [...texts].sort((a, b) => isArgument(a) - isArgument(b)).slice(0, TEXTS);
      list.replaceChildren(...first.map((text) => result(text, 1, "h3")));
      all.hidden = !texts.length;
      const found = rest ? say("searching.more_places", { n: texts.length }) : say("searching.places", { n: texts.length });
      tell(texts.length ? found : say("searching.none"));
    } catch (error) {
      if (number === latest) tell(say("searching.no_index"));
      console.warn(error);
    }
  }

  function tell(words, busy = false) {
    status.textContent = words;
    status.setAttribute("aria-busy", String(busy));
  }

  function close() {
    clearTimeout(pause);
    latest += 1;
    panel.hidden = true;
  }

  /** Up and down go through the box and the links under it. */
  function step(by) {
    const stops = [input, ...panel.querySelectorAll("a:not([hidden])")];
    stops[Math.max(0, Math.min(stops.indexOf(document.activeElement) + by, stops.length - 1))].focus();
  }

  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(search, PAUSE);
  });
  form.addEventListener("keydown", (event) => {
    if (panel.hidden) return;
    if (event.key === "Escape") {
      event.preventDefault();
      input.focus();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    }
  });
  form.addEventListener("focusout", ({ relatedTarget }) => { if (!form.contains(relatedTarget)) close(); });
  input.addEventListener("focus", () => { if (list.children.length && input.value.trim()) panel.hidden = false; });
  search();
}
