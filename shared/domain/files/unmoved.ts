import type { Unmoved } from '../../contract/files/shown.ts'
import type { LocalDate } from '../../contract/ids.ts'
import type { Catalogue } from '../../procedures/catalogue.ts'
import { procedureOn } from '../../procedures/catalogue.ts'
import { implicitOn, silenceFacts } from './clocks.ts'
import { keyOf } from './file.ts'
import type { FileState, PieceRequest } from './state.ts'
import { isWithAnother } from './whoDecides.ts'

// What a request that stopped no delay leaves to do: its letter said so, and only another letter stops one (CRPA L114-5).

type Seen = { readonly catalogue: Catalogue; readonly today: LocalDate }

/** Whether the same request, made here, would move the clock: where a right is at stake, only for what is indispensable. */
function couldMove(file: FileState, { kind, pieces }: PieceRequest, { catalogue }: Seen): boolean {
  if (silenceFacts(file) === null) return false
  if (kind === 'original' || !file.regime.right) return true
  const { procedureId, receivedOn } = file
  const procedure = procedureId === null ? undefined : procedureOn(catalogue, procedureId, receivedOn)
  const rules = Object.values(procedure?.rules ?? {})
  const wasSent = file.forwarded.some(({ competent }) => competent)
  return pieces.some((piece) =>
    // Whether a typed piece is indispensable was said as it was asked: here, only a forwarding tells that it may be.
    'labelled' in piece
      ? wasSent
      : rules.some(({ _g }) => _g.genre === 'pièce' && _g.id === piece.pieceId && _g.indispensable === 'oui'),
  )
}

/** What this request still awaits: a copy that is here is no original. */
function awaitedIn(file: FileState, { kind, pieces }: PieceRequest): PieceRequest['pieces'] {
  const here = new Set(file.pieces.filter(({ state }) => state === 'presented').map(keyOf))
  return pieces.filter((piece) => kind === 'original' || !here.has(keyOf(piece)))
}

/** Whether other requests that move the clock ask all that this one still awaits: those made since, and those before that are open. */
function isAskedElse(file: FileState, request: PieceRequest, awaited: PieceRequest['pieces']): boolean {
  const rank = file.requests.indexOf(request)
  const asked = new Set(
    file.requests
      .filter(
        (other, at) => other.moves && other.kind === request.kind && (at > rank || other.receivedOn === null),
      )
      .flatMap(({ pieces }) => pieces.map(keyOf)),
  )
  return awaited.every((piece) => asked.has(keyOf(piece)))
}

/** Why a request moves no clock, where it is not for want of an indispensable piece; undefined of any other. */
export function unmovedBy(file: FileState, request: PieceRequest, seen: Seen): Unmoved | undefined {
  if (request.moves || !couldMove(file, request, seen)) return undefined
  const open = file.decision === null && file.closed === null && request.receivedOn === null
  if (open && isWithAnother(file)) return 'elsewhere'
  const silence = implicitOn(file)
  const runs = silence === null || silence > seen.today
  const pieces = awaitedIn(file, request)
  const again = open && runs && couldMove(file, { ...request, pieces }, seen)
  return again && !isAskedElse(file, request, pieces) ? 'again' : 'before'
}

/** The days on which what is still awaited was asked in vain: to be asked again. */
export const toAskAgain = (file: FileState, seen: Seen): LocalDate[] => [
  ...new Set(
    file.requests.filter((request) => unmovedBy(file, request, seen) === 'again').map(({ on }) => on),
  ),
]
