// Ways to make the engine talk to an address. Each gets ``http://host:port/path`` without a last slash.
"use strict";
const swap = (address, scheme) => address.replace(/^http/, scheme);
const script = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
const style = (text) =>
  place().append(Object.assign(document.createElement("style"), { textContent: text }));
const box = (css) => { const made = document.createElement("div"); made.className = css; made.textContent = "あ"; place().append(made); };
const hear = (source) => within(new Promise((done) => {
  source.onmessage = (event) => done(event.data);
  source.onerror = () => done("refused");
}), 1200);
const report = (promise) => `${promise}.then((m) => postMessage('loaded ' + (m.status || '')), (e) => postMessage('refused ' + e.name))`;
let count = 0;

Object.assign(attempts, {
  "img": (to) => element("img", { src: `${to}/a.png` }),
  "img srcset": (to) => element("img", { srcset: `${to}/a.png 1x` }),
  "picture": (to) => { const made = document.createElement("picture"); place().append(made);
    element("source", { srcset: `${to}/a.png` }, made); return element("img", {}, made); },
  "input image": (to) => element("input", { type: "image", src: `${to}/a.png` }),
  "script": (to) => element("script", { src: `${to}/a.js` }),
  "module script": (to) => element("script", { type: "module", src: `${to}/a.js` }),
  "dynamic import": (to) => import(`${to}/a.js`),
  "stylesheet": (to) => element("link", { rel: "stylesheet", href: `${to}/a.css` }),
  "css import": (to) => style(`@import url("${to}/a.css");`),
  "css url": (to) => { style(`.u${++count} { background: url("${to}/a.png"); }`); box(`u${count}`); return within(new Promise(() => {}), 200); },
  "css cursor, list, border": (to) => {
    style(`.v${++count} { display: list-item; cursor: url("${to}/c.png"), auto; list-style: url("${to}/l.png"); border: 9px solid; border-image: url("${to}/b.png") 9; }`);
    box(`v${count}`); return within(new Promise(() => {}), 200); },
  "font": (to) => new FontFace("hostile", `url("${to}/a.woff2")`).load(),
  "css font": (to) => { style(`@font-face { font-family: f${++count}; src: url("${to}/a.woff2"); } .f${count} { font-family: f${count}; }`);
    box(`f${count}`); return within(new Promise(() => {}), 200); },
  "audio": (to) => within(new Promise((done) => { const made = new Audio(`${to}/a.wav`); made.onerror = () => done("refused"); made.oncanplay = () => done("loaded"); made.load(); }), 700),
  "video and poster": (to) => { element("video", { src: `${to}/a.webm`, poster: `${to}/a.png`, preload: "auto" }); return within(new Promise(() => {}), 300); },
  "track": (to) => { const made = document.createElement("video"); place().append(made); element("track", { src: `${to}/a.vtt`, default: "" }, made); made.textTracks[0].mode = "showing"; return within(new Promise(() => {}), 200); },
  "svg image": (to) => { place().insertAdjacentHTML("beforeend", `<svg width=9 height=9><image href="${to}/a.png" width=9 height=9 /></svg>`); return within(new Promise(() => {}), 200); },
  "svg use": (to) => { place().insertAdjacentHTML("beforeend", `<svg width=9 height=9><use href="${to}/a.svg#a" /></svg>`); return within(new Promise(() => {}), 200); },
  "svg filter": (to) => { place().insertAdjacentHTML("beforeend", `<p style='filter: url("${to}/a.svg#f"); mask: url("${to}/m.svg#m")'>あ</p>`); return within(new Promise(() => {}), 200); },
  "preload": (to) => element("link", { rel: "preload", as: "fetch", crossorigin: "", href: `${to}/a.txt` }),
  "prefetch": (to) => element("link", { rel: "prefetch", href: `${to}/a.html` }),
  "modulepreload": (to) => element("link", { rel: "modulepreload", href: `${to}/a.js` }),
  "preconnect": (to) => element("link", { rel: "preconnect", href: to }),
  "dns-prefetch": (to) => element("link", { rel: "dns-prefetch", href: to }),
  "prerender link": (to) => element("link", { rel: "prerender", href: `${to}/a.html` }),
  "icon": (to) => element("link", { rel: "icon", href: `${to}/a.ico` }),
  "touch icon": (to) => element("link", { rel: "apple-touch-icon", href: `${to}/a.png` }),
  "manifest": (to) => element("link", { rel: "manifest", href: `${to}/a.json` }),
  "speculation prefetch": (to) => speculate("prefetch", `${to}/a.html`),
  "speculation prerender": (to) => speculate("prerender", `${to}/a.html`),
  "fetch": (to) => fetch(`${to}/a.txt`, { mode: "no-cors" }),
  "fetch with cors": (to) => fetch(`${to}/a.txt`, { headers: { "X-Own": "1" } }),
  "fetch keepalive": (to) => fetch(`${to}/a.txt`, { mode: "no-cors", keepalive: true }),
  "fetch later": (to) => (window.fetchLater ? fetchLater(`${to}/a.txt`, { activateAfter: 0 }) && within(new Promise(() => {}), 200) : "missing"),
  "fetch from a frame": (to) => { const made = document.createElement("iframe"); place().append(made); return made.contentWindow.fetch(`${to}/a.txt`, { mode: "no-cors" }); },
  "xhr": (to) => new Promise((done) => { const made = new XMLHttpRequest(); made.onload = () => done("loaded"); made.onerror = () => done("refused"); made.open("GET", `${to}/a.txt`); made.send(); }),
  "xhr at once": (to) => { const made = new XMLHttpRequest(); made.open("GET", `${to}/a.txt`, false); made.send(); return "loaded"; },
  "beacon": (to) => navigator.sendBeacon(`${to}/a.txt`, "x"),
  "event source": (to) => hear(new EventSource(`${to}/a.txt`)),
  "websocket": (to) => within(new Promise((done) => { const made = new WebSocket(`${swap(to, "ws")}/a`); made.onopen = () => done("loaded"); made.onerror = () => done("refused"); }), 1200),
  "websocket stream": (to) => (window.WebSocketStream ? new WebSocketStream(`${swap(to, "ws")}/a`).opened : "missing"),
  "webtransport": (to) => (window.WebTransport ? new WebTransport(`${swap(to, "https")}/a`).ready : "missing"),
  "iframe": (to) => element("iframe", { src: `${to}/a.html` }),
  "frame": (to) => { const made = document.createElement("iframe"); place().append(made); made.srcdoc = `<frameset><frame src="${to}/a.html"></frameset>`; return within(new Promise(() => {}), 300); },
  "frame in srcdoc": (to) => element("iframe", { srcdoc: `<iframe src="${to}/a.html"></iframe><img src="${to}/a.png">` }),
  "frame in a sandbox": (to) => element("iframe", { sandbox: "allow-scripts", srcdoc: `<script>fetch("${to}/a.txt", {mode: "no-cors"}); location = "${to}/b.html"</scr` + "ipt>" }),
  "frame of data": (to) => element("iframe", { src: `data:text/html,<img src="${to}/a.png">` }),
  "object": (to) => element("object", { data: `${to}/a.html`, type: "text/html" }),
  "embed": (to) => element("embed", { src: `${to}/a.html`, type: "text/html" }),
  "fenced frame": (to) => element("fencedframe", { src: `${to}/a.html` }),
  "worker": (to) => hear(new Worker(`${to}/a.js`)),
  "worker fetch": (to) => hear(new Worker(script(report(`fetch("${to}/a.txt", {mode: "no-cors"})`)))),
  "worker import": (to) => hear(new Worker(script(report(`import("${to}/a.js")`)))),
  "module worker": (to) => hear(new Worker(script(`import "${to}/a.js"; postMessage("loaded")`), { type: "module" })),
  "worker importScripts": (to) => hear(new Worker(script(`try { importScripts("${to}/a.js"); postMessage("loaded") } catch (e) { postMessage("refused " + e.name) }`))),
  "worker websocket": (to) => hear(new Worker(script(`const s = new WebSocket("${swap(to, "ws")}/a"); s.onerror = () => postMessage("refused"); s.onopen = () => postMessage("loaded")`))),
  "shared worker": (to) => { const text = `onconnect = (e) => { const p = e.ports[0]; fetch("${to}/a.txt", {mode: "no-cors"}).then(() => p.postMessage("loaded"), () => p.postMessage("refused")) }`; return hear(new SharedWorker(script(text)).port); },
  "service worker": async (to) => {
    const there = await navigator.serviceWorker.register(`/_hostile/fence/page/service.js?to=${encodeURIComponent(to)}`, { scope: `/_hostile/fence/scope/${++count}` });
    const worker = there.installing || there.waiting || there.active;
    return within(new Promise((done) => { if (worker.state === "activated") done("loaded"); worker.onstatechange = () => worker.state === "activated" && done("loaded"); }), 2500); },
  "audio worklet": (to) => new OfflineAudioContext(1, 1, 8000).audioWorklet.addModule(`${to}/a.js`),
  "paint worklet": (to) => CSS.paintWorklet.addModule(`${to}/a.js`),
  "stun": (to) => stun(`stun:${new URL(to).host}`),
  "turn over tcp": (to) => stun(`turn:${new URL(to).host}?transport=tcp`),
  "ice candidate": (to) => ice(new URL(to)),
  "related origins": (to) => navigator.credentials.create({ publicKey: { challenge: new Uint8Array(16), rp: { id: new URL(to).hostname, name: "x" }, user: { id: new Uint8Array(8), name: "x", displayName: "x" }, pubKeyCredParams: [{ type: "public-key", alg: -7 }], timeout: 500 } }),
  "identity provider": (to) => navigator.credentials.get({ identity: { providers: [{ configURL: `${to}/a.json`, clientId: "x" }] } }),
  "shared storage": (to) => (window.sharedStorage ? window.sharedStorage.createWorklet(`${to}/a.js`) : "missing"),
  "protected audience": (to) => (navigator.joinAdInterestGroup ? navigator.joinAdInterestGroup({ owner: new URL(to).origin, name: "x" }, 60) : "missing"),
  "background fetch": (to) => (window.BackgroundFetchManager ? navigator.serviceWorker.ready.then((r) => r.backgroundFetch.fetch("x", [`${to}/a.txt`])) : "missing"),
  "payment method": (to) => (window.PaymentRequest ? new PaymentRequest([{ supportedMethods: `${to}/pay` }], { total: { label: "x", amount: { currency: "JPY", value: "1" } } }).canMakePayment() : "missing"),
  "ping": (to) => { const made = document.createElement("a"); made.href = "#ping"; made.ping = `${to}/a.txt`; place().append(made); made.click(); return within(new Promise(() => {}), 100); },
  "csp report": (to) => element("iframe", { src: `/_hostile/fence/policy?to=${encodeURIComponent(to)}` }),
  "link header": (to) => element("iframe", { src: `/_hostile/fence/link?to=${encodeURIComponent(to)}` }),
  "redirected img": (to) => many((n) => element("img", { src: sent(to, n) })),
  "redirected script": (to) => many((n) => element("script", { src: sent(to, n) })),
  "redirected fetch": (to) => many((n) => fetch(sent(to, n), { mode: "no-cors" }).catch(said)),
  "redirected cors fetch": (to) => many((n) => fetch(sent(to, n)).catch(said)),
  "redirected frame": (to) => many((n) => element("iframe", { src: sent(to, n) })),
  "redirected worker": (to) => many((n) => hear(new Worker(sent(to, n)))),
});

const STATUS = [301, 302, 303, 307, 308];
const sent = (to, n) => `/_hostile/fence/to/${STATUS[n % 5]}?n=${n}&to=${encodeURIComponent(`${to}/${n}.js`)}`;
// Often: some of these are races.
const many = (one) => Promise.all(Array.from({ length: 10 }, (_, n) => one(n))).then((all) => all.join(" "));

const speculate = (kind, url) => {
  const made = document.createElement("script");
  made.type = "speculationrules";
  made.textContent = JSON.stringify({ [kind]: [{ source: "list", urls: [url], eagerness: "immediate" }] });
  document.head.append(made);
  return within(new Promise(() => {}), 500);
};

const stun = async (url) => {
  const peer = new RTCPeerConnection({ iceServers: [{ urls: [url], username: "x", credential: "x" }] });
  peer.createDataChannel("x");
  await peer.setLocalDescription(await peer.createOffer());
  return within(new Promise((done) => { peer.onicegatheringstatechange = () => peer.iceGatheringState === "complete" && done("gathered"); }), 1500);
};

const ice = async ({ hostname, port }) => {
  const [one, two] = [new RTCPeerConnection(), new RTCPeerConnection()];
  one.createDataChannel("x");
  await one.setLocalDescription(await one.createOffer());
  await two.setRemoteDescription(one.localDescription);
  await two.setLocalDescription(await two.createAnswer());
  await one.setRemoteDescription(two.localDescription);
  for (const kind of ["udp", "tcp"]) {
    const text = `candidate:1 1 ${kind} 2122260223 ${hostname.replace(/[[\]]/g, "")} ${port} typ host${kind === "tcp" ? " tcptype passive" : ""}`;
    await one.addIceCandidate({ candidate: text, sdpMid: "0", sdpMLineIndex: 0 }).catch(() => {});
  }
  return within(new Promise(() => {}), 1200);
};
