/** What a station says by itself while it is being paired, or looks for its host: the matter, then what to do. */
export const pairingFaults = {
  badAddress: {
    code: 'badAddress',
    message:
      'Cette adresse n’en est pas une. Recopiez celle que montre l’administration, par exemple 192.168.1.20:8443.',
  },
  noAnswer: {
    code: 'noAnswer',
    message:
      'Personne ne répond à cette adresse. Vérifiez l’adresse et le réseau de ce poste, et que l’office attend un poste.',
  },
  notAnOffice: {
    code: 'notAnOffice',
    message: 'Ce qui répond à cette adresse n’est pas un office Guichet. Vérifiez l’adresse.',
  },
  otherKey: {
    code: 'otherKey',
    message:
      'L’ordinateur qui répond n’est pas celui de l’office. Rien ne lui a été dit : prévenez l’informatique.',
  },
  codeWrong: {
    code: 'pairingCodeWrong',
    message:
      'Ce code n’est pas celui de l’office qui répond. Relisez le code et l’adresse sur l’écran de l’administration, puis recommencez.',
  },
} as const satisfies Readonly<Record<string, { readonly code: string; readonly message: string }>>

/** The page of a browser's link. */
export const linkPage = {
  title: 'Relier ce navigateur à l’office',
  becomes: (place: string) => `Ce navigateur deviendra le poste « ${place} ». Ce lien ne sert qu’une fois.`,
  accept: 'Relier ce navigateur',
  over: 'Ce navigateur n’est pas relié',
} as const
