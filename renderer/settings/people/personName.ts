import type { Output } from '../../../shared/contract/index.ts'
import { peopleWords } from '../../../shared/messages/people/people.fr.ts'

/** As the administration names people: it knows them all. */
export const personName = ({
  agentId,
  name,
}: Pick<Output<'people.view'>['people'][number], 'agentId' | 'name'>): string =>
  name ? `${name.firstName} ${name.familyName}` : peopleWords.who.unnamed(agentId)
