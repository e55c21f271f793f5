// The sections of the Case tab, from what the server answered.

import { el, facts, section } from './build.js';

// tell: called with the id of a message that has been told by phone or letter
export function view(file, timeline, w, f, tell) {
  return [
    head(file, w), toTell(file, w, f, tell), people(file, w), asked(file, w), border(file, w), care(file, w), practical(file, w), questions(file, w, f), candidates(file, w, f), waiting(file, w), offers(file, w, f), firstMeetings(file, w), openings(file, w, f), handOffs(file, w),
    agreements(file, w, f), support(file, w, f), notes(file, w, f), told(timeline, w, f), messages(file, w, f)
  ];
}

function head(file, w) {
  return el('header', {},
    el('h3', {}, file.reference),
    el('p', { class: 'apusilta-state' },
      el('strong', {}, file.statusText),
      file.waitingDays === null ? null : el('span', {}, w.waited(file.waitingDays)),
      file.previousReference ? el('span', {}, w.continues(file.previousReference)) : null),
    file.closing ? el('p', {}, file.closing) : null);
}

function people(file, w) {
  const all = [file.requester, file.client, file.volunteer].filter(p => p);
  return section(w.people, el('div', { class: 'apusilta-columns' }, all.map(p => person(p, w))));
}

function person(p, w) {
  return el('div', {}, el('p', { class: 'apusilta-role' }, p.role), el('p', { class: 'apusilta-name' }, p.name),
    el('dl', {},
      el('dt', {}, w.phone), el('dd', {}, p.phone ? el('a', { href: 'tel:' + p.phone.replace(/[^+0-9]/g, '') }, p.phone) : w.none),
      el('dt', {}, w.email), el('dd', {}, p.email ? el('a', { href: 'mailto:' + encodeURIComponent(p.email).replace('%40', '@') }, p.email) : w.none),
      p.more.map(row => [el('dt', {}, row.label), el('dd', {}, row.value)])));
}

function toTell(file, w, f, tell) {
  return section(w.toTell, file.messages.filter(m => m.toTell).map(m => el('div', { class: 'apusilta-tell' },
    el('h5', {}, `${m.to}: ${m.subject}`),
    el('p', { class: 'apusilta-help' }, `${f.moment(m.writtenAt)} · ${m.channel} · ${m.stateText}`),
    el('details', {}, el('summary', {}, w.whatToTell), el('p', { class: 'apusilta-words' }, m.body)),
    el('button', { type: 'button', class: 'btn btn-default', 'aria-label': `${w.markTold}: ${m.to}, ${m.subject}`, onclick: e => tell(m.id, e.target) }, w.markTold))));
}

function asked(file, w) {
  return section(w.asked,
    file.asked.description ? el('p', { class: 'apusilta-words' }, file.asked.description) : el('p', {}, w.noDescription),
    facts(file.asked.rows));
}

function border(file, w) {
  return section(w.border, [file.border.length ? facts(file.border) : null, file.kinds.map(k => el('div', { class: 'apusilta-kind' },
    el('h5', {}, k.name),
    el('div', { class: 'apusilta-columns' },
      el('div', { class: 'apusilta-does' }, el('p', { class: 'apusilta-role' }, w.does), el('p', {}, k.belongs)),
      el('div', { class: 'apusilta-never' }, el('p', { class: 'apusilta-role' }, w.never), el('p', {}, k.excluded))),
    k.demands.length ? el('p', {}, k.demands.join(' · ')) : null))]);
}

function care(file, w) {
  return section(w.care, facts(file.care));
}

function questions(file, w, f) {
  return section(w.questions, file.questions.map(q => el('div', {},
    el('p', {}, f.moment(q.askedAt) + ' · ' + (q.question || w.general)),
    q.answer ? el('p', { class: 'apusilta-words' }, f.moment(q.answeredAt) + (q.means ? ' · ' + q.means : '') + '\n' + q.answer) : el('p', { class: 'apusilta-words' }, w.noAnswer))));
}

function practical(file, w) {
  return section(w.practical, facts(file.practical));
}

function candidates(file, w, f) {
  if (!['MATCHING', 'OFFERED'].includes(file.status)) {
    return null;
  }
  return section(w.candidates, file.candidates.length === 0 ? el('p', {}, w.noCandidates) : [
    el('p', { class: 'apusilta-help' }, w.candidatesHelp),
    el('ol', { class: 'apusilta-candidates' }, file.candidates.map((c, i) => el('li', {}, el('details', { open: i === 0 },
      el('summary', {}, el('strong', {}, c.name), ' – ' + w.score(f.number(c.score))),
      el('ul', {}, c.reasons.map(r => el('li', {}, r.sentence + ' ', el('span', { class: 'apusilta-points' }, r.outOf ? w.points(f.number(r.points), f.number(r.outOf)) : f.number(r.points)),
        r.change ? el('div', { class: 'apusilta-help' }, r.change) : null))))))),
    el('p', {}, el('a', { href: `/matching/cases/${file.id}` }, w.whyNot))]);
}

function offers(file, w, f) {
  return section(w.offers, file.offers.length === 0 ? null : el('table', {},
    el('thead', {}, el('tr', {}, [w.volunteer, w.asked_on, w.answer].map(h => el('th', { scope: 'col' }, h)))),
    el('tbody', {}, file.offers.map(o => el('tr', {},
      el('th', { scope: 'row' }, o.volunteer),
      el('td', {}, f.day(o.madeAt)),
      el('td', {}, o.stateText + (o.state === 'OPEN' ? ', ' + w.until(f.day(o.expiresAt)) : o.answeredAt ? ' ' + f.day(o.answeredAt) : ''),
        o.clientText ? el('div', {}, o.clientText) : null))))));
}

function firstMeetings(file, w) {
  return section(w.firstMeetings, [...file.firstMeetings].reverse().map((m, i) => el('details', { open: i === 0 },
    el('summary', {}, el('strong', {}, m.title)),
    facts(m.rows),
    m.words.map(said => el('p', { class: 'apusilta-words' }, `${said.label}: ${said.value}`)))));
}

function openings(file, w, f) {
  return section(w.openings, file.openings.length === 0 ? null : el('ul', {}, [...file.openings].reverse().map(o => el('li', {}, `${f.moment(o.at)} · ${o.who} ${o.what}`))));
}

function waiting(file, w) {
  return section(w.waiting, file.waiting.length === 0 ? null : facts(file.waiting));
}

function handOffs(file, w) {
  return section(w.handOffs, [...file.handOffs].reverse().map((h, i) => el('details', { open: i === 0 },
    el('summary', {}, el('strong', {}, h.partner), ' – ' + h.stateText),
    facts(h.rows))));
}

function agreements(file, w, f) {
  return section(w.agreement, [...file.agreements].reverse().map((v, i) => el('details', { open: i === 0 },
    el('summary', {}, w.version(v.number, v.volunteer) + ' (' + f.day(v.draftedAt) + ')'),
    el('p', {}, el('strong', {}, v.stateText)),
    v.review === null ? null : el('p', {}, v.reviewDue ? el('strong', {}, v.review) : v.review),
    v.paperMissing === null ? null : el('p', {}, el('strong', {}, v.paperMissing)),
    facts([
      { label: w.task, value: v.task }, { label: w.help, value: v.help }, { label: w.excluded, value: v.excluded },
      { label: w.client, value: v.clientConfirmed || w.notYet }, { label: w.byVolunteer, value: v.volunteerConfirmed || w.notYet }]),
    v.papers.length === 0 ? null : el('ul', {}, v.papers.map(p => el('li', {}, el('a', { href: p.link, download: '' }, p.text)))),
    v.pdf === null ? null : el('p', {}, el('a', { href: v.pdf, target: '_blank', rel: 'noopener' }, w.pdf(v.number))),
    v.signable ? el('p', {}, el('a', { href: '/cases/' + file.id + '#agreement', target: '_blank', rel: 'noopener' }, w.onCasePage)) : null)));
}

function support(file, w, f) {
  const s = file.support;
  return s === null ? null : section(w.support,
    el('p', {}, w.since(s.volunteer, f.day(s.startedAt)) + ' · ' + w.period(s.period)),
    s.nextAsked === null ? null : el('p', {}, s.nextAsked),
    s.checkIns.length === 0 ? el('p', {}, w.nobodyYet) : el('ul', {}, s.checkIns.map(c => el('li', {},
      `${f.day(c.at)} · ${c.side}: ${w.wellbeing(c.wellbeing)}`, c.concern ? el('strong', {}, ' · ' + w.concern) : null,
      c.note ? el('p', { class: 'apusilta-words' }, c.note) : null))),
    s.happenings.length === 0 ? null : el('ul', {}, s.happenings.map(h => el('li', {}, `${f.day(h.at)} · ${h.text}`,
      h.details.map(d => el('p', { class: 'apusilta-words' }, d))))),
    s.record === null ? null : el('p', {}, el('a', { href: s.record, target: '_blank', rel: 'noopener' }, w.record)));
}

function notes(file, w, f) {
  return section(w.notes, file.notes.length === 0 ? el('p', {}, w.noNotes)
    : el('ul', {}, file.notes.map(n => el('li', {}, `${f.moment(n.at)} · ${n.author}`, el('p', { class: 'apusilta-words' }, n.text)))));
}

function told(timeline, w, f) {
  return section(w.timeline, el('ol', { class: 'apusilta-timeline' }, timeline.map(t => el('li', { 'data-type': t.type },
    el('time', { datetime: t.at }, f.moment(t.at)), ' ', el('span', {}, t.text), t.who ? el('span', { class: 'apusilta-who' }, ' · ' + t.who) : null,
    t.details.map(d => el('p', { class: 'apusilta-words' }, d))))));
}

function messages(file, w, f) {
  return section(w.messages, file.messages.map(m => el('details', {},
    el('summary', {}, `${f.moment(m.writtenAt)} · ${m.channel} · ${m.to}: ${m.subject} (${m.stateText}${m.toldAt ? `, ${m.toldBy} ${f.moment(m.toldAt)}` : ''})`),
    el('p', { class: 'apusilta-words' }, m.body))));
}
