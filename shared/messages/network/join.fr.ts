const nbsp = '\u00a0'

/** The welcome of a machine that becomes a station of an office that exists already. */
export const join = {
  offer: 'Rejoindre un office',
  title: 'Rejoindre un office',
  help: `L’administration de l’office montre une adresse et un code, dans «${nbsp}Postes et réseau${nbsp}». Le code vaut deux minutes.`,
  address: 'Adresse de l’office',
  addressHelp: `Par exemple${nbsp}: 192.168.1.20:8443`,
  addressWrong: `Recopiez l’adresse que montre l’administration${nbsp}: 192.168.1.20:8443.`,
  code: 'Code',
  codeHelp: 'Huit chiffres',
  codeWrong: 'Écrivez les huit chiffres que montre l’administration.',
  found: 'Offices qui attendent un poste sur ce réseau',
  looking: 'Recherche sur le réseau…',
  none: 'Aucun office ne s’annonce sur ce réseau. C’est fréquent : tapez l’adresse.',
  again: 'Chercher à nouveau',
  take: (name: string, address: string) => `${name}, ${address}`,
  join: 'Rejoindre',
  joining: 'Demande en cours…',
  joined: 'Ce poste est relié. Il s’ouvre.',
  back: 'Revenir',
  failed: 'Ce poste n’a pas pu demander. Relancez Guichet, puis recommencez.',
} as const
