// Keeps what people write out of the browser's storage, and sends them to our one login page.
// Tasklist stores a form as clear text under camunda-form:<task id>, on Save and by itself when the session ends, and never
// deletes it. Here the words_ fields are taken out before a draft is stored, and old drafts go with every full page load.

const DRAFT = 'camunda-form:';

const wipe = () => Object.keys(localStorage).filter(key => key.startsWith(DRAFT)).forEach(key => localStorage.removeItem(key));

const store = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (!String(key).startsWith(DRAFT)) {
    return store.call(this, key, value);
  }
  try {
    const draft = JSON.parse(value);
    Object.keys(draft).filter(field => field.startsWith('words_')).forEach(field => delete draft[field]);
    return store.call(this, key, JSON.stringify(draft));
  } catch (unreadable) {
    return undefined;
  }
};

const toLogin = () => {
  if (location.hash.startsWith('#/login')) {
    wipe();
    location.assign('/login');
  }
};

wipe();
window.addEventListener('hashchange', toLogin);
toLogin();

export default [];
