import type { Who } from '../../contract/events.ts'
import type { FileId } from '../../contract/ids.ts'
import { commandOf, type CommandName } from '../../contract/index.ts'
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

/** Whether this act is refused once the file that it names is limited. */
export const isBarredOnLimited = (name: CommandName): boolean => commandOf(name).onLimited === 'barred'
