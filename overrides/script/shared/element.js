// Elements made from texts.

// An element with attributes and children, which may be texts, lists and nothing at all. Texts become text nodes, so
// nothing that stands in an address or in the data can run.
export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children.flat(Infinity).filter(Boolean));
  return element;
}

// A remark in small letters, such as a date.
export function makeSmall(...content) {
  return make("small", { class: "stand" }, content);
}
