// An applicant, a volunteer or an event for volunteers beside its task, from what the server answered in the reader's language.

import { el, section } from './build.js';

export function person(card, w) {
  return [
    el('header', {}, el('h3', {}, card.name), card.state ? el('p', { class: 'apusilta-state' }, el('strong', {}, card.state)) : null,
      el('p', {}, el('a', { href: card.page, target: '_blank', rel: 'noopener' }, card.page.startsWith('/volunteers/recreation/') ? w.eventPage : w.personPage))),
    ...card.parts.map(part => section(part.heading, el('dl', {}, part.lines.map(line => [el('dt', {}, line.label),
      el('dd', { class: 'apusilta-words' }, line.link ? el('a', { href: line.link }, line.value) : line.value)]))))
  ].filter(s => s);
}
