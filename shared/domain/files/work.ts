import type { PieceKey } from '../../contract/files/file.ts'
import type { FileTodo, FileWork, WorkPart } from '../../contract/files/lines.ts'
import type { LocalDate } from '../../contract/ids.ts'
import type { Territory } from '../../contract/office/calendar.ts'
import { collectBy, duesOf, implicitOn, type Due } from './clocks.ts'
import { isDecidedElsewhere, isWithAnother } from './whoDecides.ts'
import { awaitedPieces } from './file.ts'
import type { FileState } from './state.ts'

// Whose turn it is on a file, and what they do. What the office has to do comes first: what another decides is followed,
// and never asked of the office.

/** What is next on a file; its pieces by their keys. */
export type NextWork = Pick<FileWork, 'part' | 'todo' | 'by' | 'form'> & {
  readonly pieces: readonly PieceKey[]
}

/** What is done by others; all the rest is the office's. */
const others: Readonly<Partial<Record<FileTodo, WorkPart>>> = {
  collect: 'collect',
  bring: 'pieces',
  authorityDecides: 'authority',
  authorityDecided: 'authority',
}
const othersInOrder = Object.keys(others)

const next = (todo: FileTodo, by: LocalDate | null, more: Partial<NextWork> = {}): NextWork => ({
  part: others[todo] ?? 'office',
  todo,
  by,
  form: null,
  pieces: [],
  ...more,
})

/** What one date of a file asks, and of whom. */
function ofDue(file: FileState, { kind, effect, dueOn, form }: Due, today: LocalDate): NextWork {
  switch (kind) {
    case 'acknowledgement':
      return next('acknowledge', dueOn, { form })
    case 'originals':
      return next('returnOriginals', dueOn)
    case 'collection':
      return next(dueOn < today ? 'destroy' : 'collect', dueOn)
    case 'pieces':
      if (dueOn < today && isWithAnother(file)) return next('authorityDecides', null)
      return next(dueOn < today ? 'remind' : 'bring', dueOn, { pieces: awaitedPieces(file) })
    case 'silence':
      if (isDecidedElsewhere(file)) return next('authorityDecides', dueOn)
      // A silence that accepts has decided on its day: nobody refuses from then (CRPA L231-1).
      if (dueOn < today || (effect === 'acceptation' && dueOn === today)) return next('noteSilence', dueOn)
      return next(effect === 'acceptation' ? 'decideOrTacit' : 'decide', dueOn)
  }
}

/** What is next on a file of which no date says anything. */
function undated(file: FileState): NextWork {
  const { decision, title, regime, requests, handedOver } = file
  if (title?.state === 'here') return next('collect', collectBy(file))
  if (title !== null) return next('finish', null)
  if (decision?.by === 'authority') return next('authorityDecided', null)
  if (decision !== null) {
    const given =
      decision.decision.startsWith('implicit') || handedOver.some(({ what }) => what === 'decision')
    return next(given ? 'finish' : 'giveDecision', null)
  }
  if (requests.some(({ receivedOn }) => receivedOn === null))
    return next('bring', null, { pieces: awaitedPieces(file) })
  if (regime.silence.sense === 'sansObjet') return next('finish', null)
  return next(isDecidedElsewhere(file) ? 'authorityDecides' : 'decideUnknown', null)
}

/** Later than any day: what has none comes last. */
const never = '9999-99-99'
const sooner = (a: NextWork, b: NextWork): number => {
  const [one, other] = [a.by ?? never, b.by ?? never]
  return one === other ? 0 : one < other ? -1 : 1
}

/**
 * What is next on an open file, seen on a day: the soonest thing that the office has to do, else the title, the piece or the
 * decision that it waits for. While a piece is awaited nobody has to decide.
 */
export function nextOn(file: FileState, territory: Territory, today: LocalDate): NextWork {
  if (!file.named) return next('name', file.receivedOn)
  const all = duesOf(file, territory).map((due) => ofDue(file, due, today))
  const awaits = all.some(({ todo }) => todo === 'bring')
  const [first] = all
    .filter(({ part, todo }) => part === 'office' && !(awaits && todo.startsWith('decide')))
    .toSorted(sooner)
  const [other] = all
    .filter(({ part }) => part !== 'office')
    .toSorted((a, b) => othersInOrder.indexOf(a.todo) - othersInOrder.indexOf(b.todo) || sooner(a, b))
  return first ?? other ?? undated(file)
}

/** A refusal that was drafted is signed before silence decides. */
export const signing = (file: FileState): NextWork =>
  next('sign', file.decision === null ? implicitOn(file) : null)

/** What the office has to do by today, and did not. What waits to be named has no day of law. */
export const isLate = (
  { part, todo, by }: Pick<NextWork, 'part' | 'todo' | 'by'>,
  today: LocalDate,
): boolean => part === 'office' && todo !== 'name' && by !== null && by < today

/** In the order of a list: the soonest first, what has no day last. */
export const bySoonest = sooner
