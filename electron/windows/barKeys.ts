import type { KeySet } from '../system/kept.ts'

/** The bar's keys that have a shortcut from any program: call, call again, absent, here, end. */
export const barKeys = ['F2', 'F3', 'F4', 'F5', 'F9'] as const
/** Help without a sound, from any program: the very keys of the counter's own window, whatever the set. */
export const alertKey = 'Space'
const alertAccelerator = 'Control+Shift+Space'
export type BarKey = (typeof barKeys)[number] | typeof alertKey

/** What is held down with the bar's key, as Electron writes it. A bare F2 would be taken from every other program. */
const modifiers = {
  ctrlAlt: 'Control+Alt',
  ctrlShift: 'Control+Shift',
  ctrlAltShift: 'Control+Alt+Shift',
} as const satisfies Readonly<Record<KeySet, string>>

/** The sets that this system leaves to programs, the usual one first: on Linux Ctrl+Alt+F2 leaves for a console. */
export const offeredKeySets = (platform: NodeJS.Platform): readonly [KeySet, ...KeySet[]] =>
  platform === 'linux' ? ['ctrlShift', 'ctrlAltShift'] : ['ctrlAlt', 'ctrlShift', 'ctrlAltShift']

/** How the system is asked for a shortcut, and left it. Electron's `globalShortcut` is one. */
export type SystemShortcuts = {
  register(accelerator: string, press: () => void): boolean
  unregister(accelerator: string): void
}

/** Milliseconds: longer than any system waits before it repeats a held key (1 s at most on Windows). */
const heldFor = 1_050

/**
 * Lets one press of each key through: a shortcut held down is repeated by the system, and a person called thirty
 * times a second. Presses closer than that are one.
 */
export function oncePerPress(): (key: BarKey, now: number) => boolean {
  const last = new Map<BarKey, number>()
  return (key, now) => {
    const before = last.get(key)
    last.set(key, now)
    return before === undefined || now - before > heldFor
  }
}

export type BarShortcuts = {
  /**
   * Takes the set's shortcuts, leaving those taken before.
   * @returns the keys that another program holds already: they will not come
   */
  take(set: KeySet): readonly BarKey[]
  /** Leaves them all to other programs. */
  release(): void
}

/** The bar's shortcuts from any program, held only between `take` and `release`. */
export function createBarShortcuts(system: SystemShortcuts, press: (key: BarKey) => void): BarShortcuts {
  let held: readonly string[] = []
  const release = () => {
    for (const accelerator of held) system.unregister(accelerator)
    held = []
  }
  return {
    take(set) {
      release()
      const first = oncePerPress()
      const refused: BarKey[] = []
      const shortcuts = [
        ...barKeys.map((key) => [key, `${modifiers[set]}+${key}`] as const),
        [alertKey, alertAccelerator] as const,
      ]
      for (const [key, accelerator] of shortcuts) {
        const registered = system.register(accelerator, () => {
          if (first(key, Date.now())) press(key)
        })
        if (registered) held = [...held, accelerator]
        else refused.push(key)
      }
      return refused
    },
    release,
  }
}
