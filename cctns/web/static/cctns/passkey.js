// A passkey that fails says so on the page, not to the console. It is bound to a name: at an address
// of numbers, such as 127.0.0.1, no browser offers it.
document.addEventListener("allauth.error", function (event) {
  var nameless = /^[0-9.]+$|^\[/.test(location.hostname);
  var told = document.getElementById(nameless ? "passkey-nameless" : "passkey-failed");
  if (!told) return;
  told.hidden = false;
  event.preventDefault();
});
