import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AgentId, CounterId, Seq } from '../../../shared/contract/ids.ts'
import type { Port } from '../../../shared/rpc/port.ts'
import { FromPage, type FromHost } from '../../../shared/rpc/protocol.ts'
import { createLink, type Link } from '../../../renderer/link/link.ts'
import { agentsView } from '../../fixtures/views.ts'

type Sent = ReturnType<(typeof FromPage)['parse']>

/** A host's end of one connection, as the page meets it: what it received, and what it says. */
type End = {
  readonly received: Sent[]
  say(message: FromHost): void
  cut(): void
  of<T extends Sent['t']>(t: T): readonly Extract<Sent, { t: T }>[]
}

/** Ports that lead nowhere but here: `welcomes` says hello back, a silent end does not. */
function hostEnds({ welcomes = true } = {}) {
  const ends: End[] = []
  let refusing = false
  const open = (): Promise<Port> => {
    if (refusing) return Promise.reject(new Error('no host'))
    let toPage: (text: string) => void = () => {}
    let closed: () => void = () => {}
    const received: Sent[] = []
    const end: End = {
      received,
      say: (message) => toPage(JSON.stringify(message)),
      cut: () => closed(),
      of: <T extends Sent['t']>(t: T) =>
        received.filter((message): message is Extract<Sent, { t: T }> => message.t === t),
    }
    ends.push(end)
    return Promise.resolve({
      send: (text) => {
        const message = FromPage.parse(JSON.parse(text))
        received.push(message)
        if (message.t === 'hello' && welcomes)
          end.say({
            t: 'welcome',
            version: '1.0',
            role: 'agent',
            agentId: message.agentId ?? null,
          } as FromHost)
      },
      onMessage: (listener) => {
        toPage = listener
      },
      onClose: (listener) => {
        closed = listener
      },
      close: () => closed(),
      buffered: () => 0,
    })
  }
  return { ends, open, refuse: (on: boolean) => (refusing = on) }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const counterId = '3' as CounterId
let link: Link

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  link.close()
  vi.useRealTimers()
})

test('a host that answers others first is asked again later each time, by a view and by a reading', async () => {
  const { ends, open } = hostEnds()
  link = createLink({ open, token: null, agentId: null })
  await pass(0)
  const [end] = ends
  link.watch('agents.view', {}, () => {})
  const read = link.read('history.months', { year: 2026 })
  await pass(0)
  const busy = { code: 'busyWithOthers', message: 'Attendez' }
  const watched = () => end!.of('watch').at(-1)!.id
  const asked = () => end!.of('call').at(-1)!.id
  for (const [times, wait] of [1000, 2000].entries()) {
    expect([end?.of('watch').length, end?.of('call').length]).toEqual([times + 1, times + 1])
    end?.say({ t: 'view', id: watched(), seq: 1 as Seq, error: busy })
    end?.say({ t: 'answer', id: asked(), error: busy })
    await pass(wait - 1)
    expect([end?.of('watch').length, end?.of('call').length], 'not sooner').toEqual([times + 1, times + 1])
    await pass(1)
  }
  end?.say({ t: 'view', id: watched(), seq: 5 as Seq, output: agentsView })
  expect(link.latest('agents.view', {})).toEqual(agentsView)
  end?.say({ t: 'answer', id: asked(), error: { code: 'closing', message: 'Fermé' } })
  expect(await read).toMatchObject({ error: { code: 'closing' } })
})

test.each([
  ['fault', 2],
  ['tooManyCalls', 2],
  ['tooOften', 2],
  ['forbiddenRole', 1],
] as const)('a view that the host refuses by %s is asked %i times', async (code, times) => {
  const { ends, open } = hostEnds()
  link = createLink({ open, token: null, agentId: null })
  await pass(0)
  const [end] = ends
  link.watch('agents.view', {}, () => {})
  await pass(0)
  const asked = () => end!.of('watch')
  end?.say({ t: 'view', id: asked().at(-1)!.id, seq: 1 as Seq, error: { code, message: 'Plus tard' } })
  await pass(1500)
  expect(asked()).toHaveLength(times)
})

test('an act cut before its answer is sent again on the next connection with the same id, and answered once', async () => {
  const { ends, open } = hostEnds()
  link = createLink({ open, token: null, agentId: null })
  await pass(0)
  const answers: unknown[] = []
  void link.act('counter.open', { counterId }).then((answer) => answers.push(answer))
  await pass(0)
  expect(link.store.getState().pending).toBe(1)
  ends[0]?.cut()
  expect(link.store.getState().state).toBe('away')
  await pass(250)
  expect(link.store.getState().state).toBe('open')
  const [first] = ends[0]?.of('call') ?? []
  const [again] = ends[1]?.of('call') ?? []
  expect(again?.commandId).toBe(first?.commandId)
  ends[1]?.say({ t: 'answer', id: again?.id ?? -1, output: { counterId, services: [] } })
  await pass(0)
  expect(answers).toEqual([{ output: { counterId, services: [] } }])
  expect(link.store.getState().pending).toBe(0)
})

test('acts wait for a host that is away, and leave in the order in which they were done', async () => {
  const { ends, open, refuse } = hostEnds()
  refuse(true)
  link = createLink({ open, token: null, agentId: null })
  await pass(0)
  void link.act('counter.open', { counterId })
  void link.act('ticket.callNext', {})
  void link.act('counter.close', {})
  refuse(false)
  await pass(2_000)
  expect(ends[0]?.of('call').map(({ name }) => name)).toEqual([
    'counter.open',
    'ticket.callNext',
    'counter.close',
  ])
})

test('the same act pressed twice before its answer is one act', async () => {
  const { ends, open } = hostEnds()
  link = createLink({ open, token: null, agentId: null })
  await pass(0)
  const both = Promise.all([link.act('ticket.callNext', {}), link.act('ticket.callNext', {})])
  await pass(0)
  const calls = ends[0]?.of('call') ?? []
  expect(calls).toHaveLength(1)
  ends[0]?.say({ t: 'answer', id: calls[0]?.id ?? -1, output: { ticket: null, reason: null } })
  expect(await both).toEqual([
    { output: { ticket: null, reason: null } },
    { output: { ticket: null, reason: null } },
  ])
})

test('what is counted is counted each time it is pressed, before any answer too', async () => {
  const { ends, open } = hostEnds()
  link = createLink({ open, token: null, agentId: null })
  await pass(0)
  void link.act('reception.inform', { kind: 'information' })
  void link.act('reception.inform', { kind: 'information' })
  await pass(0)
  expect(ends[0]?.of('call')).toHaveLength(1 + 1)
})

test('a host that falls silent at any instant is said to be away within two seconds, and back as soon as it answers', async () => {
  for (let after = 0; after < 1_000; after += 90) {
    const { ends, open } = hostEnds()
    link = createLink({ open, token: null, agentId: null })
    const state = () => link.store.getState().state
    await pass(0)
    // Each ping is answered until the cut, of which no close is seen.
    for (let spent = 0, answered = 0; spent < after; spent += 10) {
      await pass(10)
      const asked = ends[0]?.of('ping').length ?? 0
      for (; answered < asked; answered++) ends[0]?.say({ t: 'pong' })
    }
    expect(state()).toBe('open')
    await pass(1_800)
    expect(state(), `cut after ${after} ms`).toBe('away')
    ends[0]?.say({ t: 'pong' })
    expect(state()).toBe('open')
    link.close()
  }
})

test('of the views that a page asks as it is drawn, those of its frame are asked first, so that its middle is drawn once', async () => {
  const { ends, open } = hostEnds()
  link = createLink({ open, token: null, agentId: null })
  await pass(0)
  // As React does: what is within is there before what is around it.
  link.watch('counter.view', {}, () => {})
  link.watch('safety.view', {}, () => {})
  const leave = link.watch('office.view', {}, () => {})
  link.watch('preferences.view', {}, () => {})
  // Gone before it was asked.
  leave()
  await pass(0)
  expect(ends[0]?.of('watch').map(({ name }) => name)).toEqual([
    'preferences.view',
    'safety.view',
    'counter.view',
  ])
})

test('a view is watched once for all who show it, and again after a cut; its last output stays meanwhile', async () => {
  const { ends, open } = hostEnds()
  link = createLink({ open, token: null, agentId: null })
  await pass(0)
  let told = 0
  const stop = link.watch('agents.view', {}, () => (told += 1))
  const stopOther = link.watch('agents.view', {}, () => (told += 1))
  await pass(0)
  const [watch, ...others] = ends[0]?.of('watch') ?? []
  expect(others).toEqual([])
  ends[0]?.say({ t: 'view', id: watch?.id ?? -1, seq: 7 as Seq, output: agentsView })
  expect(told).toBe(2)
  expect(link.latest('agents.view', {})).toEqual(agentsView)
  expect(link.store.getState().seq).toBe(7)
  ends[0]?.cut()
  expect(link.latest('agents.view', {})).toEqual(agentsView)
  await pass(250)
  expect(ends[1]?.of('watch').map(({ name }) => name)).toEqual(['agents.view'])
  stop()
  expect(ends[1]?.of('unwatch')).toEqual([])
  stopOther()
  expect(ends[1]?.of('unwatch')).toHaveLength(1)
})

test('who takes the station over says hello in their own name, and nothing of the one before is done for them', async () => {
  const { ends, open } = hostEnds()
  link = createLink({ open, token: 'secret', agentId: 'agent1' as AgentId })
  await pass(0)
  const before = link.act('counter.open', { counterId })
  await pass(0)
  link.become('agent2' as AgentId)
  await pass(0)
  expect(await before).toMatchObject({ error: { code: 'noAnswer' } })
  expect(ends[1]?.of('hello')).toMatchObject([{ token: 'secret', agentId: 'agent2' }])
  expect(ends[1]?.of('call')).toEqual([])
})

test('a host that refuses is not asked again: its sentence is kept', async () => {
  const { ends, open } = hostEnds({ welcomes: false })
  link = createLink({ open, token: 'wrong', agentId: null })
  await pass(0)
  ends[0]?.say({ t: 'refused', error: { code: 'unauthorized', message: 'Ce poste n’est pas reconnu.' } })
  await pass(20_000)
  expect(link.store.getState()).toMatchObject({ state: 'refused', refused: { code: 'unauthorized' } })
  expect(ends).toHaveLength(1)
})

test('a host of another version is told to whoever can load the page again; another refusal is not', async () => {
  const outdated = vi.fn<() => void>()
  for (const [code, times] of [
    ['unauthorized', 0],
    ['contractTooOld', 1],
  ] as const) {
    const { ends, open } = hostEnds({ welcomes: false })
    const link = createLink({ open, token: null, agentId: null, onOutdated: outdated })
    await pass(0)
    ends[0]?.say({ t: 'refused', error: { code, message: 'Non.' } })
    await pass(0)
    expect(outdated, code).toHaveBeenCalledTimes(times)
    link.close()
  }
})

test('a host that ends a connection with a reason is not asked again either: what was shown gives way to its sentence', async () => {
  const { ends, open } = hostEnds()
  link = createLink({ open, token: 'secret', agentId: null })
  await pass(0)
  expect(link.store.getState().state).toBe('open')
  ends[0]?.say({
    t: 'refused',
    error: { code: 'stationRevoked', message: 'Ce poste n’est plus relié à l’office.' },
  })
  ends[0]?.cut()
  await pass(20_000)
  expect(link.store.getState()).toMatchObject({ state: 'refused', refused: { code: 'stationRevoked' } })
  expect(ends).toHaveLength(1)
})
