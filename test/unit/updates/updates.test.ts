import { createHash, generateKeyPairSync } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { announce, publicHalf } from '../../runtime/announce.ts'
import { compareVersions, readAnnounced } from '../../../electron/system/updates/manifest.ts'
import { packageKind } from '../../../electron/system/updates/install.ts'
import { createReadiness } from '../../../electron/system/updates/readiness.ts'
import { within } from '../../../electron/system/updates/updates.ts'
import type { Left } from '../../../electron/system/updates/left.ts'
import {
  keys,
  maker,
  content,
  file,
  name,
  manifest,
  published,
  folder,
  installation,
} from '../../fixtures/updates.ts'

test('a signed update is brought, checked to the byte, and installed once the office is ready', async () => {
  const { updates, publish, done, logged } = installation()
  publish(published(manifest))
  await updates.look()
  expect(done).toEqual(['prepare', content.toString()])
  expect(logged).toEqual(['updateInstalls'])
  expect(updates.said()).toBe('La version 0.2.0 s’installe.')
})

test.each([
  ['another key', published(manifest, keys()), content, 'n’est pas signée par la clé attendue'],
  [
    'a word changed after the signature',
    published(manifest).replace('0.2.0', '0.3.0'),
    content,
    'n’est pas signée',
  ],
  ['no manifest', 'bonjour', content, 'ne peut pas être lue'],
  [
    'a manifest with a path for a name',
    published({ ...manifest, files: [{ ...file, name: '../x' }] }),
    content,
    'ne peut pas être lue',
  ],
  [
    'one byte changed in the package',
    published(manifest),
    Buffer.from('le programme suivanT'),
    'n’est pas celui qui a été annoncé',
  ],
  [
    'a package that is longer',
    published(manifest),
    Buffer.from('le programme suivant.'),
    'n’est pas celui qui a été annoncé',
  ],
  ['a package that is cut', published(manifest), content.subarray(1), 'n’est pas celui qui a été annoncé'],
  [
    'a version that this one can’t become at once',
    published({ ...manifest, from: '0.1.5' }),
    content,
    'd’un seul coup',
  ],
  ['the version that is here', published({ ...manifest, version: '0.1.0' }), content, 'Guichet est à jour.'],
  [
    'an older one, served again',
    published({ ...manifest, version: '0.0.9', from: '0.0.1' }),
    content,
    'Guichet est à jour.',
  ],
])('nothing is installed of an update with %s, and it is said', async (_what, text, bytes, sentence) => {
  const { updates, publish, done, staging } = installation()
  publish(text, bytes)
  await updates.look()
  expect(done).toEqual([])
  expect(updates.said()).toContain(sentence)
  expect(readdirSync(staging)).toEqual([])
})

test('an older version comes back when whoever makes the packages signs that it is to', async () => {
  const { updates, publish, done } = installation()
  publish(published({ ...manifest, version: '0.0.9', from: '0.1.0', back: true }))
  await updates.look()
  expect(done).toHaveLength(2)
})

test('a way back that was signed for another version, served again, takes nobody back', async () => {
  const { updates, publish, done } = installation()
  for (const from of ['0.0.1', '0.0.9', '0.0.10', '0.2.0']) {
    publish(published({ ...manifest, version: '0.0.9', from, back: true }))
    await updates.look()
    expect(updates.said()).toBe('Guichet est à jour.')
  }
  expect(done).toEqual([])
})

test('the version that was left comes back on a person’s word alone, whatever is served again; a newer one comes by itself', async () => {
  const leaving = installation()
  leaving.publish(published({ ...manifest, version: '0.0.9', from: '0.1.0', back: true }))
  await leaving.updates.look()
  expect(leaving.left()).toBe('0.1.0')

  let left: Left = { version: '0.2.0' }
  const back = installation({ left: { read: () => left, write: (next) => (left = next) } })
  back.publish(published(manifest))
  await back.updates.look()
  expect([back.done, back.updates.leftAgain(), readdirSync(back.staging)]).toEqual([[], '0.2.0', []])
  expect(back.updates.said()).toBe(
    'La version 0.2.0 a été quittée sur ce poste : elle ne revient pas d’elle-même. Une version plus récente s’installera.',
  )
  back.publish(published({ ...manifest, version: '0.2.1' }))
  await back.updates.look()
  expect([back.done.length, back.updates.leftAgain()]).toEqual([2, null])

  back.publish(published(manifest))
  await back.updates.look()
  expect(back.done).toHaveLength(2)
  await back.updates.takeLeft()
  expect([back.done.length, left.version, back.updates.leftAgain()]).toEqual([4, null, null])
})

test('looked for three times at once, it is looked for one after the other', async () => {
  let [at, most] = [0, 0]
  const { updates, publish, done } = installation({
    install: async () => {
      most = Math.max(most, ++at)
      await new Promise((go) => setTimeout(go, 20))
      at--
    },
  })
  publish(published(manifest))
  await Promise.all([updates.look(), updates.takeLeft(), updates.takeLeft()])
  expect([done.length, most]).toEqual([3, 1])
})

test('a way back that could not be taken leaves no version', async () => {
  const { updates, publish, left } = installation({
    install: () => Promise.reject(new Error('disque plein')),
  })
  publish(published({ ...manifest, version: '0.0.9', from: '0.1.0', back: true }))
  await updates.look()
  expect(left()).toBeNull()
})

test('of the packages that were brought the last alone is kept', async () => {
  const { updates, publish, staging } = installation({ prepare: () => Promise.resolve('dayOpen') })
  publish(published(manifest))
  await updates.look()
  const next = Buffer.from('le programme d’après')
  const digest = createHash('sha512').update(next).digest('base64')
  const second = { ...file, name: 'guichet_0.3.0_x64.AppImage', size: next.length, sha512: digest }
  publish(published({ ...manifest, version: '0.3.0', files: [second] }), next, second.name)
  await updates.look()
  expect(readdirSync(staging)).toEqual([second.name])
})

test('a server that says without end what it announces is left', async () => {
  let sent = 0
  const part = Buffer.alloc(65_536, 32)
  const endless = () =>
    new ReadableStream({
      pull: (to) => {
        sent += part.length
        // Far more than is read: without a bound the test ends all the same, and fails.
        if (sent > 50_000_000) to.close()
        else to.enqueue(part)
      },
    })
  const { updates, logged } = installation({
    asked: { from: 'https://maj.test/', key: maker.key, between: '20:00-06:00' },
    get: () => Promise.resolve(new Response(endless())),
  })
  await updates.look()
  expect(updates.said()).toContain('n’a pas répondu')
  expect(logged).toEqual(['update'])
  expect(sent).toBeLessThan(2_000_000)
})

test('in opening hours, or while a day is open, an update waits, and says for what', async () => {
  const noon = installation({ now: () => new Date(2026, 2, 3, 12, 0) })
  noon.publish(published(manifest))
  await noon.updates.look()
  expect(noon.done).toEqual([])
  expect(noon.updates.said()).toBe(
    'La version 0.2.0 est prête : elle sera installée entre 20\u00a0h\u00a000 et 6\u00a0h\u00a000, l’office fermé.',
  )
  expect(existsSync(join(noon.staging, name))).toBe(true)

  const open = installation({ prepare: () => Promise.resolve('dayOpen') })
  open.publish(published(manifest))
  await open.updates.look()
  expect(open.done).toEqual([])
  expect(open.updates.said()).toContain('elle attend que la journée soit fermée')
})

test('a place of updates that does not answer is said once, and stops nothing', async () => {
  const { updates, logged } = installation()
  await updates.look()
  await updates.look()
  expect(updates.said()).toContain('n’a pas répondu')
  expect(logged).toEqual(['update'])
})

test('a version that could not be installed is said, and the office goes on with the one that is here', async () => {
  const { updates, publish, logged } = installation({
    install: () => Promise.reject(new Error('disque plein')),
  })
  publish(published(manifest))
  await updates.look()
  expect(updates.said()).toContain('La version 0.2.0 n’a pas pu s’installer : la version reste la même.')
  expect(logged).toEqual(['updateInstalls', 'updateNotInstalled'])
})

test('nothing is looked for unless the configuration says where', async () => {
  const { updates, done } = installation({ asked: undefined, get: () => Promise.reject(new Error('asked')) })
  await updates.look()
  expect([updates.said(), done]).toEqual([null, []])
})

test('an installation that the system’s own tools update is told, not replaced', async () => {
  expect(packageKind('linux', {}, true)).toBeNull()
  expect(packageKind('linux', { APPIMAGE: '/x' }, true)).toBe('AppImage')
  expect(packageKind('win32', {}, true)).toBe('nsis')
  expect(packageKind('win32', {}, false)).toBeNull()
  const { updates, publish, done } = installation({ kind: null })
  publish(published(manifest))
  await updates.look()
  expect([updates.said(), done]).toEqual([expect.stringContaining('par les outils du système'), []])
})

test('what whoever makes the packages announces is what an installation reads', async () => {
  const from = folder()
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(join(from, name), content)
  const text = await announce(privateKey, { version: '0.2.0', from: '0.1.0', back: false }, [
    join(from, name),
  ])
  expect(readAnnounced(text, publicHalf(privateKey), '0.1.0')).toEqual({
    update: { ...manifest, back: false },
  })
  await expect(
    announce(privateKey, { version: '0.2.0', from: '0.1.0', back: false }, [join(from, 'guichet.deb')]),
  ).rejects.toThrow('« guichet.deb » n’est pas un paquet qui se remplace lui-même.')
})

test('versions follow one another by their numbers; hours pass midnight', () => {
  expect(['0.10.0', '0.9.1', '1.0.0', '0.9.0'].toSorted(compareVersions)).toEqual([
    '0.9.0',
    '0.9.1',
    '0.10.0',
    '1.0.0',
  ])
  const at = (hour: number, minute = 0) => new Date(2026, 2, 3, hour, minute)
  expect([at(19, 59), at(20), at(23), at(5, 59), at(6)].map((hour) => within('20:00-06:00', hour))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
  expect([at(11, 59), at(12), at(14)].map((hour) => within('12:00-14:00', hour))).toEqual([
    false,
    true,
    false,
  ])
})

test('a manifest without a signature that can be read is refused, whatever it holds', () => {
  for (const signature of ['', 'x', 'AAAA'])
    expect(
      readAnnounced(JSON.stringify({ manifest: JSON.stringify(manifest), signature }), maker.key, '0.1.0'),
    ).toEqual({ refused: 'notSigned' })
})

test('the office is asked whether it is ready; one that cannot open is not waited for, one that starts again is', async () => {
  const problem = { code: 'corrupt', message: 'L’office ne peut pas s’ouvrir.' }
  const tell = vi.fn<(message: object) => boolean>(() => true)
  const asked = createReadiness({ tell, problem: () => null })
  const answer = asked.ask()
  expect(tell).toHaveBeenCalledWith({ t: 'prepareUpdate' })
  asked.answered('dayOpen')
  expect(await answer).toBe('dayOpen')
  expect(await createReadiness({ tell: () => false, problem: () => problem }).ask()).toBeNull()
  expect(await createReadiness({ tell: () => false, problem: () => null }).ask()).toBe('noHost')
  expect(await createReadiness({ tell, problem: () => null }, 1).ask()).toBe('late')
})
