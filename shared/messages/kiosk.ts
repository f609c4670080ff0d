import { agree, hour as frenchHour } from './numbers.ts'

const nbsp = '\u00a0'

const fr = {
  language: 'Français',
  choose: `Quelle est votre démarche${nbsp}?`,
  chooseHelp: `Choisissez la principale${nbsp}; l’agent pourra traiter les autres.`,
  languages: 'Langue',
  back: 'Retour',
  restart: 'Revenir au début',
  nobodyWaits: 'Personne n’attend',
  peopleWait: (count: number) => `${count}${nbsp}${agree(count, 'personne attend', 'personnes attendent')}`,
  waitingWords: (count: number) =>
    agree(count, 'personne attend avant vous', 'personnes attendent avant vous'),
  nobodyBefore: 'Personne n’attend avant vous',
  countersOpen: (count: number) =>
    `${count}${nbsp}${agree(count, 'guichet ouvert', 'guichets ouverts')} pour cette démarche`,
  noCounter: 'Aucun guichet ouvert pour cette démarche',
  noCounterShort: 'Aucun guichet ouvert',
  takeAnyway: `Prenez le ticket quand même${nbsp}: votre passage sera noté.`,
  closesAt: (at: string) => `L’accueil ferme à ${at}.`,
  haveYou: `Avez-vous avec vous${nbsp}?`,
  somethingMissing: `Il vous manque quelque chose${nbsp}? Prenez le ticket quand même${nbsp}: l’agent vous dira ce qui est vraiment exigé.`,
  nothingToBring: 'Rien à préparer. L’agent vous dira ce qu’il faut.',
  take: 'Prendre mon ticket',
  taking: 'Un instant, nous préparons votre ticket…',
  takingHelp: `Votre demande est gardée${nbsp}: elle ne sera comptée qu’une fois.`,
  yourTicket: 'Votre ticket',
  ahead: (count: number) =>
    count === 0
      ? 'Personne n’attend avant vous.'
      : `${count}${nbsp}${agree(count, 'personne attend', 'personnes attendent')} avant vous.`,
  paper: 'Prenez le papier qui sort sous cet écran. S’il ne sort pas, notez votre numéro.',
  noPaper: 'Notez votre numéro, ou photographiez cet écran.',
  watch: 'Votre numéro sera affiché et appelé avec celui du guichet.',
  code: 'Code de la demande',
  done: 'J’ai noté mon numéro',
  donePrinted: 'J’ai mon ticket',
  leave: 'Je pars',
  leaveAsk: `Vous partez sans attendre${nbsp}?`,
  leaveHelp: 'Votre départ est noté avec son heure, et votre place est rendue.',
  leaveYes: 'Oui, je pars',
  leaveNo: 'Non, j’attends',
  left: (number: string) => `Le départ du ticket ${number} est noté`,
  leftAt: (at: string) =>
    `À ${at}. Votre venue est enregistrée. Pour en avoir une trace écrite, adressez-vous à l’accueil.`,
  notDone: 'Cela n’a pas pu se faire',
  notDoneHelp: `Rien n’a été enregistré. Recommencez, ou adressez-vous à l’accueil.`,
  calledAlready: `Votre numéro vient d’être appelé${nbsp}: regardez l’écran de la salle.`,
  closed: 'L’accueil est fermé',
  closedHelp:
    'Les tickets ne sont pas distribués pour le moment. Pour toute question, adressez-vous à un agent.',
  away: 'Un instant, s’il vous plaît',
  awayHelp: 'Cette borne attend l’ordinateur de l’accueil. Pour ne pas attendre, adressez-vous à un agent.',
  moreTime: `Avez-vous besoin de plus de temps${nbsp}?`,
  moreTimeHelp: (seconds: number) =>
    `Sans réponse, cet écran revient au début dans ${seconds}${nbsp}${agree(seconds, 'seconde', 'secondes')}.`,
  moreTimeYes: 'Oui, continuer',
  moreTimeNo: 'Non, j’ai terminé',
  hour: (at: number, zone: string): string => frenchHour(at, zone),
} as const

/** The shape of a catalogue, whatever its language: a text that is missing does not compile. */
type Texts<T> = {
  readonly [K in keyof T]: T[K] extends (...values: infer V) => string ? (...values: V) => string : string
}
/** All that the kiosk says in one language. */
export type KioskTexts = Texts<typeof fr>

const people = (count: number) => `${count}${nbsp}${count === 1 ? 'person' : 'people'}`

const en: KioskTexts = {
  language: 'English',
  choose: 'What are you here for?',
  chooseHelp: 'Choose the main reason; staff can deal with the others.',
  languages: 'Language',
  back: 'Back',
  restart: 'Start again',
  nobodyWaits: 'Nobody is waiting',
  peopleWait: (count) => `${people(count)} waiting`,
  waitingWords: (count) => (count === 1 ? 'person is waiting before you' : 'people are waiting before you'),
  nobodyBefore: 'Nobody is waiting before you',
  countersOpen: (count) => `${count}${nbsp}${count === 1 ? 'counter' : 'counters'} open for this`,
  noCounter: 'No counter is open for this',
  noCounterShort: 'No counter is open',
  takeAnyway: 'Take the ticket anyway: your visit will be recorded.',
  closesAt: (at) => `We close at ${at}.`,
  haveYou: 'Do you have with you?',
  somethingMissing: 'Something missing? Take the ticket anyway: staff will tell you what is really required.',
  nothingToBring: 'Nothing to prepare. Staff will tell you what is needed.',
  take: 'Take my ticket',
  taking: 'One moment, we are preparing your ticket…',
  takingHelp: 'Your request is kept: it will be counted only once.',
  yourTicket: 'Your ticket',
  ahead: (count) =>
    count === 0
      ? 'Nobody is waiting before you.'
      : `${people(count)} ${count === 1 ? 'is' : 'are'} waiting before you.`,
  paper: 'Take the paper that comes out below this screen. If it does not, write down your number.',
  noPaper: 'Write down your number, or photograph this screen.',
  watch: 'Your number will be shown and called with the counter’s.',
  code: 'Request code',
  done: 'I have noted my number',
  donePrinted: 'I have my ticket',
  leave: 'I am leaving',
  leaveAsk: 'Are you leaving without waiting?',
  leaveHelp: 'Your departure is recorded with its time, and your place is given up.',
  leaveYes: 'Yes, I am leaving',
  leaveNo: 'No, I will wait',
  left: (number) => `The departure of ticket ${number} is recorded`,
  leftAt: (at) => `At ${at}. Your coming here is recorded. For written proof, ask at the reception desk.`,
  notDone: 'This could not be done',
  notDoneHelp: 'Nothing was recorded. Try again, or ask at the reception desk.',
  calledAlready: 'Your number has just been called: look at the screen in the waiting room.',
  closed: 'The reception is closed',
  closedHelp: 'Tickets are not being given at the moment. If you have a question, ask a member of staff.',
  away: 'One moment, please',
  awayHelp:
    'This kiosk is waiting for the reception’s computer. If you would rather not wait, ask a member of staff.',
  moreTime: 'Do you need more time?',
  moreTimeHelp: (seconds) =>
    `Without an answer, this screen starts again in ${seconds}${nbsp}${seconds === 1 ? 'second' : 'seconds'}.`,
  moreTimeYes: 'Yes, continue',
  moreTimeNo: 'No, I have finished',
  hour: (at, zone) =>
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at),
}

/** What the kiosk says, by language; another language is one more entry that satisfies the type. */
export const kiosk = { fr, en } as const satisfies Readonly<Record<string, KioskTexts>>
export type KioskLanguage = keyof typeof kiosk

/** In the order of the buttons. */
export const kioskLanguages: readonly KioskLanguage[] = ['fr', 'en']
