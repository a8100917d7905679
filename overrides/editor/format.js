// How the editor reads and writes a record: a changed field becomes a changed line, and everything else of the file
// (comments, order, quotes, empty lines) stays as somebody wrote it. All values are text, as for our own reader.
import { diffArrays } from "diff";
import { Document, Scalar, isMap, isScalar, isSeq, parseDocument } from "yaml";

const READ = { schema: "failsafe", uniqueKeys: true };
const WRITE = { lineWidth: 0, indent: 2, indentSeq: true, flowCollectionPadding: false };
export const SOURCE = "quelltext__"; // the whole text of the file; the editor keeps keys that it has no field for
const WAY = "weg__"; // which way a channel is, for the form alone
const HELPER = /__$/;

// The values of a file for the form. `ways` are the names of the ways of a channel.
export function readFile(text, ways) {
  const document = parse(text);
  return { ...withHelpers(document.toJS() ?? {}, ways), [SOURCE]: text };
}

// The text of a file with what the form says now.
export function writeFile(content) {
  const value = withoutHelpers(content);
  if (!content[SOURCE]) {
    const document = new Document(null, READ);
    document.contents = nodeOf(document, value);
    return document.toString(WRITE);
  }
  const document = parse(content[SOURCE]);
  const read = withoutHelpers(document.toJS() ?? {});
  if (isSame(read, value)) return content[SOURCE];
  const before = document.toString(WRITE);
  document.contents = merged(document, document.contents, value);
  return asWritten(content[SOURCE], before, document.toString(WRITE));
}

// The library writes all lines its own way; those that say the same as before stay as somebody wrote them.
function asWritten(source, before, after) {
  const [written, old, changed] = [source, before, after].map((text) => text.split("\n"));
  if (written.length !== old.length) return after;
  let line = 0;
  return diffArrays(old, changed)
    .flatMap(({ added, removed, value }) => {
      if (added) return value;
      line += value.length;
      return removed ? [] : written.slice(line - value.length, line);
    })
    .join("\n");
}

function parse(text) {
  const document = parseDocument(text, READ);
  if (document.errors.length) throw document.errors[0];
  return document;
}

function withHelpers(value, ways) {
  if (Array.isArray(value)) return value.map((item) => withHelpers(item, ways));
  if (!isObject(value)) return value;
  const fields = Object.entries(value).map(([name, field]) => {
    if (name === "channels" && Array.isArray(field)) return [name, field.map((channel) => ({ [WAY]: ways.find((way) => way in channel) ?? ways[0], ...channel }))];
    if (name === "members" && Array.isArray(field)) return [name, field.map((house) => (isObject(house) ? withHelpers(house, ways) : { name: house }))];
    return [name, withHelpers(field, ways)];
  });
  return Object.fromEntries(fields);
}

// Without what only the form needs, and without empty fields, which our reader refuses.
function withoutHelpers(value) {
  if (Array.isArray(value)) return value.map(withoutHelpers);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => !HELPER.test(name));
  return Object.fromEntries(kept.map(([name, field]) => [name, withoutHelpers(field)]).filter(([, field]) => !isEmpty(field)));
}

function isEmpty(value) {
  return value === "" || value === null || value === undefined || (typeof value === "object" && !Object.keys(value).length);
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

// The form drops line ends at the end of a text, and a house of a Verbund may be its name alone.
function isSame(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  if (isObject(one) && isObject(other)) {
    const names = Object.keys(one);
    return names.length === Object.keys(other).length && names.every((name) => name in other && isSame(one[name], other[name]));
  }
  if (isObject(other) && typeof one === "string") return Object.keys(other).length === 1 && other.name === one;
  if (typeof one === "object" || typeof other === "object") return false;
  return String(one).trimEnd() === String(other).trimEnd();
}

// A node of the file that says the new value, with as much of the old node as still holds.
function merged(document, old, value) {
  if (old && isSame(withoutHelpers(old.toJSON()), value)) return old;
  if (isMap(old) && isObject(value)) return mergedMap(document, old, value);
  if (isSeq(old) && Array.isArray(value)) return mergedList(document, old, value);
  const node = nodeOf(document, value);
  if (isScalar(old) && isScalar(node)) {
    const isBlock = [node.type, old.type].some((type) => type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED);
    if (!isBlock) node.type = old.type;
    Object.assign(node, { comment: old.comment, commentBefore: old.commentBefore, spaceBefore: old.spaceBefore });
  }
  return node;
}

function mergedMap(document, old, value) {
  for (const { key } of [...old.items]) if (!(String(key) in value) && !isEmpty(old.get(key, true)?.toJSON())) old.delete(String(key));
  const names = Object.keys(value);
  for (const [index, name] of names.entries()) {
    const pair = old.items.find(({ key }) => String(key) === name);
    if (pair) {
      pair.value = merged(document, pair.value, value[name]);
      continue;
    }
    const before = names.slice(0, index).findLast((earlier) => old.has(earlier));
    const place = before === undefined ? 0 : old.items.findIndex(({ key }) => String(key) === before) + 1;
    old.items.splice(place, 0, document.createPair(name, nodeOf(document, value[name])));
  }
  return old;
}

// An item that is still there keeps its lines, wherever it has moved to; a changed one keeps what stayed the same in it.
function mergedList(document, old, value) {
  const known = [...old.items];
  const used = new Set();
  const found = value.map((item) => {
    const index = known.findIndex((node, place) => !used.has(place) && isSame(withoutHelpers(node.toJSON()), item));
    if (index >= 0) used.add(index);
    return index;
  });
  old.items = value.map((item, place) => {
    if (found[place] >= 0) return known[found[place]];
    if (!known[place] || used.has(place)) return nodeOf(document, item);
    used.add(place);
    return merged(document, known[place], item);
  });
  return old;
}

function nodeOf(document, value) {
  const node = document.createNode(value);
  asBlock(node);
  return node;
}

// Text of several lines stands as a block, as people write it.
function asBlock(node) {
  if (isMap(node)) node.items.forEach(({ value }) => asBlock(value));
  else if (isSeq(node)) node.items.forEach(asBlock);
  else if (isScalar(node) && typeof node.value === "string" && node.value.includes("\n")) {
    node.type = Scalar.BLOCK_LITERAL;
    if (!node.value.endsWith("\n")) node.value += "\n";
  }
}
