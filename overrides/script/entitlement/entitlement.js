// 'Was steht mir zu?': a form that answers at once. Without this script the page leads to a list of the same rules.
// Nothing is stored or sent; the answers stand in the address behind #, so that it can be kept, shared and gone back to.
import { loader } from "../shared/load.js";
import { linker } from "../shared/records.js";
import { findOffers, optionsOf, readAnswers, writeAnswers } from "./rules.js";
import { showOffers } from "./list.js";

const page = document.querySelector("[data-rules]");
const part = (name) => page.querySelector(`[data-part=${name}]`);
const form = part("form");
const questions = [...form.querySelectorAll("fieldset")].map((set) => [...set.querySelectorAll("input[value]:not([value=''])")]);
const town = form.elements.g;
const shape = {
  keys: questions.map(([first]) => first.name).join(""),
  counts: questions.map((options) => options.length),
  towns: [...town.options].map(({ value }) => value).filter(Boolean),
};
const load = loader(page.dataset.root);

function readForm() {
  const bits = questions.map((options) => options.reduce((sum, { checked }, i) => sum | (checked << i), 0));
  return { bits, town: town.value };
}

function fillForm({ bits, town: chosen }) {
  form.reset();
  questions.forEach((options, question) => optionsOf(bits[question]).forEach((option) => (options[option - 1].checked = true)));
  town.value = chosen;
}

async function show() {
  const answers = readForm();
  const data = { ...(await load(page.dataset.rules)), sheets: page.dataset.sheets };
  const table = answers.town ? await load(town.selectedOptions[0].dataset.answers).catch(() => null) : null;
  if (writeAnswers(answers, shape) !== writeAnswers(readForm(), shape)) return; // something else was ticked meanwhile
  const asked = answers.bits.some(Boolean);
  const found = asked ? findOffers(data, answers) : [];
  part("list").replaceChildren(...showOffers(data, table, answers, found, linker(data, page.dataset.root)));
  part("ask-town").hidden = Boolean(answers.town);
  part("result").hidden = !asked;
  part("see").hidden = !asked;
  part("said").textContent = asked ? sayCount(found.length) : "";
}

function sayCount(count) {
  return count === 1 ? "Eine Hilfe kann passen" : `${count} Hilfen können passen`;
}

// Without the rules there is the list on a page of its own.
function failed() {
  form.hidden = true;
  part("result").hidden = true;
  part("still").hidden = false;
}

function answered() {
  const address = writeAnswers(readForm(), shape);
  if (address !== location.hash) history.pushState(null, "", address || location.pathname);
  show().catch(failed);
}

function readAddress() {
  if (location.hash && !location.hash.includes("=")) return; // a place in the page, such as the skip link's
  fillForm(readAnswers(location.hash, shape));
  show().catch(failed);
}

form.addEventListener("change", answered);
part("again").addEventListener("click", () => {
  form.reset();
  answered();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  part("result").querySelector("h2").focus();
});
addEventListener("popstate", readAddress);
addEventListener("beforeprint", () => page.querySelectorAll("[data-part=list] details").forEach((fold) => (fold.open = true)));

form.hidden = false;
form.classList.remove("reserved");
part("still").hidden = true;
readAddress();
