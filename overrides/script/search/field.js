// Suggestions below a search field, by the pattern of an editable combobox: arrows choose, Enter follows, Escape
// closes. Suggestions are links, so that they can be opened as any other link.
import { make } from "../shared/element.js";
import { linker } from "../shared/records.js";
import { ask, prepare } from "./service.js";
import { KINDS, searchAddress } from "./words.js";

const MOST = 6;
const PAUSE = 100; // milliseconds without a key before we look

export function help(input) {
  if (input.hasAttribute("role")) return;
  const { form } = input;
  const id = `suche-${[...document.forms].indexOf(form)}`;
  const list = make("div", { role: "listbox", id: `${id}-liste`, "aria-label": "Vorschläge", hidden: "" });
  const said = make("p", { role: "status", class: "visually-hidden" });
  const attributes = { autocomplete: "off", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  form.append(list, said);
  const isHere = new URL(form.action).pathname === location.pathname;
  const addressOf = (text) => searchAddress({ q: text }).replace("?", isHere ? "?" : `${form.action}#`); // behind #, which is not sent
  let chosen = -1;
  let timer = 0;

  function show(options) {
    list.replaceChildren(...options);
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", !list.hidden);
    choose(-1);
  }

  function choose(place) {
    list.children[chosen]?.setAttribute("aria-selected", "false");
    chosen = place;
    const option = list.children[chosen];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function close() {
    clearTimeout(timer);
    show([]);
    said.textContent = "";
  }

  async function suggest() {
    const text = input.value.trim();
    if (!text) return close();
    const answer = await ask(form, text, MOST).catch(() => ({ results: [] })); // the form still works
    if (text !== input.value.trim() || document.activeElement !== input) return;
    const link = linker(answer, new URL("..", form.action));
    const found = answer.results.filter(({ record }) => record);
    const rows = found.map(({ record, title, kind, town }) => [link(...record.split(":")), title, town ?? KINDS[kind]]);
    rows.push([addressOf(text), `Alle Treffer für „${text}“`]);
    show(
      rows.map(([href, title, more], number) =>
        make("a", { role: "option", id: `${id}-${number}`, href, tabindex: "-1", "aria-selected": "false" }, make("span", {}, title), more && make("small", {}, more)),
      ),
    );
    said.textContent = `${rows.length === 2 ? "1 Vorschlag" : `${rows.length - 1} Vorschläge`}. Mit den Pfeiltasten wählen.`;
  }

  const keys = {
    __proto__: null, // whatever key a browser names, only these are meant
    ArrowDown: () => (list.hidden ? suggest() : choose(chosen + 1 < list.children.length ? chosen + 1 : -1)),
    ArrowUp: () => (list.hidden ? suggest() : choose((chosen < 0 ? list.children.length : chosen) - 1)),
    Home: () => chosen >= 0 && choose(0),
    End: () => chosen >= 0 && choose(list.children.length - 1),
    Enter: () => chosen >= 0 && list.children[chosen].click(),
    Escape: () => !list.hidden && close(),
  };

  input.addEventListener("keydown", (event) => {
    const { key } = event;
    if (event.isComposing || !(key in keys)) return;
    const uses = key.startsWith("Arrow") || (key === "Escape" ? !list.hidden : chosen >= 0);
    if (uses) event.preventDefault();
    if (uses) keys[key]();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    close();
    if (isHere) return; // the page itself shows what was found
    event.preventDefault();
    location.href = addressOf(input.value.trim());
  });
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
  prepare(form);
  if (input.value) suggest();
}
