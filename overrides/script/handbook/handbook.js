// The search of the handbook, and the menu that Escape closes. The rest of its pages is the theme's.
import { excerpt, find } from "./search.js";

const MOST = 12;
const form = document.querySelector("form.find");
const field = form.querySelector("input");
const found = form.querySelector(".found");
const said = form.querySelector("[role=status]");
const list = form.querySelector("ol");
const menu = document.querySelector("details.contents");
let index;

form.hidden = false;

// The theme makes a landmark of each copy button; several without a name tell a screen reader nothing.
const article = document.querySelector("article");
const quieten = () => article.querySelectorAll("nav.md-code__nav").forEach((nav) => nav.setAttribute("role", "none"));
new MutationObserver(quieten).observe(article, { childList: true, subtree: true });
quieten();

async function load() {
  index ??= fetch(form.dataset.index).then((answer) => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  });
  try {
    return await index;
  } catch {
    index = undefined;
    return undefined;
  }
}

function made(name, ...inside) {
  const element = document.createElement(name);
  element.append(...inside);
  return element;
}

function drawn(hit, words) {
  const link = made("a", made("strong", hit.heading));
  link.href = form.dataset.root + hit.address + (hit.anchor && `#${hit.anchor}`);
  if (hit.heading !== hit.page) link.append(" ", made("small", hit.page));
  const text = made("p");
  for (const [part, marked] of excerpt(hit.text, words)) text.append(marked ? made("mark", part) : part);
  link.addEventListener("click", close);
  return made("li", link, text);
}

function close() {
  found.hidden = true;
}

async function show() {
  const asked = field.value.trim();
  if (asked.length < 2) {
    close();
    return;
  }
  const pages = await load();
  if (field.value.trim() !== asked) return;
  if (!pages) {
    said.textContent = "Die Suche lässt sich gerade nicht laden. Bitte versuchen Sie es noch einmal.";
    list.replaceChildren();
    found.hidden = false;
    return;
  }
  const { hits, words } = find(pages, asked);
  const count = hits.length === 1 ? "1 Stelle gefunden" : `${hits.length} Stellen gefunden`;
  const more = hits.length > MOST ? `, hier die ersten ${MOST}` : "";
  said.textContent = hits.length ? count + more : "Nichts gefunden. Versuchen Sie ein kürzeres Wort.";
  list.hidden = !hits.length;
  list.replaceChildren(...hits.slice(0, MOST).map((hit) => drawn(hit, words)));
  found.hidden = false;
}

field.addEventListener("focus", load);
field.addEventListener("input", show);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  show();
});
form.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
});
document.addEventListener("click", (event) => {
  if (!form.contains(event.target)) close();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (!found.hidden) {
    close();
    field.focus();
  } else if (menu.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
