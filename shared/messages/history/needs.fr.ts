import { agree, count, counted, people } from '../format/numbers.ts'

const nbsp = '\u00a0'

/** What a supervisor can still do where no counter can be opened; a service that gives no ticket has nothing to close. */
const whatRemains = (givesTickets: boolean, ...also: readonly string[]) => {
  const acts = [
    ...(givesTickets ? ['fermer le service aux nouveaux tickets'] : []),
    ...also,
    'prévenir le public par un message',
  ]
  return `Vous pouvez encore ${acts.slice(0, -1).join(', ')}${acts.length > 1 ? ' ou ' : ''}${acts.at(-1)}`
}

/** The supervision's first page: what each service needs now, in one line, and the act that answers it. */
export const needWords = {
  title: (waiting: number) =>
    waiting === 0
      ? `Services · personne n’attend`
      : `Services · ${people(waiting)} ${agree(waiting, 'attend', 'attendent')}`,
  nothing: 'Rien à faire',
  /** Some wait, none longer than the service's target, and who comes now will not either. */
  withinTarget: 'Attente dans le délai visé',
  slow: (wait: string) => `Qui prend un ticket maintenant attendra plus que le délai visé${nbsp}: ${wait}`,
  wait: (waiting: number) => (waiting === 0 ? 'personne n’attend' : agree(waiting, 'attend', 'attendent')),
  first: (wait: string) => `la première, ${wait}`,
  noCounter: (backAt: string | null) =>
    backAt === null ? 'Aucun guichet' : `Aucun guichet jusqu’à ${backAt}`,
  /** Counters whose agent could receive; where none could, those whose agent could once their pause ends. */
  able: (counters: readonly string[], paused: readonly string[]) =>
    counters.length === 0 && paused.length > 0
      ? `${paused.join(', ')}, en pause${nbsp}: ${agree(paused.length, 'habilité', 'habilités')}. Un guichet en pause peut être rouvert.`
      : counters.length === 0
        ? 'Aucun agent habilité à un guichet ouvert.'
        : `${counters.join(', ')}${nbsp}: ${agree(counters.length, 'habilité', 'habilités')}.`,
  past: (over: string, number: string, others: number) =>
    `Délai passé de ${over} pour ${number}${others === 0 ? '' : ` et ${counted(others, 'autre', 'autres')}`}`,
  noTime: (atRisk: number) =>
    `${people(atRisk)} ${agree(atRisk, 'risque', 'risquent')} de ne pas être ${agree(atRisk, 'reçue', 'reçues')}`,
  newDoubtful: 'Qui prend un ticket maintenant ne sera peut-être pas reçu',
  late: (appointments: number) => `${count(appointments)}${nbsp}rendez-vous en retard`,
  /** What the counters do for a service: « Guichets 1, 3 ; guichet 2 hors guichet jusqu’à 11 h 00 ». */
  receiving: (counters: readonly string[]) =>
    counters.length === 0 ? 'Aucun guichet ouvert' : counters.join(', '),
  away: (counter: string, until: string | null) =>
    `${counter} hors guichet${until === null ? '' : ` jusqu’à ${until}`}`,
  /** A call that nobody answers keeps its counter. */
  unanswered: (counter: string, number: string, since: string) =>
    `${counter} appelle ${number} depuis ${since}, sans réponse`,
  /** A long wait that no counter could shorten. */
  allReceive: (givesTickets: boolean) => `Tous les guichets sont ouverts. ${whatRemains(givesTickets)}`,
  /** The same, where a counter is closed or paused. */
  nobodyFree: (givesTickets: boolean) =>
    `Aucun agent habilité pour ce service n’est libre pour tenir un guichet de plus. ${whatRemains(givesTickets, 'faire revenir un agent')}`,
  closed: (since: string, words: string | null) =>
    `Fermé aux nouveaux tickets depuis ${since}${words === null ? '' : `${nbsp}: «${nbsp}${words}${nbsp}»`}`,
  ticketsLeft: (left: number) =>
    left === 0
      ? 'Tous les tickets du jour sont donnés'
      : `${counted(left, 'ticket reste', 'tickets restent')} aujourd’hui`,
  kept: (counter: string, reason: string | null) =>
    `Place gardée · ${counter}${reason === null ? '' : ` · ${reason}`}`,
  due: (hour: string) => `prévu à ${hour}`,
  mustReturn: (number: string) => `${number} doit revenir`,
  /** A notice of a turn that did not leave, the person being told that they would have it. */
  unsent: {
    name: (number: string) => `${number} n’est pas prévenu`,
    need: (number: string) => `L’avis de ${number} n’est pas parti`,
    detail: 'Appelez la personne de vive voix ou au micro. Elle compte sur cet avis pour revenir à temps.',
    told: 'Personne prévenue',
    toldFor: (number: string) => `Personne prévenue${nbsp}: ${number}`,
  },
  since: 'Depuis l’ouverture',
  tickets: (value: number) => counted(value, 'ticket', 'tickets'),
  counts: {
    received: 'reçus',
    atCounter: 'au guichet',
    waiting: 'attendent',
    parked: 'doivent revenir',
    left: 'partis avant l’appel',
    absent: 'absents à l’appel',
    unserved: 'non reçus',
  },
} as const
