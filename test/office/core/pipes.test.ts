import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { journalFile } from '../../../db/open.ts'
import { toBase64url } from '../../../shared/documents/base64url.ts'
import { ownHosts } from '../../fixtures/ownHosts.ts'
import { cliProgram, root } from '../../runtime/places.ts'

// A pipe in the place of a file: whoever reads one to its end waits for a writer that never comes.

const here = ownHosts()
const run = promisify(execFile)

/** A pipe to which nobody writes. */
async function pipe(): Promise<string> {
  const path = join(here.dir, 'pipe')
  if (process.platform === 'win32') return join(here.dir, 'nowhere')
  if (!existsSync(path)) await run('mkfifo', [path])
  return path
}

type Left = { readonly code: number | null; readonly stderr: string }
const guichet = (...args: readonly string[]): Promise<Left> =>
  run(process.execPath, [cliProgram, ...args], { cwd: here.dir, timeout: 20_000 }).then(
    ({ stderr }) => ({ code: 0, stderr }),
    ({ code, stderr }: Left) => ({ code, stderr }),
  )

const key = toBase64url(new Uint8Array(32).fill(1))

describe('a pipe in the place of a file is said to be none, and is not waited for', () => {
  test.each([
    [['2ddoc', 'list', 'PIPE'], 2, 'ne peut pas être lu'],
    [['document', 'verify', '--key', key, '--file', 'PIPE'], 1, 'PIPE'],
    [['document', 'verify', 'x', '--key', 'PIPE'], 2, 'PIPE'],
    [['town', 'PIPE'], 1, 'PIPE'],
    [
      ['appointments', 'number', 'ABCDEFGHIJ', '--url', 'https://ants.test/', '--secret-file', 'PIPE'],
      2,
      'PIPE',
    ],
    [['simulate', '--office', 'PIPE'], 1, 'ne peut pas être lu'],
    [['network', 'certificate', 'DIR', '--chain', 'PIPE', '--key', 'x'], 1, 'PIPE'],
    [['network', 'certificate', 'DIR', '--chain', 'PAPER', '--key', 'PIPE'], 1, 'PIPE'],
  ])('%j', async (args, code, says) => {
    const path = await pipe()
    const paper = join(here.dir, 'paper.pem')
    for (const file of [journalFile(here.dir), paper]) await writeFile(file, '')
    const given: Record<string, string> = { PIPE: path, DIR: here.dir, PAPER: paper }
    const left = await guichet(...args.map((one) => given[one] ?? one))
    expect(left.code).toBe(code)
    expect(left.stderr).toContain(says === 'PIPE' ? path : says)
  })
})

test.skipIf(process.platform === 'win32')(
  'in the place of the gateways of notices, a pipe is unreadable, and holds no host',
  async () => {
    const dir = join(here.dir, 'gateways')
    await mkdir(dir)
    await run('mkfifo', [join(dir, 'avis.json')])
    const program = `
    const { readGateways } = await import('./electron/host/integrations/gateways.ts')
    console.log(readGateways(process.argv[1]) === undefined)`
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program, dir], {
      cwd: root,
      timeout: 20_000,
    })
    expect(stdout).toBe('true\n')
  },
)

test.skipIf(process.platform === 'win32')(
  'in the place of a file of signed lines, a pipe is unreadable, and nothing waits to read it or to add to it',
  async () => {
    const dir = join(here.dir, 'lines')
    await mkdir(dir)
    const path = join(dir, 'effacements.jsonl')
    await run('mkfifo', [path])
    const program = `
    const { appendLines, lastLines, readLines } = await import('./db/journal/lineFile.ts')
    const path = process.argv[1]
    for (const work of [readLines, lastLines, (path) => appendLines(path, ['{}'])])
      await work(path).catch((error) => console.log(error.code, error.message.includes(path)))`
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program, path], {
      cwd: root,
      timeout: 20_000,
    })
    expect(stdout).toBe('unreadable true\n'.repeat(3))
  },
)
