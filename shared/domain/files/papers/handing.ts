import type { Context } from '../../decision.ts'
import { dateIn } from '../../core/calendar/index.ts'
import { isSigned } from '../../documents/signing.ts'
import type { Handing, LoadedDocument, Subjects } from '../../documents/subjects.ts'
import { zoneOf, type Office } from '../../state.ts'
import { keptRow, rowOf } from '../recorded.ts'
import { givenNoMore, judgedOn } from '../standing.ts'

/** A refusal that its file gives no more, handed over or put right; one that the person had already is what they have. */
export function refusalGivenNoMore(
  office: Office,
  { personal, now }: Pick<Context, 'personal' | 'now'>,
  { issued, place, alikeHanded, ended }: LoadedDocument,
): ReturnType<Subjects['refusalGivenNoMore']> {
  const file = ended?.file ?? (place.fileId === null ? undefined : office.files.get(place.fileId))
  if (!file || issued.facts.kind !== 'refus' || alikeHanded) return undefined
  const zone = zoneOf(office)
  const row = personal.files.get(file.fileId) ?? ended?.row
  return givenNoMore(file, row, judgedOn(file, zone, dateIn(zone, now)))
}

/** A decision handed over is opposable from that day, and so are the delays that it says: its file has it too. */
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
  return {
    events: [{ type: 'fileHandedOver', data: { fileId, what, on, ...handing, visit: null } }],
    personal: [keptRow(fileId, { ...row, handedOver: [...row.handedOver, issued.seal.number] }, context.now)],
  }
}
