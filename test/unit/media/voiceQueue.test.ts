import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { CallId } from '../../../shared/contract/ids.ts'
import type { Announcement } from '../../../renderer/sound/announcer.ts'
import { spokenCall } from '../../../shared/messages/public/voice.ts'
import { createQueue, type Score } from '../../../renderer/sound/queue.ts'

/** A waiting room whose loudspeaker plays when told: what began, what ended, and the end of what plays. */
function room() {
  const begun: Score[] = []
  let end: ((whole: boolean) => void) | null = null
  const state = { audible: true, silent: false, closed: false, atOnce: 0 }
  const announcer = createQueue(
    {
      play: (score) => {
        begun.push(score)
        state.atOnce = Math.max(state.atOnce, end === null ? 1 : 2)
        return new Promise((resolve) => {
          end = (whole) => {
            end = null
            resolve(whole)
          }
        })
      },
      audible: () => state.audible,
      wake: async () => {},
      close: () => {
        state.closed = true
        end?.(false)
      },
    },
    { silent: () => state.silent },
  )
  const settle = () => new Promise<void>((done) => setImmediate(done))
  return {
    announcer,
    begun,
    state,
    said: () =>
      begun.map(({ spoken }) => spoken?.flat().find((clip) => clip.startsWith('number-')) ?? 'chime'),
    /** What plays comes to its end, or is cut by the machine. */
    finish: async (whole = true) => {
      end?.(whole)
      await settle()
    },
    playing: () => end !== null,
  }
}

const call = (number: number, more: Partial<Announcement> = {}): Announcement => ({
  callId: `call-${number}` as CallId,
  number: `A${number}`,
  counter: 'Guichet 3',
  voice: true,
  ...more,
})
const calls = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => call(from + at))

test('a call is announced once, whatever is given again; a recall has an id of its own', async () => {
  const { announcer, said, finish } = room()
  announcer.announce([call(1)])
  announcer.announce([call(1)])
  await finish()
  announcer.announce([call(1)])
  announcer.announce([call(1, { callId: 'recall' as CallId })])
  await finish()
  expect(said()).toEqual(['number-1', 'number-1'])
})

test('the next call waits for the end of the one that is heard', async () => {
  const { announcer, said, finish, playing } = room()
  announcer.announce([call(1)])
  announcer.announce([call(2)])
  expect(said()).toEqual(['number-1'])
  await finish()
  expect(said()).toEqual(['number-1', 'number-2'])
  await finish()
  expect(playing()).toBe(false)
})

test('above three calls that wait, phrases shorten and the chime is rung once; then all is as before', async () => {
  const { announcer, begun, finish } = room()
  announcer.announce(calls(1, 6))
  for (let left = 6; left > 0; left--) await finish()
  const short = begun.map(({ spoken }) => spoken?.[0]?.[0] !== 'ticket')
  expect(short).toEqual([true, true, true, false, false, false])
  expect(begun.map(({ chime }) => chime)).toEqual(['first', 'instead', 'instead', 'first', 'first', 'first'])
})

test('a call is said in French, then in the language of the ticket; in a rush both are short', async () => {
  const { announcer, begun, finish } = room()
  announcer.announce([
    call(1, { lang: 'uk' }),
    call(2, { lang: null }),
    call(3, { voice: false, lang: 'uk' }),
  ])
  for (let left = 3; left > 0; left--) await finish()
  expect(begun.map(({ theirs }) => theirs?.language)).toEqual(['uk', undefined, undefined])
  expect(begun[0]?.theirs?.spoken).toEqual(spokenCall('A1', 'Guichet 3', false, 'uk'))
  expect(begun[0]?.theirs?.text).toContain('талон')
  announcer.announce([4, 5, 6, 7].map((number) => call(number, { lang: 'ar' })))
  expect(begun.at(-1)?.theirs?.spoken[0]?.[0]).toBe('letter-a')
})

test('calls without a voice that wait together share one chime, and a spoken one between them keeps its place', async () => {
  const { announcer, said, finish } = room()
  announcer.announce([
    call(1, { voice: false }),
    call(2, { voice: false }),
    call(3),
    call(4, { voice: false }),
  ])
  for (let left = 4; left > 0; left--) await finish()
  expect(said()).toEqual(['chime', 'number-3', 'chime'])
})

test('a call on the screen only is not heard, and not later either', async () => {
  const { announcer, begun } = room()
  announcer.announce([call(1, { screenOnly: true })])
  announcer.announce([call(1)])
  expect(begun).toEqual([])
})

test('in silent hours nothing is heard; what they begin in the middle of is not cut, what waits is past', async () => {
  const { announcer, said, state, finish } = room()
  announcer.announce(calls(1, 3))
  state.silent = true
  announcer.announce([call(4)])
  await finish()
  state.silent = false
  announcer.announce([call(5)])
  await finish()
  expect(said()).toEqual(['number-1', 'number-5'])
})

test('what comes while nothing can be heard is past, and so is what waited when the sound was cut', async () => {
  const { announcer, said, state, finish } = room()
  state.audible = false
  announcer.announce([call(1)])
  state.audible = true
  announcer.announce(calls(1, 4))
  await finish(false)
  announcer.announce([call(5)])
  expect(said()).toEqual(['number-2', 'number-5'])
})

test('a person who came to the counter meanwhile is not called aloud any more', async () => {
  const { announcer, said, finish } = room()
  announcer.announce(calls(1, 3))
  announcer.withdraw(['call-1' as CallId, 'call-2' as CallId])
  await finish()
  await finish()
  expect(said()).toEqual(['number-1', 'number-3'])
})

test('a player that fails loses no later call', async () => {
  const failing = room()
  let failed = false
  const announcer = createQueue(
    {
      play: async () => {
        failed = true
        throw new Error('no device')
      },
      audible: () => true,
      wake: async () => {},
      close: () => {},
    },
    { silent: () => false },
  )
  announcer.announce([call(1)])
  await failing.finish()
  expect(failed).toBe(true)
  failed = false
  announcer.announce([call(2)])
  expect(failed).toBe(true)
})

test('closing ends what is heard and what waits', async () => {
  const { announcer, said, state, finish } = room()
  announcer.announce(calls(1, 3))
  announcer.close()
  await finish()
  expect(state.closed).toBe(true)
  expect(said()).toEqual(['number-1'])
})

const steps = fc.array(
  fc.oneof(
    fc.record({ give: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 5 }) }),
    fc.constant('finish' as const),
  ),
  { maxLength: 60 },
)
property.prop([steps])(
  'each call is heard once, in its order, one at a time, however they come',
  async (acts) => {
    const { announcer, said, state, finish, playing } = room()
    const given: number[] = []
    for (const act of acts) {
      if (act === 'finish') await finish()
      else {
        announcer.announce(act.give.map((number) => call(number)))
        given.push(...act.give)
      }
    }
    while (playing()) await finish()
    expect(said()).toEqual([...new Set(given)].map((number) => `number-${number}`))
    expect(state.atOnce).toBeLessThanOrEqual(1)
  },
)
