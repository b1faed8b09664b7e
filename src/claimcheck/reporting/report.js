"use strict";
// Without script everything is shown; this filters, and puts the documents of a conflict side by side.
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const conflicts = all(".conflict"), sheets = all(".document"), bar = document.querySelector(".comparing");

const form = document.querySelector(".filters");
if (form) {
  const words = new Map(conflicts.map((item) => [item, item.textContent.toLowerCase()]));
  const fits = (item, name, value) =>
    name === "text" ? words.get(item).includes(value.toLowerCase()) : item.dataset[name].split(" ").includes(value);
  const apply = () => {
    const wanted = [...new FormData(form)].filter(([, value]) => value);
    for (const item of conflicts) item.hidden = !wanted.every(([name, value]) => fits(item, name, value));
    form.querySelector("output").value = `${conflicts.filter((item) => !item.hidden).length} of ${conflicts.length} shown`;
  };
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
}

const marked = () => all(".other").forEach((mark) => mark.classList.remove("other"));
const compare = (conflict) => {
  const numbers = conflict.dataset.document.split(" ");
  for (const sheet of sheets) sheet.hidden = !numbers.includes(sheet.dataset.number);
  marked();
  for (const link of all(".sides a", conflict)) {
    const mark = document.getElementById(link.hash.slice(1));
    if (!mark) continue;
    mark.classList.add("other");
    const text = mark.closest(".text");
    text.scrollTop += mark.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
  }
  bar.hidden = false;
  bar.querySelector("span").textContent = `${numbers.length === 1 ? "The document" : `The ${numbers.length} documents`} of ${conflict.id}`;
  bar.querySelector("a").hash = conflict.id;
};
const showAll = () => {
  for (const sheet of sheets) sheet.hidden = false;
  bar.hidden = true;
  marked();
};
bar.querySelector("button").addEventListener("click", showAll);
// What is folded away is on paper too.
addEventListener("beforeprint", () => all("details").forEach((item) => { item.open = true; }));
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  const conflict = link.closest(".conflict");
  const target = document.getElementById(link.hash.slice(1));
  if (conflict) compare(conflict);
  else if (target?.closest(".document[hidden]")) showAll();
  // A conflict that a filter hides cannot be gone to.
  if (target?.hidden) { form.reset(); form.dispatchEvent(new Event("input")); }
});
