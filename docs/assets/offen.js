// Says whether a house is open now, from the times that the page itself carries. Nothing is asked for, nothing is stored.
// Local time of the place as text (2026-11-23T07:30), whatever the clock of the device is set to.
function localTime(now) {
  const zone = { timeZone: "Europe/Berlin", hourCycle: "h23" };
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" };
  const text = Object.fromEntries(new Intl.DateTimeFormat("de", { ...zone, ...parts }).formatToParts(now).map((p) => [p.type, p.value]));
  return `${text.year}-${text.month}-${text.day}T${text.hour}:${text.minute}`;
}

// One sentence, or nothing when the page does not know.
function sentence(spans, until, now) {
  if (!until || now.slice(0, 10) >= until) return "";
  const days = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];
  const clock = (time) => time.replace(/^0/, "").replace(":00", "").replace(":", ".");
  for (const span of spans.split(" ").filter(Boolean)) {
    const [start, end] = span.split("/");
    const day = start.slice(0, 10);
    if (start <= now && now < `${day}T${end}`) return `Jetzt geöffnet, bis ${clock(end)} Uhr.`;
    if (start > now) {
      const when = day === now.slice(0, 10) ? "heute" : `am ${days[new Date(`${day}T12:00:00Z`).getUTCDay()]}`;
      return `Jetzt geschlossen. Wieder offen ${when} ab ${clock(start.slice(11))} Uhr.`;
    }
  }
  return "Jetzt geschlossen.";
}

for (const element of document.querySelectorAll(".open-now")) {
  const text = sentence(element.dataset.spans, element.dataset.until, localTime(new Date()));
  element.textContent = text;
  element.hidden = !text;
}
