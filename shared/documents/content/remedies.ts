import type { Remedies } from '../../contract/documents/said.ts'
import { remedyWords as words } from '../../messages/documents/remedies.fr.ts'
import { cite, sentence } from './body.ts'

/**
 * How to contest, line by line: before whom, how long or that no text sets a delay. A recourse that comes first is said
 * with the situation on which it will be judged (CRPA L412-3) and what does not prolong its delay (L412-4).
 * @param from what the delay follows: « le rejet »
 * @param unbounded how it is said that no text sets a delay
 */
export function remedyLines(
  remedies: Remedies,
  from: string,
  unbounded: string = words.noDelay,
): readonly string[] {
  const { prior, authority, court, delay, noDelay, detail, sources } = remedies
  const named = cite(sources)
  const cited = named === '' ? '' : ` (${named})`
  const own = detail === null ? [] : [sentence(detail)]
  const free = noDelay === true ? ` ${unbounded}` : ''
  if (prior === 'yes')
    return [
      words.prior(authority ?? '', delay, from, cited) + free,
      words.priorLaw,
      noDelay === true ? words.priorReasoned : `${words.priorAlone} ${words.priorReasoned}`,
      ...(court === null ? [] : [words.afterPrior(court)]),
      ...own,
    ]
  return [
    ...(court === null ? [] : [words.direct(court, delay, from, cited) + free]),
    ...(authority === null ? [] : [words.authority(authority)]),
    ...own,
  ]
}
