import type { DueKind, DueLine } from '../../shared/contract/files/file.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { fileWords } from '../../shared/messages/files/files.fr.ts'
import { dayShort, filesPage } from '../../shared/messages/files/page.fr.ts'

/** In the order of the filters' figures, after « Toutes ». */
export const dueKinds: readonly DueKind[] = [
  'silence',
  'pieces',
  'acknowledgement',
  'originals',
  'collection',
]

const groupNames = ['late', 'today', 'soon', 'later'] as const
export type DueGroup = (typeof groupNames)[number]

/** How far ahead « bientôt » goes, in days. */
const soonDays = 15

const daysTo = (day: LocalDate, today: LocalDate): number =>
  (Date.parse(day) - Date.parse(today)) / 86_400_000

/** In which part of the list a date stands, seen on a day. */
export function groupOf({ dueOn, overdue }: Pick<DueLine, 'dueOn' | 'overdue'>, today: LocalDate): DueGroup {
  if (overdue) return 'late'
  const days = daysTo(dueOn, today)
  if (days <= 0) return 'today'
  return days <= soonDays ? 'soon' : 'later'
}

/** The list in its parts, each in the order that the host gave. */
export const grouped = (
  rows: readonly DueLine[],
  today: LocalDate,
): readonly { readonly group: DueGroup; readonly rows: readonly DueLine[] }[] =>
  groupNames
    .map((group) => ({ group, rows: rows.filter((row) => groupOf(row, today) === group) }))
    .filter((part) => part.rows.length > 0)

type Heading = Pick<DueLine, 'procedureTitle' | 'procedureId' | 'label'>

/** What is asked, in the shortest words known. « Autre démarche » says less than what was typed. */
export function requestTitle({ procedureTitle, procedureId, label }: Heading): string {
  if (label !== null && (procedureId === null || procedureId === 'autre')) return label
  const title = procedureTitle?.fr ?? procedureId
  if (title === null || title === undefined) return filesPage.noLabel
  return label === null ? title : `${title}, ${label}`
}

/** What happens that day if nobody does anything; an acknowledgement is named by its form. */
export function effectSaid({ effect, form, suspendedSince, overdue }: DueLine): string {
  if (form !== null) return filesPage.due.toSend(fileWords.forms[form])
  // Once the day is past, silence has decided: the line says the decision, no longer a deadline.
  if (overdue && (effect === 'rejet' || effect === 'acceptation')) return filesPage.due.acquired[effect]
  const effectText = fileWords.effects[effect]
  return suspendedSince === null ? effectText : `${effectText}, ${filesPage.due.atLatest}`
}

/** What the line waits for and where it comes from: reference, arrival; its texts are drawn after. */
export function dueDetail(line: DueLine, today: LocalDate): readonly string[] {
  const { reference, channel, receivedOn, sentOn, waitsFor, effect } = line
  const day = (on: LocalDate) => dayShort(on, today)
  const { otherwise } = filesPage.due
  return [
    reference,
    ...(effect === 'delaysNotOpposable' || effect === 'promiseMissed' ? [otherwise[effect]] : []),
    filesPage.due.came(channel, day(receivedOn), sentOn === null ? null : day(sentOn)),
    ...(waitsFor === null ? [] : [fileWords.waits[waitsFor]]),
  ]
}

/** The day of a line: « Ce soir » on the day itself. */
export const dueDay = ({ dueOn }: Pick<DueLine, 'dueOn'>, today: LocalDate): string =>
  dueOn === today ? filesPage.due.tonight : dayShort(dueOn, today)
