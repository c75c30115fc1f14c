// A service worker that reaches out while it installs, and again when a page is loaded in its scope.
"use strict";
const to = new URL(location.href).searchParams.get("to");
const reach = () => Promise.allSettled([
  fetch(`${to}/service.txt`, { mode: "no-cors" }),
  caches.open("x").then((cache) => cache.add(`${to}/cached.txt`)),
]);
addEventListener("install", (event) => event.waitUntil(reach()));
addEventListener("activate", (event) => event.waitUntil(reach()));
