import type { FilePerson } from '../../shared/contract/files/file.ts'
import type { FileTodo, WorkLine } from '../../shared/contract/files/lines.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { dayShort, filesPage } from '../../shared/messages/files/page.fr.ts'
import type { FileActName, FoundFiles } from './acts.ts'
import { requestTitle } from './due.ts'

const words = filesPage.work

/** A line of the list: a file with what is next on it, or a file found that is over. */
export type Row = Pick<
  WorkLine,
  'fileId' | 'reference' | 'procedureTitle' | 'procedureId' | 'label' | 'channel' | 'sentOn' | 'receivedOn'
> &
  Partial<
    Pick<
      WorkLine,
      | 'part'
      | 'todo'
      | 'by'
      | 'overdue'
      | 'form'
      | 'pieces'
      | 'signs'
      | 'slot'
      | 'notices'
      | 'decides'
      | 'officeDecides'
    >
  > & { readonly over?: string }

/** How far ahead « bientôt » goes, in days. */
const soonDays = 14

const groupNames = ['late', 'today', 'soon', 'later', 'undated', 'followed'] as const
export type WorkGroup = (typeof groupNames)[number]

const dayAfter = (day: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10) as LocalDate

/** The last day of « bientôt ». */
export const soonUntil = (today: LocalDate): LocalDate => dayAfter(today, soonDays)

/** In which part of the list a file stands: what another does is followed, and has no day that the office must keep. */
export function groupOf({ part, by = null, overdue, todo }: Row, today: LocalDate): WorkGroup {
  if (part !== 'office') return 'followed'
  if (overdue) return 'late'
  if (by === null) return 'undated'
  if (by <= today || todo === 'name') return 'today'
  return by <= soonUntil(today) ? 'soon' : 'later'
}

/** The list in its parts, each in the order that the host gave. */
export const grouped = (
  rows: readonly Row[],
  today: LocalDate,
): readonly { readonly group: WorkGroup; readonly rows: readonly Row[] }[] =>
  groupNames
    .map((group) => ({ group, rows: rows.filter((row) => groupOf(row, today) === group) }))
    .filter((part) => part.rows.length > 0)

/** Who decides, as a sentence begins: « Le préfet décide ». */
const decidesSaid = ({ decides }: Row): string => (decides ? words.decides(decides.fr) : words.anotherDecides)

/** What is done next, in words. */
export function todoSaid(row: Row): string {
  const { todo, form, pieces = [], signs = false } = row
  switch (todo) {
    case undefined:
      return row.over ?? requestTitle(row)
    case 'acknowledge':
      return words.acknowledge(form ?? 'ar')
    case 'sign':
      return words.sign(signs)
    case 'remind':
      return words.remind(pieces)
    case 'bring':
      return words.bring(pieces)
    case 'authorityDecides':
      return decidesSaid(row)
    default:
      return words.todos[todo]
  }
}

/** The day as a sentence says it: « ce soir », « le 9 mars ». */
const onDay = (day: LocalDate, today: LocalDate): string =>
  day === today ? words.tonight : words.onDay(dayShort(day, today))

/**
 * What the line says under what is done: of what, by whom it is decided, what happens otherwise, where it is.
 * @param isNamed a person names the line; its reference does elsewhere, and is not said twice
 */
export function detailSaid(row: Row, today: LocalDate, isNamed = false): readonly string[] {
  const {
    todo,
    by = null,
    channel,
    receivedOn,
    sentOn,
    slot = null,
    notices = 0,
    decides,
    officeDecides,
  } = row
  const otherwise =
    todo === 'decideUnknown'
      ? [words.otherwise.decideUnknown]
      : (todo === 'decide' || todo === 'decideOrTacit') && by !== null
        ? [words.otherwise[todo](onDay(by, today))]
        : []
  const day = (on: LocalDate) => dayShort(on, today)
  const came = () => words.came(channel, day(receivedOn), sentOn === null ? null : day(sentOn))
  return [
    requestTitle(row),
    ...(decides && officeDecides && todo !== 'authorityDecides' ? [words.decidesIn(decides.fr)] : []),
    ...otherwise,
    ...(todo === 'collect' || todo === 'destroy' ? [words.slot(slot), words.told(notices)] : []),
    ...(todo === 'acknowledge' || todo === 'name' || todo === 'authorityDecides' ? [came()] : []),
    ...(isNamed ? [row.reference] : []),
  ]
}

/** The day at the end of a line. */
export function daySaid({ by = null, overdue, part, todo }: Row, today: LocalDate): string {
  if (todo === undefined || by === null) return ''
  if (by === today && part === 'office') return words.tonight
  return overdue && part === 'office' ? `${dayShort(by, today)}, ${words.late}` : dayShort(by, today)
}

/** « DURAND Michel »: the family name as papers have it. */
export const nameSaid = ({ familyName, firstName }: FilePerson): string =>
  [familyName.toLocaleUpperCase('fr'), firstName].filter(Boolean).join(' ')

/** The act that the chosen file waits for; null where it is done with several files at once, in the drawer. */
export const mainAct: Readonly<Record<FileTodo, FileActName | 'drawer'>> = {
  name: 'describe',
  sign: 'issue',
  acknowledge: 'acknowledge',
  decide: 'decide',
  decideOrTacit: 'decide',
  decideUnknown: 'decide',
  noteSilence: 'decide',
  remind: 'requestPieces',
  returnOriginals: 'returnOriginals',
  destroy: 'drawer',
  giveDecision: 'handOver',
  finish: 'close',
  bring: 'addPiece',
  authorityDecides: 'decide',
  authorityDecided: 'titleArrived',
  collect: 'handOver',
}

/** What a search found, as lines of the list. */
export const foundRows = ({ files }: FoundFiles): readonly Row[] =>
  files.map(({ work, state, ...line }) => ({
    ...line,
    ...(work ?? { over: filesPage.states[state] }),
  }))
