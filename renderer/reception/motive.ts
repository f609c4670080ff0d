import type { Output } from '../../shared/contract/index.ts'

type Motives = Output<'kiosk.view'>['motives']
type Ticket = Output<'queue.view'>['waiting'][number]

/** What someone waits for: the procedure, else the service. « Autre démarche » says less than the service's name. */
export function motiveOf(
  ticket: Ticket,
  motives: Motives,
  services: Output<'queue.view'>['services'],
): string {
  const motive = motives.find(
    ({ procedureId, serviceId }) =>
      procedureId !== null && procedureId === ticket.procedureId && serviceId === ticket.serviceId,
  )
  if (motive && motive.procedureId !== 'autre') return motive.title.fr
  return services.find(({ serviceId }) => serviceId === ticket.serviceId)?.name.fr ?? ticket.serviceId
}
