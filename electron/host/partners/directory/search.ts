import { setImmediate } from 'node:timers/promises'
import MiniSearch from 'minisearch'
import type { DirectoryOffice, DirectorySource } from '../../../../shared/contract/partners/directory.ts'
import { folded } from '../../../../shared/procedures/search/words.ts'

export type Index = {
  readonly source: DirectorySource
  readonly search: (
    asked: { readonly text: string; readonly kind?: string | undefined; readonly insee?: string | undefined },
    limit: number,
  ) => readonly DirectoryOffice[]
}

/** Services indexed in one step, a few milliseconds: the counters' acts pass in between. */
const step = 200

/** Letters and figures: « Fontaine-le-Port » is three words, « CAF » one. */
const words = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** The index of a directory, made by steps: a national one takes some seconds, during which the host goes on. */
export async function indexOf(offices: readonly DirectoryOffice[], source: DirectorySource): Promise<Index> {
  const index = new MiniSearch<{ id: number; name: string; kind: string; place: string }>({
    fields: ['name', 'kind', 'place'],
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: {
      boost: { name: 3, kind: 2 },
      prefix: (_, rank, terms) => rank === terms.length - 1,
      fuzzy: (term) => (term.length >= 5 && !/\d/.test(term) ? 1 : false),
      weights: { fuzzy: 0.2, prefix: 0.6 },
      combineWith: 'AND',
    },
  })
  for (const [id, { name, kind, communes, address }] of offices.entries()) {
    index.add({
      id,
      name,
      kind: (kind ?? '').replaceAll('_', ' '),
      place: `${communes.join(' ')} ${address ?? ''}`,
    })
    if (id % step === step - 1) await setImmediate()
  }
  return {
    source,
    search: ({ text, kind, insee }, limit) => {
      const fits = ({ kind: its, communes }: DirectoryOffice) =>
        (kind === undefined || its === kind) && (insee === undefined || communes.includes(insee))
      if (words(text).length === 0)
        return kind === undefined && insee === undefined ? [] : offices.filter(fits).slice(0, limit)
      const found: DirectoryOffice[] = []
      for (const { id } of index.search(text)) {
        const office = offices[id as number]
        if (office && fits(office)) found.push(office)
        if (found.length === limit) break
      }
      return found
    },
  }
}
