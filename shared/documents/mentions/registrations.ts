import type { FactsOf } from '../../contract/documents/issued.ts'
import { always, author, written, type Checklists, type Mention } from './mention.ts'

const r431 = 'CESEDA, art. R431-12 et R431-15-1'
const census = 'C. service national, art. R*111-7'

const urbanisme: readonly Mention<FactsOf<'urbanisme'>>[] = [
  ...always,
  author,
  {
    mention: 'registration',
    article: 'C. urb., art. R*423-3 et R*423-4',
    there: ({ registration }) => written(registration),
  },
  {
    mention: 'receptionDate',
    article: 'C. urb., art. R*423-3 et R*423-5',
    there: ({ receivedOn }) => written(receivedOn),
  },
  {
    mention: 'tacitDate',
    article: 'C. urb., art. R*423-4',
    there: ({ tacitOn, receivedOn }) => written(tacitOn) && receivedOn < tacitOn,
  },
  { mention: 'request', article: 'C. urb., art. R*423-3', there: ({ label }) => written(label) },
  { mention: 'ruleVersion', article: 'CRPA, art. L311-3-1', there: ({ rule }) => rule !== null },
]

/** The day so many months later, as a text: enough to compare days of the calendar. */
const threeMonthsAfter = (day: string): string => {
  const at = new Date(`${day}T12:00:00Z`)
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 4, 0)).getUTCDate()
  const then = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 3, Math.min(at.getUTCDate(), last))
  return new Date(then).toISOString().slice(0, 10)
}

/** Each of the three says its own time: a receipt for how long, a prolongation three months at most, a deposit none. */
function periodHolds({ paper, from, until }: FactsOf<'sejour'>): boolean {
  if (!written(from)) return false
  if (paper === 'depositAttestation') return until === null
  if (until === null || until < from) return false
  return paper === 'recepisse' || until <= threeMonthsAfter(from)
}

const sejour: readonly Mention<FactsOf<'sejour'>>[] = [
  ...always,
  author,
  {
    mention: 'addressee',
    article: r431,
    there: ({ addressee }) => addressee !== null && written(addressee.familyName),
  },
  { mention: 'request', article: r431, there: ({ label }) => written(label) },
  { mention: 'stayPeriod', article: r431, there: periodHolds },
  {
    // A deposit online is attested whatever lacks; presence and stay are not, on an incomplete request.
    mention: 'completeRequest',
    article: 'CE, 10 juin 2020, n° 435594 ; CESEDA, art. R431-15-1',
    there: ({ paper, complete }) => paper === 'depositAttestation' || complete,
  },
  {
    // « Revêtu de la signature de l’agent compétent »: a pseudonym signs nothing.
    mention: 'signature',
    article: 'CESEDA, art. R431-12',
    there: ({ paper, author: who }) => paper !== 'recepisse' || (who !== null && 'familyName' in who),
  },
]

const recensement: readonly Mention<FactsOf<'recensement'>>[] = [
  ...always,
  author,
  {
    mention: 'fullName',
    article: census,
    there: ({ addressee }) =>
      addressee !== null && written(addressee.familyName) && written(addressee.firstName),
  },
  { mention: 'birthDate', article: census, there: ({ birthDate }) => written(birthDate) },
  { mention: 'birthPlace', article: census, there: ({ birthPlace }) => written(birthPlace) },
  { mention: 'domicile', article: census, there: ({ domicile }) => written(domicile) },
  { mention: 'censusDate', article: census, there: ({ filedOn }) => written(filedOn) },
]

/** The checklists of papers that other codes than the CRPA want, each with its own mentions. */
export const registrationMentions: Checklists<'urbanisme' | 'sejour' | 'recensement'> = {
  urbanisme,
  sejour,
  recensement,
}
