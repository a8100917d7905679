// Shows what works only with a script, in the place of what the page shows without one.
export function goLive(page) {
  for (const live of page.querySelectorAll("[data-live]")) {
    live.hidden = false;
    live.classList.remove("reserved");
  }
  for (const still of page.querySelectorAll("[data-static]")) still.hidden = true;
}

// Shows again what the page shows without a script, where its data did not come.
export function stayStill(page) {
  for (const live of page.querySelectorAll("[data-live]")) live.classList.remove("reserved");
  for (const still of page.querySelectorAll("[data-static]")) {
    still.hidden = false;
    still.removeAttribute("data-static");
  }
}
