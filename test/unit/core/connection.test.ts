import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { serveConnection } from '../../../electron/host/core/connection.ts'
import type { Host } from '../../../electron/host/host.ts'
import { startLimits } from '../../../electron/host/core/limits.ts'
import type { Seen } from '../../../electron/host/core/watches.ts'
import { calls, nameOf, type CallName, type ViewName } from '../../../shared/contract/index.ts'
import type { Port } from '../../../shared/rpc/port.ts'

type Said = { t: string; id?: number; seq?: number; output?: unknown; error?: { code: string } }

/** One hostile connection and a host whose views are numbers: what is tried is the desk between them. */
function scene({ throws = false } = {}) {
  const said: Said[] = []
  let message = (_text: string) => {}
  let closed = (): void => {}
  const state = { open: true, buffered: 0, stopped: 0 }
  const port: Port = {
    send: (text) => void said.push(JSON.parse(text) as Said),
    onMessage: (listener) => (message = listener),
    onClose: (listener) => (closed = listener),
    close: () => {
      if (!state.open) return
      state.open = false
      closed()
    },
    buffered: () => state.buffered,
  }
  const watchers = new Map<number, Seen>()
  let watches = 0
  const asked: string[] = []
  const heard: boolean[] = []
  const charged: [string, boolean][] = []
  const host = {
    seq: () => 3,
    limits: startLimits(),
    clock: { now: () => 0 },
    now: () => 0,
    isCommand: (name: string) => {
      const known = nameOf(name)
      return known !== undefined && calls[known].kind === 'command'
    },
    isView: (name: CallName): name is ViewName => calls[name].kind === 'view',
    barred: () => undefined,
    charge: ({ stationId }: { stationId: string }, milliseconds: number) =>
      void charged.push([stationId, milliseconds >= 0]),
    heard: (_holder: unknown, back = false) => void heard.push(back),
    call: async (_holder: unknown, name: string) => {
      asked.push(name)
      return { text: '{}' }
    },
    watch: (_holder: unknown, _name: unknown, _input: unknown, seen: Seen) => {
      if (throws) throw new Error('the view is broken')
      const mine = ++watches
      watchers.set(mine, seen)
      seen('0', 3)
      return () => {
        state.stopped++
        watchers.delete(mine)
      }
    },
  } as unknown as Host
  serveConnection(host, port, ({ token }) =>
    token === 'bon' ? ({ role: 'supervisor', stationId: 'supervisor', agentId: null } as never) : undefined,
  )
  return {
    said,
    state,
    asked,
    heard,
    charged,
    watchers,
    says: (what: unknown) => message(typeof what === 'string' ? what : JSON.stringify(what)),
    show: (value: number, seq: number) => {
      for (const seen of watchers.values()) seen(String(value), seq as never)
    },
    leaves: () => closed(),
  }
}
const hello = { t: 'hello', version: '1.0', token: 'bon' }
const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('who does not say who they are', () => {
  test('in five seconds is left', () => {
    const { state } = scene()
    vi.advanceTimersByTime(5001)
    expect(state.open).toBe(false)
  })

  test('or says it badly, or says something else first, is refused and left, and nothing is done', async () => {
    for (const [first, code] of [
      [{ ...hello, token: 'faux' }, 'unauthorized'],
      [{ ...hello, version: '2.0' }, 'contractTooOld'],
      [{ t: 'ping' }, 'unauthorized'],
      [{ t: 'call', id: 1, name: 'day.open', input: {} }, 'unauthorized'],
      ['junk', 'badRequest'],
      [{ ...hello, role: 'admin' }, 'badRequest'],
    ] as const) {
      const { says, said, state, asked } = scene()
      says(first)
      await settled()
      expect([said.at(-1)?.t, said.at(-1)?.error?.code]).toEqual(['refused', code])
      expect(state.open).toBe(false)
      expect(asked).toEqual([])
    }
  })
})

test('a station is back with its hello, and heard by whatever it says after; a stranger is not heard', () => {
  const { says, heard } = scene()
  says(hello)
  says({ t: 'ping' })
  says({ t: 'call', id: 1, name: 'day.open', input: {} })
  expect(heard).toEqual([true, false, false])
  const stranger = scene()
  stranger.says({ ...hello, token: 'faux' })
  expect(stranger.heard).toEqual([])
})

describe('whatever comes in after', () => {
  test('nothing that a station sends throws', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
    for (const junk of [
      '',
      '\u0000',
      'null',
      '7',
      '[]',
      '{}',
      '{"t":"call"}',
      '{"t":"call","id":1e99,"name":"x"}',
      '{"t":"__proto__"}',
      deep,
      'x'.repeat(200_000),
    ]) {
      const { says, said, state } = scene()
      says(hello)
      expect(() => says(junk)).not.toThrow()
      expect(said.at(-1)?.error?.code).toBe('badRequest')
      expect(state.open).toBe(false)
    }
  })

  test('what it costs to read is charged to the station, and what is longer than any message is not read', () => {
    const { says, said, charged, state } = scene()
    says(hello)
    expect(charged, 'nobody is there yet').toEqual([])
    says({ t: 'ping' })
    expect(charged).toEqual([['supervisor', true]])
    says({ t: 'call', id: 1, name: 'appointment.import', input: { text: 'x'.repeat(300_000) } })
    expect([said.at(-1), state.open]).toMatchObject([{ t: 'refused', error: { code: 'tooLarge' } }, false])
    expect(charged).toHaveLength(1)
  })

  test('unknown names are refused, those of JavaScript too', async () => {
    const { says, said, asked } = scene()
    says(hello)
    for (const name of ['__proto__', 'constructor', 'toString', '', 'x'.repeat(100)]) {
      says({ t: 'call', id: 1, name, input: {} })
      await settled()
      expect(said.at(-1)).toMatchObject({ t: 'answer', id: 1, error: { code: 'unknownName' } })
      says({ t: 'watch', id: 2, name, input: {} })
      expect(said.at(-1)).toMatchObject({ t: 'view', id: 2, error: { code: 'unknownName' } })
    }
    expect(asked).toEqual([])
  })

  test('a flood of watches stops at 64, the same number twice is refused, and leaving stops them all', () => {
    const { says, said, watchers, state, leaves } = scene()
    says(hello)
    for (let id = 0; id < 1000; id++) says({ t: 'watch', id, name: 'queue.view', input: {} })
    says({ t: 'watch', id: 0, name: 'queue.view', input: {} })
    expect(watchers.size).toBe(64)
    expect(said.filter(({ error }) => error?.code === 'tooManyCalls')).toHaveLength(1000 - 64 + 1)
    says({ t: 'unwatch', id: 5 })
    says({ t: 'unwatch', id: 5 })
    says({ t: 'unwatch', id: 999_999 })
    expect(watchers.size).toBe(63)
    says({ t: 'watch', id: 5, name: 'queue.view', input: {} })
    expect(watchers.size).toBe(64)
    leaves()
    expect(watchers.size).toBe(0)
    expect(state.stopped).toBe(65)
  })

  test('a view that can’t be computed is a fault said to the watcher, and the number is free again', () => {
    const { says, said, state } = scene({ throws: true })
    says(hello)
    for (let round = 0; round < 2; round++) {
      expect(() => says({ t: 'watch', id: 1, name: 'queue.view', input: {} })).not.toThrow()
      expect(said.at(-1)).toMatchObject({ t: 'view', id: 1, error: { code: 'fault' } })
    }
    expect(state.open).toBe(true)
  })
})

describe('a reader who does not read', () => {
  const views = (said: readonly Said[]) => said.filter(({ t }) => t === 'view').map(({ output }) => output)

  test('misses moments, never the present: the latest alone waits, and is the last that comes', () => {
    const { says, said, state, show } = scene()
    says(hello)
    says({ t: 'watch', id: 1, name: 'queue.view', input: {} })
    state.buffered = 300 * 1024
    for (let value = 1; value <= 50; value++) show(value, 3 + value)
    vi.advanceTimersByTime(500)
    expect(views(said)).toEqual([0])
    state.buffered = 0
    vi.advanceTimersByTime(100)
    expect(views(said)).toEqual([0, 50])
  })

  test('never sees an older view after a newer one', () => {
    const { says, said, state, show } = scene()
    says(hello)
    says({ t: 'watch', id: 1, name: 'queue.view', input: {} })
    state.buffered = 300 * 1024
    show(1, 4)
    state.buffered = 0
    show(2, 5)
    vi.advanceTimersByTime(500)
    expect(views(said)).toEqual([0, 2])
  })

  test('hears nothing of what they stopped watching, even what waited', () => {
    const { says, said, state, show } = scene()
    says(hello)
    says({ t: 'watch', id: 1, name: 'queue.view', input: {} })
    state.buffered = 300 * 1024
    show(1, 4)
    says({ t: 'unwatch', id: 1 })
    state.buffered = 0
    vi.advanceTimersByTime(500)
    expect(views(said)).toEqual([0])
  })

  test('too far behind is cut: with views, and with answers', async () => {
    for (const ask of ['view', 'answer'] as const) {
      const { says, said, state, show } = scene()
      says(hello)
      says({ t: 'watch', id: 1, name: 'queue.view', input: {} })
      state.buffered = 17 * 1024 * 1024
      const before = said.length
      if (ask === 'view') show(1, 4)
      else says({ t: 'call', id: 2, name: 'queue.view', input: {} })
      await settled()
      expect([state.open, said.length], ask).toEqual([false, before])
    }
  })
})

test('watches begun and ended in a row are bounded like calls', () => {
  const { says, said, state } = scene()
  says(hello)
  for (let id = 0; id < 6000; id++) {
    says({ t: 'watch', id, name: 'supervision.view', input: {} })
    says({ t: 'unwatch', id })
  }
  expect(said.filter(({ t, error }) => t === 'view' && error?.code === 'tooManyCalls')).toHaveLength(1000)
  expect(state.stopped).toBe(5000)
})
