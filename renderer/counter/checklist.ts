import type { VisitEnd } from '../../shared/contract/queue/outcomes.ts'
import type { PieceId } from '../../shared/contract/ids.ts'
import type {
  AssessedPiece,
  Assessment,
  PieceState,
  SourceRef,
} from '../../shared/contract/law/assessment.ts'
import { pieceKeys } from '../ui/pieceKeys.ts'
import type { Sheet, SheetPiece } from '../../shared/contract/visit/sheet.ts'

/**
 * Which key each row has: a key given stays with its piece for the whole visit, even when an answer or a tick takes
 * other rows away, so that a finger already on its way never ticks something else. Returns `held` itself when nothing is new.
 * @param held row's key to the index in `pieceKeys`
 */
export function holdKeys(
  held: ReadonlyMap<string, number>,
  rows: readonly string[],
): ReadonlyMap<string, number> {
  const missing = rows.filter((row) => !held.has(row))
  if (missing.length === 0) return held
  const next = new Map(held)
  for (const row of missing) {
    const taken = new Set(next.values())
    const free = pieceKeys.findIndex((_, index) => !taken.has(index))
    if (free >= 0) {
      next.set(row, free)
      continue
    }
    // No key is left: one whose row is gone is given again; else the row is for the mouse and Tab.
    const gone = [...next].find(([other]) => !rows.includes(other))
    if (!gone) continue
    next.delete(gone[0])
    next.set(row, gone[1])
  }
  return next.size === held.size && missing.every((row) => !next.has(row)) ? held : next
}

/** A row that can be ticked: a piece of the rules, or one that the agent typed. */
export type PieceRow = {
  readonly key: string
  readonly piece:
    | { readonly pieceId: PieceId }
    | { readonly label: string; readonly source?: string | undefined }
  readonly title: string
  readonly detail: string | null
  /** What the rules say of it; null for a typed one. */
  readonly rule: AssessedPiece | null
  /** The text on which one that is not of the rules may lack; null of what can only be shown. */
  readonly text: string | null
  readonly state: PieceState
  /** A verified 2D-Doc filled it. */
  readonly read: boolean
  /** An administration holds it; it was asked all the same. */
  readonly askedAgain: boolean
}

/** A row that is struck, with the text that says so. */
export type StruckRow = AssessedPiece

export type Checklist = {
  readonly rows: readonly PieceRow[]
  /** What only some cases need, while the case is not known. */
  readonly folded: readonly PieceRow[]
  readonly struck: readonly StruckRow[]
}

const notedOf = (sheet: Sheet, pieceId: PieceId) => {
  const noted = sheet.pieces.find((piece) => 'pieceId' in piece && piece.pieceId === pieceId)
  const known = noted && 'pieceId' in noted ? noted : undefined
  return {
    state: known?.state ?? 'notExamined',
    read: known?.read !== undefined,
    askedAgain: known?.askedAgain === true,
  }
}

/** The regulation of the office that requires a piece of that name. */
const localText = (assessment: Assessment | null, label: string): string | null =>
  assessment?.local?.find(({ title }) => title === label)?.source.title ?? null

/** The checklist of a sheet: rows to tick, folded rows, struck rows. What was ticked always stays in sight. */
export function checklistOf(sheet: Sheet, assessment: Assessment | null): Checklist {
  const known = (assessment?.pieces ?? []).map((rule): PieceRow & { readonly rule: AssessedPiece } => ({
    key: rule.pieceId,
    piece: { pieceId: rule.pieceId },
    title: rule.title,
    detail: rule.detail,
    rule,
    text: null,
    ...notedOf(sheet, rule.pieceId),
  }))
  const typed = sheet.pieces.flatMap((piece): PieceRow[] =>
    'label' in piece
      ? [
          {
            key: `label ${piece.label}`,
            piece: { label: piece.label, ...(piece.source === undefined ? {} : { source: piece.source }) },
            title: piece.label,
            detail: null,
            rule: null,
            text: piece.source ?? localText(assessment, piece.label),
            state: piece.state,
            read: false,
            askedAgain: false,
          },
        ]
      : [],
  )
  // What a regulation of the office requires stands in the list before anything is noted of it.
  const local = (assessment?.local ?? []).flatMap(({ title, source }): PieceRow[] =>
    typed.some((row) => row.title === title)
      ? []
      : [
          {
            key: `label ${title}`,
            piece: { label: title, source: source.title },
            title,
            detail: null,
            rule: null,
            text: source.title,
            state: 'notExamined',
            read: false,
            askedAgain: false,
          },
        ],
  )
  const touched = (row: PieceRow) => row.state !== 'notExamined'
  const isStruck = (row: (typeof known)[number]) =>
    row.rule.status === 'notRequired' || row.rule.status === 'mayNotBeAsked'
  const live = known.filter((row) => !isStruck(row) || touched(row))
  const isFolded = (row: (typeof known)[number]) => row.rule.conditional && !touched(row)
  return {
    rows: [...live.filter((row) => !isFolded(row)), ...local, ...typed],
    folded: live.filter(isFolded),
    struck: known.filter((row) => isStruck(row) && !touched(row)).map((row) => row.rule),
  }
}

/**
 * The state after one more press: presented, missing, not examined. What may not be asked, is held, or was only typed can't be
 * missing; of what the case could still require, the host says why it can't yet.
 */
export function nextState({ state, rule, text }: PieceRow): PieceState {
  if (state === 'notExamined') return 'presented'
  const asked =
    rule === null ? text !== null : rule.status !== 'mayNotBeAsked' && rule.status !== 'heldByAdministration'
  if (state === 'presented' && asked) return 'missing'
  return 'notExamined'
}

/** An administration holds it, and a press more would ask it all the same: that wants a reason. */
export const wantsReason = ({ state, rule }: PieceRow): boolean =>
  state === 'presented' && rule?.status === 'heldByAdministration'

export const patchOf = ({ piece }: PieceRow, state: PieceState): SheetPiece =>
  'pieceId' in piece
    ? { pieceId: piece.pieceId, state }
    : { label: piece.label, state, ...(piece.source === undefined ? {} : { source: piece.source }) }

export type Counts = { readonly presented: number; readonly missing: number; readonly notExamined: number }

/** How many of each, of what is asked of this person; the other one of two alternatives is not awaited. */
export function countsOf({ rows }: Checklist): Counts {
  const presented = rows.filter(({ state }) => state === 'presented')
  const either = presented.some(({ rule }) => rule?.status === 'alternative')
  return {
    presented: presented.length,
    missing: rows.filter(({ state }) => state === 'missing').length,
    notExamined: rows.filter(
      ({ state, rule }) =>
        state === 'notExamined' &&
        rule !== null &&
        (rule.status === 'required' || (rule.status === 'alternative' && !either)),
    ).length,
  }
}

/**
 * Whether a text may require this piece of this person. A declaration is received whatever proves it: only a piece that
 * nothing replaces holds it back. A request waits for one of two alternatives, and for what an answer could still require.
 */
const mayBeRequired = ({ status, conditional }: AssessedPiece, nature: Assessment['nature']): boolean =>
  status === 'required' ||
  (nature !== 'declaration' && (status === 'alternative' || (status === 'unknown' && !conditional)))

/** What the office itself receives though no text requires a piece of it: nothing is ticked, and it is filed all the same. */
const needsNoPiece = ({ collects, nature, pieces, local = [] }: Assessment): boolean =>
  !collects &&
  nature !== 'payment' &&
  local.length === 0 &&
  pieces.some(({ status }) => status !== 'mayNotBeAsked') &&
  !pieces.some((piece) => mayBeRequired(piece, nature))

/** The end that the pieces suggest, or what the procedure is for where it requires none; the agent decides. */
export function proposedOutcome({ presented, missing }: Counts, assessment: Assessment | null): VisitEnd {
  if (missing > 0) return 'incomplete'
  return presented > 0 || (assessment !== null && needsNoPiece(assessment)) ? 'filed' : 'information'
}

/** Every text that the situation rests on, once each, in the order of the page. */
export function sourcesOf(assessment: Assessment): readonly SourceRef[] {
  const all = [
    ...assessment.pieces.flatMap(({ sources }) => sources),
    ...assessment.dueByPerson.flatMap(({ sources }) => sources),
    ...assessment.dueByAdministration.flatMap(({ sources }) => sources),
    ...(assessment.fee?.sources ?? []),
    ...assessment.silence.sources,
  ]
  // The texts that can be read come first.
  return all
    .filter(({ title }, at) => all.findIndex((other) => other.title === title) === at)
    .toSorted((a, b) => Number(a.extract === null) - Number(b.extract === null))
}
