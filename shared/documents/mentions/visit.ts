import type { Outcome } from '../../contract/queue/outcomes.ts'
import type { VisitFacts } from '../../contract/documents/visitFacts.ts'
import { always, defenseur, written, type Checklists, type Mention } from './mention.ts'

const agent: Mention<VisitFacts> = {
  mention: 'agent',
  article: 'CRPA, art. L111-2',
  there: ({ agent: who, pseudonym }) =>
    pseudonym === undefined
      ? who !== null && written(who.firstName) && written(who.familyName) && written(who.capacity)
      : written(pseudonym),
}

/** Something was filed or shown, whatever became of it: the others have nothing to receipt. */
const filings: readonly Outcome[] = ['filed', 'incomplete', 'forwarded', 'refused', 'notServed']

/**
 * The checklists of the visit's own two, as the texts want it. A receipt lists the pieces produced even when
 * there are none, so an empty list is not a lack: nobody leaves without their trace because a box was not ticked.
 */
export const visitMentions: Checklists<'recepisse' | 'attestation'> = {
  recepisse: [
    ...always,
    agent,
    { mention: 'request', article: defenseur, there: ({ label }) => written(label) },
    { mention: 'outcome', article: defenseur, there: ({ outcome }) => filings.includes(outcome) },
    {
      mention: 'pieceTitles',
      article: `${defenseur} ; CRPA, art. L114-5`,
      there: ({ pieces }) => pieces.every(({ title }) => written(title)),
    },
    {
      // A piece with a text was judged by the rules: which version of them is owed to the person.
      mention: 'ruleVersion',
      article: 'CRPA, art. L311-3-1',
      there: ({ pieces, rule }) => rule !== null || pieces.every(({ sources }) => sources.length === 0),
    },
  ],
  attestation: [
    ...always,
    // Nobody received who left or was not called: the office attests alone.
    { ...agent, there: (facts) => facts.receivedAt === null || agent.there(facts) },
    {
      mention: 'presence',
      article: 'CJA, art. R421-2',
      there: ({ arrivedAt, receivedAt, issuedAt }) =>
        arrivedAt > 0 && arrivedAt <= (receivedAt ?? issuedAt) && (receivedAt ?? issuedAt) <= issuedAt,
    },
  ],
}
