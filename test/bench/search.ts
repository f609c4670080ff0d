import { lawSearch, type LawSearch } from '../../shared/procedures/search/index.ts'
import { lawEntries, searchOf } from '../fixtures/lawSearch.ts'
import { alone, microseconds, percentile, type Part, type Spread } from './measure.ts'

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

const milliseconds = ({ p50, p95, p99, count }: Spread): Spread => ({
  p50: p50 / 1000,
  p95: p95 / 1000,
  p99: p99 / 1000,
  count,
})

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
    const steps = longestStep()
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
      alone('faire l’index, le plus long des pas', 'ms', steps, { most: 20 }),
    ])
  },
}

/** Milliseconds of each step between which the host does something else. */
function longestStep(): Spread {
  const times: number[] = []
  for (let round = 0; round < 10; round++) {
    const steps = lawSearch(lawEntries)
    let longest = 0
    for (let done = false; !done;) {
      const from = performance.now()
      done = steps.next().done === true
      longest = Math.max(longest, performance.now() - from)
    }
    times.push(longest)
  }
  const at = (share: number) => percentile(times, share)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: times.length }
}
