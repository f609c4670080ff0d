import type { DocumentKind } from '../../contract/documents/kinds.ts'
import type { DocumentFacts, FactsOf, LetterFacts } from '../../contract/documents/issued.ts'

/** What a document can lack; each has its words in `shared/messages/documents/documents.fr.ts`. */
export const mentionCodes = [
  'date',
  'presence',
  'chain',
  'service',
  'address',
  'phone',
  'agent',
  'request',
  'outcome',
  'pieceTitles',
  'ruleVersion',
  'till',
  'regisseur',
  'accountant',
  'entryNumber',
  'products',
  'tariffSource',
  'exemptionSource',
  'dueAmount',
  'paid',
  'addressee',
  'fileReference',
  'facts',
  'law',
  'remedies',
  'court',
  'algorithm',
  'signature',
  'receptionDate',
  'decisionDate',
  'silence',
  'acquiredDate',
  'askedDate',
  'purpose',
  'reasoning',
  'breach',
  'formalities',
  'dueDate',
  'consequence',
  'incident',
  'effect',
  'related',
  'reason',
  'competent',
  'implicitDate',
  'missingPieces',
  'pieceSources',
  'clockEffect',
  'requestDate',
  'doubt',
  'recipient',
  'forwardDate',
  'sentWhat',
  'registration',
  'tacitDate',
  'stayPeriod',
  'completeRequest',
  'fullName',
  'birthDate',
  'birthPlace',
  'domicile',
  'censusDate',
  'originals',
  'returnDate',
] as const
export type MentionCode = (typeof mentionCodes)[number]

/** A mention with the article that wants it. */
export type MissingMention = { readonly mention: MentionCode; readonly article: string }

/** One line of a kind's checklist: what must be there, by which article, and whether these facts have it. */
export type Mention<F = DocumentFacts> = MissingMention & { readonly there: (facts: F) => boolean }

/** The checklist of each of these kinds. */
export type Checklists<K extends DocumentKind> = { readonly [One in K]: readonly Mention<FactsOf<One>>[] }

/** Whether a mention has a text: white space is none. */
export const written = (text: string | null): boolean => text !== null && text.trim() !== ''

/** What was answered of each zone: asking costs 30 µs, and the counter's view asks for each paper at each change. */
const zones = new Map<string, boolean>()

/** Dates can be said only in a zone that exists. */
function zoneExists(zone: string): boolean {
  const cached = zones.get(zone)
  if (cached !== undefined) return cached
  let exists = true
  try {
    new Intl.DateTimeFormat('fr', { timeZone: zone }).format(0)
  } catch {
    exists = false
  }
  zones.set(zone, exists)
  return exists
}

export const defenseur = 'Défenseur des droits, décision 2017-134'

/** Of every document. Its number is not here: it is given by the seal, so none can lack it. */
export const always: readonly Mention<Pick<DocumentFacts, 'issuedAt' | 'zone' | 'office' | 'service'>>[] = [
  {
    mention: 'date',
    article: `${defenseur} ; CJA, art. R421-2`,
    there: ({ issuedAt, zone }) => issuedAt > 0 && zoneExists(zone),
  },
  {
    mention: 'service',
    article: 'CRPA, art. R112-5, 2°',
    there: ({ office, service }) => written(office.name) && written(service),
  },
  {
    mention: 'address',
    article: 'CRPA, art. R112-5, 2°',
    there: ({ office }) => written(office.street) && written(office.postalCode) && written(office.city),
  },
  { mention: 'phone', article: 'CRPA, art. R112-5, 2°', there: ({ office }) => written(office.phone) },
]

/** Who speaks, by name and capacity, or by the pseudonym that their safety asks for. */
export const author: Mention<Pick<LetterFacts, 'author'>> = {
  mention: 'agent',
  article: 'CRPA, art. L111-2',
  there: ({ author: who }) =>
    who !== null &&
    ('pseudonym' in who
      ? written(who.pseudonym)
      : written(who.firstName) && written(who.familyName) && written(who.capacity)),
}
