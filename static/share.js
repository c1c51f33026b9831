"use strict";
/* Buttons beside what can be copied or shared, where the browser can do so; each says what it has done. */

(() => {
  function button(words, press) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "plain";
    made.textContent = words;
    made.addEventListener("click", press);
    return made;
  }

  document.querySelectorAll("[data-copy]").forEach((part) => {
    const text = part.textContent;
    const buttons = document.createElement("p");
    const said = document.createElement("p");
    buttons.className = "calls";
    said.className = "quiet";
    said.setAttribute("role", "status");
    const say = (words) => {
      said.textContent = ""; /* so that the same words are spoken again */
      setTimeout(() => { said.textContent = words; });
    };
    if (navigator.clipboard) {
      buttons.append(button(part.dataset.copy, () => {
        navigator.clipboard.writeText(text).then(() => say(part.dataset.copied), () => say(part.dataset.failed));
      }));
    }
    if (part.dataset.share && navigator.share) {
      buttons.append(button(part.dataset.share, () => {
        navigator.share({ url: text }).then(() => say(part.dataset.shared), () => {}); /* closing it is no fault */
      }));
    }
    if (buttons.children.length > 0) part.after(buttons, said);
  });
})();
