// Tells a browser that is too old before it tries: the style of the page then shows what to do
// instead. Every browser reads this, so nothing newer than ES5 is in it.
;(function () {
  // Chrome 98 and Safari 15.4 brought the first of these, Firefox 100 the second.
  if (typeof structuredClone === "function" && typeof WritableStream === "function") return
  document.documentElement.className += " too-old"
})()
