import { hash, randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Journal } from '../../../../db/journal/port.ts'
import { canonicalJson } from '../../../../shared/contract/canonical.ts'
import type { Who } from '../../../../shared/contract/events.ts'
import type { CommandId, Instant } from '../../../../shared/contract/ids.ts'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import type { Right } from '../../../../shared/contract/people/calls.ts'
import type { Personal } from '../../../../shared/domain/decision.ts'
import type { Office } from '../../../../shared/domain/state.ts'
import type { Answer } from '../../core/answer.ts'
import type { HandlersOf } from '../../core/part.ts'
import type { Log } from '../../core/log.ts'
import type { Network } from '../../network/part.ts'
import type { ActOfOffice } from '../options.ts'
import type { People } from '../people.ts'
import { seatOf, type Holder } from '../../core/tokens.ts'
import { whatCame, type Asking, type Came } from './came.ts'
import { startKnocks } from './knocks.ts'
import { once } from './once.ts'
import { startPace } from './pace.ts'
import type { Secrets } from './provider.ts'
import { endPath, loginFolder, returnPath, type LoginFile } from './settings.ts'

/** A browser that left for the provider. */
type Left = {
  readonly asking: Asking
  readonly secrets: Omit<Secrets, 'state'>
  readonly browser: string
  readonly at: number
  readonly back: boolean
}

export type Login = {
  readonly handlers: HandlersOf<'login'>
  readonly offer: () => Output<'login.offer'>
  readonly show: () => Output<'login.show'>
  /** Where a browser begins, as the provider knows this host; null where none is offered. */
  readonly origin: () => string | null
  /** The station that a ticket is for, as long as it is good; nothing is spent. */
  readonly asking: (ticket: string) => Asking | undefined
  /**
   * A browser leaves for the provider, its ticket spent.
   * @param back whether it is the station's own page, to come back to
   */
  readonly leave: (
    ticket: string,
    back: boolean,
  ) => Promise<{ readonly to: string; readonly browser: string } | { readonly came: Came }>
  /** A browser comes back from the provider: where it goes on, after which `ended` says what became of it. */
  readonly comeBack: (
    state: string,
    browser: string,
    query: string,
  ) => Promise<{ readonly to: string } | { readonly came: Came }>
  readonly ended: (browser: string) => Came | undefined
}

export type LoginOptions = {
  readonly dir: string
  readonly journal: Journal
  readonly office: () => Office
  readonly personal: () => Pick<Personal, 'agents'>
  readonly now: () => Instant
  readonly act: ActOfOffice
  readonly people: Pick<People, 'recognised' | 'accountOf' | 'ownerOf'>
  readonly network: Pick<Network, 'now' | 'keys'>
  readonly log: Log
}

/** A browser has so long to leave with its ticket, to come back from the provider, to hear how it ended; in milliseconds. */
const ticketLasts = 3 * 60_000
const awayLasts = 10 * 60_000
const endLasts = 3 * 60_000
const most = 200

/** Read once it is asked for: an office without a provider, and each start, do without its library. */
const provider = () => import('./provider.ts')

/** People who say who they are by the town's directory or ProConnect: offered once set, and never in place of local accounts. */
export function startLogin(options: LoginOptions): Login {
  const { dir, journal, office, personal, now, act, people, network, log } = options
  const folder = loginFolder(dir)
  let file = folder.read()
  const knocks = startKnocks(now, uuidv7)
  const tickets = once<Asking>(ticketLasts, most)
  const pace = startPace()
  const away = once<Left>(awayLasts, most)
  const ends = new Map<string, { readonly came: Came; readonly until: number }>()

  const offered = () => (office().people.isProtected ? file : null)
  const origins = () => network.now().door.addresses
  const isOurs = (origin: string) => {
    const { hostname } = new URL(origin)
    const { door } = network.now()
    return (
      origins().some((address) => new URL(address).hostname === hostname) ||
      door.settings.names.includes(hostname) ||
      (door.certificate?.names ?? []).includes(hostname)
    )
  }

  function begin(holder: Holder): Answer {
    const seat = seatOf(holder)
    if (offered() === null || seat === null) return { code: 'loginNotOffered' }
    if (!network.now().door.open)
      return { code: 'loginAway', details: ['l’hôte ne répond pas encore sur le réseau'] }
    const { role, stationId, from } = holder
    // A station's address where one was seen, else the station.
    if (!pace.may(from ?? stationId)) return { code: 'tooManySignIns' }
    const ticket = tickets.keep({
      role: role as Right,
      stationId,
      seat,
      from: from === undefined ? 'here' : from,
    })
    return { text: JSON.stringify({ url: `${file!.settings.origin}/connexion/${ticket}` }) }
  }

  /** One after the other: the file has what the journal noted last. */
  let setting: Promise<unknown> = Promise.resolve()
  const set = (who: Who, asked: Input<'login.set'>, commandId: CommandId): Promise<Answer> => {
    const done = setting.then(() => setAlone(who, asked, commandId))
    setting = done.catch(() => {})
    return done
  }

  async function setAlone(
    who: Who,
    { settings, secret }: Input<'login.set'>,
    commandId: CommandId,
  ): Promise<Answer> {
    const kind = settings?.kind ?? null
    const note = () =>
      act(who, 'login.note', { kind, asked: hash('sha256', canonicalJson(settings)) }, commandId)
    // Repeated, it answers as it did, and sets nothing: others may have set something else since. Unless it was cut half-way.
    if (await journal.answer(commandId)) {
      const first = await note()
      const cut = 'code' in first ? null : folder.next()
      if (cut?.by === commandId) end(cut.next)
      return first
    }
    const kept = async (next: LoginFile | null): Promise<Answer> => {
      folder.writeNext({ by: commandId, next })
      // In the journal before it is in the file: nobody changes how people sign in without its being known.
      const noted = await note()
      if ('code' in noted) folder.dropNext()
      else end(next)
      return noted
    }
    if (office().settings === null) return { code: 'officeNotCreated' }
    if (!office().people.isProtected) return { code: 'notProtected' }
    if (settings === null) return kept(null)
    // A secret goes to the one who gave it: never to another address with what was kept.
    const before = file?.settings.issuer === settings.issuer ? file.secret : undefined
    const usable = secret ?? before
    if (usable === undefined) return { code: 'loginSecretMissing' }
    if (settings.kind === 'proconnect' && settings.siret === null) return { code: 'siretMissing' }
    if (!isOurs(settings.origin)) return { code: 'loginOriginElsewhere' }
    return kept({ settings, secret: usable })
  }

  function end(next: LoginFile | null): void {
    folder.write(next)
    file = next
    folder.dropNext()
    log.info('login', next === null ? { on: false } : { on: true, kind: next.settings.kind })
  }

  async function link(who: Who, input: Input<'login.link'>, commandId: CommandId): Promise<Answer> {
    // Repeated, it answers as it did: whoever knocked is then forgotten.
    if (await journal.answer(commandId)) return act(who, 'login.link', input, commandId)
    const knock = knocks.of(input.knockId)
    if (knock === undefined) return { code: 'unknownKnock' }
    const hash = people.accountOf(knock.account)
    const owner = await people.ownerOf(hash)
    if (owner !== undefined && owner !== input.agentId) return { code: 'loginTaken' }
    const answer = await act(who, 'login.link', input, commandId, { hash, kind: 'login' })
    if (!('code' in answer)) knocks.forget(input.knockId)
    return answer
  }

  const hear = (browser: string, came: Came) => {
    ends.set(browser, { came, until: performance.now() + endLasts })
    if (ends.size > most) ends.delete(ends.keys().next().value!)
  }

  return {
    handlers: {
      'login.begin': ({ holder }) => begin(holder),
      'login.set': ({ who, input, commandId }) => set(who, input, commandId),
      'login.try': async ({ input }) => {
        const { tryProvider } = await provider()
        const problem = await tryProvider(input.settings, folder.authority())
        return { text: JSON.stringify({ problem }) }
      },
      // `login.unlink` is the domain's alone.
      'login.link': ({ who, input, commandId }) => link(who, input, commandId),
    },
    offer: () => {
      const here = offered()
      return { offer: here && { kind: here.settings.kind, label: here.settings.label } }
    },
    show: () => ({
      settings: file?.settings ?? null,
      hasSecret: file !== null,
      redirectUri: file && `${file.settings.origin}${returnPath}`,
      logoutUri: file && `${file.settings.origin}${endPath}`,
      origins: [...origins()],
      linked: office()
        .people.logins.entrySeq()
        .map(([agentId, since]) => ({ agentId, name: personal().agents.get(agentId) ?? null, since }))
        .toArray(),
      knocks: knocks.all().map(({ knockId, code, name, email, at }) => ({ knockId, code, name, email, at })),
    }),
    origin: () => offered()?.settings.origin ?? null,
    asking: (ticket) => (offered() === null ? undefined : tickets.look(ticket)),
    leave: async (ticket, back) => {
      const asking = offered() === null ? undefined : tickets.take(ticket)
      if (asking === undefined || file === null) return { came: { how: 'over' } }
      const browser = randomBytes(32).toString('hex')
      const secrets = {
        nonce: randomBytes(32).toString('hex'),
        verifier: randomBytes(32).toString('base64url'),
      }
      // The state is the very name under which the rest is kept, so that it is good once.
      const state = away.keep({ asking, browser, at: performance.now(), back, secrets })
      const { authorisation } = await provider()
      const redirect = await authorisation(file, folder.authority(), { ...secrets, state })
      if ('url' in redirect) return { to: redirect.url.href, browser }
      away.take(state)
      log.info('loginAway', { problem: redirect.problem })
      return { came: { how: 'away', problem: redirect.problem } }
    },
    comeBack: async (state, browser, query) => {
      const left = away.look(state)
      // Another browser than the one that left spends nothing of it.
      if (left === undefined || file === null || left.browser !== browser) return { came: { how: 'over' } }
      away.take(state)
      const elapsed = (performance.now() - left.at) / 1000
      const { finished } = await provider()
      const result = await finished(file, folder.authority(), { ...left.secrets, state }, query, elapsed)
      const came = await whatCame(result, left.asking, left.back, { people, knocks })
      const { stationId } = left.asking
      log.info('login', { stationId, how: came.how, ...('flaw' in result ? { flaw: result.flaw } : {}) })
      hear(browser, came)
      return { to: ('identity' in result ? result.identity.logout : null) ?? endPath }
    },
    ended: (browser) => {
      const end = ends.get(browser)
      ends.delete(browser)
      return end && end.until > performance.now() ? end.came : undefined
    },
  }
}
