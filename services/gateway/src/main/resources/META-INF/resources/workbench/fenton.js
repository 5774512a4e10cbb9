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

const caseForm = document.querySelector('form[data-case]');
if (caseForm) dropFiles(caseForm);
document.querySelector('#faults')?.focus();
