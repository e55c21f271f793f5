// Builds elements. Data only ever becomes text, never markup.

export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      node.addEventListener(key.slice(2), value);
    } else if (value === true) {
      node.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(key, value);
    }
  }
  node.append(...children.flat(Infinity).filter(c => c !== null && c !== undefined && c !== ''));
  return node;
}

let ids = 0;

/** A part of the page with its own heading; nothing when it has no content. */
export function section(heading, ...content) {
  const shown = content.flat(Infinity).filter(c => c);
  if (shown.length === 0) {
    return null;
  }
  const id = 'apusilta-' + ++ids;
  return el('section', { 'aria-labelledby': id }, el('h4', { id }, heading), shown);
}

/** Labels with their values. */
export function facts(rows) {
  return rows.length === 0 ? null
    : el('dl', {}, rows.map(row => [el('dt', {}, row.label), el('dd', {}, row.value)]));
}

export function field(label, help, rows) {
  const id = 'apusilta-' + ++ids;
  const input = el('textarea', { id, rows, maxlength: 4000, required: true, 'aria-describedby': id + '-help' });
  return { input, nodes: [el('label', { for: id }, label), input, el('p', { id: id + '-help', class: 'apusilta-help' }, help)] };
}
