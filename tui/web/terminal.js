// Gives the keys to the program as soon as there is a terminal for them, and whenever the window has them again.
"use strict";
addEventListener("DOMContentLoaded", () => {
  const watch = new MutationObserver(take);
  function take() {
    const field = document.querySelector(".xterm-helper-textarea");
    if (!field) return;
    watch.disconnect();
    field.focus();
    addEventListener("focus", () => field.focus());
  }
  watch.observe(document.body, { childList: true, subtree: true });
  take();
});
