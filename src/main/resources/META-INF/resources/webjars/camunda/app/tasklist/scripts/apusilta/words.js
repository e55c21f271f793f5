// The plugins' own words. What the server words comes worded in the same language.

const WORDS = {
  fi: {
    tab: 'Asia', loading: 'Haetaan asian tietoja…', retry: 'Yritä uudelleen', login: 'Kirjaudu sisään',
    failed: 'Tietoja ei saatu haettua. Yritä hetken päästä uudelleen.', ended: 'Istuntosi on päättynyt.',
    forbidden: 'Tämä asia kuuluu toiselle alueelle.', gone: 'Tehtävää ei ole enää, tai se ei kuulu alueellesi.',
    waited: d => d === 0 ? 'saapunut tänään' : d === 1 ? 'odottanut päivän' : `odottanut ${d} päivää`, continues: r => `Jatkoa pyynnölle ${r}`,
    people: 'Kuka pyytää ja kenelle', phone: 'Puhelin', email: 'Sähköposti', none: 'ei tiedossa',
    asked: 'Mitä pyydetään', noDescription: 'Pyynnössä ei ole vapaata kuvausta.',
    border: 'Mikä kuuluu vapaaehtoiselle ja mikä ei', does: 'Kuuluu', never: 'Ei kuulu',
    care: 'Suostumus ja hoitovastuu', questions: 'Lisäkysymykset', general: 'Pyysimme täydentämään pyyntöä.', noAnswer: 'Vastausta ei ole vielä tullut.', practical: 'Käytännön asiat', candidates: 'Ehdokkaat ja perustelut', noCandidates: 'Kukaan ei nyt täytä kaikkia ehtoja.',
    points: (p, o) => `${p} / ${o}`, score: s => `${s} pistettä`, candidatesHelp: 'Järjestys on ehdotus. Sinä valitset.', whyNot: 'Miksi joku ei ole listalla, ja mitä muuta on hyvä tietää',
    waiting: 'Odotus', offers: 'Kysytyt vapaaehtoiset', volunteer: 'Vapaaehtoinen', asked_on: 'Kysytty', answer: 'Vastaus', handOffs: 'Siirrot kumppaneille', firstMeetings: 'Ensitapaaminen', openings: 'Kuka on avannut asiakkaan tiedot', until: d => `vastattava ${d} mennessä`,
    personPage: 'Avaa henkilön sivu', eventPage: 'Avaa tapahtuman sivu',
    agreement: 'Sopimus', onCasePage: 'Lisää allekirjoitettu kappale tai kirjaa läpikäynti asian sivulla', version: (n, v) => `Versio ${n}, vapaaehtoinen ${v}`, task: 'Mihin vapaaehtoinen sitoutuu', help: 'Mitä apua asiakas voi odottaa',
    excluded: 'Mikä ei kuulu vapaaehtoiselle', client: 'Asiakas vahvistanut', byVolunteer: 'Vapaaehtoinen vahvistanut', notYet: 'ei vielä', pdf: n => `Sopimus, versio ${n} (PDF)`,
    support: 'Tuki ja kuulumiset', since: (v, d) => `${v}, alkaen ${d}`, period: n => `Seurantajakso ${n}`, wellbeing: n => `${n} / 5`, concern: 'huoli', nobodyYet: 'Kuulumisia ei ole vielä kerrottu.', record: 'Kirjaa puhelimessa kuultu tapaaminen, huoli tai tauko',
    toTell: 'Kerro puhelimitse tai kirjeellä', whatToTell: 'Mitä pitää kertoa', markTold: 'Merkitse kerrotuksi', told: 'Merkittiin kerrotuksi.',
    messages: 'Viestit', notes: 'Muistiinpanot', noNotes: 'Muistiinpanoja ei ole.',
    timeline: 'Vaiheet', addNote: 'Lisää muistiinpano', openPage: 'Asian sivu: puhelut, asiakirjat, omat tehtävät', note: 'Muistiinpano', noteHelp: 'Näkyy kaikille, jotka hoitavat tätä asiaa. Ei lähetetä kenellekään. Ei terveystietoja eikä ovikoodeja.',
    save: 'Tallenna', cancel: 'Peruuta', saved: 'Muistiinpano tallennettiin.', withdraw: 'Asiakas peruu pyynnön', withdrawReason: 'Miksi pyyntö perutaan?',
    withdrawHelp: 'Pyyntö päättyy heti: varattu vapaaehtoinen vapautuu, avoimet tarjoukset ja linkit suljetaan, ja asianosaisille kerrotaan. Tätä ei voi perua.',
    withdrawNow: 'Päätä pyyntö', withdrawn: 'Pyyntö on peruttu. Sen tehtävät poistuvat listalta.', write: 'Kirjoita tähän ensin.'
  },
  sv: {
    tab: 'Ärende', loading: 'Ärendet hämtas…', retry: 'Försök igen', login: 'Logga in',
    failed: 'Uppgifterna kunde inte hämtas. Försök igen om en stund.', ended: 'Din session har avslutats.',
    forbidden: 'Det här ärendet hör till ett annat område.', gone: 'Uppgiften finns inte längre, eller så hör den inte till ditt område.',
    waited: d => d === 0 ? 'kom in i dag' : d === 1 ? 'väntat en dag' : `väntat ${d} dagar`, continues: r => `Fortsättning på begäran ${r}`,
    people: 'Vem ber, och för vem', phone: 'Telefon', email: 'E-post', none: 'inte känt',
    asked: 'Vad önskas', noDescription: 'Begäran har ingen fri beskrivning.',
    border: 'Vad som hör till den frivilliga och vad som inte gör det', does: 'Hör till', never: 'Hör inte till',
    care: 'Samtycke och vårdansvar', questions: 'Tilläggsfrågor', general: 'Vi bad om komplettering av begäran.', noAnswer: 'Inget svar har kommit ännu.', practical: 'Praktiska saker', candidates: 'Kandidater och motiveringar', noCandidates: 'Ingen uppfyller alla villkor just nu.',
    points: (p, o) => `${p} / ${o}`, score: s => `${s} poäng`, candidatesHelp: 'Ordningen är ett förslag. Du väljer.', whyNot: 'Varför någon inte är på listan, och vad mer som är bra att veta',
    waiting: 'Väntan', offers: 'Tillfrågade frivilliga', volunteer: 'Frivillig', asked_on: 'Tillfrågad', answer: 'Svar', handOffs: 'Överföringar till partner', firstMeetings: 'Första mötet', openings: 'Vem har öppnat klientens uppgifter', until: d => `svar senast ${d}`,
    personPage: 'Öppna personens sida', eventPage: 'Öppna evenemangets sida',
    agreement: 'Överenskommelse', onCasePage: 'Lägg till en undertecknad kopia eller anteckna genomgången på ärendets sida', version: (n, v) => `Version ${n}, frivillig ${v}`, task: 'Vad den frivilliga åtar sig', help: 'Vilken hjälp klienten kan vänta sig',
    excluded: 'Vad som inte hör till den frivilliga', client: 'Klienten har bekräftat', byVolunteer: 'Den frivilliga har bekräftat', notYet: 'inte ännu', pdf: n => `Överenskommelsen, version ${n} (PDF)`,
    support: 'Stödet och hur det går', since: (v, d) => `${v}, sedan ${d}`, period: n => `Uppföljningsperiod ${n}`, wellbeing: n => `${n} / 5`, concern: 'oro', nobodyYet: 'Ingen har ännu berättat hur det går.', record: 'Anteckna en träff, oro eller paus du hört om per telefon',
    toTell: 'Berätta per telefon eller brev', whatToTell: 'Vad som ska berättas', markTold: 'Markera som berättat', told: 'Markerades som berättat.',
    messages: 'Meddelanden', notes: 'Anteckningar', noNotes: 'Det finns inga anteckningar.',
    timeline: 'Händelser', addNote: 'Lägg till en anteckning', openPage: 'Ärendets sida: samtal, dokument, egna uppgifter', note: 'Anteckning', noteHelp: 'Syns för alla som sköter ärendet. Skickas inte till någon. Inga hälsouppgifter, inga dörrkoder.',
    save: 'Spara', cancel: 'Avbryt', saved: 'Anteckningen sparades.', withdraw: 'Klienten återtar begäran', withdrawReason: 'Varför återtas begäran?',
    withdrawHelp: 'Begäran avslutas genast: en reserverad frivillig blir fri, öppna erbjudanden och länkar stängs, och de berörda får veta. Det kan inte ångras.',
    withdrawNow: 'Avsluta begäran', withdrawn: 'Begäran har återtagits. Dess uppgifter försvinner från listan.', write: 'Skriv här först.'
  },
  en: {
    tab: 'Case', loading: 'Loading the case…', retry: 'Try again', login: 'Log in',
    failed: 'The case could not be loaded. Please try again in a moment.', ended: 'Your session has ended.',
    forbidden: 'This case belongs to another district.', gone: 'The task is no longer there, or it is not in your district.',
    waited: d => d === 0 ? 'came in today' : d === 1 ? 'waited one day' : `waited ${d} days`, continues: r => `Goes on from request ${r}`,
    people: 'Who asks, and for whom', phone: 'Phone', email: 'E-mail', none: 'not known',
    asked: 'What is asked', noDescription: 'The request has no free description.',
    border: 'What belongs to the volunteer and what does not', does: 'Belongs', never: 'Does not belong',
    care: 'Consent and care', questions: 'Questions back', general: 'We asked for more about the request.', noAnswer: 'No answer has come yet.', practical: 'Practical matters', candidates: 'Candidates and reasons', noCandidates: 'Nobody meets every condition now.',
    points: (p, o) => `${p} / ${o}`, score: s => `${s} points`, candidatesHelp: 'The order is a proposal. You choose.', whyNot: 'Why somebody is not on the list, and what else is good to know',
    waiting: 'The wait', offers: 'Volunteers asked', volunteer: 'Volunteer', asked_on: 'Asked', answer: 'Answer', handOffs: 'Hand-offs to partners', firstMeetings: 'First meeting', openings: 'Who has opened the client’s details', until: d => `answer by ${d}`,
    personPage: 'Open the person’s page', eventPage: 'Open the event’s page',
    agreement: 'Agreement', onCasePage: 'Add a signed copy or note a review on the page of the case', version: (n, v) => `Version ${n}, volunteer ${v}`, task: 'What the volunteer commits to', help: 'What help the client may expect',
    excluded: 'What does not belong to the volunteer', client: 'The client has confirmed', byVolunteer: 'The volunteer has confirmed', notYet: 'not yet', pdf: n => `Agreement, version ${n} (PDF)`,
    support: 'The support and how it goes', since: (v, d) => `${v}, since ${d}`, period: n => `Follow-up period ${n}`, wellbeing: n => `${n} / 5`, concern: 'concern', nobodyYet: 'Nobody has told yet how it goes.', record: 'Record a visit, a concern or a break heard of by phone',
    toTell: 'Tell by phone or letter', whatToTell: 'What to tell', markTold: 'Mark as told', told: 'Marked as told.',
    messages: 'Messages', notes: 'Notes', noNotes: 'There are no notes.',
    timeline: 'What has happened', addNote: 'Add a note', openPage: 'The case’s page: calls, documents, own tasks', note: 'Note', noteHelp: 'Seen by everybody who works with this case. Not sent to anyone. No health details, no door codes.',
    save: 'Save', cancel: 'Cancel', saved: 'The note was saved.', withdraw: 'The client withdraws', withdrawReason: 'Why is the request withdrawn?',
    withdrawHelp: 'The request ends at once: a reserved volunteer is free again, open offers and links are closed, and those concerned are told. This cannot be undone.',
    withdrawNow: 'End the request', withdrawn: 'The request has been withdrawn. Its tasks disappear from the list.', write: 'Please write here first.'
  }
};

// config.js has chosen it by the same rule as the server: the cookie, the browser, Finnish
export const READER = known(document.documentElement.lang || navigator.language);

export function words(language) {
  return WORDS[known(language || READER)];
}

export function days(language) {
  const day = new Intl.DateTimeFormat(tag(language), { dateStyle: 'medium', timeZone: 'Europe/Helsinki' });
  const moment = new Intl.DateTimeFormat(tag(language), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Helsinki' });
  const number = new Intl.NumberFormat(tag(language), { maximumFractionDigits: 1 });
  return { day: at => day.format(new Date(at)), moment: at => moment.format(new Date(at)), number: n => number.format(n) };
}

function tag(language) {
  return { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }[known(language || READER)];
}

function known(language) {
  const code = (language || 'en').slice(0, 2).toLowerCase();
  return WORDS[code] ? code : 'en';
}
