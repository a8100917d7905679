// Narrows a list of houses to those that have what somebody needs. The choice stands behind # in the address, which is
// sent to nobody. A house of which nothing is known is no house without: how many there are is said.
const KEY = "hat";
const fold = document.querySelector("[data-filter]");
const boxes = [...fold.querySelectorAll("input")];
const status = fold.querySelector("[role=status]");
const houses = [...document.querySelectorAll("section > .list > li")];

function show() {
  const wanted = boxes.filter((box) => box.checked).map((box) => box.value);
  let fitting = 0;
  let unknown = 0;
  for (const house of houses) {
    const has = (house.dataset.has ?? "").split(" ");
    house.hidden = !wanted.every((value) => has.includes(value));
    if (!house.hidden) fitting += 1;
    else if (house.dataset.has === undefined) unknown += 1;
  }
  for (const section of document.querySelectorAll("section")) {
    if (section.querySelector(".list")) section.hidden = !section.querySelector(".list > li:not([hidden])");
  }
  const found = fitting === 1 ? "1 Haus passt." : `${fitting} Häuser passen.`;
  const open = unknown === 1 ? "Bei 1 Haus wissen wir es nicht" : `Bei ${unknown} Häusern wissen wir es nicht`;
  status.textContent = wanted.length ? `${found} ${unknown ? `${open}: Fragen Sie dort nach.` : ""}` : "";
}

// The choice of the address, as far as it is known.
function read() {
  const asked = new URLSearchParams(location.hash.slice(1)).get(KEY);
  const values = asked ? asked.split(",") : [];
  for (const box of boxes) box.checked = values.includes(box.value);
  if (boxes.some((box) => box.checked)) fold.open = true;
  show();
}

fold.addEventListener("change", () => {
  const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
  history.replaceState(null, "", location.pathname + (chosen.length ? `#${KEY}=${chosen.join(",")}` : ""));
  show();
});
addEventListener("popstate", () => {
  if (!location.hash || location.hash.includes("=")) read(); // else a place in the page
});

fold.hidden = false;
read();
