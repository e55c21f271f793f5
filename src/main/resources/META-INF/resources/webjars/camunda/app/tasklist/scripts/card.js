// A few words under each task in the list: which case, what help, where, how long it has waited. One call for all cards on the page.

import { el } from './apusilta/build.js';
import { read } from './apusilta/call.js';

const TOGETHER = 50;   // ms: Tasklist draws the cards one by one

const known = new Map();
let waiting = new Map();
let timer = null;

function ask(taskId, draw) {
  waiting.set(taskId, [...(waiting.get(taskId) || []), draw]);
  timer ??= setTimeout(fetchAll, TOGETHER);
}

async function fetchAll() {
  const asked = waiting;
  waiting = new Map();
  timer = null;
  try {
    const ids = [...asked.keys()].map(encodeURIComponent).join(',');
    const { data, language } = await read('/api/tasks/cards?ids=' + ids);
    for (const card of data) {
      known.set(card.taskId, { ...card, language });
      asked.get(card.taskId)?.forEach(draw => draw(known.get(card.taskId)));
    }
  } catch {
    // the list is whole without these words; the next drawing asks again
  }
}

function draw(node, card) {
  node.lang = card.language || '';
  node.replaceChildren(
    ...(card.title ? [el('p', { class: 'apusilta-title' }, card.title)] : []),
    el('p', {},
      card.urgent ? el('strong', { class: 'apusilta-urgent', 'data-urgency': card.urgency }, card.urgent) : null,
      card.urgent ? ' ' : null, card.reference + ' · ' + card.district),
    el('p', {}, card.kinds.join(', ')),
    ...(card.waited ? [el('p', {}, card.waited)] : []));
}

export default [{
  id: 'apusilta-card',
  pluginPoint: 'tasklist.card',
  priority: 10,
  render(node, { taskId }) {
    const root = el('div', { class: 'apusilta-card' });
    node.append(root);
    if (known.has(taskId)) {
      draw(root, known.get(taskId));
    }
    ask(taskId, card => draw(root, card));
  },
  unmount() {}
}];
