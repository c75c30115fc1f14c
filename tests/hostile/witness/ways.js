// Every way in which a document or a worker can send something, by name. `url` is where it goes first, `method` how.
// Loaded as a classic script by pages, frames, workers and service workers. `DOCUMENT` need a document, `SCRIPT` do not.
"use strict";
const body = (method) => (["GET", "HEAD"].includes(method) ? {} : { body: new URLSearchParams({ x: "1" }) });
const quiet = (promise) => Promise.resolve(promise).catch(() => 0);

const SCRIPT = {
  fetch: (url, method) => quiet(fetch(url, { method, credentials: "include", ...body(method) })),
  "fetch no-cors": (url, method) => quiet(fetch(url, { method, mode: "no-cors", ...body(method) })),
  "fetch keepalive": (url, method) => quiet(fetch(url, { method, keepalive: true, ...body(method) })),
  "fetch of a blob": (url, method) => quiet(fetch(url, { method, ...(method === "GET" ? {} : { body: new Blob(["x"]) }) })),
};

const WORKER = {
  "import scripts": (url) => { try { importScripts(url); } catch { /* refused */ } },
};

const put = (tag, attributes) => {
  const made = Object.assign(document.createElement(tag), attributes);
  (document.body || document.documentElement).append(made);
  return made;
};
const form = (url, method, attributes = {}) => {
  const made = put("form", { method, action: url, ...attributes });
  // A form that is sent with GET puts its fields in the place of the address's parameters.
  for (const [name, value] of [...new URL(url).searchParams, ["x", "1"]]) {
    made.append(Object.assign(document.createElement("input"), { name, value }));
  }
  return made;
};
const DOCUMENT = {
  xhr: (url, method) => { const request = new XMLHttpRequest(); request.open(method, url); request.send(method === "GET" ? null : "x"); },
  beacon: (url) => navigator.sendBeacon(url, new URLSearchParams({ x: "1" })),
  form: (url, method) => form(url, method).submit(),
  "form of a file": (url) => form(url, "post", { enctype: "multipart/form-data" }).submit(),
  "form into a frame": (url, method) => { put("iframe", { name: "into" }); form(url, method, { target: "into" }).submit(); },
  location: (url) => location.assign(url),
  link: (url) => put("a", { href: url, textContent: "x" }).click(),
  refresh: (url) => { const made = document.createElement("meta"); made.httpEquiv = "refresh"; made.content = `0; url=${url}`; document.head.append(made); },
  frame: (url) => put("iframe", { src: url }),
  object: (url) => put("object", { data: url, type: "text/html" }),
  embed: (url) => put("embed", { src: url, type: "text/html" }),
  picture: (url) => put("img", { src: url }),
  "picture of a set": (url) => put("img", { srcset: `${url} 1x` }),
  script: (url) => put("script", { src: url }),
  module: (url) => put("script", { src: url, type: "module" }),
  style: (url) => put("link", { rel: "stylesheet", href: url }),
  "style import": (url) => put("style", { textContent: `@import url("${url}");` }),
  "style picture": (url) => put("div", { style: `background: url("${url}"); width: 9px; height: 9px` }),
  font: (url) => { put("style", { textContent: `@font-face { font-family: w${Date.now()}; src: url("${url}") }` }); new FontFace("w", `url("${url}")`).load().catch(() => 0); },
  icon: (url) => document.head.append(Object.assign(document.createElement("link"), { rel: "icon", href: url })),
  preload: (url) => document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", href: url, crossOrigin: "use-credentials" })),
  modulepreload: (url) => document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: url })),
  prefetch: (url) => document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: url })),
  video: (url) => put("video", { src: url, preload: "auto" }).load(),
  audio: (url) => put("audio", { src: url, preload: "auto" }).load(),
  track: (url) => { const video = put("video", { crossOrigin: "anonymous" }); const track = document.createElement("track"); track.src = url; track.default = true; video.append(track); track.track.mode = "showing"; },
  "svg image": (url) => { const made = document.createElementNS("http://www.w3.org/2000/svg", "svg"); const image = document.createElementNS("http://www.w3.org/2000/svg", "image"); image.setAttribute("href", url); made.append(image); document.body.append(made); },
  "event source": (url) => { const source = new EventSource(url); setTimeout(() => source.close(), 800); },
  worker: (url) => quiet(new Worker(url)),
  websocket: (url) => new WebSocket(url.replace(/^http/, "ws")),
  "import()": (url) => quiet(import(url)),
  manifest: (url) => document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: url })),
  "service worker": (url) => quiet(navigator.serviceWorker.register(url)),
  ping: (url) => { const made = put("a", { href: "#x", ping: url }); made.click(); },
  worklet: (url) => quiet(new OfflineAudioContext(1, 1, 8000).audioWorklet.addModule(url)),
  "mask of css": (url) => put("div", { style: `-webkit-mask: url("${url}"); mask-image: url("${url}"); width: 9px; height: 9px` }),
};

self.go = ({ way, url, method }) => void ({ ...SCRIPT, ...(self.document ? DOCUMENT : WORKER) })[way](url, method);
self.addEventListener("message", (event) => { if (event.data && event.data.way) self.go(event.data); });
