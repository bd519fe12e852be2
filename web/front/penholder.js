// What pages gain with JavaScript: acts without a reload, live pushes, and the editor. All of it is optional.
import htmx from "htmx.org";
import { connect } from "./live.js";
import { mountEditors } from "./editor.js";
import "./swaps.js";
import "./reading.js";
import "./whose.js";

document.documentElement.dataset.script = "on";
document.addEventListener("htmx:after:settle", () => mountEditors(document));

function start() {
  mountEditors(document);
  connect(document.body.dataset.live, htmx);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
