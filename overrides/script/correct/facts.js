// Facts as questions: each with what we say today and three answers.
import { make } from "../shared/element.js";

export const TRUE = "stimmt";
export const FALSE = "falsch";
export const UNKNOWN = "weiß ich nicht";
const NOTHING = "nicht bekannt"; // what we say of what nobody knows; of what is not shown, we say nothing at all
const LONG = 60; // characters that a single line has room for
const MOST = 400; // characters of a correction
const KEYBOARDS = { phone: "tel", email: "email", url: "url" }; // of a phone, by the last word of a field

// `facts` are [field, label, what we say, how another value is written]; those of which we say nothing stand folded
// behind the others.
export function drawFacts(facts) {
  const drawn = facts.map(drawFact);
  const known = drawn.filter((_, number) => isSaid(facts[number][2]));
  const open = drawn.filter((_, number) => !isSaid(facts[number][2]));
  const title = make("summary", {}, make("strong", {}, "Das wissen wir noch nicht"), " ", make("span", { class: "count" }, open.length));
  return [
    make("div", { class: "grid" }, known),
    open.length && make("details", { class: "fold" }, title, make("div", { class: "grid" }, open)),
  ].filter(Boolean);
}

export const isSaid = (words) => words && words !== NOTHING;

function drawFact([field, label, said, hint], number) {
  const says = `says-${number}`;
  const right = `right-${number}`;
  const help = `hint-${number}`;
  const long = said.length > LONG;
  const kind = long ? { rows: 3 } : { type: "text", inputmode: KEYBOARDS[field.split(".").pop()] ?? "text" };
  const answers = isSaid(said) ? [[TRUE, TRUE], [FALSE, FALSE], [UNKNOWN, UNKNOWN]] : [[FALSE, "weiß ich"], [UNKNOWN, UNKNOWN]];
  return make(
    "fieldset",
    { "aria-describedby": says },
    make("legend", {}, label),
    make("p", { id: says, translate: "no" }, said || NOTHING),
    make("div", { class: "choices choices-short" }, answers.map(([value, text]) => drawAnswer(number, value, text))),
    make(
      "p",
      { hidden: "" },
      make("label", { for: right }, "Richtig ist (wenn Sie es wissen)", make("span", { class: "visually-hidden" }, `: ${label}`)),
      make(long ? "textarea" : "input", { id: right, maxlength: MOST, ...kind, ...(hint && { "aria-describedby": help }) }),
      hint && [make("br", {}), make("small", { id: help }, hint)],
    ),
  );
}

function drawAnswer(number, value, text) {
  return make("label", {}, make("input", { type: "radio", name: `fact-${number}`, value }), make("span", {}, text));
}

// For each fact its answer, "" where there is none, and what is right instead.
export function readAnswers(form, facts) {
  return facts.map((_, number) => {
    const answer = form.querySelector(`[name=fact-${number}]:checked`)?.value ?? "";
    const right = form.querySelector(`#right-${number}`).value;
    return { answer, right: answer === FALSE ? right : "" };
  });
}

// What is right is asked only where something is wrong.
export function showRight(form) {
  for (const fact of form.querySelectorAll("fieldset")) {
    fact.lastChild.hidden = !fact.querySelector(`[value=${FALSE}]`).checked;
  }
}
