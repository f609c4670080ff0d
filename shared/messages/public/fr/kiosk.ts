import type { PublishedRule } from '../../../contract/queue/rules.ts'
import { timesIn } from '../../format/inLocale.ts'
import { agree, hour } from '../../format/numbers.ts'
import { ruleParagraph } from '../../queue/rule.fr.ts'
import { roughly, waitSpan } from '../../waits/waits.fr.ts'

const nbsp = '\u00a0'
const { day } = timesIn('fr-FR')
/** « 14 à 22 » under an hour, whose unit follows; « 50 min à 1 h 30 » beyond. */
const span = (low: number, high: number): string => {
  if (high >= 60) return waitSpan(low, high)
  if (high < 1) return 'moins d’1'
  if (low === high) return String(high)
  return low < 1 ? `jusqu’à ${high}` : `${low}${nbsp}à${nbsp}${high}`
}

/** All that the kiosk says, in French; the other languages satisfy its type. */
export const kioskFr = {
  language: 'Français',
  languages: 'Langue',
  back: 'Retour',
  more: 'La suite est plus bas',
  restart: 'Revenir au début',
  goOn: 'Continuer',
  yes: 'Oui',
  no: 'Non',
  hour: (at: number, zone: string): string => hour(at, zone),
  dayAndHour: (at: number, zone: string): string => `${day(at, zone)} à ${hour(at, zone)}`,

  choose: `Quelle est votre démarche${nbsp}?`,
  chooseHelp: `Choisissez la principale${nbsp}; l’agent pourra traiter les autres.`,
  chooseService: 'Choisissez d’abord le service.',
  messages: 'Messages de l’accueil',
  moreMessages: (others: number) => `${others}${nbsp}${agree(others, 'autre message', 'autres messages')}`,
  otherWays: 'Rendez-vous, priorité, ticket déjà pris, règle',
  otherChoice: 'Autre, ou je ne sais pas',
  otherChoiceHelp: 'Toutes les démarches de cet accueil',
  nobodyWaits: 'Personne n’attend',
  peopleWait: (count: number) => `${count}${nbsp}${agree(count, 'personne attend', 'personnes attendent')}`,
  waitShort: (low: number, high: number): string => `Attente${nbsp}: ${waitSpan(low, high)}`,
  noCounter: 'Aucun guichet ouvert pour cette démarche',
  noCounterShort: 'Aucun guichet ouvert',
  noCounterBefore: (at: string) => `Aucun guichet avant ${at}`,
  unlikelyShort: 'Peut-être pas reçu aujourd’hui',
  noTicketLeft: 'Plus de passage aujourd’hui',
  ticketsLeft: (left: number) => `Encore ${left}${nbsp}${agree(left, 'passage', 'passages')} aujourd’hui`,
  serviceClosed: 'Service fermé pour le moment',
  byAppointment: 'Sur rendez-vous',
  lastTickets: (at: string) => `Derniers tickets${nbsp}: l’accueil ferme à ${at}.`,
  resource: (minutes: number): string =>
    minutes < 1
      ? 'Tout le temps de guichet d’aujourd’hui est déjà engagé.'
      : `Temps de guichet encore libre aujourd’hui${nbsp}: ${roughly(minutes)}, tous guichets ensemble.`,

  waitFigure: span,
  waitUnit: (high: number): string =>
    high < 60 ? `${agree(high, 'minute', 'minutes')} d’attente` : 'd’attente',
  waitingWords: (count: number) =>
    agree(count, 'personne attend avant vous', 'personnes attendent avant vous'),
  nobodyBefore: 'Personne n’attend avant vous',
  countersOpen: (count: number) =>
    `${count}${nbsp}${agree(count, 'guichet ouvert', 'guichets ouverts')} pour cette démarche`,
  closesAt: (at: string) => `L’accueil ferme à ${at}.`,
  sure: (at: string) => `Vous devriez être reçu avant la fermeture de ${at}`,
  likely: (at: string) => `Vous serez probablement reçu avant la fermeture de ${at}`,
  unlikely: 'Vous ne serez peut-être pas reçu aujourd’hui',
  callBetween: (from: string, to: string) => `Appel prévu entre ${from} et ${to}.`,
  closing: (at: string) => `Fermeture à ${at}.`,
  whichWay: `Que choisissez-vous${nbsp}?`,
  takeTicket: 'Prendre un ticket',
  mayGoOut: (at: string) => `Vous pouvez sortir${nbsp}: soyez là à ${at}`,
  mayStay: 'Votre venue et votre numéro restent notés',
  bookFrom: (when: string) => `Dès ${when}`,
  choices:
    'Vous pouvez prendre le ticket quand même, ou demander un certificat daté de votre venue. Si vous n’êtes pas reçu, cela reste noté.',
  haveYou: `Avez-vous avec vous${nbsp}?`,
  somethingMissing: `Il vous manque quelque chose${nbsp}? Prenez le ticket quand même${nbsp}: l’agent vous dira ce qui est vraiment exigé.`,
  nothingToBring: 'Rien à préparer. L’agent vous dira ce qu’il faut.',
  take: 'Prendre mon ticket',
  takeAnyway: 'Prendre le ticket quand même',
  book: 'Prendre un rendez-vous',
  certify: 'Un certificat daté',
  taking: 'Un instant, nous préparons votre ticket…',
  asking: 'Un instant, s’il vous plaît…',
  takingHelp: `Votre demande est gardée${nbsp}: elle ne sera comptée qu’une fois.`,

  severalPeople: 'Plusieurs personnes',
  requests: (count: number) => `${count}${nbsp}${agree(count, 'demande', 'demandes')}`,
  requestsAsk: `Pour combien de personnes${nbsp}?`,
  requestsHelp: `Un seul ticket suffit${nbsp}: comptez une demande par personne et par titre.`,
  arrangement: 'Aide sur place',
  arrangementsChosen: (count: number) => `Aide sur place${nbsp}: ${count}`,
  arrangementsAsk: `De quoi avez-vous besoin${nbsp}?`,
  arrangementsHelp: 'Seul l’agent le saura. Aucune raison médicale n’est demandée.',
  inductionLoop: 'Une boucle magnétique',
  signLanguage: 'La langue des signes',
  seatedCall: 'Qu’on vienne me chercher à ma place',
  wheelchair: 'Un guichet accessible en fauteuil',
  interpreter: 'Un interprète',
  screenOnly: 'Être appelé à l’écran, sans la voix',

  priority: 'J’ai une priorité',
  priorityShort: 'Priorité',
  priorityAsk: `Quelle est votre priorité${nbsp}?`,
  priorityProof:
    'La preuve sera vue au guichet, jamais copiée. Aucune raison médicale n’est demandée, ni affichée.',
  priorityLaw: 'Prévue par la loi',
  priorityDeadline: 'Échéance légale',
  priorityLocal: 'Règle locale, publiée par l’accueil',
  companionAsk: `Quelqu’un vous accompagne${nbsp}?`,
  companionHelp: 'La personne qui vous accompagne passe avec vous.',
  priorityAsked: 'Priorité demandée',
  priorityShow: 'à montrer au guichet',
  priorityNone: 'Sans priorité',

  appointment: 'J’ai rendez-vous',
  appointmentHow: `Comment vous retrouver${nbsp}?`,
  byCode: 'Avec mon code',
  byName: 'Avec mon nom de famille',
  codeAsk: `Quel est votre code${nbsp}?`,
  codeAskHelp: 'Il est sur votre confirmation de rendez-vous.',
  nameAsk: `Quel est votre nom de famille${nbsp}?`,
  nameAskHelp: 'Il n’est gardé que jusqu’à votre appel.',
  hourAsk: `À quelle heure est votre rendez-vous${nbsp}?`,
  hourAskHelp: `Plusieurs rendez-vous ont ce nom. Tapez quatre chiffres, 0930 pour 9${nbsp}h${nbsp}30.`,
  appointmentUnknown: 'Ce rendez-vous n’a pas été trouvé. Corrigez, ou adressez-vous à l’accueil.',
  appointmentOtherDay: 'Ce rendez-vous n’est pas prévu aujourd’hui. Adressez-vous à l’accueil.',
  appointmentHere: `Votre arrivée est déjà enregistrée. Ticket perdu${nbsp}? Revenez au début, puis «${nbsp}J’ai un ticket${nbsp}».`,
  appointmentSeveral: `Plusieurs ont ce nom à cette heure${nbsp}: tapez votre code, ou allez à l’accueil.`,
  appointmentAt: (at: string) => `Votre rendez-vous${nbsp}: ${at}.`,
  hourKept: (at: string) => `Votre heure d’arrivée dans l’autre office est gardée${nbsp}: ${at}.`,
  appointmentLate: `Le délai de retard est passé${nbsp}: vous avez le rang d’une personne sans rendez-vous.`,
  slotsAsk: `Quel créneau vous convient${nbsp}?`,
  slotsHelp: 'Votre nom n’est pas demandé. Un code vous sera donné.',
  slotsNone: 'Aucun créneau n’est libre pour le moment. Adressez-vous à l’accueil.',
  slotTaken: 'Ce créneau vient d’être pris. Choisissez-en un autre.',
  booked: 'Votre rendez-vous est pris',
  bookedCode: 'Votre code, à donner en arrivant',
  noPaperCode: 'Notez ce code, ou photographiez cet écran.',

  serviceClosedHelp:
    'Aucun ticket n’est donné pour cette démarche. Un certificat daté peut constater votre venue.',
  closedSince: (at: string) => `Fermé depuis ${at}.`,
  byAppointmentHelp: 'Pour cette démarche, l’accueil reçoit sur rendez-vous.',
  certifyAsk: `Un certificat daté de votre venue${nbsp}?`,
  certifyHelp:
    'Il dit que vous êtes venu, quand, pour quelle démarche, et pourquoi vous n’avez pas été reçu. Vous ne serez pas appelé.',
  certifyYes: 'Oui, éditer le certificat',
  certified: 'Votre certificat est établi',
  certifiedPaper: 'Prenez le papier qui sort sous cet écran, et conservez-le.',
  certifiedNoPaper: `Notez ce numéro${nbsp}: l’accueil vous remet le certificat.`,

  yourTicket: 'Votre ticket',
  ahead: (count: number) =>
    count === 0
      ? 'Personne n’attend avant vous.'
      : `${count}${nbsp}${agree(count, 'personne attend', 'personnes attendent')} avant vous.`,
  paper: 'Prenez le papier qui sort sous cet écran. S’il ne sort pas, notez votre numéro.',
  noPaper: 'Notez votre numéro, ou photographiez cet écran.',
  printerTrouble:
    'L’imprimante de la borne ne fonctionne pas\u00a0; l’accueil est prévenu. Notez votre numéro et ce code, ou photographiez cet écran.',
  watch: 'Votre numéro sera affiché et appelé avec celui du guichet.',
  watchOnly: 'Votre numéro sera affiché avec celui du guichet, sans être dit.',
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

  haveTicket: 'J’ai un ticket',
  haveTicketAsk: `Que voulez-vous faire${nbsp}?`,
  goAway: 'Je m’en vais',
  goAwayHelp: 'Mon départ est noté, ma place est rendue',
  amBack: 'Je suis de retour',
  amBackHelp: 'J’étais absent à l’appel, ou un agent m’attend',
  lost: 'J’ai perdu mon ticket',
  lostHelp: 'Un nouveau papier, au même rang',
  passage: 'Voir mon passage',
  passageHelp: 'L’heure de chaque étape, et les documents émis',
  passageAsk: `Quel est le code de votre ticket${nbsp}?`,
  passageAskHelp: 'Il est imprimé sur le papier. Vous pouvez aussi présenter le papier au lecteur.',
  passageTitle: 'Mon passage',
  passageSaid: 'Ce que l’office a noté de votre passage. Ce texte est en français.',
  passagePrint: 'Imprimer mon passage',
  passagePrinting: 'Votre passage s’imprime sous cet écran.',
  passageNoPaper: 'Pour l’avoir sur papier, adressez-vous à l’accueil avec votre ticket.',
  passageUnknown: 'Ce code n’est celui d’aucun ticket. Corrigez, ou adressez-vous à l’accueil.',
  numberAsk: `Quel est votre numéro${nbsp}?`,
  numberAskHelp: 'Il commence par une lettre.',
  ticketCodeAsk: (number: string) => `Quel est le code du ticket ${number}${nbsp}?`,
  ticketCodeHelp: 'Il est imprimé sous le numéro.',
  lostAsk: (number: string) => `Pour quelle démarche est le ticket ${number}${nbsp}?`,
  ticketUnknown: 'Ce numéro n’a pas été donné aujourd’hui. Corrigez, ou adressez-vous à l’accueil.',
  codeWrong: 'Cela ne correspond pas à ce ticket. Corrigez, ou adressez-vous à l’accueil.',
  calledAlready: `Ce numéro n’attend plus${nbsp}: il a été appelé, ou son passage est terminé. Regardez l’écran de la salle.`,
  notAway: `Ce ticket n’est pas noté absent${nbsp}: votre place est gardée, restez dans la salle.`,
  ticketEnded: 'Le passage de ce ticket est terminé. Pour revenir, prenez un nouveau ticket.',
  returned: 'Votre retour est noté',
  rankKept: 'Vous retrouvez votre place.',
  rankOfNow: `Le délai de retour est passé${nbsp}: vous prenez le rang de maintenant.`,
  replaced: 'Votre nouveau ticket',
  replacedHelp: 'Vous gardez votre place. L’ancien papier ne vaut plus.',

  ruleTitle: 'L’ordre des appels',
  rule: (rule: PublishedRule): string => ruleParagraph(rule),
  ruleGrounds: 'Priorités reconnues ici',
  rulePrint: 'Imprimer la règle',
  rulePrinting: 'La règle s’imprime sous cet écran.',
  ruleNoPrinter: 'L’imprimante n’est pas disponible. L’accueil peut vous donner la règle.',

  notDone: 'Cela n’a pas pu se faire',
  notDoneHelp: `Rien n’a été enregistré. Recommencez, ou adressez-vous à l’accueil.`,
  closed: 'L’accueil est fermé',
  closedHelp:
    'Les tickets ne sont pas distribués pour le moment. Pour toute question, adressez-vous à un agent.',
  reopens: (when: string) => `Réouverture ${when}.`,
  away: 'Un instant, s’il vous plaît',
  awayHelp: 'Cette borne attend l’ordinateur de l’accueil. Pour ne pas attendre, adressez-vous à un agent.',
  moreTime: `Avez-vous besoin de plus de temps${nbsp}?`,
  moreTimeHelp: (seconds: number) =>
    `Sans réponse, cet écran revient au début dans ${seconds}${nbsp}${agree(seconds, 'seconde', 'secondes')}.`,
  moreTimeYes: 'Oui, continuer',
  moreTimeNo: 'Non, j’ai terminé',
  restTitle: 'Ce qu’il faut apporter',
  restStart: 'Touchez l’écran pour commencer',

  cutHelp:
    'Cette borne n’a plus de liaison avec l’accueil. Elle donne un numéro provisoire, qui garde votre heure d’arrivée.',
  provisionalTake: 'Prendre un numéro provisoire',
  provisionalKeeps: 'Ce numéro est provisoire\u00a0: il garde votre heure d’arrivée.',
  provisionalCalled:
    'Dès que la liaison revient, il entre dans la file à cette heure, et vous êtes appelé sous ce numéro. Si l’attente dure, montrez-le à un agent.',
  provisionalWait:
    'L’attente ne peut pas être estimée pour le moment. Pour une priorité ou un rendez-vous, adressez-vous à un agent.',
  provisionalYours: 'Votre numéro provisoire',
  provisionalAt: (at: string) => `Pris à ${at}. Il garde votre heure d’arrivée.`,
  provisionalScreen: 'Il n’est pas imprimé\u00a0: notez le numéro et le code, ou photographiez cet écran.',
  notice: 'M’avertir quand mon tour approche',
  noticeHow: 'Comment vous avertir\u00a0?',
  noticeHelp:
    'Un seul message. Ce que vous tapez ne sert qu’à cela, et est effacé à la fin de votre passage.',
  noticeSms: 'Par un SMS',
  noticeEmail: 'Par un courriel',
  noticePhoneAsk: 'Quel est votre numéro de téléphone\u00a0?',
  noticeEmailAsk: 'Quelle est votre adresse électronique\u00a0?',
  noticeYes: 'J’accepte, avertissez-moi',
  noticeAsked: 'Vous serez averti quand votre tour approche. Restez joignable.',
  noticeWrong: 'Ce numéro ou cette adresse n’est pas complet. Corrigez.',
  noticeOff: 'L’accueil n’envoie pas d’avis pour le moment. Regardez l’écran de la salle.',
  follow: 'Suivre votre tour sur votre téléphone, par le réseau de l’accueil\u00a0:',

  phone: 'Ticket sur mon téléphone',
  phoneHelp: 'Photographiez ce code avec votre téléphone. Il change chaque minute, et donne un seul ticket.',
  agents: 'Agents',
  access: 'Lire et atteindre',
  declaration: (level: 'whole' | 'part' | 'none'): string =>
    ({
      whole: 'Accessibilité\u00a0: totalement conforme',
      part: 'Accessibilité\u00a0: partiellement conforme',
      none: 'Accessibilité\u00a0: non conforme',
    })[level],
  accessAsk: 'Comment voulez-vous lire cet écran\u00a0?',
  accessHelp:
    'Plusieurs choix à la fois. Ils servent jusqu’à la fin de votre passage, et ne sont pas gardés.',
  spoken: 'Écouter l’écran',
  contrast: 'Contraste fort',
  large: 'Grandes lettres, grandes touches',
  low: 'Tout en bas de l’écran',
  sign: 'Vidéo en langue des signes française',
  signPlay: 'Lire la vidéo',
  signPause: 'Arrêter la vidéo',
  signAgain: 'Depuis le début',
  signText: 'Ce que dit la vidéo',
  signFailed: 'La vidéo ne peut pas être lue ici. Voici ce qu’elle dit.',
  listen: 'Écouter\u00a0:',
  spokenHelp:
    'L’écran est lu. Flèche du bas, suivant. Flèche du haut, précédent. Entrée, choisir. Échap, retour.',
  aButton: 'bouton',
  chosen: 'choisi',
  notChosen: 'non choisi',
  emptyField: 'rien encore',

  erase: 'Effacer',
  space: 'Espace',
} as const

/** The shape of a catalogue, whatever its language: a text that is missing does not compile. */
type Texts<T> = {
  readonly [K in keyof T]: T[K] extends (...values: infer V) => string ? (...values: V) => string : string
}
/** All that the kiosk says in one language. */
export type KioskTexts = Texts<typeof kioskFr>
