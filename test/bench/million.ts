import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { verifyChain } from '../../db/journal/verify.ts'
import { journalFile, openForReading } from '../../db/open.ts'
import { root } from '../runtime/places.ts'
import { alone, median, type Part } from './measure.ts'
import { forgetSnapshot, tail, writeYears } from './years.ts'

/** Ten years of an office: its chain verified, and a host that starts on it. */
export const million: Part = {
  name: 'million',
  title: 'Un journal d’un million d’événements',
  run: async ({ quick, folder, say }) => {
    const events = quick ? 50_000 : 1_000_000
    const began = performance.now()
    await writeYears(folder, events)
    const size = (await stat(journalFile(folder))).size / 2 ** 20
    say(`Journal écrit : ${events} événements, ${Math.round(size)} Mio, ${seconds(began)} s.`)
    const rounds = quick ? 2 : 5

    const verified: number[] = []
    for (let i = 0; i < Math.min(3, rounds); i++) {
      const db = await openForReading(folder)
      const start = performance.now()
      const verdict = verifyChain(db)
      verified.push(events / ((performance.now() - start) / 1000))
      db.close()
      if (!verdict.ok) throw new Error(verdict.reason)
    }

    const fresh = join(folder, 'fresh')
    await mkdir(fresh)
    await startHost(fresh)
    const sides = { bare: [] as number[], ours: [] as number[], fresh: [] as number[] }
    for (let i = 0; i < rounds; i++) {
      sides.bare.push(await startBare(folder))
      sides.ours.push(await startHost(folder))
      sides.fresh.push(await startHost(fresh))
    }
    await forgetSnapshot(folder)
    const whole = await startHost(folder)
    return [
      alone('vérification de la chaîne', 'événements/s', median(verified), { least: 200_000 }),
      {
        ...alone('départ de l’hôte, avec l’instantané', 's', median(sides.ours), { most: 2 }),
        bare: median(sides.bare),
        ratio: median(sides.ours.map((value, at) => value / sides.bare[at]!)),
        note: `Du lancement du processus à la ligne « ready », après un arrêt brutal : ${tail} événements après l’instantané. Nu : Node ouvre le même fichier et lit sa tête.`,
      },
      alone('départ de l’hôte, journal neuf', 's', median(sides.fresh)),
      alone('départ sans instantané (tout est relu)', 's', whole),
    ]
  },
}

/** Seconds from the launch of a process to its first line; it is then killed, as a power cut would. */
async function start(args: readonly string[]): Promise<number> {
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, GUICHET_SQLITE_BINDING: undefined },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(() => null),
  ])
  const took = (performance.now() - began) / 1000
  child.kill('SIGKILL')
  await ended
  if (line === null) throw new Error('the process ended before it was ready')
  return took
}

const startHost = (folder: string) =>
  start([join(root, 'electron/host/serve.ts'), '--data', folder, '--school'])
const startBare = (folder: string) => start([join(root, 'test/bench/bare/open.ts'), journalFile(folder)])

const seconds = (since: number): number => Math.round((performance.now() - since) / 1000)
