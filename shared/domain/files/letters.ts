import type { DocumentKind } from '../../contract/documents/kinds.ts'
import type { Event, EventData } from '../../contract/events.ts'
import type { FromVisit, KeptPiece, PieceKey } from '../../contract/files/file.ts'
import type { DocumentNumber, LocalDate } from '../../contract/ids.ts'
import { isPiece, keyOf, later, pieceKey } from './file.ts'
import type { FileState, PieceRequest, Told } from './state.ts'
import { isWithAnother } from './whoDecides.ts'

// The papers that tell a person what is asked of a file, or acknowledge it: what only a cancelled paper told is withdrawn.

/** Papers that ask pieces of a file, or acknowledge it, and what they ask: an acknowledgement and a receipt ask what lacks. */
const letters = {
  accuse: 'missing',
  pieces: 'missing',
  original: 'original',
  recepisse: 'missing',
} satisfies Partial<Record<DocumentKind, PieceRequest['kind']>>

export type LetterKind = keyof typeof letters

/** Whether a paper may ask pieces of a file, or acknowledges it. */
export const isLetter = (kind: DocumentKind): kind is LetterKind => kind in letters

/** What a paper may ask of a file; undefined of one that asks nothing. */
export const askedByLetter = (kind: DocumentKind): PieceRequest['kind'] | undefined =>
  isLetter(kind) ? letters[kind] : undefined

/** What is recorded of a file with the paper that tells it; null where no paper of ours does. */
export type Telling = (paper: DocumentNumber | null) => readonly Event[]

/** An event of a letter of a file. */
type OnLetter = Extract<Event, { readonly type: 'fileLetterTold' | 'fileLetterCancelled' }>

/** A request for what lacks, which awaits something. */
export const isAwaited = ({ kind, receivedOn }: PieceRequest): boolean =>
  kind === 'missing' && receivedOn === null

/** What is tied to the papers that tell it. */
type Tied = { readonly told?: Told | undefined }

/** The first papers of what is chosen and tied; what is tied to none is withdrawn by no cancellation. */
const firstPapers = (all: readonly Tied[]): DocumentNumber[] => all.flatMap(({ told }) => told?.by ?? [])

/** A paper that says again all that lacks, as the file stood before it: each tied request that awaits something is told by it too. */
export const repeating =
  (file: FileState, visit?: FromVisit): Telling =>
  (paper) => {
    const requests = firstPapers(file.requests.filter(isAwaited))
    if (paper === null || file.decision !== null || requests.length === 0) return []
    return [
      {
        type: 'fileLetterTold',
        data: { fileId: file.fileId, paper, requests, acknowledged: [], ...(visit && { visit }) },
      },
    ]
  }

/** A new paper of one request that was made already. */
export const retelling =
  ({ fileId }: FileState, { told }: PieceRequest): Telling =>
  (paper) =>
    paper === null || told === undefined
      ? []
      : [{ type: 'fileLetterTold', data: { fileId, paper, requests: [told.by], acknowledged: [] } }]

/** The requests and the acknowledgements of a file that a standing paper tells, by their first papers. */
export const toldBy = (
  { requests, acknowledged }: Pick<FileState, 'requests' | 'acknowledged'>,
  paper: DocumentNumber,
): { readonly requests: DocumentNumber[]; readonly acknowledged: DocumentNumber[] } => {
  const tells = ({ told }: Tied): boolean => told?.standing.includes(paper) === true
  return {
    requests: firstPapers(requests.filter(tells)),
    acknowledged: firstPapers(acknowledged.filter(tells)),
  }
}

/**
 * A file after a letter of it: told again, put right by another, or cancelled. What is closed or decided does not change. A
 * closing that can still be taken back would give the file back as the letter left it.
 */
export function withLetter(file: FileState, event: OnLetter): FileState {
  const after = lettered(file, event)
  const before = file.undo?.before ?? null
  if (file.undo === null || before === null) return after
  const given = withLetter(before, event)
  return given === before ? after : { ...after, undo: { ...file.undo, before: given } }
}

/** The same, but for what the undoing of a closing would give back. */
export const lettered = (file: FileState, event: OnLetter): FileState => {
  if (file.closed !== null || file.decision !== null) return file
  return event.type === 'fileLetterTold' ? told(file, event.data) : cancelled(file, event.data)
}

/** The same standing papers where nothing of them changed. */
const standing = <T extends Tied>(one: T, change: (told: Told) => readonly DocumentNumber[]): T =>
  one.told === undefined ? one : { ...one, told: { ...one.told, standing: change(one.told) } }

function told(file: FileState, data: EventData<'fileLetterTold'>): FileState {
  const { paper, replaces } = data
  const again =
    (firsts: readonly DocumentNumber[]) =>
    <T extends Tied>(one: T): T =>
      one.told !== undefined && firsts.includes(one.told.by)
        ? standing(one, (before) => [
            ...before.standing.filter((other) => other !== replaces && other !== paper),
            paper,
          ])
        : one
  return {
    ...file,
    requests: file.requests.map(again(data.requests)),
    acknowledged: file.acknowledged.map(again(data.acknowledged)),
  }
}

function cancelled(file: FileState, { paper, on }: EventData<'fileLetterCancelled'>): FileState {
  const { requests, acknowledged } = toldBy(file, paper)
  if (requests.length === 0 && acknowledged.length === 0) return file
  const without = <T extends Tied>(one: T): T =>
    standing(one, (before) => before.standing.filter((other) => other !== paper))
  return withdrawUntold(
    { ...file, requests: file.requests.map(without), acknowledged: file.acknowledged.map(without) },
    on,
  )
}

/** What no paper tells any more; what was tied to none is told otherwise. */
export const isUntold = ({ told: tie }: Tied): boolean => tie?.standing.length === 0

/** A file of which these requests ask nothing more since a day: what they suspended until then stays counted. */
const withdrawn = (file: FileState, gone: readonly PieceRequest[], on: LocalDate): FileState =>
  gone.length === 0
    ? file
    : {
        ...file,
        requests: file.requests.filter((request) => !gone.includes(request)),
        withdrawn: [
          ...(file.withdrawn ?? []),
          ...gone.map((request) => ({ ...request, withdrawnOn: later(on, request.on) })),
        ],
      }

/**
 * A file whose pieces that nothing requires any more are awaited no more since a day. A request of nothing else ends that day,
 * as a cancelled letter's does; one of which the rest has come was whole that day.
 */
export function withoutAsked(file: FileState, setBack: readonly PieceKey[], on: LocalDate): FileState {
  if (setBack.length === 0) return file
  const gone = new Set(setBack.map(keyOf))
  const stays = (piece: PieceKey): boolean => !gone.has(keyOf(piece))
  const here = new Set(file.pieces.filter(({ state }) => state === 'presented').map(keyOf))
  const ended = withdrawn(
    file,
    file.requests.filter((request) => isAwaited(request) && !request.pieces.some(stays)),
    on,
  )
  return {
    ...ended,
    pieces: file.pieces.map((piece) =>
      piece.state === 'missing' && !stays(piece) ? { ...piece, state: 'notExamined' as const } : piece,
    ),
    requests: ended.requests.map((request) => {
      if (!isAwaited(request) || request.pieces.every(stays)) return request
      const pieces = request.pieces.filter(stays)
      const whole = pieces.every((piece) => here.has(keyOf(piece)))
      return { ...request, pieces, receivedOn: whole ? later(request.latest, later(on, request.on)) : null }
    }),
  }
}

/**
 * A file whose requests that no paper tells any more are withdrawn from that day: what they suspended until then stays
 * counted, since the person had the letter in hand (CRPA L114-5). What came whole stays; what runs at who decides is not moved
 * from here (L114-3), nor acknowledged anew (L114-4), until its forwarding is known to be a mistake. The pieces that nobody
 * else asks are as they were before. An acknowledgement that no paper tells any more was not given.
 */
export function withdrawUntold(whole: FileState, on: LocalDate): FileState {
  if (isWithAnother(whole)) return whole
  const file = { ...whole, acknowledged: whole.acknowledged.filter((given) => !isUntold(given)) }
  const gone = file.requests.filter((request) => isUntold(request) && request.receivedOn === null)
  if (gone.length === 0) return file
  const after = withdrawn(file, gone, on)
  const keys = (all: readonly PieceRequest[]): ReadonlySet<string> =>
    new Set(all.filter(isAwaited).flatMap(({ pieces }) => pieces.map(keyOf)))
  const asked = keys(after.requests)
  const released = keys(gone)
  const before = gone.flatMap(({ told: tie }) => tie?.before ?? [])
  return {
    ...after,
    pieces: file.pieces.map((piece) =>
      piece.state === 'missing' && released.has(keyOf(piece)) && !asked.has(keyOf(piece))
        ? { ...piece, state: before.find(isPiece(piece))?.state ?? 'notExamined' }
        : piece,
    ),
  }
}

/** What pieces were before a request: of what another tied one awaits already, before that one. */
export const statesBefore = (file: FileState, pieces: readonly PieceKey[]): readonly KeptPiece[] =>
  pieces.flatMap((piece) => {
    const earlier = file.requests.find(
      (request) => request.told && isAwaited(request) && request.pieces.some(isPiece(piece)),
    )
    const found = (earlier?.told?.before ?? file.pieces).find(isPiece(piece))
    return found === undefined ? [] : [{ ...pieceKey(piece), state: found.state }]
  })
