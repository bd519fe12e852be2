// The live connection: the server pushes fragments, each is morphed into the element of the same id.
//
// It is written here and not taken from htmx's websocket extension, because a draft's page needs three things
// which that lacks: to come back saying which entry of the record it saw last, to notice a connection that
// is dead without being closed, and to leave out a fragment older than the one shown.
//
// A message is JSON: entry, the number of the last one that it knows of, and in live and presence the HTML of
// the elements #live and #presence. An empty message says only that the connection lives.

const SILENCE = 45_000; // of a server that has shown that it beats, before the line counts as dead
const LONGEST = 15_000; // between two attempts to come back
const SIGNED_OUT = 4401;

let htmx;
let address;
let socket;
let attempt = 0;
let beats = false;
let silent;
let waiting;
let ended = false;

export function connect(url, library) {
  if (!url) return;
  htmx = library;
  address = url;
  show("off");
  open();
  window.addEventListener("online", again);
  window.addEventListener("offline", drop);
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
    if (data) arrive(JSON.parse(data));
  };
  mine.onclose = ({ code }) => {
    if (mine !== socket) return;
    if (code === SIGNED_OUT) end();
    else lose();
  };
}

function lose() {
  clearTimeout(silent);
  show("lost");
  const delay = Math.min(LONGEST, 500 * 2 ** attempt++) * (0.7 + 0.6 * Math.random());
  waiting = setTimeout(open, delay);
}

// A line that is dead may never be told as closed.
function drop() {
  if (ended || !socket) return;
  const dead = socket;
  socket = null;
  dead.close();
  lose();
}

function end() {
  clearTimeout(silent);
  ended = true;
  show("off");
}

function again() {
  if (ended || [WebSocket.CONNECTING, WebSocket.OPEN].includes(socket?.readyState)) return;
  attempt = 0;
  open();
}

function listen(beat) {
  beats ||= beat;
  clearTimeout(silent);
  if (beats)
    silent = setTimeout(drop, SILENCE);
}

let arriving = Promise.resolve();

function arrive(message) {
  arriving = arriving.then(() => put(message)).catch((error) => console.error(error));
}

async function put({ entry, live, presence }) {
  if (presence) await morph("presence", presence);
  if (live && entry >= lastEntry()) await morph("live", live);
}

async function morph(id, html) {
  const target = `#${id}`;
  if (document.getElementById(id)) {
    await htmx.swap({ text: html, target, swap: "outerMorph", sourceElement: document.body });
  }
}

function show(state) {
  const line = document.getElementById("connection");
  if (!line || line.dataset.state === state) return;
  line.dataset.state = state;
  line.textContent = line.dataset[`${state}Words`];
}
