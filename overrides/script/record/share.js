// Passes the address of a page on: to whatever the device offers, else into the clipboard; hidden where neither works.
// What stands behind # is somebody's own choice and stays here. A page that must not be talked about has no title.
for (const place of document.querySelectorAll("[data-share]")) {
  const url = location.href.split("#")[0];
  const title = place.dataset.share;
  const status = place.querySelector("[role=status]");
  place.hidden = !(navigator.share || (navigator.clipboard && navigator.clipboard.writeText));
  place.querySelector("button").addEventListener("click", async () => {
    status.textContent = "";
    if (navigator.share) {
      await navigator.share(title ? { title, url } : { url }).catch(() => {}); // whoever changes their mind is told nothing
      return;
    }
    const done = await navigator.clipboard.writeText(url).then(() => true, () => false);
    status.textContent = done ? "Adresse kopiert." : "Das hat nicht geklappt. Bitte kopieren Sie die Adresse oben.";
  });
}
