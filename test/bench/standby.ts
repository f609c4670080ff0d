import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openForReading } from '../../db/open.ts'
import { done, startHost, type RunningHost } from '../fixtures/startHost.ts'
import { followOptions, level, takeTicket, takeUntilGone } from '../fixtures/twoHosts.ts'
import { alone, durations, spread, type Part, type Rounds } from './measure.ts'

/** Kiosks that take tickets at once while the host dies; tickets timed one after another. */
const load = 8
const timed = 300

type Pair = { readonly first: RunningHost; readonly second: RunningHost }

async function pair(folder: string, name: string, more: readonly string[]): Promise<Pair> {
  const first = await startHost(join(folder, `${name}-1`), { more })
  await done(first, 'supervisor', 'commands/day.open')
  const follow = followOptions(first.url, first.follower())
  const second = await startHost(join(folder, `${name}-2`), { school: false, more: [...follow, ...more] })
  await level(first, second)
  return { first, second }
}

/** Milliseconds of tickets taken one after another. */
async function oneByOne(host: RunningHost, count: number): Promise<readonly number[]> {
  const took: number[] = []
  for (let each = 0; each < count; each++) {
    const began = performance.now()
    await takeTicket(host)
    took.push(performance.now() - began)
  }
  return took
}

/** The host is killed under load, and the second takes the relay at once, as its page's key does. */
async function death({ first, second }: Pair) {
  const working = takeUntilGone(first, load)
  await sleep(700 + Math.random() * 300)
  const began = performance.now()
  await first.kill()
  await done(second, 'admin', 'commands/standby.promote')
  const { output } = await takeTicket(second)
  const ms = performance.now() - began
  if (output === undefined) throw new Error('no ticket after the relay')
  const acknowledged = await working
  const has = await ticketsOf(second.dir)
  return {
    ms,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter(({ ticketId }) => !has.has(ticketId)).length,
  }
}

/** The ids of all tickets that a folder's journal has. */
async function ticketsOf(dir: string): Promise<ReadonlySet<string>> {
  const db = await openForReading(dir)
  try {
    const ids = "select json_extract(body, '$.data.ticketId') from events where type = 'ticketTaken'"
    return new Set(db.prepare(ids).pluck().all() as string[])
  } finally {
    db.close()
  }
}

/** What a second machine costs, and what it gives when the first dies. */
export const following: Part = {
  name: 'standby',
  title: 'Le second ordinateur qui suit',
  run: async ({ quick, folder, say }) => {
    const rounds = quick ? 1 : 5
    const took: Record<'alone' | 'followed' | 'waited', number[][]> = { alone: [], followed: [], waited: [] }
    const first: number[] = []
    const lost = { free: { acknowledged: 0, lost: 0 }, waited: { acknowledged: 0, lost: 0 } }
    for (let round = 0; round < rounds; round++) {
      say(`  tour ${round + 1} sur ${rounds}`)
      const single = await startHost(join(folder, `seul-${round}`))
      await done(single, 'supervisor', 'commands/day.open')
      const free = await pair(folder, `libre-${round}`, [])
      const waited = await pair(folder, `attend-${round}`, ['--wait-for-follower'])
      try {
        const sides = [
          ['alone', single],
          ['followed', free.first],
          ['waited', waited.first],
        ] as const
        for (const [, host] of sides) await oneByOne(host, 50)
        for (const [name, host] of sides) took[name].push([...(await oneByOne(host, quick ? 50 : timed))])
        for (const [name, hosts] of [
          ['free', free],
          ['waited', waited],
        ] as const) {
          const died = await death(hosts)
          first.push(died.ms)
          lost[name].acknowledged += died.acknowledged
          lost[name].lost += died.lost
        }
      } finally {
        const all = [single, free.first, free.second, waited.first, waited.second]
        await Promise.all(all.map((host) => host.kill()))
      }
    }
    const bare: Rounds = took.alone
    return [
      alone(
        'de la mort de l’hôte au premier ticket, une touche comprise',
        'ms',
        spread([first]),
        null,
        'machine éteinte et non programme tué : 3 s de plus, le temps de voir qu’elle ne répond pas',
      ),
      alone(
        'tickets confirmés perdus, sans attendre',
        'tickets',
        lost.free.lost,
        null,
        `sur ${lost.free.acknowledged} confirmés à ${load} bornes, ${rounds} morts`,
      ),
      alone(
        'tickets confirmés perdus, --wait-for-follower',
        'tickets',
        lost.waited.lost,
        { most: 1, unit: 'ticket' },
        `sur ${lost.waited.acknowledged} confirmés à ${load} bornes, ${rounds} morts`,
      ),
      durations('un ticket, hôte suivi', took.followed, bare, null, 'nu : le même hôte seul'),
      durations('un ticket, --wait-for-follower', took.waited, bare, null, 'nu : le même hôte seul'),
    ]
  },
}
