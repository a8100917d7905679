// An element with attributes and children, which may be texts, lists and nothing at all. Texts become text nodes, so
// nothing that stands in an address or in the data can run.
export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children.flat(2).filter(Boolean));
  return element;
}
