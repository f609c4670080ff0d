import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openForReading, openJournal } from '../../../db/open.ts'
import { replay } from '../../../electron/host/backup/replay.ts'
import { signInOrigin } from '../../../electron/host/people/login/settings.ts'
import { restored } from '../../../electron/host/core/fromJournal.ts'
import type { Instant, Seq } from '../../../shared/contract/ids.ts'
import type { LoginSettings } from '../../../shared/contract/people/login.ts'
import { loginWords } from '../../../shared/messages/people/login.fr.ts'
import { refusals } from '../../../shared/messages/refusals.fr.ts'
import type { Connection } from '../../../shared/rpc/connect.ts'
import { newBrowser, type Arrived } from '../../fixtures/standbyBrowser.ts'
import { overTls } from '../../fixtures/lanClients.ts'
import { pairStation, stationConnection } from '../../fixtures/lanHost.ts'
import { openLoginOffice, type LoginOffice } from '../../fixtures/loginOffice.ts'
import { untrueIdentities } from '../../fixtures/loginLies.ts'
import { forged, startProvider } from '../../fixtures/oidcProvider.ts'
import { done, post } from '../../fixtures/startHost.ts'

// Signing in by a provider: a real host, a real OpenID provider over TLS under an authority of its own, a supervision paired
// to a browser, an agent's station; then whoever would enter without being let in.

const passphrase = 'un cerisier sous la neige'
const secret = 'le-secret-que-le-fournisseur-a-remis'
const siret = '21750001600019'
const nadia = {
  sub: 'a1b2c3-nadia',
  given_name: 'Nadia',
  usual_name: 'Ferhat',
  email: 'nadia.ferhat@ville.example',
  siret,
}
const agentId = 'agent3' as never
const words = loginWords.browser

let office: LoginOffice | undefined
let dir: LoginOffice['dir']
let host: LoginOffice['host']
let admin: LoginOffice['admin']
let origin: LoginOffice['origin']
let provider: LoginOffice['provider']
let browser: LoginOffice['browser']
let supervision: LoginOffice['supervision']
let settings: LoginOffice['settings']

beforeAll(async () => {
  office = await openLoginOffice({ passphrase, secret, siret })
  ;({ dir, host, admin, origin, provider, browser, supervision, settings } = office)
})
afterAll(() => office?.close())

const begin = (station: Connection = supervision) => station.command('login.begin', {}, randomUUID())
async function ticket(station?: Connection): Promise<string> {
  const begun = await begin(station)
  if ('error' in begun) throw new Error(begun.error.code)
  return begun.output.url
}
const present = async (station: Connection = supervision) => {
  const view = await station.query('session.view', {})
  return 'output' in view ? (view.output.present?.agentId ?? null) : view.error.code
}
/** From the station's page to where the browser ends. */
const signIn = async (stop?: (url: URL) => boolean) => browser.go(await ticket(), origin, stop)
const isReturn = (url: URL) => url.pathname === '/connexion/retour'
const says = (arrived: Arrived) => /<h1>(.*?)<\/h1>/.exec(arrived.text)?.[1]
const refusedBy = (result: { error?: { code: string } } | object) =>
  'error' in result ? (result.error as { code: string }).code : undefined
const set = async (input: object) => refusedBy(await post(host, 'admin', 'commands/login.set', input))
const trying = async (change: Partial<LoginSettings>) =>
  (await admin.act('login.try', { settings: { ...settings, ...change } })).problem

test('nothing is offered until it is set, whole and for this host alone; the secret stays in a file of its owner', async () => {
  expect(await supervision.query('login.offer', {})).toMatchObject({ output: { offer: null } })
  expect(refusedBy(await begin())).toBe('loginNotOffered')
  expect(await set({ settings })).toBe('loginSecretMissing')
  expect(await set({ settings: { ...settings, siret: null }, secret })).toBe('siretMissing')
  expect(await set({ settings: { ...settings, origin: 'https://ailleurs.example' }, secret })).toBe(
    'loginOriginElsewhere',
  )
  for (const wrong of [
    { issuer: 'http://annuaire.example' },
    { origin: `${origin}/ailleurs` },
    { siret: '123' },
  ])
    expect(await set({ settings: { ...settings, ...wrong }, secret })).toBe('badInput')

  expect(await set({ settings, secret })).toBeUndefined()
  // Which address their application may open in the system's browser, as each station knows it.
  expect(await supervision.query('station.me', {})).toMatchObject({ output: { signIn: origin } })
  expect(signInOrigin(dir)).toBe(origin)
  const file = join(dir, 'connexion.json')
  expect([statSync(file).mode & 0o777, readFileSync(file, 'utf8').includes(secret)]).toEqual([0o600, true])
  // Who changed how people sign in is told with the other settings, and nothing of where the provider is.
  const { changes } = await admin.ask('premises.view', {})
  expect(changes[0]).toMatchObject({ type: 'loginSet', role: 'admin', about: null })
  const shown = await admin.ask('login.show', {})
  expect(shown).toMatchObject({
    hasSecret: true,
    redirectUri: `${origin}/connexion/retour`,
    knocks: [],
    linked: [],
  })
  expect(JSON.stringify(shown)).not.toContain(secret)
  expect(await supervision.query('login.offer', {})).toMatchObject({
    output: { offer: { kind: 'proconnect', label: 'ProConnect' } },
  })
  // What was kept for one provider goes to no other.
  expect(await set({ settings: { ...settings, issuer: 'https://autre.example' } })).toBe('loginSecretMissing')
})

test('the administration tries an address and hears what is wrong with it', async () => {
  expect(await trying({})).toBeNull()
  expect(await trying({ privateAddresses: false })).toBe('privateAddress')
  expect(await trying({ issuer: 'https://127.0.0.1:1' })).toBe('unreachable')
  expect(await trying({ issuer: 'https://nulle-part.invalid' })).toBe('unresolved')
  expect(await trying({ issuer: `${provider.issuer}/ailleurs` })).toBe('notProvider')
  // The office's own door answers with another key than that authority's.
  expect(await trying({ issuer: origin })).toBe('untrusted')
})

test('whoever is not linked enters nowhere, and a manager links them by the code on their screen', async () => {
  provider.signsIn(nadia)
  const knocked = await signIn()
  expect([knocked.status, says(knocked)]).toEqual([403, words.knocked])
  expect(await present()).toBeNull()
  // ProConnect's own profile, and nothing that it does not list.
  const asked = provider.asked()
  expect(asked.get('scope')).toBe('openid given_name usual_name email uid siret')
  expect(asked.get('code_challenge_method')).toBe('S256')
  expect(asked.get('redirect_uri')).toBe(`${origin}/connexion/retour`)
  for (const name of ['state', 'nonce']) expect(asked.get(name)).toMatch(/^[0-9a-f]{64}$/)
  expect([asked.get('prompt'), asked.get('max_age')]).toEqual([null, null])

  const { knocks } = await admin.ask('login.show', {})
  expect(knocks).toMatchObject([{ name: 'Nadia Ferhat', email: nadia.email }])
  const { knockId, code } = knocks[0]!
  expect(knocked.text).toContain(code)
  const key = randomUUID()
  const link = (input: object, id: string) => done(host, 'admin', 'commands/login.link', input, id)
  expect(
    refusedBy(await post(host, 'admin', 'commands/login.link', { agentId, knockId: randomUUID() })),
  ).toBe('unknownKnock')
  await link({ agentId, knockId }, key)
  expect(await link({ agentId, knockId }, key), 'repeated, it answers as it did').toEqual({})
  expect(await admin.ask('login.show', {})).toMatchObject({ knocks: [], linked: [{ agentId }] })

  const before = provider.endings()
  const entered = await signIn()
  expect([entered.url.origin, entered.url.pathname, entered.url.hash]).toEqual([
    origin,
    '/',
    '#station=supervision',
  ])
  expect(await present()).toBe('agent3')
  expect('output' in (await supervision.query('supervision.view', {}))).toBe(true)
  // The next person at this station is not entered as her: the provider's own session ended too.
  expect(provider.endings()).toBe(before + 1)
})

test('what opened the session is neither in the journal, nor readable in the tables, nor in the log', async () => {
  const everything = JSON.stringify(await journalText())
  for (const said of [nadia.sub, nadia.email, nadia.usual_name, secret, provider.issuer])
    expect(everything, said).not.toContain(said)
  const log = host.stderr() + readFileSync(join(dir, 'logs', logFile()), 'utf8')
  for (const said of [nadia.sub, nadia.email, secret, 'eyJ']) expect(log, said).not.toContain(said)
})

test('unlinked, the account opens nothing and the session that it opened ends; another account is not hers', async () => {
  await admin.act('login.unlink', { agentId })
  expect(await present()).toBeNull()
  expect(says(await signIn())).toBe(words.knocked)
  const { knocks } = await admin.ask('login.show', {})
  await admin.act('login.link', { agentId, knockId: knocks[0]!.knockId })
  provider.signsIn({ ...nadia, sub: 'd4e5f6-autre' })
  expect(says(await signIn())).toBe(words.knocked)
  provider.signsIn(nadia)
  await signIn()
  expect(await present()).toBe('agent3')
  await supervision.command('session.close', {}, randomUUID())
})

test('the same identity signed again by the provider opens the session: what follows is refused for what it changes', async () => {
  provider.lies((token) => forged(token, (claims) => claims, provider.key))
  await signIn()
  provider.lies(null)
  expect(await present()).toBe('agent3')
  await supervision.command('session.close', {}, randomUUID())
})

for (const [what, lie] of Object.entries(untrueIdentities))
  test(`an identity with ${what} opens nothing`, async () => {
    provider.signsIn(nadia)
    provider.lies((token) => lie(token, provider.key))
    const ended = await signIn()
    provider.lies(null)
    expect(ended.text).toContain(words.flaws.notBelieved)
    expect(await present()).toBeNull()
  })

test('the same people under another SIRET are not this office’s', async () => {
  provider.signsIn({ ...nadia, siret: '13002526500013' })
  expect((await signIn()).text).toContain(words.flaws.otherOrganisation)
  expect(await present()).toBeNull()
  provider.signsIn(nadia)
})

test('a return with another state, from another browser, with another issuer or a second time opens nothing', async () => {
  const over = (arrived: Arrived) => [arrived.status, says(arrived), arrived.text.includes(words.over)]
  const isOver = [410, words.failed, true]
  const other = await signIn(isReturn)
  other.url.searchParams.set('state', 'f'.repeat(64))
  expect(over(await browser.go(other.url, provider.issuer))).toEqual(isOver)

  const stolen = await signIn(isReturn)
  expect(over(await newBrowser().go(stolen.url, provider.issuer))).toEqual(isOver)
  // Nor by one that has left for the provider too; and the browser that left first loses nothing by it.
  const thief = newBrowser()
  thief.cookies(origin).set('__Host-guichet-connexion', { value: 'e'.repeat(64), strict: false })
  expect(over(await thief.go(stolen.url, provider.issuer))).toEqual(isOver)
  expect(await present()).toBeNull()
  await browser.go(stolen.url, provider.issuer)
  expect(await present()).toBe('agent3')
  await supervision.command('session.close', {}, randomUUID())

  const mixed = await signIn(isReturn)
  mixed.url.searchParams.set('iss', 'https://autre.example')
  expect((await browser.go(mixed.url, provider.issuer)).text).toContain(words.flaws.notBelieved)

  const once = await signIn(isReturn)
  await browser.go(once.url, provider.issuer)
  expect(await present()).toBe('agent3')
  await supervision.command('session.close', {}, randomUUID())
  expect(over(await browser.go(once.url, provider.issuer))).toEqual(isOver)
  // Nor with a new state beside the code that served.
  const replayed = await signIn(isReturn)
  replayed.url.searchParams.set('code', once.url.searchParams.get('code')!)
  expect((await browser.go(replayed.url, provider.issuer)).text).toContain(words.flaws.notBelieved)
  expect(await present()).toBeNull()
})

test('nothing in an address sends a browser elsewhere than the provider and this host', async () => {
  const seen: string[] = []
  const started = new URL(await ticket())
  started.search = '?redirect_uri=https://ailleurs.example&next=//ailleurs.example'
  await browser.go(started, origin, (url) => {
    seen.push(url.origin)
    if (isReturn(url)) url.searchParams.set('post_logout_redirect_uri', 'https://ailleurs.example')
    return false
  })
  expect([...new Set(seen)].toSorted()).toEqual([origin, provider.issuer].toSorted())
  expect(await present()).toBe('agent3')
  await supervision.command('session.close', {}, randomUUID())
})

test('an agent’s station opens by a browser of its own machine alone, once its person has read which station it is', async () => {
  const station = await stationConnection(await pairStation(admin, 'agent', 'Guichet du hall', '1'))
  if (typeof station === 'string') throw new Error(station)
  const address = await ticket(station)
  const apart = await overTls(new URL(address), { method: 'GET', localAddress: '127.0.0.2' })
  expect([apart.status, apart.text.includes(words.elsewhere)]).toEqual([403, true])

  const another = newBrowser()
  const asked = await another.go(address)
  expect([asked.status, asked.text.includes('Guichet du hall')]).toEqual([200, true])
  // An address that somebody sends doesn't skip what the page says.
  expect(says(await another.go(`${address}/suite`))).toBe(words.title)
  expect(says(await another.go(`${address}/suite`, 'https://ailleurs.example'))).toBe(words.title)
  const ended = await another.go(`${address}/suite`, origin)
  expect([ended.status, says(ended)]).toEqual([200, words.done])
  expect(await present(station)).toBe('agent3')
  expect('output' in (await station.command('counter.open', { counterId: '1' as never }, randomUUID()))).toBe(
    true,
  )
  expect((await another.go(address)).status, 'once').toBe(410)
  // Who may not use a station enters by no account either.
  await admin.act('agent.setRights', { agentId, rights: ['agent'] })
  expect((await signIn()).text).toContain(refusals.rightLacking)
  expect(await present()).toBeNull()
  await admin.act('agent.setRights', { agentId, rights: ['agent', 'supervisor'] })
  station.close()
})

test('another directory is asked to authenticate the person again, and believed only when it did', async () => {
  const town = await startProvider(origin, secret, 'other')
  writeFileSync(join(dir, 'connexion-autorite.pem'), town.authority)
  const theirs = {
    ...settings,
    kind: 'other',
    label: 'l’annuaire de la ville',
    issuer: town.issuer,
    siret: null,
  }
  expect(await set({ settings: theirs, secret })).toBeUndefined()
  town.signsIn(nadia)
  expect(says(await signIn()), 'the same subject at another issuer is someone else').toBe(words.knocked)
  expect([town.asked().get('prompt'), town.asked().get('max_age')]).toEqual(['login', '0'])
  const { knocks } = await admin.ask('login.show', {})
  await admin.act('login.link', { agentId, knockId: knocks[0]!.knockId })
  town.lies((token) =>
    forged(token, (claims) => ({ ...claims, auth_time: Math.floor(Date.now() / 1000) - 600 }), town.key),
  )
  expect((await signIn()).text).toContain(words.flaws.notFresh)
  town.lies(null)
  expect(await present()).toBeNull()
  await signIn()
  expect(await present()).toBe('agent3')
  await supervision.command('session.close', {}, randomUUID())
  await town.close()
})

test('the provider away, the page says so and a passphrase opens the same station', async () => {
  const ended = await signIn()
  expect([ended.status, ended.text.includes(words.away('unreachable'))]).toEqual([502, true])
  const opened = await supervision.command(
    'session.open',
    { agentId: 'agent1' as never, secret: passphrase },
    randomUUID(),
  )
  expect('output' in opened).toBe(true)
  expect(await present()).toBe('agent1')
  expect(await set({ settings: null })).toBeUndefined()
  expect(refusedBy(await begin())).toBe('loginNotOffered')
  expect(readFileSync(join(dir, 'connexion.json'), 'utf8').trim()).toBe('null')
})

test('settings that were set are not set again by the same act repeated late; one that was cut half-way is ended by it', async () => {
  const label = async () => (await admin.ask('login.show', {})).settings?.label
  const named = (name: string) => ({ settings: { ...settings, label: name }, secret })
  const [first, second] = [randomUUID(), randomUUID()]
  const setBy = async (id: string, input: object) =>
    refusedBy(await post(host, 'admin', 'commands/login.set', input, id))
  expect(await setBy(first, named('Annuaire'))).toBeUndefined()
  expect(await setBy(second, named('Annuaire de la ville'))).toBeUndefined()
  expect(await setBy(first, named('Annuaire')), 'it answers as it did').toBeUndefined()
  expect(await label()).toBe('Annuaire de la ville')
  expect(await setBy(first, named('Autre'))).toBe('commandIdReused')
  const cut = join(dir, 'connexion-suite.json')
  writeFileSync(cut, JSON.stringify({ by: second, next: named('Fin') }), { mode: 0o600 })
  expect(await setBy(first, named('Annuaire'))).toBeUndefined()
  expect(await label(), 'what another act sets waits for that one').toBe('Annuaire de la ville')
  expect(await setBy(second, named('Annuaire de la ville'))).toBeUndefined()
  expect([await label(), existsSync(cut)]).toEqual(['Fin', false])
})

test('a station that begins sign-ins without end is told to wait', async () => {
  expect(await set({ settings, secret })).toBeUndefined()
  let told: string | undefined
  for (let n = 0; n < 60 && told === undefined; n++) told = refusedBy(await begin())
  expect(told).toBe('tooManySignIns')
})

test('an older backup brings back no account that was unlinked since', async () => {
  admin.connection.close()
  await host.stop()
  const journal = await openJournal(dir)
  try {
    const { office, at } = await restored(journal)
    expect(await journal.personalRow('login', agentId)).toBeDefined()
    const fact = { type: 'agentLoginRemoved' as const, data: { agentId } }
    const line = { office: office.officeId!, seq: 1_000_000 as Seq, at: (at + 1) as Instant, fact }
    expect(await replay(journal, [line], () => (at + 2) as Instant)).toMatchObject({ revocations: 1 })
    expect(await journal.personalRow('login', agentId)).toBeUndefined()
  } finally {
    await journal.close()
  }
})

/** All that the journal and the personal tables hold. */
async function journalText(): Promise<unknown> {
  const db = await openForReading(dir)
  try {
    return ['events', 'personal', 'answers'].map((table) => db.prepare(`select * from ${table}`).all())
  } finally {
    db.close()
  }
}
const logFile = (): string => 'host.jsonl'
