import type { KioskTexts } from '../../shared/messages/public/kiosk.ts'

/** The sentence of each refusal that a person at a kiosk can meet, by its code. */
const sentences = {
  unknownTicket: 'ticketUnknown',
  codeWrong: 'codeWrong',
  ticketNotWaiting: 'calledAlready',
  ticketNotAway: 'notAway',
  ticketEnded: 'ticketEnded',
  unknownAppointment: 'appointmentUnknown',
  appointmentNotToday: 'appointmentOtherDay',
  appointmentAlreadyHere: 'appointmentHere',
  appointmentAmbiguous: 'appointmentSeveral',
  slotTaken: 'slotTaken',
  timeInPast: 'slotTaken',
  serviceClosed: 'serviceClosedHelp',
  quotaReached: 'noTicketLeft',
  byAppointmentOnly: 'byAppointmentHelp',
  noticeAddressWrong: 'noticeWrong',
  noticeNotOffered: 'noticeOff',
  noticesFull: 'noticeOff',
  dayNotOpen: 'closedHelp',
} as const satisfies Readonly<Record<string, keyof KioskTexts>>

/** Why it was not done, in the person's language; what has no sentence of its own sends to a person. */
export const whyNot = (code: string, words: KioskTexts): string =>
  Object.hasOwn(sentences, code) ? words[sentences[code as keyof typeof sentences]] : words.notDoneHelp

/** What another answer to the same question can mend. */
export const correctable: ReadonlySet<string> = new Set([
  'unknownTicket',
  'codeWrong',
  'unknownAppointment',
  'appointmentAmbiguous',
  'slotTaken',
  'timeInPast',
  'noticeAddressWrong',
])
