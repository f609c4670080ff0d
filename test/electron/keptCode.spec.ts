import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { mustRun } from '../runtime/command.ts'
import { keepElectronCode } from '../runtime/electronCode.ts'
import { root } from '../runtime/places.ts'
import { prepareRuntime } from '../runtime/prepare.ts'

/** Starts a program in the process that is its own, the host in one that Electron made, and says of each file what V8 did. */
const asks = `const { app, utilityProcess } = require('electron')
const { writeFileSync } = require('node:fs')
const [program, file, data, says] = process.argv.slice(-4)
if (process.type === 'browser' && program === 'host')
  void app.whenReady().then(() => utilityProcess.fork(__filename, [program, file, data, says]).once('exit', () => app.exit(0)))
else {
  const refused = []
  globalThis[Symbol.for('guichet.scripts')] = (_program, _path, script) => refused.push(script.cachedDataRejected)
  process.env.GUICHET_DATA = data
  process.argv = [process.execPath, program, '--data', data, '--school']
  const { readWindows } = require(file)
  void Promise.resolve(readWindows?.()).then(() => {
    writeFileSync(says, JSON.stringify({ type: process.type, refused }))
    process.exit(0)
  })
}`

test('the Electron of a package takes all that was compiled of the application and of its host, each in its own process', async () => {
  test.setTimeout(120_000)
  const { executable, nativeBinding } = await prepareRuntime()
  await keepElectronCode({ executable, nativeBinding, official: false })
  const folder = await mkdtemp(join(tmpdir(), 'guichet-kept-code-'))
  try {
    const script = join(folder, 'asks.cjs')
    await writeFile(script, asks)
    const said = async (program: 'main' | 'host') => {
      const says = join(folder, `${program}.json`)
      const built = join(root, 'out', 'main', `${program}.cjs`)
      const switches = [
        '--no-sandbox',
        '--ozone-platform=headless',
        `--user-data-dir=${join(folder, 'user')}`,
      ]
      await mustRun(executable, [...switches, script, program, built, join(folder, 'office'), says], {
        what: `the start of ${program}`,
        env: { GUICHET_SQLITE_BINDING: nativeBinding },
        limit: 60_000,
      })
      return JSON.parse(await readFile(says, 'utf8')) as { type: string; refused: readonly boolean[] }
    }
    for (const [program, type] of [
      ['main', 'browser'],
      ['host', 'utility'],
    ] as const) {
      const { refused, ...process } = await said(program)
      expect(process).toEqual({ type })
      expect(refused.length).toBeGreaterThan(3)
      expect(new Set(refused), program).toEqual(new Set([false]))
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})
