/* Leaves a token in every kind of state a page can reach. What worked is told to the server. */
"use strict";
(() => {
  const token = new URL(location.href).searchParams.get("token");
  const kinds = {
    cookie: () => { document.cookie = `canary_script=${token}; max-age=86400; path=/`; },
    local_storage: () => localStorage.setItem("canary", token),
    session_storage: () => sessionStorage.setItem("canary", token),
    window_name: () => { window.name = token; },
    history_state: () => history.replaceState({ token }, "", location.href),
    field: () => { document.getElementById("field").value = token; },
    heap: () => { window.canaryHeap = Array.from({ length: 50 }, (_, n) => `${token}-${n}`); },
    indexed_db: () => new Promise((resolve, reject) => {
      const opening = indexedDB.open("canary", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("s");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const change = opening.result.transaction("s", "readwrite");
        change.objectStore("s").put(new Blob([token]), "blob");
        change.objectStore("s").put(token, "text");
        change.oncomplete = resolve;
      };
    }),
    cache_storage: async () => (await caches.open("canary")).put("/_hostile/canary/cached", new Response(token)),
    opfs: async () => {
      const root = await navigator.storage.getDirectory();
      const writer = await (await root.getFileHandle("canary", { create: true })).createWritable();
      await writer.write(token);
      await writer.close();
    },
    http_cache: () => fetch("/_hostile/canary/etag"),
    service_worker: async () => {
      await navigator.serviceWorker.register("/_hostile/canary/worker.js?token=" + token, { scope: "/_hostile/canary/" });
      await navigator.serviceWorker.ready;
    },
    shared_worker: () => new Promise((resolve, reject) => {
      const worker = new SharedWorker("/_hostile/canary/shared.js", "canary");
      worker.port.onmessage = resolve;
      worker.onerror = () => reject(new Error("shared worker"));
      worker.port.postMessage({ keep: token });
    }),
    clipboard: () => {
      const field = document.getElementById("field");
      field.select();
      if (!document.execCommand("copy")) throw new Error("refused");
    },
  };
  async function plant() {
    const done = [];
    for (const [name, set] of Object.entries(kinds)) {
      const late = new Promise((_, reject) => { setTimeout(() => reject(new Error("late")), 3000); });
      try { await Promise.race([set(), late]); done.push(name); } catch (error) { done.push(`-${name}`); }
    }
    document.documentElement.dataset.planted = done.join(" ");
  }
  window.addEventListener("load", plant);
})();
