import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { build } from 'vite'
import type { CallId } from '../../../shared/contract/ids.ts'
import { spokenCall, writtenCall } from '../../../shared/messages/public/voice.ts'
import type { Announcement } from '../../../renderer/sound/announcer.ts'
import { root } from '../../runtime/places.ts'
import { applicationOf, expect, launchElectron, test as base, type ShellOptions } from '../fixture.ts'
import { everyWay } from '../look.ts'
import type { voiceRoom as InPage } from './voiceRoom.ts'

declare const voiceRoom: typeof InPage

// The waiting room's voice in the engines that play it: what is rendered is recognised by ear, recording by recording.

/** The page where all is heard, and what closes it. */
type Room = { readonly page: Page; readonly close: () => Promise<void> }

/** One for all of them: what they listen with is built, read and decoded once. */
let room: Room | undefined

const test = base.extend<{ readonly listening: Page }>({
  listening: async ({ shell, chromiumHere }, use) => {
    room ??= await openRoom(shell, chromiumHere)
    await use(room.page)
  },
})
test.use({ station: 'display' })
test.describe.configure({ mode: 'default', timeout: 180_000 })
test.afterAll(() => room?.close())

/** The announcer and its ear as one script. */
let script: Promise<string> | undefined
async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      target: 'chrome130',
      lib: { entry: join(root, 'test/e2e/media/voiceRoom.ts'), formats: ['iife'], name: 'voiceRoomModule' },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  const chunk = output && 'output' in output ? output.output[0] : undefined
  if (chunk?.type !== 'chunk') throw new Error('nothing was built')
  return chunk.code
}

/** Opens it in the engine that plays the room's voice. It needs no office. */
async function openRoom(shell: ShellOptions['shell'], chromiumHere: () => Promise<Browser>): Promise<Room> {
  script ??= bundled()
  const open = async (): Promise<Room> => {
    if (shell === 'electron') {
      const office = await launchElectron('display')
      return { page: await applicationOf(office).firstWindow(), close: office.stop }
    }
    const context = await (await chromiumHere()).newContext()
    return { page: await context.newPage(), close: () => context.close() }
  }
  const opened = await open()
  await opened.page.evaluate(await script)
  return opened
}

const call = (number: string, counter: string, more: Partial<Announcement> = {}): Announcement => ({
  callId: `${number} ${counter}` as CallId,
  number,
  counter,
  voice: true,
  ...more,
})

/** Many calls, by parts: a week of them by night, a day by day. */
const [parts, ofPart] = everyWay ? [10, 2_000] : [4, 1_000]

/** One of many calls, all different. @param at from 1 */
const oneOfMany = (at: number): Announcement =>
  call(`${'ABCDEFGH'.charAt(at % 8)}${(at % 9_999) + 1}`, `Guichet ${(at % 20) + 1}`, {
    callId: `call-${at}` as CallId,
  })

test('a call leaves nothing behind, however many come: neither nodes nor memory', async ({ page }) => {
  // In the page of a display, whose own sound counts too.
  script ??= bundled()
  await page.evaluate(await script)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const many = await page.evaluateHandle((seconds) => voiceRoom.many(seconds), parts * ofPart * 1.5)
  /** What lives in the page once all that could be freed is. */
  const living = async () => {
    await session.send('HeapProfiler.collectGarbage')
    await many.evaluate((room) => room.quiet())
    await session.send('HeapProfiler.collectGarbage')
    const { metrics } = await session.send('Performance.getMetrics')
    const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
    return { nodes: value('AudioHandlers'), bytes: value('JSHeapUsedSize') }
  }
  const seen = []
  for (let part = 0; part < parts; part++) {
    const given = Array.from({ length: ofPart }, (_, at) => oneOfMany(part * ofPart + at + 1))
    const started = await many.evaluate((room, calls) => room.part(calls), given)
    seen.push({ started, ...(await living()) })
  }
  await many.evaluate((room) => room.end())
  // In each rush of forty, the last three are said in full: none was left out.
  const words = Array.from({ length: parts * ofPart }, (_, at) => {
    const { number, counter } = oneOfMany(at + 1)
    return spokenCall(number, counter, at % 40 < 37).flat().length
  })
  expect(seen.at(-1)?.started).toBe(words.reduce((sum, length) => sum + length, 0))
  // The context's end and listener, the volumes of chime and voice; the last part weighs what the first did.
  expect(seen.map(({ nodes }) => nodes)).toEqual(seen.map(() => 4))
  expect((seen.at(-1)?.bytes ?? Number.NaN) - (seen[0]?.bytes ?? 0)).toBeLessThan(ofPart * 500)
})

test('every recording is heard for itself and no other, without a click, as loud as the others', async ({
  listening: page,
}) => {
  const recordings = await page.evaluate(() => voiceRoom.recordings())
  expect(recordings).toHaveLength(157)
  for (const { name, seconds, loudness, ends, heard } of recordings) {
    expect(heard, name).toEqual([name])
    if (name === 'chime') continue
    expect(seconds, name).toBeGreaterThan(0.2)
    expect(seconds, name).toBeLessThan(1.6)
    expect(loudness, name).toBeGreaterThan(0.08)
    expect(loudness, name).toBeLessThan(0.2)
    expect(ends, name).toBeLessThan(0.01)
  }
})

const names = (heard: readonly { readonly name: string }[]) => heard.map(({ name }) => name)

test('what was asked is what is played: each piece whole, in its order, at its place', async ({
  listening: page,
}) => {
  // Every way of making a number, and numbers on which the next announcement begins as this one ended.
  const numbers = [1, 2, 16, 17, 20, 21, 31, 42, 60, 61, 70, 71, 77, 79, 80, 81, 88, 90, 91, 99, 100, 101]
  const long = [171, 180, 200, 201, 222, 999, 1000, 1001, 1080, 1100, 1971, 2000, 2200, 5505, 8888, 9999]
  const asked = [...numbers, ...long].map((number, at) =>
    call(
      `${'ABCXYZ'.charAt(at % 6)}${number}`,
      ['Guichet 3', 'Guichet 12', 'Accueil', 'Bureau B'][at % 4] ?? '',
    ),
  )
  // By day every other ten.
  for (let first = 0; first < asked.length; first += everyWay ? 10 : 20) {
    const calls = asked.slice(first, first + 10)
    // Far enough from one another that none hurries.
    const coming = calls.map((one, at) => ({ at: 1 + at * 8, calls: [one] }))
    const { heard } = await page.evaluate((given) => voiceRoom.play(given, { seconds: 90 }), coming)
    const expected = calls.map(({ number, counter }) => spokenCall(number, counter, false))
    expect(names(heard)).toEqual(expected.flatMap((breaths) => ['chime', ...breaths.flat()]))
    let place = 0
    for (const [at, breaths] of expected.entries()) {
      const [chime, ...words] = heard.slice(place, (place += 1 + breaths.flat().length))
      expect(chime?.at).toBeCloseTo(1 + at * 8 + 0.05, 1)
      const starts = new Set([0, breaths[0]?.length ?? 0])
      for (const [word, { at: begins }] of words.entries()) {
        const before = word === 0 ? chime : words[word - 1]
        const gap = word === 0 ? 0 : starts.has(word) ? 0.28 : 0.04
        expect(begins - (before?.end ?? 0), `${words[word]?.name}`).toBeCloseTo(gap, 2)
      }
    }
  }
})

test('a call is never cut by the next one; a rush is said shortly, and nobody is left out', async ({
  listening: page,
}) => {
  const rush = Array.from({ length: 8 }, (_, at) => call(`A${at + 90}`, `Guichet ${at + 1}`))
  const coming = [
    { at: 0.5, calls: [call('B7', 'Guichet 2')] },
    // In the middle of the chime, then of the words.
    { at: 1, calls: [call('B8', 'Guichet 3'), call('B7', 'Guichet 2')] },
    { at: 3, calls: rush },
    { at: 4, calls: rush.slice(2, 5) },
  ]
  const { heard, ended } = await page.evaluate((given) => voiceRoom.play(given), coming)
  const spoken = (given: Announcement, short: boolean) =>
    spokenCall(given.number, given.counter, short).flat()
  expect(names(heard)).toEqual([
    'chime',
    ...spoken(call('B7', 'Guichet 2'), false),
    // Eight came while this one waited: nine wait, the chime has just rung.
    ...spoken(call('B8', 'Guichet 3'), true),
    ...rush.slice(0, 5).flatMap((given) => spoken(given, true)),
    ...rush.slice(5).flatMap((given) => ['chime', ...spoken(given, false)]),
  ])
  for (const [at, { at: begins }] of heard.entries())
    if (at > 0) expect(begins).toBeGreaterThanOrEqual((heard[at - 1]?.end ?? 0) - 0.001)
  expect(ended - (heard.at(-1)?.end ?? 0)).toBeCloseTo(0.5, 1)
})

test('the ear is not fooled: « trois » for « deux », or « soixante » for « soixante et onze », is heard', async ({
  listening: page,
}) => {
  const coming = [{ at: 0, calls: [call('A2', 'Guichet 71')] }]
  const play = (instead: Readonly<Record<string, 'number-3' | 'number-60'>>) =>
    page.evaluate(([given, other]) => voiceRoom.play(given, { seconds: 10, instead: other }), [
      coming,
      instead,
    ] as const)
  expect(names((await play({})).heard)).toEqual(
    'chime ticket letter-a number-2 place-guichet number-71'.split(' '),
  )
  expect(names((await play({ 'number-2': 'number-3' })).heard)[3]).toBe('number-3')
  expect(names((await play({ 'number-71': 'number-60' })).heard)[5]).toBe('number-60')
})

test('without its recordings a call is still heard: the chime alone', async ({ listening: page }) => {
  const { heard } = await page.evaluate(
    (given) => voiceRoom.play(given, { seconds: 20, instead: { 'number-2': null } }),
    [
      { at: 0, calls: [call('A2', 'Guichet 1'), call('A3', 'Guichet 1')] },
      {
        at: 12,
        calls: [call('A4', 'Guichet 1', { voice: false }), call('A5', 'Guichet 1', { voice: false })],
      },
      { at: 15, calls: [call('A6', 'Guichet 1', { screenOnly: true })] },
    ],
  )
  expect(names(heard)).toEqual([
    'chime',
    'chime',
    'ticket',
    'letter-a',
    'number-3',
    'place-guichet',
    'number-1',
    'chime',
  ])
})

test('a call is heard in French, then in the language of the ticket; what lacks is said otherwise, and told', async ({
  listening: page,
}) => {
  const theirs = [
    { at: 0.5, calls: [call('A142', 'Guichet 3', { lang: 'es' })] },
    { at: 12, calls: [call('B7', 'Guichet 2', { lang: 'ar' })] },
    { at: 18, calls: [call('B8', 'Guichet 2', { lang: 'uk' })] },
  ]
  const { heard, missing, asked } = await page.evaluate(
    (given) =>
      voiceRoom.play(given, {
        seconds: 28,
        instead: { 'ar/ticket': null, 'uk/ticket': null },
        voices: ['uk'],
      }),
    theirs,
  )
  const french = (number: string, counter: string) => ['chime', ...spokenCall(number, counter, false).flat()]
  expect(names(heard)).toEqual([
    ...french('A142', 'Guichet 3'),
    ...spokenCall('A142', 'Guichet 3', false, 'es')
      .flat()
      .map((clip) => `es/${clip}`),
    ...french('B7', 'Guichet 2'),
    ...french('B8', 'Guichet 2'),
  ])
  const begins = heard.findIndex(({ name }) => name === 'es/ticket')
  expect((heard[begins]?.at ?? 0) - (heard[begins - 1]?.end ?? 0)).toBeCloseTo(0.6, 1)
  expect(missing).toEqual([
    ['ar', 'nothing'],
    ['uk', 'synthesis'],
  ])
  expect(asked).toEqual([writtenCall('B7', 'Guichet 2', 'ar'), writtenCall('B8', 'Guichet 2', 'uk')])
})

test('on the loudspeaker itself, calls that come in the middle of another wait for its end', async ({
  listening: page,
}) => {
  const { audible, begun } = await page.evaluate(([first, later]) => voiceRoom.live(first, later), [
    [call('A42', 'Guichet 3')],
    [call('B7', 'Accueil'), call('A42', 'Guichet 3')],
  ] as const)
  expect(audible).toBe(true)
  expect(begun).toHaveLength(5 + 4)
  for (const [at, { at: begins }] of begun.entries()) {
    const before = begun[at - 1]
    if (before) expect(begins).toBeGreaterThanOrEqual(before.at + before.length)
  }
})
