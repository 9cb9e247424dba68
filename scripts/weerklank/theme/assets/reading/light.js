// A passage in several stretches lights up whole: when one arrives at it, or points at its note or its voice.
const parts = (id) => document.querySelectorAll(`[data-passage="${CSS.escape(id)}"]`);
const light = (id, on) => parts(id).forEach((part) => part.classList.toggle("is-lit", on));

let arrived = "";
const arrive = () => {
  light(arrived, false);
  arrived = decodeURIComponent(location.hash.slice(1));
  light(arrived, true);
};
addEventListener("hashchange", arrive);
if (location.hash) arrive();

const passagesOf = (element) =>
  element.dataset.voiceOf ? [element.dataset.voiceOf] : [...element.querySelectorAll(".wk-back")].map((back) => back.hash.slice(1));

for (const element of document.querySelectorAll(".wk-note, .wk-voice")) {
  const point = (on) => () => passagesOf(element).forEach((id) => light(id, on || id === arrived));
  element.addEventListener("pointerenter", point(true));
  element.addEventListener("pointerleave", point(false));
  element.addEventListener("focusin", point(true));
  element.addEventListener("focusout", point(false));
}
