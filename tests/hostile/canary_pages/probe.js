/* Looks for anything that a page before may have left; the answer is read from the outside. */
"use strict";
(() => {
  const looks = {
    cookie: () => (document.cookie.match(/canary_script=(\w+)/) || [])[1],
    local_storage: () => localStorage.getItem("canary"),
    session_storage: () => sessionStorage.getItem("canary"),
    window_name: () => window.name,
    history_length: () => (history.length > 4 ? String(history.length) : ""),
    indexed_db: async () => ((await indexedDB.databases()).length ? "there" : ""),
    cache_storage: async () => ((await caches.keys()).length ? "there" : ""),
    opfs: async () => {
      const names = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
      return names.join(" ");
    },
    http_cache: async () => {
      const answer = await fetch("/_hostile/canary/etag", { cache: "force-cache" });
      return (await answer.text()).replace("fresh", "");
    },
    service_worker: async () => ((await navigator.serviceWorker.getRegistrations()).length ? "there" : ""),
    shared_worker: () => new Promise((resolve) => {
      const worker = new SharedWorker("/_hostile/canary/shared.js", "canary");
      worker.port.onmessage = (event) => resolve(event.data.kept);
      worker.port.postMessage({});
    }),
  };
  async function probe() {
    const found = {};
    for (const [name, look] of Object.entries(looks)) {
      const late = new Promise((resolve) => { setTimeout(() => resolve(""), 3000); });
      try { found[name] = (await Promise.race([look(), late])) || ""; } catch (error) { found[name] = ""; }
    }
    document.documentElement.dataset.found = JSON.stringify(found);
  }
  window.addEventListener("load", probe);
})();
