/* A service worker that keeps pages it has seen: a bad habit, for training. */
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
