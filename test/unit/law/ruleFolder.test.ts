import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keysOf, startRules } from '../../../electron/host/law/folder.ts'
import { officeKey } from '../../fixtures/papers.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guichet-rules-'))
  await mkdir(join(dir, 'regles', 'brouillons'), { recursive: true })
})
afterEach(() => rm(dir, { recursive: true, force: true }))

/** A tenth of a second to read a draft, not two: what would never be read is stopped as well. */
const times = { package: 10_000, draft: 100 }

/** What the office's folder of rules holds, and what its log says of it. */
function read() {
  const said: unknown[] = []
  const log = { info: (_: string, facts?: unknown) => said.push(facts), fault: () => {} }
  return { ...startRules(dir, officeKey(7) as never, log as never, times).folder(), said }
}

test('a draft that YAML would read for ever is left, and named in the log', async () => {
  await writeFile(join(dir, 'regles', 'brouillons', 'cni.brouillon.yaml'), '? '.repeat(400))
  const { drafts, unreadable, said } = read()
  expect(drafts.size).toBe(0)
  expect(unreadable).toEqual([
    { file: 'brouillons/cni.brouillon.yaml', why: 'sa lecture demandait trop de temps' },
  ])
  expect(said).toEqual([...unreadable])
})

test.skipIf(process.platform === 'win32')(
  'a pipe holds no host, and a link to nowhere stops none: both are left, and named',
  async () => {
    const rules = join(dir, 'regles')
    await symlink(join(dir, 'nowhere'), join(rules, 'ville.regles.json'))
    await symlink(join(dir, 'nowhere'), join(rules, 'brouillons', 'cni.brouillon.yaml'))
    await promisify(execFile)('mkfifo', [join(rules, 'brouillons', 'dcem.brouillon.yaml')])
    expect(read().unreadable).toEqual([
      { file: 'ville.regles.json', why: 'ce fichier ne peut pas être lu' },
      { file: 'brouillons/cni.brouillon.yaml', why: 'ce fichier ne peut pas être lu' },
      { file: 'brouillons/dcem.brouillon.yaml', why: 'ce n’est pas un fichier' },
    ])
  },
)

describe('what is in the place of', () => {
  const trusted = () => join(dir, 'regles', 'editeurs.txt')
  const drafts = () => join(dir, 'regles', 'brouillons')

  test('the keys is left and named, when it is a folder: the office trusts its own key alone', async () => {
    await mkdir(trusted())
    expect(read().unreadable).toEqual([{ file: 'editeurs.txt', why: 'ce n’est pas un fichier' }])
    expect([...keysOf(dir, 'own').keys]).toEqual(['own'])
  })

  test.skipIf(process.platform === 'win32')('the keys holds no host, when it is a pipe', async () => {
    await promisify(execFile)('mkfifo', [trusted()])
    expect(read().unreadable).toEqual([{ file: 'editeurs.txt', why: 'ce n’est pas un fichier' }])
  })

  test('the drafts is left and named, when it is a file', async () => {
    await rm(drafts(), { recursive: true })
    await writeFile(drafts(), '')
    expect(read().unreadable).toEqual([{ file: 'brouillons', why: 'ce n’est pas un dossier' }])
  })

  test('the rules is left and named, when it is a file', async () => {
    await rm(join(dir, 'regles'), { recursive: true })
    await writeFile(join(dir, 'regles'), '')
    expect(read().unreadable).toEqual([{ file: 'regles', why: 'ce n’est pas un dossier' }])
  })
})
