// Which marks are shown, before the first paint: as the address asks, else the reader's last choice, else key passages.
(() => {
  const { marks, argument, stance, ...words } = document.currentScript.dataset;
  const asked = new URLSearchParams(location.search);
  const remembered = () => { try { return localStorage.getItem("weerklank.marks"); } catch { return null; } };
  const named = [argument, stance, marks].find((name) => asked.has(name));
  const [name, value] = named ? [named, asked.get(named)] : (remembered() ?? "").split("=");
  const density = Object.keys(words).find((each) => words[each] === value);
  document.documentElement.dataset.marks = name === marks ? density ?? "key" : name ? "all" : "key";
})();
