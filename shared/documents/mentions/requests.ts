import type { AskedPieceSaid, SilenceSaid } from '../../contract/documents/said.ts'
import type { FactsOf, LetterFacts } from '../../contract/documents/issued.ts'
import { always, author, defenseur, written, type Checklists, type Mention } from './mention.ts'
import { isOnlyReceived } from '../received.ts'
import { remediesComplete } from './remedies.ts'

type Accuse = FactsOf<'accuse'>
type Asking = FactsOf<'pieces'> | FactsOf<'original'>

const request: Mention<Pick<LetterFacts, 'label'>> = {
  mention: 'request',
  article: 'CRPA, art. L112-3',
  there: ({ label }) => written(label),
}
const received: Mention<{ readonly receivedOn: string }> = {
  mention: 'receptionDate',
  article: 'CRPA, art. R112-5, 1° ; art. R112-11-1, 1°',
  there: ({ receivedOn }) => written(receivedOn),
}

/** What only an acknowledgement of a request says: that of a sending has its date of receipt and no more (R112-11-2). */
const ofRequest = (mention: Mention<Accuse>): Mention<Accuse> => ({
  ...mention,
  there: (facts) => facts.form === 'aee' || mention.there(facts),
})

/** What only an acknowledgement of a demand says: a declaration that nobody decides on has no silence (R112-11-1, « s’il s’agit d’une demande »). */
const ofDemand = (mention: Mention<Accuse>): Mention<Accuse> =>
  ofRequest({
    ...mention,
    there: (facts) => (facts.form === 'are' && isOnlyReceived(facts)) || mention.there(facts),
  })

const named = (pieces: readonly AskedPieceSaid[]): boolean =>
  pieces.length > 0 && pieces.every(({ title }) => written(title))
const founded = (pieces: readonly AskedPieceSaid[]): boolean =>
  pieces.every(({ sources }) => sources.length > 0 && sources.every(({ title }) => written(title)))

/** Silence is worth an acceptance or a rejection: which one is said, or both where the law common to all requests rules. */
const worthSomething = (silence: SilenceSaid | null): boolean =>
  silence?.sense === 'rejet' || silence?.sense === 'acceptation' || silence?.general === true

/** The paragraph of L114-5 that is said is the one of this silence: al. 2 for an acceptance, al. 3 for a rejection. */
function effectHolds(effect: FactsOf<'pieces'>['effect'], silence: SilenceSaid | null): boolean {
  switch (effect) {
    case 'suspends':
      return silence?.sense === 'rejet'
    case 'restarts':
      return silence?.sense === 'acceptation'
    case 'none':
      return silence !== null && silence.sense !== 'inconnu'
    case 'unknown':
      return silence === null || silence.sense === 'inconnu'
  }
}

/** The acknowledgement, on paper (R112-5) and electronic (R112-11-1, R112-11-2, R112-11-4). */
const accuse: readonly Mention<Accuse>[] = [
  ...always,
  author,
  received,
  ofRequest(request),
  ofRequest({
    mention: 'competent',
    article: 'CRPA, art. L114-4',
    there: ({ competent }) => competent,
  }),
  ofDemand({
    mention: 'silence',
    article: 'CRPA, art. R112-5, dernier alinéa ; art. R112-11-1',
    there: ({ silence }) => worthSomething(silence),
  }),
  ofDemand({
    // An acceptance whose pieces are awaited has no day yet: its delay runs from their receipt, and that is said.
    mention: 'implicitDate',
    article: 'CRPA, art. R112-5, 1° ; art. R112-11-1',
    there: ({ silence, incomplete }) => written(silence?.on ?? null) || incomplete?.effect === 'restarts',
  }),
  ofRequest({
    mention: 'remedies',
    article: 'CRPA, art. R112-5, dernier alinéa, art. R112-11-1 et art. L412-3',
    there: ({ silence, remedies }) => silence?.sense !== 'rejet' || remediesComplete(remedies),
  }),
  ofRequest({
    mention: 'missingPieces',
    article: 'CRPA, art. R112-5, 3°, et art. L114-5, al. 4 ; art. R112-11-4',
    there: ({ incomplete }) => incomplete === null || named(incomplete.pieces),
  }),
  ofRequest({
    mention: 'pieceSources',
    article: 'CRPA, art. L114-5, al. 1 ; art. R112-11-4',
    there: ({ incomplete }) => incomplete === null || founded(incomplete.pieces),
  }),
  ofRequest({
    mention: 'dueDate',
    article: 'CRPA, art. L114-5, al. 1 ; art. R112-11-4',
    there: ({ incomplete }) => incomplete === null || written(incomplete.dueOn),
  }),
  ofRequest({
    mention: 'clockEffect',
    article: 'CRPA, art. L114-5, al. 4 ; art. R112-11-4',
    there: ({ incomplete, silence }) => incomplete === null || effectHolds(incomplete.effect, silence),
  }),
  ofRequest({
    mention: 'pieceTitles',
    article: defenseur,
    there: ({ pieces }) => pieces.every(({ title }) => written(title)),
  }),
  ofRequest({
    mention: 'ruleVersion',
    article: 'CRPA, art. L311-3-1',
    there: ({ silence, rule }) => !worthSomething(silence) || rule !== null,
  }),
]

const asking: readonly Mention<Asking>[] = [
  ...always,
  author,
  request,
  {
    mention: 'requestDate',
    article: 'CRPA, art. L114-5',
    there: ({ askedOn, receivedOn }) => written(askedOn) && receivedOn <= askedOn,
  },
]

const pieces: readonly Mention<FactsOf<'pieces'>>[] = [
  ...asking,
  {
    mention: 'missingPieces',
    article: 'CRPA, art. L114-5, al. 1',
    there: ({ pieces: asked }) => named(asked),
  },
  {
    mention: 'pieceSources',
    article: 'CRPA, art. L114-5, al. 1',
    there: ({ pieces: asked }) => founded(asked),
  },
  {
    mention: 'dueDate',
    article: 'CRPA, art. L114-5, al. 1',
    there: ({ dueOn, askedOn }) => written(dueOn) && askedOn <= dueOn,
  },
  {
    mention: 'clockEffect',
    article: 'CRPA, art. L114-5, al. 4',
    there: ({ effect, silence }) => effectHolds(effect, silence),
  },
]

const original: readonly Mention<FactsOf<'original'>>[] = [
  ...asking,
  { mention: 'missingPieces', article: 'CRPA, art. R113-6', there: ({ pieces: asked }) => named(asked) },
  { mention: 'doubt', article: 'CRPA, art. R113-6', there: ({ doubt }) => written(doubt) },
]

const transmission: readonly Mention<FactsOf<'transmission'>>[] = [
  ...always,
  author,
  request,
  { ...received, article: 'CRPA, art. L114-3' },
  { mention: 'recipient', article: 'CRPA, art. L114-2', there: ({ to }) => written(to.name) },
  {
    mention: 'forwardDate',
    article: 'CRPA, art. L114-2',
    there: ({ on, receivedOn }) => written(on) && receivedOn <= on,
  },
  { mention: 'sentWhat', article: 'CRPA, art. L114-2', there: ({ sent }) => written(sent) },
]

const originaux: readonly Mention<FactsOf<'originaux'>>[] = [
  ...always,
  author,
  {
    mention: 'originals',
    article: 'CRPA, art. R113-5',
    there: ({ pieces: held }) =>
      held.length > 0 && held.every(({ title, heldOn }) => written(title) && written(heldOn)),
  },
  {
    mention: 'returnDate',
    article: 'CRPA, art. R113-5',
    there: ({ returnedOn, pieces: held }) =>
      written(returnedOn) && held.every(({ heldOn }) => heldOn <= returnedOn),
  },
]

/** The checklists of what goes with a request while it is examined. */
export const requestMentions: Checklists<'accuse' | 'pieces' | 'original' | 'transmission' | 'originaux'> = {
  accuse,
  pieces,
  original,
  transmission,
  originaux,
}
