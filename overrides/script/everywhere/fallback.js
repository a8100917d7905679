// What a page shows in place of a script is kept back while the script is on its way; if it does not come, it is shown.
const WAIT = 2000; // milliseconds

addEventListener("load", () => {
  setTimeout(() => {
    for (const still of document.querySelectorAll("[data-static]")) still.classList.add("late");
  }, WAIT);
});
