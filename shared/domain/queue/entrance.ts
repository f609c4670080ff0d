import type { CounterId, Instant, VisitId } from '../../contract/ids.ts'
import type { Visit } from './state.ts'

/** The entrance, where documents are issued that no counter issues. */
export const entrance = 'accueil' as CounterId

/** A visit at the entrance: what a document needs of someone whom no counter received. */
export const entranceVisit = (visitId: VisitId, at: Instant): Visit => ({
  visitId,
  counterId: entrance,
  reason: { code: 'arrivalOrder', overtaken: 0, longestWait: 0, reasonId: null },
  calledAt: at,
  lastCallAt: at,
  calls: 1,
  startedAt: null,
  startedBy: null,
  endedAt: null,
  outcome: null,
  requests: [],
  done: 0,
})
