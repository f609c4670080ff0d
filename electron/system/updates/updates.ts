import { installed } from '../../../shared/messages/installed.fr.ts'
import type { Log } from '../../host/log.ts'
import type { Configuration } from '../config/schema.ts'
import type { Kept } from '../kept.ts'
import type { Left } from './left.ts'
import {
  longestPublished,
  manifestName,
  readAnnounced,
  type PackageKind,
  type UpdateManifest,
} from './manifest.ts'
import { sourceOf, stage, type Get } from './stage.ts'

const text = installed.updates

export type UpdatesOptions = {
  /** Absent: nothing is ever looked for. */
  readonly asked: Configuration['update']
  readonly version: string
  /** The version that was left, which comes back on a person's word alone. */
  readonly left: Kept<Left>
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
  let said: string | null = null
  let leftAgain: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = (sentence: string, what: string, facts: Readonly<Record<string, unknown>> = {}) => {
    if (sentence !== said) log.info(what, facts)
    said = sentence
  }

  const lookAt = async (update: NonNullable<Configuration['update']>): Promise<void> => {
    leftAgain = null
    const source = sourceOf(update.from, options.get)
    const announced = readAnnounced(
      await source.text(manifestName, longestPublished),
      update.key,
      options.version,
    )
    if ('same' in announced) return tell(text.current, 'updateNone')
    if ('refused' in announced)
      return tell(text[announced.refused], 'updateRefused', { why: announced.refused })
    const { version, files, back } = announced.update
    if (!back && version === options.left.read().version) {
      leftAgain = version
      return tell(text.left(version), 'updateLeft', { version })
    }
    const file = files.find(({ kind, arch }) => kind === options.kind && arch === options.arch)
    if (!file) return tell(text.elsewhere(version), 'updateElsewhere', { version })
    const staged = await stage(source, file, options.folder)
    if (staged === null) return tell(text.altered, 'updateRefused', { why: 'altered', version })
    if (!within(update.between, options.now()))
      return tell(text.waits(version, update.between), 'updateWaits', { version })
    const why = await options.prepare()
    if (why !== null) return tell(text.notReady(version), 'updateNotReady', { version, why })
    tell(text.installing(version), 'updateInstalls', { version, from: options.version })
    const before = options.left.read()
    if (back) options.left.write({ version: options.version })
    await options.install(staged, announced.update).catch((error: unknown) => {
      if (back) options.left.write(before)
      log.fault('updateNotInstalled', error, { version })
      said = text.notInstalled(version)
    })
  }

  // A person's word comes while it looks by itself: what is under way ends first, and nothing is looked for twice at once.
  let looking: Promise<void> = Promise.resolve()
  const look = async () => {
    if (!asked) return
    looking = looking
      .then(() => lookAt(asked))
      .catch((error: unknown) => {
        if (said !== text.unreachable) log.fault('update', error)
        said = text.unreachable
      })
    await looking
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
  return { look, leftAgain: () => leftAgain, takeLeft, said: () => said, stop: () => clearTimeout(timer) }
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
