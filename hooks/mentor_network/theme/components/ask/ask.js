/** Updates the number on the submit button of the form on the home page. */
const form = document.querySelector("[data-ask]");

function fitting() {
  const { stage, weeks } = form.elements;
  const counts = stage.selectedOptions[0].dataset.fit.split(" ").map((pair) => pair.split(":"));
  return Object.fromEntries(counts)[weeks.value];
}

function say() {
  const n = Number(fitting());
  form.querySelector("[data-go]").textContent = n === 1 ? "Show the 1 that fits" : `Show the ${n} that fit`;
}

form.addEventListener("change", say);
// Browsers restore the choices after Back.
addEventListener("pageshow", say);
