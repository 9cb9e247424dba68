// Light or dark before the first paint: the reader's last choice, else the system's (which the stylesheet knows itself).
(() => {
  const key = "weerklank.scheme";
  const root = document.documentElement;
  const remembered = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const remember = (scheme) => { try { localStorage.setItem(key, scheme); } catch { /* not allowed: this page only */ } };
  const dark = () => (root.dataset.scheme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

  const chosen = remembered();
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-scheme-toggle]");
    const show = () => {
      button.setAttribute("aria-label", dark() ? button.dataset.light : button.dataset.dark);
      button.title = button.getAttribute("aria-label");
    };
    button.addEventListener("click", () => {
      root.dataset.scheme = dark() ? "light" : "dark";
      remember(root.dataset.scheme);
      show();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
    button.hidden = false;
    show();
  });
})();
