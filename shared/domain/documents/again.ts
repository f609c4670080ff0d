import type { DocumentKind } from '../../contract/documents/kinds.ts'
import { strangeLabel, strangePerson, strangeProse } from '../law/names.ts'
import type { Addressee, Relation } from '../../contract/documents/facts.ts'
import {
  addresseeIn,
  isVisitFacts,
  type DocumentFacts,
  type FactsOf,
  type IssuedDocument,
} from '../../contract/documents/issued.ts'
import type { Event } from '../../contract/events.ts'
import type { DocumentId, PrinterId, ReasonId } from '../../contract/ids.ts'
import type { Input } from '../../contract/index.ts'
import type { Issued } from '../../contract/documents/issuing.ts'
import type { Accepted, Context, Decide, PersonalChange, Refused } from '../decision.ts'
import type { Office } from '../state.ts'
import { chosenPrinter } from './composing.ts'
import type { AgentName } from '../../contract/office/settings.ts'
import { authorOf, letterheadOf, saidOf } from './head.ts'
import { answered, issue } from './issue.ts'
import { isSigned, signatoryOf, type Unsigned } from './signing.ts'
import type { LoadedDocument, Subjects } from './subjects.ts'

// Nothing is ever edited: what repeats, puts right or cancels a document is a new one, which names the first.

/** A decision is withdrawn or repealed by another decision, never cancelled (CRPA L242-1). */
const decisions: readonly DocumentKind[] = ['refus']
/** Money is put right by an entry of the till. */
const ofMoney: readonly DocumentKind[] = ['recu', 'quittance', 'bordereau']
/** The attestation de recensement has no duplicate (C. service national L113-2). */
const withoutDuplicate: readonly DocumentKind[] = ['recensement']

/** The document that an act names: the host has found it and put it in the context. One that no longer holds is refused. */
function standing(
  { settings }: Pick<Office, 'settings'>,
  documentId: DocumentId,
  { personal }: Pick<Context, 'personal'>,
):
  | Refused<
      'officeNotCreated' | 'unknownDocument' | 'documentErased' | 'documentAltered' | 'documentCancelled'
    >
  | LoadedDocument {
  if (settings === null) return { refusal: 'officeNotCreated' }
  const named = personal.document
  if (named === 'erased') return { refusal: 'documentErased' }
  if (named === 'altered') return { refusal: 'documentAltered' }
  if (named?.issued.seal.documentId !== documentId) return { refusal: 'unknownDocument' }
  return named.cancelledBy === null && named.correctedBy === null
    ? named
    : { refusal: 'documentCancelled', details: [named.cancelledBy ?? named.correctedBy ?? ''] }
}

/** A duplicate of a duplicate names the first of them: it is the one that the others repeat. */
const related = (how: Relation['how'], { seal, facts }: IssuedDocument): Relation =>
  how === 'duplicate' && facts.relates?.how === 'duplicate'
    ? facts.relates
    : { how, number: seal.number, issuedAt: seal.issuedAt }

/** The author of a paper made before their safety asked for a pseudonym has it on whatever is made since (CRPA L111-2). */
function saidToday<A extends AgentName>(
  { shields }: Pick<Office, 'shields'>,
  { personal }: Pick<Context, 'personal'>,
  name: A,
): A | { readonly pseudonym: string } {
  const shield = shields.findEntry((_, agentId) => {
    const agent = personal.agents.get(agentId)
    return agent?.firstName === name.firstName && agent.familyName === name.familyName
  })
  return shield === undefined ? name : { pseudonym: shield[1].pseudonym }
}

/** The same facts, said today by who is here: the first document's own date is in what it names. */
function renewed(
  office: Office,
  context: Context,
  { facts }: IssuedDocument,
  relates: Relation,
): DocumentFacts {
  const { now, who } = context
  const before = isVisitFacts(facts)
    ? facts.pseudonym === undefined
      ? facts.agent
      : { pseudonym: facts.pseudonym }
    : facts.author
  const speaks =
    authorOf(office, context, who.agentId) ??
    (before === null || 'pseudonym' in before ? before : saidToday(office, context, before))
  if (!isVisitFacts(facts)) return { ...facts, issuedAt: now, author: speaks, relates }
  const { pseudonym: _before, ...rest } = facts
  const shielded = speaks !== null && 'pseudonym' in speaks
  return {
    ...rest,
    ...letterheadOf(office),
    issuedAt: now,
    agent: shielded ? null : speaks,
    ...(shielded ? { pseudonym: speaks.pseudonym } : {}),
    relates,
  }
}

type Anew = {
  readonly facts: DocumentFacts
  readonly of: IssuedDocument
  readonly how: Relation['how']
  readonly reason: string | null
  readonly printerId: PrinterId | null | undefined
}

function anew(
  office: Office,
  context: Context,
  { facts, of, how, reason, printerId: said }: Anew,
): Refused<'officeNotCreated' | 'mentionMissing' | 'unknownPrinter'> | Accepted<Issued> {
  const printerId = chosenPrinter(office, context, said)
  if (printerId !== null && typeof printerId === 'object') return printerId
  const { place } = context.personal.document as LoadedDocument
  const issued = issue(office, context, [facts], {
    ...(place.visit ? { visit: place.visit } : {}),
    fileId: place.fileId,
    printerId,
  })
  if ('refusal' in issued) return issued
  const document = issued.documents[0]!
  const reasonId = reason === null ? null : (context.newId() as ReasonId)
  const personal: PersonalChange[] =
    reason === null || reasonId === null
      ? []
      : [{ op: 'put', kind: 'reason', id: reasonId, value: reason, at: context.now }]
  const event: Event = {
    type: 'documentRelated',
    data: {
      documentId: of.seal.documentId,
      by: document.seal.documentId,
      number: document.seal.number,
      how,
      reasonId,
    },
  }
  return {
    events: [...issued.events, event],
    personal: [...issued.personal, ...personal],
    jobs: issued.jobs,
    output: answered(document, issued.jobs),
  }
}

export const duplicateDocument: Decide<'document.duplicate'> = (
  office,
  { documentId, printerId },
  context,
) => {
  const found = standing(office, documentId, context)
  if ('refusal' in found) return found
  const { issued } = found
  if (withoutDuplicate.includes(issued.facts.kind)) return { refusal: 'noDuplicate' }
  const facts = renewed(office, context, issued, related('duplicate', issued))
  return anew(office, context, { facts, of: issued, how: 'duplicate', reason: null, printerId })
}

/** What no one types to put a name right. */
const kept = (facts: DocumentFacts): Pick<Addressee, 'birthDate'> => {
  const birthDate = addresseeIn(facts)?.birthDate
  return birthDate === undefined ? {} : { birthDate }
}

/** The name of the request as its rules give it: papers of before had in its place what was typed, which is put right apart. */
function ruledName(
  { label, rule, service }: DocumentFacts,
  { catalogue }: Pick<Context, 'catalogue'>,
): string {
  if (rule === null) return service
  const title = catalogue.procedures.find(
    ({ procedureId, version }) => procedureId === rule.procedureId && version === rule.version,
  )?.title.fr
  return title === undefined || label.startsWith(title) ? label : title
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

/** What bears a signature is put right or cancelled by who may sign it. */
function signedAnew(
  office: Office,
  context: Context,
  facts: DocumentFacts,
): Refused<Unsigned> | { readonly facts: DocumentFacts } {
  if (!isSigned(facts.kind) || !('signatory' in facts)) return { facts }
  const { place } = context.personal.document as LoadedDocument
  const file = place.fileId === null ? undefined : office.files.get(place.fileId)
  const signing = signatoryOf(office, context, file?.procedureId ?? facts.rule?.procedureId ?? null)
  return 'refusal' in signing ? signing : { facts: { ...facts, signatory: signing.signatory } }
}

const piecesOf = (facts: DocumentFacts): readonly { readonly title: string }[] =>
  'pieces' in facts ? facts.pieces : []

export const correctDocument =
  ({ lackingRefused }: Subjects): Decide<'document.correct'> =>
  (office, { documentId, changes, reason, printerId }, context) => {
    const found = standing(office, documentId, context)
    if ('refusal' in found) return found
    const { issued } = found
    if (found.handedAt !== null) return { refusal: 'documentHandedOver' }
    if (ofMoney.includes(issued.facts.kind) || issued.facts.kind === 'annulation')
      return { refusal: 'nothingToCorrect' }
    const strange = strangeLabel(changes.label) ?? strangePerson(changes.addressee)
    if (strange) return strange
    const changed = corrected(issued.facts, changes, context)
    if ('refusal' in changed) return changed
    const unlawful = lackingRefused(office, context, found, newlyMissing(issued.facts, changes))
    if (unlawful) return unlawful
    const signed = signedAnew(office, context, changed)
    if ('refusal' in signed) return signed
    const facts = renewed(office, context, { ...issued, facts: signed.facts }, related('correction', issued))
    return anew(office, context, { facts, of: issued, how: 'correction', reason, printerId })
  }

/** The paper that cancels another: it has no other matter than the number that no longer holds, and why. */
function cancellation(
  office: Office,
  context: Context,
  { issued: of, duplicates }: Pick<LoadedDocument, 'issued' | 'duplicates'>,
  reason: string,
): FactsOf<'annulation'> {
  const { facts } = of
  const settings = office.settings!
  return {
    kind: 'annulation',
    issuedAt: context.now,
    zone: settings.calendar.zone,
    office: settings.address,
    letterhead: { lines: [...office.paper.lines], dataContact: office.paper.dataContact },
    service: facts.service,
    author: authorOf(office, context, context.who.agentId),
    addressee: addresseeIn(facts),
    label: facts.label,
    ...saidOf(facts.saidLabel),
    ticket: facts.ticket,
    file: facts.file ?? null,
    rule: null,
    relates: related('cancellation', of),
    cancels: { kind: of.seal.kind, number: of.seal.number, issuedAt: of.seal.issuedAt },
    ...(duplicates.length > 0 ? { duplicates: [...duplicates] } : {}),
    school: office.school,
    personWord: settings.personWord,
    reason,
  }
}

export const cancelDocument: Decide<'document.cancel'> = (
  office,
  { documentId, reason, printerId },
  context,
) => {
  const found = standing(office, documentId, context)
  if ('refusal' in found) return found
  const { issued } = found
  if (decisions.includes(issued.facts.kind)) return { refusal: 'documentIsDecision' }
  if (ofMoney.includes(issued.facts.kind)) return { refusal: 'documentIsMoney' }
  if (issued.facts.kind === 'annulation') return { refusal: 'documentIsCancellation' }
  const said = strangeProse([reason])
  if (said) return said
  const signed = signedAnew(office, context, issued.facts)
  if ('refusal' in signed) return signed
  const facts = cancellation(office, context, found, reason)
  return anew(office, context, { facts, of: issued, how: 'cancellation', reason, printerId })
}

/** The hour, the means and to whom, or that the person would not take it (CRPA L221-8). */
export const handOverDocument =
  ({ handedOnFile }: Subjects): Decide<'document.handOver'> =>
  (office, { documentId, means, to, refused }, context) => {
    const found = standing(office, documentId, context)
    if ('refusal' in found) return found
    if (found.handedAt !== null) return { refusal: 'documentHandedOver' }
    const onFile = handedOnFile(office, context, found, { means, to, refused })
    return {
      events: [{ type: 'documentHandedOver', data: { documentId, means, to, refused } }, ...onFile.events],
      personal: onFile.personal,
      output: { at: context.now },
    }
  }
