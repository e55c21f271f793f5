// Settings of Camunda Welcome. The reader's language by the same rule as on our own pages (see ../../tasklist/scripts/config.js).
const known = ['fi', 'sv', 'en'];
const chosen = (document.cookie.match(/(?:^|; )apusilta-lang=(fi|sv|en)(?:;|$)/) || [])[1];
const language = chosen || navigator.languages.map(l => l.slice(0, 2).toLowerCase()).find(l => known.includes(l)) || 'fi';
Object.defineProperty(navigator, 'languages', { configurable: true, get: () => [language] });
document.documentElement.lang = language;

export default {
  app: { name: { fi: 'Aloitus', sv: 'Start', en: 'Welcome' }[language], vendor: 'Apusilta' },
  locales: { availableLocales: known, fallbackLocale: language },
  disableWelcomeMessage: true
};
