/* The portal's own small client of the Web eID page protocol: window.webeid with status() and authenticate().
 *
 * This is not the public web-eid.js. It sends and understands the same messages (action, action-ack, action-success,
 * action-failure) with the same time limits and error codes, so that the public library can be served in its place
 * (PortalSettings.web_eid_library).
 */
"use strict";
(() => {
  const LIBRARY_VERSION = "0.1.0-training";
  const LOAD_DELAY = 1000, ACK = 1000, NATIVE = 5000, INTERACTION = 120000;
  const loadedAt = performance.now();
  const pending = new Map();

  const failure = (code, message) => Object.assign(new Error(message), { name: "WebEidError", code });

  function settle(action, finish) {
    const entry = pending.get(action);
    if (!entry) return;
    pending.delete(action);
    clearTimeout(entry.ack);
    clearTimeout(entry.reply);
    finish(entry);
  }

  const refuse = (action, code, message) => settle(action, (entry) => entry.reject(failure(code, message)));

  window.addEventListener("message", (event) => {
    if (event.source !== window || typeof event.data?.action !== "string") return;
    const found = /^(web-eid:[a-z-]+?)-(ack|success|failure)$/.exec(event.data.action);
    if (!found) return;
    const [, action, kind] = found;
    if (kind === "ack") clearTimeout(pending.get(action)?.ack);
    else if (kind === "success") settle(action, (entry) => entry.resolve(event.data));
    else refuse(action, event.data.error?.code ?? "ERR_WEBEID_UNKNOWN_ERROR", event.data.error?.message ?? "");
  });

  async function send(message, limit) {
    const { action } = message;
    if (pending.has(action)) throw failure("ERR_WEBEID_ACTION_PENDING", "already under way");
    const answer = new Promise((resolve, reject) => pending.set(action, { resolve, reject }));
    const early = LOAD_DELAY - (performance.now() - loadedAt);
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const entry = pending.get(action);
    entry.ack = setTimeout(() => refuse(action, "ERR_WEBEID_EXTENSION_UNAVAILABLE", "nobody answered"), ACK);
    entry.reply = setTimeout(() => refuse(action, "ERR_WEBEID_ACTION_TIMEOUT", "no answer in time"), limit);
    window.postMessage({ libraryVersion: LIBRARY_VERSION, ...message }, "*");
    return answer;
  }

  async function status() {
    const { library, extension, nativeApp } = await send({ action: "web-eid:status" }, ACK + NATIVE);
    return { library, extension, nativeApp };
  }

  async function authenticate(challengeNonce, options = {}) {
    if (!challengeNonce) throw failure("ERR_WEBEID_MISSING_PARAMETER", "authenticate needs a nonce");
    const limit = ACK + NATIVE + (options.userInteractionTimeout ?? INTERACTION);
    const answer = await send({ action: "web-eid:authenticate", challengeNonce, options }, limit);
    const { unverifiedCertificate, algorithm, signature, format, appVersion } = answer;
    return { unverifiedCertificate, algorithm, signature, format, appVersion };
  }

  window.webeid = { status, authenticate };
})();
