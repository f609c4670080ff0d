import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Script } from 'node:vm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteRefusedCode } from '../../../electron/host/core/refusedCode.ts'
import { start } from '../../../electron/starter.ts'

const { codeFile } = createRequire(import.meta.url)('../../runtime/keep/codeFile.cjs') as {
  readonly codeFile: (scripts: ReadonlyMap<string, Script>) => Buffer
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-starter-'))
  await mkdir(join(folder, 'programs'))
})
afterEach(() => rm(folder, { recursive: true }))

const file = (name: string, text: string) => writeFile(join(folder, 'programs', name), text)
const run = () => start(folder, 'host', 'programs/host.js')

/** What V8 compiled of a program, taken as it runs. */
function scriptsOf(work: () => unknown): ReadonlyMap<string, Script> {
  const scripts = new Map<string, Script>()
  const takes = Symbol.for('guichet.scripts')
  Reflect.set(globalThis, takes, (_program: string, path: string, script: Script) =>
    scripts.set(path, script),
  )
  try {
    work()
  } finally {
    Reflect.deleteProperty(globalThis, takes)
  }
  return scripts
}

test('a program is its files, which name one another, each run once, and what Node gives', async () => {
  await file(
    'host.js',
    'const one = require("./one.js"); exports.two = require("./two.js").two; exports.one = one',
  )
  await file('one.js', 'exports.runs = (globalThis.runs ?? 0) + 1; globalThis.runs = exports.runs')
  await file(
    'two.js',
    'require("./one.js"); exports.two = [require("node:path").basename(__filename), __dirname]',
  )
  const { one, two } = run() as { one: { runs: number }; two: readonly string[] }
  expect([one.runs, two]).toEqual([1, ['two.js', join(folder, 'programs')]])
})

test('a file that two name before it is done gives what it has, as Node’s own do', async () => {
  await file('host.js', 'exports.before = 1; exports.seen = require("./one.js").seen')
  await file('one.js', 'exports.seen = require("./host.js").before')
  expect(run()).toEqual({ before: 1, seen: 1 })
})

test('a file that threw while it was read is read again by the next that names it, and is never given half made', async () => {
  await file(
    'host.js',
    'exports.tries = [1, 2].map(() => { try { return require("./one.js").whole } catch (error) { return error.message } })',
  )
  await file(
    'one.js',
    'globalThis.reads = (globalThis.reads ?? 0) + 1; if (globalThis.reads === 1) throw new Error("not yet"); exports.whole = true',
  )
  expect(run()).toEqual({ tries: ['not yet', true] })
})

test('what was compiled of a program is used at its next start, and is refused with another text: it runs all the same', async () => {
  await file('host.js', 'exports.say = () => "as it was"')
  await writeFile(join(folder, 'host.code'), codeFile(scriptsOf(run)))
  const refused = () => [...scriptsOf(run).values()].map((script) => script.cachedDataRejected)
  expect(refused()).toEqual([false])
  await file('host.js', 'exports.say = () => "changed since"')
  expect(refused()).toEqual([true])
  expect((run() as { say: () => string }).say()).toBe('changed since')
})

test('what a program reads later is given what was compiled of it too', async () => {
  await file('host.js', 'exports.later = () => require("./later.js").read')
  await file('later.js', 'exports.read = true')
  const later = () => (run() as { later: () => boolean }).later()
  await writeFile(join(folder, 'host.code'), codeFile(scriptsOf(later)))
  expect([...scriptsOf(later).values()].map((script) => script.cachedDataRejected)).toEqual([false, false])
})

test('what was compiled and is refused is one line of the log; what is used, or was never made, is none', async () => {
  const lines: unknown[] = []
  const noted = () => {
    run()
    noteRefusedCode({ info: (what, facts) => lines.push([what, facts]) })
  }
  await file('host.js', 'require("./one.js")')
  await file('one.js', 'exports.one = 1')
  noted()
  await writeFile(join(folder, 'host.code'), codeFile(scriptsOf(run)))
  noted()
  expect(lines).toEqual([])
  await file('one.js', 'exports.one = "another length"')
  noted()
  expect(lines).toEqual([['codeRefused', { files: 1 }]])
})

test('a program starts with what it was compiled to cut, empty or absent', async () => {
  await file('host.js', 'exports.here = true')
  const whole = codeFile(scriptsOf(run))
  for (const kept of [
    Buffer.alloc(0),
    whole.subarray(0, 3),
    whole.subarray(0, whole.length / 2),
    Buffer.from('{}{}{}{}'),
  ]) {
    await writeFile(join(folder, 'host.code'), kept)
    expect(run()).toEqual({ here: true })
  }
})
