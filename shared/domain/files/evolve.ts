import type { Recorded } from '../../contract/events.ts'
import { OrderedSet } from 'immutable'
import type { FileId, LocalDate } from '../../contract/ids.ts'
import type { Office } from '../state.ts'
import type { Evolve, Evolutions } from '../decision.ts'
import { dateIn } from '../core/calendar/index.ts'
import { effectiveDate } from '../law/time/effectiveDate.ts'
import { closingKey, isPiece, keyOf, later } from './file.ts'
import { lettered, statesBefore, withdrawUntold, withLetter, withoutAsked } from './letters.ts'
import type { FileState, PieceRequest } from './state.ts'

/** Events that change one file. */
type OnFile = Extract<Recorded['event'], { readonly data: { readonly fileId: FileId } }>

const isOnFile = (event: Recorded['event']): event is OnFile => 'fileId' in event.data

/**
 * A file after one more event; null before it is opened and after it was annulled. Total: an event on a file that is not
 * there, or that is closed, changes nothing.
 */
export function fileAfter(
  file: FileState | null,
  { at, event }: Pick<Recorded, 'at' | 'event'>,
): FileState | null {
  if (event.type === 'fileOpened') return file ?? opened(event, at)
  if (file === null || !isOnFile(event) || event.data.fileId !== file.fileId) return file
  if (event.type === 'fileActUndone') {
    const { undo } = file
    return undo !== null && closingKey(undo.visit) === closingKey(event.data.visit) ? undo.before : file
  }
  const ofLetter = event.type === 'fileLetterTold' || event.type === 'fileLetterCancelled'
  if (ofLetter && !('visit' in event.data && event.data.visit)) return withLetter(file, event)
  if (file.closed !== null) return file
  const visit = 'visit' in event.data ? (event.data.visit ?? null) : null
  const next = changed(file, event, at)
  // Of one closing, the first act remembers what was before all of them; any other act on the file ends that.
  if (visit === null) return { ...next, undo: null }
  const same = file.undo !== null && closingKey(file.undo.visit) === closingKey(visit)
  return { ...next, undo: same ? file.undo : { visit, before: { ...file, undo: null } } }
}

function opened({ data }: Extract<OnFile, { type: 'fileOpened' }>, at: FileState['openedAt']): FileState {
  const { fileId, reference, serviceId, procedureId, rule, regime, named, channel } = data
  const { sentOn, receivedOn, firstReceivedOn, assistance, pieces, visit } = data
  return {
    fileId,
    reference,
    serviceId,
    procedureId,
    rule,
    regime,
    named,
    channel,
    sentOn,
    receivedOn,
    firstReceivedOn,
    assistance,
    pieces,
    openedAt: at,
    requests: [],
    acknowledged: [],
    forwarded: [],
    decision: null,
    title: null,
    originals: [],
    handedOver: [],
    closed: null,
    openedBy: visit,
    undo: visit && { visit, before: null },
  }
}

function changed(file: FileState, event: OnFile, at: FileState['openedAt']): FileState {
  switch (event.type) {
    case 'fileDescribed': {
      const { procedureId, rule, regime, serviceId, named, setBack = [] } = event.data
      // Before version 43 the office's day was not noted: that of the instant is the nearest.
      const { on = dateIn('UTC', at) } = event.data
      return { ...withoutAsked(file, setBack, on), procedureId, rule, regime, serviceId, named }
    }
    case 'filePieceAdded': {
      const { pieces, receivedOn, sentOn, setBack = [] } = event.data
      const sent = effectiveDate(
        { channel: sentOn === null ? 'counter' : 'post', sent: sentOn, received: receivedOn },
        { inPerson: false },
      ).date
      const added = new Set(pieces.map(keyOf))
      const kept = file.pieces.filter((piece) => !added.has(keyOf(piece)))
      const now = [...kept, ...pieces.map((piece) => ({ ...piece, state: 'presented' as const }))]
      const here = new Set(now.filter(({ state }) => state === 'presented').map(keyOf))
      const requests = file.requests.map((request) =>
        received(request, here, added, { on: receivedOn, sent }),
      )
      return withoutAsked({ ...file, pieces: now, requests }, setBack, receivedOn)
    }
    case 'filePiecesRequested': {
      const { kind, pieces, on, dueOn, moves, paper } = event.data
      const others = file.pieces.filter((piece) => kind === 'original' || !pieces.some(isPiece(piece)))
      const missing =
        kind === 'original' ? [] : pieces.map((piece) => ({ ...piece, state: 'missing' as const }))
      return {
        ...file,
        pieces: [...others, ...missing],
        requests: [
          ...file.requests,
          {
            kind,
            pieces,
            on,
            dueOn,
            moves,
            latest: null,
            effective: null,
            receivedOn: null,
            ...(paper && {
              told: {
                by: paper,
                standing: [paper],
                ...(kind === 'missing' && { before: statesBefore(file, pieces) }),
              },
            }),
          },
        ],
      }
    }
    case 'fileAcknowledged': {
      const { form, on, paper } = event.data
      const given = { form, on, ...(paper && { told: { by: paper, standing: [paper] } }) }
      return { ...file, acknowledged: [...file.acknowledged, given] }
    }
    case 'fileLetterTold':
    case 'fileLetterCancelled':
      return lettered(file, event)
    case 'fileForwarded': {
      const { on, receivedOn, competent } = event.data
      return { ...file, forwarded: [...file.forwarded, { on, receivedOn, competent }] }
    }
    case 'fileForwardingCancelled': {
      const { rank, on } = event.data
      const forwarded = file.forwarded.map((sent, at) => (at === rank ? { ...sent, mistaken: { on } } : sent))
      return withdrawUntold({ ...file, forwarded }, on)
    }
    case 'fileDecided': {
      const { decision, by, on } = event.data
      return { ...file, decision: { decision, by, on } }
    }
    case 'fileTitleArrived': {
      const { arrivedOn, slot } = event.data
      return { ...file, title: { arrivedOn, slot, notices: 0, lastNoticeOn: null, state: 'here' } }
    }
    case 'fileNoticeSent': {
      const { title } = file
      if (title === null) return file
      return { ...file, title: { ...title, notices: title.notices + 1, lastNoticeOn: event.data.on } }
    }
    case 'fileTitleDestroyed':
      return { ...file, title: file.title && { ...file.title, state: 'destroyed' } }
    case 'fileHandedOver': {
      const { what, means, on, refused, proof } = event.data
      // Whoever would not take the title leaves it in the drawer.
      const taken = what === 'title' && !refused && file.title !== null
      return {
        ...file,
        handedOver: [...file.handedOver, { what, means, on, refused, ...(proof && { proof }) }],
        title: taken ? { ...file.title, state: 'handedOver' } : file.title,
      }
    }
    case 'originalsHeld': {
      const held = event.data.pieces.map((piece) => ({ piece, heldOn: event.data.on, returnedOn: null }))
      return { ...file, originals: [...file.originals, ...held] }
    }
    case 'originalsReturned':
      return {
        ...file,
        originals: file.originals.map((one) => ({ ...one, returnedOn: one.returnedOn ?? event.data.on })),
      }
    case 'fileClosed':
      return { ...file, closed: { reason: event.data.reason, at } }
    default:
      return file
  }
}

/** A request after pieces came on a day: complete, it was received on its last day. An original is asked though its copy is here. */
function received(
  request: PieceRequest,
  here: ReadonlySet<string>,
  added: ReadonlySet<string>,
  { on, sent }: { readonly on: LocalDate; readonly sent: LocalDate },
): PieceRequest {
  if (request.receivedOn !== null || !request.pieces.some((piece) => added.has(keyOf(piece)))) return request
  const latest = later(request.latest, on)
  const effective = later(request.effective, sent)
  const came = request.kind === 'original' ? added : here
  const whole = request.pieces.every((piece) => came.has(keyOf(piece)))
  return { ...request, latest, effective, receivedOn: whole ? latest : null }
}

const evolveFiles: Evolve = (office, recorded) => {
  const { event } = recorded
  if (!isOnFile(event)) return undefined
  const { fileId } = event.data
  const before = office.files.get(fileId) ?? null
  const after = fileAfter(before, recorded)
  const counted =
    event.type === 'fileOpened' && before === null ? withReference(office, event.data.reference) : office
  if (after === before) return counted
  // Closed, it changes no more, and the read tables know it: it stays while a visit of today could still be taken back.
  const kept = after !== null && (after.closed === null || after.undo !== null || after.openedBy !== null)
  return {
    ...counted,
    files: kept ? office.files.set(fileId, after) : office.files.delete(fileId),
    filesOfVisits: ofVisits(office, event, after),
  }
}

/** The files of each closing: one that it touched, until it is taken back. */
function ofVisits(
  { filesOfVisits }: Office,
  event: OnFile,
  after: FileState | null,
): Office['filesOfVisits'] {
  const { fileId } = event.data
  if (event.type === 'fileActUndone') {
    const key = closingKey(event.data.visit)
    const others = filesOfVisits.get(key, OrderedSet<FileId>()).delete(fileId)
    return others.isEmpty() ? filesOfVisits.delete(key) : filesOfVisits.set(key, others)
  }
  const visit = after?.undo?.visit
  return visit
    ? filesOfVisits.update(closingKey(visit), OrderedSet(), (files) => files.add(fileId))
    : filesOfVisits
}

/** `DO-2026-42`: 42 files were opened in 2026. */
function withReference(office: Office, reference: string): Office {
  const [, year = '', count = ''] = reference.split('-')
  const { references } = office
  return { ...office, references: references.set(year, Math.max(references.get(year) ?? 0, Number(count))) }
}

/** The day is closed: nothing of its visits can be taken back, and the files that they ended are the read tables'. */
export const withoutEndedFiles = (office: Office): Office => ({
  ...office,
  filesOfVisits: office.filesOfVisits.clear(),
  files: office.files
    .filter(({ closed }) => closed === null)
    .map((file) => (file.undo === null ? file : { ...file, undo: null })),
})

/** Each event of files, and what it changes in the office. */
export const filesEvolutions = {
  fileOpened: evolveFiles,
  fileDescribed: evolveFiles,
  filePieceAdded: evolveFiles,
  filePiecesRequested: evolveFiles,
  fileAcknowledged: evolveFiles,
  fileLetterTold: evolveFiles,
  fileLetterCancelled: evolveFiles,
  fileForwarded: evolveFiles,
  fileForwardingCancelled: evolveFiles,
  fileDecided: evolveFiles,
  fileTitleArrived: evolveFiles,
  fileNoticeSent: evolveFiles,
  fileTitleDestroyed: evolveFiles,
  fileHandedOver: evolveFiles,
  originalsHeld: evolveFiles,
  originalsReturned: evolveFiles,
  fileClosed: evolveFiles,
  fileActUndone: evolveFiles,
} satisfies Evolutions
