// The kiosk's side of the Web eID page protocol. Runs in an isolated world, main frame only, at document creation.
// It carries messages and nothing else: what is signed, for which origin, and whether at all is decided outside.
(() => {
  "use strict";
  const ACTIONS = ["web-eid:status", "web-eid:authenticate", "web-eid:sign", "web-eid:get-signing-certificate"];
  const LONGEST = 8192;
  const random = crypto.getRandomValues(new Uint8Array(16));
  const doc = Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const newest = new Map();
  let bridge = null;
  let waiting = [];

  const send = (message) => {
    const raw = JSON.stringify(message);
    if (raw.length > LONGEST) return false;
    if (bridge) bridge.request(raw);
    else if (waiting.length < 8) waiting.push(raw);
    return true;
  };

  const post = (message) => window.postMessage(message, self.origin);

  const refuse = (action, code) => post({ action: `${action}-failure`, error: { code, message: code } });

  window.addEventListener("message", (event) => {
    if (!event.isTrusted || event.source !== window) return;
    const data = event.data;
    if (typeof data !== "object" || data === null || !ACTIONS.includes(data.action)) return;
    const action = data.action;
    post({ action: `${action}-ack` });
    if (self.origin === "null") return refuse(action, "ERR_WEBEID_CONTEXT_INSECURE");
    const id = (newest.get(action) || 0) + 1;
    newest.set(action, id);
    const nonce = typeof data.challengeNonce === "string" ? data.challengeNonce : "";
    const version = typeof data.libraryVersion === "string" ? data.libraryVersion : "";
    if (!send({ kind: "request", doc, id, action, nonce, version })) {
      refuse(action, "ERR_WEBEID_NATIVE_INVALID_ARGUMENT");
    }
  }, true);

  new QWebChannel(qt.webChannelTransport, (channel) => {
    bridge = channel.objects.bridge;
    bridge.reply.connect((raw) => {
      const reply = JSON.parse(raw);
      // A late answer must never reach the next page, nor a newer request of the same action.
      if (reply.doc !== doc || reply.id !== newest.get(reply.action)) return;
      newest.set(reply.action, reply.id + 1);
      post(reply.message);
    });
    for (const raw of waiting) bridge.request(raw);
    waiting = [];
  });

  const count = () => document.querySelectorAll("a[href],button,input,select,textarea,form").length;
  const hello = () => send({ kind: "hello", doc, html: document.contentType === "text/html", controls: count() > 0 });
  // Before any script of the page: later its address is the page's word (history.pushState).
  send({ kind: "created", doc, at: location.href.slice(0, 4096) });
  window.addEventListener("load", hello, true);
})();
