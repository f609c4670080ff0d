import type { FileId } from '../../../contract/ids.ts'
import type { Assessment } from '../../../contract/law/assessment.ts'
import { assessSheet } from '../../law/checklist.ts'
import type { Refused } from '../../decision.ts'
import { dateIn } from '../../core/calendar/index.ts'
import { forgottenRow } from '../file.ts'
import { asItStands } from '../standing.ts'
import type { FileRequest } from '../regime.ts'
import { zoneOf, type Office } from '../../state.ts'
import { rulesNow } from '../../law/rulesNow.ts'
import { servedHere } from '../../queue/sheet.ts'
import type { Composed, Composing } from '../../documents/composing.ts'
import { seenFile, type SeenFile } from './fileFacts.ts'
import { headOf, namedRequest } from '../../documents/head.ts'

// What papers that are asked begin with: an open file with what its rules say, or the person received at this counter.

/** An open file as it stands today, with what was typed about it and what the rules of its day say. */
export function filedOf(
  office: Office,
  fileId: FileId,
  context: Composing,
): Refused<'officeNotCreated' | 'fileNotOpen'> | SeenFile {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const file = office.files.get(fileId)
  if (!file || file.closed !== null) return { refusal: 'fileNotOpen' }
  const kept = context.personal.files.get(fileId)
  const zone = zoneOf(office)
  const standing = asItStands(file, kept, { today: dateIn(zone, context.now), zone })
  // The salt commits nothing here: a paper only reads what was typed.
  return seenFile(office, context, standing, kept ?? forgottenRow(file, ''))
}

/** The request under way at this agent's counter, with the head of a paper about it. */
export type UnderWay = FileRequest & {
  readonly assessment: Assessment | null
  readonly head: ReturnType<typeof headOf>
  readonly visit: NonNullable<Composed['visit']>
}

/** The request of the person received at this counter, as a paper says it; refused when nobody is. */
export function underWay(
  office: Office,
  context: Composing,
): Refused<'counterNotOpen' | 'nobodyServed'> | UnderWay {
  const here = servedHere(office, context)
  if ('refusal' in here) return here
  const { ticket, sheet } = here
  const rules = rulesNow(office, context)
  const assessment = assessSheet(rules, sheet)
  const { ticketId, number, serviceId, visit } = ticket
  const { visitId, counterId } = visit
  return {
    rules,
    sheet,
    assessment,
    visit: { ticketId, visitId, counterId },
    head: headOf(office, context, {
      serviceId,
      ...namedRequest(office, serviceId, sheet, assessment),
      person: sheet.person,
      ticket: number,
      rule: assessment?.rule ?? null,
      assessment,
    }),
  }
}
