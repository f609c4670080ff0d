import type { PieceName } from '../../shared/contract/files/file.ts'
import type { FileShown } from '../../shared/contract/files/shown.ts'
import { type LocalDate, PieceId } from '../../shared/contract/ids.ts'
import type { AssessedPiece, Assessment } from '../../shared/contract/law/assessment.ts'
import { legalDayOf } from '../../shared/domain/files/legalDay.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { daysBetween } from '../ui/dates.ts'

/** In how many days what is asked that day may be brought, as the page offers it: none is past the law's last day, which is then one. */
export function daysOffered(
  assessment: Pick<Assessment, 'ifIncomplete' | 'deadlines'> | null,
  asked: LocalDate,
): readonly number[] {
  const offered = [15, 30, 60]
  const legal = legalDayOf(assessment, asked)
  if (legal === undefined) return offered
  const last = daysBetween(asked, legal)
  return [...offered.filter((days) => days < last), last]
}

/** A piece to tick: one that the rules know, or that somebody named. */
export type PieceChoice = {
  readonly key: string
  readonly name: PieceName
  readonly title: string
  readonly detail: string | null
  readonly sources: readonly { readonly title: string }[]
  readonly toConfirm: boolean
  readonly indispensable: boolean
}

const keyOf = (name: PieceName): string => ('pieceId' in name ? `id ${name.pieceId}` : `label ${name.label}`)

const ofRules = (piece: AssessedPiece): PieceChoice => ({
  key: keyOf({ pieceId: piece.pieceId }),
  name: { pieceId: piece.pieceId },
  title: piece.title,
  detail: piece.status === 'unknown' ? fileActs.dependsOnCase : piece.detail,
  sources: piece.sources,
  toConfirm: piece.toConfirm,
  indispensable: piece.indispensable === true,
})

const typed = (name: PieceName, title: string | null): PieceChoice => ({
  key: keyOf(name),
  name,
  title: title ?? fileActs.erasedPiece,
  detail: null,
  sources: [],
  toConfirm: false,
  indispensable: false,
})

/** The rules' pieces among what is ticked. */
export const idsIn = (ticked: ReadonlySet<string>): readonly PieceId[] =>
  [...ticked].flatMap((key) => {
    const id = PieceId.safeParse(key.replace(/^id /, ''))
    return id.success ? [id.data] : []
  })

/** What the office may not ask, nor note as missing (CRPA R113-5, R113-8, R113-10, L113-12). */
const mayBeAsked = ({ status }: AssessedPiece): boolean =>
  status === 'required' || status === 'alternative' || status === 'unknown'

/** Pieces that came with a request can be any of the rules': first those of every case, then those of some. */
export const ruledChoices = (assessment: Assessment | null): readonly PieceChoice[] =>
  (assessment?.pieces ?? [])
    .filter(mayBeAsked)
    .toSorted((a, b) => Number(a.status === 'unknown') - Number(b.status === 'unknown'))
    .map(ofRules)

/** Pieces named on the file, by their key. */
function onFile({ pieces, requests }: Pick<FileShown, 'pieces' | 'requests'>) {
  const asked = requests.flatMap((request) => request.pieces)
  const all = [...pieces, ...asked].flatMap(({ name, title, state }) =>
    name === null ? [] : [{ choice: typed(name, title), state }],
  )
  return {
    all: all.map(({ choice }) => choice),
    presented: new Set(all.filter(({ state }) => state === 'presented').map(({ choice }) => choice.key)),
    awaited: new Set(
      requests
        .filter(({ receivedOn }) => receivedOn === null)
        .flatMap((request) => request.pieces)
        .flatMap(({ name, state }) => (name === null || state === 'presented' ? [] : [keyOf(name)])),
    ),
  }
}

const once = (choices: readonly PieceChoice[]): readonly PieceChoice[] =>
  choices.filter(({ key }, at) => choices.findIndex((each) => each.key === key) === at)

/** What was asked in vain and is to be asked again: the missing pieces first, else the originals. */
export function askedInVain({ requests }: Pick<FileShown, 'requests'>): {
  readonly days: readonly LocalDate[]
  readonly kind: 'missing' | 'original'
  readonly keys: readonly string[]
} {
  const vain = requests.filter(({ unmoved }) => unmoved === 'again')
  const kind = vain.some((request) => request.kind === 'missing') ? 'missing' : (vain[0]?.kind ?? 'missing')
  const awaited = vain
    .filter((request) => request.kind === kind)
    .flatMap(({ pieces }) => pieces)
    .filter(({ state }) => kind === 'original' || state !== 'presented')
  return {
    days: [...new Set(vain.map(({ on }) => on))],
    kind,
    keys: awaited.flatMap(({ name }) => (name === null ? [] : [keyOf(name)])),
  }
}

/** What can still come: what was asked first, then the rules' other pieces. */
export function stillToCome(file: FileShown, assessment: Assessment | null): readonly PieceChoice[] {
  const { all, presented, awaited } = onFile(file)
  const known = once([...ruledChoices(assessment), ...all])
  const open = known.filter(({ key }) => !presented.has(key) || awaited.has(key))
  return open.toSorted((a, b) => Number(awaited.has(b.key)) - Number(awaited.has(a.key)))
}

/** What the office may ask for, each with its text, and what it may not, with the reason. */
export function askable(
  file: FileShown,
  assessment: Assessment | null,
): { readonly may: readonly PieceChoice[]; readonly mayNot: readonly AssessedPiece[] } {
  const { presented } = onFile(file)
  const pieces = assessment?.pieces ?? []
  return {
    may: [
      ...pieces.filter((piece) => piece.status === 'required' || piece.status === 'alternative').map(ofRules),
      ...(assessment?.local ?? []).map(({ title, source }) => ({
        ...typed({ label: title }, title),
        sources: [source],
      })),
    ].filter(({ key }) => !presented.has(key)),
    mayNot: pieces.filter((piece) => !mayBeAsked(piece)),
  }
}

/** Pieces received: the original of one of these may be asked where its copy is doubtful, or kept for a while. */
export const received = (file: FileShown): readonly PieceChoice[] => {
  const { all, presented } = onFile(file)
  return once(all).filter(({ key }) => presented.has(key))
}
