import { EventEmitter } from 'node:events'
import { afterEach, expect, test, vi } from 'vitest'
import { superviseHost, type HostOwner } from '../../../electron/gateway/hostProcess.ts'

/** Each host that was started: what it says is emitted, what it is told is kept. */
const hosts = vi.hoisted(() => [] as (EventEmitter & { entry: string; told: unknown[] })[])
vi.mock('electron', () => ({
  utilityProcess: {
    fork: (entry: string) => {
      const told: unknown[] = []
      const host = Object.assign(new EventEmitter(), {
        entry,
        told,
        pid: undefined,
        postMessage: (message: unknown) => told.push(message),
        kill: () => true,
      })
      hosts.push(host)
      return host
    },
  },
}))
afterEach(() => {
  hosts.length = 0
})

const log = { info: () => {}, fault: () => {} }
const asked = (entry: string) => ({ entry: () => entry, greeting: () => null, environment: () => ({}) })
const ready = { t: 'ready', created: true, school: false, url: 'http://127.0.0.1:1' } as const

/** An owner that keeps what it hears, in order. */
function ownerOf(entry: string) {
  const heard: unknown[] = []
  const owner: HostOwner = {
    ...asked(entry),
    onReady: ({ url }) => heard.push(url),
    onProblem: ({ code }) => heard.push(code),
    onWork: ({ id }) => heard.push(id),
    onSecret: async ({ id }) => ({ t: 'done', id }),
    onUpdates: ({ id }) => ({ t: 'done', id }),
    onPrepared: (problem) => heard.push(problem),
    onNews: ({ t }) => heard.push(t),
  }
  return { owner, heard }
}

test('what a host says before its owner is there is told to it then, in order, and answered', async () => {
  const host = superviseHost(asked('first'), log)
  host.start()
  hosts[0]!.emit('message', { t: 'secret', id: 1, ask: 'name', bytes: new Uint8Array() })
  hosts[0]!.emit('message', ready)
  hosts[0]!.emit('message', { t: 'updatePrepared', problem: null })
  expect(host.ready()).toEqual(ready)
  expect(hosts[0]!.told).toEqual([])

  const { owner, heard } = ownerOf('owned')
  host.ownedBy(owner)
  expect(heard).toEqual([ready.url, null])
  await Promise.resolve()
  expect(hosts[0]!.told).toEqual([{ t: 'done', id: 1 }])

  hosts[0]!.emit('message', { t: 'updatePrepared', problem: 'late' })
  expect(heard).toEqual([ready.url, null, 'late'])
})

test('the first host is the one that was asked first, the next the one that its owner names', async () => {
  const host = superviseHost(asked('first'), log)
  host.start()
  host.ownedBy(ownerOf('owned').owner)
  const again = host.restart()
  hosts[0]!.emit('exit', 0)
  await again
  expect(hosts.map(({ entry }) => entry)).toEqual(['first', 'owned'])
})

test('a host that fails before its owner is there is its problem as soon as it is', () => {
  const host = superviseHost(asked('first'), log)
  host.start()
  hosts[0]!.emit('message', { t: 'failed', code: 'held', message: 'Fermez l’autre Guichet.' })
  expect(host.problem()).toEqual({ code: 'held', message: 'Fermez l’autre Guichet.' })
  const { owner, heard } = ownerOf('owned')
  host.ownedBy(owner)
  expect(heard).toEqual(['held'])
})
