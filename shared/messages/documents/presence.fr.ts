import { freely } from './freely.fr.ts'
import type { NotReceivedWhy, PassageStep, Presence } from '../../contract/documents/presenceFacts.ts'
import type { UndoableAct } from '../../contract/queue/counters.ts'
import type { CallCode, Fault } from '../../contract/queue/reasons.ts'
import { agree, count, duration } from '../format/numbers.ts'
import { serviceSaid } from './documents.fr.ts'

// What papers say of a presence: the certificate of non-reception, the attestation on request, « Mon passage ».

/** By whose doing somebody was not received. */
export const faultWords: Readonly<Record<Fault, string>> = {
  service: 'du fait du service',
  person: 'du fait de la personne',
  thirdParty: 'du fait d’un tiers',
}

/** Where the person was when their presence was attested. */
export const stageWords: Readonly<Record<Exclude<Presence['stage'], 'closed'>, string>> = {
  waiting: 'attend son tour',
  called: 'est appelée au guichet',
  serving: 'est reçue au guichet',
  away: 'a été reçue et doit revenir',
  absent: 'n’était pas là à l’appel',
  left: 'est partie avant l’appel',
}

/** Why a person is called then, on their own paper: the text that gives a priority, never the ground. */
export const callWords: Readonly<Record<CallCode, string>> = {
  legalPriority: 'priorité prévue par la loi',
  localPriority: 'priorité prévue par la règle locale publiée',
  appointment: 'rendez-vous',
  overtakenEnough: 'nombre maximal de passages devant atteint',
  cap: 'priorités de suite limitées par la règle locale',
  maximumWait: 'attente maximale du service dépassée',
  weightedWait: 'attente rapportée à celle que le service vise',
  arrivalOrder: 'ordre d’arrivée',
  keptArrival: 'ordre d’arrivée, par l’heure d’arrivée dans l’office précédent',
  outOfOrder: 'appel hors de l’ordre, motivé par l’agent',
}

const undone: Readonly<Record<UndoableAct, string>> = {
  call: 'Appel repris : il n’a pas eu lieu',
  start: 'Début de la réception repris',
  absent: 'Absence reprise : vous étiez là',
  park: 'Mise en attente reprise',
  resume: 'Retour annulé : vous étiez encore attendu',
  transfer: 'Réorientation reprise',
  close: 'Fin de la réception reprise',
  pause: 'Pause du guichet reprise',
  reopen: 'Fin de la pause du guichet annulée',
}

const channels: Readonly<Record<Extract<PassageStep, { is: 'taken' }>['channel'], string>> = {
  kiosk: 'à la borne',
  reception: 'à l’accueil',
  counter: 'au guichet',
  entrance: 'à l’entrée',
}

const settled: Readonly<Record<Extract<PassageStep, { is: 'notReceived' }>['how'], string>> = {
  appointment: 'un rendez-vous a été donné',
  certificate: 'un certificat a été remis',
  reason: 'le motif a été noté',
  dayNeverClosed: 'la journée n’avait pas été close',
}

const atCounter = (name: string | null) => (name === null ? 'à l’entrée' : name)

export const presenceWords = {
  notReceived: (when: string) =>
    `Vous vous êtes présenté ${when}. Vous n’avez pas pu être reçu, et vous en avez ici la preuve datée.`,
  why: {
    serviceClosed: 'Motif : le service était fermé.',
    noTimeLeft: 'Motif : il ne restait plus assez de temps avant la fermeture.',
    nobodyServes: 'Motif : aucun guichet ne recevait pour ce service.',
    closing: 'Motif : le service a fermé avant votre tour.',
    notReceived: 'Motif : vous n’avez pas pu être reçu ce jour.',
    leftOvernight: 'Motif : la journée s’est achevée sans que votre passage soit réglé.',
  } satisfies Readonly<Record<NotReceivedWhy, string>>,
  detail: (typed: string) => `${freely('Précision')}\u00a0: ${typed}`,
  fault: (fault: Fault) => `Vous n’avez pas été reçu ${faultWords[fault]}.`,
  faultOf: (fault: Fault) => `Non-réception ${faultWords[fault]}.`,
  appointment: (when: string) => `Un rendez-vous vous est donné\u00a0: ${when}.`,
  claim:
    'Si un délai court, ce certificat prouve la date et l’heure auxquelles vous vous êtes présenté (CJA, art. R421-2). Il n’est pas une décision et ne demande aucune pièce.',
  hours: 'Votre présence',
  arrived: (when: string) => `Arrivée ${when}`,
  begun: (when: string) => `réception commencée ${when}, non achevée`,
  /** « jusqu’à 10 h 19 », « jusqu’au 3 mars 2026, 10 h 19 ». */
  until: (when: string, dated: boolean) => `présence constatée jusqu’${dated ? 'au' : 'à'} ${when}`,
  still: 'présence en cours',
  stage: (stage: Exclude<Presence['stage'], 'closed'>) =>
    `Au moment de l’attestation, la personne ${stageWords[stage]}.`,

  lead: (number: string, when: string) =>
    `Tout ce que l’office a noté du ticket ${number}, pris ${when}, est écrit ici.`,
  yours:
    'Cette trace est la vôtre. Elle ne dit pas le motif d’une priorité, qui n’est connu que de vous et de l’agent qui vous reçoit.',
  steps: 'Ce qui s’est passé',
  hourColumn: 'Heure',
  stepColumn: 'Ce qui a été noté',
  overtakes: 'Qui est passé avant vous en étant arrivé après vous',
  noOvertake: 'Personne : nul n’a été appelé avant vous en étant arrivé après vous.',
  overtakeColumn: 'Raison de l’appel',
  timesColumn: 'Combien de fois',
  times: (times: number) => `${count(times)} fois`,
  documents: 'Vos documents',
  noDocument: 'Aucun document n’a été émis.',
  documentColumn: 'Document',
  codeColumn: 'Code court',
  document: (title: string, number: string, when: string) => `${title}, n°\u00a0${number}, ${when}`,
  replacedBy: (number: string) => `ne vaut plus\u00a0: voir n°\u00a0${number}`,
  rule: 'La règle d’appel, telle qu’elle est publiée',
  check: 'Vérifier sans nous',
  checkHow: [
    'Le code de ce papier se vérifie avec la seule clé publique de l’office. L’export du journal doit dire la même chose, étape par étape.',
  ],
  seq: (seq: number, hash: string) => `Journal\u00a0: fait n°\u00a0${count(seq)}, empreinte ${hash}`,
  key: (key: string) => `Clé publique de l’office (Ed25519)\u00a0: ${key}`,
  issuedByOffice: (service: string) => `Établi par l’office, ${serviceSaid(service)}`,

  step: {
    taken: (channel: keyof typeof channels, service: string, requests: number) =>
      `Ticket pris ${channels[channel]}\u00a0: ${service}${requests > 1 ? `, ${count(requests)}\u00a0demandes` : ''}`,
    appointmentAt: (when: string) => `rendez-vous de ${when}`,
    announced: (p50: number, p90: number) =>
      `attente annoncée\u00a0: ${duration(p50 * 1000)} à ${duration(p90 * 1000)}`,
    doubtAnnounced: 'annoncé\u00a0: peut-être pas reçu ce jour',
    joined: (service: string, when: string) =>
      `Ticket provisoire pris ${when} à une borne coupée de l’accueil, entré dans la file au retour\u00a0: ${service}`,
    joinedTooLate: 'la journée était finie : non reçu, du fait du service',
    entered: (service: string) => `Passage noté à la main, saisi ensuite\u00a0: ${service}`,
    priority: (given: boolean) => (given ? 'Priorité notée' : 'Priorité retirée'),
    called: (counter: string | null, why: string) =>
      `Appel\u00a0: ${atCounter(counter)}. Raison\u00a0: ${why}`,
    overtaken: (people: number) =>
      `${count(people)}\u00a0${agree(people, 'personne arrivée avant attendait', 'personnes arrivées avant attendaient')} encore`,
    recalled: (counter: string | null) => `Rappel\u00a0: ${atCounter(counter)}`,
    absent: 'Absence notée après les appels',
    returned: (keepsRank: boolean) =>
      keepsRank ? 'Retour, au même rang' : 'Retour, au rang de l’heure du retour',
    received: (counter: string | null) => `Réception\u00a0: ${atCounter(counter)}`,
    parked: 'Réception suspendue, retour attendu',
    promised: (when: string) => `retour prévu à ${when}`,
    moved: (when: string) => `Retour reporté à ${when}`,
    resumed: (counter: string | null) => `Reprise de la réception\u00a0: ${atCounter(counter)}`,
    sentBack: (service: string) => `Retour dans la file, au même rang\u00a0: ${service}`,
    transferred: (service: string) => `Réorientation, au même rang\u00a0: ${service}`,
    replaced: 'Ticket perdu, refait\u00a0: l’ancien code ne vaut plus',
    requestAdded: (service: string) => `Une démarche de plus\u00a0: ${service}`,
    requestEnded: (outcome: string) => `Fin d’une démarche\u00a0: ${outcome}`,
    ended: (outcome: string) => `Fin de la réception\u00a0: ${outcome}`,
    rules: (procedure: string, version: string) => `règles\u00a0: ${procedure}, version ${version}`,
    left: 'Départ avant l’appel',
    notReceived: (how: keyof typeof settled) => `Non reçu\u00a0: ${settled[how]}`,
    undone: (act: UndoableAct) => undone[act],
  },
} as const
