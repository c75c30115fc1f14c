/* A service worker that caches every page it fetches: a fault of real sites (class Switches). */
"use strict";
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  event.respondWith((async () => {
    const answer = await fetch(event.request);
    const cache = await caches.open("training-pages");
    await cache.put(event.request, answer.clone()).catch(() => undefined);
    return answer;
  })());
});
