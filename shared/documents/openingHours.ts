import type { DayHours } from '../contract/documents/said.ts'
import { words } from '../messages/documents/documents.fr.ts'
import { clock } from './moments.ts'

/** « lundi à vendredi, 8 h 30 à 12 h 00 et 13 h 30 à 17 h 00 ; samedi, 9 h 00 à 12 h 00 »; null when no day is open. @param week seven days from Monday */
export function openingHours(week: readonly DayHours[]): string | null {
  const said = week.map((spans) => spans.map(([from, to]) => words.span(clock(from), clock(to))).join(' et '))
  const runs: { from: number; to: number; spans: string }[] = []
  for (const [day, spans] of said.entries()) {
    const last = runs.at(-1)
    if (last?.spans === spans) last.to = day
    else runs.push({ from: day, to: day, spans })
  }
  const open = runs.filter(({ spans }) => spans !== '')
  if (open.length === 0) return null
  return open
    .map(({ from, to, spans }) => {
      const name = (at: number) => words.weekdays[at] ?? ''
      return `${from === to ? name(from) : words.daysFromTo(name(from), name(to))}, ${spans}`
    })
    .join(' ; ')
}
