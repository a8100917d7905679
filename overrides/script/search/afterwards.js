// What the page of the search does beside its answer: links and questions without loading the page again, filters,
// more results, a mail about what is missing.
import { showChosen, showFilters } from "./filters.js";
import { searchAddress } from "./words.js";

const FEW = 8; // results that are shown at once; the style sheet counts as well

// `show` shows what the address asks for.
export function attend(part, form, list, show) {
  async function go(address) {
    history.pushState(null, "", address);
    await show();
    (part("summary").querySelector("h2") ?? form.q).focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(searchAddress({ q: form.q.value.trim() }));
  });
  list.closest("main").addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='?']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(link.href);
  });
  part("more").addEventListener("click", () => {
    part("more").hidden = true;
    list.dataset.all = "";
    list.children[FEW].querySelector("a").focus();
  });
  addEventListener("popstate", show);
}

// Below the results; `found` are those that no filter has left out.
export function complete(part, list, found, given) {
  delete list.dataset.all;
  part("more").hidden = list.children.length <= FEW;
  const { content: parts } = part("parts");
  part("summary").append(showChosen(given, parts));
  part("filters").replaceChildren(showFilters(found, given, parts));
  const mail = part("missing").querySelector("a");
  if (mail.protocol === "mailto:") mail.search = mailFields({ subject: "Das fehlt mir", body: given.get("q").slice(0, 300) });
}

// As an address wants it: programs for mail show "+" as it stands.
function mailFields(fields) {
  return new URLSearchParams(fields).toString().replaceAll("+", "%20");
}
