// Renews the list of alerts: told of a change by the server, else by asking every 15 seconds.
const list = document.querySelector("[data-live]");
const EVERY = 15000;
let asking = 0;

async function renew() {
  try {
    const answer = await fetch(list.dataset.latest + location.search, { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return;
    const text = await answer.text();
    if (text !== list.dataset.held) { list.dataset.held = text; list.innerHTML = text; }
  } catch { /* the line is down: the next time */ }
}

function ask() { if (!asking) asking = setInterval(renew, EVERY); }

if (list && window.EventSource) {
  const events = new EventSource(list.dataset.live);
  events.addEventListener("inbox", () => { clearInterval(asking); asking = 0; renew(); });
  events.addEventListener("error", ask);
} else if (list) ask();
