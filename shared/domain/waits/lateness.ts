import type { Instant } from '../../contract/ids.ts'
import { usualRules } from '../../contract/queue/rules.ts'
import type { Office } from '../state.ts'

/** How late to an appointment the office admits, in minutes. */
export const admittedMinutes = ({ settings }: Pick<Office, 'settings'>): number =>
  (settings?.rules ?? usualRules).appointmentLateMinutes

/** Whether an appointment of this hour is late beyond what the office admits: its person would have the rank of who has none. */
export const isLateFor = (office: Pick<Office, 'settings'>, startsAt: Instant, now: Instant): boolean =>
  now > startsAt + admittedMinutes(office) * 60_000
