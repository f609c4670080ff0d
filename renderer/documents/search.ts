import type { DocumentKind } from '../../shared/contract/documents/kinds.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import type { Input } from '../../shared/contract/index.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'

/** What is looked for, as it is typed; nothing of it must be. */
export type Sought = {
  readonly number: string
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  readonly kind: DocumentKind | ''
}
export const anything: Sought = { number: '', from: null, to: null, kind: '' }

/** « rd 2026 318 » is RD-2026-318; a beginning stays one. */
export const numberTyped = (typed: string): string =>
  typed
    .trim()
    .toUpperCase()
    .replaceAll(/[\s–—]+/g, '-')

/**
 * What is asked of the host, or the sentence that says why not. One date alone is that day; an end alone goes back to
 * the first document.
 */
export function searchInput(
  sought: Sought,
): { readonly asks: Input<'document.list'> } | { readonly problem: string } {
  const { from, to, kind } = sought
  if (from !== null && to !== null && to < from) return { problem: papers.search.datesMixedUp }
  const number = numberTyped(sought.number)
  const day = from ?? to
  return {
    asks: {
      ...(day === null ? {} : { date: from ?? firstDay, until: to ?? day }),
      ...(kind === '' ? {} : { kind }),
      ...(number === '' ? {} : { number }),
    },
  }
}

/** Before any office of this program. */
const firstDay = '2020-01-01' as LocalDate
