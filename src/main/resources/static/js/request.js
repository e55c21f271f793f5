// Keeps what is typed into the request form until it is sent, so that a closed lid or an ended session loses nothing.
// Only in this tab (sessionStorage), and gone once the receipt shows. The form works without this.
const drafts = 'apusilta-request:';
const kept = (field) => field.name && !['token', '_csrf', 'website'].includes(field.name);

function save(form) {
  const typed = [...new FormData(form)].filter(([name]) => kept({ name }));
  try { sessionStorage.setItem(drafts + form.dataset.draft, JSON.stringify(typed)); } catch { /* storage is full or off */ }
}

function restore(form) {
  let typed;
  try { typed = JSON.parse(sessionStorage.getItem(drafts + form.dataset.draft)); } catch { return; }
  if (!Array.isArray(typed)) return;
  for (const field of form.elements) {
    if (!kept(field)) continue;
    const values = typed.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value);
    else if (values.length) field.value = values[0];
  }
  form.querySelectorAll('details').forEach((group) => { if (group.querySelector('input:checked')) group.open = true; });
}

if (document.querySelector('[data-draft-sent]')) {
  Object.keys(sessionStorage).filter((key) => key.startsWith(drafts)).forEach((key) => sessionStorage.removeItem(key));
}

const form = document.querySelector('form[data-draft]');
const errors = document.querySelector('[data-errors]');
if (form) {
  if (!errors) restore(form); // after a failed sending the server's page already holds what was typed
  form.addEventListener('input', () => save(form));
  form.addEventListener('submit', () => { save(form); form.querySelector('button[type=submit]').disabled = true; });
}
window.addEventListener('pageshow', () => form?.querySelector('button[type=submit]').removeAttribute('disabled'));
if (errors) errors.focus();
