import type { EventData } from '../../contract/events.ts'
import type { Capacity } from '../../contract/law/assessment.ts'
import { actsThemself } from '../../identity/capacities.ts'
import { sourced } from '../../procedures/sources.ts'
import type { Procedure } from '../../procedures/catalogue.ts'
import type { Refused } from '../decision.ts'
import { strangePerson } from '../law/names.ts'

/**
 * The name under which a title is taken at the counter. Who comes in the holder's place is named: the capacity alone does not
 * say who has the title. The holder needs no other name than the file's.
 * @param to in what capacity the title is taken
 * @param receiver the name as it was typed
 * @returns the name to keep with the file; null where none was typed
 */
export function takerOf({
  to,
  receiver,
}: {
  readonly to: Capacity
  readonly receiver?: string | undefined
}): Refused<'takerUnnamed' | 'nameMalformed'> | { readonly taker: string | null } {
  const taker = receiver === undefined || receiver === '' ? null : receiver
  if (taker === null && !actsThemself(to)) return { refusal: 'takerUnnamed' }
  return strangePerson(taker === null ? null : { familyName: taker, firstName: null }) ?? { taker }
}

/**
 * The texts that have a title handed over in person: it is never sent. Null where it may be.
 * @param procedure the procedure of the file, under the rules of its day
 */
export function inPersonBy(procedure: Procedure | undefined): readonly string[] | null {
  const { remise } = procedure?.header ?? {}
  if (!procedure || remise?.['en personne'] !== 'oui') return null
  return sourced(procedure.articles, remise.sources).sources.map(({ label }) => label)
}

/** Why a title does not leave by these means. */
export function sentTitle(
  procedure: Procedure | undefined,
  { what, means }: Pick<EventData<'fileHandedOver'>, 'what' | 'means'>,
): Refused<'titleInPerson'> | undefined {
  const texts = what === 'title' && means !== 'counter' ? inPersonBy(procedure) : null
  return texts === null ? undefined : { refusal: 'titleInPerson', details: texts }
}
