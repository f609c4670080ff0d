import type { DocumentKind } from '../../contract/documents/kinds.ts'
import { strangeProse } from '../law/names.ts'
import { unnamedReason } from '../law/secrecy.ts'
import type { Relation } from '../../contract/documents/said.ts'
import {
  addresseeIn,
  isVisitFacts,
  type DocumentFacts,
  type FactsOf,
  type IssuedDocument,
} from '../../contract/documents/issued.ts'
import type { Event } from '../../contract/events.ts'
import type { DocumentId, FileId, PrinterId, ReasonId } from '../../contract/ids.ts'
import type { Issued, Withdrawn } from '../../contract/documents/issuing.ts'
import type { Accepted, Context, Decide, PersonalChange, Refused } from '../decision.ts'
import type { Office } from '../state.ts'
import { chosenPrinter } from './composing.ts'
import type { AgentName } from '../../contract/office/settings.ts'
import { authorOf, letterheadOf, saidOf } from './head.ts'
import { answered, issue } from './issue.ts'
import { isSigned, signatoryOf, type Unsigned } from './signing.ts'
import type { LoadedDocument, Subjects } from './subjects.ts'
import { untyped } from './untyped.ts'
import { papersOfAct, type ActPapers } from './withAct.ts'

// Nothing is ever edited: what repeats, puts right or cancels a document is a new one, which names the first.

/** A decision is withdrawn or repealed by another decision, never cancelled (CRPA L242-1). */
const decisions: readonly DocumentKind[] = ['refus']
/** Money is put right by an entry of the till. */
export const ofMoney: readonly DocumentKind[] = ['recu', 'quittance', 'bordereau']
/** The attestation de recensement has no duplicate (C. service national L113-2). */
const withoutDuplicate: readonly DocumentKind[] = ['recensement']

/** The document that an act names: the host has found it and put it in the context. One that no longer holds is refused. */
export function standing(
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

/**
 * A duplicate of a duplicate names the first of them: it is the one that the others repeat, and the one that a correction of
 * any of them puts right. A cancellation names what it cancels: the first holds still.
 */
export const related = (how: Relation['how'], { seal, facts }: IssuedDocument): Relation =>
  how !== 'cancellation' && facts.relates?.how === 'duplicate'
    ? { ...facts.relates, how }
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

/** The facts of a document, said today by who is here: the date of the first is in what the new one names. */
export function renewed(
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

/**
 * Issues a paper again from these facts, tied to the one that it copies, corrects or replaces, on the printer that is asked
 * for.
 */
export function issueAgain(
  office: Office,
  context: Context,
  { facts, of, how, reason, printerId: said }: Anew,
): Refused<'officeNotCreated' | 'mentionMissing' | 'unknownPrinter'> | Accepted<Issued> {
  const printerId = chosenPrinter(office, context, said)
  if (printerId !== null && typeof printerId === 'object') return printerId
  const { place, first } = context.personal.document as LoadedDocument
  const issued = issue(office, context, [facts], {
    ...(place.visit ? { visit: place.visit } : {}),
    fileId: place.fileId,
    printerId,
  })
  if ('refusal' in issued) return issued
  const document = issued.documents[0]!
  const told = relating(context, { of, by: document, how, reason })
  return {
    events: [
      ...issued.events,
      told.event,
      // What puts a duplicate right replaces the paper that it repeats, which says the same.
      ...(how === 'correction' && first
        ? [{ ...told.event, data: { ...told.event.data, documentId: first.documentId } }]
        : []),
    ],
    personal: [...issued.personal, ...told.personal],
    jobs: issued.jobs,
    output: answered(document, issued.jobs),
  }
}

/** What the journal tells of a paper that another one copies, corrects or cancels, and what was typed of why. */
function relating(
  context: Context,
  { of, by, how, reason }: Pick<Anew, 'of' | 'how' | 'reason'> & { readonly by: IssuedDocument },
): {
  readonly event: Extract<Event, { type: 'documentRelated' }>
  readonly personal: readonly PersonalChange[]
} {
  const reasonId = reason === null ? null : (context.newId() as ReasonId)
  const { documentId, number } = by.seal
  return {
    event: {
      type: 'documentRelated',
      data: { documentId: of.seal.documentId, by: documentId, number, how, reasonId },
    },
    personal:
      reason === null || reasonId === null
        ? []
        : [{ op: 'put', kind: 'reason', id: reasonId, value: reason, at: context.now }],
  }
}

/**
 * Issues the facts of a document again, marked as a duplicate. One that was cancelled or corrected has none, nor what repeats
 * it, and a few kinds never have.
 */
export const duplicateDocument =
  ({ isSecret }: Subjects): Decide<'document.duplicate'> =>
  (office, { documentId, printerId }, context) => {
    const found = standing(office, documentId, context)
    if ('refusal' in found) return found
    const { issued } = found
    if (withoutDuplicate.includes(issued.facts.kind)) return { refusal: 'noDuplicate' }
    const again = renewed(office, context, issued, related('duplicate', issued))
    const facts = isSecret(office, context, found) ? untyped(again, context) : again
    return issueAgain(office, context, { facts, of: issued, how: 'duplicate', reason: null, printerId })
  }

/** What bears a signature is put right or cancelled by who may sign it. */
export function signedAnew(
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

/** Why a paper is cancelled, and whether its request keeps a secret: what was typed is then on no paper, the office keeps it. */
type Cancelling = {
  readonly reason: string
  readonly secret: boolean
  readonly withdrawn?: Withdrawn | undefined
}

/** The paper that cancels another: it has no other matter than the number that no longer holds, and why. */
function cancellation(
  office: Office,
  context: Context,
  { issued: of, duplicates }: Pick<LoadedDocument, 'issued' | 'duplicates'>,
  { reason, secret, withdrawn }: Cancelling,
): FactsOf<'annulation'> {
  const facts = secret ? untyped(of.facts, context) : of.facts
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
    ...(withdrawn && withdrawn.asked.length > 0
      ? {
          withdrawn: {
            asked: withdrawn.asked,
            ...(withdrawn.askedElse && { askedElse: withdrawn.askedElse }),
            ...(withdrawn.runsAgainOn && { runsAgainOn: withdrawn.runsAgainOn }),
          },
        }
      : {}),
    school: office.school,
    personWord: settings.personWord,
    reason: secret ? unnamedReason : reason,
  }
}

/**
 * A cancellation that names the document and its reason, typed: it must be no demand. Decisions and money are not
 * cancelled so. What it alone told of a file is withdrawn with it.
 */
export const cancelDocument =
  ({ isSecret, withdrawnWith }: Subjects): Decide<'document.cancel'> =>
  (office, { documentId, reason, printerId }, context) => {
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
    const secret = isSecret(office, context, found)
    const { events, personal = [], withdrawn } = withdrawnWith(office, context, found)
    const facts = cancellation(office, context, found, { reason, secret, withdrawn })
    const how = 'cancellation'
    const cancelled = issueAgain(office, context, { facts, of: issued, how, reason, printerId })
    if ('refusal' in cancelled) return cancelled
    return {
      ...cancelled,
      events: [...cancelled.events, ...events],
      personal: [...(cancelled.personal ?? []), ...personal],
      output: { ...cancelled.output, ...(withdrawn && { withdrawn }) },
    }
  }

/**
 * The papers that an act on a file cancels, each by another that is tied to it. Under secrecy none repeats the reason, which
 * the office keeps.
 */
export function cancelledByAct(
  office: Office,
  context: Context,
  fileId: FileId,
  papers: readonly LoadedDocument[],
  { reason, secret }: Cancelling,
): Refused<'officeNotCreated' | 'mentionMissing'> | ActPapers {
  const facts = papers.map((paper) => cancellation(office, context, paper, { reason, secret }))
  const issued = papersOfAct(office, context, fileId, facts)
  if ('refusal' in issued) return issued
  const told = papers.map(({ issued: of }, at) =>
    relating(context, { of, by: issued.issued[at]!, how: 'cancellation', reason }),
  )
  return {
    ...issued,
    events: [...issued.events, ...told.map(({ event }) => event)],
    personal: [...issued.personal, ...told.flatMap(({ personal }) => personal)],
  }
}

/** The hour, the means and to whom, or that the person would not take it (CRPA L221-8). */
export const handOverDocument =
  ({ handedOnFile, refusalGivenNoMore }: Subjects): Decide<'document.handOver'> =>
  (office, { documentId, means, to, refused }, context) => {
    const found = standing(office, documentId, context)
    if ('refusal' in found) return found
    if (found.handedAt !== null) return { refusal: 'documentHandedOver' }
    const late = refusalGivenNoMore(office, context, found)
    if (late) return late
    const onFile = handedOnFile(office, context, found, { means, to, refused })
    return {
      events: [{ type: 'documentHandedOver', data: { documentId, means, to, refused } }, ...onFile.events],
      personal: onFile.personal,
      output: { at: context.now },
    }
  }
