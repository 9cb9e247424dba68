// A lesson: which stops are done, remembered in this browser alone.
import { say } from "./say.js";

const KEY = `weerklank.lesson:${location.pathname.replace(/index\.html$/, "")}`;
const stops = [...document.querySelectorAll(".wk-stop")];
const place = document.querySelector(".wk-progress");

const read = () => { try { return JSON.parse(localStorage.getItem(KEY)) ?? []; } catch { return []; } };
const remember = (done) => { try { localStorage.setItem(KEY, JSON.stringify(done)); } catch { /* not allowed: this visit only */ } };

if (place && stops.length) {
  const status = Object.assign(document.createElement("p"), { className: "wk-told" });
  status.setAttribute("role", "status");
  const bar = Object.assign(document.createElement("progress"), { max: stops.length, ariaHidden: "true" });
  const forget = Object.assign(document.createElement("button"), { type: "button", textContent: say("lesson.forget") });
  place.append(bar, status, forget);
  const known = read();

  const boxes = stops.map((stop) => {
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: known.includes(stop.id) });
    const label = Object.assign(document.createElement("label"), { className: "wk-done" });
    label.append(box, ` ${stop.querySelector(".wk-kicker").textContent.split(" · ")[0]} ${say("lesson.done")}`);
    stop.querySelector(".wk-steps").before(label);
    return box;
  });

  const tell = () => {
    const done = stops.filter((_, n) => boxes[n].checked).map((stop) => stop.id);
    bar.value = done.length;
    status.textContent = `${say("lesson.progress", { n: done.length, whole: stops.length })} ${say("lesson.progress_where")}`;
    forget.hidden = !done.length;
    return done;
  };
  boxes.forEach((box) => box.addEventListener("change", () => remember(tell())));
  forget.addEventListener("click", () => {
    boxes.forEach((box) => { box.checked = false; });
    remember(tell());
    boxes[0].focus();
  });
  tell();
}
