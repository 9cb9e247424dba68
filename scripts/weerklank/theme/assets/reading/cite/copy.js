// To the clipboard, said aloud; where the browser does not allow it (no https), a field to copy from by hand.
import { say } from "../../say.js";

const SHOWN = 2500; // milliseconds

const element = (name, values) => Object.assign(document.createElement(name), values);
const status = element("p", { className: "wk-hidden" });
status.setAttribute("role", "status");
document.querySelector(".wk-page").append(status);

const byHand = (words) => {
  const dialog = element("dialog", { className: "wk-copy" });
  const how = element("p", { id: "wk-copy-how", textContent: say("copy.by_hand") });
  const field = element("textarea", { readOnly: true, rows: 6, value: words });
  const close = element("button", { type: "button", textContent: say("copy.close") });
  field.setAttribute("aria-label", say("copy.field"));
  dialog.setAttribute("aria-labelledby", how.id);
  dialog.append(how, field, close);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  field.focus();
  field.select();
};

// Copies `words`; for a moment `button` shows that it is done, and `what` tells who cannot see that.
export const copy = async (words, button, what) => {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    byHand(words);
    return;
  }
  const label = button.dataset.label ?? button.textContent;
  button.dataset.label = label;
  button.textContent = say("copy.done");
  status.textContent = say("copy.done_what", { what });
  setTimeout(() => { button.textContent = label; status.textContent = ""; }, SHOWN);
};
