import { startHost, done, type RunningHost } from '../fixtures/startHost.ts'
import { connect } from '../../shared/rpc/connect.ts'
import WebSocket from 'ws'
import { socketPort } from '../fixtures/socketPort.ts'
import { alone, percentile, type Part, type Row, type Spread } from './measure.ts'
import { programsTake } from '../fixtures/kioskPace.ts'

// What three open-source queue systems gave as black boxes on a machine like this one (two cores, loopback), beside
// what Guichet gives through the same kind of door, a durable commit in each act. Their figures were taken once, in
// 2026: bilygc/nodejs-websocket-ticket-app (in memory, nothing durable), UlaVoin/Why_N, lastrauptown/QMS.

type Taken = { readonly number: string }

const spreadOf = (samples: readonly number[]): Spread => ({
  p50: percentile(samples, 0.5),
  p95: percentile(samples, 0.95),
  p99: percentile(samples, 0.99),
  count: samples.length,
})

const take = (host: RunningHost) =>
  done<Taken>(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })

async function timed(count: number, act: () => Promise<unknown>): Promise<number[]> {
  const samples: number[] = []
  for (let at = 0; at < count; at++) {
    const began = performance.now()
    await act()
    samples.push(performance.now() - began)
  }
  return samples
}

/** From the call's request to its arrival on a display that watches. */
async function toDisplay(host: RunningHost, count: number): Promise<number[]> {
  const port = await socketPort(new WebSocket(`${host.url.replace('http', 'ws')}/ws`))
  const answer = await connect(port, { token: host.tokens['display']! })
  if ('error' in answer) throw new Error(answer.error.message)
  let shown: (number: string) => void = () => {}
  answer.connection.watch('display.view', {}, (result) => {
    const newest = 'output' in result ? result.output.calls[0]?.number : undefined
    if (newest) shown(newest)
  })
  const samples: number[] = []
  for (let at = 0; at < count; at++) {
    const { number } = await take(host)
    const began = performance.now()
    const seen = new Promise<void>((resolve) => {
      shown = (newest) => {
        if (newest === number) resolve()
      }
    })
    await done(host, 'agent1', 'commands/ticket.callNext')
    await seen
    samples.push(performance.now() - began)
    await finish(host)
  }
  answer.connection.close()
  return samples
}

async function finish(host: RunningHost): Promise<void> {
  await done(host, 'agent1', 'commands/ticket.start')
  await done(host, 'agent1', 'commands/visit.close', { outcome: 'information' })
}

export const peers: Part = {
  name: 'peers',
  title: 'À côté d’autres systèmes de file libres, par HTTP, un à la fois sauf mention',
  run: async ({ quick, folder }) => {
    const host = await startHost(folder)
    try {
      await done(host, 'supervisor', 'commands/rules.set', programsTake)
      await done(host, 'supervisor', 'commands/day.open')
      await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
      const count = quick ? 20 : 300
      const calls: number[] = []
      await timed(count, () => take(host))
      const created = await timed(count, () => take(host))
      for (let at = 0; at < count; at++) {
        calls.push(...(await timed(1, () => done(host, 'agent1', 'commands/ticket.callNext'))))
        await finish(host)
      }
      while (await called(host)) await finish(host)
      const shown = await toDisplay(host, quick ? 5 : 50)
      const began = performance.now()
      const many = await Promise.all(
        Array.from({ length: 8 }, async () => {
          const numbers: string[] = []
          for (let at = 0; at < count; at++) numbers.push((await take(host)).number)
          return numbers
        }),
      )
      const seconds = (performance.now() - began) / 1000
      const numbers = many.flat()
      const rows: Row[] = [
        alone(
          'prendre un numéro',
          'ms',
          spreadOf(created),
          null,
          'bilygc 0,69 / 2,2 (p50 / p95) ; Why_N 4,3 / 11,4 ; QMS 3,9 / 13,6',
        ),
        alone('appeler le suivant', 'ms', spreadOf(calls), null, 'bilygc 0,86 / 2,2 ; QMS 10,5 / 21'),
        alone(
          'de l’appel à l’affichage',
          'ms',
          spreadOf(shown),
          null,
          'bilygc 1,0 / 2,5 ; Why_N ≤ 3 s ; QMS ≤ 2 s',
        ),
        alone(
          'huit bornes à la fois',
          '/s',
          Math.round(numbers.length / seconds),
          null,
          'Why_N 262 ; QMS 270, dont 189 numéros doubles sur 200',
        ),
        alone('numéros donnés deux fois', '', numbers.length - new Set(numbers).size),
      ]
      return rows
    } finally {
      await host.kill()
    }
  },
}

const called = async (host: RunningHost): Promise<boolean> =>
  (await done<{ ticket: object | null }>(host, 'agent1', 'commands/ticket.callNext')).ticket !== null
