import { z } from 'zod'
import type { VisitId } from './ids.ts'

/** A request of a visit: the visit, and how many it did before. */
export const RequestKey = z.string().max(80).brand('RequestKey')
export type RequestKey = z.infer<typeof RequestKey>

/** The request under way in a visit. */
export const requestKeyOf = ({ visitId, done }: { readonly visitId: VisitId; readonly done: number }) =>
  `${visitId}/${done}` as RequestKey

/** The visit that a request is of. */
export const visitOfRequest = (request: RequestKey): VisitId =>
  request.slice(0, request.lastIndexOf('/')) as VisitId

/**
 * The request that the page shows, null where it shows nobody: an act that comes late, once it is over, is refused rather
 * than done to another person's. What can't be refused (money was taken), or is of nobody, falls on nobody else.
 * Absent of a station whose host does not say it.
 */
export const onRequest = { request: RequestKey.nullable().optional() }

/** What an act says of the request that it is on. */
export type OnRequest = { readonly request?: RequestKey | null | undefined }

/** Of whom a page shows the request, null where it shows nobody. A host of the version before, which reads no such word, does not say it. */
export const received = { received: RequestKey.nullable().optional() }

/** The request that a page shows, as an act says it: what it was at the key, whatever the act waits for before. */
export const onRequestOf = ({ request }: { readonly request: RequestKey | null }): OnRequest =>
  request === null ? {} : { request }

/** Whom a page shows, nobody included, as an act says it that is done whoever is there by then. */
export const onReceived = (
  shown: { readonly received?: RequestKey | null | undefined } | undefined,
): OnRequest => (shown?.received === undefined ? {} : { request: shown.received })
