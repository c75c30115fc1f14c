/* Two-check modes: requests the card again, for this application, before the form is sent. */
"use strict";
(() => {
  const form = document.getElementById("form");
  const button = document.getElementById("apply");

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    card.say("waiting");
    try {
      const token = await card.token(form.dataset.purpose);
      document.getElementById("token").value = JSON.stringify(token);
      form.submit();
    } catch (error) {
      card.say(card.code(error));
      button.disabled = false;
    }
  });
})();
