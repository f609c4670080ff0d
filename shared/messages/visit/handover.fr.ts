const nbsp = '\u00a0'

/** A title handed over at the counter: found, checked with the person, given. */
export const handoverWords = {
  title: 'Titre à remettre',
  find: 'Titre à retirer',
  findHelp: 'Nom, numéro de demande, de titre ou de récépissé, référence du dossier. Entrée cherche.',
  field: 'Nom ou numéro',
  search: 'Chercher',
  traced: 'La recherche laisse une trace.',
  none: 'Aucun titre n’attend sous ce nom. F10 note une remise sans dossier, F8 un renseignement.',
  several:
    'Plusieurs titres attendent sous ce nom. Choisissez dans la liste, avec le chiffre. Si aucun n’est à cette personne, effacez le nom, puis appuyez sur F10.',
  /** On the bar, in a browser: no page brings another tab to the front. */
  inTab: 'Allez à l’onglet du guichet : la remise y est affichée.',
  more: 'Il y en a d’autres : écrivez le nom en entier, ou un numéro.',
  results: 'Titres trouvés',
  withoutFile: 'Remettre un titre sans dossier',
  withoutFileHelp:
    'Le titre n’est pas enregistré dans le tiroir. F10 cherche le nom, puis note que le titre est remis.',
  slot: 'Tiroir, case',
  noSlot: '–',
  name: 'Nom, prénoms',
  birth: 'Naissance',
  number: 'Numéro',
  arrived: 'Arrivé le',
  collectBy: (arrived: string, by: string) => `${arrived} · à retirer avant le ${by}`,
  check: 'À vérifier avec la personne',
  checks: {
    identity: { title: 'Identité', detail: 'la personne est celle de la photo du titre' },
    data: { title: 'Nom, naissance, adresse', detail: 'relus par elle sur le titre' },
    former: { title: 'Ancien titre', detail: 'rendu, sauf visa en cours' },
  },
  verified: 'Vérifié',
  toVerify: 'À vérifier',
  error: 'Une erreur sur le titre : ne pas le remettre.',
  errorAct: 'Signaler l’erreur',
  errorField: 'Ce qui est faux sur le titre',
  errorNone: 'Écrivez ce qui est faux sur le titre.',
  errorSaid: (what: string) => `Erreur sur le titre${nbsp}: ${what}`,
  errorNoted:
    'Erreur notée sur le dossier. Le titre reste dans le tiroir ; une nouvelle demande est à faire.',
  act: 'Remettre',
  to: (name: string | null) => (name === null ? 'Remettre au titulaire' : `Remettre à ${name}`),
  /** Not the holder, and nobody has written who. */
  toUnnamed: 'Remettre à une personne à nommer',
  other: 'Quelqu’un d’autre',
  takerCapacity: 'Qualité',
  takerSelf: 'Le titulaire lui-même',
  takerUnsaid: 'Choisir',
  takerUnsaidYet: 'Choisissez en quelle qualité la personne prend le titre.',
  takerProof: (proof: string) => `À voir${nbsp}: ${proof}.`,
  takerAct: 'Noter',
  register: 'Signature au registre papier',
  notChecked: (what: readonly string[]) => `À vérifier d’abord${nbsp}: ${what.join(', ')}.`,
  after: (slot: string | null, reference: string) =>
    `Après la remise${nbsp}: ${slot === null ? '' : `la case ${slot} est libre, `}le dossier ${reference} est terminé.`,
  another: 'Autre titre',
} as const
