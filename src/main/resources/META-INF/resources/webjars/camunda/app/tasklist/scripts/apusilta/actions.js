// What one can do in the Case tab: add a note, say that the client withdraws, or go to the case's own page for all else.

import { el, field } from './build.js';
import { send } from './call.js';

/** @param said shows a sentence to everybody, screen readers too @param changed called after a note was kept */
export function actions(file, w, said, changed) {
  const place = el('div', { class: 'apusilta-form' });
  const note = el('button', { type: 'button', class: 'btn btn-default', 'aria-expanded': 'false' }, w.addNote);
  const withdraw = file.open ? el('button', { type: 'button', class: 'btn btn-default', 'aria-expanded': 'false' }, w.withdraw) : null;
  note.addEventListener('click', () => form(place, note, [withdraw], w, {
    label: w.note, help: w.noteHelp, go: w.save, act: async text => {
      await send(`/api/cases/${file.id}/notes`, { text });
      said(w.saved);
      changed();
    }
  }));
  withdraw?.addEventListener('click', () => form(place, withdraw, [note], w, {
    label: w.withdrawReason, help: w.withdrawHelp, go: w.withdrawNow, danger: true, act: async reason => {
      await send(`/api/cases/${file.id}/withdraw`, { reason });
      withdraw.remove();
      note.remove();
      said(w.withdrawn);
    }
  }));
  const page = el('a', { class: 'btn btn-default', href: `/cases/${file.id}` }, w.openPage);
  return el('div', { class: 'apusilta-actions' }, note, withdraw, page, place);
}

function form(place, opener, others, w, what) {
  const close = () => {
    place.replaceChildren();
    opener.setAttribute('aria-expanded', 'false');
    opener.focus();
  };
  if (opener.getAttribute('aria-expanded') === 'true') {
    close();
    return;
  }
  others.forEach(o => o?.setAttribute('aria-expanded', 'false'));
  const { input, nodes } = field(what.label, what.help, 4);
  const problem = el('p', { class: 'apusilta-problem', role: 'alert' });
  const go = el('button', { type: 'submit', class: what.danger ? 'btn btn-danger' : 'btn btn-primary' }, what.go);
  const submit = async event => {
    event.preventDefault();
    if (!input.value.trim()) {
      problem.textContent = w.write;
      input.focus();
      return;
    }
    go.disabled = true;
    try {
      await what.act(input.value);
      place.replaceChildren();
      opener.setAttribute('aria-expanded', 'false');
    } catch (e) {
      // what was written stays, so that nobody writes it twice
      problem.textContent = e.status === 401 ? w.ended : w.failed;
      go.disabled = false;
    }
  };
  opener.setAttribute('aria-expanded', 'true');
  place.replaceChildren(el('form', { novalidate: true, onsubmit: submit, onkeydown: e => e.key === 'Escape' && close() },
    nodes, problem, go, ' ', el('button', { type: 'button', class: 'btn btn-default', onclick: close }, w.cancel)));
  input.focus();
}
