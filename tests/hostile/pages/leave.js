// Ways for the top page to go somewhere else. Each gets the address.
"use strict";
const anchor = (to, values = {}) => {
  const made = document.createElement("a");
  made.setAttribute("href", to);
  for (const [name, value] of Object.entries(values)) made.setAttribute(name, value);
  place().append(made);
  made.click();
  return "tried";
};
const form = (to, values = {}) => {
  const made = document.createElement("form");
  made.setAttribute("action", to);
  for (const [name, value] of Object.entries(values)) made.setAttribute(name, value);
  place().append(made);
  made.submit();
  return "tried";
};
const framed = (html, values = {}) => { element("iframe", { srcdoc: html, ...values }); return "tried"; };
const redirect = (status) => (to) => anchor(`/_hostile/fence/to/${status}?to=${encodeURIComponent(to)}`);
const quoted = (to) => JSON.stringify(to).replace(/</g, "\\u003c");

Object.assign(attempts, {
  "leave by link": (to) => anchor(to),
  "leave by link to the top": (to) => anchor(to, { target: "_top" }),
  "leave by location": (to) => { location.href = to; return "tried"; },
  "leave by replace": (to) => { location.replace(to); return "tried"; },
  "leave by navigation": (to) => { navigation.navigate(to).finished.catch(() => {}); return "tried"; },
  "leave by meta refresh": (to) => { const made = document.createElement("meta"); made.httpEquiv = "refresh"; made.content = `0; url=${to}`; document.head.append(made); return "tried"; },
  "leave by form": (to) => form(to),
  "leave by svg link": (to) => { place().insertAdjacentHTML("beforeend", `<svg><a id="s${++count}" href="${to}"><text>x</text></a></svg>`); document.getElementById(`s${count}`).dispatchEvent(new MouseEvent("click", { bubbles: true })); return "tried"; },
  "leave by script address": (to) => anchor(`javascript:void(location.href = ${quoted(to)})`),
  "leave from a frame": (to) => framed(`<script>top.location = ${quoted(to)}</scr` + "ipt>"),
  "leave from a sandbox": (to) => framed(`<script>top.location = ${quoted(to)}</scr` + "ipt>", { sandbox: "allow-scripts allow-top-navigation" }),
  "leave from a frame's form": (to) => framed(`<form target=_top action="${to}"></form><script>document.forms[0].submit()</scr` + "ipt>"),
  "leave by 301": redirect(301),
  "leave by 302": redirect(302),
  "leave by 303": redirect(303),
  "leave by 307": redirect(307),
  "leave by 308": redirect(308),
  "window by open": (to) => `${open(to)}`,
  "window by name": (to) => `${open(to, "other", "width=100,height=100")}`,
  "window without opener": (to) => `${open(to, "_blank", "noopener")}`,
  "window by timer": (to) => new Promise((done) => setTimeout(() => done(`${open(to)}`), 30)),
  "window by link": (to) => anchor(to, { target: "_blank" }),
  "window by link with opener": (to) => anchor(to, { target: "_blank", rel: "opener" }),
  "window by form": (to) => form(to, { target: "_blank" }),
  "window from a frame": (to) => framed(`<script>open(${quoted(to)})</scr` + "ipt>"),
  "download by link": (to) => anchor(to, { download: "fence-download.txt" }),
});

// Addresses that are no web pages, at the top and in a frame; made here, because some exist only within the page.
const SCHEMES = {
  "file": () => "file:///etc/hostname",
  "data": () => "data:text/html,<button>x</button>",
  "blob": () => URL.createObjectURL(new Blob(["<button>x</button>"], { type: "text/html" })),
  "filesystem": () => `filesystem:${location.origin}/temporary/x`,
  "view-source": () => `view-source:${location.href}`,
  "chrome version": () => "chrome://version/",
  "chrome kill": () => "chrome://kill/",
  "chrome crash": () => "chrome://crash/",
  "chrome gpu": () => "chrome://gpu/",
  "chrome extension": () => "chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html",
  "qrc": () => "qrc:/qtwebchannel/qwebchannel.js",
  "devtools": () => "devtools://devtools/bundled/inspector.html",
  "mailto": () => "mailto:a@example.jp",
  "tel": () => "tel:0120950178",
  "settings": () => "ms-settings:display",
  "unknown": () => "hostile:x",
  "ftp": () => "ftp://127.0.0.1/x",
  "about version": () => "about:version",
  "about srcdoc": () => "about:srcdoc",
  "other spelling": () => `http:\\\\127.0.0.2:${location.port}\\`,
  "credentials": () => `http://a:b@${location.host}/_hostile/fence/x/landed.html`,
};
const leaveTo = (scheme, how) => attempt(`${how} ${scheme}`.trim(), SCHEMES[scheme]());
