import type { IssuedDocument } from '../../shared/contract/documents/issued.ts'
import type { DocumentId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { Act } from '../link/asking.ts'

export type ReceptionView = Output<'reception.view'>
export type Appointments = Output<'appointments.view'>
export type Appointment = Appointments['appointments'][number]
export type Queue = Output<'queue.view'>
export type Motive = ReceptionView['motives'][number]

/** All that the entrance does; a refusal has been said when the promise is settled. */
export type ReceptionActs = {
  readonly inform: Act<'reception.inform'>
  readonly take: Act<'reception.take'>
  readonly arrive: Act<'appointment.arrive'>
  readonly serve: Act<'reception.serve'>
  readonly book: Act<'appointment.book'>
  readonly move: Act<'appointment.move'>
  readonly setNumbers: Act<'appointment.setNumbers'>
  readonly certify: Act<'ticket.certify'>
  readonly leave: Act<'ticket.leave'>
  readonly comeBack: Act<'ticket.return'>
  readonly replace: Act<'ticket.replace'>
  readonly enterByHand: Act<'day.enterByHand'>
  readonly printRule: Act<'rules.print'>
  readonly printSheet: Act<'day.printSheet'>
  readonly print: Act<'document.print'>
  readonly notice: Act<'notice.ask'>
  readonly told: Act<'notice.told'>
  readonly retry: Act<'print.retry'>
  readonly redirect: Act<'print.redirect'>
  readonly readDocument: (documentId: DocumentId) => Promise<IssuedDocument | null>
}

/** What the page is open on; information and telephone are done at once and open nothing. */
export type Panel = 'tickets' | 'arrivals' | 'pieces' | 'titles' | 'byHand'
