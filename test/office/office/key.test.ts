import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyFile, officeKey, openKey, publicKeyIn } from '../../../electron/host/office/key.ts'
import type { Protection } from '../../../electron/host/core/officeKey.ts'
import { keepKey, recoverKey, recoveryFile } from '../../../electron/host/office/keyKeeping.ts'
import { keepSecret, type Vault } from '../../../electron/system/protection.ts'
import { keyTrouble } from '../../../shared/messages/office/key.fr.ts'
import { startInside } from '../../fixtures/hostInside.ts'
import { guichet } from '../../fixtures/insideCommand.ts'

let folder: string
let count = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-key-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const empty = (): string => {
  const dir = join(folder, `office-${++count}`)
  mkdirSync(dir)
  return dir
}

/** A machine that protects: what one wrapped, another does not read. The real one is in test/electron/keyring.spec.ts. */
const machine = (name: string): Protection => ({
  name: () => Promise.resolve(`trousseau de ${name}`),
  wrap: (text) => Promise.resolve(Buffer.from(`${name}:${Buffer.from(text).toString('base64url')}`)),
  unwrap: (bytes) => {
    const [by, text = ''] = Buffer.from(bytes).toString().split(':')
    return by === name
      ? Promise.resolve(Buffer.from(text, 'base64url').toString())
      : Promise.reject(new Error('wrapped elsewhere'))
  },
})
const here = machine('ici')

const protectedOffice = async () => {
  const dir = empty()
  const { publicKey } = officeKey(dir)
  const secret = (JSON.parse(readFileSync(keyFile(dir), 'utf8')) as { ed25519: string }).ed25519
  const recovery = (await keepKey(dir, here).protect())!
  return { dir, publicKey, secret, recovery }
}
const copyOf = (dir: string): string => {
  const copy = empty()
  cpSync(dir, copy, { recursive: true })
  return copy
}

describe('a key that the system protects', () => {
  test('signs as before on its machine, and its secret is in no file', async () => {
    const { dir, publicKey, secret } = await protectedOffice()
    expect((await openKey(dir, here)).publicKey).toBe(publicKey)
    expect(publicKeyIn(dir)).toBe(publicKey)
    for (const file of [keyFile(dir), recoveryFile(dir)])
      expect(readFileSync(file, 'latin1')).not.toContain(secret)
    expect(await keepKey(dir, here).state()).toEqual({
      protected: true,
      recoverable: true,
      by: 'trousseau de ici',
    })
  })

  test('is not opened by another machine, nor by Node alone: what to do is said', async () => {
    const { dir } = await protectedOffice()
    await expect(openKey(dir, machine('ailleurs'))).rejects.toThrow(keyTrouble.protectedElsewhere)
    await expect(openKey(dir, null)).rejects.toThrow(keyTrouble.protectedHere)
    expect(() => officeKey(dir)).toThrow(keyTrouble.protectedHere)
  })

  test('comes back elsewhere by its recovery key, and can be protected there', async () => {
    const { dir, publicKey, recovery } = await protectedOffice()
    const copy = copyOf(dir)
    await recoverKey(copy, ` ${recovery.toLowerCase()}\n`, publicKey)
    expect(officeKey(copy).publicKey).toBe(publicKey)
    await keepKey(copy, machine('ailleurs')).protect()
    expect((await openKey(copy, machine('ailleurs'))).publicKey).toBe(publicKey)
  })

  test('protected again, only the last recovery key opens its copy', async () => {
    const { dir, publicKey, recovery } = await protectedOffice()
    const last = (await keepKey(dir, here).protect())!
    await expect(recoverKey(dir, recovery, publicKey)).rejects.toThrow(keyTrouble.wrongRecovery)
    expect((await openKey(dir, here)).publicKey).toBe(publicKey)
    await recoverKey(dir, last, publicKey)
    expect(officeKey(dir).publicKey).toBe(publicKey)
  })

  test('asked twice at once is protected once: both papers open its copy', async () => {
    const dir = empty()
    const { publicKey } = officeKey(dir)
    const keeping = keepKey(dir, here)
    const [one, other] = await Promise.all([keeping.protect(), keeping.protect()])
    expect(one).toMatch(/^AGE-SECRET-KEY-1/)
    expect(other).toBe(one)
    await recoverKey(dir, one!, publicKey)
    expect(officeKey(dir).publicKey).toBe(publicKey)
  })

  test('of another office is not put in the place of this one’s', async () => {
    const { dir, recovery } = await protectedOffice()
    const other = await protectedOffice()
    cpSync(recoveryFile(dir), recoveryFile(other.dir))
    const before = readFileSync(keyFile(other.dir), 'utf8')
    await expect(recoverKey(other.dir, recovery, other.publicKey)).rejects.toThrow(keyTrouble.otherKey)
    expect(readFileSync(keyFile(other.dir), 'utf8')).toBe(before)
  })
})

test('a system that gives back something else than what it took changes nothing of the key', async () => {
  const dir = empty()
  officeKey(dir)
  const before = readFileSync(keyFile(dir), 'utf8')
  const forgetful: Protection = { ...here, unwrap: () => Promise.resolve('') }
  await expect(keepKey(dir, forgetful).protect()).rejects.toThrow()
  expect(readFileSync(keyFile(dir), 'utf8')).toBe(before)
})

test('a machine that protects nothing leaves the key in its file, and says so', async () => {
  const dir = empty()
  officeKey(dir)
  const none: Protection = { ...here, name: () => Promise.resolve(null) }
  expect(await keepKey(dir, none).protect()).toBeUndefined()
  expect(await keepKey(dir, null).state()).toEqual({ protected: false, recoverable: false, by: null })
})

describe('what Electron says of the system', () => {
  const vault = (backend: string, asynchronous: boolean): Vault => {
    const called = (name: string, text: string) => Buffer.from(`${name} ${text}`)
    return {
      getSelectedStorageBackend: () => backend as ReturnType<Vault['getSelectedStorageBackend']>,
      isEncryptionAvailable: () => true,
      encryptString: (text) => called('sync', text),
      decryptString: (bytes) => String(bytes),
      ...(asynchronous
        ? {
            isAsyncEncryptionAvailable: () => Promise.resolve(true),
            encryptStringAsync: (text: string) => Promise.resolve(called('async', text)),
            decryptStringAsync: (bytes: Buffer) =>
              Promise.resolve({ shouldReEncrypt: false, result: String(bytes) }),
          }
        : {}),
    }
  }
  const ask = async (what: 'name' | 'wrap', of: Vault, platform: NodeJS.Platform = 'linux') => {
    const answer = await keepSecret({ t: 'secret', id: 7, ask: what, bytes: Buffer.from('x') }, of, platform)
    expect(answer).toMatchObject({ t: 'done', id: 7 })
    if (answer.t !== 'done' || answer.problem !== undefined) return null
    return Buffer.from(answer.bytes ?? []).toString()
  }

  test.each(['basic_text', 'unknown'])('« %s » protects nothing: it wraps nothing', async (backend) => {
    expect(await ask('name', vault(backend, true))).toBe('')
    expect(await ask('wrap', vault(backend, true))).toBeNull()
  })

  test('the asynchronous calls are used where there are, whatever else there is', async () => {
    expect(await ask('name', vault('gnome_libsecret', true))).toBe('trousseau de GNOME')
    expect(await ask('wrap', vault('gnome_libsecret', true))).toBe('async x')
    expect(await ask('wrap', vault('gnome_libsecret', false))).toBe('sync x')
    expect(await ask('name', vault('basic_text', true), 'win32')).toBe('Windows')
  })
})

describe('key recover', () => {
  const recover = (args: readonly string[], input = '') => guichet(['key', 'recover', ...args], input)

  test('an office that moved to another machine goes on there, with its own key', async () => {
    const dir = empty()
    const first = await startInside(dir)
    await first.stop()
    const publicKey = publicKeyIn(dir)
    const recovery = (await keepKey(dir, here).protect())!
    expect((await recover([dir], 'AGE-SECRET-KEY-1ZZZ')).err).toContain('Rien n’a été changé')
    // As the host of a machine that fell leaves it.
    writeFileSync(join(dir, 'host.json'), '{"pid":1,"since":1}\n')
    expect(await recover([dir], `${recovery}\n`)).toMatchObject({ code: 0 })
    const again = await startInside(dir)
    try {
      expect(await recover([dir], recovery)).toMatchObject({ code: 1, err: `${keyTrouble.running}\n` })
    } finally {
      await again.stop()
    }
    expect(publicKeyIn(dir)).toBe(publicKey)
  }, 60_000)

  test('without a folder it says the usage, and gives 2', async () => {
    expect(await recover([])).toMatchObject({ code: 2 })
  })
})
