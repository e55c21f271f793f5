// The few words the form library (form-js) says by itself, in the reader's language. They are matched as a whole: one that
// changes in a later version stays English and nothing breaks. Our own labels come translated from the server.

const language = document.documentElement.lang;

const WORDS = {
  fi: [
    [/^Select$/, 'Valitse'],
    [/^Search$/, 'Hae'],
    [/^No results$/, 'Ei tuloksia'],
    [/^Field is required\.$/, 'Tämä tieto tarvitaan.'],
    [/^Field must have minimum value of (.+)\.$/, 'Pienin mahdollinen arvo on $1.'],
    [/^Field must have maximum value of (.+)\.$/, 'Suurin mahdollinen arvo on $1.'],
    [/^Field must have minimum length of (.+)\.$/, 'Kirjoita vähintään $1 merkkiä.'],
    [/^Field must have maximum length of (.+)\.$/, 'Teksti on liian pitkä: enintään $1 merkkiä.']
  ],
  sv: [
    [/^Select$/, 'Välj'],
    [/^Search$/, 'Sök'],
    [/^No results$/, 'Inga träffar'],
    [/^Field is required\.$/, 'Den här uppgiften behövs.'],
    [/^Field must have minimum value of (.+)\.$/, 'Det minsta möjliga värdet är $1.'],
    [/^Field must have maximum value of (.+)\.$/, 'Det största möjliga värdet är $1.'],
    [/^Field must have minimum length of (.+)\.$/, 'Skriv minst $1 tecken.'],
    [/^Field must have maximum length of (.+)\.$/, 'Texten är för lång: högst $1 tecken.']
  ]
}[language];

const CALENDAR = {
  fi: {
    weekdays: ['su', 'ma', 'ti', 'ke', 'to', 'pe', 'la'],
    months: ['tammikuu', 'helmikuu', 'maaliskuu', 'huhtikuu', 'toukokuu', 'kesäkuu', 'heinäkuu', 'elokuu', 'syyskuu', 'lokakuu', 'marraskuu', 'joulukuu']
  },
  sv: {
    weekdays: ['sö', 'må', 'ti', 'on', 'to', 'fr', 'lö'],
    months: ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december']
  }
}[language];

// how a date is to be written: the letters for day, month and year
const DATE = { fi: { d: 'p', m: 'k', y: 'v' }, sv: { y: 'å' } }[language];

const said = text => {
  if (/^[dmy]+([./ -]+[dmy]+){2}\.?$/.test(text)) {
    return text.replace(/[dmy]/g, letter => DATE[letter] || letter);
  }
  const [pattern, words] = WORDS.find(([pattern]) => pattern.test(text)) || [];
  return pattern ? text.replace(pattern, words) : text;
};

const translate = form => {
  form.querySelectorAll('.fjs-form-field-error li, .fjs-select-placeholder, .fjs-dropdownlist .fjs-dropdownlist-empty').forEach(place => {
    const text = place.firstChild;
    if (text && text.nodeType === Node.TEXT_NODE && said(text.data) !== text.data) {
      text.data = said(text.data);
    }
  });
  form.querySelectorAll('input[placeholder]').forEach(input => {
    if (said(input.placeholder) !== input.placeholder) {
      input.placeholder = said(input.placeholder);
    }
  });
};

if (WORDS) {
  new MutationObserver(() => document.querySelectorAll('.fjs-container').forEach(translate))
    .observe(document.body, { childList: true, subtree: true, characterData: true });
}
if (CALENDAR && window.flatpickr) {
  window.flatpickr.localize({
    firstDayOfWeek: 1,
    weekdays: { shorthand: CALENDAR.weekdays, longhand: CALENDAR.weekdays },
    months: { shorthand: CALENDAR.months.map(month => month.slice(0, 3)), longhand: CALENDAR.months }
  });
}

export default [];
