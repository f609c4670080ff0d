import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { journalFile } from '../../../db/open.ts'
import { toBase64url } from '../../../shared/documents/base64url.ts'
import { ownHosts } from '../../fixtures/ownHosts.ts'
import { insideProgram, root } from '../../runtime/places.ts'

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

type Left = { readonly code: number | null; readonly err: string }

/**
 * What each of these commands answers, in one program of their own: if one of them waits, it is the first that has no answer.
 * And whether the program ends by itself: what still reads a pipe after its answer holds it.
 */
async function answers(
  commands: readonly (readonly string[])[],
): Promise<{ readonly answered: readonly Left[]; readonly ended: boolean }> {
  const program = `
    const { answerCommand } = require(process.argv[1])
    const { write } = process.stdout
    void (async () => {
      for (const args of JSON.parse(process.argv[2])) {
        let err = ''
        process.stderr.write = (text, ...rest) => ((err += text), rest.at(-1)?.(), true)
        process.stdout.write = (_text, ...rest) => (rest.at(-1)?.(), true)
        const code = await answerCommand(args)
        write.call(process.stdout, JSON.stringify({ code, err }) + '\\n')
      }
    })()`
  const { stdout, ended } = await run(
    process.execPath,
    ['-e', program, insideProgram, JSON.stringify(commands)],
    { cwd: here.dir, timeout: 30_000 },
  ).then(
    (said) => ({ stdout: said.stdout, ended: true }),
    (error: { stdout: string }) => ({ stdout: error.stdout, ended: false }),
  )
  const lines = stdout.split('\n').filter((line) => line !== '')
  return { answered: lines.map((line) => JSON.parse(line) as Left), ended }
}

const key = toBase64url(new Uint8Array(32).fill(1))

test('a pipe in the place of a file is said to be none, and is not waited for', async () => {
  const path = await pipe()
  const paper = join(here.dir, 'paper.pem')
  for (const file of [journalFile(here.dir), paper]) await writeFile(file, '')
  const cases: readonly (readonly [args: readonly string[], code: number, says: string])[] = [
    [['2ddoc', 'list', path], 2, 'ne peut pas être lu'],
    [['document', 'verify', '--key', key, '--file', path], 1, path],
    [['document', 'verify', 'x', '--key', path], 2, path],
    [['town', path], 1, path],
    [['appointments', 'number', 'ABCDEFGHIJ', '--url', 'https://ants.test/', '--secret-file', path], 2, path],
    [['simulate', '--office', path], 1, 'ne peut pas être lu'],
    [['network', 'certificate', here.dir, '--chain', path, '--key', 'x'], 1, path],
    [['network', 'certificate', here.dir, '--chain', paper, '--key', path], 1, path],
  ]
  const { answered, ended } = await answers(cases.map(([args]) => args))
  for (const [at, [args, code, says]] of cases.entries())
    expect(answered[at], args.join(' ')).toEqual({ code, err: expect.stringContaining(says) })
  expect(ended).toBe(true)
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
