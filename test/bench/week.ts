import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../runtime/places.ts'
import { alone, median, type Part } from './measure.ts'
import type { DayEnd } from './weekChild.ts'

/** Displays that watch the office, beside the other stations. */
const watching = 60

/** What seven full days leave in a host's memory: one that keeps what it should forget grows each day. */
export const week: Part = {
  name: 'week',
  title: 'Mémoire d’un hôte qui vit une semaine sans s’arrêter',
  run: async ({ quick, folder, say }) => {
    const data = join(folder, 'office')
    await mkdir(data)
    const days = quick ? 2 : 7
    const people = quick ? 60 : 600
    const child = fork(
      join(root, 'test', 'bench', 'weekChild.ts'),
      [data, String(days), String(people), String(watching)],
      { execArgv: ['--expose-gc'], env: { ...process.env, GUICHET_SQLITE_BINDING: undefined } },
    )
    const ends: DayEnd[] = []
    child.on('message', (end: DayEnd) => {
      ends.push(end)
      say(`Jour ${ends.length} : ${end.acts} actes, ${mib(end.heap).toFixed(1)} Mio vivants.`)
    })
    const [code] = await once(child, 'exit')
    if (code !== 0 || ends.length < days)
      throw new Error(`the host left with ${code} after ${ends.length} days`)
    const [first] = ends
    const last = ends.at(-1)!
    const growth = ends.slice(1).map(({ heap }, at) => mib(heap - ends[at]!.heap))
    return [
      alone('mémoire vivante après un jour', 'Mio', mib(first!.heap)),
      {
        ...alone(`mémoire vivante après ${days} jours`, 'Mio', mib(last.heap)),
        bare: mib(first!.heap),
        ratio: last.heap / first!.heap,
        note: `${people} personnes par jour, trois guichets, ${watching} affichages qui observent ; les heures de la nuit passent aussi. Nu : le premier soir.`,
      },
      alone('croissance par jour (médiane)', 'Mio', median(growth)),
      alone(`mémoire du processus après ${days} jours (RSS)`, 'Mio', mib(last.rss)),
    ]
  },
}

const mib = (bytes: number): number => bytes / 2 ** 20
