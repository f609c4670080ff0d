import type { DocumentFacts, DocumentKind, Outcome } from '../contract/documents.ts'

/** What a document can lack; each has its words in `messages/documents.fr.ts`. */
export const mentionCodes = [
  'date',
  'presence',
  'service',
  'address',
  'phone',
  'agent',
  'request',
  'outcome',
  'pieceTitles',
  'ruleVersion',
] as const
export type MentionCode = (typeof mentionCodes)[number]

export type MissingMention = { readonly mention: MentionCode; readonly article: string }

type Mention = MissingMention & { readonly there: (facts: DocumentFacts) => boolean }

const written = (text: string): boolean => text.trim() !== ''

/** Dates can be said only in a zone that exists. */
function zoneExists(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('fr', { timeZone: zone }).format(0)
    return true
  } catch {
    return false
  }
}

const defenseur = 'Défenseur des droits, décision 2017-134'

/** Of every document. Its number is not here: it is given by the seal, so none can lack it. */
const always: readonly Mention[] = [
  {
    mention: 'date',
    article: `${defenseur} ; CJA, art. R421-2`,
    there: ({ issuedAt, zone }) => issuedAt > 0 && zoneExists(zone),
  },
  {
    mention: 'service',
    article: 'CRPA, art. R112-5, 3°',
    there: ({ office, service }) => written(office.name) && written(service),
  },
  {
    mention: 'address',
    article: 'CRPA, art. R112-5, 3°',
    there: ({ office }) => written(office.street) && written(office.postalCode) && written(office.city),
  },
  { mention: 'phone', article: 'CRPA, art. R112-5, 3°', there: ({ office }) => written(office.phone) },
]

const agent: Mention = {
  mention: 'agent',
  article: 'CRPA, art. L111-2',
  there: ({ agent: who }) =>
    who !== null && written(who.firstName) && written(who.familyName) && written(who.capacity),
}

/** Something was filed or shown, whatever became of it: the others have nothing to receipt. */
const filings: readonly Outcome[] = ['filed', 'incomplete', 'forwarded', 'refused', 'notServed']

/**
 * The checklist of each kind, as the texts want it (law.md §2). A receipt lists the pieces produced even when
 * there are none, so an empty list is not a lack: nobody leaves without their trace because a box was not ticked.
 */
const checklists: { readonly [K in DocumentKind]: readonly Mention[] } = {
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

/** What these facts lack to be a document of their kind, with the article that wants it; empty when it can be issued. */
export const missingMentions = (facts: DocumentFacts): readonly MissingMention[] =>
  checklists[facts.kind]
    .filter(({ there }) => !there(facts))
    .map(({ mention, article }) => ({ mention, article }))
