// "Ihr Haus" and "Für diesen Ort": the page shows only who is there for them. The choice stands behind # in the address,
// which is sent to nobody; addresses of old have the town behind ?.
const choice = document.querySelector("[data-town-switch]");
const selects = [...choice.querySelectorAll("select")];
const [select] = selects.slice(-1); // the town
const status = document.querySelector("[data-town-status]");
const places = [...document.querySelectorAll(".by-place")]; // a fold, or a part that is always open
const folds = places.filter((place) => place.localName === "details");
const inside = document.querySelectorAll(".by-place details"); // for those who receive this or that
const opened = [...inside].map((fold) => fold.open);
const titles = document.querySelectorAll("details.by-place > summary, #zustaendig");
const title = titles[0]?.textContent;
const steps = document.querySelectorAll(".route > li");

function show() {
  const town = select.value;
  const name = town && select.selectedOptions[0].textContent;
  for (const fold of folds) fold.open = Boolean(town);
  inside.forEach((fold, index) => (fold.open = Boolean(town) || opened[index]));
  for (const place of titles) place.textContent = town ? `Zuständig in ${name}` : title;
  for (const place of places) {
    place.toggleAttribute("data-town", Boolean(town));
    for (const towns of place.querySelectorAll("li > .towns")) {
      towns.parentNode.hidden = Boolean(town) && !`, ${towns.textContent}, `.includes(`, ${name}, `);
    }
    for (const group of place.querySelectorAll(".spots")) group.hidden = !group.querySelector("li:not([hidden])");
  }
  const house = showHouse();
  const said = [house, town && `Die Seite zeigt jetzt die Stellen für ${name}.`];
  return said.filter(Boolean).join(" ") || "Die Seite zeigt wieder alle Orte.";
}

// Whom the chosen house asks, at each step that leads there; what to say of it, empty where no house is chosen.
function showHouse() {
  const chosen = selects.length > 1 ? selects[0].selectedOptions[0].dataset.contact : "";
  let said = "";
  for (const step of steps) {
    for (const place of step.querySelectorAll("[data-house-contact]")) {
      place.hidden = place.dataset.houseContact !== chosen;
      if (!place.hidden) said = `${place.querySelector(".way").textContent}: ${place.querySelector("a").textContent}.`;
    }
    const general = step.querySelector("[data-general]");
    const known = step.querySelector("[data-house-contact]:not([hidden]), .by-place[data-town] li:not([hidden]) [href^='tel:']");
    if (general) general.hidden = Boolean(known);
  }
  return said;
}

// The choice of the address, as far as it is known; anything else counts as none.
function read() {
  const asked = new URLSearchParams(location.search + location.hash.replace("#", "&"));
  for (const list of selects) {
    const value = asked.get(list.dataset.key);
    list.value = [...list.options].some((option) => option.value === value) ? value : "";
  }
  if (location.search) write("replaceState");
  show();
}

function write(change) {
  const chosen = selects.filter((list) => list.value).map((list) => `${list.dataset.key}=${list.value}`);
  history[change](null, "", location.pathname + (chosen.length ? `#${chosen.join("&")}` : ""));
}

// From town to town is one step back: whoever types "Werl" passes other towns on the way.
choice.addEventListener("change", ({ target }) => {
  const { town } = target.selectedOptions[0].dataset; // of a house: most families live where their house stands
  if (town) select.value = town;
  write(location.hash.includes("=") && target.value ? "replaceState" : "pushState");
  status.textContent = show();
});
addEventListener("popstate", () => {
  if (!location.hash || location.hash.includes("=")) read(); // else a place in the page
});

choice.hidden = places.length === 0 && selects.length < 2;
read();
