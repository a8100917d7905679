// The message of a correction: what a person reads, and below it the block that `wegweiser import` reads.
import { FALSE, TRUE, UNKNOWN } from "./facts.js";
import { fold, writeBlock } from "./block.js";

const LONGEST_MAIL = 1900; // characters of an address that every mail program takes
const LONGEST_REPORT = 7500; // and of one that GitHub takes
const PASTE = "Bitte fügen Sie hier den kopierten Text ein.";
const SUBJECT = "Korrektur"; // as in scripts/wegweiser/wording/correction.py
const DISCREET_SUBJECT = "Korrektur zum Familienwegweiser";
const FORM = "5-korrektur.yml";

// { subject, texts, answered, lacks }: `texts` are the message, each shorter than the one before: first what is true is
// counted for people, since the block names it, then the block names it without its words. `lacks` is what is still
// missing, as a sentence and the id of its field.
export function compose(record, answers, { address, more, role, own, day }) {
  const given = record.facts.map(([field, label, said], number) => ({ field, label, said, answer: answers[number].answer, right: fold(answers[number].right) }));
  const answered = given.filter(({ answer }) => answer).length;
  const who = { role: fold(role), own, day, more: more.trim() };
  const write = (brief, bare) => [...opening(record, address), ...listed(given, brief), ...closing(who), ...forProgram(record.ref, given, who, bare)].join("\n");
  return {
    subject: record.discreet ? DISCREET_SUBJECT : `${SUBJECT}: ${record.title}`,
    texts: [write(false, false), write(true, false), write(true, true)],
    address,
    answered,
    lacks: findLack(given, who, answered),
  };
}

function findLack(given, { role, day, more }, answered) {
  if (!given.length && !more) return { text: "Bitte schreiben Sie, was nicht stimmt.", field: "more" };
  if (!answered && !more) return { text: "Bitte sagen Sie bei mindestens einer Angabe, ob sie stimmt." };
  if (!role) return { text: "Bitte schreiben Sie, welche Aufgabe Sie haben. Ein Name ist nicht nötig.", field: "role" };
  if (!day) return { text: "Bitte nennen Sie den Tag, von dem Ihr Wissen ist.", field: "day" };
  return null;
}

function opening(record, address) {
  return ["Guten Tag,", "", "zu dieser Seite habe ich etwas zu sagen:", record.title, address];
}

function listed(given, brief) {
  const of = (wanted) => given.filter(({ answer }) => answer === wanted);
  const right = of(TRUE);
  return [
    ...part("Das ist falsch:", of(FALSE).map(({ label, said, right: now }) => `- ${label}: ${said || "nicht bekannt"}\n  Richtig ist: ${now || "weiß ich nicht"}`)),
    ...part("Das stimmt:", brief && right.length ? [`- ${count(right.length)}`] : right.map(({ label, said }) => `- ${label}: ${said}`)),
    ...part("Das weiß ich nicht:", of(UNKNOWN).map(({ label }) => `- ${label}`)),
  ];
}

const part = (title, lines) => (lines.length ? ["", title, ...lines] : []);
const count = (number) => (number === 1 ? "eine Angabe" : `${number} Angaben`);

function closing({ role, own, day, more }) {
  const from = own ? " (aus dem Haus oder der Stelle selbst)" : "";
  return [...part("Außerdem:", more ? [more] : []), "", `Das sagt: ${role}${from}`, `Stand vom ${day.split("-").reverse().join(".")}`];
}

// Nothing where nothing was said that a program can take over.
function forProgram(ref, given, { role, own, day }, bare) {
  const answers = given
    .filter(({ field, answer }) => field && answer)
    .map(({ field, answer, said, right }) => ({ field, answer, before: bare && answer !== FALSE ? "" : said, right }));
  if (!answers.length) return [];
  return ["", "Für die Redaktion, bitte so lassen:", writeBlock(ref, { function: role, on: day, own }, answers)];
}

// { address, isWhole }: a `mailto:` address (RFC 6068), shortened where mail programs would cut it; where even that is
// too long, the text has to be pasted.
export function mailLink(email, { subject, texts }) {
  const write = (body) => `mailto:${email}?subject=${encode(subject)}&body=${encode(body)}`;
  return firstThatFits(texts.map(write), LONGEST_MAIL, write(PASTE));
}

// The same for the form on GitHub; its fields: .github/ISSUE_TEMPLATE/5-korrektur.yml.
export function reportLink(repository, { subject, texts, address }) {
  const write = (message) => `${repository}/issues/new?template=${FORM}&title=${encode(subject)}&page=${encode(address)}&message=${encode(message)}`;
  return firstThatFits(texts.map(write), LONGEST_REPORT, write(PASTE));
}

function firstThatFits(addresses, longest, otherwise) {
  const found = addresses.find((address) => address.length <= longest);
  return { address: found ?? otherwise, isWhole: Boolean(found) };
}

const encode = (text) => encodeURIComponent(text.replace(/\n/g, "\r\n"));
