import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { openArchive } from '../../../db/backup/archive.ts'
import { heldFiles, heldFolders, isHeldName } from '../../../db/backup/names.ts'
import { readBackup, unpackBackup } from '../../../db/backup/read.ts'
import { signed } from '../../../db/journal/signature.ts'
import { copyOutside } from '../../../db/backup/write.ts'
import { keyOf } from '../../../electron/host/office/key.ts'
import { ownFolder } from '../folder.ts'
import { forge, forgedManifest, type ForgedEntry } from './forged.ts'

const database: ForgedEntry = { name: 'guichet.sqlite', content: 'x' }

/** A folder with a file that an archive would like to change, and where one is opened. */
function places() {
  const folder = ownFolder()
  const victim = join(folder, 'victim')
  writeFileSync(victim, 'as it was')
  const inside = join(folder, 'inside')
  mkdirSync(inside)
  const left = () => ({ beside: readdirSync(folder).toSorted(), victim: readFileSync(victim, 'utf8') })
  return { folder, into: join(inside, 'new'), archive: join(folder, 'forged.tar.gz'), left }
}

describe('the names of a backup', () => {
  test('are a closed list: the office’s files, those of its two folders, those that the network writes', () => {
    expect(heldFiles).toEqual([
      'office.key',
      'office.key.age',
      'tokens.json',
      'clock.json',
      'sauvegardes.json',
      'avis.json',
      'ancres.jsonl',
    ])
    expect(heldFolders).toEqual(['regles', 'certificats', 'reseau'])
    const pin = 'A'.repeat(43)
    const held = [
      'guichet.sqlite',
      ...heldFiles,
      'regles/passeport-1.2-0a1b2c3d.regles.json',
      'regles/editeurs.txt',
      'regles/brouillons/F1342.brouillon.yaml',
      'regles/paquets/été 2026 (v2).json',
      'certificats/FR03-AV01.pem',
      'reseau/reseau.json',
      `reseau/${pin}.key`,
      `reseau/${pin}.crt`,
    ]
    expect(held.filter((name) => !isHeldName(name))).toEqual([])
    const foreign = [
      '',
      'guichet.sqlite-wal',
      'suivi.json',
      'logs/host.jsonl',
      'regles',
      'regles/',
      'regles//a',
      'regles/../office.key',
      'regles/a\n/../../x',
      'a\n/../../x',
      'regles/a\\..\\..\\x',
      'regles/.ssh',
      'regles/a/b/c/d',
      'regles/a:b',
      'regles/CON',
      'regles/nul.json',
      'regles/a.',
      'regles/a ',
      'regles/a\0',
      'reseau/autre.sh',
      'reseau/a/reseau.json',
      '/etc/passwd',
      'C:\\x',
      `regles/${'a'.repeat(101)}`,
    ]
    expect(foreign.filter(isHeldName)).toEqual([])
  })
})

describe('a forged backup writes nothing', () => {
  const climbing: ForgedEntry = { name: 'a\n/../../victim', content: 'changed' }

  test('outside its folder, by a name that a line break hides', async () => {
    const { into, archive, left } = places()
    const before = left()
    forge(archive, [forgedManifest([climbing, database]), climbing, database])
    await expect(unpackBackup(archive, undefined, into)).rejects.toThrow('qu’aucun office ne garde')
    expect(left()).toEqual({ ...before, beside: ['forged.tar.gz', ...before.beside] })
    expect(existsSync(into)).toBe(false)
  })

  test('nor when it is encrypted for the office’s own recovery key, which anybody can do', async () => {
    const { folder, into, archive, left } = places()
    const identity = await generateX25519Identity()
    forge(archive, [forgedManifest([climbing]), climbing])
    const copy = await copyOutside(archive, folder, { recipient: await identityToRecipient(identity) })
    await expect(unpackBackup(join(folder, copy), identity, into)).rejects.toThrow('qu’aucun office ne garde')
    expect(left().victim).toBe('as it was')
    expect(existsSync(into)).toBe(false)
  })

  test.for<[string, readonly ForgedEntry[], readonly ForgedEntry[]]>([
    ['a file that its manifest does not say', [database], [database, { name: 'office.key', content: 'k' }]],
    ['a file twice', [database], [database, database]],
    ['a file longer than is said', [database], [{ ...database, content: 'xy' }]],
    ['a file shorter than is said', [{ ...database, content: 'xy' }], [database]],
    ['another content of the same length', [database], [{ ...database, content: 'y' }]],
    ['a file less', [database, { name: 'office.key', content: 'k' }], [database]],
    [
      'a link in the place of a file',
      [database],
      [{ name: 'guichet.sqlite', content: '', type: 'SymbolicLink', to: '/etc/passwd' }],
    ],
    ['a folder', [database], [database, { name: 'regles/', content: '', type: 'Directory' }]],
  ])('with %s', async ([, said, given]) => {
    const { into, archive } = places()
    forge(archive, [forgedManifest(said), ...given])
    await expect(unpackBackup(archive, undefined, into)).rejects.toThrow('n’est pas entière')
    expect(existsSync(into)).toBe(false)
  })

  test('with two names that one system writes in one place', async () => {
    const { into, archive } = places()
    const pair = [
      { name: 'regles/A.json', content: '1' },
      { name: 'regles/a.json', content: '2' },
    ]
    forge(archive, [forgedManifest([database, ...pair]), database, ...pair])
    await expect(unpackBackup(archive, undefined, into)).rejects.toThrow('n’est pas une sauvegarde')
    expect(existsSync(into)).toBe(false)
  })

  test('with a file that is a folder of another', async () => {
    const { into, archive } = places()
    const pair = [
      { name: 'regles/a', content: '1' },
      { name: 'regles/a/b', content: '2' },
    ]
    forge(archive, [forgedManifest([database, ...pair]), database, ...pair])
    await expect(unpackBackup(archive, undefined, into)).rejects.toThrow('n’est pas une sauvegarde')
    expect(existsSync(into)).toBe(false)
  })

  test('nor in the terminal of whoever opens it, by the name that it gives its office', async () => {
    const { archive } = places()
    const office = `Mairie\n\u001b[2K\u009b1A\u202eEmpreinte ${'A'.repeat(1000)}`
    forge(archive, [forgedManifest([database], { office }), database])
    const said = (await readBackup(archive)).manifest.office
    expect(said).toMatch(/^Mairie {2}\[2K 1A Empreinte A+$/)
    expect(said).toHaveLength(200)
  })

  test('over a folder that is there', async () => {
    const { into, archive } = places()
    mkdirSync(into)
    writeFileSync(join(into, 'office.key'), 'ours')
    forge(archive, [forgedManifest([database]), database])
    await expect(unpackBackup(archive, undefined, into)).rejects.toThrow('EEXIST')
    expect(readFileSync(join(into, 'office.key'), 'utf8')).toBe('ours')
  })
})

describe('an archive that would fill the disk is refused, in a sentence', () => {
  const trap = 'prendrait bien plus de place'

  test('by what comes out for what went in', async () => {
    const { into, archive } = places()
    const zeros = { name: 'guichet.sqlite', content: Buffer.alloc(65 * 1024 * 1024) }
    forge(archive, [forgedManifest([zeros]), zeros])
    await expect(unpackBackup(archive, undefined, into)).rejects.toThrow(trap)
    expect(existsSync(into)).toBe(false)
  })

  test('by what comes out of it when it is compressed twice', async () => {
    const { into, archive } = places()
    forge(archive, [forgedManifest([database]), database])
    const once = readFileSync(archive)
    for (const twice of [gzipSync(once), gzipSync(zstdCompressSync(gunzipSync(once)))]) {
      writeFileSync(archive, twice)
      await expect(unpackBackup(archive, undefined, into)).rejects.toThrow('n’est pas une sauvegarde')
      expect(existsSync(into)).toBe(false)
    }
  })

  test('and what follows its end is not kept', async () => {
    const { archive } = places()
    forge(archive, [forgedManifest([database]), database])
    const padding = 4 * 1024 * 1024
    writeFileSync(
      archive,
      gzipSync(Buffer.concat([gunzipSync(readFileSync(archive)), Buffer.alloc(padding)])),
    )
    const concat = Buffer.concat.bind(Buffer)
    const joined = vi.spyOn(Buffer, 'concat').mockImplementation((...asked) => {
      const whole = concat(...asked)
      expect(whole.length).toBeLessThan(2 ** 20)
      return whole
    })
    try {
      expect((await readBackup(archive)).manifest.files).toHaveLength(1)
    } finally {
      joined.mockRestore()
    }
  })

  test('by what its manifest says, before a byte is written', async () => {
    const { into, archive } = places()
    const said = { name: 'guichet.sqlite', bytes: 2 ** 50, sha256: '0'.repeat(64) }
    forge(archive, [forgedManifest([], { files: [said] }), database])
    await expect(unpackBackup(archive, undefined, into)).rejects.toThrow('le disque ne les a pas')
    expect(existsSync(into)).toBe(false)
  })

  test('by how many files it has, and by how much they weigh', async () => {
    const { archive } = places()
    const files = Array.from({ length: 20 }, (_, at) => ({ name: `regles/${at}`, content: 'x'.repeat(5000) }))
    forge(archive, files)
    const seen: string[] = []
    const open = (bounds: { entries: number; bytes: number }) =>
      openArchive(
        archive,
        undefined,
        async ({ name, content }) => {
          for await (const _chunk of content);
          seen.push(name)
          return 'on'
        },
        { ratio: 200, bytesAnyway: 2 ** 20, ...bounds },
      )
    await open({ entries: 20, bytes: 2 ** 20 })
    expect(seen).toEqual(files.map(({ name }) => name))
    await expect(open({ entries: 19, bytes: 2 ** 20 })).rejects.toThrow(trap)
    await expect(open({ entries: 20, bytes: 50_000 })).rejects.toThrow(trap)
  })
})

describe('the signature of a backup', () => {
  const ours = keyOf('1'.repeat(64))
  const manifest = forgedManifest([database], { format: 2 })
  const signedBy = async (what: string, content = manifest.content): Promise<ForgedEntry> => ({
    name: 'manifest.signature.json',
    content: JSON.stringify(await signed(what, Buffer.from(content), ours)),
  })

  test('says which key made it, before any of its files is written', async () => {
    const { into, archive } = places()
    forge(archive, [manifest, await signedBy('backup'), database])
    expect((await readBackup(archive)).signer).toBe(ours.publicKey)
    const refusal = new Error('not that key')
    await expect(
      unpackBackup(archive, undefined, into, ({ signer }) => {
        expect([signer, readdirSync(into)]).toEqual([ours.publicKey, []])
        throw refusal
      }),
    ).rejects.toBe(refusal)
    expect(existsSync(into)).toBe(false)
  })

  test('is worth nothing for another manifest, nor when the key signed another thing', async () => {
    const { archive } = places()
    const other = forgedManifest([database], { format: 2, office: 'Autre' })
    forge(archive, [other, await signedBy('backup'), database])
    await expect(readBackup(archive)).rejects.toThrow('La signature de cette sauvegarde')
    forge(archive, [manifest, await signedBy('anchor'), database])
    await expect(readBackup(archive)).rejects.toThrow('La signature de cette sauvegarde')
  })

  test('can be taken away by nobody: what says that it is signed is refused without it', async () => {
    const { archive } = places()
    forge(archive, [manifest, database])
    await expect(readBackup(archive)).rejects.toThrow('n’est pas une sauvegarde')
    forge(archive, [forgedManifest([database]), database])
    expect((await readBackup(archive)).signer).toBeNull()
  })
})
