import type { Remedies } from '../../../contract/documents/said.ts'
import { noLawSettings } from '../../../contract/office/settings.ts'
import type { Assessment } from '../../../contract/law/assessment.ts'
import type { Office } from '../../state.ts'

/** « le préfet de Seine-et-Marne, 12 rue… » names whom « le préfet » named already: it is said once. */
function addressed(who: string, said: string | null | undefined): string | null {
  if (who.trim() === '') return null
  if (!said) return who
  return said.toLocaleLowerCase('fr').startsWith(who.toLocaleLowerCase('fr')) ? said : `${who}, ${said}`
}

/** Whether the rules know the whole of it: whether a recourse comes first, and how long, or that no text says how long. */
export const knowsWhole = ({
  prior,
  delay,
  noDelay,
}: Pick<Remedies, 'prior' | 'delay' | 'noDelay'>): boolean =>
  prior !== 'unknown' && (delay !== null || noDelay === true)

/**
 * Where a decision on this request is contested: the procedure's own rule, with the addresses that the office set for its
 * authority and its court. Null where the rules know no remedy.
 * @param after what is contested: a decision that was taken, or a rejection that silence made
 */
export function remediesOf(
  { settings }: Pick<Office, 'settings'>,
  assessment: Pick<Assessment, 'procedureId' | 'remedy'> | null,
  after: 'decision' | 'silence',
): Remedies | null {
  const remedy = assessment?.remedy
  if (!assessment || !remedy) return null
  const { remedies } = settings?.law ?? noLawSettings
  const here = remedies.find(({ procedureId }) => procedureId === assessment.procedureId)
  const { title, detail, prior, authority, court, delay, noDelay, sources, toConfirm } = remedy
  const free = noDelay === 'always' || (noDelay === 'afterSilence' && after === 'silence')
  return {
    title,
    detail,
    prior,
    authority: addressed(authority, here?.authority),
    court: addressed(court, here?.court),
    ...(free ? { delay: null, noDelay: true as const } : { delay: delay && { ...delay } }),
    sources: [...sources],
    toConfirm,
  }
}
