import type { DueLine } from '../../shared/contract/files/shown.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { fileWords } from '../../shared/messages/files/files.fr.ts'
import { dayShort, filesPage } from '../../shared/messages/files/page.fr.ts'

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

/** The day of a line: « ce soir » on the day itself. */
export const dueDay = ({ dueOn }: Pick<DueLine, 'dueOn'>, today: LocalDate): string =>
  dueOn === today ? filesPage.due.tonight : dayShort(dueOn, today)
