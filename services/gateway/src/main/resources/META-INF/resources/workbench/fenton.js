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

/** The part of a page that the server renders alone; anything but 200 is a failure. */
async function part(address, options) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' }, ...options });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), 'text/html').body.childNodes;
}

/** A slider ranks again while it moves: one question at a time, and after it the latest, so that none is asked in vain. */
function rankWhileMoving(form) {
  const result = document.querySelector('#result');
  let asking = false;
  let moved = false;
  async function rank() {
    moved = true;
    if (asking) return;
    asking = true;
    while (moved) {
      moved = false;
      try {
        const body = new FormData(form);
        result.replaceChildren(...(await part('?part=body', { method: 'POST', body })));
      } catch {
        result.textContent = 'No answer; the button ranks again.';
      }
    }
    asking = false;
  }
  form.addEventListener('input', (event) => {
    const output = form.querySelector(`output[for="${CSS.escape(event.target.id)}"]`);
    if (output) output.value = Number(event.target.value).toFixed(1).replace('-', '\u2212');
    rank();
  });
}

/** A candidate opens in its row as well as on a page of its own; one at a time, since what opens has ids. */
function openInRows(link) {
  const row = link.closest('tr');
  const name = link.textContent;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'open';
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-label', `${name}: look at it here`);
  link.before(button);
  button.addEventListener('click', async () => {
    const wasOpen = button.getAttribute('aria-expanded') === 'true';
    document.querySelector('tr.opened')?.remove();
    document.querySelector('button.open[aria-expanded=true]')?.setAttribute('aria-expanded', 'false');
    if (wasOpen) return;
    button.setAttribute('aria-expanded', 'true');
    const opened = document.createElement('tr');
    opened.className = 'opened';
    const cell = opened.appendChild(document.createElement('td'));
    cell.colSpan = row.cells.length;
    cell.textContent = 'One moment …';
    row.after(opened);
    try {
      cell.replaceChildren(...(await part(`${link.getAttribute('href')}?part=body`)));
    } catch {
      cell.textContent = 'No answer; the link leads to the page of this candidate.';
    }
  });
}

const caseForm = document.querySelector('form[data-case]');
if (caseForm) dropFiles(caseForm);
const whatIf = document.querySelector('form[data-whatif]');
if (whatIf) rankWhileMoving(whatIf);
document.querySelectorAll('.candidates th[scope=row] a').forEach(openInRows);
document.querySelector('#faults')?.focus();
