"use strict";
/* What script adds to pages that work without it: a faster way out, and a button to print. */

(() => {
  const WINDOW = 5000; /* milliseconds in which the next press must follow */
  const PRESSES = 3; /* five open "Sticky Keys" on Windows */
  const shown = document.querySelector("[data-leave]");
  const status = document.querySelector("[data-leave-status]");
  const dots = document.querySelector("[data-leave-dots]");
  let presses = 0;
  let alone = false; /* nothing but Shift was pressed since it went down */
  let timer = 0;
  let leaving = false;

  /* Covers the page, lets that be painted, and goes: the entry of this page in the history is replaced. */
  function leave() {
    if (leaving) return;
    leaving = true;
    const cover = document.createElement("div");
    cover.className = "cover";
    cover.setAttribute("role", "alert");
    document.body.classList.add("covered");
    document.body.append(cover);
    cover.textContent = status.dataset.loading; /* after it stands in the page, so that it is spoken */
    document.title = status.dataset.loading;
    let gone = false;
    const go = () => {
      if (!gone) location.replace(shown.href);
      gone = true;
    };
    requestAnimationFrame(() => setTimeout(go));
    setTimeout(go, 100); /* a page in the background is never painted */
  }

  function say(text) {
    status.textContent = text;
    dots.textContent = "●".repeat(presses) + (presses ? "○".repeat(PRESSES - presses) : "");
  }

  function reset() {
    if (presses === 0) return;
    clearTimeout(timer);
    presses = 0;
    say(status.dataset.over);
    timer = setTimeout(() => say(""), WINDOW);
  }

  function pressed() {
    clearTimeout(timer);
    presses += 1;
    if (presses === PRESSES) {
      leave();
      return;
    }
    say(presses === 1 ? status.dataset.two : status.dataset.one);
    timer = setTimeout(reset, WINDOW);
  }

  if (shown) {
    document.addEventListener("keydown", (event) => {
      if (leaving) return;
      const withOthers = event.ctrlKey || event.altKey || event.metaKey;
      alone = event.key === "Shift" && !withOthers && (alone || !event.repeat);
      if (!alone) reset();
    }, true);
    document.addEventListener("keyup", (event) => {
      if (!leaving && event.key === "Shift" && alone) pressed();
    }, true);
    document.addEventListener("pointerdown", () => { alone = false; }, true);
    document.querySelectorAll("[data-leave], [data-leave-early]").forEach((link) => {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        leave();
      });
    });
  }

  /* A page brought back as it was may show answers that are gone: ask for it again. */
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    document.body.hidden = true; /* the old page would stay in sight until the new one comes */
    location.reload();
  });

  /* Back to a page that was sent with a mistake asks for the question, instead of sending it again. */
  const errors = document.querySelector(".errors");
  if (errors) {
    history.replaceState(null, "");
    const unlessDone = () => { if (document.activeElement === document.body) errors.focus(); };
    requestAnimationFrame(() => requestAnimationFrame(unlessDone)); /* browsers that know autofocus have done it */
  }

  /* A warning before the answers are gone, with the button of this page once more; then the page goes too. */
  const soon = document.querySelector("[data-soon]");
  if (soon) {
    const left = soon.dataset.left * 1000;
    const end = Date.now() + left; /* by the clock: a timer stands still while a device sleeps */
    const warn = end - Math.min(300000, left / 2);
    let due = 0;
    const look = () => {
      clearTimeout(due);
      const now = Date.now();
      if (now >= end) {
        document.body.hidden = true;
        const again = new URL(location);
        again.hash = "";
        again.searchParams.delete("longer");
        again.searchParams.set("look", "yes"); /* which is no sign of life */
        location.replace(again);
        return;
      }
      if (now >= warn && !soon.textContent) {
        const keep = soon.parentElement.querySelector("[name=keep-going]");
        soon.textContent = soon.dataset.soon;
        if (keep) soon.append(keep.cloneNode(true));
      }
      due = setTimeout(look, Math.min((now >= warn ? end : warn) - now, 20000));
    };
    document.addEventListener("visibilitychange", look);
    look();
  }

  document.querySelectorAll("[data-with-script]").forEach((part) => {
    part.textContent = part.dataset.withScript;
  });
  document.querySelectorAll("[data-print]").forEach((part) => {
    if (!window.print) return; /* some browsers on phones have none */
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain";
    button.textContent = part.dataset.print;
    button.addEventListener("click", () => window.print());
    part.replaceChildren(button);
  });
})();
