import type { Motive, Queue } from './acts.ts'

type Ticket = Pick<Queue['waiting'][number], 'serviceId' | 'procedureId' | 'purpose'>

/** What someone waits for: the procedure, else the service. « Autre démarche » says less than the service's name. */
export function motiveOf(ticket: Ticket, motives: readonly Motive[], services: Queue['services']): string {
  const motive = motives.find(
    ({ procedureId, serviceId, purpose }) =>
      serviceId === ticket.serviceId && purpose === ticket.purpose && procedureId === ticket.procedureId,
  )
  if (motive && motive.procedureId !== 'autre') return motive.title.fr
  return services.find(({ serviceId }) => serviceId === ticket.serviceId)?.name.fr ?? ticket.serviceId
}

/** « Autre démarche » is for who found nothing else: it comes last, whatever service takes it. */
export const inOrder = (motives: readonly Motive[]): readonly Motive[] =>
  motives.toSorted((a, b) => Number(a.procedureId === 'autre') - Number(b.procedureId === 'autre'))

export const motiveKey = ({ serviceId, procedureId, purpose }: Motive): string =>
  `${serviceId} ${procedureId ?? ''} ${purpose}`

/**
 * Why no ticket can be given for it now; null when one can.
 * @param due a legal deadline of the person expires today: a service that is closed receives them all the same
 */
export function barOf({ closed, access, purpose }: Motive, due = false): 'closed' | 'appointment' | null {
  if (closed !== null && !due) return 'closed'
  return purpose === 'request' && !access.includes('walkIn') ? 'appointment' : null
}

/** Why a person may prefer a slot or a certificate to a ticket, as the certificate says it; null when nothing says so. */
export function doubtOf(motive: Motive): 'serviceClosed' | 'nobodyServes' | 'noTimeLeft' | null {
  if (barOf(motive) !== null) return 'serviceClosed'
  if (motive.openCounters === 0) return 'nobodyServes'
  return motive.wait?.level === 'unlikely' ? 'noTimeLeft' : null
}
