// What GitHub or the browser says in English when something goes wrong, in German and with what to do. The editor shows
// these sentences as they are, and keeps what somebody typed.
const API = "https://api.github.com/";
const OFFLINE = "Keine Verbindung zu GitHub. Ihre Eingaben stehen noch da. Bitte prüfen Sie das Netz und versuchen Sie es noch einmal.";
const TOO_MANY = "GitHub nimmt für eine Stunde nichts mehr an. Ihre Eingaben stehen noch da. Bitte später noch einmal versuchen.";
const SAID = {
  401: "Das Zugriffstoken gilt nicht oder ist abgelaufen. Bitte legen Sie ein neues an und melden Sie sich damit an.",
  403: "Dem Zugriffstoken fehlt ein Recht. Es braucht Lesen und Schreiben für Inhalte und Pull-Requests dieses Repositorys.",
  404: "Dieses Repository gibt es nicht, oder Ihr Zugriffstoken darf es nicht sehen. Bitte fragen Sie, wer es verwaltet.",
};

// A `fetch` that answers as the given one, but tells the faults of GitHub in German.
export function speakGerman(fetch) {
  return async (asked, options) => {
    if (!String(asked.url ?? asked).startsWith(API)) return fetch(asked, options);
    let response;
    try {
      response = await fetch(asked, options);
    } catch {
      throw new TypeError(OFFLINE);
    }
    const message = response.headers.get("x-ratelimit-remaining") === "0" && response.status >= 400 ? TOO_MANY : SAID[response.status];
    if (!message) return response;
    const { status, statusText, headers } = response;
    const said = await response.json().catch(() => ({}));
    return new Response(JSON.stringify({ ...said, message }), { status, statusText, headers });
  };
}
