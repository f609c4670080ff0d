import type { Who } from '../../contract/events.ts'
import type { FileId } from '../../contract/ids.ts'
import type { CommandName } from '../../contract/index.ts'
import type { Personal, PersonalRows } from '../decision.ts'
import type { Office } from '../state.ts'

/** Whether what is known of a file's person is kept from whoever asks: the administration alone still sees it (GDPR 18). */
export const isHidden = (
  { limited }: Pick<Office, 'limited'>,
  { role }: Pick<Who, 'role'>,
  fileId: FileId,
): boolean => role !== 'admin' && limited.has(fileId)

/** A personal row's place, as one text. */
export const rowKey = (kind: keyof PersonalRows, id: string): string => `${kind} ${id}`

/**
 * The personal rows that a page may show: those of a limited file, and what was typed of the visits and appointments that led
 * to it, are kept and no longer used. The sheet of a visit under way stays: the person is there.
 * @param reached by `rowKey`
 */
export const usable = (
  office: Pick<Office, 'limited'>,
  who: Pick<Who, 'role'>,
  personal: Personal,
  reached: ReadonlySet<string>,
): Personal => {
  if (office.limited.size === 0 || who.role === 'admin') return personal
  const left = <I extends string, V>(kind: keyof PersonalRows, rows: ReadonlyMap<I, V>): ReadonlyMap<I, V> =>
    new Map([...rows].filter(([id]) => !reached.has(rowKey(kind, id))))
  return {
    ...personal,
    files: new Map([...personal.files].filter(([fileId]) => !isHidden(office, who, fileId))),
    reasons: left('reason', personal.reasons),
    appointments: left('appointment', personal.appointments),
  }
}

/**
 * What becomes of an act that names a file, one of its papers or its person's ticket, once the file is limited. Limited data
 * are kept, and used only with the person's consent, for legal claims, to protect another's rights or for an important
 * public interest (GDPR 18.2): the administration, which has the person's request, judges of it, and lifts the limitation.
 * - `barred`: it reads what is kept, makes a paper of it, changes it or ends its keeping; refused (`personLimited`).
 * - `recorded`: a fact of law that is noted by its date without reading anything: what was received (the silence of CRPA
 *   L231-1 and L231-4 goes on, and L114-5 makes it run again from the pieces), originals registered and given back (R113-5),
 *   what is handed over to its person, whose act it is.
 * - `beside`: it uses nothing kept of a file, or answers for the limitation itself.
 * A decision is `barred`, and no delay waits for it: what silence is worth comes by the law alone.
 */
export const onLimited = {
  'file.describe': 'barred',
  'file.addPiece': 'recorded',
  'file.requestPieces': 'barred',
  'file.acknowledge': 'barred',
  'file.forward': 'barred',
  'file.decide': 'barred',
  'file.keepDraft': 'barred',
  'file.titleArrived': 'recorded',
  'file.notify': 'barred',
  'file.destroyTitles': 'barred',
  'file.handOver': 'recorded',
  'file.holdOriginals': 'recorded',
  'file.returnOriginals': 'recorded',
  'file.close': 'barred',
  'visit.takeFile': 'barred',
  'document.print': 'barred',
  'document.issue': 'barred',
  'document.duplicate': 'barred',
  'document.correct': 'barred',
  'document.cancel': 'barred',
  'document.handOver': 'recorded',
  'trail.print': 'barred',
  'print.redirect': 'barred',
  'print.retry': 'barred',
  'print.cancel': 'beside',
  // Its lines are typed.
  'print.label': 'beside',
  // It lets the file of the sheet go.
  'sheet.update': 'beside',
  'person.erase': 'beside',
  'person.limit': 'beside',
  // The person is there, with the day's ticket.
  'ticket.leave': 'beside',
  'ticket.return': 'beside',
  'ticket.replace': 'beside',
  'ticket.start': 'beside',
  'ticket.join': 'beside',
  'appointment.arrive': 'beside',
  // The books stay whole: who paid is left out where they are read.
  'till.collect': 'beside',
  'till.stamp': 'beside',
  'till.correct': 'beside',
  // A code of something else.
  'secret.choose': 'beside',
  'place.note': 'beside',
} as const satisfies Partial<Record<CommandName, 'barred' | 'recorded' | 'beside'>>

const standings: Readonly<Partial<Record<CommandName, string>>> = onLimited

export const isBarredOnLimited = (name: CommandName): boolean => standings[name] === 'barred'
