// Small comforts of reading: menus close by Escape and by a click elsewhere.
const MENUS = "details.menu[open]";

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll(MENUS)) {
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(MENUS)) if (!menu.contains(event.target)) menu.open = false;
});

// In a list that scrolls by itself, what is current is in sight; the page stays where it is.
document.addEventListener("DOMContentLoaded", () => {
  for (const current of document.querySelectorAll(".tabs [aria-current], .desk-places [aria-current]")) {
    const list = current.closest(".tabs, .desk-places");
    const [here, there] = [current.getBoundingClientRect(), list.getBoundingClientRect()];
    list.scrollBy({
      top: here.top - there.top - (list.clientHeight - here.height) / 2,
      left: here.left - there.left - (list.clientWidth - here.width) / 2,
      behavior: "instant",
    });
  }
});
