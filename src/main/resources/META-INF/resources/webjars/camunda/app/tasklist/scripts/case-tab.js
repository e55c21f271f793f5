// The Case tab of a task: everything about the case, read through our API under our access rules.

import { actions } from './apusilta/actions.js';
import { el } from './apusilta/build.js';
import { read, send } from './apusilta/call.js';
import { person } from './apusilta/person.js';
import { view } from './apusilta/view.js';
import { READER, days, words } from './apusilta/words.js';

document.head.append(el('link', { rel: 'stylesheet', href: new URL('../styles/case.css', import.meta.url).href }));

let shown = null;

async function show(node, taskId, status) {
  shown?.abort();
  const now = shown = new AbortController();
  const w = words();
  node.setAttribute('aria-busy', 'true');
  if (!node.hasChildNodes()) {
    node.append(el('p', { role: 'status' }, w.loading));
  }
  try {
    const found = await read(`/api/tasks/${encodeURIComponent(taskId)}/case`, now.signal);
    if (found.data.about === 'VOLUNTEER') {
      const card = await read(`/api/volunteers/${found.data.caseId}/card`, now.signal);
      node.lang = card.language || READER;
      node.replaceChildren(...person(card.data, words(card.language)));
      return;
    }
    const [file, timeline] = await Promise.all([
      read(`/api/cases/${found.data.caseId}`, now.signal), read(`/api/cases/${found.data.caseId}/timeline`, now.signal)]);
    const own = words(file.language);
    const said = el('p', { role: 'status', class: 'apusilta-said' }, status || '');
    const tell = async (message, button) => {
      button.disabled = true;
      try {
        await send(`/api/cases/${file.data.id}/messages/${message}/told`, {});
        show(node, taskId, own.told);
      } catch (e) {
        button.disabled = false;
        said.textContent = e.status === 401 ? own.ended : own.failed;
      }
    };
    const [head, ...sections] = view(file.data, timeline.data, own, days(file.language), tell);
    const buttons = actions(file.data, own, text => { said.textContent = text; }, () => show(node, taskId, own.saved));
    node.lang = file.language || READER;
    node.replaceChildren(head, said, buttons, ...sections.filter(s => s));
  } catch (e) {
    if (e.name !== 'AbortError') {
      node.replaceChildren(problem(e, w, () => { node.replaceChildren(); show(node, taskId); }));
    }
  } finally {
    node.removeAttribute('aria-busy');
  }
}

function problem(e, w, again) {
  const text = { 401: w.ended, 403: w.forbidden, 404: w.gone }[e.status] || w.failed;
  const way = e.status === 401 ? el('a', { class: 'btn btn-default', href: '/login' }, w.login)
    : el('button', { type: 'button', class: 'btn btn-default', onclick: again }, w.retry);
  return el('div', { role: 'alert' }, el('p', {}, text), way);
}

export default [{
  id: 'apusilta-case',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: words().tab },
  render(node, { taskId }) {
    const root = el('div', { class: 'apusilta-case', lang: READER });
    node.append(root);
    show(root, taskId);
  },
  unmount() {
    shown?.abort();
  }
}];
