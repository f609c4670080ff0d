import { kioskEn } from './kiosk.ts'
import { moneyIn, plural, timesIn } from '../../format/inLocale.ts'
import type { PublicLanguage } from '../language.ts'

const ahead = plural('en', { one: '# person before you', other: '# people before you' })
const minutes = plural('en', { one: '# minute', other: '# minutes' })

/** All that the public reads in English. */
export const en: PublicLanguage = {
  direction: 'ltr',
  kiosk: kioskEn,
  follow: {
    title: 'Your turn',
    number: 'Number',
    code: 'Ticket code',
    codeHelp: 'Eight letters and digits, printed on the ticket.',
    see: 'See',
    unknown:
      'No visit under way has this code: it is over, or the code needs checking. Reception can tell you.',
    tooMany: 'Too many requests. Wait a minute, then try again.',
    ahead: (people) => (people === 0 ? 'You are next.' : `${ahead(people)}.`),
    wait: (low, high) =>
      low === high ? `Wait: about ${minutes(high)}` : `Wait: about ${low} to ${minutes(high)}`,
    noWait: 'The wait is not known.',
    unsent:
      'The message that was to tell you could not be sent. Stay in the waiting room: your number will be shown and called there.',
    state: {
      waiting: () => 'You are waiting',
      called: (counter) => `It is your turn: ${counter}`,
      serving: (counter) => `You are being received: ${counter}`,
      parked: () => 'Go to reception when you are back.',
      absent: () => 'Your number was called. Go to reception.',
      ended: () => 'This visit is over.',
    },
    renewed: 'Renew every twenty seconds',
    stop: 'Stop renewing',
    again: 'Renew the page',
    languages: 'Languages',
    notice: (number, office, ahead) =>
      `${office}: your turn is near (${number}). ${ahead} Do not reply; your number is erased.`,
    subject: (number) => `Your turn is near: ${number}`,
  },
  hall: {
    title: 'Take a ticket',
    help: 'Choose what you are here for. One ticket only, for whoever is in the hall. You will follow your turn on this phone.',
    off: 'This office gives no tickets by phone. Take yours at the kiosk or at reception.',
    stale: 'This code is no longer valid. Photograph the one shown on the screen in the hall.',
    tooMany: 'Too many tickets were asked for. Take yours at the kiosk or at reception.',
    notGiven: 'No ticket was given. Take yours at the kiosk or at reception.',
  },
  paper: {
    reprint: 'Printed again after a printing incident',
    replaces: 'Replaces the lost ticket',
    estimated: (at) => `Estimated at ${at}: one person in ten waits longer.`,
    beforeClosing: {
      sure: 'You should be received before we close.',
      likely: 'You will probably be received before we close.',
      unlikely: 'You may not be seen today.',
    },
    bring: 'With you:',
    leaving: 'If you have to leave, say so at the kiosk or at reception: your visit will be certified.',
    bound: 'This ticket is tied to your request.',
    rule: 'The rule of calls is displayed, and printed on request.',
    onArrival: 'When you arrive, say this code at reception or type it at the kiosk: you are given a ticket.',
    cannotCome: (ways) => `If you cannot come, tell the service: ${ways}. Someone else will have the place.`,
    obligations: 'This paper says in French what each side must do, and by when.',
    usually: 'Usually asked for this request',
  },
  room: {
    takeTicket: 'Take a ticket',
    shownHere: 'Your number will be shown here',
    lastTickets: (at) => `Last tickets before ${at}`,
    order: ({ appointments, weighted }) =>
      `Priorities${appointments ? ', appointments' : ''}, then ${weighted ? 'wait compared with the target' : 'order of arrival'}`,
    law: 'Priority of the “mobilité inclusion” card: CASF, art. L241-3',
  },
  summary: {
    title: 'This paper in English',
    information: 'Translated for information: only the French text counts.',
    purposes: {
      recepisse: 'This paper proves that you filed a request, and on which day.',
      attestation: 'This paper proves that you came here, and at what time.',
      accuse: 'This paper says that we have received your request, and what happens next.',
      pieces: 'This paper says which documents you still have to give us, and by when.',
      original: 'This paper asks you to show the original document, not a copy.',
      transmission: 'This paper says to which office we have sent your request.',
      refus: 'This paper says that your request is refused, why, and what you can do.',
      acceptation: 'This paper proves that your request is accepted, because nobody answered in time.',
      motifs: 'This paper says why your request was refused.',
      nonReception: 'This paper proves that you came and that we could not receive you.',
      recu: 'This paper proves that you have paid.',
      quittance: 'This paper proves that you have paid.',
      bordereau: 'This paper says what money the till handed over to the accountant.',
      trace: 'This paper says which rules were applied to your request.',
      regularisation: 'This paper says that there is an error, and how to correct it without a penalty.',
      urbanisme: 'This paper proves that you filed a request about building works, and on which day.',
      sejour: 'This paper says where your residence permit request stands, and what it allows.',
      originaux: 'This paper says that we have given your documents back to you.',
      incident: 'This paper says what did not work here, and when.',
      passage: 'This paper tells your visit here, hour by hour.',
      annulation: 'This paper says that another paper is no longer worth anything.',
      recensement: 'This paper proves that you are registered (“recensement”).',
    },
    keep: 'Keep this paper.',
    number: (number, day) => `Number ${number}, issued on ${day}.`,
    giveBy: (day) => `Give what is asked by ${day} at the latest.`,
    silence: {
      rejet: (day) => `If nobody has answered by ${day}, your request is refused.`,
      acceptation: (day) => `If nobody has answered by ${day}, your request is accepted.`,
    },
    declared: {
      purposes: {
        recepisse: 'This paper proves that you filed a declaration, and on which day.',
        accuse: 'This paper says that we have received your declaration, and what happens next.',
        transmission: 'This paper says to which office we have sent your declaration.',
        refus: 'This paper says that your declaration is refused, why, and what you can do.',
        acceptation: 'This paper proves that your declaration is accepted, because nobody answered in time.',
        motifs: 'This paper says why your declaration was refused.',
        trace: 'This paper says which rules were applied to your declaration.',
        urbanisme: 'This paper proves that you filed a declaration of building works, and on which day.',
      },
      silence: {
        rejet: (day) => `If nobody has answered by ${day}, your declaration is refused.`,
        acceptation: (day) => `If nobody has answered by ${day}, your declaration is accepted.`,
      },
    },
    contest: {
      noDelay: 'You can challenge this decision. No law sets a time limit.',
      days: plural('en', {
        one: 'You can challenge this decision within # day.',
        other: 'You can challenge this decision within # days.',
      }),
      months: plural('en', {
        one: 'You can challenge this decision within # month.',
        other: 'You can challenge this decision within # months.',
      }),
    },
    valid: (from, until) => `Valid from ${from} to ${until}.`,
    appointment: (day, hour) => `Your appointment: ${day} at ${hour}.`,
    paid: (amount) => `Amount: ${amount}.`,
    sentTo: (office) => `Sent to: ${office}.`,
    cancels: (number) => `The paper that no longer counts: ${number}.`,
    date: timesIn('en-GB').date,
    money: moneyIn('en-GB'),
  },
  voice: {
    ticket: 'ticket',
    screen: 'look at the screen',
    letters: 'A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V, W, X, Y, Z'.split(', '),
    places: {
      accueil: 'reception',
      box: 'booth',
      bureau: 'office',
      caisse: 'cash desk',
      comptoir: 'desk',
      guichet: 'counter',
      porte: 'door',
      poste: 'position',
      regie: 'cashier',
      salle: 'room',
    },
  },
}
