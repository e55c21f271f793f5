// Settings of Camunda Cockpit. In English only: it is the engine room, of managers and admins; /manage says the same in fi, sv and en.
export default {
  app: { name: 'Cockpit', vendor: 'Apusilta' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true
};
