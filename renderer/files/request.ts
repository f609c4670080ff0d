import type { ProcedureId, ServiceId } from '../../shared/contract/ids.ts'
import type { Assessment } from '../../shared/contract/procedures.ts'
import type { Text } from '../../shared/contract/text.ts'
import { useLinkState, useView } from '../link/hooks.ts'

/** What is needed to record or complete a request: services, procedures, and what the rules say of the one chosen. */
export type RequestView = {
  readonly services: readonly { readonly serviceId: ServiceId; readonly name: Text }[]
  readonly procedures: readonly {
    readonly procedureId: ProcedureId
    readonly title: Text
    readonly serviceId: ServiceId | null
  }[]
  readonly assessment: Assessment | null
}

/**
 * The office's services and the procedures that it takes, each with its service: the entrance's list to an agent, the
 * law's to a supervisor. The rules of a request outside a visit are not given by the host yet.
 */
export function useRequest(): RequestView | undefined {
  const office = useView('office.view', {})
  const role = useLinkState((link) => link.role)
  const entrance = useView('reception.view', {})
  const law = useView('law.procedures', {})
  if (!office) return undefined
  const procedures =
    role === 'agent'
      ? (entrance?.motives ?? []).flatMap(({ procedureId, title, serviceId }) =>
          procedureId === null ? [] : [{ procedureId, title, serviceId }],
        )
      : (law?.procedures ?? []).flatMap(({ procedureId, title, inForce }) =>
          inForce ? [{ procedureId, title, serviceId: null }] : [],
        )
  return {
    services: office.services,
    procedures: procedures.filter(
      ({ procedureId }, at) => procedures.findIndex((each) => each.procedureId === procedureId) === at,
    ),
    assessment: null,
  }
}
