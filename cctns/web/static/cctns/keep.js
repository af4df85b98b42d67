// Sends the answers of a form to be kept while they are written: a power cut loses two seconds.
const PAUSE = 2000;
for (const form of document.querySelectorAll("form[data-keep]")) {
  let waiting = 0;
  let entering = false;
  form.addEventListener("submit", () => { entering = true; clearTimeout(waiting); });
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (entering) return;
      const answers = new FormData(form);
      answers.set("do", "keep");
      fetch(location.href, { method: "POST", body: answers, credentials: "same-origin" }).catch(() => {});
    }, PAUSE);
  });
}
