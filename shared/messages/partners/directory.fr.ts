import { agree, calendarDate, count } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** « 9 h », « 18 h 30 » for `09:00:00`, `18:30:00`; as it is said where it is no hour. */
function hourSaid(text: string): string {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(text) ?? []
  if (hours === undefined || minutes === undefined) return text
  return `${Number(hours)}${nbsp}h${minutes === '00' ? '' : `${nbsp}${minutes}`}`
}

type Hours = {
  readonly from: string
  readonly to: string
  readonly spans: readonly (readonly [begins: string, ends: string])[]
  readonly comment: string
}

/** What comes from the directory of public services, and what its import says. */
export const directoryWords = {
  /** « Du lundi au vendredi : 9 h à 12 h, 14 h à 17 h (hors vacances) » */
  hours: ({ from, to, spans, comment }: Hours): string => {
    const days =
      from === '' || from === to || to === '' ? from || to : `Du ${from.toLowerCase()} au ${to.toLowerCase()}`
    const open = spans.map(([begins, ends]) => `${hourSaid(begins)} à ${hourSaid(ends)}`).join(', ')
    const text = [days, open].filter((part) => part !== '').join(`${nbsp}: `)
    return comment === '' ? text : `${text} (${comment.replace(/\.$/, '')})`
  },
  /** The mention that the licence asks for (Licence Ouverte 2.0). */
  credit: (file: string, on: string) =>
    `Service-Public.gouv.fr / DILA, fichier ${file} du ${calendarDate(on)}`,
  /** How to reach an office, on a paper. */
  contact: (office: {
    readonly hours: readonly string[]
    readonly telephone: string | null
    readonly email: string | null
  }) =>
    [
      ...(office.hours.length === 0 ? [] : [`Ouverture${nbsp}: ${office.hours.join(`${nbsp}; `)}`]),
      ...(office.telephone === null ? [] : [`téléphone${nbsp}: ${office.telephone}`]),
      ...(office.email === null ? [] : [`courriel${nbsp}: ${office.email}`]),
    ].join('. '),
  search: {
    help: 'Nom, sorte ou commune. Les flèches parcourent, Entrée choisit.',
    none: 'L’annuaire ne contient pas ces mots. Écrivez le destinataire.',
    missing: 'Cet office n’a pas d’annuaire. Écrivez le destinataire.',
    found: (offices: number) => `${count(offices)} ${agree(offices, 'service trouvé', 'services trouvés')}`,
    noAddress: 'sans adresse',
    chosen: 'Coordonnées reprises de l’annuaire',
    clear: 'Ne pas les dire',
  },
  /** At the counter, when the person is sent elsewhere. */
  forward: {
    title: 'Réorienter la personne',
    help: 'Écrivez le service compétent : le papier de la personne dit où aller et comment (CRPA L114-2). Si vous ne connaissez pas ce service, revenez et choisissez « Renseignement » ou « Non reçu ».',
    to: 'Vers quel service',
    address: 'Son adresse',
    missing: 'Écrivez vers quel service.',
    end: 'Terminer la demande',
  },
  cli: {
    usage: `Usage : guichet directory import FICHIER --data DOSSIER [--on AAAA-MM-JJ]

  lit l’annuaire local de Service-Public (JSON de la DILA, national ou en extrait) et le met dans le dossier de
  l’office, à la place de celui d’avant ; dit ce qui a été pris et laissé
  --on   la date du fichier (par défaut : celle de sa dernière modification)
`,
    noFile: (file: string) =>
      `Le fichier « ${file} » n’existe pas, ou ne peut pas être lu. Rien n’est changé.`,
    noFolder: (folder: string) =>
      `« ${folder} » n’est pas un dossier d’office. Donnez celui de l’hôte ; rien n’est changé.`,
    notJson: (file: string) =>
      `« ${file} » n’est pas un fichier JSON entier : il est coupé, compressé, ou d’un autre format. Décompressez-le, ou téléchargez-le à nouveau ; l’annuaire en place est gardé.`,
    tooLong: (file: string) =>
      `« ${file} » tient d’un seul bloc bien plus gros qu’un service : ce n’est pas l’annuaire de la DILA. L’annuaire en place est gardé.`,
    noService: (file: string) =>
      `« ${file} » ne contient aucun service lisible : ce n’est pas l’annuaire de la DILA ({"service": […]}). L’annuaire en place est gardé.`,
    unwritable: 'Le dossier de l’office ne peut pas être écrit. L’annuaire en place est gardé.',
    taken: (asked: {
      readonly offices: number
      readonly unreadable: number
      readonly unpublished: number
      readonly repeated: number
      readonly file: string
      readonly on: string
    }) =>
      [
        `Annuaire importé : ${count(asked.offices)} ${agree(asked.offices, 'service pris', 'services pris')} (${directoryWords.credit(asked.file, asked.on)}, Licence Ouverte 2.0).`,
        ...left(asked.unpublished, 'que la DILA ne diffuse pas'),
        ...left(asked.unreadable, 'sans nom ni identifiant lisibles'),
        ...left(asked.repeated, 'déjà lus sous le même identifiant'),
      ].join('\n'),
  },
} as const

const left = (services: number, why: string): readonly string[] =>
  services === 0
    ? []
    : [`${count(services)} ${agree(services, 'service laissé', 'services laissés')} : ${why}.`]
