const nbsp = '\u00a0'

/** What any page says in a browser that runs no script, whoever reads it: French first, then English. */
export const withoutScripts = {
  fr: {
    title: 'Cette page ne peut pas s’afficher sans JavaScript',
    help: `Autorisez JavaScript pour cette adresse dans votre navigateur, puis rechargez la page. Si vous ne pouvez pas, demandez à l’accueil de l’office${nbsp}: vous y serez reçu de la même façon.`,
  },
  en: {
    title: 'This page needs JavaScript',
    help: 'Allow JavaScript for this address in your browser, then load the page again. If you cannot, ask at the reception desk: you will be received there just the same.',
  },
} as const
