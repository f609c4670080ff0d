import type { AppointmentId } from '../../contract/ids.ts'
import type { Office } from '../state.ts'

/** What an appointment that the office gave is called in a calendar: of this office alone, whoever else writes there. */
export const ownUid = ({ officeId }: Pick<Office, 'officeId'>, appointmentId: AppointmentId): string =>
  `rdv-${appointmentId}@${officeId}`

/** The appointment of this office that a UID names; undefined for any other's. */
export function ownAppointment(
  { officeId }: Pick<Office, 'officeId'>,
  uid: string,
): AppointmentId | undefined {
  const end = `@${officeId}`
  return uid.startsWith('rdv-') && uid.endsWith(end)
    ? (uid.slice('rdv-'.length, -end.length) as AppointmentId)
    : undefined
}
