import type { FactsOf } from '../../contract/documents/issued.ts'
import { always, author, defenseur, written, type Checklists, type Mention } from './mention.ts'

const proof = 'CJA, art. R421-2'

/** Hours in the order in which they were lived: arrived, received if they were, then the end. */
const hours: Mention<FactsOf<'nonReception'>> = {
  mention: 'presence',
  article: proof,
  there: ({ arrivedAt, receivedAt, until, issuedAt }) =>
    arrivedAt > 0 &&
    arrivedAt <= (receivedAt ?? until) &&
    (receivedAt ?? until) <= until &&
    until <= issuedAt,
}

/** The checklists of what proves that somebody came (CRPA L112-3, and what the Défenseur des droits recommends). */
export const presenceMentions: Checklists<'nonReception' | 'passage'> = {
  nonReception: [
    ...always,
    // Nobody received who was not called: the office then attests alone.
    {
      ...author,
      there: (facts) => (facts.author === null && facts.receivedAt === null) || author.there(facts),
    },
    { mention: 'request', article: defenseur, there: ({ label }) => written(label) },
    hours,
  ],
  passage: [
    ...always,
    {
      mention: 'presence',
      article: proof,
      there: ({ takenAt, steps, issuedAt }) =>
        takenAt > 0 && takenAt <= issuedAt && steps.length > 0 && steps.every(({ at }) => at <= issuedAt),
    },
    {
      // Without the place in the journal and the key, nobody could check it without the office.
      mention: 'chain',
      article: 'CRPA, art. L311-3-1',
      there: ({ chain }) => chain.seq > 0 && /^[0-9a-f]{64}$/.test(chain.hash) && written(chain.publicKey),
    },
  ],
}
