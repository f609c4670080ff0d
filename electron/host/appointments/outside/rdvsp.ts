import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Instant } from '../../../../shared/contract/ids.ts'
import { OutsideError } from './problem.ts'
import { ask, refusedBy, type Reach } from './request.ts'
import type { DayAppointment, Source, SourceDay, SourcePart } from './source.ts'

export type RdvspOptions = {
  readonly url: URL
  /** With one, the former way of RDV-Solidarités: a name and a password. Without, the secret is an access token. */
  readonly user: string | undefined
  readonly secret: string | undefined
  readonly reach: Reach
}

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
type Rdv = z.infer<typeof Rdv>

const Page = z.object({
  rdvs: z.array(Rdv),
  meta: z.object({ next_page: z.int().nullish(), total_pages: z.int().nullish() }),
})
const Organisations = z.object({ organisations: z.array(z.object({ id: z.int(), name: z.string() })) })

const mostPages = 50
const cancelled = new Set(['excused', 'revoked'])

/**
 * RDV Service Public (REST v1): the day of every organisation that the account sees. Pages may overlap and come in no order: an
 * appointment counts once.
 */
export function rdvspSource({ url, user, secret, reach }: RdvspOptions): Source {
  return {
    day: async (asked): Promise<SourceDay> => {
      const headers = await signedIn()
      const organisations = await organisationsOf(headers)
      const byId = new Map<number, Rdv>()
      for (const id of organisations)
        for (const rdv of await pagesOf(id, asked.from, asked.to, headers)) byId.set(rdv.id, rdv)
      const within = [...byId.values()].filter(({ starts_at: at }) => at >= asked.from && at < asked.to)
      const parts = new Map<string, SourcePart>()
      for (const { motif } of within)
        if (motif) parts.set(String(motif.id), { id: String(motif.id), name: motif.name })
      return {
        appointments: within.map(appointmentOf).toSorted((a, b) => a.startsAt - b.startsAt),
        left: [],
        whole: true,
        parts: [...parts.values()],
        mark: null,
        every: null,
      }
    },
  }

  async function organisationsOf(headers: Readonly<Record<string, string>>): Promise<readonly number[]> {
    const named = /\/organisations\/(\d+)/.exec(url.pathname)?.[1]
    if (named !== undefined) return [Number(named)]
    const { organisations } = await got(Organisations, new URL('/api/v1/organisations', url), headers)
    if (organisations.length === 0) throw new OutsideError('noOrganisation')
    return organisations.map(({ id }) => id)
  }

  async function pagesOf(id: number, from: Instant, to: Instant, headers: Readonly<Record<string, string>>) {
    const rdvs: Rdv[] = []
    for (let page: number | null = 1, read = 0; page !== null && read < mostPages; read++) {
      const at = new URL(`/api/v1/organisations/${id}/rdvs`, url)
      at.searchParams.set('starts_after', new Date(from).toISOString())
      at.searchParams.set('starts_before', new Date(to).toISOString())
      at.searchParams.set('include', 'participations,motif')
      at.searchParams.set('page', String(page))
      const one: z.infer<typeof Page> = await got(Page, at, headers)
      rdvs.push(...one.rdvs)
      const next: number | null = one.meta.next_page ?? null
      page = next !== null && next > page ? next : null
    }
    return rdvs
  }

  async function signedIn(): Promise<Readonly<Record<string, string>>> {
    if (user === undefined) return secret === undefined ? {} : { authorization: `Bearer ${secret}` }
    const answered = await ask(
      {
        url: new URL('/api/v1/auth/sign_in', url),
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: JSON.stringify({ email: user, password: secret ?? '' }),
      },
      reach,
    )
    if (answered.status !== 200) throw refusedBy(answered)
    const kept = ['access-token', 'client', 'uid'].map((name) => [name, answered.headers[name]] as const)
    if (kept.some(([, value]) => typeof value !== 'string')) throw new OutsideError('notExpectedAnswer')
    return Object.fromEntries(kept) as Record<string, string>
  }

  async function got<T>(
    shape: z.ZodType<T>,
    at: URL,
    secretHeaders: Readonly<Record<string, string>>,
  ): Promise<T> {
    const answered = await ask(
      { url: at, headers: { accept: 'application/json' }, secret: secretHeaders },
      reach,
    )
    if (answered.status !== 200) throw refusedBy(answered)
    return jsonOf(shape, answered.bytes)
  }
}

/** The JSON of an answer, in its expected shape. @throws OutsideError when it is something else */
export function jsonOf<T>(shape: z.ZodType<T>, bytes: Buffer): T {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new OutsideError('notExpectedAnswer')
  }
  const read = shape.safeParse(value)
  if (!read.success) throw new OutsideError('notExpectedAnswer')
  return read.data
}

function appointmentOf(rdv: Rdv): DayAppointment {
  const names = (rdv.participations ?? [])
    .filter(({ status }) => !cancelled.has(status))
    .map(({ user }) => [user?.last_name, user?.first_name].filter((word) => word).join(' '))
    .filter((name) => name !== '')
  const minutes = rdv.duration_in_min ?? 0
  return {
    uid: rdv.uuid ?? `rdv-${rdv.id}`,
    occurrence: null,
    startsAt: rdv.starts_at,
    endsAt: rdv.ends_at ?? ((rdv.starts_at + minutes * 60_000) as Instant),
    label: [rdv.motif?.name ?? '', names.join(', ')].filter((part) => part !== '').join(' – '),
    cancelled: cancelled.has(rdv.status),
    calendar: rdv.motif ? String(rdv.motif.id) : '',
    told: '',
    ...(names.length === 0 ? {} : { person: names.join(', ') }),
  }
}
