import { localDay } from '../localDay.ts'
import type { DocumentFacts, FactsOf } from '../../contract/documents/issued.ts'
import { always, author, written, type Checklists, type Mention } from './mention.ts'
import { remediesComplete } from './remedies.ts'

type Signed = FactsOf<'refus'> | FactsOf<'acceptation'> | FactsOf<'motifs'>
type Reasoned = FactsOf<'refus'> | FactsOf<'motifs'>
type Addressed = Signed | FactsOf<'regularisation'>

/** The day of issue where the office is, to be compared with the dates of a file. */
const dayOf = ({ issuedAt, zone }: Pick<DocumentFacts, 'issuedAt' | 'zone'>): string => {
  try {
    return localDay(issuedAt, zone)
  } catch {
    // A zone that does not exist is what `always` refuses.
    return ''
  }
}

const request: Mention<Addressed> = {
  mention: 'request',
  article: 'CRPA, art. L110-1',
  there: ({ label }) => written(label),
}
const addressee: Mention<Addressed> = {
  mention: 'addressee',
  article: 'CRPA, art. L111-3',
  there: ({ addressee: to }) => to !== null && written(to.familyName),
}
/** « La signature de son auteur ainsi que la mention, en caractères lisibles, du prénom, du nom et de la qualité ». */
const signature: Mention<Signed> = {
  mention: 'signature',
  article: 'CRPA, art. L212-1',
  there: ({ signatory }) =>
    signatory !== null &&
    written(signatory.name.firstName) &&
    written(signatory.name.familyName) &&
    written(signatory.name.capacity),
}
const ofFact: Mention<Reasoned> = {
  mention: 'facts',
  article: 'CRPA, art. L211-5',
  there: ({ facts }) => written(facts),
}
const ofLaw: Mention<Reasoned> = {
  mention: 'law',
  article: 'CRPA, art. L211-5',
  there: ({ law }) => law.length > 0 && law.every(({ title }) => written(title)),
}
const remedies: Mention<Reasoned> = {
  mention: 'remedies',
  article: 'CRPA, art. L412-3 ; CJA, art. R421-5',
  there: ({ remedies: ways }) => remediesComplete(ways),
}
/** An address has a postal code: a court by its name alone is one among many. */
const court: Mention<Reasoned> = {
  mention: 'court',
  article: 'CJA, art. R421-5',
  there: ({ remedies: ways }) => written(ways?.court ?? null) && /\b\d{5}\b/.test(ways?.court ?? ''),
}
/** Rules were run for this request: it is said, and what for. */
const algorithm: Mention<Reasoned> = {
  mention: 'algorithm',
  article: 'CRPA, art. L311-3-1 et R311-3-1-1',
  there: ({ rule, algorithm: used }) => rule === null || written(used?.purpose ?? null),
}
const reasoned = [ofFact, ofLaw, remedies, court, algorithm]
const signed = [...always, author, request, addressee, signature]

/** No text says how a receipt is cancelled: what is written stays, as for the records of a till. */
const unaltered = 'CGI, art. 286, I, 3° bis, par analogie'

/** The checklists of what is decided, and of the papers that go with a decision. */
export const decisionMentions: Checklists<
  'refus' | 'acceptation' | 'motifs' | 'trace' | 'regularisation' | 'incident' | 'annulation'
> = {
  refus: [
    ...signed,
    ...reasoned,
    {
      mention: 'decisionDate',
      article: 'CJA, art. R421-1',
      there: (facts) => facts.receivedOn <= facts.decidedOn && facts.decidedOn <= dayOf(facts),
    },
  ],
  acceptation: [
    ...signed,
    { mention: 'fileReference', article: 'CRPA, art. L232-3', there: ({ file }) => file !== null },
    {
      mention: 'silence',
      article: 'CRPA, art. L231-1',
      there: ({ silence }) => silence.sense === 'acceptation' && written(silence.title),
    },
    {
      mention: 'receptionDate',
      article: 'CRPA, art. L114-3',
      there: (facts) => facts.completeOn <= facts.acquiredOn,
    },
    {
      mention: 'acquiredDate',
      article: 'CRPA, art. L232-3',
      there: (facts) => facts.acquiredOn <= dayOf(facts),
    },
  ],
  motifs: [
    ...signed,
    ...reasoned,
    {
      mention: 'decisionDate',
      article: 'CRPA, art. L232-4',
      there: (facts) => facts.receivedOn <= facts.rejectedOn && facts.rejectedOn <= dayOf(facts),
    },
    {
      mention: 'askedDate',
      article: 'CRPA, art. L232-4',
      there: (facts) => facts.rejectedOn <= facts.askedOn && facts.askedOn <= dayOf(facts),
    },
  ],
  trace: [
    ...always,
    author,
    { mention: 'ruleVersion', article: 'CRPA, art. R311-3-1-2, 3°', there: ({ rule }) => rule !== null },
    {
      mention: 'purpose',
      article: 'CRPA, art. R311-3-1-1',
      there: ({ purpose }) => written(purpose),
    },
    {
      mention: 'reasoning',
      article: 'CRPA, art. R311-3-1-2, 4°',
      there: ({ lines }) => lines.length > 0 && lines.every(({ text }) => written(text)),
    },
  ],
  regularisation: [
    ...always,
    author,
    request,
    addressee,
    { mention: 'breach', article: 'CRPA, art. L123-1', there: ({ breach }) => written(breach) },
    {
      mention: 'law',
      article: 'CRPA, art. L123-1',
      there: ({ law }) => law.length > 0 && law.every(({ title }) => written(title)),
    },
    {
      mention: 'formalities',
      article: 'CRPA, art. L123-1',
      there: ({ formalities }) => formalities.length > 0 && formalities.every(written),
    },
    {
      mention: 'dueDate',
      article: 'CRPA, art. L123-1',
      there: (facts) => facts.dueOn > dayOf(facts),
    },
    {
      mention: 'consequence',
      article: 'CRPA, art. L123-1',
      there: ({ consequence }) => written(consequence),
    },
  ],
  incident: [
    ...always,
    author,
    {
      mention: 'incident',
      article: 'CJA, art. R421-2',
      there: ({ what, from, until, issuedAt }) =>
        written(what) && from > 0 && from <= (until ?? issuedAt) && (until ?? issuedAt) <= issuedAt,
    },
    { mention: 'effect', article: 'CJA, art. R421-2', there: ({ effect }) => written(effect) },
  ],
  annulation: [
    ...always,
    author,
    {
      mention: 'related',
      article: unaltered,
      there: ({ cancels }) => written(cancels.number),
    },
    {
      mention: 'reason',
      article: unaltered,
      there: ({ reason }) => written(reason),
    },
  ],
}
