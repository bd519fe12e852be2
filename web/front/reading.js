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

// In a row that scrolls sideways, what is current is in sight.
document.addEventListener("DOMContentLoaded", () => {
  for (const current of document.querySelectorAll(".tabs [aria-current], .desk-places [aria-current]")) {
    current.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
});
