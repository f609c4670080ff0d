import type { FromVisit, PieceKey } from '../../contract/files/file.ts'
import type { LocalDate } from '../../contract/ids.ts'
import type { Office } from '../state.ts'
import type { FileState, FileRow } from './state.ts'

/** What tells a piece from another in a file: its id in the rules, or the place of the name typed. */
export const keyOf = (piece: PieceKey): string =>
  'pieceId' in piece ? `id ${piece.pieceId}` : `label ${piece.labelled}`

/** The same piece, without its state. */
export const pieceKey = (piece: PieceKey): PieceKey =>
  'pieceId' in piece ? { pieceId: piece.pieceId } : { labelled: piece.labelled }

/** Whether another key names the same piece. */
export const isPiece =
  (one: PieceKey) =>
  (other: PieceKey): boolean =>
    keyOf(one) === keyOf(other)

/** Each piece once, however often it was listed. */
export const distinct = (keys: readonly PieceKey[]): PieceKey[] =>
  keys.filter((key, at) => keys.findIndex(isPiece(key)) === at)

/** The later of two days; null is none. */
export const later = (one: LocalDate | null, other: LocalDate): LocalDate =>
  one !== null && one > other ? one : other

/** What tells the closing of a request from another: its visit, and its rank there. */
export const closingKey = ({ visitId, request }: FromVisit): string => `${visitId} ${request}`

/** Pieces asked, of any request, that have not come. */
export const awaitedPieces = ({ requests, pieces }: Pick<FileState, 'requests' | 'pieces'>): PieceKey[] => {
  const here = new Set(pieces.filter(({ state }) => state === 'presented').map(keyOf))
  const awaited = requests
    .filter(({ kind, receivedOn }) => kind === 'missing' && receivedOn === null)
    .flatMap((request) => request.pieces)
  return distinct(awaited).filter((piece) => !here.has(keyOf(piece)))
}

/** Whether the office still has a paper of the person's own. */
export const holdsOriginals = ({ originals }: Pick<FileState, 'originals'>): boolean =>
  originals.some(({ returnedOn }) => returnedOn === null)

/**
 * Whether giving a file's title ends it: not while originals are kept, nor while its person has it limited, for which ending
 * its keeping is barred (GDPR 18.2).
 */
export const endsWithTitle = ({ limited }: Pick<Office, 'limited'>, file: FileState): boolean =>
  !holdsOriginals(file) && !limited.has(file.fileId)

/** The row of a file whose words were erased: pieces typed and forwardings noted since take no rank that had one. */
export function forgottenRow({ pieces, requests, originals, forwarded }: FileState, salt: string): FileRow {
  const keys = [...pieces, ...requests.flatMap((one) => one.pieces), ...originals.map(({ piece }) => piece)]
  const ranks = keys.map((key) => ('labelled' in key ? key.labelled + 1 : 0))
  return {
    ...blankRow(salt),
    labels: Array.from({ length: Math.max(0, ...ranks) }, () => ''),
    forwarded: forwarded.map(() => ({ to: '', sent: '' })),
  }
}

/** What is typed about a file, before anything is. @param salt of the file's commitment, random */
export const blankRow = (salt: string): FileRow => ({
  salt,
  label: null,
  person: null,
  ministry: null,
  answers: {},
  labels: [],
  sources: {},
  forwarded: [],
  reason: null,
  handedOver: [],
  assistance: null,
})
