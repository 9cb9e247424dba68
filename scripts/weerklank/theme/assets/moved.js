// An address that leads on takes along what follows it: the place in the page, and the choice of marks.

const link = document.querySelector("a[data-leads-to]");
if (link) {
  const target = new URL(link.href);
  target.search = location.search;
  target.hash ||= location.hash;
  location.replace(target);
}
