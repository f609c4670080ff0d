import { lawSearch, type LawSearch } from '../../shared/procedures/search/index.ts'
import { lawEntries, searchOf } from '../fixtures/lawSearch.ts'
import { alone, microseconds, milliseconds, percentile, type Part, type Spread } from './measure.ts'

const queries = [
  'justificatif de domicile',
  'carte nationale identité mineur',
  'L114-5',
  '12669',
  'naisance',
  'accusé de récep',
  'étranger titre séjour',
  'demande',
  'xylophone timbre',
]

/** The texts searched without an index: each read for each word, as « Rechercher » in a page does. */
function scan(query: string): number {
  const words = query.toLowerCase().split(' ')
  return lawEntries.filter(({ title, text }) => {
    const whole = `${title}\n${text}`.toLowerCase()
    return words.every((word) => whole.includes(word))
  }).length
}

/** Searching the fiches, the articles and the rules shipped; nothing crosses a process. */
export const search: Part = {
  name: 'search',
  title: `La recherche dans les textes, ${lawEntries.length} entrées`,
  run: ({ quick }) => {
    const samples = quick ? 10 : 200
    const found: LawSearch = searchOf(lawEntries)
    let next = 0
    const query = () => queries[next++ % queries.length] ?? ''
    const each = (work: () => unknown, batch: number) => milliseconds(microseconds(work, batch, samples))
    return Promise.resolve([
      alone(
        'une recherche, 50 réponses avec leur passage',
        'ms',
        each(() => found(query(), 50), 9),
        { most: 20 },
      ),
      alone(
        'la même sans index, chaque texte relu',
        'ms',
        each(() => scan(query()), 9),
      ),
      alone(
        'faire l’index, en tout',
        'ms',
        milliseconds(microseconds(() => searchOf(lawEntries), 1, quick ? 3 : 20)),
      ),
      alone('faire l’index, un de ses pas', 'ms', stepsOf(quick ? 2 : 20), { most: 20 }),
    ])
  },
}

/** Milliseconds of each step between which the host does something else. */
function stepsOf(rounds: number): Spread {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const steps = lawSearch(lawEntries)
    for (let done = false; !done;) {
      const from = performance.now()
      done = steps.next().done === true
      times.push(performance.now() - from)
    }
  }
  const at = (share: number) => percentile(times, share)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: times.length }
}
