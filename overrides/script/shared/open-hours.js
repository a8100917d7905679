// Whether somebody is there now, from the times that a page carries: `2026-11-23T07:30/16:30 …`. Knows no page.
// All times are local ones of the place, written so that they compare as text.
const DAYS = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];
const MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");
const WEEK = 6; // days ahead of which the name of the weekday says enough

// The time of the place as text (2026-11-23T07:30), whatever the clock of the device is set to.
export function localTime(now) {
  const zone = { timeZone: "Europe/Berlin", hourCycle: "h23" };
  const parts = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" };
  const text = Object.fromEntries(new Intl.DateTimeFormat("de", { ...zone, ...parts }).formatToParts(now).map((p) => [p.type, p.value]));
  return `${text.year}-${text.month}-${text.day}T${text.hour}:${text.minute}`;
}

// What is said of a door, and of somebody who answers: now, else, again.
export const DOOR = ["geöffnet", "geschlossen", "offen"];
export const PHONE = ["am Telefon erreichbar", "am Telefon nicht erreichbar", "erreichbar"];
export const PERSON = ["erreichbar", "nicht erreichbar", "erreichbar"];

// One sentence; nothing where the page does not know.
export function sentence(spans, until, now, [open, closed, again] = DOOR) {
  if (!until || now.slice(0, 10) >= until) return "";
  for (const [start, end, asked] of joined(spans)) {
    if (asked) {
      if (start <= now && now < end) return end.endsWith("T24:00") ? "Heute nur mit Termin." : `Jetzt nur mit Termin, bis ${moment(end, now)}.`;
      continue;
    }
    if (start > now) return `Jetzt ${closed}. Wieder ${again} ${moment(start, now, "ab ")}.`;
    const endless = end === `${dayAfter(until, -1)}T24:00`; // what comes behind the last day is not known
    if (now < end) return `Jetzt ${open}${endless ? "" : `, bis ${moment(end, now)}`}.`;
  }
  return `Jetzt ${closed}.`;
}

// Spans as [start, end, whether by appointment only]; what ends at midnight and goes on with the next day is one.
function joined(spans) {
  const list = [];
  for (const span of spans.split(" ").filter(Boolean)) {
    const asked = span.endsWith("*");
    const [start, time] = span.replace("*", "").split("/");
    const end = `${start.slice(0, 10)}T${time}`;
    const before = list[list.length - 1];
    if (!asked && before && !before[2] && before[1] === `${dayAfter(start.slice(0, 10), -1)}T24:00` && start.endsWith("T00:00")) before[1] = end;
    else list.push([start, end, asked]);
  }
  return list;
}

// "heute ab 8.30 Uhr", "am Freitag ab 8 Uhr", "am Freitag, 5. Juni, ab 8 Uhr"
function moment(time, now, from = "") {
  const [day, clock] = time.split("T");
  const today = now.slice(0, 10);
  const hour = `${from}${clock.replace(/^0/, "").replace(":00", "").replace(":", ".")} Uhr`;
  if (day === today) return from ? `heute ${hour}` : hour;
  const date = new Date(`${day}T12:00:00Z`);
  const far = day > dayAfter(today, WEEK);
  return `${from && "am "}${DAYS[date.getUTCDay()]}${far ? `, ${date.getUTCDate()}. ${MONTHS[date.getUTCMonth()]},` : ""} ${hour}`;
}

function dayAfter(day, count) {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}
