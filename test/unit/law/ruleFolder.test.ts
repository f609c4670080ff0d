import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startRules } from '../../../electron/host/law/folder.ts'
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
