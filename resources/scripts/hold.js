// Runs in the developer-tools page that belongs to the portal's page, instead of that page's own application. It turns the
// engine's Fetch domain on and carries messages: what waits is told by a console line that begins with KEY, the answer comes
// as a call of `kiosk`. It decides nothing.
(() => {
  "use strict";
  if (location.protocol !== "devtools:") return;

  // The application of the developer tools never begins.
  const remove = (node) => {
    if (node.tagName === "SCRIPT" || node.tagName === "LINK") {
      node.type = "nothing";
      node.remove();
    }
  };
  new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach(remove))).observe(document, {
    childList: true,
    subtree: true,
  });

  const LONGEST_URL = 20000;
  const OVERRIDES = /^x-(http-method(-override)?|method-override)$/i;
  const EVERYTHING = { patterns: [{ urlPattern: "*", requestStage: "Request" }] };
  const ATTACH = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
  const waiting = new Map();
  let last = 0;
  let pieces = "";
  let size = 0;

  const say = (kind, row) => console.log("KEY" + kind + JSON.stringify(row || {}));

  const send = (method, params, sessionId, then) => {
    const id = ++last;
    if (then) waiting.set(id, then);
    const message = JSON.stringify({ id, method, params, sessionId });
    const outer = JSON.stringify({ id, method: "dispatchProtocolMessage", params: [message] });
    DevToolsHost.sendMessageToEmbedder(outer);
  };

  const names = (headers) => Object.keys(headers);
  const purpose = (headers) =>
    names(headers).some((name) => /^(sec-)?purpose$/i.test(name) && /prefetch|prerender/i.test(headers[name]));

  // A page cannot set this header; only the engine's preflights have it.
  const announced = ({ method, headers }) => {
    const name = names(headers).find((name) => /^access-control-request-method$/i.test(name));
    return (method === "OPTIONS" && name && headers[name]) || "";
  };

  const heard = {
    "Fetch.requestPaused": (paused, session) =>
      say("R", {
        id: paused.requestId,
        session: session || "",
        method: paused.request.method,
        url: paused.request.url.slice(0, LONGEST_URL),
        type: paused.resourceType,
        hop: Boolean(paused.redirectedRequestId),
        override: names(paused.request.headers).some((name) => OVERRIDES.test(name)),
        prefetch: purpose(paused.request.headers),
        announced: announced(paused.request),
      }),
    // Service workers wait at their start until their requests are held too. Dedicated workers have no Fetch domain of
    // their own: that of their page covers them.
    "Target.attachedToTarget": ({ sessionId }) => {
      send("Target.setAutoAttach", ATTACH, sessionId);
      send("Fetch.enable", EVERYTHING, sessionId, () => send("Runtime.runIfWaitingForDebugger", {}, sessionId));
    },
  };

  const take = (message) => {
    const then = waiting.get(message.id);
    waiting.delete(message.id);
    if (then) then(message);
    else if (heard[message.method]) heard[message.method](message.params, message.sessionId);
  };

  window.DevToolsAPI = {
    dispatchMessage: (message) => take(typeof message === "string" ? JSON.parse(message) : message),
    dispatchMessageChunk: (piece, whole) => {
      if (whole) {
        pieces = "";
        size = whole;
      }
      pieces += piece;
      if (pieces.length < size) return;
      const message = JSON.parse(pieces);
      pieces = "";
      take(message);
    },
  };

  window.kiosk = {
    beat: (number) => send("Target.getTargetInfo", {}, undefined, (answer) => answer.error || say("B", { number })),
    go: (requestId, session) => send("Fetch.continueRequest", { requestId }, session || undefined),
    stop: (requestId, session) =>
      send("Fetch.failRequest", { requestId, errorReason: "Aborted" }, session || undefined),
    // A request that waits has no body of an answer yet; one that is gone is not known at all.
    ask: (requestId, session, number) =>
      send("Fetch.getResponseBody", { requestId }, session || undefined, (answer) =>
        say("A", { number, waits: Boolean(answer.error) && !/InterceptionId/i.test(answer.error.message) })),
  };

  const begin = () =>
    send("Target.setAutoAttach", ATTACH, undefined, () =>
      send("Fetch.enable", EVERYTHING, undefined, (answer) => answer.error || say("H")));
  // Not by a timer: Chromium lets the timers of a page that nobody sees run only once a second.
  const ready = (_, growth) => {
    if (!document.documentElement || typeof DevToolsHost !== "object") return;
    growth.disconnect();
    begin();
  };
  const growth = new MutationObserver(ready);
  growth.observe(document, { childList: true, subtree: true });
  ready([], growth);
})();
