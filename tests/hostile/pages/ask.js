// Asks for what a page at a counter never needs. An answer that begins with "granted" is one that it must not get.
"use strict";
const granted = (promise) => Promise.resolve(promise).then((value) => (value === null || value === undefined ? `nothing: ${value}` : `granted ${value}`));
const missing = (thing, ask) => (thing ? ask() : "missing");
const state = (promise) => promise.then((word) => (word === "granted" || word === true ? `granted ${word}` : `refused ${word}`));

Object.assign(attempts, {
  "geolocation": () => new Promise((done) => navigator.geolocation.getCurrentPosition(() => done("granted"), (error) => done(`refused ${error.code}`), { timeout: 1000 })),
  "notifications": () => state(Notification.requestPermission()),
  "notification": () => new Promise((done) => { const made = new Notification("x"); made.onshow = () => done("granted"); made.onerror = () => done("refused"); }),
  "push": async () => granted((await navigator.serviceWorker.register("/_hostile/fence/page/service.js", { scope: "/_hostile/fence/push" })).pushManager.subscribe({ userVisibleOnly: true })),
  "camera": () => granted(navigator.mediaDevices.getUserMedia({ video: true })),
  "microphone": () => granted(navigator.mediaDevices.getUserMedia({ audio: true })),
  "screen capture": () => granted(navigator.mediaDevices.getDisplayMedia({ video: true })),
  "tab capture": () => granted(navigator.mediaDevices.getDisplayMedia({ video: true, preferCurrentTab: true })),
  "speech": () => missing(window.webkitSpeechRecognition, () => new Promise((done) => { const made = new webkitSpeechRecognition(); made.onstart = () => done("granted"); made.onerror = (event) => done(`refused ${event.error}`); made.start(); })),
  "clipboard read": () => granted(navigator.clipboard.readText()),
  "clipboard items": () => granted(navigator.clipboard.read()),
  "clipboard paste": () => { document.getElementById("field").focus(); return document.execCommand("paste") ? "granted" : "refused"; },
  "midi": () => granted(navigator.requestMIDIAccess({ sysex: true })),
  "sensor": () => missing(window.Accelerometer, () => new Promise((done) => { const made = new Accelerometer(); made.onreading = made.onactivate = () => done("granted"); made.onerror = (event) => done(`refused ${event.error.name}`); made.start(); })),
  "idle detection": () => missing(window.IdleDetector, () => state(IdleDetector.requestPermission())),
  "local fonts": () => missing(window.queryLocalFonts, () => queryLocalFonts().then((all) => (all.length ? `granted ${all.length}` : "nothing"))),
  "screens": () => missing(window.getScreenDetails, () => granted(getScreenDetails())),
  "wake lock": () => missing(navigator.wakeLock, () => granted(navigator.wakeLock.request("screen"))),
  "storage access": () => state(document.requestStorageAccess().then(() => "in the first party", (error) => error.name)),
  "persistent storage": () => state(navigator.storage.persist()),
  "full screen": () => granted(document.documentElement.requestFullscreen().then(() => "full screen")),
  "pointer lock": () => granted(Promise.resolve(document.body.requestPointerLock()).then(() => (document.pointerLockElement ? "locked" : null))),
  "keyboard lock": () => missing(navigator.keyboard, () => granted(navigator.keyboard.lock().then(() => "locked"))),
  "keyboard layout": () => missing(navigator.keyboard, () => granted(navigator.keyboard.getLayoutMap())),
  "picture in picture": () => { const made = document.createElement("video"); made.src = "/_hostile/fence/x/a.webm"; place().append(made); return granted(made.requestPictureInPicture()); },
  "document in picture": () => missing(window.documentPictureInPicture, () => granted(documentPictureInPicture.requestWindow())),
  "usb": () => missing(navigator.usb, () => granted(navigator.usb.requestDevice({ filters: [] }))),
  "bluetooth": () => missing(navigator.bluetooth, () => granted(navigator.bluetooth.requestDevice({ acceptAllDevices: true }))),
  "serial": () => missing(navigator.serial, () => granted(navigator.serial.requestPort())),
  "hid": () => missing(navigator.hid, () => navigator.hid.requestDevice({ filters: [] }).then((all) => (all.length ? "granted" : "nothing"))),
  "smart card": () => missing(navigator.smartCard, () => granted(navigator.smartCard.establishContext())),
  "contacts": () => missing(navigator.contacts, () => granted(navigator.contacts.select(["name"]))),
  "eye dropper": () => missing(window.EyeDropper, () => granted(new EyeDropper().open())),
  "share": () => missing(navigator.share, () => granted(navigator.share({ text: "x" }).then(() => "shared"))),
  "presentation": () => missing(window.PresentationRequest, () => granted(new PresentationRequest(["/x"]).start())),
  "xr": () => missing(navigator.xr, () => granted(navigator.xr.requestSession("immersive-vr"))),
  "payment": () => missing(window.PaymentRequest, () => granted(new PaymentRequest([{ supportedMethods: "secure-payment-confirmation" }], { total: { label: "x", amount: { currency: "JPY", value: "1" } } }).show())),
  "passkey": () => granted(navigator.credentials.create({ publicKey: { challenge: new Uint8Array(16), rp: { name: "x" }, user: { id: new Uint8Array(8), name: "x", displayName: "x" }, pubKeyCredParams: [{ type: "public-key", alg: -7 }], timeout: 500 } })),
  "password": () => granted(navigator.credentials.get({ password: true, mediation: "silent" })),
  "one-time code": () => granted(navigator.credentials.get({ otp: { transport: ["sms"] }, signal: AbortSignal.timeout(500) })),
  "protocol handler": () => { navigator.registerProtocolHandler("web+hostile", "/_hostile/fence/x/%s"); return "tried"; },
  "open file": () => missing(window.showOpenFilePicker, () => granted(showOpenFilePicker())),
  "save file": () => missing(window.showSaveFilePicker, () => granted(showSaveFilePicker())),
  "open folder": () => missing(window.showDirectoryPicker, () => granted(showDirectoryPicker())),
  "file field": () => new Promise((done) => { const field = document.getElementById("file"); field.onchange = () => done("granted"); field.oncancel = () => done("refused"); field.showPicker ? field.showPicker() : field.click(); setTimeout(() => done("nothing"), 500); }),
  "file field by click": () => new Promise((done) => { const field = document.getElementById("file"); field.onchange = () => done("granted"); field.oncancel = () => done("refused"); field.click(); setTimeout(() => done("nothing"), 500); }),
  "print": () => { print(); return "tried"; },
  "download": () => anchor("/_hostile/fence/download"),
  "download of a blob": () => anchor(URL.createObjectURL(new Blob(["fence-download"])), { download: "fence-download.txt" }),
  "download of data": () => anchor("data:application/octet-stream,fence-download", { download: "fence-download.txt" }),
  "pdf": () => anchor("/_hostile/fence/x/a.pdf"),
  "pdf in a frame": () => element("iframe", { src: "/_hostile/fence/x/a.pdf" }),
  "alert": () => { alert("x"); return "back"; },
  "confirm": () => (confirm("x") ? "granted" : "refused"),
  "prompt": () => (prompt("x") === null ? "refused" : "granted"),
  "move the window": () => { moveTo(0, 0); resizeTo(100, 100); focus(); close(); return "tried"; },
  "compute pressure": () => missing(window.PressureObserver, () => granted(new PressureObserver(() => {}).observe("cpu").then(() => "observing"))),
});

// With a person's press: what the engine allows after one only. The test presses the button.
const onPress = (name) => {
  outcomes[name] = "";
  document.getElementById("button").onclick = () => attempt(name);
};
