/* Says that the page goes on below, as long as its end is not in sight. */
"use strict";
(() => {
  const hint = document.getElementById("more");
  const end = document.createElement("i");
  document.getElementById("page").append(end);
  new IntersectionObserver(([seen]) => { hint.hidden = seen.isIntersecting; }).observe(end);
})();
