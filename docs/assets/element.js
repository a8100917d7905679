// What the scripts of several pages share: elements made from texts, and data that are loaded once.

// An element with attributes and children, which may be texts, lists and nothing at all. Texts become text nodes, so
// nothing that stands in an address or in the data can run.
export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children.flat(2).filter(Boolean));
  return element;
}

// Loads files by their paths from `root` on. What failed is tried again when it is asked for again.
export function loader(root) {
  const files = new Map();
  const get = async (path) => {
    const got = await fetch(root + path);
    if (!got.ok) throw new Error(path);
    return got.json();
  };
  return (path) => {
    if (!files.has(path)) files.set(path, get(path));
    files.get(path).catch(() => files.delete(path));
    return files.get(path);
  };
}
