// What we say about a record, and what a visitor says of it. Which record stands behind # in the address, as a code that
// names nothing. Nothing is stored or sent: the message leaves in the visitor's own mail program.
import { fetchData } from "../shared/load.js";
import { codeOfRecord } from "../shared/neutral.js";
import { compose, mailLink, reportLink } from "./message.js";
import { TRUE, drawFacts, readAnswers, showRight } from "./facts.js";

const page = document.querySelector(".correct");
const part = (name) => page.querySelector(`[data-part=${name}]`);
const field = (id) => page.querySelector(`#${id}`);
const { root, email, repository } = page.dataset;
const form = part("form");
const LINKS = ["mail", "report"];
let record = null;

if (form) {
  addEventListener("hashchange", open);
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  part("all").addEventListener("click", agree);
  part("copy").hidden = !navigator.clipboard?.writeText;
  part("copy").addEventListener("click", async () => isComplete() && tell(await copy(say().texts[0])));
  for (const name of LINKS) part(name)?.addEventListener("click", leave);
  open();
}

// The file of the record that the address names, by its code or as kind:id.
async function open() {
  const said = location.hash.slice(1);
  const asked = /^[a-z]+:[a-z0-9-]+$/.test(said) ? codeOfRecord(said) : said;
  record = null;
  fail("");
  if (/^[a-z0-9]{2,14}$/.test(asked)) {
    record = await fetchData(`${asked}.json`).catch(() => fail("Diese Angaben ließen sich nicht laden. Bitte öffnen Sie die Seite noch einmal."));
    if (said !== location.hash.slice(1)) return;
  }
  part("start").hidden = Boolean(record);
  form.hidden = !record;
  part("leave").hidden = part("discreet").hidden = !record?.discreet;
  if (!record) return;
  form.reset();
  field("day").value = field("day").max = today();
  part("record").textContent = record.title;
  part("record").href = root + record.page;
  part("facts").replaceChildren(...drawFacts(record.facts));
  update();
}

function fail(text) {
  part("failed").textContent = text;
  part("failed").hidden = !text;
  return null;
}

const today = () => new Date().toLocaleDateString("sv"); // 2026-11-22, on the clock of the device

// What has been said so far, as `compose` wants it.
function say() {
  return compose(record, readAnswers(form, record.facts), {
    address: new URL(root + record.page, location.href).href,
    more: field("more").value,
    role: field("role").value,
    own: field("own").checked,
    day: field("day").value,
  });
}

function update() {
  showRight(form);
  const message = say();
  part("message").textContent = message.texts[0];
  part("all").textContent = message.answered ? "Alles andere stimmt" : "Alles stimmt";
  part("all").hidden = !unsaid().length;
  if (part("mail")) part("mail").href = mailLink(email, message).address;
  if (part("report")) part("report").href = reportLink(repository, message).address;
  if (!part("fault").hidden && !message.lacks) part("fault").hidden = true;
  tell("");
}

// The answers "true" to what has none yet.
function unsaid() {
  return [...form.querySelectorAll(`[value=${TRUE}]`)].filter((yes) => !yes.closest("fieldset").querySelector(":checked"));
}

// Whatever has no answer yet is true.
function agree() {
  for (const yes of unsaid()) yes.checked = true;
  update();
  const next = field("role").value ? part("mail") ?? part("copy") : field("role");
  next.focus();
  tell("Alles steht jetzt auf „stimmt“.");
}

// Says what is missing and leads there.
function isComplete() {
  const { lacks } = say();
  part("fault").hidden = !lacks;
  if (!lacks) return true;
  part("fault").replaceChildren(lacks.text);
  if (lacks.field) field(lacks.field).focus();
  else part("fault").focus();
  return false;
}

// What is too long for a link travels in the clipboard.
function leave(event) {
  if (!isComplete()) {
    event.preventDefault();
    return;
  }
  const message = say();
  const isMail = event.currentTarget === part("mail");
  const link = isMail ? mailLink(email, message) : reportLink(repository, message);
  const opened = isMail ? "Ihr Mailprogramm öffnet sich. Bitte schicken Sie die Nachricht dort ab. Öffnet sich nichts? Dann kopieren Sie den Text." : "";
  if (link.isWhole) tell(opened);
  else copy(message.texts[0]).then((done) => tell(`Die Nachricht ist zu lang dafür. ${done} Bitte fügen Sie sie dort ein.`));
}

async function copy(text) {
  const done = await Promise.resolve(navigator.clipboard?.writeText(text)).then(() => Boolean(navigator.clipboard), () => false);
  if (done) return "Der Text ist kopiert.";
  part("message").closest("details").open = true;
  getSelection().selectAllChildren(part("message"));
  return "Der Text ist markiert. Bitte kopieren Sie ihn selbst.";
}

function tell(text) {
  part("status").textContent = text;
}
