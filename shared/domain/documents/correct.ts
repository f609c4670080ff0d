import { strangeLabel, strangePerson } from '../law/names.ts'
import type { Addressee } from '../../contract/documents/said.ts'
import { addresseeIn, type DocumentFacts } from '../../contract/documents/issued.ts'
import type { Input } from '../../contract/index.ts'
import type { Context, Decide, Refused } from '../decision.ts'
import type { Subjects } from './subjects.ts'
import { standing, ofMoney, signedAnew, renewed, related, issueAgain } from './again.ts'
import { ruledName, untyped } from './untyped.ts'

/** What no one types to put a name right. */
const kept = (facts: DocumentFacts): Pick<Addressee, 'birthDate'> => {
  const birthDate = addresseeIn(facts)?.birthDate
  return birthDate === undefined ? {} : { birthDate }
}

/** What was meant: what was typed of the request, the person, the state of pieces that are there. Nothing else of a document is a slip of the hand. */
function corrected(
  facts: DocumentFacts,
  { label, addressee, pieces }: Input<'document.correct'>['changes'],
  context: Pick<Context, 'catalogue'>,
): DocumentFacts | Refused<'unknownPiece' | 'nothingToCorrect'> {
  let after: DocumentFacts =
    label === undefined || label === (facts.saidLabel ?? facts.label)
      ? facts
      : { ...facts, label: ruledName(facts, context), saidLabel: label }
  if (addressee !== undefined) after = { ...after, addressee: { ...kept(facts), ...addressee } }
  if (pieces !== undefined) {
    if (after.kind !== 'recepisse' && after.kind !== 'attestation' && after.kind !== 'accuse')
      return { refusal: 'nothingToCorrect' }
    const strange = pieces.filter(({ title }) => !piecesOf(after).some((piece) => piece.title === title))
    if (strange.length > 0) return { refusal: 'unknownPiece', details: strange.map(({ title }) => title) }
    const meant = new Map(pieces.map(({ title, state }) => [title, state]))
    after = {
      ...after,
      pieces: after.pieces.map((piece) => ({ ...piece, state: meant.get(piece.title) ?? piece.state })),
    } as DocumentFacts
  }
  return JSON.stringify(after) === JSON.stringify(facts) ? { refusal: 'nothingToCorrect' } : after
}

/** Pieces that the first paper did not say were missing, and that its correction does. */
function newlyMissing(facts: DocumentFacts, { pieces = [] }: Input<'document.correct'>['changes']): string[] {
  const before = new Map(piecesOf(facts).map((piece) => [piece.title, 'state' in piece ? piece.state : null]))
  return pieces
    .filter(({ title, state }) => state === 'missing' && before.get(title) !== 'missing')
    .map(({ title }) => title)
}

const piecesOf = (facts: DocumentFacts): readonly { readonly title: string }[] =>
  'pieces' in facts ? facts.pieces : []

/** A new document with what was wrong put right: never of one handed over, itself or what says the same, of money, nor with a piece that no text lets lack. */
export const correctDocument =
  ({ lackingRefused, isSecret, retoldOnFile, refusalGivenNoMore }: Subjects): Decide<'document.correct'> =>
  (office, { documentId, changes, reason, printerId }, context) => {
    const found = standing(office, documentId, context)
    if ('refusal' in found) return found
    const { issued } = found
    if (found.alikeHanded) return { refusal: 'documentHandedOver' }
    if (ofMoney.includes(issued.facts.kind) || issued.facts.kind === 'annulation')
      return { refusal: 'nothingToCorrect' }
    const late = refusalGivenNoMore(office, context, found)
    if (late) return late
    const strange = strangeLabel(changes.label) ?? strangePerson(changes.addressee)
    if (strange) return strange
    const secret = isSecret(office, context, found)
    // No paper of that request repeats it: nothing of it is to be put right.
    if (changes.label !== undefined && secret) return { refusal: 'typedWordsWithheld' }
    const changed = corrected(issued.facts, changes, context)
    if ('refusal' in changed) return changed
    const unlawful = lackingRefused(office, context, found, newlyMissing(issued.facts, changes))
    if (unlawful) return unlawful
    const signed = signedAnew(office, context, changed)
    if ('refusal' in signed) return signed
    const again = renewed(office, context, { ...issued, facts: signed.facts }, related('correction', issued))
    const facts = secret ? untyped(again, context) : again
    const correction = issueAgain(office, context, {
      facts,
      of: issued,
      how: 'correction',
      reason,
      printerId,
    })
    if ('refusal' in correction) return correction
    const onFile = retoldOnFile(office, found, correction.output.number)
    return { ...correction, events: [...correction.events, ...onFile] }
  }
