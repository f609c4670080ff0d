import { uuidv7 } from 'uuidv7'
import type { Journal } from '../../../../db/journal/port.ts'
import type { Consulted } from '../../../../shared/contract/privacy/accessLog.ts'
import type { ConsultationId, LocalDate } from '../../../../shared/contract/ids.ts'
import type { Input, ViewName } from '../../../../shared/contract/index.ts'
import { dateIn } from '../../../../shared/domain/core/calendar/index.ts'
import { zoneOf, type Office } from '../../../../shared/domain/state.ts'
import type { Tables } from '../../reading.ts'

type Noting = Pick<Tables, 'now' | 'who'> & { readonly journal: Pick<Journal, 'consultations'> }

/**
 * A consultation of personal data, in its journal before anybody sees what it found: a reading that can't be noted is not
 * answered. A person who reads their own trace at the kiosk is no agent who consults it.
 */
export async function noteConsultation(
  { journal, now, who }: Noting,
  what: Consulted,
  about: readonly string[],
): Promise<void> {
  if (who.role === 'kiosk') return
  await journal.consultations.add({
    consultationId: uuidv7() as ConsultationId,
    at: now,
    agentId: who.agentId,
    stationId: who.stationId,
    what,
    about,
  })
}

/**
 * What a view shows of people who are not being received: the appointments of a day bear names. A view of the person at
 * the counter is that act itself, which the journal has; lists of files name nobody.
 */
export function consultedBy(
  name: ViewName,
  input: unknown,
  office: Office,
  now: Noting['now'],
): { readonly what: Consulted; readonly about: readonly string[] } | null {
  if (name !== 'appointments.view') return null
  const { date } = input as Input<'appointments.view'>
  const day: LocalDate = date ?? office.day?.date ?? dateIn(zoneOf(office), now)
  return { what: 'appointments', about: [day] }
}

/**
 * Begins a watch once its consultation is noted.
 * @param onFault why it does not begin, and whether it is still wanted
 * @returns what stops it, begun or not
 */
export function afterNoting(
  noted: Promise<void>,
  begin: () => () => void,
  onFault: (error: unknown, wanted: boolean) => void,
): () => void {
  let stop = () => {}
  let stopped = false
  noted
    .then(() => {
      if (!stopped) stop = begin()
    })
    .catch((error: unknown) => onFault(error, !stopped))
  return () => {
    stopped = true
    stop()
  }
}
