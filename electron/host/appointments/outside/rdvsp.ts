import { hash } from 'node:crypto'
import { z } from 'zod'
import { OutsideError } from './problem.ts'
import { activeOf, appointmentOf, isCancelled, Organisations, Page, type Rdv } from './rdvspShapes.ts'
import { ask, refusedBy, type Asked, type Reach } from './request.ts'
import type { AskedDay, KnownEntry, Source, SourceDay, SourcePart, Telling, Told } from './source.ts'

export type RdvspOptions = {
  readonly url: URL
  /** With one, the former way of RDV-Solidarités: a name and a password. Without, the secret is an access token. */
  readonly user: string | undefined
  readonly secret: string | undefined
  readonly reach: Reach
}

const mostPages = 50
/** Asked for by their ids at once: an address has its length. */
const idsAtOnce = 50

/** What an office's state is there. An arrival has no word of its own (its waiting room is on its pages alone). */
const statuses: Readonly<Record<Telling['state'], string | undefined>> = {
  ARRIVED: undefined,
  RECEIVED: 'seen',
  NOSHOW: 'noshow',
  CANCELLED: 'revoked',
}

type Headers = Readonly<Record<string, string>>
type Read = { readonly rdvs: readonly Rdv[]; readonly whole: boolean }

/**
 * RDV Service Public (REST v1): the day of every organisation that the account sees. Pages may overlap and come in no order: an
 * appointment counts once. An organisation that the account no longer sees answers an empty list: it cancels nobody.
 */
export function rdvspSource({ url, user, secret, reach }: RdvspOptions): Source {
  return {
    day: async (asked, mark, known = []): Promise<SourceDay> => {
      const headers = await signedIn()
      const organisations = await organisationsOf(headers)
      const days: (Read & { readonly organisation: number })[] = []
      let refusal: OutsideError | undefined
      for (const organisation of organisations) {
        try {
          days.push({ organisation, ...(await organisationDay(organisation, asked, known, headers)) })
        } catch (error) {
          // One that is closed to the account keeps no other from being read.
          const closed = error instanceof OutsideError && /^(?:forbidden|notFound)$/.test(error.problem)
          if (!closed) throw error
          refusal = error
        }
      }
      if (refusal !== undefined && days.length === 0) throw refusal
      const nothing = days.every(({ rdvs }) => rdvs.length === 0)
      if (nothing && days.some(({ whole }) => !whole)) throw new OutsideError('emptyCalendar')
      return unlessSame(dayOf(days, asked, refusal === undefined), mark)
    },
    tell: async (telling) => told(telling, await signedIn()),
  }

  async function organisationsOf(headers: Headers): Promise<readonly number[]> {
    const named = /\/organisations\/(\d+)/.exec(url.pathname)?.[1]
    if (named !== undefined) return [Number(named)]
    const { organisations } = await got(Organisations, new URL('/api/v1/organisations', url), headers)
    if (organisations.length === 0) throw new OutsideError('noOrganisation')
    return organisations.map(({ id }) => id)
  }

  /** What vanished from the list is asked for by its id before it is believed gone. */
  async function organisationDay(
    organisation: number,
    { from, to }: AskedDay,
    known: readonly KnownEntry[],
    headers: Headers,
  ): Promise<Read> {
    const { rdvs, whole } = await pagesOf(organisation, from, to, headers)
    const ids = new Set(rdvs.map(({ id }) => id))
    const missing = known
      .filter(({ startsAt }) => startsAt >= from && startsAt < to)
      .map(({ place }) => placeOf(place))
      .flatMap((place) => (place?.organisation === organisation && !ids.has(place.id) ? [place.id] : []))
    const found: Rdv[] = []
    for (let at = 0; at < missing.length; at += idsAtOnce)
      found.push(...(await byIds(organisation, missing.slice(at, at + idsAtOnce), headers)))
    const all = [...rdvs, ...found]
    // A list that has nobody left, of an organisation that had some: more often a right that was lost.
    return { rdvs: all, whole: whole && !(all.length === 0 && missing.length > 0) }
  }

  async function pagesOf(organisation: number, from: number, to: number, headers: Headers): Promise<Read> {
    const byId = new Map<number, Rdv>()
    let total = 0
    let page: number | null = 1
    for (let read = 0; page !== null && read < mostPages; read++) {
      const at = listOf(organisation)
      at.searchParams.set('starts_after', new Date(from).toISOString())
      at.searchParams.set('starts_before', new Date(to).toISOString())
      at.searchParams.set('page', String(page))
      const one: z.infer<typeof Page> = await got(Page, at, headers)
      for (const rdv of one.rdvs) byId.set(rdv.id, rdv)
      total = one.meta.total_count ?? 0
      const next: number | null = one.meta.next_page ?? null
      page = next !== null && next > page ? next : null
    }
    // Without an order, a page that changes while it is read may hide one.
    return { rdvs: [...byId.values()], whole: page === null && byId.size >= total }
  }

  function listOf(organisation: number): URL {
    const at = new URL(`/api/v1/organisations/${organisation}/rdvs`, url)
    at.searchParams.set('include', 'participations,motif')
    return at
  }

  async function byIds(organisation: number, ids: readonly number[], headers: Headers) {
    const at = listOf(organisation)
    at.searchParams.set('id', ids.join(','))
    const { rdvs } = await got(Page, at, headers)
    return rdvs.filter(({ id }) => ids.includes(id))
  }

  /** Read before it is written: what an answer that was lost had said already is said no more. */
  async function told({ place, state }: Telling, headers: Headers): Promise<Told> {
    const at = placeOf(place)
    const status = statuses[state]
    if (at === undefined || status === undefined) return 'same'
    const [rdv] = await byIds(at.organisation, [at.id], headers)
    if (rdv === undefined || isCancelled(rdv)) return 'gone'
    const active = activeOf(rdv)
    // Nobody here knows which of a group came; what is cancelled is for all of them.
    if (rdv.collectif === true && active.length > 1 && state !== 'CANCELLED') return 'same'
    const untold = active.filter((one) => one.status !== status)
    for (const { id } of untold) {
      const answered = await ask(
        {
          url: new URL(`/api/v1/participations/${id}`, url),
          method: 'PATCH',
          headers: { accept: 'application/json', 'content-type': 'application/json' },
          body: JSON.stringify({ participation: { status } }),
          secret: headers,
        },
        reach,
      )
      if (answered.status !== 200) throw refusedBy(answered)
      // A page that answers for the service wrote nothing.
      jsonOf(z.looseObject({}), answered.bytes)
    }
    return untold.length === 0 ? 'same' : 'written'
  }

  async function signedIn(): Promise<Headers> {
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

  async function got<T>(shape: z.ZodType<T>, at: URL, secretHeaders: Headers): Promise<T> {
    const asked: Asked = { url: at, headers: { accept: 'application/json' }, secret: secretHeaders }
    const answered = await ask(asked, reach)
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

function placeOf(place: string | undefined) {
  const match = /^(\d+)\/(\d+)$/.exec(place ?? '')
  return match ? { organisation: Number(match[1]), id: Number(match[2]) } : undefined
}

function dayOf(
  days: readonly (Read & { readonly organisation: number })[],
  { from, to }: AskedDay,
  open: boolean,
): SourceDay {
  const within = days.flatMap(({ organisation, rdvs }) =>
    rdvs
      .filter(({ starts_at: at }) => at >= from && at < to)
      .map((rdv) => ({ rdv, appointment: appointmentOf(rdv, organisation) })),
  )
  const parts = new Map<string, SourcePart>()
  for (const { motif } of within.map(({ rdv }) => rdv))
    if (motif) parts.set(String(motif.id), { id: String(motif.id), name: motif.name })
  return {
    appointments: within.map(({ appointment }) => appointment).toSorted((a, b) => a.startsAt - b.startsAt),
    left: [],
    whole: open && days.every(({ whole }) => whole),
    parts: [...parts.values()],
    mark: null,
    every: null,
  }
}

/** The service has no mark of its own: what was read is one. */
function unlessSame(day: SourceDay, mark: string | null): SourceDay {
  const read = hash('sha256', JSON.stringify(day))
  return read === mark
    ? { unchanged: true, appointments: [], left: [], whole: true, parts: [], mark, every: null }
    : { ...day, mark: read }
}
