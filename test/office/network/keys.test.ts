import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Instant } from '../../../shared/contract/ids.ts'
import { newKey, officeCertificate, ownCertificate } from '../../../electron/host/network/certificate.ts'
import { networkFolder } from '../../../electron/host/network/folder.ts'
import { startKeys } from '../../../electron/host/network/keys.ts'
import { administration, openNetwork } from '../../fixtures/lanHost.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { startInside } from '../../fixtures/hostInside.ts'

const day = 86_400_000
/** A Tuesday, 14 h in Paris. */
const afternoon = Date.parse('2026-03-03T13:00:00Z')
/** The same day, 3 h in Paris. */
const night = Date.parse('2026-03-03T02:00:00Z')

let dir: string
let now: number
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'guichet-keys-'))
  now = afternoon
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const names = ['192.168.1.20', '::1', 'accueil.local']

function keysHere() {
  const folder = networkFolder(dir)
  let state = folder.read()
  const save = (change: Partial<typeof state>) => {
    state = { ...state, ...change }
    folder.write(state)
  }
  return {
    keys: startKeys({ folder, state: () => state, save, now: () => now, zone: () => 'Europe/Paris' }),
    set: (certificate: typeof state.settings.certificate) =>
      save({ settings: { ...state.settings, certificate } }),
  }
}

/** A certificate that the office got elsewhere, as two files. */
async function officeFiles(at: number, key = newKey()) {
  const { chain, pin } = await ownCertificate(key, ['accueil.mairie.example'], at)
  const files = { chainFile: join(dir, 'chaine.pem'), keyFile: join(dir, 'cle.pem') }
  writeFileSync(files.chainFile, chain)
  writeFileSync(files.keyFile, key)
  return { files, pin, key }
}

test('the host makes its own certificate for its addresses, and its files are for its owner alone', async () => {
  const { keys } = keysHere()
  expect(keys.served()).toBeNull()
  await keys.ready(names)
  const served = keys.served()!
  expect(served.names).toEqual(['192.168.1.20', '0:0:0:0:0:0:0:1', 'accueil.local'])
  expect(served.until - now).toBeGreaterThan(390 * day)
  for (const name of ['reseau.json', `${served.pin}.key`, `${served.pin}.crt`])
    expect(statSync(join(dir, 'reseau', name)).mode & 0o777).toBe(0o600)
  // Another start has the same; another name has its certificate, for the same key.
  const again = keysHere().keys
  await again.ready(names)
  expect(again.served()?.chain).toBe(served.chain)
  await again.ready([...names, '10.0.0.4'])
  expect(again.served()).toMatchObject({ pin: served.pin, names: [...served.names, '10.0.0.4'] })
})

test('a certificate is renewed at night, before its end, for the same key: no station sees anything', async () => {
  const { keys } = keysHere()
  await keys.ready(names)
  const { pin, until } = keys.served()!
  now = until - 31 * day
  expect(await keys.tick(names)).toBe(false)
  // Twenty days before the end, by day: it waits for the night.
  now = afternoon + Math.floor((until - 20 * day - afternoon) / day) * day
  expect(await keys.tick(names)).toBe(false)
  now = night + Math.floor((until - 20 * day - night) / day) * day
  expect(await keys.tick(names)).toBe(true)
  expect(keys.served()!.pin).toBe(pin)
  expect(keys.served()!.until).toBeGreaterThan(until + 300 * day)
  expect(await keys.tick(names)).toBe(false)
})

test('a host that was off until the last days renews at once, whatever the hour', async () => {
  const { keys } = keysHere()
  await keys.ready(names)
  const { until } = keys.served()!
  now = until - 2 * day
  expect(await keys.tick(names)).toBe(true)
  // Off for years: the first opening makes one that is worth something.
  now = keys.served()!.until + 900 * day
  await keys.ready(names)
  expect(keys.served()!.until).toBeGreaterThan(now)
})

test('a training office at an hour of its own has a certificate of today, which browsers read by their own clock', async () => {
  const host = await startInside(join(dir, 'office'), { at: '2035-03-06T09:00' })
  try {
    const admin = await administration(host)
    await openNetwork(admin)
    await admin.act('pairing.open', { role: 'kiosk', place: { name: 'Hall', counterId: null } })
    const { certificate } = (await admin.ask('stations.view', {})).door
    expect(certificate!.from).toBeLessThan(Date.now())
    expect(certificate!.until).toBeGreaterThan(Date.now())
    admin.connection.close()
  } finally {
    await host.stop()
  }
})

test('a host without a screen is given the office’s certificate by the command line, or none that can’t serve', async () => {
  const office = join(dir, 'office')
  await (await startInside(office)).stop()
  const { files, pin, key } = await officeFiles(Date.now())
  const give = (...args: string[]) => guichet(['network', 'certificate', office, ...args])
  const chain = ['--chain', files.chainFile] as const
  expect(await give(...chain)).toMatchObject({ code: 2 })
  writeFileSync(files.keyFile, newKey())
  expect(await give(...chain, '--key', files.keyFile)).toMatchObject({
    code: 1,
    err: expect.stringContaining('n’est pas celle du certificat'),
  })
  writeFileSync(files.keyFile, key)
  expect((await give(...chain, '--key', files.keyFile)).out).toContain('accueil.mairie.example')
  const host = await startInside(office)
  try {
    expect((await give('--own')).err, 'a host runs').toContain('déjà tenu')
    const admin = await administration(host)
    const { settings } = (await admin.ask('stations.view', {})).door
    await admin.act('network.set', { ...settings, on: '127.0.0.1', port: 0 })
    await admin.act('pairing.open', { role: 'kiosk', place: { name: 'Hall', counterId: null } })
    expect((await admin.ask('stations.view', {})).door).toMatchObject({ pin, certificate: { own: true } })
    admin.connection.close()
  } finally {
    await host.stop()
  }
  expect((await give('--own')).code).toBe(0)
  expect(networkFolder(office).read().settings.certificate).toBeNull()
})

test('the next key is announced with the first, and answers when the administration says so', async () => {
  const { keys } = keysHere()
  await keys.ready(names)
  const [first, next] = keys.pins()
  await keys.change(names)
  expect(keys.served()!.pin).toBe(next)
  expect(keys.pins()[0]).toBe(next)
  expect(keys.pins()).toHaveLength(2)
  expect(keys.pins()).not.toContain(first)
})

test('the office’s certificate answers at once where nobody is paired, else from the night after it was announced', async () => {
  const { files, pin } = await officeFiles(now)
  const alone = keysHere()
  expect(await alone.keys.use(files, false, names)).toBeNull()
  alone.set(files)
  expect(alone.keys.served()).toMatchObject({ pin })
  expect(await alone.keys.use(null, false, names)).toBeNull()

  alone.set(null)
  const own = alone.keys.served()!.pin
  expect(await alone.keys.use(files, true, names)).toBeNull()
  alone.set(files)
  expect(alone.keys.served()!.pin).toBe(own)
  expect(alone.keys.pins()).toEqual([own, pin, expect.anything()])
  expect(new Date(alone.keys.coming()!.at).toISOString()).toBe('2026-03-04T02:00:00.000Z')
  now = alone.keys.coming()!.at
  expect(await alone.keys.tick(names)).toBe(true)
  expect(alone.keys.served()!.pin).toBe(pin)
})

test('the office’s files replaced are taken in: the same key at once, another one once it was announced', async () => {
  const { files, pin, key } = await officeFiles(now)
  const { keys, set } = keysHere()
  await keys.use(files, false, names)
  set(files)
  await officeFiles(now + day, key)
  now += 2 * day
  expect(await keys.tick(names)).toBe(true)
  expect(keys.served()!.from).toBe(Math.floor((afternoon - day + day) / 1000) * 1000)
  const other = await officeFiles(now)
  expect(await keys.tick(names)).toBe(true)
  expect(keys.served()!.pin).toBe(pin)
  expect(keys.coming()?.pin).toBe(other.pin)
  // Broken files cost nothing but a sentence: what served goes on.
  writeFileSync(files.chainFile, 'ceci n’est pas un certificat')
  expect(await keys.tick(names)).toBe(false)
  expect(keys.problem()).toContain('n’est pas un certificat')
  expect(keys.served()!.pin).toBe(pin)
})

test('a certificate that can’t serve is refused with what is wrong, and nothing changes', async () => {
  const { files } = await officeFiles(now)
  const wrong = (change: () => void, at = now) => {
    change()
    const read = officeCertificate(files, at as Instant)
    return 'problem' in read ? read.problem : null
  }
  expect(wrong(() => {})).toBeNull()
  expect(wrong(() => {}, now + 500 * day)).toContain('a fini le')
  expect(wrong(() => {}, now - 5 * day)).toContain('commence le')
  expect(wrong(() => writeFileSync(files.keyFile, newKey()))).toContain('n’est pas celle du certificat')
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const sealed = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
  expect(wrong(() => writeFileSync(files.keyFile, sealed))).toContain('sans mot de passe')
  expect(wrong(() => rmSync(files.keyFile))).toContain('ne peut pas être lu')
  const { keys } = keysHere()
  await keys.ready(names)
  const { pin } = keys.served()!
  expect(await keys.use(files, false, names)).toContain('ne peut pas être lu')
  expect(keys.served()!.pin).toBe(pin)
})
