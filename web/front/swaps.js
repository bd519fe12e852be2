// What a swap leaves alone, and how the page keeps still under the reader's eyes.
//
// htmx morphs what arrives into the page. Three things must not change by that: what somebody is typing in,
// what somebody has opened, and where on the screen the words stand that are being read. A paragraph that
// is gone while it is being amended keeps its editor, below the text.
import htmx from "htmx.org";

const CONTROLS = "input, textarea, select";

// A control that is in use: it has the focus, or holds something other than what the server sent.
function inUse(element) {
  if (!element.matches?.(CONTROLS) || element.type === "hidden") return false;
  if (element === document.activeElement) return true;
  if (element.type === "checkbox" || element.type === "radio") return element.checked !== element.defaultChecked;
  if (element.tagName === "SELECT") return [...element.options].some((option) => option.selected !== option.defaultSelected);
  return element.value !== element.defaultValue;
}

htmx.registerExtension("penholder", {
  htmx_before_morph_node: (element) => !inUse(element),
  htmx_before_morph_attr: (element, { attrName }) => !(attrName === "open" && element.tagName === "DETAILS"),
});

// The first paragraph on the screen, or the one being written in: what must not move.
function anchor() {
  const writing = document.activeElement?.closest(".editor");
  if (writing) return writing;
  const rows = document.querySelectorAll("#live .provision[id], #live .row[id]");
  return [...rows].find((row) => row.getBoundingClientRect().bottom > 0) ?? null;
}

// Give every open editor a place in what arrives, so that none is swept away with its paragraph.
function keepEditors(fragment) {
  if (!fragment.querySelector?.("#live")) return;
  for (const place of document.querySelectorAll("#live .place:not(:empty)")) {
    if (fragment.querySelector(`[id="${CSS.escape(place.id)}"]`)) continue;
    const kept = fragment.querySelector("#kept");
    const stand = document.createElement("div");
    stand.className = "place";
    stand.id = place.id;
    stand.setAttribute("hx-morph-skip", "");
    kept?.append(stand);
  }
}

// Two paragraphs of our draft amendment may be open at once. Keeping one counts its saves up: if nobody but
// us saved, the other is written on the new count, and is not stale.
function carrySaves(form, fragment) {
  const sent = Number(form.elements.saves.value);
  const now = Number(fragment?.querySelector?.("#live")?.dataset.saves ?? NaN);
  if (now !== sent + 1 && now !== 0) return;
  for (const field of document.querySelectorAll('.editor-form [name="saves"]')) {
    if (Number(field.value) === sent) field.value = now;
  }
}

let still = null;

// Say something in the words of a template, above the typing it is about or at the head of the page.
function say(template, source) {
  const key = source.closest(".editor")?.dataset.key;
  const region = document.getElementById(key ? `problem-${key}` : "problem");
  region?.replaceChildren(document.getElementById(template).content.cloneNode(true));
}

document.addEventListener("htmx:before:swap", (event) => {
  const { ctx, tasks } = event.detail;
  const source = ctx?.sourceElement;
  const signedOut = ctx?.response?.raw.redirected && new URL(ctx.response.raw.url).pathname === "/sign-in";
  if (signedOut) {
    event.preventDefault();
    say("signed-out", source);
    return;
  }
  if (source?.matches?.("[data-closes]") && ctx.response?.status < 400) {
    const place = source.closest(".place");
    if (place) {
      const row = place.closest(".provision");
      carrySaves(source.form, tasks?.[0]?.fragment);
      place.replaceChildren();
      row?.querySelector(".amend a")?.focus({ preventScroll: true });
    }
  }
  if (source?.matches?.("form, button") && ctx.response?.status < 400) document.getElementById("problem").replaceChildren();
  for (const task of tasks ?? []) keepEditors(task.fragment);
  const element = anchor();
  still = element && { element, id: element.id, top: element.getBoundingClientRect().top };
});

document.addEventListener("htmx:after:swap", () => {
  if (!still) return;
  const element = still.element.isConnected ? still.element : document.getElementById(still.id);
  const moved = element ? element.getBoundingClientRect().top - still.top : 0;
  if (Math.abs(moved) > 1) window.scrollBy({ top: moved, behavior: "instant" });
  still = null;
});

// A fragment that was pushed to many people bears no token of anybody: put ours in when its form is sent.
document.addEventListener(
  "submit",
  ({ target }) => {
    const field = target.elements?.namedItem("csrf_token");
    const headers = document.body.getAttribute("hx-headers:inherited");
    if (field && !field.value && headers) field.value = JSON.parse(headers)["X-CSRF-Token"];
  },
  true,
);

// Say it when an act could not be sent at all, and show a refusal where it appeared.
document.addEventListener("htmx:error", ({ detail }) => {
  const source = detail.ctx?.sourceElement;
  if (!source || source.matches("[data-words]")) return;
  say("unsent", source);
});
document.addEventListener("htmx:after:swap", ({ detail }) => {
  if (detail.ctx?.response?.status < 400 || detail.ctx?.swap === "none") return;
  const region = document.querySelector(".editor-problem:not(:empty), #problem:not(:empty)");
  region?.scrollIntoView({ block: "nearest" });
});
