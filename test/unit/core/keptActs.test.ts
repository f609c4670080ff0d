import { beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Link, LinkState } from '../../../renderer/link/link.ts'
import { withKeptActs } from '../../../renderer/link/keptActs.ts'

/** Who is at the station, as the host says it: nobody is asked, a person, nobody yet. */
type Here = {
  readonly needed: boolean
  readonly present: { readonly agentId: string; readonly lockedAt: number | null } | null
}
const open: Here = { needed: false, present: null }
const person = (agentId: string, lockedAt: number | null = null): Here => ({
  needed: true,
  present: { agentId, lockedAt },
})
const nobody: Here = { needed: true, present: null }

type Sent = { readonly name: string; readonly id: string; answer(result: object): void }

/** A tab of a browser: what it keeps, and one link after another. */
const tab = () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  } as unknown as Storage
  const told: string[] = []
  /** A page loaded now, whose host says which office it is once `heard`. */
  const load = (agentId: string | null = 'agent1', office = { name: 'Bellerive', school: false }) => {
    const sent: Sent[] = []
    let known = false
    let there: Here = open
    const listeners = new Set<() => void>()
    const bare = {
      store: createStore(() => ({ agentId }) as unknown as LinkState),
      act: (name: string, _input: unknown, id = 'none') =>
        new Promise((answer) => void sent.push({ name, id, answer: answer as Sent['answer'] })),
      latest: (name: string) => (known ? (name === 'session.view' ? there : office) : undefined),
      watch: (_name: string, _input: unknown, listener: () => void) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
      become: () => {},
    } as unknown as Link
    const link = withKeptActs(bare, storage, (message) => told.push(message))
    const heard = async (now: Here = there) => {
      known = true
      there = now
      for (const listener of listeners) listener()
      await Promise.resolve()
    }
    return { link, sent, heard }
  }
  return { kept, told, load }
}

let here: ReturnType<typeof tab>
beforeEach(() => {
  here = tab()
})
const close = { outcome: 'information' } as never

test('an act not yet answered is sent again by the next page, under the same id, once the office is known', async () => {
  const first = here.load()
  await first.heard()
  void first.link.act('visit.close', close)
  void first.link.act('visit.close', close)
  const second = here.load()
  expect(second.sent).toEqual([])
  await second.heard()
  await second.heard()
  expect(second.sent.map(({ name }) => name)).toEqual(['visit.close'])
  expect(second.sent[0]?.id).toBe(first.sent[0]?.id)
  second.sent[0]?.answer({ output: {} })
  await expect.poll(() => here.kept.size).toBe(0)
  expect(here.told).toEqual([])
})

test('an act that a page of the version before kept under its former name is sent under the present one', async () => {
  const first = here.load()
  await first.heard()
  void first.link.act('visit.close', close)
  const [entry] = here.kept
  here.kept.set(entry![0], entry![1].replace('visit.close', 'lesson.next'))
  const second = here.load()
  await second.heard()
  expect(second.sent.map(({ name }) => name)).toEqual(['training.next'])
  expect(second.sent[0]?.id).toBe(first.sent[0]?.id)
})

test('what was answered is kept no more, and a refusal that comes to the next page is said', async () => {
  const first = here.load()
  await first.heard()
  const done = first.link.act('visit.close', close)
  first.sent[0]?.answer({ output: {} })
  await done
  expect(here.kept.size).toBe(0)
  void first.link.act('ticket.callNext', {})
  const second = here.load()
  await second.heard()
  second.sent[0]?.answer({ error: { code: 'counterNotOpen', message: 'Ouvrez votre guichet.' } })
  await expect.poll(() => here.told).toEqual(['Ouvrez votre guichet.'])
  expect(here.kept.size).toBe(0)
})

test('nothing is done in the name of somebody else, nor in another office', async () => {
  for (const next of [
    () => here.load('agent2'),
    () => here.load('agent1', { name: 'Bellerive', school: true }),
  ]) {
    here = tab()
    const first = here.load()
    await first.heard()
    void first.link.act('ticket.callNext', {})
    const second = next()
    await second.heard()
    expect(second.sent).toEqual([])
    expect(here.kept.size).toBe(0)
  }
  const first = here.load()
  await first.heard()
  void first.link.act('ticket.callNext', {})
  first.link.become(null)
  expect(here.kept.size, 'who leaves the station leaves nothing there').toBe(0)
})

test('what is typed to sign in is never kept', async () => {
  const first = here.load()
  await first.heard()
  void first.link.act('session.open', { secret: '482913' } as never)
  void first.link.act('secret.change', { secret: '482913' } as never)
  expect(first.sent).toHaveLength(2)
  expect([...here.kept.values()].join('')).toBe('')
})

test('what was typed is kept a quarter of an hour at most, and is gone when its person locks the station or leaves it', async () => {
  vi.useFakeTimers()
  try {
    const first = here.load()
    await first.heard()
    void first.link.act('visit.close', close)
    vi.advanceTimersByTime(14 * 60_000)
    expect(here.kept.size).toBe(1)
    vi.advanceTimersByTime(60_000)
    expect(here.kept.size, 'though nothing is done in the tab').toBe(0)
    for (const name of ['session.lock', 'session.close'] as const) {
      void first.link.act('visit.close', close)
      expect(here.kept.size).toBe(1)
      void first.link.act(name, {})
      expect(here.kept.size, name).toBe(0)
    }
    void first.link.act('visit.close', close)
    vi.setSystemTime(Date.now() + 16 * 60_000)
    const late = here.load()
    await late.heard()
    expect([late.sent, here.kept.size], 'nor by a page that comes after it').toEqual([[], 0])
  } finally {
    vi.useRealTimers()
  }
})

test('in a protected office, what one began is sent for nobody else, and is kept for nobody else to see', async () => {
  const first = here.load(null)
  await first.heard(person('agent1'))
  void first.link.act('visit.close', close)
  const other = here.load(null)
  await other.heard(nobody)
  expect([other.sent, here.kept.size], 'nobody is there yet').toEqual([[], 1])
  await other.heard(person('agent2'))
  expect([other.sent, here.kept.size]).toEqual([[], 0])

  await first.heard(person('agent1'))
  void first.link.act('visit.close', close)
  const same = here.load(null)
  await same.heard(nobody)
  await same.heard(person('agent1'))
  await same.heard(person('agent1'))
  expect(
    same.sent.map(({ name }) => name),
    'its person came back',
  ).toEqual(['visit.close'])
})

test('a lock made by the host, and somebody else at the station, leave nothing of what was typed, in the page too', async () => {
  for (const next of [person('agent1', 1), person('agent2'), open]) {
    here = tab()
    const page = here.load(null)
    await page.heard(person('agent1'))
    void page.link.act('visit.close', close)
    expect(here.kept.size).toBe(1)
    await page.heard(next)
    expect(here.kept.size, JSON.stringify(next)).toBe(0)
  }
  // While nobody is there, or it is locked, an act is sent at most: it is refused, and kept by nobody.
  const page = here.load(null)
  await page.heard(nobody)
  void page.link.act('visit.close', close)
  expect([page.sent.length, here.kept.size]).toEqual([1, 0])
})
