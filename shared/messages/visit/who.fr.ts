import type { CapacityRule } from '../../contract/law/assessment.ts'
import type { Assistance } from '../../contract/visit/assistance.ts'

const nbsp = '\u00a0'

const mays: Readonly<Record<CapacityRule['may'][number], string>> = {
  file: 'déposer',
  sign: 'signer',
  collect: 'retirer',
}
const and = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} et ${words.at(-1) ?? ''}`

const natures: Readonly<Record<Assistance['nature'], string>> = {
  filing: 'Demande déposée en ligne',
  account: 'Compte ouvert ou rétabli',
  followUp: 'Suivi d’une demande',
  appointment: 'Rendez-vous pris',
  other: 'Autre aide',
}

/** Who is received, and what is done around their request. */
export const counterWho = {
  may: (may: CapacityRule['may']) =>
    may.length === 0 ? 'Ne peut rien faire seul ici' : `Peut ${and(may.map((act) => mays[act]))}`,
  together: 'avec la personne',
  notForeseen: 'Non prévu par la démarche',
  otherCapacities: 'Non prévues par les textes de cette démarche',
  proofToSee: (proof: string) => `À voir${nbsp}: ${proof.slice(0, 1).toLowerCase()}${proof.slice(1)}`,
  proofSeen: 'Preuve vue',
  proofNotSeen: 'Preuve non vue',
  scope: 'Objet du mandat ou de la mesure',
  until: 'Jusqu’au',
  ended: 'Terminé depuis cette date',

  /** The request before was theirs. */
  samePerson: (name: string) => `${name}, même personne`,
  otherTitles: 'Autres titres',
  usualTitles: 'Titres usuels',
  chosenTitle: 'Titre présenté',
  name: 'Nom de famille',
  firstName: 'Prénom',
  birth: 'Né(e) le',
  noteIt: 'Noter',
  usageAsked: 'Demande son nom d’usage',
  usageName: 'Nom d’usage',
  usage: (name: string, day: string) => `Nom d’usage ${name}, demandé le ${day}`,
  bornOn: (day: string) => `né(e) le ${day}`,
  read: { mrz: 'Zone lue', '2ddoc': '2D-Doc lu' },

  takeFile: 'Reprendre un dossier',
  takeFileHelp: 'Écrivez la référence du récépissé. Entrée reprend le dossier et ce qui y manquait.',
  reference: 'Référence du dossier',
  referenceWrong: `Une référence s’écrit DO-2026-318. Les chiffres suffisent${nbsp}: 318.`,
  typedPiece: 'une pièce notée à la main',
  fileTaken: (reference: string) => `${reference} repris`,
  fileMissing: (titles: readonly string[]) =>
    titles.length === 0 ? 'Aucune pièce ne manquait.' : `Il manquait${nbsp}: ${titles.join(', ')}`,
  letFile: 'Laisser ce dossier',

  more: 'Autour de la demande',
  moreHelp: 'Ces notes figurent au dossier. Aucune n’est obligatoire.',
  signings: { readAloud: 'Lecture faite à la personne', cannotSign: 'Ne peut ou ne sait signer' },
  forms: 'Formulaires remis',
  form: (cerfa: string) => `cerfa ${cerfa}`,
  formReason: (cerfa: string, title: string) => `Remplit le cerfa ${cerfa}, ${title}`,
  originals: 'Originaux gardés, à rendre (CRPA R113-5)',
  ministry: 'Récépissé du ministère',
  ministryHelp: 'Notez son numéro : Guichet ne délivre pas de second récépissé.',
  issuer: 'Délivré par',
  number: 'Numéro',
  noted: {
    forms: (cerfas: readonly string[]) => `Remis${nbsp}: ${cerfas.map((one) => `cerfa ${one}`).join(', ')}`,
    originals: (count: number) => `${count}${nbsp}${count < 2 ? 'original gardé' : 'originaux gardés'}`,
    ministry: (issuer: string, number: string) => `${issuer} n°${nbsp}${number}`,
  },

  assistTitle: 'Accompagnement en ligne',
  assistHelp: 'Dites ce que vous avez fait avec la personne, et sur quel site. Entrée termine.',
  nature: 'Ce qui a été fait',
  natures,
  site: 'Site',
  siteNone: 'Écrivez le site.',
  onlineNumber: 'Numéro donné par le site',
  mandate: 'Mandat signé aujourd’hui par la personne',
  endAssisted: 'Terminer',

  mrzTitle: 'Zone de lecture optique',
  mrzValid: 'Zone cohérente',
  mrzWrong: 'Zone mal lue',
  mrzUse: 'Noter l’identité et le nom',
  mrzFilled: 'Identité et nom notés : comparez-les au document.',
  mrzTruncated: 'Nom peut-être coupé : lisez-le sur le document.',
  extended: (until: string, source: string) => `Valable jusqu’au ${until} (${source})`,
  nothingKept: 'Rien de ce qui est lu n’est gardé, sinon ce que vous notez.',
  unknownCode: 'Ce code n’est ni une zone de titre, ni un 2D-Doc.',
  unknownCodeHelp: 'Relisez-le, ou saisissez à la main.',
  compare: 'À comparer avec ce qui est imprimé',
  unsigned: 'Cette annexe n’est pas signée : elle ne prouve rien',
  conform: 'Conforme à l’imprimé',
  notConform: 'Pas conforme',
  domicileFilled: 'Justificatif de domicile présenté, 2D-Doc vérifié.',
  cardGood: 'Carte authentique. Aucune priorité n’était à vérifier.',
  readLater: 'Dites que la personne est là (F5), puis lisez son document.',
  verdicts: {
    authentic: 'Authentique',
    forged: 'Signature fausse',
    unverifiable: 'Non vérifiable',
    expired: 'Expiré',
    revoked: 'Certificat révoqué',
    specimen: 'Spécimen',
    malformed: 'Illisible',
  },
  truncated: 'coupé, l’imprimé est plus long',
} as const
