import type { AgreedAnswer } from '../../contract/partners/agreed.ts'

const nbsp = '\u00a0'

/** What a refusal of another office means to whoever set it here; another one is said by its code. */
const refusals: Readonly<Record<string, string>> = {
  unauthorized: 'son jeton n’est pas reconnu. Demandez-lui un autre jeton.',
  forbiddenScope: 'son jeton n’a pas cette portée. Demandez-lui un jeton qui l’a.',
  tokenExpired: 'son jeton est expiré. Demandez-lui un autre jeton.',
  placesNotOffered:
    'il reconnaît le jeton, et ne garde aucune place. Demandez-lui de régler combien il en garde par jour, et pour quels services.',
  officeNotCreated: 'aucun office n’existe encore à cette adresse.',
  tooOften: 'il demande d’attendre un peu. Réessayez dans une minute.',
}

const about: Readonly<Record<AgreedAnswer['about'], string>> = { places: 'Places', figures: 'Chiffres' }

/** The other offices with which this one works, as the administration sets them. */
export const agreedWords = {
  title: 'Autres offices',
  help: 'Ces offices gardent des places aux personnes que vous réorientez, ou donnent leurs chiffres à la vue de la ville. Chaque office donne un jeton. Le jeton est gardé sur cet ordinateur seul.',
  none: 'Aucun autre office.',
  add: 'Ajouter un office',
  name: 'Nom, tel que les gens le connaissent',
  url: 'Adresse',
  urlHelp: 'Son administration montre cette adresse dans « Postes et réseau » : https://…:8443',
  token: 'Jeton',
  tokenHelp: 'Son responsable le crée dans « Autres logiciels » : portée « Places », ou « Chiffres ».',
  tokenKept: 'Le jeton est déjà gardé. Laissez vide pour ne pas le changer.',
  pins: 'Clés de son certificat (facultatif)',
  pinsHelp:
    'Si cet office a son propre certificat, écrivez les clés que montre son administration, séparées par des espaces.',
  places: 'Il garde des places',
  figures: 'Ses chiffres sont dans la vue de la ville',
  save: 'Enregistrer l’office',
  cancel: 'Annuler',
  change: 'Modifier',
  changeFor: (name: string) => `Modifier ${name}`,
  remove: 'Retirer',
  removeFor: (name: string) => `Retirer ${name}`,
  removed: (name: string) => `${name} est retiré.`,
  saved: (name: string) => `${name} est enregistré.`,
  try: 'Essayer',
  tryFor: (name: string) => `Essayer ${name}`,
  trying: 'L’autre office est interrogé…',
  nothing: 'Rien n’est à essayer. Cochez ce que cet office a accepté.',
  does: (places: boolean, figures: boolean) =>
    [...(places ? ['garde des places'] : []), ...(figures ? ['donne ses chiffres'] : [])].join(', ') ||
    'rien de convenu',
  answer: ({ about: what, is, code }: AgreedAnswer): string => {
    if (is === 'works') return `${about[what]}${nbsp}: il a répondu, tout va bien.`
    if (is === 'unreachable')
      return `${about[what]}${nbsp}: il ne répond pas. Vérifiez l’adresse, et la clé de son certificat.`
    return `${about[what]}${nbsp}: ${refusals[code ?? ''] ?? `il refuse (${code ?? ''}).`}`
  },
  wrong: {
    name: 'Écrivez son nom.',
    url: 'Écrivez une adresse qui commence par https://, sans rien derrière.',
    token: 'Écrivez son jeton entier (16 signes au moins).',
    pins: 'Une clé a 43 signes : copiez-les depuis son administration.',
  },
} as const
