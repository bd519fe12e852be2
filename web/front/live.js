// The live connection: the server pushes fragments, each is morphed into the element of the same id.
//
// It is written here and not taken from htmx's websocket extension, because a draft's page needs three things
// which that lacks: to come back saying which entry of the record it saw last, to notice a connection that
// is dead without being closed, and to leave out a fragment older than the one shown.
//
// A message is HTML, one or more elements with an id; an empty one says only that the connection lives. Where
// an element bears data-entry, it is left out if the page already shows a later entry.

const SILENCE = 45_000; // of a server that has shown that it beats, before the line counts as dead
const LONGEST = 15_000;

let htmx;
let address;
let socket;
let attempt = 0;
let beats = false;
let silent;
let waiting;

export function connect(url, library) {
  if (!url) return;
  htmx = library;
  address = url;
  show("off");
  open();
  window.addEventListener("online", again);
  document.addEventListener("visibilitychange", () => document.hidden || again());
}

const lastEntry = () => Number(document.getElementById("live")?.dataset.entry ?? 0);

function open() {
  clearTimeout(waiting);
  const url = new URL(address, location.href);
  url.protocol = url.protocol.replace("http", "ws");
  url.searchParams.set("entry", lastEntry());
  const mine = (socket = new WebSocket(url));
  mine.onopen = () => {
    attempt = 0;
    beats = false;
    show("live");
  };
  mine.onmessage = ({ data }) => {
    listen(data === "");
    if (data) arrive(data);
  };
  mine.onclose = () => mine === socket && lose();
}

function lose() {
  clearTimeout(silent);
  show("lost");
  const delay = Math.min(LONGEST, 500 * 2 ** attempt++) * (0.7 + 0.6 * Math.random());
  waiting = setTimeout(open, delay);
}

function again() {
  if (socket.readyState === WebSocket.CONNECTING || socket.readyState === WebSocket.OPEN) return;
  attempt = 0;
  open();
}

function listen(beat) {
  beats ||= beat;
  clearTimeout(silent);
  if (beats)
    silent = setTimeout(() => {
      const dead = socket;
      socket = null;
      dead.close();
      lose();
    }, SILENCE);
}

let arriving = Promise.resolve();

function arrive(html) {
  arriving = arriving.then(() => put(html)).catch((error) => console.error(error));
}

async function put(html) {
  const received = document.createElement("template");
  received.innerHTML = html;
  for (const element of received.content.children) {
    const here = element.id && document.getElementById(element.id);
    if (!here) continue;
    if (element.dataset.entry && Number(element.dataset.entry) < Number(here.dataset.entry)) continue;
    const swap = { text: element.outerHTML, target: `#${element.id}`, swap: "outerMorph", sourceElement: document.body };
    await htmx.swap(swap);
  }
}

function show(state) {
  const line = document.getElementById("connection");
  if (!line || line.dataset.state === state) return;
  line.dataset.state = state;
  line.textContent = line.dataset[`${state}Words`];
}
