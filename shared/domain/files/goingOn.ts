import type { HandedProof } from '../../contract/documents/kinds.ts'
import type { LocalDate } from '../../contract/ids.ts'
import type { Outcome, VisitEnd } from '../../contract/queue/outcomes.ts'
import type { Sheet } from '../../contract/visit/sheet.ts'
import type { Refused } from '../decision.ts'
import type { Ticket, Visit } from '../queue/state.ts'
import type { Office } from '../state.ts'
import { settled } from './standing.ts'
import type { FileState } from './state.ts'
import { takerOf } from './taking.ts'

// With which file the end of a request goes on, and whether it opens one: read before the closing, and by it.

export type EndedRequest = {
  readonly ticket: Ticket & { readonly visit: Visit }
  readonly sheet: Sheet
  readonly outcome: VisitEnd
  /** How the handing over of the title is proved; undefined where nobody said it. */
  readonly proof?: HandedProof | undefined
  /** Who takes the title (`titleTaker`); null where it is their own. */
  readonly taker?: string | null | undefined
}

/** A sheet, and how its request ends: one that an older version ended as refused too. */
type Ended = Pick<EndedRequest, 'sheet'> & { readonly outcome: Outcome }

/** Ends that leave a request behind. What is sent elsewhere leaves one when something was produced here. */
export const opensFile = ({ outcome, sheet }: Ended): boolean =>
  outcome === 'filed' ||
  outcome === 'incomplete' ||
  outcome === 'assisted' ||
  (outcome === 'forwarded' && sheet.pieces.some(({ state }) => state === 'presented'))

/**
 * The file that the sheet goes on with; another procedure on the sheet is another request. So is one named after the
 * decision: what was decided, and why, is of what was asked. An end that opens no file goes on with it, unnamed as it is.
 */
export function goesOnWith({ files }: Pick<Office, 'files'>, { sheet, outcome }: Ended): FileState | null {
  const { fileId, procedureId } = sheet
  const file = fileId === null ? undefined : files.get(fileId)
  if (file?.closed !== null) return null
  const namedTooLate = file.procedureId === null && procedureId !== null && file.decision !== null
  if (namedTooLate && opensFile({ sheet, outcome })) return null
  return (file.procedureId ?? procedureId) === procedureId ? file : null
}

/** The file that a request went on with, where its end goes on with one. */
export const goneOnWith = (office: Pick<Office, 'files'>, ended: Ended): FileState | null =>
  ended.outcome === 'notServed' ? null : goesOnWith(office, ended)

/** The file with which this request goes on, where it is decided, by silence too: it waits for nothing any more. */
export function decidedFile(office: Pick<Office, 'files'>, ended: Ended, on: LocalDate): FileState | null {
  const file = goesOnWith(office, ended)
  return file !== null && settled(file, on) !== undefined ? file : null
}

/** The sheet as its file lets it stand: what lacked of what is decided now is only not examined. */
export const withoutAwaited = (
  office: Pick<Office, 'files'>,
  { sheet, outcome }: Ended,
  on: LocalDate,
): Sheet =>
  sheet.pieces.some(({ state }) => state === 'missing') &&
  decidedFile(office, { sheet, outcome }, on) !== null
    ? {
        ...sheet,
        pieces: sheet.pieces.map((piece) =>
          piece.state === 'missing' ? { ...piece, state: 'notExamined' } : piece,
        ),
      }
    : sheet

export const handsTitle = (file: FileState, outcome: VisitEnd): boolean =>
  outcome === 'handedOver' && file.title?.state === 'here'

/** What this end does to files: it opens one, goes on with the one taken up, or does neither. */
export function onFile(
  office: Pick<Office, 'files'>,
  ended: Pick<EndedRequest, 'sheet' | 'outcome'>,
): 'opens' | 'goesOn' | undefined {
  if (ended.outcome === 'notServed') return undefined
  const file = goesOnWith(office, ended)
  if (file !== null) return handsTitle(file, ended.outcome) ? undefined : 'goesOn'
  return opensFile(ended) ? 'opens' : undefined
}

/**
 * Who takes the title that this end hands over, by the rule of every handing over; null where it hands over none: what would
 * be said of the handing over is then refused, for no file would keep it.
 */
export function titleTaker(
  office: Office,
  { sheet, outcome, proof }: Pick<EndedRequest, 'sheet' | 'outcome' | 'proof'>,
  receiver: string | undefined,
): ReturnType<typeof takerOf> | Refused<'noTitleHere'> {
  const file = goesOnWith(office, { sheet, outcome })
  if (file !== null && handsTitle(file, outcome)) return takerOf({ to: sheet.capacity ?? 'self', receiver })
  return proof !== undefined || receiver ? { refusal: 'noTitleHere' } : { taker: null }
}
