import type { AskedPieceSaid, ClockEffect, DayHours, SilenceSaid } from '../../../contract/documents/said.ts'
import type { PieceKey } from '../../../contract/files/file.ts'
import type { LocalDate, TicketNumber } from '../../../contract/ids.ts'
import type { Assessment } from '../../../contract/law/assessment.ts'
import { dateIn } from '../../core/calendar/index.ts'
import { assessSheet, pieceTitle } from '../../law/checklist.ts'
import { isWithAnother } from '../whoDecides.ts'
import type { FileRow, FileState } from '../state.ts'
import { askedIn, demandIn } from '../recorded.ts'
import { rulesOn, type FileRequest } from '../regime.ts'
import { mayLack, type Barred, type Ground } from '../../law/lacking.ts'
import { keepsSecret, ofMother, unnamedPiece } from '../../law/secrecy.ts'
import { zoneOf, type Office } from '../../state.ts'
import type { Composing } from '../../documents/composing.ts'
import { headOf, namedRequest, type Named } from '../../documents/head.ts'

// What the papers of a file are composed of: the file as it stands, and what the rules of its day say of it.

/** A file with what was typed about it, and what the rules of the day of its reception say. */
export type SeenFile = Named & {
  readonly file: FileState
  readonly row: FileRow
  readonly today: LocalDate
  readonly asked: FileRequest
  readonly assessment: Assessment | null
}

/** The file as the rules of the day on which it was received see it. */
export function seenFile(office: Office, context: Composing, file: FileState, row: FileRow): SeenFile {
  const asked = askedIn({ file, row, rules: rulesOn(office, context, file.receivedOn) })
  const assessment = assessSheet(asked.rules, asked.sheet)
  const named = namedRequest(office, file.serviceId, asked.sheet, assessment)
  return { file, row, today: dateIn(zoneOf(office), context.now), asked, assessment, ...named }
}

/** The head of a paper about that file, given in a visit or not. */
export const headOfSeen = (
  office: Office,
  context: Composing,
  { file, row, label, saidLabel, assessment }: SeenFile,
  ticket: TicketNumber | null = null,
) =>
  headOf(office, context, {
    serviceId: file.serviceId,
    label,
    saidLabel,
    person: row.person,
    ticket,
    file: file.reference,
    rule: file.rule,
    // What it is was frozen with what silence is worth: the two are said together, and rules of since change neither.
    assessment: { nature: file.regime.nature, populationType: assessment?.populationType ?? null },
  })

/** When the counter may be reached: the week of the office, seven days from Monday. */
export const hoursOf = ({ settings }: Pick<Office, 'settings'>): DayHours[] =>
  settings!.calendar.week.map((spans) => spans.map(([from, to]) => [from, to]))

/** What silence is worth for a file, as its regime was frozen. */
export const silenceSaid = (
  { regime: { silence } }: Pick<FileState, 'regime'>,
  on: LocalDate | null,
): SilenceSaid => ({
  sense: silence.sense,
  ...(silence.general ? { general: true as const } : {}),
  on,
  title: silence.title,
  sources: silence.sources.map(({ title, id }) => ({ title, id, extract: null, toConfirm: false })),
  toConfirm: silence.toConfirm,
})

/** The name of a piece: the rules', or as it was typed where it may be said; empty when that was erased. */
export function titleOfPiece({ asked, file, row, assessment }: SeenFile, piece: PieceKey): string {
  if (keepsSecret(asked.sheet) && ('labelled' in piece || ofMother(piece.pieceId))) return unnamedPiece
  if ('labelled' in piece) return row.labels[piece.labelled] ?? ''
  const assessedTitle = assessment?.pieces.find(({ pieceId }) => pieceId === piece.pieceId)?.title
  const { procedureId } = file
  return (
    assessedTitle ??
    (procedureId === null ? undefined : pieceTitle(asked.rules, procedureId, piece.pieceId)) ??
    piece.pieceId
  )
}

/** Whether a piece may lack under the rules of the file's day, and on which text: judged again each time a paper is made. */
export function groundOf({ asked, row }: SeenFile, piece: PieceKey): Ground | Barred {
  const demand = demandIn(row, piece)
  return demand === null ? { refusal: 'pieceWithoutText' } : mayLack(asked, demand)
}

/** Those of the pieces that may still lack. */
export const stillLacking = (seen: SeenFile, pieces: readonly PieceKey[]): readonly PieceKey[] =>
  pieces.filter((piece) => !('refusal' in groundOf(seen, piece)))

/** A piece that is asked, with the text that requires it. */
export function askedPieceSaid(seen: SeenFile, piece: PieceKey): AskedPieceSaid {
  const ground = groundOf(seen, piece)
  if ('refusal' in ground)
    return { title: titleOfPiece(seen, piece), indispensable: null, sources: [], toConfirm: true }
  const { title, detail, indispensable, sources, toConfirm } = ground
  return { title, ...(detail === null ? {} : { detail }), indispensable, sources: [...sources], toConfirm }
}

/** The original of a piece whose copy is doubted, with the texts of the piece, or the one kept with its name. */
export function originalSaid(seen: SeenFile, piece: PieceKey): AskedPieceSaid {
  const title = titleOfPiece(seen, piece)
  if ('labelled' in piece) {
    const typed = seen.row.sources[String(piece.labelled)]
    return {
      title,
      indispensable: null,
      sources: typed === undefined ? [] : [{ title: typed, id: null, extract: null, toConfirm: true }],
      toConfirm: false,
    }
  }
  if (title === unnamedPiece) return { title, indispensable: null, sources: [], toConfirm: false }
  const assessed = seen.assessment?.pieces.find(({ pieceId }) => pieceId === piece.pieceId)
  return {
    title,
    indispensable: assessed?.indispensable ?? null,
    sources: [...(assessed?.sources ?? [])],
    toConfirm: assessed?.toConfirm ?? true,
  }
}

/** Whether what is asked moves no clock because it runs at who decides. */
export const runsElsewhere = (
  file: Pick<FileState, 'regime' | 'forwarded' | 'decision'>,
  effect: ClockEffect,
): { readonly elsewhere?: true } =>
  (effect === 'none' || effect === 'unknown') &&
  file.regime.silence.sense !== 'sansObjet' &&
  isWithAnother(file)
    ? { elsewhere: true }
    : {}

/** Which paragraph of L114-5 holds: where a right is at stake, only what is indispensable moves a clock (L114-5-1). */
export function effectOf({ regime }: Pick<FileState, 'regime'>, moves: boolean): ClockEffect {
  switch (regime.silence.sense) {
    case 'inconnu':
      return 'unknown'
    case 'sansObjet':
      return 'none'
    case 'rejet':
      return moves ? 'suspends' : 'none'
    case 'acceptation':
      return moves ? 'restarts' : 'none'
  }
}
