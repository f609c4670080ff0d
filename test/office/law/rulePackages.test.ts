import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rulesFolder } from '../../../electron/host/law/compiling.ts'
import { openPackage, signPackage, type RulePackage } from '../../../shared/procedures/package.ts'
import { guichet as command, type Answered } from '../../fixtures/insideCommand.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { newFolder, removeFolder, done } from '../../fixtures/startHost.ts'

const guichet = (...args: readonly string[]): Promise<Answered> => command(args)

type Piece = { readonly pieceId: string; readonly title: string }
type Counter = {
  readonly current: {
    readonly assessment: { readonly pieces: readonly Piece[]; readonly rule: { readonly version: string } }
  }
}

let dir = ''
let made = ''
let host: HostInside

/** The office's own version of a procedure: the photograph's line reads otherwise, from a date. */
async function ownRules(from: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-regles-'))
  await mkdir(join(folder, 'rules/cni'), { recursive: true })
  const shipped = await readFile(join(rulesFolder, 'rules/cni/1.yaml'), 'utf8')
  await writeFile(
    join(folder, 'rules/cni/2.yaml'),
    shipped
      .replace(/version: '1'/, "version: '2'")
      .replace(/\n {4}du: .*/, `\n    du: ${from}`)
      .replace('titre: Photo de moins de 6 mois', 'titre: Photo d’identité de moins de 6 mois'),
  )
  return folder
}

const pack = (folder: string, ...more: readonly string[]) =>
  guichet(
    'rules',
    'pack',
    folder,
    '--data',
    dir,
    '--nom',
    'Règles de la ville',
    '--version',
    '1.0',
    '--emetteur',
    'Service juridique',
    '--revue',
    '2027-12-31',
    ...more,
  )

beforeAll(async () => {
  dir = await newFolder()
  made = await mkdtemp(join(tmpdir(), 'guichet-paquet-'))
  host = await startInside(dir, { at: '2026-03-03T10:00:00+01:00' })
}, 60_000)
afterAll(async () => {
  await host.stop()
  await removeFolder(dir)
  await rm(made, { recursive: true, force: true })
})

/** What the counter's checklist is for the card, and under which version. */
async function checklist(): Promise<Counter['current']['assessment']> {
  const { current } = await done<Counter>(host, 'agent1', 'queries/counter.view')
  return current.assessment
}

describe('rules apart from the program', () => {
  test('a mistake in a rule file is named with its line, and no package is made', async () => {
    const folder = await ownRules('2026-03-02')
    const file = join(folder, 'rules/cni/2.yaml')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace("ancienne carte = 'perdue'", "ancienne carte = 'perdu'"))
    const line = text.split('\n').findIndex((one) => one.startsWith('cni . carte perdue:')) + 1
    const told = await pack(folder)
    expect(told.code).toBe(1)
    expect(told.err).toContain(`rules/cni/2.yaml, ligne ${line} · cni . carte perdue`)
    expect(told.err).toContain('aucun paquet n’est fait')
    await rm(folder, { recursive: true })
  })

  test('what is lacking to make a package is named, and one whose review is past already is not made', async () => {
    const folder = await ownRules('2026-03-02')
    const asked = ['rules', 'pack', folder, '--data', dir, '--nom', 'Ville', '--emetteur', 'Juriste']
    const lacking = await guichet(...asked, '--version', 'un', '--revue', '2026-02-30')
    expect([lacking.code, lacking.err]).toEqual([2, expect.stringContaining('--version N')])
    expect(lacking.err).toContain('--revue AAAA-MM-JJ')
    const past = await guichet(...asked, '--version', '1', '--revue', '2020-01-01')
    expect([past.code, past.err]).toEqual([1, expect.stringContaining('est passée')])
    await rm(folder, { recursive: true })
  })

  test('a signed package is verified; one word changed, and its signature no longer holds', async () => {
    const folder = await ownRules('2026-03-02')
    const file = join(made, 'ville.regles.json')
    expect(await pack(folder, '--sortie', file)).toMatchObject({ code: 0 })
    await rm(folder, { recursive: true })
    expect(await guichet('rules', 'verify', file, '--data', dir)).toMatchObject({
      code: 0,
      out: expect.stringContaining('signé par une clé que l’office connaît'),
    })
    const forged = join(made, 'change.regles.json')
    await writeFile(
      forged,
      (await readFile(file, 'utf8')).replace('Photo d’identité de moins', 'Photo en couleur de moins'),
    )
    const huge = join(dir, 'huge.json')
    await writeFile(huge, Buffer.alloc(17 * 1024 * 1024, ' '))
    expect((await guichet('rules', 'verify', huge)).err).toContain('trop gros pour un paquet de règles')
    await rm(huge)
    expect(await guichet('rules', 'verify', forged)).toMatchObject({
      code: 1,
      err: expect.stringContaining('a été changé depuis'),
    })
    const none = join(made, 'rien.regles.json')
    await writeFile(none, '{"fiche": true}')
    expect(await guichet('rules', 'install', none, '--data', dir)).toMatchObject({
      code: 1,
      err: expect.stringContaining('n’est pas un paquet de règles'),
    })
  })

  test.runIf(process.platform !== 'win32')('a pipe is no package, and is waited for by nobody', async () => {
    const pipe = join(made, 'tube.regles.json')
    await promisify(execFile)('mkfifo', [pipe])
    expect(await guichet('rules', 'verify', pipe)).toMatchObject({
      code: 1,
      err: expect.stringContaining('ce n’est pas un fichier'),
    })
    await rm(pipe)
  })

  test('a signed package that would write its own sentences in a terminal is none', async () => {
    const { manifest, set } = JSON.parse(
      await readFile(join(made, 'ville.regles.json'), 'utf8'),
    ) as RulePackage
    const secret = hexToBytes('1'.repeat(64))
    const publicKey = bytesToHex(ed25519.getPublicKey(secret))
    const by = (issuer: string) =>
      openPackage(
        signPackage({ manifest: { ...manifest, issuer }, set, publicKey }, (bytes) =>
          ed25519.sign(bytes, secret),
        ),
      )
    expect(by('Ville')).toHaveProperty('package')
    for (const issuer of ['Ville\u001b[2K', 'Ville\nSigné par une clé que l’office connaît.'])
      expect(by(issuer)).toEqual({ fault: 'notPackage' })
  })

  test('a package of a key that the office does not know is not taken, unless a person accepts the key', async () => {
    const other = await newFolder()
    const its = await startInside(other)
    await its.stop()
    const folder = await ownRules('2026-03-02')
    const file = join(made, 'autre.regles.json')
    const packed = await guichet(
      'rules',
      'pack',
      folder,
      '--data',
      other,
      '--nom',
      'Autre ville',
      '--version',
      '1',
      '--emetteur',
      'Autre',
      '--revue',
      '2027-01-01',
      '--sortie',
      file,
    )
    expect(packed.code).toBe(0)
    expect(await guichet('rules', 'install', file, '--data', dir)).toMatchObject({
      code: 1,
      err: expect.stringContaining('ne connaît pas la clé'),
    })
    expect((await readdir(dir)).includes('regles')).toBe(false)
    await rm(folder, { recursive: true })
    await removeFolder(other)
  })

  test('installed, it waits; tried, it says what it changes; published, it holds from its date, and the version before for the days before', async () => {
    await done(host, 'supervisor', 'commands/day.open')
    await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
    await done(host, 'agent2', 'commands/reception.take', { serviceId: 'titres' })
    await done(host, 'agent1', 'commands/ticket.callNext')
    await done(host, 'agent1', 'commands/ticket.start')
    await done(host, 'agent1', 'commands/sheet.update', { procedureId: 'cni' })
    expect(await guichet('rules', 'install', join(made, 'ville.regles.json'), '--data', dir)).toMatchObject({
      code: 0,
    })
    expect((await checklist()).rule.version).toBe('1')

    const { packages } = await done<{
      packages: readonly { hash: string; trusted: boolean; published: unknown; problems: readonly string[] }[]
    }>(host, 'admin', 'queries/rules.packages')
    expect(packages).toMatchObject([{ trusted: true, published: null, problems: [] }])
    const { hash } = packages[0]!
    const tried = await done<{
      situations: number
      changed: number
      changes: readonly { changes: readonly { after: string | null }[] }[]
    }>(host, 'admin', 'queries/rules.tryPackage', { hash })
    // A title alone moves no piece: the texts differ, the checklists don't.
    expect(tried.situations).toBeGreaterThan(20)
    expect(tried.changed).toBe(0)
    expect(JSON.stringify(tried.changes)).toContain('Photo d’identité de moins de 6 mois')

    await done(host, 'admin', 'commands/rules.publish', { hash, by: 'Maître Nadia Ferrand' })
    const published = await checklist()
    expect(published.rule.version).toBe('2')
    expect(published.pieces.map(({ title }) => title)).toContain('Photo d’identité de moins de 6 mois')
    const { procedures } = await done<{
      procedures: readonly { procedureId: string; version: string; validTo: string | null }[]
    }>(host, 'admin', 'queries/law.procedures')
    expect(procedures.filter(({ procedureId }) => procedureId === 'cni')).toMatchObject([
      { version: '1', validTo: '2026-03-01' },
      { version: '2', validTo: null },
    ])
    await done(host, 'admin', 'commands/rules.withdraw', { hash })
    expect((await checklist()).rule.version).toBe('1')
  })

  test('a version is validated by name as it stands; validated on another text, it is refused', async () => {
    const { procedures } = await done<{
      procedures: readonly { procedureId: string; version: string; hash: string }[]
    }>(host, 'admin', 'queries/law.procedures')
    const cni = procedures.find(({ procedureId }) => procedureId === 'cni')!
    const { procedureId, version, hash } = cni
    const by = 'Maître Nadia Ferrand'
    await done(host, 'admin', 'commands/procedure.validate', { procedureId, version, hash, by })
    const after = await done<{ procedures: readonly object[] }>(host, 'admin', 'queries/law.procedures')
    expect(after.procedures).toContainEqual(
      expect.objectContaining({ procedureId, validated: expect.objectContaining({ by }) }),
    )
    const refused = await fetch(`${host.url}/api/v1/commands/procedure.validate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${host.tokens['admin']}`, 'content-type': 'application/json' },
      body: JSON.stringify({ procedureId, version, hash: '0'.repeat(64), by }),
    })
    expect([refused.status, await refused.json()]).toMatchObject([409, { error: { code: 'ruleChanged' } }])
  })

  test('a damaged package in the folder is said, and changes nothing of the rules in use', async () => {
    await cp(join(made, 'rien.regles.json'), join(dir, 'regles', 'rien.regles.json'))
    const { unreadable } = await done<{ unreadable: readonly { file: string }[] }>(
      host,
      'admin',
      'queries/rules.packages',
    )
    expect(unreadable).toMatchObject([{ file: 'rien.regles.json' }])
    expect((await checklist()).rule.version).toBe('1')
  })
})
