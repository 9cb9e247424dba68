// Which passages are marked, or shown where a page is made of them: none, key passages, all; in a text also those of
// one stance or of one argument. The choice stands in the address, to be shared, and is remembered in this browser
// for the next page.
import { query, say } from "../say.js";
import { STANCES } from "../words.js";

const KEY = "weerklank.marks";
const ASKED = [query.argument, query.stance, query.marks];
const DENSITIES = ["none", "key", "all"];
const ofDensity = (density) => `${query.marks}=${query[`marks_${density}`]}`;
const DEFAULT = ofDensity("key");
const place = document.querySelector(".wk-lens");

const read = () => { try { return localStorage.getItem(KEY) ?? ""; } catch { return ""; } };
const remember = (choice) => { try { localStorage.setItem(KEY, choice); } catch { /* not allowed: this page only */ } };

const inAddress = () => {
  const asked = new URLSearchParams(location.search);
  return ASKED.filter((key) => asked.has(key)).map((key) => `${key}=${asked.get(key)}`)[0];
};

const densityOf = (choice) => DENSITIES.find((density) => ofDensity(density) === choice);

// Whether a passage is among those chosen, whatever the density.
const isChosen = (choice) => {
  const [key, value] = choice.split("=");
  if (key === query.argument) return ({ dataset }) => dataset.argument === value;
  if (key === query.stance) return ({ dataset }) => query[`stance_${dataset.stance}`] === value;
  return () => true;
};

// The passages of the page: marked in a text, quoted on the page of an argument, or told of beside the uses of a word.
const text = document.querySelector("[data-seed]");
const folds = [...document.querySelectorAll(".wk-rest")];
const marks = [...document.querySelectorAll("[data-passage], [data-quote], .wk-kwic [data-of]")];
const hasKeys = marks.some((mark) => mark.dataset.weight); // without any, all passages are as good
const isKey = (mark) => (mark.matches("[data-quote]") ? !mark.closest(".wk-rest") : !hasKeys || mark.dataset.weight === "key");
const passages = new Map(marks.map((mark) => [mark.dataset.passage ?? mark.dataset.of ?? mark.id, mark]));

const isShown = (choice) => {
  const density = densityOf(choice);
  return (mark) => isChosen(choice)(mark) && density !== "none" && (density !== "key" || isKey(mark));
};
const count = (choice) => [...passages.values()].filter(isShown(choice)).length;

// The stylesheet shows by density; what it cannot know, the choice of a stance or an argument, is hidden here, and a
// fold that it shows is opened, so that it is also told to be open.
const show = (choice) => {
  const chosen = isChosen(choice);
  document.documentElement.dataset.marks = densityOf(choice) ?? "all";
  if (choice === ofDensity("all")) folds.forEach((fold) => { fold.open = true; });
  if (!text) return;
  marks.forEach((mark) => mark.classList.toggle("is-off", !chosen(mark)));
  for (const beside of document.querySelectorAll(".wk-beside")) {
    const notes = [...beside.querySelectorAll(".wk-note")];
    notes.forEach((note) => { note.hidden = !chosen(note); });
    beside.hidden = notes.every((note) => note.hidden);
    const voice = beside.querySelector("[data-voice-of]");
    if (voice) voice.hidden = !chosen(passages.get(voice.dataset.voiceOf));
  }
};

const option = (choice, what) => {
  const n = count(choice);
  const made = new Option(say("lens.counted", { what, n }), choice);
  made.disabled = n === 0 && choice !== DEFAULT && densityOf(choice) !== "none";
  made.dataset.what = what;
  return made;
};
const group = (label, options) => {
  const made = Object.assign(document.createElement("optgroup"), { label });
  made.append(...options);
  return made;
};
const densities = () => DENSITIES.map((density) => option(ofDensity(density), say(`marks.${density}`)));
const stances = () => STANCES.map((stance) =>
  option(`${query.stance}=${query[`stance_${stance}`]}`, say("lens.only", { stance: say(`stance.${stance}`) })));
const claims = () => [...document.querySelectorAll(".wk-recurring li[data-argument]")].map((item) =>
  option(`${query.argument}=${item.dataset.argument}`, item.querySelector("a").textContent));

if (place) {
  const select = document.createElement("select");
  if (text) select.append(group(say("lens.how_many"), densities()), group(say("lens.one_stance"), stances()), group(say("lens.one_argument"), claims()));
  else select.append(...densities());
  const label = document.createElement("label");
  label.append(`${say("lens.label")} `, select);
  const status = Object.assign(document.createElement("span"), { role: "status" });
  place.append(label, status);
  const now = document.querySelector(".wk-now") ?? document.createElement("span");

  const has = (choice) => [...select.options].some((each) => each.value === choice && !each.disabled);
  const apply = (choice, isTold = true) => {
    const chosen = has(choice) ? choice : DEFAULT;
    select.value = chosen;
    show(chosen);
    const { what } = select.selectedOptions[0].dataset;
    now.textContent = has(choice) ? what : say("lens.nothing_of_it", { now: what });
    status.textContent = isTold ? say("lens.marked", { n: count(chosen) }) : "";
  };

  select.addEventListener("change", () => {
    const address = new URL(location.href);
    ASKED.forEach((key) => address.searchParams.delete(key));
    address.searchParams.set(...select.value.split("="));
    history.replaceState(history.state, "", address);
    remember(select.value);
    folds.forEach((fold) => { fold.open = false; });
    apply(select.value);
  });

  // Whoever follows a link to a passage must find it, whatever was chosen before.
  const arrive = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    const fold = target.closest(".wk-rest");
    if (target.matches(".is-off") || target.closest("[hidden]")) apply(DEFAULT);
    else if (!fold || fold.open) return;
    if (fold) fold.open = true;
    target.scrollIntoView();
  };
  apply(inAddress() || read() || DEFAULT, false);
  arrive();
  addEventListener("hashchange", arrive);
}
