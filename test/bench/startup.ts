import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { startOffice } from '../fixtures/office.ts'
import { buildIfNeeded } from '../runtime/build.ts'
import { root } from '../runtime/places.ts'
import { electronForBench, type BenchElectron } from './electron.ts'
import { alone, median, type Part } from './measure.ts'
import { memoryOf, processorOf, whole } from './memory.ts'
import { openOffice } from './pages.ts'
import { enter } from './socket.ts'

/** A counter is usable when who comes next can be called; on the way, the first agent says who they are. */
export const counterUsable = `(() => {
  const buttons = [...document.querySelectorAll('button')]
  const call = buttons.find((button) => /F2/.test(button.textContent) && !button.disabled)
  if (call) return true
  const me = buttons.find((button) => /Samira/.test(button.textContent))
  if (me && !window.benchSaid) {
    window.benchSaid = true
    // Keys are heard by the page's root: what is sent to the window passes above it.
    document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'Digit1', key: '1', bubbles: true }))
  }
  return false
})()`
const bareUsable = `document.querySelector('button') !== null`

/** Milliseconds after which memory is read: what the start took of it once has been given back (givingBack.ts). */
const settled = 6000

/** From the launch of Electron to a page that can be used, on an office with its day open, and the memory then. */
export const startup: Part = {
  name: 'startup',
  title: 'Départ de l’application, poste « guichet »',
  run: async ({ quick, folder }) => {
    await buildIfNeeded()
    const office = await startOffice({ school: true, dataDir: join(folder, 'office') })
    const pages = await Promise.all(
      ['kiosk', 'agent1', 'supervisor'].map((name) => enter(office.url!, office.tokens[name])),
    )
    await openOffice({ kiosk: pages[0]!, counter: pages[1]!, supervisor: pages[2]! }, 20)
    await office.stop()
    const hostReady = await readyAlone(join(folder, 'office'), quick ? 1 : 8)
    const electron = await electronForBench()
    const sides = { ours: [] as Started[], bare: [] as Started[] }
    try {
      const ours = () =>
        start(electron, join(folder, 'user'), counterUsable, [
          root,
          '--data',
          join(folder, 'office'),
          '--school',
          '--station',
          'counter',
        ])
      const bare = () =>
        start(electron, join(folder, 'user-bare'), bareUsable, [join(root, 'test/bench/bare/window')])
      // As each morning: the files are in the machine's memory, the user's folder is there.
      await bare()
      await ours()
      for (let round = 0; round < (quick ? 1 : 8); round++) {
        const turns = [async () => sides.bare.push(await bare()), async () => sides.ours.push(await ours())]
        for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn()
      }
    } finally {
      await electron.close()
    }
    const seconds = (side: 'ours' | 'bare') => median(sides[side].map(({ ms }) => ms)) / 1000
    const processor = (side: 'ours' | 'bare') => median(sides[side].map((one) => one.processor))
    const memory = (side: 'ours' | 'bare') => median(sides[side].map(({ mib }) => mib))
    const ratio = median(sides.ours.map(({ ms }, at) => ms / sides.bare[at]!.ms))
    return [
      {
        ...alone('du lancement à une page utilisable', 's', seconds('ours')),
        bare: seconds('bare'),
        ratio,
        goal: '≤ 2 ×',
        ok: ratio <= 2,
        note: 'Hôte compris ; l’agent dit qui il est (une touche), puis peut appeler. Nu : une fenêtre et un bouton.',
      },
      {
        ...alone('processeur, tous les processus, jusque-là', 'ms', processor('ours'), { most: 1000 }),
        bare: processor('bare'),
        ratio: processor('ours') / processor('bare'),
      },
      {
        ...alone('hôte seul sous Node, prêt', 'ms', hostReady, { most: 250 }),
        note: 'Du lancement à la porte ouverte, sur le même office.',
      },
      {
        ...alone('mémoire de tous les processus (PSS)', 'Mio', memory('ours'), { most: 300 }),
        bare: memory('bare'),
        ratio: memory('ours') / memory('bare'),
        note: `${settled / 1000} s après, la page ouverte et personne qui agit.`,
      },
    ]
  },
}

/** Milliseconds from the launch of a host under Node to its door, the median of so many starts. */
async function readyAlone(dataDir: string, times: number): Promise<number> {
  const taken: number[] = []
  for (let time = 0; time < times; time++) {
    const began = performance.now()
    const office = await startOffice({ school: true, dataDir })
    taken.push(performance.now() - began)
    await office.stop()
  }
  return median(taken)
}

type Started = { readonly ms: number; readonly processor: number; readonly mib: number }

async function start(
  electron: BenchElectron,
  user: string,
  usable: string,
  application: readonly string[],
): Promise<Started> {
  const probe = join(root, 'test/bench/electron/probe.cjs')
  const began = performance.now()
  const child = spawn(
    electron.executable,
    [...electron.switches, `--user-data-dir=${user}`, '-r', probe, ...application],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...electron.env, BENCH_USABLE: usable } as NodeJS.ProcessEnv,
    },
  )
  const ended = once(child, 'exit')
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000)
  const said = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(() => true),
    ended.then(() => false),
  ])
  const ms = performance.now() - began
  clearTimeout(late)
  if (!said) throw new Error('Electron est parti avant que la page soit utilisable')
  const processor = await processorOf(child.pid!)
  await wait(settled)
  const mib = whole(await memoryOf(child.pid!))
  child.kill('SIGTERM')
  await ended
  return { ms, processor, mib }
}
