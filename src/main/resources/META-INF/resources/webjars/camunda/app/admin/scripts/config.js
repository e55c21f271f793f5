// Settings of Camunda Admin, in English only: for admins, and accounts are kept elsewhere (the engine reads them).
export default {
  app: { name: 'Admin', vendor: 'Apusilta' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true
};
