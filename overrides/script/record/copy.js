// Buttons that copy the text above them. Where the browser cannot copy, they stay hidden; nothing is stored or sent.
for (const place of document.querySelectorAll("[data-copy]")) {
  const status = place.querySelector("[role=status]");
  const text = place.parentElement.querySelector("[data-letter]");
  place.hidden = !navigator.clipboard?.writeText;
  place.querySelector("button").addEventListener("click", async () => {
    status.textContent = "";
    const done = await navigator.clipboard.writeText(text.innerText).then(() => true, () => false);
    status.textContent = done ? "Kopiert." : "Das hat nicht geklappt. Bitte markieren Sie den Text selbst.";
  });
}
