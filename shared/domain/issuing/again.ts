import type { DocumentKind } from '../../contract/documentKinds.ts'
import type { Relation } from '../../contract/documentFacts.ts'
import {
  isVisitFacts,
  type DocumentFacts,
  type FactsOf,
  type IssuedDocument,
} from '../../contract/documents.ts'
import type { Event } from '../../contract/events.ts'
import type { DocumentId, PrinterId, ReasonId } from '../../contract/ids.ts'
import type { Input } from '../../contract/index.ts'
import type { Issued } from '../../contract/issuing.ts'
import type { Accepted, Context, Decide, PersonalChange, Refused } from '../decision.ts'
import type { Office } from '../office.ts'
import { chosenPrinter } from './asked.ts'
import { authorOf, letterheadOf, nameOfAgent } from './head.ts'
import { answered, issue } from './issue.ts'

// Nothing is ever edited: what repeats, puts right or cancels a document is a new one, which names the first.

/** A decision is withdrawn or repealed by another decision, never cancelled (CRPA L242-1). */
const decisions: readonly DocumentKind[] = ['refus']
/** Money is put right by an entry of the till. */
const ofMoney: readonly DocumentKind[] = ['recu', 'quittance', 'bordereau']
/** The attestation de recensement has no duplicate (C. service national L113-2). */
const withoutDuplicate: readonly DocumentKind[] = ['recensement']

type Named = { readonly issued: IssuedDocument }

/** The document that an act names: the host has found it and put it in the context. One that no longer holds is refused. */
function standing(
  documentId: DocumentId,
  { personal }: Pick<Context, 'personal'>,
): Refused<'unknownDocument' | 'documentErased' | 'documentCancelled'> | Named {
  const named = personal.document
  if (named === 'erased') return { refusal: 'documentErased' }
  if (named?.issued.seal.documentId !== documentId) return { refusal: 'unknownDocument' }
  return named.cancelledBy === null && named.correctedBy === null
    ? named
    : { refusal: 'documentCancelled', details: [named.cancelledBy ?? named.correctedBy ?? ''] }
}

const related = (how: Relation['how'], { seal }: IssuedDocument): Relation => ({
  how,
  number: seal.number,
  issuedAt: seal.issuedAt,
})

/** The same facts, said today by who is here: the first document's own date is in what it names. */
function renewed(
  office: Office,
  context: Context,
  { facts }: IssuedDocument,
  relates: Relation,
): DocumentFacts {
  const { now, who } = context
  if (isVisitFacts(facts)) {
    const shield = who.agentId === null ? undefined : office.shields.get(who.agentId)
    const { pseudonym: _before, ...rest } = facts
    return {
      ...rest,
      ...letterheadOf(office),
      issuedAt: now,
      agent: shield === undefined ? (nameOfAgent(context, who.agentId) ?? facts.agent) : null,
      ...(shield === undefined ? {} : { pseudonym: shield.pseudonym }),
      relates,
    }
  }
  return { ...facts, issuedAt: now, author: authorOf(office, context, who.agentId) ?? facts.author, relates }
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
  const { place } = context.personal.document as { place: DocumentPlace }
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

type DocumentPlace = Exclude<Context['personal']['document'], 'erased' | null>['place']

export const duplicateDocument: Decide<'document.duplicate'> = (
  office,
  { documentId, printerId },
  context,
) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const found = standing(documentId, context)
  if ('refusal' in found) return found
  const { issued } = found
  if (withoutDuplicate.includes(issued.facts.kind)) return { refusal: 'noDuplicate' }
  const facts = renewed(office, context, issued, related('duplicate', issued))
  return anew(office, context, { facts, of: issued, how: 'duplicate', reason: null, printerId })
}

/** What was meant: the label, the person, the state of pieces that are there. Nothing else of a document is a slip of the hand. */
function corrected(
  facts: DocumentFacts,
  { label, addressee, pieces }: Input<'document.correct'>['changes'],
): DocumentFacts | Refused<'unknownPiece' | 'nothingToCorrect'> {
  let after: DocumentFacts = label === undefined ? facts : { ...facts, label }
  if (addressee !== undefined && 'addressee' in after) after = { ...after, addressee }
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

const piecesOf = (facts: DocumentFacts): readonly { readonly title: string }[] =>
  'pieces' in facts ? facts.pieces : []

export const correctDocument: Decide<'document.correct'> = (
  office,
  { documentId, changes, reason, printerId },
  context,
) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const found = standing(documentId, context)
  if ('refusal' in found) return found
  const { issued } = found
  if (context.personal.document !== 'erased' && context.personal.document?.handedAt != null)
    return { refusal: 'documentHandedOver' }
  if (ofMoney.includes(issued.facts.kind)) return { refusal: 'nothingToCorrect' }
  const changed = corrected(issued.facts, changes)
  if ('refusal' in changed) return changed
  const facts = renewed(office, context, { ...issued, facts: changed }, related('correction', issued))
  return anew(office, context, { facts, of: issued, how: 'correction', reason, printerId })
}

/** The paper that cancels another: it has no other matter than the number that no longer holds, and why. */
export function cancellation(
  office: Office,
  context: Context,
  of: IssuedDocument,
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
    addressee: isVisitFacts(facts) ? null : facts.addressee,
    label: facts.label,
    ticket: facts.ticket,
    file: facts.file ?? null,
    rule: null,
    relates: related('cancellation', of),
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
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const found = standing(documentId, context)
  if ('refusal' in found) return found
  const { issued } = found
  if (decisions.includes(issued.facts.kind)) return { refusal: 'documentIsDecision' }
  if (ofMoney.includes(issued.facts.kind)) return { refusal: 'documentIsMoney' }
  const facts = cancellation(office, context, issued, reason)
  return anew(office, context, { facts, of: issued, how: 'cancellation', reason, printerId })
}

/** The hour, the means and to whom, or that the person would not take it (CRPA L221-8). */
export const handOverDocument: Decide<'document.handOver'> = (
  office,
  { documentId, means, to, refused },
  context,
) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const found = standing(documentId, context)
  if ('refusal' in found) return found
  if (context.personal.document !== 'erased' && context.personal.document?.handedAt != null)
    return { refusal: 'documentHandedOver' }
  return {
    events: [{ type: 'documentHandedOver', data: { documentId, means, to, refused } }],
    output: { at: context.now },
  }
}
