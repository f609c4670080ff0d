import { LocalDate } from '../../../shared/contract/ids.ts'
import type { RefusalGrounds } from '../../../shared/contract/documents/grounds.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { refusalWords } from '../../../shared/messages/documents/refusal.fr.ts'
import { monthsOfYear } from '../../../shared/messages/format/numbers.ts'
import { readFrenchDate } from '../../ui/dates.ts'
import { lawTyped, type Typed } from '../typedAsk.ts'

export type Ground = RefusalGrounds['grounds'][number]
type GroundFact = Ground['facts'][number]
type Reasons = Pick<Typed, 'groundId' | 'groundSaid' | 'facts' | 'law'>

const months = monthsOfYear()

/** A day as people write it in a sentence: « 19 février 2026 », « 1er mars 2026 », « 19/02/2026 ». */
const written = new RegExp(
  String.raw`(\d{1,2})(?:er)?\s+(${months.join('|')})\s+(\d{4})|(\d{1,2}[/.]\d{1,2}[/.]\d{4})`,
  'giu',
)

/** Each day that a text says, with where it begins. */
export function daysIn(text: string): readonly { readonly at: number; readonly day: LocalDate }[] {
  return [...text.matchAll(written)].flatMap((match) => {
    const [, day, month = '', year, figures] = match
    const typed = figures ?? `${day}/${months.indexOf(month.toLocaleLowerCase('fr')) + 1}/${year}`
    const read = readFrenchDate(typed.replaceAll('.', '/'))
    return read === undefined ? [] : [{ at: match.index, day: read }]
  })
}

/** Asked now: always, or because the facts told hold one of its words. */
export const isAsked = ({ when }: GroundFact, told: string): boolean =>
  when === null || when.some((word) => told.toLocaleLowerCase('fr').includes(word))

/**
 * The days that a ground needs, as the facts already say them: the consent's is the one after « accord », another's is the
 * first. What is typed in its own field wins.
 */
function daysProposed(ground: Ground, facts: string): Readonly<Record<string, LocalDate>> {
  const days = daysIn(facts)
  const consent = facts.toLocaleLowerCase('fr').indexOf('accord')
  return Object.fromEntries(
    ground.facts.flatMap(({ factId, kind, when }) => {
      if (kind !== 'date') return []
      const found =
        when === null
          ? days.find(({ at }) => consent < 0 || at < consent || days.length === 1)
          : consent < 0
            ? undefined
            : days.find(({ at }) => at > consent)
      return found === undefined ? [] : [[factId, found.day]]
    }),
  )
}

/** What was said of a ground's facts: as it was typed, else as the facts say it. */
export const saidOf = (ground: Ground | undefined, { groundSaid, facts }: Reasons): Typed['groundSaid'] =>
  ground === undefined ? groundSaid : { ...daysProposed(ground, facts), ...groundSaid }

/** What still lacks of the reasons, by name, in the order of the page; empty once they can be written. */
export function lackingIn(grounds: RefusalGrounds | null, typed: Reasons): readonly string[] {
  const words = refusalWords.check
  const ground = grounds?.grounds.find(({ groundId }) => groundId === typed.groundId)
  const said = saidOf(ground, typed)
  const told = [typed.facts, ...Object.values(said)].join(' ')
  return [
    ...(wordsIn(typed.facts) === '' ? [words.facts] : []),
    ...(ground?.facts ?? []).flatMap((fact) => {
      const text = wordsIn(said[fact.factId] ?? '')
      const given = fact.kind === 'date' ? LocalDate.safeParse(text).success : text !== ''
      return given || !isAsked(fact, told) ? [] : [lower(fact.title)]
    }),
    ...(ground === undefined && lawTyped(typed.law).length === 0 ? [words.article] : []),
  ]
}

/** The facts that only some words call for, and that are said: the written consent to a visit, with its day. */
export const consentsIn = (ground: Ground | undefined, typed: Reasons) => {
  const said = saidOf(ground, typed)
  return (ground?.facts ?? []).flatMap(({ factId, title, when }) => {
    const day = LocalDate.safeParse(said[factId] ?? '').data
    return when === null || day === undefined ? [] : [{ title, day }]
  })
}

const lower = (text: string): string => text.slice(0, 1).toLocaleLowerCase('fr') + text.slice(1)
