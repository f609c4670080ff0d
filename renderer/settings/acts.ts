import type { AgentId, PrinterId, ServiceId } from '../../shared/contract/ids.ts'
import type { Input, Output } from '../../shared/contract/index.ts'
import type { AgentName, OfficeAddress } from '../../shared/contract/office/settings.ts'
import type { Calendar } from '../../shared/contract/office/calendar.ts'

/** Each act says whether it was done; a refusal is said by the page's notices and loses nothing typed. */
export type AdministrationActs = {
  readonly setAddress: (address: OfficeAddress) => Promise<boolean>
  readonly setPrinters: (input: Input<'office.setPrinters'>) => Promise<boolean>
  readonly testPrinter: (printerId: PrinterId) => Promise<boolean>
  readonly setAgent: (agentId: AgentId, name: AgentName, services: readonly ServiceId[]) => Promise<boolean>
  readonly setRules: (input: Input<'rules.set'>) => Promise<boolean>
  readonly setCalendar: (calendar: Calendar) => Promise<boolean>
  readonly importAppointments: (
    text: string,
    about: Pick<Input<'appointment.import'>, 'format'>,
  ) => Promise<Output<'appointment.import'> | null>
}
