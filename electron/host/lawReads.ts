import { setImmediate } from 'node:timers/promises'
import type { Input, Output } from '../../shared/contract/index.ts'
import { type Catalogue, shippedCatalogue } from '../../shared/procedures/catalogue.ts'
import { entriesOf } from '../../shared/procedures/search/entries.ts'
import type { LawSearch } from '../../shared/procedures/search/index.ts'
import { Library } from '../../shared/procedures/search/library.ts'
import { shownText } from '../../shared/procedures/search/shown.ts'
import type { Articles } from '../../shared/procedures/sources.ts'

// Half a megabyte of text, and an index of it: read at the first question, so that an office that never asks pays
// nothing, and indexed by steps, so that nobody waits for a ticket meanwhile.

let read: Promise<Library> | null = null
const library = (): Promise<Library> =>
  (read ??= import('../../shared/procedures/compiled/library.json', { with: { type: 'json' } }).then(
    ({ default: json }) => Library.parse(json),
  ))

/** One index for each set of rules: an office that installs other rules searches those. */
const searches = new WeakMap<Catalogue, Promise<LawSearch>>()

function searchOf(catalogue: Catalogue): Promise<LawSearch> {
  const search = searches.get(catalogue) ?? build(catalogue)
  searches.set(catalogue, search)
  return search
}

async function build({ procedures }: Catalogue): Promise<LawSearch> {
  const { lawSearch } = await import('../../shared/procedures/search/index.ts')
  const steps = lawSearch(entriesOf(await library(), procedures))
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    await setImmediate()
  }
}

/** `law.search`: what the office can look up, by its words. */
export async function searchLaw(
  { text, limit }: Input<'law.search'>,
  catalogue: Catalogue = shippedCatalogue(),
): Promise<Output<'law.search'>> {
  const search = await searchOf(catalogue)
  return search(text, limit) as Output<'law.search'>
}

/** `law.show`: one text whole. */
export async function showLaw(
  { kind, id }: Input<'law.show'>,
  catalogue: Catalogue = shippedCatalogue(),
): Promise<Output<'law.show'>> {
  const cited: Articles = Object.assign({}, ...catalogue.procedures.map(({ articles }) => articles))
  return { text: shownText(await library(), cited, kind, id) } as Output<'law.show'>
}
