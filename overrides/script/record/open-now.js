// Says whether a house is open now, from the times that the page itself carries. Nothing is asked for, nothing is stored.
import { DOOR, PHONE, localTime, sentence } from "../shared/open-hours.js";

for (const element of document.querySelectorAll("[data-spans]")) {
  const text = sentence(element.dataset.spans, element.dataset.until, localTime(new Date()), element.dataset.who === "phone" ? PHONE : DOOR);
  element.textContent = text;
  element.hidden = !text;
}
