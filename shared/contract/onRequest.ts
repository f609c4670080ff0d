import { z } from 'zod'
import type { VisitId } from './ids.ts'

/** A request of a visit: the visit, and how many it did before. */
export const RequestKey = z.string().max(80).brand('RequestKey')
export type RequestKey = z.infer<typeof RequestKey>

/** The request under way in a visit. */
export const requestKeyOf = ({ visitId, done }: { readonly visitId: VisitId; readonly done: number }) =>
  `${visitId}/${done}` as RequestKey

/**
 * The request that the page shows: an act that comes late, once it is over, is refused rather than done to another person's.
 * Absent of a station whose host does not say it.
 */
export const onRequest = { request: RequestKey.optional() }

/** What an act says of the request that it is on. */
export type OnRequest = { readonly request?: RequestKey }

/** The request that a page shows, as an act says it: what it was at the key, whatever the act waits for before. */
export const onRequestOf = ({ request }: { readonly request: RequestKey | null }): OnRequest =>
  request === null ? {} : { request }
