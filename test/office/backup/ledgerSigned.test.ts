import { cp, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backupsIn } from '../../../db/backup/before.ts'
import { anchorFile } from '../../../db/journal/anchorFile.ts'
import { signed } from '../../../db/journal/signature.ts'
import { doBackup } from '../../../electron/host/backup/work.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { keyOf, openKey } from '../../../electron/host/office/key.ts'
import { done } from '../../fixtures/startHost.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { startRealOffice, type RealOffice } from '../../fixtures/realOffice.ts'

// What an attacker does who writes where the copies of an office lie, and has no key.

let office: RealOffice
let backup: string
/** The ledger's lines, in order, as the host wrote them, after the one that begins it. */
let lines: readonly string[]
let begun: string
const ledger = 'effacements.jsonl'
const tokens = ['Tableau de bord', 'Site de la ville', 'Écran du hall'] as const

beforeAll(async () => {
  office = await startRealOffice()
  const { host } = office
  const ids: string[] = []
  for (const label of tokens) {
    const until = null
    const made = { label, scopes: ['statistics'], until }
    ids.push((await done<{ tokenId: string }>(host, 'admin', 'commands/apiToken.create', made)).tokenId)
  }
  const made = await done<{ name: string }>(host, 'admin', 'commands/backup.make')
  backup = join(backupsIn(office.dir), made.name)
  for (const tokenId of ids) await done(host, 'admin', 'commands/apiToken.revoke', { tokenId })
  await office.running.stop()
  ;[begun = '', ...lines] = (await readFile(join(backupsIn(office.dir), ledger), 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
}, 120_000)
afterAll(() => office.stop())

/** A folder with these lines, restored with the backup: what the restore says, and the tokens that open. */
async function restored(name: string, text: string, { anchors = false, more = [] as string[] } = {}) {
  const beside = join(office.folder, name)
  await mkdir(beside)
  await writeFile(join(beside, ledger), text)
  if (anchors) await cp(anchorFile(office.dir), anchorFile(beside))
  const to = join(office.folder, `${name}Office`)
  const asked = ['restore', backup, to, '--ledger', beside, ...more]
  const alone = await guichet(asked)
  const said = alone.code === 0 ? alone : await guichet([...asked, '--without-ledger'])
  expect(said).toMatchObject({ code: 0, err: '' })
  const left = Number(/(\d+) jetons? de logiciels?/.exec(said.out)?.[1])
  return { out: said.out, left, refused: alone.err }
}

const textOf = (all: readonly string[]) => `${all.join('\n')}\n`
const fileOf = (all: readonly string[]) => textOf([begun, ...all])
/** What a line says, without who signed it: what the program wrote before signatures. */
const bare = (line: string) => {
  const { office: of, seq, at, fact } = JSON.parse(line.slice(87)) as Record<string, unknown>
  return JSON.stringify({ office: of, seq, at, fact })
}

describe('a restore by a ledger', () => {
  test('that the office signed does again all that it says, and adds nothing', async () => {
    const { out, left, refused } = await restored('whole', fileOf(lines), { anchors: true })
    expect(refused).toBe('')
    expect(lines).toHaveLength(3)
    expect(left).toBe(0)
    expect(out).toContain('3 retraits de droit refaits')
    expect(out).not.toMatch(/signée|incomplet/)
  })

  test('does nothing of a line that somebody wrote among those that are signed, and says so', async () => {
    const invented = bare(lines[2]!)
    const { out, left } = await restored('forged', fileOf([invented, ...lines.slice(0, 2)]))
    expect(left).toBe(1)
    expect(out).toContain('1 ligne que la clé de l’office n’a pas signée : rien n’en a été refait')
  })

  test('does nothing of a line that another key signed, nor of one that was changed', async () => {
    const text = lines[2]!.slice(87)
    const { signature } = await signed('ledger', Buffer.from(text), keyOf('1'.repeat(64)))
    const changed = lines[1]!.replace(/"at":\d/, '"at":2')
    const { out, left } = await restored('other', fileOf([lines[0]!, changed, `${signature} ${text}`]))
    expect(left).toBe(2)
    expect(out).toContain('2 lignes que la clé de l’office n’a pas signées')
    const asked = await restored('otherAsked', fileOf([lines[0]!, changed, `${signature} ${text}`]), {
      more: ['--unsigned'],
    })
    expect(asked.left, 'a signature that is wrong is wrong however it is asked').toBe(2)
    const alone = await restored('otherAlone', textOf([`${signature} ${text}`]))
    expect(alone.refused, 'nothing there is the office’s').toContain('ne dit rien de cet office')
    expect(alone.refused, 'what takes none of it is not proposed').not.toContain('--unsigned')
  })

  test('says that a line was taken away, from the middle or, by the anchors beside it, from the end', async () => {
    const middle = await restored('middle', fileOf([lines[0]!, lines[2]!]))
    expect(middle.left).toBe(1)
    expect(middle.out).toContain('Ce relevé est incomplet')
    expect(middle.refused).toMatch(/Il manque au relevé.*Rien n’a été restauré.*--without-ledger/s)
    const end = await restored('end', fileOf(lines.slice(0, 2)), { anchors: true })
    expect(end.out).toContain('Ce relevé est incomplet')
    expect(end.refused).toContain('Il manque au relevé')
  })

  test.each([
    ['emptied', () => ''],
    ['blank', () => '\n\n'],
    ['written over', () => 'x'.repeat(3_000_000)],
    ['cut in its signatures', () => textOf(lines.map((line) => line.slice(87)))],
  ])(
    '%s is taken only if that is asked, and says that whom was erased since is there again',
    async (how, text) => {
      const { out, left, refused } = await restored(how.replaceAll(' ', '-'), text())
      expect(refused).toMatch(/ne dit rien de cet office.*Rien n’a été restauré.*--without-ledger/s)
      expect(left).toBe(3)
      expect(out).toContain('ne dit rien de cet office')
      expect(/lignes? de ce relevé ne se/.test(out)).toBe(text().trim() !== '')
    },
  )

  test('that lacks lines is whole again in the office restored: an older backup is restored from there', async () => {
    const { refused } = await restored('gap', fileOf([lines[0]!, lines[2]!]))
    expect(refused).toContain('Il manque au relevé')
    const from = backupsIn(join(office.folder, 'gapOffice'))
    const again = await guichet(['restore', backup, join(office.folder, 'gapAgain'), '--ledger', from])
    expect(again).toMatchObject({ code: 0, err: '' })
    expect(again.out).toContain('2 retraits de droit refaits')
    expect(again.out).not.toMatch(/signée|incomplet/)
  })

  /** A restore, by these lines, of the office as it would be with such a key: what it says. */
  async function restoredWith(
    name: string,
    key: 'protected' | 'none',
    all: readonly string[],
    { anchors = false } = {},
  ) {
    const from = join(office.folder, `${name}Office`)
    await cp(office.dir, from, { recursive: true })
    const ours = await openKey(office.dir, null)
    const kept = { publicKey: ours.publicKey, protected: Buffer.from('wrapped').toString('base64') }
    if (key === 'none') await rm(join(from, 'office.key'))
    else await writeFile(join(from, 'office.key'), JSON.stringify(kept))
    const out = join(office.folder, `${name}Copies`)
    const order = { folder: from, out, why: 'asked', chain: 'whole', at: Date.now() as Instant } as const
    const made = await doBackup({ ...order, outside: null, publicKey: ours.publicKey }, ours.sign)
    if (!('line' in made)) throw new Error(made.cause)
    await writeFile(join(out, ledger), fileOf(all))
    if (anchors) await cp(anchorFile(office.dir), anchorFile(out))
    else await rm(anchorFile(out), { force: true })
    const to = join(office.folder, `${name}Restored`)
    const more = key === 'none' ? ['--unsigned'] : []
    const said = await guichet(['restore', join(out, made.line.name), to, '--without-ledger', ...more])
    expect(said).toMatchObject({ code: 0, err: '' })
    return said.out
  }

  test.each([
    ['protected', 'Le système seul ouvre la clé de cet office'],
    ['none', 'La clé de cet office n’est pas là'],
  ] as const)(
    'keeps its gap, and says why, where the key that would sign its lines again is %s',
    async (key, why) => {
      const out = await restoredWith(`${key}Key`, key, [lines[0]!, lines[2]!])
      expect(out).toContain(`${why} : le relevé restauré garde ce manque`)
      const whole = await restored(`${key}SignedAgain`, fileOf([lines[0]!, lines[2]!]))
      expect(whole.out).not.toContain('garde ce manque')
    },
  )

  test('keeps no gap where an anchor alone told that the last line lacks: no later restore stops for it', async () => {
    const out = await restoredWith('lastLine', 'protected', lines.slice(0, 2), { anchors: true })
    expect(out).toContain('Ce relevé est incomplet')
    expect(out).not.toContain('garde ce manque')
    const from = backupsIn(join(office.folder, 'lastLineRestored'))
    const to = join(office.folder, 'lastLineAgain')
    expect(await guichet(['restore', backup, to, '--ledger', from])).toMatchObject({ code: 0, err: '' })
  })

  test('that was begun and says no more forgets nobody, and asks for nothing', async () => {
    const { left, refused } = await restored('begun', fileOf([]))
    expect([left, refused]).toEqual([3, ''])
  })

  test('says that one of its lines can’t be read, and does again what the others say', async () => {
    const { out, left } = await restored('damaged', fileOf([...lines.slice(0, 2), lines[2]!.slice(0, 200)]))
    expect(left).toBe(1)
    expect(out).toContain('1 ligne de ce relevé ne se lit pas')
    expect(out).not.toContain('ne dit rien de cet office')
  })

  test('of before signatures does what it says, and says that nothing proves it', async () => {
    const { out, left } = await restored('before', textOf(lines.map(bare)))
    expect(left).toBe(0)
    expect(out).toContain('3 lignes de ce relevé ne sont signées par personne')
  })

  test('does not take for one of before signatures the ledger that an anchor says was signed', async () => {
    const { out, left, refused } = await restored('stripped', textOf(lines.map(bare)), { anchors: true })
    expect(left).toBe(3)
    expect(refused, 'it says how its lines are taken').toMatch(/3 lignes.*--unsigned/s)
    expect(out).toContain('3 lignes que la clé de l’office n’a pas signées')
    const asked = await restored('strippedAsked', textOf(lines.map(bare)), {
      anchors: true,
      more: ['--unsigned'],
    })
    expect(asked.left).toBe(0)
  })
})

describe('an examination', () => {
  /** What the doctor and the verification say of the office whose ledger has these lines. */
  async function examined(all: readonly string[] | null) {
    const file = join(backupsIn(office.dir), ledger)
    if (all === null) await rm(file)
    else await writeFile(file, fileOf(all))
    try {
      const doctor = await guichet(['doctor', office.dir, '--json'])
      const { findings } = JSON.parse(doctor.out) as {
        findings: { code: string; level: string; sentence: string }[]
      }
      const verify = await guichet(['journal', 'verify', office.dir])
      const found = findings.find(({ code }) => code === 'ledger')
      return { level: found?.level, sentence: found?.sentence, code: verify.code, out: verify.out }
    } finally {
      await writeFile(file, fileOf(lines))
    }
  }

  test('finds the ledger that the office signed to be its own', async () => {
    const { level, sentence, code, out } = await examined(lines)
    expect([level, code]).toEqual(['fine', 0])
    expect(sentence).toContain('signé par l’office : 4 lignes')
    expect(out).toContain(sentence)
  })

  test('finds a line that another key signed, one that is missing, and all that was taken away', async () => {
    const text = lines[2]!.slice(87)
    const { signature } = await signed('ledger', Buffer.from(text), keyOf('1'.repeat(64)))
    const forged = await examined([...lines, `${signature} ${text}`])
    expect([forged.level, forged.code]).toEqual(['wrong', 1])
    expect(forged.sentence).toContain('n’a pas signée')
    const middle = await examined([lines[0]!, lines[2]!])
    expect([middle.level, middle.code]).toEqual(['wrong', 1])
    const gone = await examined(null)
    expect([gone.level, gone.sentence]).toEqual(['warning', expect.stringContaining('3 lignes')])
    const before = await examined(lines.map(bare))
    expect([before.level, before.sentence]).toEqual(['warning', expect.stringContaining('personne')])
  })
})

test('a ledger that is lost while the office runs says again, with its next backup, all that it said', async () => {
  const out = backupsIn(office.dir)
  await rm(join(out, ledger))
  const key = await openKey(office.dir, null)
  const order = { folder: office.dir, out, why: 'hourly', chain: 'end', outside: null } as const
  const { publicKey } = key
  const at = (Date.now() + 3_600_000) as Instant
  expect(await doBackup({ ...order, at, publicKey }, key.sign)).toHaveProperty('line')
  const again = (await readFile(join(out, ledger), 'utf8')).split('\n').filter((line) => line !== '')
  expect(again.map((line) => bare(line))).toEqual(lines.map(bare))
})

test.each([ledger, 'ancres.jsonl'])(
  '%s longer than any office writes is refused by name, and nothing is restored',
  async (name) => {
    const beside = join(office.folder, `long${name}`)
    await mkdir(beside)
    await writeFile(join(beside, ledger), fileOf(lines))
    await writeFile(join(beside, name), '')
    await truncate(join(beside, name), 700_000_000)
    const said = await guichet(['restore', backup, join(office.folder, `${name}Office`), '--ledger', beside])
    expect(said).toMatchObject({ code: 1, err: expect.stringContaining(`${name} » ne peut pas être lu`) })
  },
)
