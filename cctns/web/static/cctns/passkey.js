// A passkey that fails says so on the page, not only to the console.
document.addEventListener("allauth.error", function () {
  var told = document.getElementById("passkey-failed");
  if (told) told.hidden = false;
});
