import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { readHolder } from '../../db/hold.ts'
import { startOffice } from '../fixtures/office.ts'
import { buildIfNeeded } from '../runtime/build.ts'
import { root } from '../runtime/places.ts'
import { electronForBench, type BenchElectron } from './electron.ts'
import { alone, type Part, type Row } from './measure.ts'
import { memoryOf, whole, type Memory } from './memory.ts'
import { given, openOffice, titres, type Pages } from './pages.ts'
import { enter } from './socket.ts'
import { counterUsable } from './startup.ts'

/** Milliseconds after which memory is read. */
const settled = 4000
/** How many are before whoever comes. */
const waiting = 5
/** People received before the first reading: every panel of the pages was drawn once. */
const warm = 40

/** What a page, or main, holds: bytes, by name. */
type Heaps = { readonly main: number; readonly pages: Readonly<Record<string, number>> }
type Seen = { readonly memory: Memory; readonly heaps: Heaps }

const names: Readonly<Record<keyof Memory, string>> = {
  main: 'processus principal',
  host: 'hôte',
  page: 'pages (guichet, borne, affichage)',
  chromium: 'processus de Chromium',
}

/** What a day leaves in the memory of the application: counter, kiosk and display open on one machine, its host inside. */
export const dayMemory: Part = {
  name: 'dayMemory',
  title: 'Mémoire de l’application, d’une journée',
  run: async ({ quick, folder, say }) => {
    await buildIfNeeded()
    const data = join(folder, 'office')
    // Born before: the application finds an office, as each morning.
    await (await startOffice({ school: true, dataDir: data })).stop()
    const people = quick ? 60 : 600
    const electron = await electronForBench()
    try {
      const [before, after] = await aDay(electron, folder, data, people, say)
      const note = `Guichet, borne et affichage ouverts ; ${people} personnes prennent un ticket, sont appelées, reçues, et partent. Nu : après les ${warm} premières.`
      return [
        grown('toute l’application (PSS)', whole(after.memory), whole(before.memory), note),
        ...(Object.keys(names) as (keyof Memory)[]).map((kind) =>
          grown(`${names[kind]} (PSS)`, after.memory[kind], before.memory[kind]),
        ),
        grown('objets vivants : processus principal', mib(after.heaps.main), mib(before.heaps.main)),
        ...Object.entries(after.heaps.pages).map(([station, bytes]) =>
          grown(
            `objets vivants : page ${station}`,
            mib(bytes),
            mib(before.heaps.pages[station] ?? Number.NaN),
          ),
        ),
      ]
    } finally {
      await electron.close()
    }
  },
}

async function aDay(
  electron: BenchElectron,
  folder: string,
  data: string,
  people: number,
  say: (line: string) => void,
): Promise<readonly [Seen, Seen]> {
  const probe = join(root, 'test/bench/electron/heaps.cjs')
  const open = (station: string, before: readonly string[] = []) =>
    spawn(
      electron.executable,
      [
        ...electron.switches,
        `--user-data-dir=${join(folder, 'user')}`,
        ...before,
        root,
        '--data',
        data,
        '--school',
        '--station',
        station,
      ],
      {
        stdio: ['pipe', 'pipe', 'ignore'],
        env: { ...process.env, ...electron.env, BENCH_USABLE: counterUsable } as NodeJS.ProcessEnv,
      },
    )
  const child = open('counter', ['-r', probe])
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout! })
  try {
    // Usable once its day is open and somebody waits: that comes from here.
    const usable = once(lines, 'line')
    const pages = await entered(data)
    await openOffice(pages, waiting)
    await Promise.race([
      usable,
      ended.then(() => {
        throw new Error('Electron est parti avant que la page soit utilisable')
      }),
    ])
    // A second start hands its station to the first, which opens a window.
    for (const station of ['kiosk', 'display']) await once(open(station), 'exit')
    await receive(pages, warm)
    const before = await seen(child, lines)
    say(`${people} personnes passent…`)
    await receive(pages, people)
    return [before, await seen(child, lines)]
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

/** The stations' connections to the application's own host, once it answers. */
async function entered(data: string): Promise<Pages> {
  const until = performance.now() + 60_000
  for (;;) {
    const url = (await readHolder(data))?.url
    if (typeof url === 'string') {
      const tokens = JSON.parse(await readFile(join(data, 'tokens.json'), 'utf8')) as Record<string, string>
      const [kiosk, counter, supervisor] = await Promise.all(
        ['kiosk', 'agent1', 'supervisor'].map((name) => enter(url, tokens[name])),
      )
      return { kiosk: kiosk!, counter: counter!, supervisor: supervisor! }
    }
    if (performance.now() > until) throw new Error('l’hôte de l’application ne répond pas')
    await wait(100)
  }
}

/** People come, wait behind others, are called at counter 1, received, and leave. */
async function receive({ kiosk, counter }: Pages, people: number): Promise<void> {
  for (let one = 0; one < people; one++) {
    await given(kiosk.command('ticket.take', { serviceId: titres }, uuidv7()))
    await given(counter.command('ticket.callNext', {}, uuidv7()))
    await given(counter.command('ticket.start', {}, uuidv7()))
    await given(counter.command('visit.close', { outcome: 'information' }, uuidv7()))
    // The pages draw each of these: a day has time for it.
    await wait(20)
  }
}

async function seen(child: ChildProcess, lines: Interface): Promise<Seen> {
  await wait(settled)
  const said = once(lines, 'line') as Promise<[string]>
  child.stdin!.write('heaps\n')
  const heaps = JSON.parse((await said)[0]) as Heaps
  return { memory: await memoryOf(child.pid!), heaps }
}

const grown = (what: string, ours: number, bare: number, note?: string): Row => ({
  ...alone(what, 'Mio', ours, null, note),
  bare,
  ratio: ours / bare,
})

const mib = (bytes: number): number => bytes / 2 ** 20
