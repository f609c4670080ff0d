import type { Instant } from '../../../shared/contract/ids.ts'
import type { UpdatesHere } from '../../../shared/contract/updates/calls.ts'
import { installed } from '../../../shared/messages/updates/installed.fr.ts'
import type { Log } from '../../host/core/log.ts'
import type { Configuration } from '../config/schema.ts'
import type { SettingsFile } from '../kept.ts'
import type { Left } from './left.ts'
import {
  longestPublished,
  manifestName,
  notesName,
  readAnnounced,
  readNotes,
  type PackageKind,
  type UpdateManifest,
} from './manifest.ts'
import { change, remembered, withRefusal, type UpdatesKept } from './memory.ts'
import { sourceOf, stage, type Get, type Source } from './stage.ts'

const text = installed.updates

export type UpdatesOptions = {
  /** Absent: nothing is ever looked for. */
  readonly asked: Configuration['update']
  readonly version: string
  /** Made to be tried, not to be installed in an office. */
  readonly trial: boolean
  /** What says where they are looked for: a file's path, or the group policy. */
  readonly setBy: string
  /** What this machine keeps of them. */
  readonly kept: SettingsFile<UpdatesKept>
  /** The version that was left, which comes back on a person's word alone. */
  readonly left: SettingsFile<Left>
  /** How this installation replaces itself; null: it does not (a folder, a service, a system's own packages). */
  readonly kind: PackageKind | null
  readonly arch: string
  /** Where what is announced is brought. */
  readonly folder: string
  readonly get: Get
  readonly now: () => Date
  readonly log: Log
  /** The office makes itself ready: no day open, a backup made. Answers why not, as a code. */
  readonly prepare: () => Promise<string | null>
  /** Replaces the program by what was staged, and starts it again. @throws when it could not */
  readonly install: (file: string, update: UpdateManifest) => Promise<void>
}

export type Updates = {
  /** Looks once; never throws. */
  readonly look: () => Promise<void>
  /** The version that was left and is announced again; null: none. */
  readonly leftAgain: () => string | null
  /** Someone says that the version that was left may come back: it is looked for at once. Never throws. */
  readonly takeLeft: () => Promise<void>
  /** What there is to say of updates; null where they are not looked for. */
  readonly said: () => string | null
  /** All that the administration shows of them. */
  readonly state: () => UpdatesHere
  /** Someone decides whether they are looked for. Answers why not, as a code. */
  readonly set: (on: boolean, agentId: string | null) => 'noUpdates' | 'updatesImposed' | null
  /** Begins a look; `state` says what comes of it. */
  readonly lookNow: () => 'noUpdates' | null
  /** The version that waits is installed once the day is closed, whatever the hour, or in its hours after all. */
  readonly plan: (version: string, atClosing: boolean, agentId: string | null) => 'updateGone' | null
  readonly stop: () => void
}

/** Milliseconds between two looks, and before the first. */
const pace = 15 * 60_000
const first = 60_000

/**
 * Looks for updates where the configuration says, brings and checks what is announced at any hour, and installs it in the
 * hours that were given, while no day is open.
 */
export function createUpdates(options: UpdatesOptions): Updates {
  const { asked, log } = options
  const kept = remembered(options.kept)
  const at = (): Instant => options.now().getTime() as Instant
  let message: string | null = null
  let leftAgain: string | null = null
  let waiting: { readonly version: string; readonly notes: string | null } | null = null
  let looking = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const isOn = () => asked !== undefined && (asked.on ?? kept.read().on ?? true)

  change(kept, (before) =>
    before.installed?.version === options.version
      ? before
      : { ...before, installed: { version: options.version, since: at() }, atClosing: null },
  )

  const tell = (sentence: string, what: string, facts: Readonly<Record<string, unknown>> = {}) => {
    if (sentence !== message) log.info(what, facts)
    message = sentence
  }
  /** The same, of what is not installed: it is kept. */
  const refuse = (sentence: string, facts: Readonly<Record<string, unknown>>) => {
    tell(sentence, 'updateRefused', facts)
    change(kept, (before) => withRefusal(before, at(), sentence))
  }

  const lookAt = async (update: NonNullable<Configuration['update']>): Promise<void> => {
    leftAgain = null
    const source = sourceOf(update.from, options.get)
    const announced = readAnnounced(
      await source.text(manifestName, longestPublished),
      update.key,
      options.version,
    )
    const before = waiting
    waiting = null
    if ('same' in announced) return tell(text.current, 'updateNone')
    if ('refused' in announced) return refuse(text[announced.refused], { why: announced.refused })
    const { version, files, back } = announced.update
    if (!back && version === options.left.read().version) {
      leftAgain = version
      return tell(text.left(version), 'updateLeft', { version })
    }
    const file = files.find(({ kind, arch }) => kind === options.kind && arch === options.arch)
    if (!file) return tell(text.elsewhere(version), 'updateElsewhere', { version })
    const staged = await stage(source, file, options.folder)
    if (staged === null) return refuse(text.altered, { why: 'altered', version })
    const notes = before?.version === version ? before.notes : await notesOf(source, update.key, version)
    // Someone may have stopped them while the file came.
    if (!isOn()) return
    waiting = { version, notes }
    const atClosing = kept.read().atClosing === version
    if (!atClosing && !within(update.between, options.now()))
      return tell(text.waits(version, update.between), 'updateWaits', { version })
    const why = await options.prepare()
    if (!isOn()) return
    if (why !== null)
      return tell(atClosing ? text.atClosing(version) : text.notReady(version), 'updateNotReady', {
        version,
        why,
      })
    tell(text.installing(version), 'updateInstalls', { version, from: options.version })
    const left = options.left.read()
    if (back) options.left.write({ version: options.version })
    await options.install(staged, announced.update).catch((error: unknown) => {
      if (back) options.left.write(left)
      log.fault('updateNotInstalled', error, { version })
      message = text.notInstalled(version)
      change(kept, (all) => withRefusal(all, at(), text.notInstalled(version)))
    })
  }

  // A person's word comes while it looks by itself: what is under way ends first, and nothing is looked for twice at once.
  let underWay: Promise<void> = Promise.resolve()
  const look = async () => {
    if (!asked || !isOn()) return
    looking++
    underWay = underWay
      .then(() => lookAt(asked))
      .catch((error: unknown) => {
        if (message !== text.unreachable) log.fault('update', error)
        message = text.unreachable
      })
      .then(() => {
        looking--
        change(kept, (before) => ({ ...before, last: message === null ? null : { at: at(), said: message } }))
      })
    await underWay
  }
  /** At a person's word: what they changed since the one under way began is seen by the next, and one is enough. */
  const lookSoon = () => {
    if (looking < 2) void look()
  }
  const lookIn = (delay: number) => {
    timer = setTimeout(() => void look().then(() => lookIn(pace)), delay)
    timer.unref()
  }
  if (asked) lookIn(first)
  const takeLeft = () => {
    options.left.write({ version: null })
    return look()
  }
  return {
    look,
    leftAgain: () => leftAgain,
    takeLeft,
    said: () => message,
    state: () => {
      const { installed, changed, atClosing, last, refused } = kept.read()
      return {
        version: options.version,
        since: (installed?.since ?? at()) as Instant,
        trial: options.trial,
        source: asked ? { from: asked.from, between: asked.between, setBy: options.setBy } : null,
        on: isOn(),
        imposed: asked?.on !== undefined,
        changed: changed as UpdatesHere['changed'],
        looking: looking > 0,
        last: last as UpdatesHere['last'],
        waiting: waiting && { ...waiting, atClosing: atClosing === waiting.version },
        left: options.left.read().version,
        leftAgain: leftAgain !== null,
        refused: refused as UpdatesHere['refused'],
      }
    },
    set: (on, agentId) => {
      if (!asked) return 'noUpdates'
      if (asked.on !== undefined) return 'updatesImposed'
      if (on === isOn()) return null
      change(kept, (before) => ({ ...before, on, changed: { at: at(), agentId } }))
      log.info('updatesSet', { on, agentId })
      if (on) lookSoon()
      else {
        waiting = null
        leftAgain = null
        message = null
      }
      return null
    },
    lookNow: () => {
      if (!isOn()) return 'noUpdates'
      lookSoon()
      return null
    },
    plan: (version, atClosing, agentId) => {
      if (waiting?.version !== version) return 'updateGone'
      change(kept, (before) => ({ ...before, atClosing: atClosing ? version : null }))
      log.info('updatePlanned', { version, atClosing, agentId })
      lookSoon()
      return null
    },
    stop: () => clearTimeout(timer),
  }
}

/** Most versions have none, and none is needed to install: whatever is wrong with them is as if there were none. */
const notesOf = async (source: Source, key: string, version: string): Promise<string | null> => {
  const read = await source.text(notesName, longestPublished).catch(() => null)
  return read === null ? null : readNotes(read, key, version)
}

/** Whether the hour is in the span, `20:00-06:00`, over midnight too; its end is out. */
export function within(between: string, at: Date): boolean {
  const [from = 0, to = 0] = between.split('-').map((hour) => {
    const [hours = 0, minutes = 0] = hour.split(':').map(Number)
    return hours * 60 + minutes
  })
  const now = at.getHours() * 60 + at.getMinutes()
  return from <= to ? now >= from && now < to : now >= from || now < to
}
