import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startRules } from '../../../electron/host/law/folder.ts'
import { officeKey } from '../../fixtures/papers.ts'

test('a draft that YAML would read for ever is left, and named in the log', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'guichet-rules-'))
  try {
    const drafts = join(dir, 'regles', 'brouillons')
    await mkdir(drafts, { recursive: true })
    await writeFile(join(drafts, 'cni.brouillon.yaml'), '? '.repeat(400))
    const said: unknown[] = []
    const log = { info: (_: string, facts?: unknown) => said.push(facts), fault: () => {} }
    const { drafts: read, unreadable } = startRules(dir, officeKey(7) as never, log as never).folder()
    expect(read.size).toBe(0)
    expect(unreadable).toEqual([
      { file: 'brouillons/cni.brouillon.yaml', why: 'sa lecture demandait trop de temps' },
    ])
    expect(said).toEqual([...unreadable])
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
})
