/* Requests the card: challenge, authentication, and a message when it fails. */
"use strict";
const card = (() => {
  const words = () => document.getElementById("words").dataset;
  const key = (code) => code.toLowerCase().replace(/[_-](.)/g, (_, letter) => letter.toUpperCase());

  function say(code) {
    const line = document.getElementById("say");
    line.textContent = words()[key(code)] ?? words().other;
    line.classList.toggle("trouble", code !== "waiting");
    line.hidden = false;
  }

  async function token(purpose) {
    const answer = await fetch(`/auth/challenge?purpose=${purpose}`, { cache: "no-store" });
    if (!answer.ok) throw Object.assign(new Error("challenge"), { code: "server" });
    const { nonce } = await answer.json();
    return webeid.authenticate(nonce, { lang: document.documentElement.lang });
  }

  return { say, token, code: (error) => error?.code ?? (error instanceof TypeError ? "network" : "other") };
})();
