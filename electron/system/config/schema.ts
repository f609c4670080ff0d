import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { installed } from '../../../shared/messages/updates/installed.fr.ts'
import { stations } from '../../../shared/contract/stations.ts'

const { expected } = installed.configuration

const shortest = { error: expected.port }
const Port = z.int(shortest).min(1024, shortest).max(65_535, shortest)

/** `20:00-06:00`: from a local hour to another, over midnight too. */
const hours = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/

/** A shared folder, by its whole path, or a server that proves who it is. */
const isSource = (from: string): boolean =>
  isAbsolute(from) || from.startsWith('\\\\') || /^https:\/\/[^/\s]+/.test(from)

/**
 * What an installation says of its machine before anyone is there; every setting may be absent. Each error is what was
 * expected, in French.
 */
export const Configuration = z.strictObject({
  /** The data folder of the office, or of this station. */
  data: z.string({ error: expected.data }).refine(isAbsolute, { error: expected.data }).optional(),
  /** What this machine opens, until someone chooses otherwise in the menu. */
  station: z.enum(stations, { error: expected.station(stations) }).optional(),
  /** The host without a screen: its port on this machine, its journal when a database keeps it. */
  host: z
    .strictObject(
      {
        port: Port.optional(),
        journal: z
          .string({ error: expected.journal })
          .regex(/^postgres(?:ql)?:\/\/\S+$/, { error: expected.journal })
          .optional(),
        office: z.uuid({ error: expected.office }).optional(),
      },
      { error: unlessKeys(expected.host) },
    )
    .optional(),
  /** Where each line of the host's log is sent too. */
  syslog: z
    .string({ error: expected.syslog })
    .regex(/^(?:[\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5}$/, { error: expected.syslog })
    .optional(),
  /** A machine that is a kiosk: the figures that a manager types to leave it. In the file alone, which has its own rights. */
  kiosk: z
    .strictObject(
      { code: z.string({ error: expected.kioskCode }).regex(/^\d{6,12}$/, { error: expected.kioskCode }) },
      { error: unlessKeys(expected.kiosk) },
    )
    .optional(),
  /** Updates are looked for when this is here, and never otherwise. */
  update: z
    .strictObject(
      {
        from: z.string({ error: expected.from }).refine(isSource, { error: expected.from }),
        /** Ed25519, raw, in base64. */
        key: z.string({ error: expected.key }).regex(/^[A-Za-z0-9+/]{43}=$/, { error: expected.key }),
        between: z.string({ error: expected.between }).regex(hours, { error: expected.between }),
        /** Imposes that they are looked for, or not; absent, the administration decides, and they are until it says no. */
        on: z.boolean({ error: expected.on }).optional(),
      },
      { error: unlessKeys(expected.update) },
    )
    .optional(),
})
export type Configuration = z.infer<typeof Configuration>

/** A key too many has an error of its own; whatever else is wrong with an object is its shape. */
function unlessKeys(shape: string): (issue: { readonly code?: string | undefined }) => string | undefined {
  return ({ code }) => (code === 'unrecognized_keys' ? undefined : shape)
}
