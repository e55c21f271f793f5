// How many tasks stand in each queue, beside its name. Tasklist itself says it only of the queue that is open.

const COUNTS = '/camunda/api/engine/engine/default/filter?resourceType=Task&itemCount=true';
const EVERY = 60_000;
const ENTRIES = '.task-filters .content div.item h4 a';

let counts = new Map();

function write() {
  for (const entry of document.querySelectorAll(ENTRIES)) {
    const shown = entry.querySelector('.apusilta-count');
    const name = [...entry.childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.textContent).join('').trim();
    const own = entry.closest('.item').classList.contains('active');
    const text = own || !counts.has(name) ? '' : ` (${counts.get(name)})`;
    if (shown ? shown.textContent !== text : text) {
      const place = shown || entry.appendChild(Object.assign(document.createElement('span'), { className: 'apusilta-count' }));
      place.textContent = text;
    }
  }
}

async function count() {
  if (document.hidden || !document.querySelector(ENTRIES)) {
    return;
  }
  const answer = await fetch(COUNTS, { headers: { Accept: 'application/json' }, credentials: 'same-origin', redirect: 'error' }).catch(() => null);
  if (answer?.ok) {
    counts = new Map((await answer.json()).map(filter => [filter.name, filter.itemCount]));
    write();
  }
}

let due = 0;
const soon = () => { clearTimeout(due); due = setTimeout(count, 1_500); };

new MutationObserver(changes => {
  if (changes.some(c => c.target.closest?.('.task-filters'))) {
    write();
    if (!counts.size) {
      soon();
    }
  }
}).observe(document.documentElement, { childList: true, subtree: true });
document.addEventListener('visibilitychange', soon);
window.addEventListener('hashchange', soon);
setInterval(count, EVERY);
soon();

export default [];
