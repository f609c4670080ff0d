import type { Language } from '../../../shared/contract/text.ts'
import { clipTexts, type ClipName } from '../../../shared/messages/public/voice.ts'
import type { Announcement } from '../../../renderer/sound/announcer.ts'
import { openBank, type Bank } from '../../../renderer/sound/bank.ts'
import { ring } from '../../../renderer/sound/chime.ts'
import type { Sound } from '../../../renderer/sound/loudspeaker.ts'
import { createPlayer, type Instead } from '../../../renderer/sound/player.ts'
import { createQueue } from '../../../renderer/sound/queue.ts'
import { createVoice } from '../../../renderer/sound/voice.ts'
import { recognise, type Heard, type Template } from './voiceEar.ts'

// Runs in a page: the announcer itself, played into memory as fast as the machine can, and heard again.

/** Calls that come together, at an instant of the rendering in seconds. */
type Coming = { readonly at: number; readonly calls: readonly Announcement[] }

/** The next turn of the page's loop, without the four milliseconds that a timer costs. */
const turn = () =>
  new Promise<void>((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => (port1.close(), done()))
    port1.start()
    port2.postMessage(null)
  })

/** A sound whose time stands still until the announcer and the test have done what they had to do at an instant. */
function rendering(rate: number, seconds: number, recordings: Bank) {
  const context = new OfflineAudioContext(1, rate * seconds, rate)
  let stops: readonly { readonly at: number; readonly reached: () => void }[] = []
  let loading = 0
  const stop = (at: number) =>
    new Promise<void>((reached) => (stops = [...stops, { at, reached }].toSorted((a, b) => a.at - b.at)))
  const sound: Sound = {
    context,
    running: () => true,
    wake: async () => {},
    until: (at) => stop(at).then(() => true),
    close: () => {},
  }
  const bank: Bank = {
    load: async (...asked) => {
      loading += 1
      try {
        return await recordings.load(...asked)
      } finally {
        loading -= 1
      }
    },
  }
  const standing = context.suspend(0)
  const rendered = context.startRendering()

  /** Time goes on until nothing is to come any more. */
  const go = async () => {
    await standing
    await turn()
    while (loading > 0) await turn()
    for (let [next] = stops; next; [next] = stops) {
      if (next.at > context.currentTime) {
        const reached = context.suspend(next.at)
        await context.resume()
        await reached
      }
      const due = stops.filter(({ at }) => at <= context.currentTime)
      stops = stops.slice(due.length)
      for (const { reached } of due) reached()
      await turn()
      while (loading > 0) await turn()
    }
  }
  const end = async () => {
    await context.resume()
    return (await rendered).getChannelData(0)
  }
  return { sound, bank, stop, go, end, time: () => context.currentTime }
}

/** Tells when each recording is asked to begin and how long it lasts (seconds), until it is let go. */
function watchStarts(tell: (at: number, length: number) => void): () => void {
  const prototype = AudioBufferSourceNode.prototype
  const given = Object.getOwnPropertyDescriptor(prototype, 'start')
  const start = given?.value as (this: AudioBufferSourceNode, at: number) => void
  prototype.start = function (at = 0) {
    tell(at, this.buffer?.duration ?? 0)
    start.call(this, at)
  }
  return () => {
    if (given) Object.defineProperty(prototype, 'start', given)
  }
}

/** The bank with some recordings taken for others, or away. */
const altered = (bank: Bank, instead: Readonly<Record<string, ClipName | null>>): Bank => ({
  load: async (context, clips, language) => {
    if (clips.some((clip) => instead[clip] === null || instead[`${language}/${clip}`] === null))
      throw new Error('missing')
    const found = await bank.load(
      context,
      clips.map((clip) => instead[clip] ?? clip),
      language,
    )
    return new Map(
      clips.flatMap((clip) => {
        const buffer = found.get(instead[clip] ?? clip)
        return buffer ? [[clip, buffer] as const] : []
      }),
    )
  },
})

const banks = new Map<number, Bank>()
/** The bank as it is decoded at a rate, once for all that is played at it. */
const bankAt = (rate: number): Bank => {
  const known = banks.get(rate) ?? openBank()
  banks.set(rate, known)
  return known
}

/** Every recording, and the chime as far as words may follow it, as samples at a rate. */
async function templates(rate: number, others: readonly Language[] = []): Promise<readonly Template[]> {
  const context = new OfflineAudioContext(1, rate * 2, rate)
  const clips = await bankAt(rate).load(context, [...clipTexts('fr').keys()], 'fr')
  const length = ring(context, 0)
  const chime = (await context.startRendering()).getChannelData(0).subarray(0, Math.floor(length * rate))
  return [
    { name: 'chime', samples: chime },
    ...[...clips].map(([name, buffer]) => ({ name, samples: buffer.getChannelData(0) })),
    ...(
      await Promise.all(
        others.map(async (language) =>
          [...(await bankAt(rate).load(context, [...clipTexts(language).keys()], language))].map(
            ([name, buffer]) => ({ name: `${language}/${name}`, samples: buffer.getChannelData(0) }),
          ),
        ),
      )
    ).flat(),
  ]
}

export const voiceRoom = {
  /** Plays calls through the announcer, and says what an ear hears of it and how long it lasted. */
  async play(
    coming: readonly Coming[],
    {
      rate = 16_000,
      seconds = 60,
      instead = {} as Readonly<Record<string, ClipName | null>>,
      /** The languages of which this machine has a voice. */
      voices = [] as readonly Language[],
    } = {},
  ) {
    const room = rendering(rate, seconds, altered(bankAt(rate), instead))
    const missing: (readonly [Language, Instead])[] = []
    const asked: string[] = []
    const player = createPlayer(room.sound, room.bank, {
      synthesis: {
        say: async (text, language) => {
          asked.push(text)
          return voices.includes(language)
        },
        stop: () => {},
      },
      onMissing: (...said) => missing.push(said),
    })
    const announcer = createQueue(player, { silent: () => false })
    for (const { at, calls } of coming) void room.stop(at).then(() => announcer.announce(calls))
    await room.go()
    const ended = room.time()
    const others = [
      ...new Set(coming.flatMap(({ calls }) => calls.flatMap(({ lang }) => lang ?? []))),
    ].filter(
      // A language that is not heard is not listened for: each has as many recordings as French.
      (language) => instead[`${language}/ticket`] !== null,
    )
    const heard: readonly Heard[] = recognise(await room.end(), await templates(rate, others), rate)
    return { heard, ended, missing, asked }
  },

  /** Each recording alone: its length in seconds, its loudness, its ends, and what an ear takes it for. */
  async recordings() {
    const rate = 16_000
    const known = await templates(rate)
    return known.map(({ name, samples }) => {
      const around = new Float32Array(samples.length + rate)
      around.set(samples, rate / 2)
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
      return {
        name,
        seconds: samples.length / rate,
        loudness: Math.sqrt(power),
        ends: Math.max(Math.abs(samples[0] ?? 1), Math.abs(samples.at(-1) ?? 1)),
        heard: recognise(around, known, rate).map((heard) => heard.name),
      }
    })
  },

  /**
   * Many calls in one context, by parts: each word lasts twenty milliseconds, at the lowest rate that a browser
   * renders, so that a week of them fits in memory.
   */
  many(seconds: number) {
    const rate = 3_000
    const whole = openBank()
    const cut = new Map<ClipName, AudioBuffer>()
    const short: Bank = {
      load: async (context, clips) => {
        for (const [name, buffer] of await whole.load(context, clips, 'fr')) {
          if (cut.has(name)) continue
          const part = context.createBuffer(1, rate / 50, rate)
          part.copyToChannel(buffer.getChannelData(0).subarray(0, part.length), 0)
          cut.set(name, part)
        }
        return cut
      },
    }
    const room = rendering(rate, seconds, short)
    const announcer = createQueue(createPlayer(room.sound, room.bank), { silent: () => false })
    let started = 0
    const letGo = watchStarts(() => (started += 1))
    return {
      /** Calls in rushes of forty. @returns words begun since the start */
      async part(calls: readonly Announcement[]) {
        for (let first = 0; first < calls.length; first += 40) {
          announcer.announce(calls.slice(first, first + 40))
          await room.go()
        }
        return started
      },
      /** Some seconds without a call: the engine lets go of nodes as it renders, once they are nobody's. */
      async quiet() {
        void room.stop(room.time() + 5)
        await room.go()
        await new Promise((done) => setTimeout(done, 200))
      },
      end: async () => {
        letGo()
        await room.end()
      },
    }
  },

  /** The real loudspeaker: when each recording was asked to begin and how long it lasts, in seconds. */
  async live(calls: readonly Announcement[], later: readonly Announcement[]) {
    const begun: { readonly at: number; readonly length: number }[] = []
    const letGo = watchStarts((at, length) => begun.push({ at, length }))
    const announcer = createVoice({ silent: () => false })
    const pass = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
    try {
      for (let tries = 0; tries < 50 && !announcer.audible(); tries++) await pass(100)
      const audible = announcer.audible()
      announcer.announce(calls)
      await pass(2_000)
      announcer.announce(later)
      await pass(9_000)
      return { audible, begun }
    } finally {
      letGo()
      announcer.close()
    }
  },
}

Object.assign(globalThis, { voiceRoom })
