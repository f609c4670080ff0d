import type { Output } from '../../shared/contract/index.ts'
import { otherLanguages, type OtherLanguage } from '../../shared/contract/text.ts'
import { display } from '../../shared/messages/queue/display.fr.ts'
import { kiosk } from '../../shared/messages/public/kiosk.ts'
import { languages } from '../../shared/messages/public/languages.ts'

type View = Output<'display.view'>
type Service = View['services'][number]

/** What the strip under the calls shows at a time. */
export type Leaf =
  | { readonly kind: 'services'; readonly services: readonly Service[] }
  | { readonly kind: 'closed'; readonly service: Service }
  | { readonly kind: 'resource'; readonly minutes: number }
  | { readonly kind: 'rule'; readonly lines: readonly string[] }
  | { readonly kind: 'translated'; readonly language: OtherLanguage; readonly shown: Translated }

/** What whoever reads no French is told in their turn: the waits, until when tickets are given, and who is called. */
export type Translated =
  | { readonly is: 'services'; readonly services: readonly Service[] }
  | { readonly is: 'sentences'; readonly sentences: readonly string[] }

/** Services side by side that are still read at ten metres; one less beside « derniers tickets ». */
const abreast = { usual: 3, narrow: 2 }
/** Lines of the rule that are shown together, beside the first one, which always is. */
const together = 2
/** Milliseconds that a leaf stays: two lines are read twice. */
export const stay = 10_000

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

/** The same for whoever reads another language: less, so that French comes back soon. */
function translatedLeaves(
  { services, lastTickets, closesAt, rule, zone }: Turning,
  language: OtherLanguage,
): readonly Leaf[] {
  const { room } = languages[language]
  const shown: Translated[] = []
  const few = lastTickets ? abreast.narrow : abreast.usual
  for (let at = 0; at < services.length; at += few)
    shown.push({ is: 'services', services: services.slice(at, at + few) })
  if (lastTickets && closesAt !== null)
    shown.push({ is: 'sentences', sentences: [room.lastTickets(kiosk[language].hour(closesAt, zone))] })
  if (rule !== null) shown.push({ is: 'sentences', sentences: [room.order(rule), room.law] })
  return shown.map((one) => ({ kind: 'translated', language, shown: one }))
}

type Turning = Pick<View, 'services' | 'resource' | 'lastTickets' | 'closesAt' | 'rule' | 'zone'>

/** All leaves in their order: French comes back before each other language, so that it is never gone for long. */
export function turnsOf(view: Turning): readonly Leaf[] {
  const french = leavesOf(view)
  return otherLanguages.flatMap((language) => [...french, ...translatedLeaves(view, language)])
}

/** Which language besides French a sentence is said in at this instant. @param now milliseconds */
export const languageAt = (now: number): OtherLanguage | undefined =>
  otherLanguages[Math.floor(now / stay) % otherLanguages.length]

/** The leaf of this instant: by the clock alone, so that nothing is counted nor kept. @param now milliseconds */
export const leafAt = (leaves: readonly Leaf[], now: number): Leaf | null =>
  leaves[Math.floor(now / stay) % leaves.length] ?? null
