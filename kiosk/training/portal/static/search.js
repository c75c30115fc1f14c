/* Narrows the list of services while typing. */
"use strict";
(() => {
  const field = document.getElementById("search");
  const tiles = [...document.querySelectorAll("#services button")];
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s/g, "");

  field.addEventListener("input", () => {
    const query = plain(field.value);
    for (const tile of tiles) tile.hidden = !plain(tile.dataset.words).includes(query);
    document.getElementById("none").hidden = tiles.some((tile) => !tile.hidden);
  });
  field.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
})();
