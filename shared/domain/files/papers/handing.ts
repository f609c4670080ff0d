import type { Context } from '../../decision.ts'
import { dateIn } from '../../core/calendar/index.ts'
import { isSigned } from '../../documents/signing.ts'
import type { Handing, LoadedDocument, Subjects } from '../../documents/subjects.ts'
import { zoneOf, type Office } from '../../state.ts'
import { keptRow, rowOf } from '../recorded.ts'
import { overtaken } from '../standing.ts'

/**
 * A decision handed over is opposable from that day, and so are the delays that it says: its file has it too. A refusal that
 * silence overtook is not handed over.
 */
export function handedOnFile(
  office: Office,
  context: Context,
  { issued, place }: LoadedDocument,
  handing: Handing,
): ReturnType<Subjects['handedOnFile']> {
  const file = place.fileId === null ? undefined : office.files.get(place.fileId)
  if (!file || file.closed !== null || !isSigned(issued.facts.kind)) return { events: [], personal: [] }
  const row = rowOf(file, context)
  const { fileId } = file
  const what = issued.facts.kind === 'refus' ? 'decision' : 'document'
  const on = dateIn(zoneOf(office), context.now)
  const late = what === 'decision' ? overtaken(file, context.personal.files.get(fileId), on) : undefined
  if (late) return late
  return {
    events: [{ type: 'fileHandedOver', data: { fileId, what, on, ...handing, visit: null } }],
    personal: [keptRow(fileId, { ...row, handedOver: [...row.handedOver, issued.seal.number] }, context.now)],
  }
}
