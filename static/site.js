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
    clearTimeout(timer);
    if (presses === 0) return;
    presses = 0;
    say(status.dataset.over);
    timer = setTimeout(() => say(""), WINDOW);
  }

  function pressed() {
    clearTimeout(timer);
    presses += 1;
    say(status.dataset[["two", "one", "loading"][presses - 1]]);
    if (presses === PRESSES) leave();
    else timer = setTimeout(reset, WINDOW);
  }

  if (shown) {
    document.addEventListener("keydown", (event) => {
      alone = event.key === "Shift" && (alone || !event.repeat);
      if (event.key !== "Shift") reset();
    }, true);
    document.addEventListener("keyup", (event) => {
      if (event.key === "Shift" && alone) pressed();
    }, true);
    document.querySelectorAll("[data-leave], [data-leave-early]").forEach((link) => {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        leave();
      });
    });
  }

  /* A page brought back as it was may show answers that are gone: ask for it again. */
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });

  /* Back to a page that was sent with a mistake asks for the question, instead of sending it again. */
  const errors = document.querySelector(".errors");
  if (errors) {
    history.replaceState(null, "");
    const unlessDone = () => { if (document.activeElement === document.body) errors.focus(); };
    requestAnimationFrame(() => requestAnimationFrame(unlessDone)); /* browsers that know autofocus have done it */
  }

  document.querySelectorAll("[data-with-script]").forEach((part) => { part.hidden = false; });
  document.querySelectorAll("[data-without-script]").forEach((part) => { part.hidden = true; });
  document.querySelectorAll("[data-print]").forEach((button) => {
    button.addEventListener("click", () => window.print());
  });
})();
