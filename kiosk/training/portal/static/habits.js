/* Faults of real sites (class Switches): leaves a marker in every kind of storage, registers a service worker. */
"use strict";
(() => {
  const meta = document.querySelector("meta[name=training-habits]");
  const marker = meta.dataset.marker;
  const habits = meta.content.split(" ");

  function intoDatabase() {
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open("training", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("markers");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const change = opening.result.transaction("markers", "readwrite");
        change.objectStore("markers").put(marker, "marker");
        change.oncomplete = resolve;
      };
    });
  }

  async function intoFiles() {
    const root = await navigator.storage.getDirectory();
    const file = await root.getFileHandle("marker.txt", { create: true });
    const writer = await file.createWritable();
    await writer.write(marker);
    await writer.close();
  }

  async function everywhere() {
    localStorage.setItem("marker", marker);
    sessionStorage.setItem("marker", marker);
    document.cookie = `training_marker=${marker}; max-age=3600; path=/`;
    const cache = await caches.open("training");
    await cache.put("/marker", new Response(marker));
    await Promise.allSettled([intoDatabase(), intoFiles()]);
    document.documentElement.dataset.stored = "yes";
  }

  if (habits.includes("storage")) everywhere().catch(() => { document.documentElement.dataset.stored = "no"; });
  if (habits.includes("worker")) navigator.serviceWorker?.register("/sw.js");
})();
