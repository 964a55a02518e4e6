// Keeps the page of the notes up to date: only what changed is put in, and only what is new is read out.
"use strict";
(() => {
  const live = document.getElementById("live");
  const state = document.getElementById("live-state");
  const news = document.getElementById("live-news");
  const LOST = "The connection is lost; trying again.";
  const MOST = 50;

  function say(words) {
    if (state.textContent !== words) state.textContent = words;
  }

  function change(old, now) {
    if (old.isEqualNode(now)) return;
    if (old.nodeType !== 1 || now.nodeType !== 1 || old.tagName !== now.tagName) {
      old.replaceWith(now);
      return;
    }
    for (const one of [...old.attributes]) if (!now.hasAttribute(one.name)) old.removeAttribute(one.name);
    for (const one of now.attributes) if (old.getAttribute(one.name) !== one.value) old.setAttribute(one.name, one.value);
    changeWithin(old, [...old.childNodes], [...now.childNodes], null);
  }

  function changeWithin(parent, before, after, end) {
    let first = 0;
    let last = before.length;
    let lastNew = after.length;
    while (first < last && first < lastNew && before[first].isEqualNode(after[first])) first++;
    while (last > first && lastNew > first && before[last - 1].isEqualNode(after[lastNew - 1])) {
      last--;
      lastNew--;
    }
    if (last - first === lastNew - first) {
      for (let at = first; at < last; at++) change(before[at], after[at]);
      return;
    }
    const behind = before[last] || end;
    for (const one of before.slice(first, last)) one.remove();
    for (const one of after.slice(first, lastNew)) parent.insertBefore(one, behind);
  }

  const source = new EventSource("events?seen=" + encodeURIComponent(live.dataset.version));
  source.addEventListener("notes", (event) => {
    const update = JSON.parse(event.data);
    const made = new DOMParser().parseFromString("<body>" + update.body + "</body>", "text/html");
    const nodes = (parent) => [...parent.childNodes].filter((one) => one !== live && (one.nodeType === 1 || one.textContent.trim()));
    changeWithin(document.body, nodes(document.body), nodes(made.body), live);
    live.dataset.version = update.version;
    say(update.state);
    for (const words of update.news) {
      const line = document.createElement("p");
      line.textContent = words;
      news.append(line);
    }
    while (news.children.length > MOST) news.firstChild.remove();
  });
  let words = state.textContent;
  source.addEventListener("error", () => {
    if (state.textContent !== LOST) words = state.textContent;
    say(LOST);
  });
  source.addEventListener("open", () => {
    if (state.textContent === LOST) say(words);
  });
})();
