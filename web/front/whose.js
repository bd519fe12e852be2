// Point at words of the text and read, at the foot of the page, whose they are and by which amendment they came.
//
// While the mouse rests on words that an amendment put in or struck, it is shown of them; by a click or a tap of
// any words, until one closes it; and with the focus of a number that stands beside such words.

const REST = 200; // ms before it is shown, so that nothing flickers under a mouse that only passes
const LEAVE = 900; // ms in which the mouse can reach what is shown

let timer = 0;
let held = false; // shown by a click, and not for as long as the mouse rests there

const foot = () => document.getElementById("whose");
const rowOf = (element) => element.closest(".provision[id]");
const later = (act, delay) => {
  clearTimeout(timer);
  timer = setTimeout(act, delay);
};

function show(words, row) {
  clearTimeout(timer);
  const { dataset: said } = foot();
  const { by, of } = words?.dataset ?? {};
  const gone = words?.matches("del");
  const put = gone ? of : by;
  const lines = [put ? said.putIn.replace("{}", put) : said.opened];
  if (gone) lines.push(said.struck.replace("{}", by));
  foot().querySelector("p").textContent = lines.join(" · ");
  foot().querySelector("a").href = said.history + encodeURIComponent(row.id);
  foot().hidden = false;
  unpoint();
  if (words) words.dataset.pointed = "";
}

function unpoint() {
  for (const words of document.querySelectorAll("[data-pointed]")) delete words.dataset.pointed;
}

function hide() {
  clearTimeout(timer);
  held = false;
  if (foot()) foot().hidden = true;
  unpoint();
}

document.addEventListener("pointerover", ({ target, pointerType }) => {
  if (pointerType !== "mouse" || held || !foot()) return;
  const words = target.closest(".sheet [data-by]");
  if (words) later(() => show(words, rowOf(words)), REST);
  else if (target.closest("#whose")) clearTimeout(timer);
  else if (!foot().contains(document.activeElement)) later(hide, foot().hidden ? 0 : LEAVE);
});
document.addEventListener("focusin", ({ target }) => {
  if (!target.matches(".sheet .credit")) return;
  let words = target.previousElementSibling;
  while (words && !words.matches("[data-by]")) words = words.previousElementSibling;
  if (words && foot()) show(words, rowOf(words));
});
document.addEventListener("click", ({ target }) => {
  if (!foot() || target.closest("#whose a")) return;
  const text = target.closest(".sheet .words");
  if (!text || target.closest("a, .ProseMirror")) {
    if (target.closest("#whose button") || !target.closest("#whose")) hide();
  } else if (getSelection().isCollapsed) {
    show(target.closest("[data-by]"), rowOf(text));
    held = true;
  }
});
document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
