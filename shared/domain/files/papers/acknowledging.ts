import type { FactsOf } from '../../../contract/documents/issued.ts'
import type { Event } from '../../../contract/events.ts'
import type { AcknowledgementForm, FromVisit, KeptPiece, PieceKey } from '../../../contract/files/file.ts'
import type { PieceState } from '../../../contract/law/assessment.ts'
import type { LocalDate, TicketNumber } from '../../../contract/ids.ts'
import { commonOn, implicitOn } from '../clocks.ts'
import { isDecidedElsewhere, isWithAnother } from '../whoDecides.ts'
import { fileAfter } from '../evolve.ts'
import { distinct, keyOf, pieceKey } from '../file.ts'
import { isAwaited, repeating, type Telling } from '../letters.ts'
import type { Office } from '../../state.ts'
import type { Composing } from '../../documents/composing.ts'
import {
  askedPieceSaid,
  effectOf,
  groundOf,
  headOfSeen,
  hoursOf,
  seenFile,
  silenceSaid,
  stillLacking,
  titleOfPiece,
  type SeenFile,
} from './fileFacts.ts'
import { settled } from '../standing.ts'
import { remediesOf } from './remedies.ts'
import type { FileRow, FileState } from '../state.ts'

// The acknowledgement of a request (CRPA R112-5, R112-11-1, R112-11-2): it asks what lacks, where nothing did before.

export type Acknowledged = {
  /** Whether what lacks is asked by it: the first acknowledgement of an e-mail asks nothing, nor one where nothing new lacks. */
  readonly asks: boolean
  readonly facts: FactsOf<'accuse'>
  /** That what lacks is asked, where it was not, told again, where it was, and that the acknowledgement was given. */
  readonly events: Telling
}

export type AcknowledgedHow = {
  readonly form: AcknowledgementForm
  readonly on: LocalDate
  /** Last day given for what lacks and was not asked before. */
  readonly dueOn?: LocalDate | undefined
  /** Somebody said that it is incomplete, whether or not they said of what. */
  readonly incomplete?: boolean
  readonly visit?: FromVisit | undefined
  readonly ticket?: TicketNumber
}

/** What lacks under the rules of its day, and nobody asked yet. */
function unasked(seen: SeenFile, { pieces, requests }: FileState): readonly PieceKey[] {
  const requested = new Set(
    requests.filter(isAwaited).flatMap((request) => request.pieces.map((piece) => keyOf(piece))),
  )
  return stillLacking(
    seen,
    pieces.filter((piece) => piece.state === 'missing' && !requested.has(keyOf(piece))),
  )
}

/** What was decided waits for no piece, by silence too (`settled`). */
const awaitsNothing = ({ file, today }: SeenFile): boolean => settled(file, today) !== undefined

/** What is said to lack is what the rules of its day require, as long as something is still awaited. */
const stateSaid = (seen: SeenFile, piece: KeptPiece): PieceState =>
  piece.state === 'missing' && (awaitsNothing(seen) || 'refusal' in groundOf(seen, piece))
    ? 'notExamined'
    : piece.state

/**
 * Where a right is at stake, only what is indispensable moves the clock (CRPA L114-5-1). One that runs at who decides is not
 * stopped from here (L114-3).
 */
const moves = ({ file, assessment }: SeenFile, pieces: readonly PieceKey[]): boolean =>
  !isWithAnother(file) &&
  (!file.regime.right ||
    pieces.some(
      (piece) =>
        'pieceId' in piece &&
        assessment?.pieces.find(({ pieceId }) => pieceId === piece.pieceId)?.indispensable === true,
    ))

/** A file after what lacks of it is asked, with what records it; nothing is recorded where nothing lacks, or no day is said. */
export type Asked = {
  readonly seen: SeenFile
  readonly after: FileState
  readonly events: Telling
}

/**
 * What lacks and that a text requires, asked that day, to be brought by another: the clock then does what L114-5 says. What
 * was decided waits for no piece, by silence too, though it is told late of a day before.
 */
export function askedOf(
  office: Office,
  context: Composing,
  file: FileState,
  row: FileRow,
  { on, dueOn, visit }: Pick<AcknowledgedHow, 'on' | 'visit'> & { readonly dueOn: LocalDate | undefined },
): Asked {
  const seen = seenFile(office, context, file, row)
  const missing = unasked(seen, file)
  if (missing.length === 0 || dueOn === undefined || awaitsNothing(seen))
    return { seen, after: file, events: () => [] }
  const asking = (paper: Parameters<Telling>[0]): Event => ({
    type: 'filePiecesRequested',
    data: {
      fileId: file.fileId,
      kind: 'missing',
      pieces: missing.map(pieceKey),
      on,
      dueOn,
      moves: moves(seen, missing),
      ...(visit === undefined ? {} : { visit }),
      ...(paper === null ? {} : { paper }),
    },
  })
  const after = fileAfter(file, { at: context.now, event: asking(null) }) ?? file
  return { seen, after, events: (paper) => [asking(paper)] }
}

/** The acknowledgement of a request, which asks what lacks where nothing did before. */
export function acknowledgementOf(
  office: Office,
  context: Composing,
  file: FileState,
  row: FileRow,
  how: AcknowledgedHow,
): Acknowledged {
  const { form, on, visit } = how
  const { fileId } = file
  const given = (paper: Parameters<Telling>[0]): Event => ({
    type: 'fileAcknowledged',
    data: {
      fileId,
      form,
      on,
      ...(visit === undefined ? {} : { visit }),
      ...(paper === null ? {} : { paper }),
    },
  })
  const { seen, after, events } = askedOf(office, context, file, row, { on, dueOn: how.dueOn, visit })
  const common = {
    ...headOfSeen(office, context, seen, how.ticket ?? null),
    kind: 'accuse',
    form,
    sentOn: file.sentOn,
    receivedOn: file.receivedOn,
    competent: !isDecidedElsewhere(file),
  } as const
  if (form === 'aee')
    return {
      asks: false,
      facts: { ...common, decides: null, pieces: [], silence: null, incomplete: null, remedies: null },
      events: (paper) => [given(paper)],
    }
  const silence = silenceSaid(after, implicitOn(after) ?? commonOn(after))
  const mayReject = silence.sense === 'rejet' || silence.general === true
  return {
    asks: after !== file,
    facts: {
      ...common,
      hours: hoursOf(office),
      decides: seen.assessment?.decides ?? null,
      pieces: after.pieces.map((piece) => ({
        title: titleOfPiece(seen, piece),
        state: stateSaid(seen, piece),
      })),
      silence,
      incomplete: incompleteOf(seen, after, how.incomplete === true),
      remedies: mayReject ? remediesOf(office, seen.assessment, 'silence') : null,
    },
    events: (paper) => [...repeating(file, visit)(paper), ...events(paper), given(paper)],
  }
}

/** What lacks, asked or not, by when and to what effect (CRPA L114-5); null of a request that lacks nothing. */
export function incompleteOf(
  seen: SeenFile,
  after: FileState,
  said: boolean,
): FactsOf<'accuse'>['incomplete'] {
  if (awaitsNothing(seen)) return null
  const open = after.requests.filter(isAwaited)
  const here = new Set(after.pieces.filter(({ state }) => state === 'presented').map(keyOf))
  const notAsked = unasked(seen, after)
  const pieces = stillLacking(
    seen,
    distinct([...open.flatMap((request) => request.pieces), ...notAsked]).filter(
      (piece) => !here.has(keyOf(piece)),
    ),
  )
  if (pieces.length === 0 && !said) return null
  const days = open.map(({ dueOn }) => dueOn).filter((day) => day !== null)
  return {
    pieces: pieces.map((piece) => askedPieceSaid(seen, piece)),
    // Something that was never asked has no day: the list then lacks it.
    dueOn: notAsked.length > 0 ? null : (days.toSorted().at(-1) ?? null),
    effect: effectOf(
      after,
      open.some((request) => request.moves) || (notAsked.length > 0 && moves(seen, notAsked)),
    ),
  }
}
