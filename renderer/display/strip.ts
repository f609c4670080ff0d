import type { Output } from '../../shared/contract/index.ts'
import { otherLanguages, type OtherLanguage } from '../../shared/contract/text.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { display } from '../../shared/messages/media/display.fr.ts'
import { kiosk } from '../../shared/messages/public/kiosk.ts'
import { languages } from '../../shared/messages/public/languages.ts'

type View = Output<'display.view'>
type Service = View['services'][number]

/** What the line at the foot says at a time: in French, or in another language in its turn. */
export type Leaf = {
  readonly language: OtherLanguage | 'fr'
  readonly text: string
  /** Who says it, over words that somebody of the office wrote. */
  readonly from?: string
}

/** Milliseconds that a leaf stays: two lines are read twice. */
export const stay = 10_000

/** All that the foot says in French: the order of calls, what the rule says beyond it, what is left of the day. */
export function leavesOf({ resource, rule }: Pick<View, 'resource' | 'rule'>): readonly Leaf[] {
  const texts = [
    ...(rule === null ? [] : [display.rule(rule), ...display.ruleRest(rule)]),
    // Without a counter nothing is engaged, nor left.
    ...(resource !== null && resource.total > 0 ? [display.resource(resource.free)] : []),
  ]
  return texts.map((text) => ({ language: 'fr', text }))
}

type Turning = Pick<View, 'services' | 'resource' | 'lastTickets' | 'closesAt' | 'rule' | 'zone'>

/** The same for whoever reads another language: less, so that French comes back soon. */
function translatedLeaves(
  { lastTickets, closesAt, rule, zone }: Turning,
  language: OtherLanguage,
): readonly Leaf[] {
  const { room } = languages[language]
  const texts = [
    ...(rule === null ? [] : [room.order(rule), room.law]),
    ...(lastTickets && closesAt !== null ? [room.lastTickets(kiosk[language].hour(closesAt, zone))] : []),
  ]
  return texts.map((text) => ({ language, text }))
}

/** All leaves in their order: French comes back before each other language, so that it is never gone for long. */
export function turnsOf(view: Turning): readonly Leaf[] {
  const french = leavesOf(view)
  return otherLanguages.flatMap((language) => [...french, ...translatedLeaves(view, language)])
}

type Banded = Pick<View, 'open' | 'services' | 'lastTickets' | 'closesAt' | 'messages' | 'zone'>

/** « Derniers tickets », then the words of each closed service. */
const ofTheDay = ({ open, services, lastTickets, closesAt, zone }: Banded): readonly string[] =>
  !open
    ? []
    : [
        ...(lastTickets && closesAt !== null ? [display.lastTickets(hour(closesAt, zone))] : []),
        ...services.flatMap(({ name, closed }) =>
          closed === null || closed.words === null ? [] : [display.closedWords(name.fr, closed)],
        ),
      ]

/**
 * What the band says over the foot, one at a time: what the day says, then the office's messages, open or closed. French
 * comes back before each other language in which a message is written. Without any, no band is drawn.
 */
export function bandsOf(view: Banded): readonly Leaf[] {
  const written = (language: Leaf['language'], text: string): Leaf => ({
    language,
    text,
    from: kiosk[language].messages,
  })
  const french = [
    ...ofTheDay(view).map((text): Leaf => ({ language: 'fr', text })),
    ...view.messages.map(({ text }) => written('fr', text.fr)),
  ]
  const theirs = otherLanguages
    .map((language) =>
      view.messages.flatMap(({ text }): readonly Leaf[] => {
        const theirs = text[language]
        return theirs === undefined ? [] : [written(language, theirs)]
      }),
    )
    .filter(({ length }) => length > 0)
  return theirs.length === 0 ? french : theirs.flatMap((leaves) => [...french, ...leaves])
}

/** The services that are read at once: so many at a time, in turn where there are more. @param most how many have room */
export function pageOf(services: readonly Service[], most: number, now: number): readonly Service[] {
  const pages = Math.max(1, Math.ceil(services.length / most))
  // Pages are as long as each other: none is drawn nearly empty.
  const long = Math.ceil(services.length / pages)
  const at = (Math.floor(now / stay) % pages) * long
  return services.slice(at, at + long)
}

/** Which language besides French a sentence is said in at this instant. @param now milliseconds */
export const languageAt = (now: number): OtherLanguage | undefined =>
  otherLanguages[Math.floor(now / stay) % otherLanguages.length]

/** What has its turn at this instant: by the clock alone, so that nothing is counted nor kept. @param now milliseconds */
export const leafAt = <T>(leaves: readonly T[], now: number): T | null =>
  leaves[Math.floor(now / stay) % leaves.length] ?? null
