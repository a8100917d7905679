// Reads a page aloud, sentence by sentence, with a voice of the device. Voices that send the text away are never asked:
// where the device has none of its own for the language of the page, there is no button.
const place = document.querySelector("[data-read-aloud]");
const button = place.querySelector("button");
const { speechSynthesis: speech, Highlight } = window;
const language = document.documentElement.lang;
const BLOCKS = "h1, h2, h3, p, li, dt, dd, summary";
const SKIPPED = "nav, button, select, script, form, [aria-hidden='true'], [data-read-aloud]";
const marks = Highlight && CSS.highlights ? new Highlight() : null;
if (marks) CSS.highlights.set("read", marks);

let left = []; // what is still to be read; empty while nothing is
let marked = null;

const ownVoice = () => speech.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language));

// Where the sentences of a text begin and end.
function sentencesOf(text) {
  const found = Intl.Segmenter
    ? [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map(({ segment, index }) => [index, index + segment.length])
    : [...text.matchAll(/[^.!?]+[.!?]*\s*/g)].map((match) => [match.index, match.index + match[0].length]);
  return found.filter(([start, end]) => text.slice(start, end).trim());
}

// The sentences of a block that can be seen, each with its place; text of blocks inside it is their own.
function* read(block) {
  const nodes = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement } = node;
    if (parentElement.closest(BLOCKS) === block && !parentElement.closest(SKIPPED) && parentElement.getClientRects().length) nodes.push(node);
  }
  const text = nodes.map((node) => node.data).join("");
  for (const [start, end] of sentencesOf(text)) {
    yield { text: text.slice(start, end).trim(), block, from: placeAt(nodes, start), to: placeAt(nodes, end) };
  }
}

function placeAt(nodes, offset) {
  let before = 0;
  for (const node of nodes) {
    if (offset <= before + node.length) return [node, offset - before];
    before += node.length;
  }
}

function mark(sentence) {
  if (marked) marked.block.removeAttribute("data-read");
  if (marks) marks.clear();
  marked = sentence;
  if (!sentence) return;
  sentence.block.setAttribute("data-read", "");
  if (marks) {
    const range = new Range();
    range.setStart(...sentence.from);
    range.setEnd(...sentence.to);
    marks.add(range);
  }
}

function next() {
  const [sentence] = left;
  mark(sentence);
  button.textContent = sentence ? "Vorlesen beenden" : "Vorlesen";
  if (!sentence) return;
  const spoken = new SpeechSynthesisUtterance(sentence.text);
  spoken.lang = language;
  spoken.voice = ownVoice();
  spoken.onend = () => {
    if (left[0] === sentence) {
      left.shift();
      next();
    }
  };
  spoken.onerror = stop;
  speech.speak(spoken);
}

function stop() {
  left = [];
  speech.cancel();
  next();
}

button.addEventListener("click", () => {
  if (left.length) return stop();
  left = [...document.querySelectorAll("article")].flatMap((article) => [...article.querySelectorAll(BLOCKS)]).flatMap((block) => [...read(block)]);
  next();
});
addEventListener("pagehide", () => speech && speech.cancel());

function show() {
  place.hidden = !ownVoice();
}
if (speech && window.SpeechSynthesisUtterance) {
  show();
  speech.addEventListener?.("voiceschanged", show); // voices come later than the page
}
