import { OutsideError } from './problem.ts'
import { davTree, first, resourcesOf, under, type DavElement, type DavResource } from './davXml.ts'
import { ask, basic, refusedBy, type Answered, type Reach } from './request.ts'

export const caldav = 'urn:ietf:params:xml:ns:caldav'
const namespaces = `xmlns="DAV:" xmlns:C="${caldav}" xmlns:CS="http://calendarserver.org/ns/"`

export type DavOptions = {
  readonly url: URL
  readonly user: string | undefined
  readonly secret: string | undefined
  readonly reach: Reach
}

/** A calendar that holds appointments. */
export type DavCalendar = {
  readonly url: URL
  readonly name: string
  /** What changes with its content: a sync-token (RFC 6578), else a ctag; null where the server has neither. */
  readonly token: string | null
}

/** A DAV server, asked as one user. */
export type Dav = ReturnType<typeof davOf>

/** A DAV server's requests and its calendars. Each throws an `OutsideError` when it has no answer. */
export function davOf({ url, user, secret, reach }: DavOptions) {
  const as = secret === undefined && user === undefined ? {} : { secret: basic(user ?? '', secret ?? '') }
  const send = (asked: Parameters<typeof ask>[0]) => ask({ ...asked, ...as }, reach)
  const xml = async (method: string, at: URL, depth: string, body: string): Promise<Answered> =>
    send({
      url: at,
      method,
      headers: { depth, 'content-type': 'application/xml; charset=utf-8' },
      body: `<?xml version="1.0" encoding="utf-8"?>${body}`,
    })

  /** The root of a multistatus. @throws OutsideError */
  async function multistatus(method: string, at: URL, depth: string, body: string) {
    const answered = await xml(method, at, depth, body)
    if (answered.status !== 207) {
      // A page that answers 200 here is a site, and no calendar.
      if (answered.status < 400 || [400, 405, 501].includes(answered.status))
        throw new OutsideError('notCalendarServer')
      throw refusedBy(answered)
    }
    return { root: davTree(answered.bytes.toString('utf8')), at: answered.url }
  }

  const propfind = async (at: URL, depth: '0' | '1', props: string) => {
    const { root, at: where } = await multistatus(
      'PROPFIND',
      at,
      depth,
      `<propfind ${namespaces}><prop>${props}</prop></propfind>`,
    )
    return resourcesOf(root).map((resource) => ({ ...resource, url: new URL(resource.href, where) }))
  }

  /** The calendars of an address: itself, those of the folder that it is, or those of who is asked for (RFC 6764, RFC 4791). */
  async function calendars(): Promise<readonly DavCalendar[]> {
    const found = await discovered()
    if (found.length === 0) throw new OutsideError('noCalendar')
    return found
  }

  async function discovered(): Promise<readonly DavCalendar[]> {
    let principal: URL | undefined
    for (const at of [url, new URL('/.well-known/caldav', url)]) {
      const [own] = await propfind(at, '0', own0).catch((error: unknown) => {
        // The address itself may be of a site; its calendars are then told at the well-known one.
        if (at !== url || !isAbsence(error)) throw error
        return [] as const
      })
      if (!own) continue
      const itself = calendarOf(own)
      if (itself) return [itself]
      const home = hrefOf(own, `${caldav} calendar-home-set`)
      if (home) return inside(home)
      const here = at === url && isCollection(own) ? await inside(own.url) : []
      if (here.length > 0) return here
      principal = hrefOf(own, 'DAV: current-user-principal')
      if (principal) break
    }
    if (!principal) return []
    const [who] = await propfind(principal, '0', '<C:calendar-home-set/>')
    const home = who && hrefOf(who, `${caldav} calendar-home-set`)
    return home ? inside(home) : []
  }

  const inside = async (home: URL) =>
    (await propfind(home, '1', own0)).flatMap((resource) => calendarOf(resource) ?? [])

  return { send, multistatus, propfind, calendars }
}

const own0 =
  '<resourcetype/><displayname/><current-user-principal/><C:calendar-home-set/><C:supported-calendar-component-set/><sync-token/><CS:getctag/>'

type Located = DavResource & { readonly url: URL }

const isAbsence = (error: unknown): boolean =>
  error instanceof OutsideError && ['notFound', 'notCalendarServer', 'forbidden'].includes(error.problem)

const prop = ({ found }: DavResource, name: string): DavElement | undefined =>
  found.find((one) => one.name === name)

const isCollection = (resource: DavResource): boolean =>
  first(prop(resource, 'DAV: resourcetype') ?? none, 'DAV: collection') !== undefined

const none: DavElement = { name: '', named: '', children: [], text: '' }

function hrefOf(resource: Located, name: string): URL | undefined {
  const href = first(prop(resource, name) ?? none, 'DAV: href')?.text.trim()
  return href ? new URL(href, resource.url) : undefined
}

/** The calendar that a resource is, if it holds events. */
function calendarOf(resource: Located): DavCalendar | undefined {
  if (!first(prop(resource, 'DAV: resourcetype') ?? none, `${caldav} calendar`)) return undefined
  const kinds = [
    ...under(prop(resource, `${caldav} supported-calendar-component-set`) ?? none, `${caldav} comp`),
  ]
  // One of tasks alone holds no appointment; one that says nothing may.
  if (kinds.length > 0 && kinds.every(({ named }) => named !== 'VEVENT')) return undefined
  const name = prop(resource, 'DAV: displayname')?.text.trim()
  return {
    url: resource.url,
    name: name === undefined || name === '' ? decodeURIComponent(lastOf(resource.url)) : name,
    token:
      prop(resource, 'DAV: sync-token')?.text.trim() ||
      prop(resource, 'http://calendarserver.org/ns/ getctag')?.text.trim() ||
      null,
  }
}

const lastOf = (url: URL): string => url.pathname.split('/').findLast((part) => part !== '') ?? ''
