import { z } from 'zod'
import { command, view } from '../define.ts'
import { rights } from './calls.ts'

/** The keyboard under an agent's hands; `auto`: as the system says. */
export const KeyboardLayout = z.enum(['auto', 'azerty', 'qwerty', 'qwertz', 'bepo'])
export type KeyboardLayout = z.infer<typeof KeyboardLayout>

/** How an agent reads and works: theirs at whatever station they are (EN 301 549, 11.7; C. trav., art. L5213-6). */
export const Preferences = z.strictObject({
  /** Letters as drawn, an eighth larger, a quarter larger. */
  size: z.enum(['usual', 'large', 'larger']),
  /** White on black, at 7 to 1 at least. */
  contrast: z.boolean(),
  /** More room between the lines of a list, and larger targets. */
  airy: z.boolean(),
  /** Letters and figures act by themselves out of a field; without them, the function keys and Tab do it all. */
  singleKeys: z.boolean(),
  /** A short tone when a message appears or somebody comes while the counter is free. */
  sound: z.enum(['none', 'soft', 'loud']).default('none'),
  /** What the caps of the keys show. */
  keyboard: KeyboardLayout.default('auto'),
})
export type Preferences = z.infer<typeof Preferences>
export const usualPreferences: Preferences = {
  size: 'usual',
  contrast: false,
  airy: false,
  singleKeys: true,
  sound: 'none',
  keyboard: 'auto',
}

export const preferences = {
  /** Whoever is here says how they read: nobody else is told. */
  'preferences.set': command({
    roles: rights,
    input: Preferences,
    output: z.strictObject({}),
    refusals: ['unknownAgent'],
  }),
  /** What whoever is here chose; the usual where nobody is, or nothing was chosen. */
  'preferences.view': view({ roles: rights, input: z.strictObject({}), output: Preferences }),
} as const
