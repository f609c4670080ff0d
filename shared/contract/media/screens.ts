import { z } from 'zod'
import { command, view } from '../define.ts'
import { StationId } from '../ids.ts'

/** How a display is seen and heard where it hangs. */
export const ScreenSettings = z.strictObject({
  /** The screen's diagonal, in inches, as it is sold; null while nobody measured. */
  diagonal: z.int().min(7).max(120).nullable(),
  /** From the screen to the farthest seat, in metres; null while nobody measured. */
  distance: z.int().min(1).max(40).nullable(),
  /** How the newest call's band pulses, once a second at most: never, once, three times (WCAG 2.3.1 allows three in a second). */
  flash: z.enum(['none', 'once', 'thrice']),
  /** Of the chime and the voice, in hundredths of what the machine gives. */
  volume: z.int().min(0).max(100),
  chime: z.boolean(),
  /** The office's silent hours and its rule of the voice still hold. */
  voice: z.boolean(),
  /** What turns under the calls stands still until somebody at the display turns it (RGAA 13.8); absent, it turns. */
  still: z.boolean().optional(),
})
export type ScreenSettings = z.infer<typeof ScreenSettings>

/** A display that nobody set. */
export const usualScreen: ScreenSettings = {
  diagonal: null,
  distance: null,
  flash: 'thrice',
  volume: 100,
  chime: true,
  voice: true,
}

/** Null: the displays of the host's own machine, and those that have no settings of their own. */
export const screenFacts = { stationId: StationId.nullable(), settings: ScreenSettings }

export const screens = {
  /** Sets how one display, or all that have nothing of their own, is seen and heard. */
  'screen.set': command({
    roles: ['admin'],
    input: z.strictObject(screenFacts),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownStation'],
  }),
  /** Every display with its settings: those of the host's machine first. */
  'screens.view': view({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      screens: z
        .array(
          z.strictObject({
            stationId: StationId.nullable(),
            /** Where it stands; null for the usual settings. */
            name: z.string().nullable(),
            settings: ScreenSettings,
            /** The screen has settings of its own. */
            own: z.boolean(),
          }),
        )
        .max(201),
    }),
  }),
  /** How this very display is seen and heard. */
  'screen.own': view({
    own: 'station',
    roles: ['display', 'supervisor'],
    input: z.strictObject({}),
    output: ScreenSettings,
  }),
} as const
