import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OutsideProblem } from '../../../shared/contract/appointments/outside.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { escapeHtml } from '../../../shared/documents/html.ts'
import { sourceWords } from '../../../shared/messages/appointments/sources.fr.ts'
import type { Answer } from '../core/answer.ts'
import type { Log } from '../core/log.ts'
import { sourceAccess } from './sourceState.ts'
import { applicationOf } from './outside/application.ts'
import type { OutsideDone, OutsideOrder, SourceAccess } from './outside/perform.ts'
import type { SignIn } from './outside/oauth.ts'
import type { SourceFile, SourceStore } from './sourceFile.ts'

/** Where a browser of this machine comes back: one port, always the same, so that the service knows the whole address. */
const usualPort = 47_835
const path = '/rendez-vous/retour'
/** The whole address, as it is declared to the service. */
export const returnUriAt = (port = usualPort): string => `http://127.0.0.1:${port}${path}`
/** A browser has so long to come back, in milliseconds. */
const lasts = 600_000
/** Tokens that end within so many milliseconds are changed before they are used. */
const soon = 30_000

const words = sourceWords.signIn

export type Signing = {
  /** Whether somebody signed in for this source; null where it wants nobody. */
  readonly signedIn: (file: SourceFile) => boolean | null
  /** Begins a sign-in: its address, for a browser of this machine. */
  readonly begin: (file: SourceFile) => Promise<Answer>
  /** How the source is reached now: with the token of whoever signed in, where it wants one. */
  readonly accessOf: (file: SourceFile) => Promise<SourceAccess | Wanting>
  /** One exchange, once more with another token where the first is taken no longer. */
  readonly exchange: (file: SourceFile, order: (access: SourceAccess) => OutsideOrder) => Promise<OutsideDone>
  readonly stop: () => void
}
type Wanting = { readonly problem: OutsideProblem; readonly retryAfter: number | null }

export type SigningOptions = {
  readonly store: SourceStore
  readonly perform: (order: OutsideOrder) => Promise<OutsideDone>
  readonly now: () => Instant
  readonly log: Log
  /** Somebody signed in: what was waiting for it goes on. */
  readonly onSignedIn: () => void
  readonly port?: number | undefined
}

/** The account that RDV Service Public is read by: signed in by a browser, its tokens kept beside the office's other secrets. */
export function startSigning({
  store,
  perform,
  now,
  log,
  onSignedIn,
  port = usualPort,
}: SigningOptions): Signing {
  let tokens = store.tokens()
  let server: Server | undefined
  let ending: NodeJS.Timeout | undefined

  const applicationAccess = (file: SourceFile): SourceAccess => sourceAccess(file, store.authority())
  /** The tokens of this very address and application. */
  const mine = ({ settings }: SourceFile) =>
    tokens?.url === settings.url && tokens.application === settings.user ? tokens : null

  async function taken(
    file: SourceFile,
    order: Extract<OutsideOrder, { of: 'tokens' }>,
  ): Promise<Wanting | true> {
    const done = await perform(order)
    if (!('tokens' in done))
      return 'problem' in done ? done : { problem: 'notExpectedAnswer', retryAfter: null }
    const { access, refresh, lasts: good } = done.tokens
    const { url, user } = file.settings
    tokens = {
      url,
      application: user ?? '',
      access,
      // A service that gives no other means that the same one holds on.
      refresh: refresh ?? ('refresh' in order.by ? order.by.refresh : null),
      until: good === null ? null : ((now() + good) as Instant),
    }
    store.writeTokens(tokens)
    return true
  }

  const drop = () => {
    tokens = null
    store.writeTokens(null)
  }

  async function renewed(file: SourceFile): Promise<Wanting | true> {
    const refresh = mine(file)?.refresh
    if (refresh == null) {
      if (mine(file) !== null) drop()
      return { problem: 'signedOut', retryAfter: null }
    }
    const done = await taken(file, { of: 'tokens', access: applicationAccess(file), by: { refresh } })
    log.info('appointments', { signIn: done === true ? 'renewed' : done.problem })
    if (done !== true && done.problem === 'signedOut') drop()
    return done
  }

  const close = () => {
    clearTimeout(ending)
    server?.close()
    server?.closeAllConnections()
    server = undefined
  }

  async function begin(file: SourceFile): Promise<Answer> {
    if (file.settings.kind !== 'rdvsp' || file.settings.user === null) return { code: 'sourceWithoutSignIn' }
    close()
    const opened = await listening(port)
    if (opened === undefined) return { code: 'signInBusy' }
    server = opened
    const signIn: SignIn = {
      state: randomBytes(32).toString('base64url'),
      verifier: randomBytes(32).toString('base64url'),
      returnUri: `http://127.0.0.1:${(opened.address() as AddressInfo).port}${path}`,
    }
    opened.on('request', (request, response) => void cameBack(file, signIn, request, response))
    ending = setTimeout(close, lasts).unref()
    const { signInAddress } = await import('./outside/oauth.ts')
    const url = await signInAddress(applicationOf(applicationAccess(file)), signIn)
    return { text: JSON.stringify({ url: url.href }) }
  }

  async function cameBack(
    file: SourceFile,
    signIn: SignIn,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    request.resume()
    const came = new URL(request.url ?? '/', signIn.returnUri)
    const ours = request.headers.host === new URL(signIn.returnUri).host && came.pathname === path
    // Whoever does not bring back what this sign-in began with spends nothing of it.
    if (request.method !== 'GET' || !ours || came.searchParams.get('state') !== signIn.state)
      return sendWords(response, 404, words.nothing)
    try {
      const access = applicationAccess(file)
      const done = await taken(file, { of: 'tokens', access, by: { signIn, came: came.href } })
      log.info('appointments', { signIn: done === true ? 'done' : done.problem })
      sendWords(response, done === true ? 200 : 502, done === true ? words.done : words.failed(done.problem))
      if (done === true) onSignedIn()
    } catch (error) {
      log.fault('appointments', error)
      sendWords(response, 500, words.failed('notExpectedAnswer'))
    } finally {
      response.on('close', close)
    }
  }

  async function accessOf(file: SourceFile): Promise<SourceAccess | Wanting> {
    const own = applicationAccess(file)
    if (file.settings.kind !== 'rdvsp') return own
    const until = mine(file)?.until
    if (until != null && until - soon <= now()) {
      const done = await renewed(file)
      if (done !== true) return done
    }
    const held = mine(file)
    if (held === null) return { problem: 'signedOut', retryAfter: null }
    return { ...own, user: undefined, secret: held.access }
  }

  const exchange: Signing['exchange'] = async (file, order) => {
    const access = await accessOf(file)
    if ('problem' in access) return access
    const done = await perform(order(access))
    if (file.settings.kind !== 'rdvsp' || !isRefused(done)) return done
    const again = await renewed(file)
    if (again !== true) return again
    const other = await accessOf(file)
    return 'problem' in other ? other : perform(order(other))
  }

  return {
    signedIn: (file) => (file.settings.kind === 'rdvsp' ? mine(file) !== null : null),
    begin,
    accessOf,
    exchange,
    stop: close,
  }
}

/** Whether the token was taken no longer, for the day or in the middle of what is told. */
const isRefused = (done: OutsideDone): boolean =>
  'told' in done ? done.told.includes('refusedSecret') : 'problem' in done && done.problem === 'refusedSecret'

/** A server of this machine alone; undefined where the port is another program's. */
function listening(port: number): Promise<Server | undefined> {
  const server = createServer({ requestTimeout: 10_000, maxHeaderSize: 16_384 })
  return new Promise((done) => {
    server.once('error', () => done(undefined))
    server.listen(port, '127.0.0.1', () => done(server))
  })
}

function sendWords(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    connection: 'close',
  })
  response.end(
    `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Guichet</title><p>${escapeHtml(text)}</p>`,
  )
}
