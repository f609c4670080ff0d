import { setImmediate } from 'node:timers/promises'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { dateIn } from '../../../shared/domain/core/calendar/index.ts'
import { zoneOf } from '../../../shared/domain/state.ts'
import type { Catalogue } from '../../../shared/procedures/catalogue.ts'
import { citedBy, entriesOf } from '../../../shared/procedures/search/entries.ts'
import type { LawSearch } from '../../../shared/procedures/search/index.ts'
import { Library } from '../../../shared/procedures/search/library.ts'
import { shownRules } from '../../../shared/procedures/search/shownRules.ts'
import { shownText } from '../../../shared/procedures/search/shown.ts'
import type { Tables } from '../reading.ts'

// Half a megabyte of text, and an index of it: read at the first question, so that an office that never asks pays
// nothing, and indexed by steps, so that nobody waits for a ticket meanwhile.

let read: Promise<Library> | null = null
const library = (): Promise<Library> =>
  (read ??= import('../../../shared/procedures/compiled/library.json', { with: { type: 'json' } }).then(
    ({ default: json }) => Library.parse(json),
  ))

/** One index for each set of rules, made again when the day changes: another version may be in force. */
const searches = new WeakMap<Catalogue, { readonly date: LocalDate; readonly search: Promise<LawSearch> }>()

function searchOf(catalogue: Catalogue, date: LocalDate): Promise<LawSearch> {
  const before = searches.get(catalogue)
  if (before?.date === date) return before.search
  const search = build(catalogue, date)
  searches.set(catalogue, { date, search })
  return search
}

async function build(catalogue: Catalogue, date: LocalDate): Promise<LawSearch> {
  const { lawSearch } = await import('../../../shared/procedures/search/index.ts')
  const steps = lawSearch(entriesOf(await library(), catalogue, date))
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    await setImmediate()
  }
}

type LawTables = Pick<Tables, 'catalogue' | 'office' | 'now'>

/** `law.search`: what the office can look up today, by its words. */
export async function searchLaw(
  { text, limit }: Input<'law.search'>,
  { catalogue, office, now }: LawTables,
): Promise<Output<'law.search'>> {
  const search = await searchOf(catalogue, dateIn(zoneOf(office), now))
  return search(text, limit) as Output<'law.search'>
}

/** `law.show`: one text whole; a procedure or a piece, in the sentences of the rules of the day. */
export async function showLaw(
  { kind, id }: Input<'law.show'>,
  { catalogue, office, now }: LawTables,
): Promise<Output<'law.show'>> {
  if (kind === 'procedure' || kind === 'piece')
    return { text: shownRules(catalogue, kind, id, dateIn(zoneOf(office), now)) } as Output<'law.show'>
  return { text: shownText(await library(), citedBy(catalogue), kind, id) } as Output<'law.show'>
}
