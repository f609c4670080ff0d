import { exchangeEn } from '../exchange.en.ts'
import { kioskEn } from '../kiosk.en.ts'
import { plural, type PublicLanguage } from './language.ts'

const ahead = plural('en', { one: '# person before you', other: '# people before you' })
const minutes = plural('en', { one: '# minute', other: '# minutes' })
const waiting = plural('en', { other: '# waiting' })

/** All that the public reads in English. */
export const en: PublicLanguage = {
  direction: 'ltr',
  kiosk: kioskEn,
  exchange: exchangeEn,
  follow: {
    title: 'Your turn',
    number: 'Number',
    code: 'Ticket code',
    codeHelp: 'Eight letters and digits, printed on the ticket.',
    see: 'See',
    unknown: 'No ticket of today has this code. Check it, or ask at reception.',
    tooMany: 'Too many requests. Wait a minute, then try again.',
    ahead: (people) => (people === 0 ? 'You are next.' : `${ahead(people)}.`),
    wait: (low, high) => `Wait: about ${low} to ${minutes(high)}`,
    noWait: 'The wait is not known.',
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
  paper: {
    reprint: 'Printed again after a printing incident',
    replaces: 'Replaces the lost ticket',
    estimated: (at) => `Estimated at ${at}: one person in ten waits longer.`,
    beforeClosing: {
      sure: 'You should be received before we close.',
      likely: 'You will probably be received before we close.',
      unlikely: 'It is unlikely that you will be received before we close.',
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
    wait: (low, high) => (low === high ? minutes(high) : `${low} to ${minutes(high)}`),
    nobody: 'no wait',
    waiting,
    noCounter: 'no counter',
    closed: 'closed',
    lastTickets: (at) => `Last tickets before ${at}`,
    order: ({ appointments, weighted }) =>
      `Priorities${appointments ? ', appointments' : ''}, then ${weighted ? 'wait compared with the target' : 'order of arrival'}`,
    law: 'Priority of the “mobilité inclusion” card: CASF, art. L241-3',
  },
}
