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
 * A title that a text has handed over in person is never sent.
 * @param procedure the procedure of the file, under the rules of its day
 */
export function sentTitle(
  procedure: Procedure | undefined,
  { what, means }: Pick<EventData<'fileHandedOver'>, 'what' | 'means'>,
): Refused<'titleInPerson'> | undefined {
  const { remise } = procedure?.header ?? {}
  if (!procedure || what !== 'title' || means === 'counter' || remise?.['en personne'] !== 'oui')
    return undefined
  const { sources } = sourced(procedure.articles, remise.sources)
  return { refusal: 'titleInPerson', details: sources.map(({ label }) => label) }
}
