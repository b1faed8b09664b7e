"use strict";
// Filters: without script every conflict is shown.
const form = document.querySelector(".filters");
if (form) {
  const articles = [...document.querySelectorAll(".conflict")];
  const apply = () => {
    const wanted = [...new FormData(form)].filter(([, value]) => value);
    let count = 0;
    for (const article of articles) {
      article.hidden = !wanted.every(([name, value]) => article.dataset[name] === value);
      count += article.hidden ? 0 : 1;
    }
    form.querySelector("output").value = `${count} of ${articles.length} shown`;
  };
  form.hidden = false;
  form.addEventListener("change", apply);
  apply();
}
