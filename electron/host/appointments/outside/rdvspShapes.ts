import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Instant } from '../../../../shared/contract/ids.ts'
import type { DayAppointment } from './source.ts'

/** `2026-12-01 09:20:00 +0100`, which is no strict ISO 8601. */
const When = z.string().transform((written, check): Instant => {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2}(?:\.\d+)?)\s*([+-]\d{2}):?(\d{2})$/.exec(written)
  try {
    const iso = match ? `${match[1]}T${match[2]}${match[3]}:${match[4]}` : written
    return Temporal.Instant.from(iso).epochMilliseconds as Instant
  } catch {
    check.addIssue('no instant')
    return z.NEVER
  }
})

/** What is kept of an appointment: its users' notes, family and affiliations are not. */
const Rdv = z.object({
  id: z.int(),
  uuid: z.string().nullish(),
  status: z.string(),
  collectif: z.boolean().nullish(),
  starts_at: When,
  ends_at: When.nullish(),
  duration_in_min: z.int().nullish(),
  motif: z.object({ id: z.int(), name: z.string() }).nullish(),
  participations: z
    .array(
      z.object({
        id: z.int(),
        status: z.string(),
        user: z.object({ first_name: z.string().nullish(), last_name: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
})
export type Rdv = z.infer<typeof Rdv>

export const Page = z.object({
  rdvs: z.array(Rdv),
  meta: z.object({
    next_page: z.int().nullish(),
    total_pages: z.int().nullish(),
    total_count: z.int().nullish(),
  }),
})
export const Organisations = z.object({
  organisations: z.array(z.object({ id: z.int(), name: z.string() })),
})

/** `excused` by the person, `revoked` by the service. */
const cancelled = new Set(['excused', 'revoked'])

/** Those of an appointment who are still expected of it. */
export const activeOf = ({ participations }: Rdv) =>
  (participations ?? []).filter(({ status }) => !cancelled.has(status))

/** Whether nobody is expected of it: it is cancelled, or each of its participations is. */
export const isCancelled = (rdv: Rdv): boolean =>
  cancelled.has(rdv.status) || ((rdv.participations ?? []).length > 0 && activeOf(rdv).length === 0)

/** What it says of its persons, in the office's words: the participations say it better than the appointment itself. */
function toldOf(rdv: Rdv): string {
  const said = new Set(activeOf(rdv).map(({ status }) => status))
  const [status] = said.size === 0 ? [rdv.status] : said
  if (said.size > 1) return ''
  return status === 'seen' ? 'RECEIVED' : status === 'noshow' ? 'NOSHOW' : ''
}

/** @param organisation whose it is: the id alone opens nothing */
export function appointmentOf(rdv: Rdv, organisation: number): DayAppointment {
  const names = activeOf(rdv)
    .map(({ user }) => [user?.last_name, user?.first_name].filter((word) => word).join(' '))
    .filter((name) => name !== '')
  const minutes = rdv.duration_in_min ?? 0
  return {
    uid: rdv.uuid ?? `rdv-${rdv.id}`,
    occurrence: null,
    place: `${organisation}/${rdv.id}`,
    startsAt: rdv.starts_at,
    endsAt: rdv.ends_at ?? ((rdv.starts_at + minutes * 60_000) as Instant),
    label: [rdv.motif?.name ?? '', names.join(', ')].filter((part) => part !== '').join(' – '),
    cancelled: isCancelled(rdv),
    calendar: rdv.motif ? String(rdv.motif.id) : '',
    told: toldOf(rdv),
    ...(names.length === 0 ? {} : { person: names.join(', ') }),
  }
}
