import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { once } from '../../runtime/cache.ts'
import { run, whenIdle } from '../../runtime/command.ts'
import {
  compilingNeeds,
  lackingIn,
  lackSentence,
  listedLibraries,
  unpackingNeeds,
  windowNeeds,
} from '../../runtime/lacking.ts'
import { root } from '../../runtime/places.ts'
import { hostArguments, withAbsoluteData } from '../../runtime/serve.ts'
import {
  atLeastOne,
  lastLine,
  playwrightFailures,
  playwrightTally,
  playwrightWavered,
  sum,
  vitestFailures,
  vitestTally,
} from '../../runtime/tally.ts'

let folder = ''
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'guichet-runtime-'))))
afterAll(() => rm(folder, { recursive: true }))

test('a start by npm keeps what Node compiled of the sources, beside them', async () => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  for (const name of ['host', 'guichet']) {
    const [, file] = /^node (?:--max-semi-space-size=\d+ )?--import (\S+) /.exec(scripts[name]!) ?? []
    expect(file, name).toBeDefined()
    const asked = "import('node:module').then((node) => console.log(node.getCompileCacheDir()))"
    const said = spawnSync(process.execPath, ['--import', file!, '--eval', asked], {
      cwd: root,
      env: { ...process.env, NODE_COMPILE_CACHE: undefined },
      encoding: 'utf8',
    })
    expect(said.stdout).toContain(join(root, 'out', 'compiled'))
  }
})

test('a runner that fails without a failed test, or that ran nothing, is never green', () => {
  expect(atLeastOne({ passed: 12, failed: 0 }, 1)).toEqual({ passed: 12, failed: 1 })
  expect(atLeastOne({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 })
  expect(atLeastOne({ passed: 12, failed: 3 }, 1)).toEqual({ passed: 12, failed: 3 })
  expect(atLeastOne({ passed: 12, failed: 0 }, 0)).toEqual({ passed: 12, failed: 0 })
})

test('the last line adds what every runner counted; a test that passed when repeated has passed', async () => {
  const vitest = join(folder, 'vitest.json')
  const playwright = join(folder, 'playwright.json')
  await writeFile(vitest, JSON.stringify({ numPassedTests: 40, numFailedTests: 2 }))
  await writeFile(playwright, JSON.stringify({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 0 } }))
  const all = sum([await vitestTally(vitest), await playwrightTally(playwright), { passed: 4, failed: 0 }])
  expect(lastLine(all)).toBe('52 passed, 3 failed')
})

test('what failed is named, and apart from it what passed only when repeated', async () => {
  const vitest = join(folder, 'vitestFailed.json')
  const playwright = join(folder, 'playwrightFailed.json')
  const results = [
    { status: 'passed', fullName: 'holds' },
    { status: 'failed', fullName: 'breaks' },
  ]
  const testResults = [
    { name: 'a.test.ts', message: '', assertionResults: results },
    { name: 'b.test.ts', message: 'does not load\n at b', assertionResults: [] },
  ]
  await writeFile(vitest, JSON.stringify({ testResults }))
  const spec = (title: string, status: string) => ({ title, tests: [{ status, projectName: 'chromium' }] })
  const suites = [
    {
      title: 'c.spec.ts',
      specs: [spec('is well', 'expected'), spec('falls', 'unexpected')],
      suites: [{ title: 'told', specs: [spec('wavers', 'flaky')] }],
    },
  ]
  const errors = [{ message: "SyntaxError: 'x' has already been declared\n  at d.ts:2" }]
  await writeFile(playwright, JSON.stringify({ suites, errors: [...errors, ...errors] }))
  expect(await vitestFailures(vitest)).toEqual(['a.test.ts › breaks', 'b.test.ts : does not load'])
  expect(await playwrightFailures(playwright)).toEqual([
    '[chromium] c.spec.ts › falls',
    "Playwright : SyntaxError: 'x' has already been declared",
  ])
  expect(await playwrightWavered(playwright)).toEqual(['[chromium] c.spec.ts › told › wavers'])
})

test('a report that was never written counts nothing', async () => {
  expect(await vitestTally(join(folder, 'absent.json'))).toEqual({ passed: 0, failed: 0 })
  expect(await playwrightTally(join(folder, 'absent.json'))).toEqual({ passed: 0, failed: 0 })
})

test('the host alone gets a data folder and no station', () => {
  expect(hostArguments(['--station', 'counter', '--school', '--data=/d/x']).args).toEqual([
    '--data',
    '/d/x',
    '--school',
  ])
  expect(hostArguments(['--port', '8080']).args.slice(2)).toEqual(['--port', '8080'])
})

test('training data never lie in the usual folder of the office', () => {
  expect(hostArguments(['--school']).folder).toBe(join(hostArguments([]).folder, 'formation'))
})

test('a folder typed as relative is relative to where the person is', () => {
  const [, data] = withAbsoluteData(['--data', 'here', '--school'])
  expect(data).toBe(join(process.env['INIT_CWD'] ?? process.cwd(), 'here'))
  expect(() => withAbsoluteData(['--data'])).toThrow('--data attend une valeur.')
})

test('asked ten times at once, a folder of the cache is filled once, and whole', async () => {
  const wanted = join(folder, 'cache', 'thing')
  let fills = 0
  const fill = async (aside: string) => {
    fills += 1
    await writeFile(join(aside, 'a'), 'a')
    await writeFile(join(aside, 'b'), 'b')
  }
  const given = await Promise.all(Array.from({ length: 10 }, () => once(wanted, fill)))
  expect(new Set(given)).toEqual(new Set([wanted]))
  expect(fills).toBe(1)
  expect(await readdir(wanted)).toEqual(['a', 'b'])
})

test('a preparation that fails leaves nothing behind, and the next one succeeds', async () => {
  const wanted = join(folder, 'cache', 'other')
  const failing = once(wanted, () => Promise.reject(new Error('cut')))
  await expect(failing).rejects.toThrow('cut')
  expect((await readdir(join(folder, 'cache'))).filter((name) => name.startsWith('other.part'))).toEqual([])
  expect(await once(wanted, async () => {})).toBe(wanted)
})

const allNeeds = [...windowNeeds, ...unpackingNeeds, ...compilingNeeds]

test('what a system lacks is said at once, by what it is for, with the one command that brings it all', () => {
  const bare = { libraries: new Set(['libX11.so.6']), has: (program: string) => program !== 'unzip' }
  const lacking = lackingIn(bare, allNeeds)
  expect(lackSentence(lacking, false)).toBe(
    `il manque à ce système de quoi ouvrir une fenêtre (libgtk-3.so.0, libnss3.so, libnspr4.so et ${windowNeeds.length - 4} autres) et de quoi ouvrir l’Electron d’essai (unzip). Sur Debian : sudo apt-get install chromium unzip`,
  )
  expect(lackSentence(lacking, true)).toMatch(/ : apt-get install chromium unzip$/)
})

test('a system that has all of it lacks nothing, and what cannot be known of it is taken to be there', () => {
  const has = () => true
  const libraries = new Set(windowNeeds.map((need) => ('library' in need ? need.library : '')))
  expect(lackingIn({ libraries, has }, allNeeds)).toEqual([])
  expect(lackingIn({ libraries: null, has }, allNeeds)).toEqual([])
})

test('a library of another processor is not counted as there', () => {
  const list = `2 libs found in cache
\tlibgtk-3.so.0 (libc6) => /lib/i386-linux-gnu/libgtk-3.so.0
\tlibnss3.so (libc6,x86-64) => /lib/x86_64-linux-gnu/libnss3.so
`
  expect([...listedLibraries(list, 'x64')]).toEqual(['libnss3.so'])
})

test.runIf(process.platform === 'linux')(
  'on Linux, what runs beside the journeys has only what they leave of the processors, and says what it said',
  async () => {
    // The forty-first field of the kernel's account of a process is its policy; 5 is idle (proc_pid_stat(5)).
    const policy = 'require("fs").readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ")[38]'
    const { code, text } = await run(...whenIdle(process.execPath, ['--print', policy]))
    expect([code, text.trim()]).toEqual([0, '5'])
  },
)
