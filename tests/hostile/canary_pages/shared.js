/* One worker for all pages of an origin: remembers what it was given. */
"use strict";
let kept = "";
self.onconnect = (event) => {
  const port = event.ports[0];
  port.onmessage = (message) => {
    kept = message.data.keep || kept;
    port.postMessage({ kept });
  };
};
