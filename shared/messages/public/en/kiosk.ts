import { inLanguage } from '../../../contract/text.ts'
import type { KioskTexts } from '../fr/kiosk.ts'
import { formsIn, listIn, timesIn } from '../../format/inLocale.ts'
import { hoursOf, roughTime } from '../../waits/roughTime.ts'

const nbsp = '\u00a0'
const { hour, day } = timesIn('en-GB')
const forms = formsIn('en')
const list = listIn('en-GB')
const one = (count: number, single: string, several: string) => forms(count, { one: single, other: several })
const people = (count: number) => `${count}${nbsp}${one(count, 'person', 'people')}`
const minutes = (count: number) => `${count}${nbsp}${one(count, 'minute', 'minutes')}`
const hours = (count: number) => (count < 60 ? `${count}${nbsp}min` : inHours(...hoursOf(count)))
const inHours = (whole: number, rest: number) =>
  `${whole}${nbsp}h${rest === 0 ? '' : `${nbsp}${rest}${nbsp}min`}`
const span = (low: number, high: number): string => {
  const format = high < 60 ? String : hours
  if (high < 1) return 'under 1'
  if (low === high) return format(high)
  return low < 1 ? `up to ${format(high)}` : `${format(low)}${nbsp}to${nbsp}${format(high)}`
}
/** « about 18 hours »: a length, never to be read as an hour of the clock. */
const rough = (free: number): string => {
  const { count, unit } = roughTime(free)
  return `about${nbsp}${unit === 'hours' ? `${count}${nbsp}hours` : minutes(count)}`
}

/** All that the kiosk says, in English. */
export const kioskEn: KioskTexts = {
  language: 'English',
  languages: 'Language',
  back: 'Back',
  more: 'More below',
  restart: 'Start again',
  goOn: 'Continue',
  yes: 'Yes',
  no: 'No',
  hour,
  dayAndHour: (at, zone) => `${day(at, zone)} at ${hour(at, zone)}`,

  choose: 'What are you here for?',
  chooseHelp: 'Choose the main reason; staff can deal with the others.',
  chooseService: 'Choose the service first.',
  messages: 'Messages from the office',
  moreMessages: (others) => `${others}${nbsp}more ${one(others, 'message', 'messages')}`,
  otherWays: 'Appointment, priority, ticket already taken, rule',
  otherChoice: 'Something else, or not sure',
  otherChoiceHelp: 'Everything this office deals with',
  nobodyWaits: 'Nobody is waiting',
  peopleWait: (count) => `${people(count)} waiting`,
  waitShort: (low, high) =>
    `Wait: ${span(low, high)}${high < 60 ? `${nbsp}${one(Math.max(1, high), 'minute', 'minutes')}` : ''}`,
  noCounter: 'No counter is open for this',
  noCounterShort: 'No counter is open',
  noCounterBefore: (at) => `No counter before ${at}`,
  unlikelyShort: 'You may not be seen today',
  noTicketLeft: 'No more visits today',
  ticketsLeft: (left) => `${left}${nbsp}more ${one(left, 'visit', 'visits')} today`,
  serviceClosed: 'This service is closed for now',
  byAppointment: 'By appointment',
  lastTickets: (at) => `Last tickets: we close at ${at}.`,
  resource: (free) =>
    free < 1
      ? 'All of today’s counter time is already taken.'
      : `Counter time still free today: ${rough(free)}, all counters together.`,

  waitFigure: span,
  waitUnit: (high) => (high < 60 ? `${one(Math.max(1, high), 'minute', 'minutes')} to wait` : 'to wait'),
  waitingWords: (count) => one(count, 'person is waiting before you', 'people are waiting before you'),
  nobodyBefore: 'Nobody is waiting before you',
  countersOpen: (count) => `${count}${nbsp}${one(count, 'counter', 'counters')} open for this`,
  closesAt: (at) => `We close at ${at}.`,
  sure: (at) => `You should be seen before we close at ${at}`,
  likely: (at) => `You will probably be seen before we close at ${at}`,
  unlikely: 'You may not be seen today',
  callBetween: (from, to) => `Your call is expected between ${from} and ${to}.`,
  closing: (at) => `We close at ${at}.`,
  whichWay: 'Which do you choose?',
  takeTicket: 'Take a ticket',
  mayGoOut: (at) => `You may go out: be back at ${at}`,
  mayStay: 'That you came and your number stay on record',
  bookFrom: (when) => `From ${when}`,
  choices:
    'You can take the ticket anyway, or ask for a dated certificate that you came. If you are not seen, that stays on record.',
  haveYou: 'Do you have these with you?',
  somethingMissing: 'Something missing? Take the ticket anyway: staff will tell you what is really required.',
  nothingToBring: 'Nothing to prepare. Staff will tell you what is needed.',
  take: 'Take my ticket',
  takeAnyway: 'Take the ticket anyway',
  book: 'Make an appointment',
  certify: 'A dated certificate',
  taking: 'One moment, we are preparing your ticket…',
  asking: 'One moment, please…',
  takingHelp: 'Your request is kept: it will be counted only once.',

  severalPeople: 'Several people',
  requests: (count) => `${count}${nbsp}${one(count, 'request', 'requests')}`,
  requestsAsk: 'For how many people?',
  requestsHelp: 'One ticket is enough: count one request for each person and each document.',
  arrangement: 'Help on site',
  arrangementsChosen: (count) => `Help on site: ${count}`,
  arrangementsAsk: 'What do you need?',
  arrangementsHelp: 'Only the staff member will know. No medical reason is asked.',
  inductionLoop: 'An induction loop',
  signLanguage: 'French Sign Language',
  seatedCall: 'Someone to fetch me at my seat',
  wheelchair: 'A counter for a wheelchair',
  interpreter: 'An interpreter',
  screenOnly: 'Called on the screen, without the voice',

  priority: 'I have priority',
  priorityShort: 'Priority',
  priorityAsk: 'What is your priority?',
  priorityProof: 'The proof will be seen at the counter, never copied. No medical reason is asked or shown.',
  priorityLaw: 'Given by law',
  priorityDeadline: 'Legal deadline',
  priorityLocal: 'Local rule, published by this office',
  companionAsk: 'Is someone with you?',
  companionHelp: 'The person with you goes with you.',
  priorityAsked: 'Priority asked',
  priorityShow: 'to be shown at the counter',
  priorityNone: 'No priority',

  appointment: 'I have an appointment',
  appointmentHow: 'How can we find it?',
  byCode: 'With my code',
  byName: 'With my family name',
  codeAsk: 'What is your code?',
  codeAskHelp: 'It is on your appointment’s confirmation.',
  nameAsk: 'What is your family name?',
  nameAskHelp: 'It is kept only until you are called.',
  hourAsk: 'At what time is your appointment?',
  hourAskHelp: 'Several appointments have this name. Type four figures, 1430 for 2:30 p.m.',
  appointmentUnknown: 'This appointment was not found. Correct it, or ask at the reception desk.',
  appointmentOtherDay: 'This appointment is not for today. Ask at the reception desk.',
  appointmentHere: 'Your arrival is already recorded. Ticket lost? Start again, then “I have a ticket”.',
  appointmentSeveral: 'Several people have this name and time: type your code, or ask at reception.',
  appointmentAt: (at) => `Your appointment: ${at}.`,
  hourKept: (at) => `The time you arrived at the other office is kept: ${at}.`,
  appointmentLate: 'You are past the time allowed: you have the place of someone without an appointment.',
  slotsAsk: 'Which time suits you?',
  slotsHelp: 'Your name is not asked. You will be given a code.',
  slotsNone: 'No time is free at the moment. Ask at the reception desk.',
  slotTaken: 'This time has just been taken. Choose another one.',
  booked: 'Your appointment is made',
  bookedCode: 'Your code, to give when you arrive',
  noPaperCode: 'Write down this code, or photograph this screen.',

  serviceClosedHelp: 'No ticket is given for this. A dated certificate can record that you came.',
  closedSince: (at) => `Closed since ${at}.`,
  byAppointmentHelp: 'For this, people are seen by appointment.',
  certifyAsk: 'A dated certificate that you came?',
  certifyHelp: 'It says that you came, when, what for, and why you were not seen. You will not be called.',
  certifyYes: 'Yes, make the certificate',
  certified: 'Your certificate is made',
  certifiedPaper: 'Take the paper that comes out below this screen, and keep it.',
  certifiedNoPaper: 'Write down this number: the reception desk will give you the certificate.',

  yourTicket: 'Your ticket',
  ahead: (count) =>
    count === 0
      ? 'Nobody is waiting before you.'
      : `${people(count)} ${one(count, 'is', 'are')} waiting before you.`,
  paper: 'Take the paper that comes out below this screen. If it does not, write down your number.',
  noPaper: 'Write down your number, or photograph this screen.',
  printerTrouble:
    'The kiosk’s printer is not working; the reception desk has been told. Write down your number and this code, or photograph this screen.',
  watch: 'Your number will be shown and called with the counter’s.',
  watchOnly: 'Your number will be shown with the counter’s, without being spoken.',
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

  haveTicket: 'I have a ticket',
  haveTicketAsk: 'What would you like to do?',
  goAway: 'I am leaving',
  goAwayHelp: 'My departure is recorded, my place is given up',
  amBack: 'I am back',
  amBackHelp: 'I was not there when called, or staff expect me',
  lost: 'I have lost my ticket',
  lostHelp: 'A new paper, at the same place in the queue',
  passage: 'See my visit',
  passageHelp: 'The time of each step, and the documents given',
  passageAsk: 'What is the code of your ticket?',
  passageAskHelp: 'It is printed on the paper. You can also show the paper to the reader.',
  passageTitle: 'My visit',
  passageSaid: 'What the office has recorded of your visit. This text is in French.',
  passagePrint: 'Print my visit',
  passagePrinting: 'Your visit is being printed below this screen.',
  passageNoPaper: 'To have it on paper, go to the reception desk with your ticket.',
  passageUnknown: 'This code belongs to no ticket. Correct it, or go to the reception desk.',
  numberAsk: 'What is your number?',
  numberAskHelp: 'It begins with a letter.',
  ticketCodeAsk: (number) => `What is the code of ticket ${number}?`,
  ticketCodeHelp: 'It is printed under the number.',
  lostAsk: (number) => `What is ticket ${number} for?`,
  ticketUnknown: 'This number was not given today. Correct it, or ask at the reception desk.',
  codeWrong: 'This does not match the ticket. Correct it, or ask at the reception desk.',
  calledAlready:
    'This number is no longer waiting: it was called, or its visit is over. Look at the screen in the waiting room.',
  notAway: 'This ticket is not recorded as absent: your place is kept, stay in the waiting room.',
  ticketEnded: 'The visit of this ticket is over. To come back, take a new ticket.',
  returned: 'Your return is recorded',
  rankKept: 'You have your place again.',
  rankOfNow: 'The time for coming back is past: your place is that of now.',
  replaced: 'Your new ticket',
  replacedHelp: 'You keep your place. The former paper is no longer valid.',

  ruleTitle: 'The order of calls',
  rule: ({ appointments, localGrounds, weighted, quotas, absentCalls, returnToleranceMinutes }) =>
    [
      `First, people to whom a text gives priority${localGrounds.length === 0 ? '' : ` or, by a local rule, those concerned by ${list(localGrounds.map((title) => `“${inLanguage(title, 'en')}”`))}`}.`,
      appointments ? 'Then those whose appointment is due.' : '',
      weighted
        ? 'The others by their wait, compared with the time that each service aims at.'
        : 'The others in order of arrival.',
      ...quotas.map(
        ({ service, tickets }) =>
          `For ${inLanguage(service, 'en')}, ${tickets}${nbsp}${one(tickets, 'ticket', 'tickets')} a day at most, by a local rule.`,
      ),
      returnToleranceMinutes === 0
        ? ''
        : `After ${absentCalls}${nbsp}${one(absentCalls, 'call', 'calls')} without an answer, a person who comes back within ${minutes(returnToleranceMinutes)} has their place again.`,
      'The whole rule is printed in French.',
    ]
      .filter(Boolean)
      .join(' '),
  ruleGrounds: 'Priorities recognised here',
  rulePrint: 'Print the rule',
  rulePrinting: 'The rule is being printed below this screen.',
  ruleNoPrinter: 'The printer is not available. The reception desk can give you the rule.',

  notDone: 'This could not be done',
  notDoneHelp: 'Nothing was recorded. Try again, or ask at the reception desk.',
  closed: 'The reception is closed',
  closedHelp: 'Tickets are not being given at the moment. If you have a question, ask a member of staff.',
  reopens: (when) => `Open again ${when}.`,
  away: 'One moment, please',
  awayHelp:
    'This kiosk is waiting for the reception’s computer. If you would rather not wait, ask a member of staff.',
  moreTime: 'Do you need more time?',
  moreTimeHelp: (seconds) =>
    `Without an answer, this screen starts again in ${seconds}${nbsp}${one(seconds, 'second', 'seconds')}.`,
  moreTimeYes: 'Yes, continue',
  moreTimeNo: 'No, I have finished',
  restTitle: 'What to bring',
  restStart: 'Touch the screen to start',

  cutHelp:
    'This kiosk has lost its link to the reception. It gives a provisional number, which keeps your time of arrival.',
  provisionalTake: 'Take a provisional number',
  provisionalKeeps: 'This number is provisional: it keeps your time of arrival.',
  provisionalCalled:
    'As soon as the link is back, it joins the queue at that time, and you are called by this number. If the wait is long, show it to an agent.',
  provisionalWait: 'The wait can’t be estimated for now. For a priority or an appointment, see an agent.',
  provisionalYours: 'Your provisional number',
  provisionalAt: (at) => `Taken at ${at}. It keeps your time of arrival.`,
  provisionalScreen: 'It is not printed: write down the number and the code, or photograph this screen.',
  notice: 'Tell me when my turn is near',
  noticeHow: 'How should we tell you?',
  noticeHelp: 'One message only. What you type is used for this alone, and erased at the end of your visit.',
  noticeSms: 'By text message',
  noticeEmail: 'By e-mail',
  noticePhoneAsk: 'What is your telephone number?',
  noticeEmailAsk: 'What is your e-mail address?',
  noticeYes: 'I agree, tell me',
  noticeAsked: 'You will be told when your turn is near. Stay within reach.',
  noticeWrong: 'This number or address is not complete. Correct it.',
  noticeOff: 'The reception sends no messages for now. Watch the screen in the room.',
  follow: 'Follow your turn on your telephone, on the reception’s network:',

  phone: 'Ticket on my phone',
  phoneHelp: 'Photograph this code with your phone. It changes every minute and gives one ticket only.',
  agents: 'Staff',
  access: 'Reading and reach',
  declaration: (level: 'whole' | 'part' | 'none'): string =>
    ({
      whole: 'Accessibility: fully compliant',
      part: 'Accessibility: partially compliant',
      none: 'Accessibility: not compliant',
    })[level],
  accessAsk: 'How do you want to read this screen?',
  accessHelp: 'You can choose several. They last until you have finished, and are not kept.',
  spoken: 'Listen to the screen',
  contrast: 'High contrast',
  large: 'Large letters, large buttons',
  low: 'Everything low on the screen',
  sign: 'Video in French Sign Language',
  signPlay: 'Play the video',
  signPause: 'Stop the video',
  signAgain: 'From the start',
  signText: 'What the video says',
  signFailed: 'The video cannot be played here. This is what it says.',
  listen: 'Listen:',
  spokenHelp: 'The screen is read aloud. Down arrow, next. Up arrow, previous. Enter, choose. Escape, back.',
  aButton: 'button',
  chosen: 'chosen',
  notChosen: 'not chosen',
  emptyField: 'nothing yet',

  erase: 'Erase',
  space: 'Space',
}
