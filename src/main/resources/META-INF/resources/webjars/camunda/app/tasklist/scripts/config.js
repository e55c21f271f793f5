// Settings of Camunda Tasklist. This file comes instead of the one in Camunda's jar.

// The reader's language by the same rule as on our own pages: the one chosen there (cookie), else the browser's, else Finnish.
// Camunda looks at the first of navigator.languages only, so that is what we answer.
const known = ['fi', 'sv', 'en'];
const chosen = (document.cookie.match(/(?:^|; )apusilta-lang=(fi|sv|en)(?:;|$)/) || [])[1];
const language = chosen || navigator.languages.map(l => l.slice(0, 2).toLowerCase()).find(l => known.includes(l)) || 'fi';
Object.defineProperty(navigator, 'languages', { configurable: true, get: () => [language] });
document.documentElement.lang = language;

const words = {
  fi: { name: 'Tehtävälista', claim: 'ota valittu tehtävä itsellesi', filter: 'siirry ensimmäiseen jonoon', list: 'siirry ensimmäiseen tehtävään', form: 'siirry lomakkeen ensimmäiseen kenttään' },
  sv: { name: 'Uppgiftslista', claim: 'ta den valda uppgiften', filter: 'gå till den första kön', list: 'gå till den första uppgiften', form: 'gå till formulärets första fält' },
  en: { name: 'Tasklist', claim: 'claim the selected task', filter: 'go to the first queue', list: 'go to the first task', form: 'go to the first field of the form' }
}[language];

export default {
  app: { name: words.name, vendor: 'Apusilta' },
  // no second file to fall back on: ours are complete (a test compares them), and words shown before both had come stayed keys
  locales: { availableLocales: known, fallbackLocale: language },
  // a file named here must exist and export something, or no plugin starts
  customScripts: ['scripts/apusilta.js', 'scripts/form-texts.js', 'scripts/stale-errors.js', 'scripts/queues.js', 'scripts/case-tab.js', 'scripts/card.js'],
  disableWelcomeMessage: true,
  // our tasks carry no comments: the engine refuses them (R20, privacy)
  assignProcessInstanceIdToTaskComment: false,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: words.claim },
    focusFilter: { key: 'ctrl+shift+f', description: words.filter },
    focusList: { key: 'ctrl+alt+l', description: words.list },
    focusForm: { key: 'ctrl+alt+f', description: words.form }
  }
};
