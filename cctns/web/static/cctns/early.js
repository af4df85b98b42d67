// Before anything is drawn: components that need scripts may show themselves as such.
document.body.className += " js-enabled" +
  ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "");
