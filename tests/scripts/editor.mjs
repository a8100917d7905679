// Reads and writes records with the file format of the editor: what it is told on the standard input, answered as JSON.
//   {"ways": [...], "files": [[text, [[path, value], ...]], ...]}  →  [text, ...]
import { readFile, writeFile } from "./format.js";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { ways, files } = JSON.parse(Buffer.concat(chunks).toString());

function put(content, path, value) {
  const [name, ...further] = path;
  if (further.length) put((content[name] ??= typeof further[0] === "number" ? [] : {}), further, value);
  else if (value === null) Array.isArray(content) ? content.splice(name, 1) : delete content[name];
  else content[name] = value;
}

const written = files.map(([text, changes]) => {
  const content = text === null ? {} : readFile(text, ways);
  for (const [path, value] of changes) put(content, path, value);
  return writeFile(content);
});
process.stdout.write(JSON.stringify(written));
