import type { Output } from '../../shared/contract/index.ts'
import { display } from '../../shared/messages/display.fr.ts'

type View = Output<'display.view'>
type Service = View['services'][number]

/** What the strip under the calls shows at a time. */
export type Leaf =
  | { readonly kind: 'services'; readonly services: readonly Service[] }
  | { readonly kind: 'closed'; readonly service: Service }
  | { readonly kind: 'resource'; readonly minutes: number }
  | { readonly kind: 'rule'; readonly lines: readonly string[] }

/** Services side by side that are still read at ten metres; one less beside « derniers tickets ». */
const abreast = { usual: 3, narrow: 2 }
/** Lines of the rule that are shown together, beside the first one, which always is. */
const together = 2
/** Milliseconds that a leaf stays: two lines are read twice. */
const stay = 10_000

/** All that the strip has to say: every service with its wait, the words of those that are closed, what is left of the day, the rest of the rule. */
export function leavesOf({
  services,
  resource,
  lastTickets,
  rule,
}: Pick<View, 'services' | 'resource' | 'lastTickets' | 'rule'>): readonly Leaf[] {
  const leaves: Leaf[] = []
  const few = lastTickets ? abreast.narrow : abreast.usual
  for (let at = 0; at < services.length; at += few)
    leaves.push({ kind: 'services', services: services.slice(at, at + few) })
  for (const service of services)
    if (service.closed !== null && service.closed.words !== null) leaves.push({ kind: 'closed', service })
  // Without a counter nothing is engaged, nor left.
  if (resource !== null && resource.total > 0) leaves.push({ kind: 'resource', minutes: resource.free })
  const lines = rule === null ? [] : display.ruleRest(rule)
  for (let at = 0; at < lines.length; at += together)
    leaves.push({ kind: 'rule', lines: lines.slice(at, at + together) })
  return leaves
}

/** The leaf of this instant: by the clock alone, so that nothing is counted nor kept. @param now milliseconds */
export const leafAt = (leaves: readonly Leaf[], now: number): Leaf | null =>
  leaves[Math.floor(now / stay) % leaves.length] ?? null
