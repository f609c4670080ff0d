import { contractVersion } from '../../../shared/contract/index.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { connect, noAnswer, type Connection } from '../../../shared/rpc/connect.ts'
import type { Port } from '../../../shared/rpc/port.ts'

/** A host that says only what the test makes it say. */
function fakeHost({ tellsItsOwnClose = true } = {}) {
  const said: Record<string, unknown>[] = []
  let message = (_text: string) => {}
  let close = () => {}
  let open = true
  const port: Port = {
    send: (text) => void said.push(JSON.parse(text) as Record<string, unknown>),
    onMessage: (listener) => (message = listener),
    onClose: (listener) => (close = listener),
    close: () => {
      open = false
      if (tellsItsOwnClose) close()
    },
    buffered: () => 0,
  }
  return {
    port,
    said,
    isOpen: () => open,
    says: (what: unknown) => message(typeof what === 'string' ? what : JSON.stringify(what)),
    cuts: () => close(),
  }
}

const welcome = { t: 'welcome', version: contractVersion, role: 'supervisor', agentId: null }
const emptyQueue = {
  total: 0,
  waiting: [],
  absent: [],
  parked: [],
  services: [],
  counters: [],
  day: null,
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function connected(host = fakeHost(), onClose?: () => void, version: string = contractVersion) {
  const answer = connect(host.port, { timeout: 1000, token: 'jeton', ...(onClose ? { onClose } : {}) })
  host.says({ ...welcome, version })
  const given = await answer
  if ('error' in given) throw new Error(given.error.code)
  return { host, connection: given.connection as Connection }
}

describe('the hello', () => {
  test('says the version and the token, once, before all', async () => {
    const { host, connection } = await connected()
    expect(host.said).toEqual([{ t: 'hello', version: contractVersion, token: 'jeton' }])
    expect(connection.role).toBe('supervisor')
  })

  test('a host that stays silent is given up, and the connection closed', async () => {
    const host = fakeHost()
    const answer = connect(host.port, { timeout: 1000 })
    vi.advanceTimersByTime(1001)
    expect(await answer).toEqual({ error: noAnswer })
    expect(host.isOpen()).toBe(false)
  })

  test('a refusal is handed on, and the connection closed', async () => {
    const host = fakeHost()
    const answer = connect(host.port)
    const error = { code: 'unauthorized', message: 'Ce poste n’est pas reconnu.' }
    host.says({ t: 'refused', error })
    expect(await answer).toEqual({ error })
    expect(host.isOpen()).toBe(false)
  })

  test('a cut before the welcome is no answer', async () => {
    const host = fakeHost()
    const answer = connect(host.port)
    host.cuts()
    expect(await answer).toEqual({ error: noAnswer })
  })
})

describe('a call', () => {
  test('is answered by its number, whatever the order', async () => {
    const { host, connection } = await connected()
    const one = connection.query('queue.view', {})
    const two = connection.query('queue.view', {})
    const [first, second] = host.said.slice(1) as { id: number }[]
    host.says({ t: 'answer', id: second!.id, output: { ...emptyQueue, total: 2 } })
    host.says({ t: 'answer', id: first!.id, output: { ...emptyQueue, total: 1 } })
    expect([await one, await two]).toMatchObject([{ output: { total: 1 } }, { output: { total: 2 } }])
  })

  test('carries its command id, so that it can be repeated', async () => {
    const { host, connection } = await connected()
    void connection.command('day.open', {}, '0198c1f2-1111-7abc-8def-0123456789ab')
    expect(host.said.at(-1)).toMatchObject({
      t: 'call',
      name: 'day.open',
      commandId: '0198c1f2-1111-7abc-8def-0123456789ab',
    })
  })

  test('is asked of a host of the version before by its former name, and answered as the present one', async () => {
    const { host, connection } = await connected(fakeHost(), undefined, '1.4')
    const asked = connection.query('partners.list', {})
    const seen = vi.fn<(result: unknown) => void>()
    connection.watch('standby.view', {}, seen)
    void connection.command('standby.promote', {}, '0198c1f2-1111-7abc-8def-0123456789ab')
    expect(host.said.slice(1).map(({ name }) => name)).toEqual([
      'town.partners',
      'hosts.view',
      'host.promote',
    ])
    const { id } = host.said[1] as { id: number }
    host.says({ t: 'answer', id, output: { partners: [], figures: 0 } })
    expect(await asked).toEqual({ output: { partners: [], figures: 0 } })
    const { host: present, connection: now } = await connected()
    void now.query('partners.list', {})
    expect(present.said.at(-1)).toMatchObject({ name: 'partners.list' })
  })

  test('is given up after its time; an answer that comes later does nothing', async () => {
    const { host, connection } = await connected()
    const answer = connection.query('queue.view', {})
    vi.advanceTimersByTime(1001)
    expect(await answer).toEqual({ error: noAnswer })
    const { id } = host.said.at(-1) as { id: number }
    expect(() => host.says({ t: 'answer', id, output: emptyQueue })).not.toThrow()
  })

  test('under way when the connection ends is no answer, and so is one made afterwards', async () => {
    for (const end of ['cut', 'closed', 'closed, and the transport says nothing'] as const) {
      const closed = vi.fn<() => void>()
      const { host, connection } = await connected(fakeHost({ tellsItsOwnClose: end === 'closed' }), closed)
      const answer = connection.query('queue.view', {})
      if (end === 'cut') host.cuts()
      else connection.close()
      expect(await answer, end).toEqual({ error: noAnswer })
      expect(await connection.query('queue.view', {}), end).toEqual({ error: noAnswer })
      host.cuts()
      expect(closed, end).toHaveBeenCalledTimes(1)
    }
  })

  test('whose output is not the contract’s is an error, never data', async () => {
    const { host, connection } = await connected()
    for (const output of [
      undefined,
      null,
      {},
      { ...emptyQueue, total: 'deux' },
      { ...emptyQueue, more: 1, total: 'deux' },
    ]) {
      const answer = connection.query('queue.view', {})
      const { id } = host.said.at(-1) as { id: number }
      host.says({ t: 'answer', id, output })
      expect(await answer).toMatchObject({ error: { code: 'contractBroken' } })
    }
  })
})

describe('a host of the next version', () => {
  test('says more than this page knows: the rest is heard, and nothing of what is added', async () => {
    const { host, connection } = await connected()
    const answer = connection.query('queue.view', {})
    const { id } = host.said.at(-1) as { id: number }
    const day = {
      dayId: '0198c1f2-1111-7abc-8def-0123456789ab',
      date: '2026-03-03',
      openedAt: 1,
      closesAt: null,
      stale: false,
    }
    const said = { ...emptyQueue, day: { ...day, more: { deep: true } }, more: 1 }
    host.says({ t: 'answer', id, output: said, more: 1 })
    expect(await answer).toEqual({ output: { ...emptyQueue, day } })
  })

  test('welcomes with more than this page knows', async () => {
    const host = fakeHost()
    const answer = connect(host.port, { timeout: 1000 })
    host.says({ ...welcome, version: '1.999', more: [] })
    expect(await answer).toHaveProperty('connection')
  })
})

describe('a watch', () => {
  test('hears its view until it is stopped, validated like an answer', async () => {
    const { host, connection } = await connected()
    const heard: [string, number][] = []
    const stop = connection.watch('queue.view', {}, (result, seq) =>
      heard.push(['output' in result ? String(result.output.total) : result.error.code, seq]),
    )
    const { id } = host.said.at(-1) as { id: number }
    host.says({ t: 'view', id, seq: 4, output: { ...emptyQueue, total: 3 } })
    host.says({ t: 'view', id, seq: 5, output: { total: 3 } })
    host.says({ t: 'view', id, seq: 5, error: { code: 'forbiddenRole', message: 'Non.' } })
    host.says({ t: 'view', id: id + 1, seq: 6, output: emptyQueue })
    stop()
    host.says({ t: 'view', id, seq: 7, output: emptyQueue })
    stop()
    expect(heard).toEqual([
      ['3', 4],
      ['contractBroken', 5],
      ['forbiddenRole', 5],
    ])
    expect(host.said.filter(({ t }) => t === 'unwatch')).toEqual([{ t: 'unwatch', id }])
  })
})

test('a text that is no message is passed over', async () => {
  const { host, connection } = await connected()
  for (const junk of [
    '',
    'junk',
    '[]',
    'null',
    '{"t":"nope"}',
    '{"t":"answer","id":-1}',
    '{"t":"answer","id":99,"output":1}',
  ])
    expect(() => host.says(junk), junk).not.toThrow()
  const answer = connection.query('queue.view', {})
  const { id } = host.said.at(-1) as { id: number }
  host.says({ t: 'answer', id, output: emptyQueue })
  expect(await answer).toEqual({ output: emptyQueue })
})
