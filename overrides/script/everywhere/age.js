// A page that nobody built anew for long says so: what the build marked with its last good day is compared with the
// visitor's own clock. Without a script the dates can be read; nothing is asked for, nothing is stored.
addEventListener("DOMContentLoaded", () => {
  const WORDS = {
    check: "Das ist lange her.",
    event: "Dieser Termin ist vorbei.",
    fact: "Bitte nachfragen, ob es noch stimmt.",
  };
  const today = new Date().toLocaleDateString("sv"); // Swedes write 2026-11-22, on the clock of the device

  for (const place of document.querySelectorAll("[data-ages]")) {
    const { ages, until, says } = place.dataset;
    if (until >= today) continue;
    const note = document.createElement(ages === "site" ? "p" : says ? "span" : "strong");
    note.className = "aged";
    if (ages === "site") {
      note.append("Diese Website wurde seit dem ", place.cloneNode(true), " nicht erneuert. Angaben können veraltet sein. Bitte fragen Sie nach.");
      document.querySelector("main").prepend(note);
    } else {
      note.textContent = ` ${says ?? WORDS[ages]}`;
      place.append(note);
    }
  }
});
