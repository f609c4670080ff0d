import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mustRun } from '../../runtime/command.ts'
import { keepCode, sameEachTime } from '../../runtime/keptCode.ts'
import { bundleFolder, hostSwitches, root } from '../../runtime/places.ts'

const node = {
  executable: process.execPath,
  switches: [sameEachTime, ...hostSwitches],
  env: { GUICHET_SQLITE_BINDING: undefined, NODE_OPTIONS: undefined },
}
let folder: string
/** Says of each file of a program whether V8 refused what was compiled of it. */
let says: string
// One copy for the whole file: what a test keeps of a program serves the next one.
beforeAll(async () => {
  // Among the sources: a program finds its native addon above it.
  folder = await mkdtemp(join(root, 'out', 'test', 'kept-'))
  await cp(bundleFolder, folder, { recursive: true })
  says = join(folder, 'says.cjs')
  await writeFile(
    says,
    `const refused = []
globalThis[Symbol.for('guichet.scripts')] = (program, path, script) => refused.push(script.cachedDataRejected)
process.on('exit', () => process.stderr.write(JSON.stringify(refused)))`,
  )
})
afterAll(() => rm(folder, { recursive: true }))

const kept = async (): Promise<Buffer> => {
  await keepCode(node, folder, 'serve')
  return readFile(join(folder, 'serve.code'))
}

test('what is kept of a program is the same each time it is made, over what was kept before too, as the rest of a package is', async () => {
  await rm(join(folder, 'serve.code'))
  const first = await kept()
  expect(first.length).toBeGreaterThan(1_000_000)
  expect((await kept()).equals(first)).toBe(true)
})

test('every file of a built program is strict, as the modules that it is made of', async () => {
  const files = (await readdir(join(bundleFolder, 'programs'))).map((name) => join('programs', name))
  expect(files.length).toBeGreaterThan(20)
  const loose: string[] = []
  for (const name of ['starter.cjs', ...files])
    if (!/^(?:\/\/.*\n|\s)*(['"])use strict\1/.test(await readFile(join(bundleFolder, name), 'utf8')))
      loose.push(name)
  expect(loose).toEqual([])
})

test('a host that starts with the switches of npm run host uses all that was kept of its program', async () => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly host: string }
  }
  expect(scripts.host).toContain(`node ${hostSwitches.join(' ')} `)
  const { text } = await mustRun(
    process.execPath,
    [...hostSwitches, '-r', says, join(folder, 'serve.cjs'), '--help'],
    {
      what: 'the host',
      env: node.env,
    },
  )
  const refused = JSON.parse(text.slice(text.lastIndexOf('['))) as readonly boolean[]
  expect(refused.length).toBeGreaterThan(3)
  expect(new Set(refused)).toEqual(new Set([false]))
})
