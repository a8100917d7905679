// Browsers of today open a closed part for an anchor inside it; for those of yesterday this does it. Paper shows the steps
// of a case, and whatever is to be printed, whether or not they are open.
const open = () => {
  const place = document.getElementById(location.hash.slice(1));
  const fold = place?.closest("details:not([open])");
  if (!fold) return;
  fold.open = true;
  place.scrollIntoView();
};
addEventListener("DOMContentLoaded", open);
addEventListener("hashchange", open);

let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll(".route > li > details:not([open]), :is(.by-place[data-town], .printed):not([open])")];
  for (const fold of opened) fold.open = true;
});
addEventListener("afterprint", () => {
  for (const fold of opened) fold.open = false;
});
