// Conveniences only: every page reads and every form works without this file.

/** A file may be dropped anywhere on the form of a new case. */
function dropFiles(form) {
  const input = form.querySelector('input[type=file]');
  const field = input.closest('.field');
  form.addEventListener('dragover', (event) => {
    event.preventDefault();
    field.classList.add('over');
  });
  form.addEventListener('dragleave', () => field.classList.remove('over'));
  form.addEventListener('drop', (event) => {
    field.classList.remove('over');
    if (event.dataTransfer.files.length) {
      event.preventDefault();
      input.files = event.dataTransfer.files;
      input.focus();
    }
  });
}

/** A moved slider ranks again at once; only the latest answer counts. */
function rankOnChange(form) {
  const result = document.querySelector('#result');
  let running;
  async function rank() {
    running?.abort();
    running = new AbortController();
    const begun = performance.now();
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), signal: running.signal });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('#result') ?? page.querySelector('main');
      result.replaceChildren(...fresh.childNodes);
      result.dataset.milliseconds = Math.round(performance.now() - begun);
    } catch (failure) {
      if (failure.name !== 'AbortError') result.textContent = 'No answer; the button ranks again.';
    }
  }
  form.addEventListener('input', (event) => {
    const output = form.querySelector(`output[for="${CSS.escape(event.target.id)}"]`);
    if (output) output.value = event.target.value;
  });
  form.addEventListener('change', rank);
}

const caseForm = document.querySelector('form[data-case]');
if (caseForm) dropFiles(caseForm);
const whatIf = document.querySelector('form[data-whatif]');
if (whatIf) rankOnChange(whatIf);
document.querySelector('#faults')?.focus();
