import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { buildIfNeeded } from '../runtime/build.ts'
import { mustRun } from '../runtime/command.ts'
import { root } from '../runtime/places.ts'
import { electronForBench } from './electron.ts'
import type { Plan } from './electron/page.ts'
import type { Part } from './measure.ts'
import { rowsOf, waitingMany, type Timed } from './roundTrips.ts'

/** Taking a number and calling the next over MessagePorts, in a real Electron: page and hosts are processes of their own. */
export const ports: Part = {
  name: 'ports',
  title: `Page à page par MessagePort dans Electron, ${waitingMany.toLocaleString('fr-FR')} personnes ou aucune`,
  run: async ({ quick, folder, say }) => {
    await buildIfNeeded()
    const page = join(folder, 'page')
    await build({
      configFile: false,
      root: join(root, 'test/bench/electron'),
      logLevel: 'error',
      build: {
        outDir: page,
        target: 'chrome130',
        lib: { entry: 'page.ts', formats: ['iife'], name: 'bench', fileName: () => 'page.js' },
      },
    })
    const electron = await electronForBench()
    const plan: Plan = {
      waiting: quick ? 500 : waitingMany,
      stretch: 50,
      warm: quick ? 20 : 100,
      rounds: quick ? 2 : 8,
      blocks: quick ? 1 : 3,
    }
    const data = join(folder, 'data')
    await mkdir(data)
    const result = join(folder, 'result.json')
    try {
      say(`${plan.waiting} personnes prennent un numéro…`)
      await mustRun(
        electron.executable,
        [...electron.switches, `--user-data-dir=${join(folder, 'user')}`, join(root, 'test/bench/electron')],
        {
          what: 'La page des mesures dans Electron',
          limit: 240_000,
          env: {
            ...electron.env,
            BENCH_RESULT: result,
            BENCH_PAGE: page,
            BENCH_DATA: data,
            BENCH_HOST: join(root, 'out/main/host.cjs'),
            BENCH_BARE: join(root, 'test/bench/bare/portHost.cjs'),
            BENCH_PLAN: JSON.stringify(plan),
          },
        },
      )
    } finally {
      await electron.close()
    }
    const timed = JSON.parse(await readFile(result, 'utf8')) as Timed | { readonly error: string }
    if ('error' in timed) throw new Error(timed.error)
    return rowsOf(timed, 2)
  },
}
