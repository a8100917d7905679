// "Für diesen Ort": the page shows only who is there for the chosen town. The address keeps the town.
const choice = document.querySelector("[data-town-switch]");
const select = choice.querySelector("select");
const status = document.querySelector("[data-town-status]");
const places = [...document.querySelectorAll(".by-place")]; // a fold, or a part that is always open
const folds = places.filter((place) => place.localName === "details");
const inside = document.querySelectorAll(".by-place details"); // for those who receive this or that
const opened = [...inside].map((fold) => fold.open);
const titles = document.querySelectorAll("details.by-place > summary, #zustaendig");
const title = titles[0]?.textContent;

function show(town) {
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
  return town ? `Die Seite zeigt jetzt die Stellen für ${name}.` : "Die Seite zeigt wieder alle Orte.";
}

// The town of the address, if it is one; anything else counts as none.
function read() {
  const asked = new URLSearchParams(location.search).get("ort");
  const known = [...select.options].some((option) => option.value === asked);
  select.value = known ? asked : "";
  show(select.value);
}

// From town to town is one step back: whoever types "Werl" passes other towns on the way.
select.addEventListener("change", () => {
  const address = select.value ? `?ort=${select.value}` : location.pathname;
  history[location.search && select.value ? "replaceState" : "pushState"](null, "", address);
  status.textContent = show(select.value);
});
addEventListener("popstate", read);

choice.hidden = places.length === 0;
read();
