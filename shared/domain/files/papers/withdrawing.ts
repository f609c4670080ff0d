import type { Withdrawn } from '../../../contract/documents/issuing.ts'
import type { Event } from '../../../contract/events.ts'
import type { DocumentNumber, LocalDate } from '../../../contract/ids.ts'
import { dateIn } from '../../core/calendar/index.ts'
import type { Context, PersonalChange } from '../../decision.ts'
import type { LoadedDocument, Subjects } from '../../documents/subjects.ts'
import { zoneOf, type Office } from '../../state.ts'
import { clockOf } from '../clocks.ts'
import { fileAfter } from '../evolve.ts'
import { askedByLetter, isLetter, isUntold, toldBy, type LetterKind } from '../letters.ts'
import { keptRow, rowOf } from '../recorded.ts'
import type { FileState } from '../state.ts'
import { isWithAnother } from '../whoDecides.ts'

// What a letter that is cancelled, or put right, leaves on its file.

/** Whether a receipt that asks what lacks names no file, as before version 41: what it asked is counted, and tied to no paper. */
const isOfBefore = ({ issued: { facts }, place }: LoadedDocument): boolean =>
  facts.kind === 'recepisse' && place.fileId === null && facts.incomplete !== undefined

/** Whether a file counts, told by no paper that is known, what such a letter may have said. */
const countsUntied = ({ requests, acknowledged }: FileState, kind: LetterKind): boolean =>
  requests.some((request) => request.told === undefined && request.kind === askedByLetter(kind)) ||
  (kind === 'accuse' && acknowledged.some(({ told }) => told === undefined))

const isDuplicate = ({ issued }: LoadedDocument): boolean => issued.facts.relates?.how === 'duplicate'

/** Where a paper is tied: on the file, and on what undoing a closing would give back. */
const tiesOf = (file: FileState, paper: DocumentNumber): ReturnType<typeof toldBy> => {
  const here = toldBy(file, paper)
  const before = file.undo?.before ? toldBy(file.undo.before, paper) : { requests: [], acknowledged: [] }
  return {
    requests: [...new Set([...here.requests, ...before.requests])],
    acknowledged: [...new Set([...here.acknowledged, ...before.acknowledged])],
  }
}

/**
 * What was typed of an open file, once a receipt of its number holds no more. One that was issued before the number was kept
 * was not counted, nor what puts it right: all those issued since bear that number.
 */
function withoutReceipt(
  office: Office,
  context: Pick<Context, 'now' | 'personal' | 'newSalt'>,
  { issued: { facts, seal }, place }: LoadedDocument,
): readonly PersonalChange[] {
  const file = place.fileId === null ? undefined : office.files.get(place.fileId)
  if (!file || file.closed !== null || facts.kind !== 'urbanisme') return []
  const { registered, ...rest } = rowOf(file, context)
  if (!registered || (facts.relates?.issuedAt ?? seal.issuedAt) < registered.since) return []
  const papers = registered.papers - 1
  const next = papers > 0 ? { ...rest, registered: { ...registered, papers } } : rest
  return [keptRow(file.fileId, next, context.now)]
}

/** What was typed of an open file, once an attestation that silence accepted holds no more: it bars no refusal from being put back. */
function withoutAttestation(
  office: Office,
  context: Pick<Context, 'now' | 'personal' | 'newSalt'>,
  { issued: { facts }, place }: LoadedDocument,
): readonly PersonalChange[] {
  const file = place.fileId === null ? undefined : office.files.get(place.fileId)
  if (!file || file.closed !== null || facts.kind !== 'acceptation') return []
  const { signedHere, ...rest } = rowOf(file, context)
  if (!signedHere?.attested) return []
  const { attested, ...signed } = signedHere
  const next = attested > 1 ? { ...signed, attested: attested - 1 } : signed
  return [keptRow(file.fileId, { ...rest, signedHere: next }, context.now)]
}

/** What the file of a letter records of its cancelling, and what is said of it; nothing of a paper that is no letter of a file. */
type OnCancelling = ReturnType<Subjects['withdrawnWith']>

/**
 * What the last paper that told a request, or an acknowledgement, takes with it as it is cancelled. A duplicate takes nothing:
 * the first holds still.
 */
export function withdrawnWith(
  office: Office,
  context: Pick<Context, 'now' | 'personal' | 'newSalt'>,
  named: LoadedDocument,
): OnCancelling {
  const { now } = context
  const { fileId } = named.place
  const { kind } = named.issued.facts
  if (isDuplicate(named)) return { events: [] }
  if (!isLetter(kind)) {
    const personal = [
      ...withoutReceipt(office, context, named),
      ...withoutAttestation(office, context, named),
    ]
    return { events: [], personal }
  }
  if (isOfBefore(named)) return { events: [], withdrawn: { asked: [], unchanged: 'untied' } }
  if (fileId === null) return { events: [] }
  const file = office.files.get(fileId)
  if (!file) return { events: [], withdrawn: { asked: [], unchanged: 'closed' } }
  const paper = named.issued.seal.number
  const on = dateIn(zoneOf(office), now)
  const ties = tiesOf(file, paper)
  const event: Event = { type: 'fileLetterCancelled', data: { fileId, paper, on } }
  const tied = ties.requests.length + ties.acknowledged.length > 0
  const awaited = file.requests.some(
    ({ told, receivedOn }) => told && ties.requests.includes(told.by) && receivedOn === null,
  )
  const after = fileAfter(file, { at: now, event }) ?? file
  return {
    events: after === file ? [] : [event],
    withdrawn: saidOf(file, after, { kind, tied, awaited, on }),
  }
}

type Cancelled = {
  readonly kind: LetterKind
  /** Something that the file counts is told by it. */
  readonly tied: boolean
  /** What it asked is awaited. */
  readonly awaited: boolean
  readonly on: LocalDate
}

/** What changed on a file, or why nothing did. */
function saidOf(file: FileState, after: FileState, { kind, tied, awaited, on }: Cancelled): Withdrawn {
  if (file.closed !== null) return { asked: [], unchanged: 'closed' }
  if (file.decision !== null) return { asked: [], unchanged: 'decided' }
  if (!tied) return { asked: [], unchanged: countsUntied(file, kind) ? 'untied' : 'asksNothing' }
  const gone = (after.withdrawn ?? []).slice(file.withdrawn?.length ?? 0)
  const asked = [...new Set(gone.map((request) => request.on))]
  const acknowledgement = after.acknowledged.length < file.acknowledged.length
  const open = after.requests.filter(({ receivedOn }) => receivedOn === null)
  const untold = [...open, ...after.acknowledged].some(isUntold)
  if (asked.length === 0 && !acknowledgement) {
    if (untold && isWithAnother(after)) return { asked, unchanged: 'elsewhere' }
    return { asked, unchanged: awaited ? 'toldElse' : 'received' }
  }
  const before = clockOf(file, on)?.state
  const runsAgain =
    (before === 'suspended' || before === 'waiting') && clockOf(after, on)?.state === 'running'
  const askedElse = asked.length > 0 && open.length > 0
  return {
    asked,
    ...(askedElse ? { askedElse: true as const } : {}),
    ...(runsAgain ? { runsAgainOn: on } : {}),
    ...(acknowledgement ? { acknowledgement: true as const } : {}),
  }
}

/** What the file of a letter records of the paper that puts it right, which tells what it told; of a duplicate, what the first told. */
export function retoldOnFile(office: Office, named: LoadedDocument, paper: DocumentNumber): readonly Event[] {
  const { issued, place } = named
  const file = place.fileId === null ? undefined : office.files.get(place.fileId)
  if (!file) return []
  const { number } = issued.seal
  const first = isDuplicate(named) ? (issued.facts.relates!.number as DocumentNumber) : number
  const ties = tiesOf(file, first)
  if (ties.requests.length + ties.acknowledged.length === 0) return []
  return [{ type: 'fileLetterTold', data: { fileId: file.fileId, paper, ...ties, replaces: first } }]
}
