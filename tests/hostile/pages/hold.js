// Ways to hold on to the kiosk. The person, or the next one, presses 「次の方へ」 all the same.
"use strict";
const kept = [];
let turn = 0;
const endless = (work) => { for (;;) work(); };
const always = (work) => setInterval(() => { for (let n = 0; n < 200; n += 1) work(); }, 1);
const trap = () => addEventListener("beforeunload", (event) => { event.preventDefault(); event.returnValue = "x"; for (let n = 0; n < 1e9; n += 1) kept.length; });

const HOLDS = {
  "alerts": () => endless(() => alert("x")),
  "questions": () => endless(() => confirm("x")),
  "prompts": () => endless(() => prompt("x")),
  "a busy loop": () => endless(() => {}),
  "a question when leaving": () => { trap(); addEventListener("pagehide", () => endless(() => {})); },
  "a full memory": () => endless(() => kept.push(new Array(1e6).fill(turn += 0.5))),
  "history": () => always(() => history.pushState({ kept: "x".repeat(1000) }, "", `?${turn += 1}`)),
  "addresses": () => always(() => { location.hash = `${turn += 1}`; }),
  "reloads": () => always(() => location.reload()),
  "titles": () => always(() => { document.title = `次の方へ ${turn += 1}`; }),
  "windows": () => always(() => open("/_hostile/quiet")),
  "prints": () => always(() => print()),
  "downloads": () => always(() => anchor("/_hostile/fence/download")),
  "login windows": () => setInterval(() => fetch(`/_hostile/fence/login?${turn += 1}`), 1),
  "permissions": () => always(() => Notification.requestPermission()),
  "refused requests": () => always(() => fetch("http://127.0.0.2:9/").catch(() => {})),
  "blocked commits": () => always(() => fetch("/apply", { method: "POST", body: "x" }).catch(() => {})),
  "calls for the card": () => always(() => postMessage({ action: "web-eid:status", libraryVersion: "2.1.0" }, "*")),
  "messages to the console": () => always(() => console.error("x".repeat(500))),
  "the focus": () => always(() => { document.getElementById("field").focus(); document.getElementById("field").blur(); }),
};

// After this turn, so that the test gets its answer first.
const hold = (name) => { setTimeout(HOLDS[name], 50); return fetch("/_hostile/fence/x/held").then(() => "held"); };
