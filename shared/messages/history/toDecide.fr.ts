import { agree, count, counted, people } from '../format/numbers.ts'

const nbsp = '\u00a0'
export const quoted = (text: string) => `«${nbsp}${text}${nbsp}»`

/** « au guichet 3 » for « Guichet 3 »; any other name is quoted as it is. */
export const at = (counter: string): string =>
  /^(guichet|bureau|poste|comptoir)\b/i.test(counter)
    ? `au ${counter.slice(0, 1).toLowerCase()}${counter.slice(1)}`
    : `à ${quoted(counter)}`

/** « le guichet 3 » for « Guichet 3 »; any other name is quoted as it is. */
const the = (counter: string): string =>
  /^(guichet|bureau|poste|comptoir)\b/i.test(counter)
    ? `le ${counter.slice(0, 1).toLowerCase()}${counter.slice(1)}`
    : quoted(counter)

/** What needs a decision, and its acts. */
export const toDecide = {
  title: 'À décider',
  more: (value: number) => `Voir ${agree(value, 'l’autre décision', `les ${count(value)} autres décisions`)}`,
  cancel: 'Annuler',

  nobody: (service: string) => `Aucun guichet pour ${service}`,
  openCounter: 'Ouvrir un guichet',
  openCounterFor: (service: string) => `Ouvrir un guichet${nbsp}: ${service}`,
  openWhich: 'Guichet',
  openWho: 'Tenu par',
  openPaused: (counter: string, until: string | null) =>
    `${counter}, en pause${until === null ? '' : ` jusqu’à ${until}`}`,
  openNobody: 'Aucun guichet fermé ou en pause, ou aucun agent habilité pour le tenir.',
  openAct: 'Ouvrir',
  openActFor: (counter: string) => `Ouvrir ${counter}`,
  /** « Fermer le guichet 1 »: any other name is quoted as it is. */
  closeCounter: (counter: string) => `Fermer ${the(counter)}`,
  closeCounterFor: (counter: string, service: string) => `Fermer ${the(counter)}${nbsp}: ${service}`,
  give: (counter: string) => `Confier ${at(counter)}`,
  giveFor: (counter: string, service: string) => `Confier ${at(counter)}${nbsp}: ${service}`,
  giveService: (service: string, counter: string) => `Ouvrir ${service} ${at(counter)}`,

  past: (number: string) => `${number} a passé le délai visé`,

  promise: (number: string, hour: string) => `${number} devait revenir à ${hour}`,
  putOff: 'Reporter le retour',
  putOffIn: (minutes: number) => `Dans ${count(minutes)}${nbsp}min`,
  putOffTo: 'Ou à quelle heure',
  putOffAct: 'Reporter',
  isBack: 'De retour',
  gone: 'Noter le départ',
  goneReason: 'N’est pas revenu à l’heure convenue',

  printerOut: (printer: string) => `${quoted(printer)} n’imprime pas`,
  printerWaits: (waiting: number) =>
    waiting === 0 ? 'Aucun papier n’attend.' : `${counted(waiting, 'papier attend', 'papiers attendent')}.`,
  rollEnds: (printer: string) => `Le rouleau de ${quoted(printer)} est presque fini`,
  rollEndsHelp: 'Elle imprime encore. Changez le rouleau entre deux personnes.',
  seePrinting: 'Voir les impressions',

  paused: (counter: string) => `${counter} est hors guichet plus longtemps que prévu`,
  pausedHelp: (since: string, until: string | null, reason: string | null) =>
    `Depuis ${since}${until === null ? ', sans heure de reprise' : `, reprise prévue à ${until}`}${
      reason === null ? '' : `, ${quoted(reason)}`
    }.`,
  pausedNobodyElse: (services: string) => `Personne d’autre ne reçoit ${services}.`,
  pausedCovered: 'Ses services sont reçus ailleurs.',
  reopen: 'Rouvrir le guichet',
  reopenFor: (counter: string) => `Rouvrir le guichet${nbsp}: ${counter}`,

  noTime: (service: string) => `${service}${nbsp}: la journée ne suffira pas`,

  stale: (date: string) => `La journée du ${date} n’est pas fermée`,
  staleHelp: (unsettled: number) =>
    unsettled === 0
      ? 'Tout le monde est reçu ou tracé.'
      : `${people(unsettled)} ${agree(unsettled, 'n’est ni reçue ni tracée', 'ne sont ni reçues ni tracées')}. Ouvrir la journée d’aujourd’hui les note «${nbsp}non reçues, du fait du service${nbsp}».`,
  staleSettle: 'Régler une par une',
  staleOpen: 'Ouvrir la journée d’aujourd’hui',

  late: (hour: string, service: string) => `Rendez-vous de ${hour}, ${service}${nbsp}: personne n’est là`,
  lateHelp: 'Une personne en retard garde le droit d’être reçue, au rang de son arrivée.',
  seeAppointments: 'Voir les rendez-vous',
  seeQueue: 'Voir qui attend',

  closeService: 'Fermer aux nouveaux tickets',
  closeShort: 'Fermer',
  closeServiceFor: (service: string) => `Fermer aux nouveaux tickets${nbsp}: ${service}`,
  closeWords: 'Ce que lit le public (facultatif)',
  closeChips: [
    'Ce service est fermé aujourd’hui en raison d’un mouvement social.',
    'Ce service ferme plus tôt aujourd’hui, faute d’agent disponible.',
    'Ce service reçoit jusqu’à la fermeture les personnes déjà présentes.',
  ],
  openService: 'Rouvrir',
  openServiceFor: (service: string) => `Rouvrir ${service}`,
}
