import { z } from 'zod'
import { Instant, OfficeId, Seq } from '../../shared/contract/ids.ts'
import { unseen } from '../../shared/contract/letters.ts'

const longestName = 200
/** Files that a backup has at most, its database among them. */
export const mostFiles = 10_000

/** What a backup says of itself, first in its archive: what it holds, and of which office at which event. */
export const Manifest = z.strictObject({
  /** 2 is followed by its signature; 1 is of before signatures. */
  format: z.literal([1, 2]),
  officeId: OfficeId,
  /** A terminal obeys controls: whoever wrote them would say there what the program says. */
  office: z.string().transform((name) => name.replaceAll(unseen, ' ').slice(0, longestName)),
  school: z.boolean(),
  at: Instant,
  seq: Seq,
  /** SHA-256 of the last event, in hex: the chain's end. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** How many times the journal had been gone on with after a restore. */
  resumed: z.int().min(0).default(0),
  /** The schema of its database. */
  schema: z.int().min(10),
  why: z.enum(['hourly', 'migration', 'asked']),
  /** What was checked of the chain before the archive was made; the database's pages always were. */
  chain: z.enum(['end', 'whole']),
  files: z
    .array(
      z.strictObject({
        /** Of the closed list (`names.ts`): whoever reads a manifest checks it. */
        name: z.string().max(400),
        bytes: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1)
    .max(mostFiles),
})
export type Manifest = z.infer<typeof Manifest>

export const manifestName = 'manifest.json'
/** The signature of the manifest's own bytes, right after it. */
export const signatureName = 'manifest.signature.json'

/** `guichet-20260303T094200Z-1234.tar.gz`: when, and the last event. An encrypted one ends with `.age`. */
export const backupName = ({ at, seq, why }: Pick<Manifest, 'at' | 'seq' | 'why'>): string => {
  const stamp = new Date(at).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
  return `guichet-${stamp}-${seq}${why === 'hourly' ? '' : `-${marks[why]}`}.tar.gz`
}
const marks = { migration: 'mise-a-jour', asked: 'demande' } as const

const named =
  /^guichet-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-(\d+)(?:-(mise-a-jour|demande))?\.tar\.gz(\.age)?$/

/** A backup as its name tells it. */
export type NamedBackup = Pick<Manifest, 'at' | 'seq' | 'why'> & { readonly name: string }

/** What a file's name tells; undefined when it isn't a backup's. */
export function readBackupName(name: string): NamedBackup | undefined {
  const found = named.exec(name)
  if (!found) return undefined
  const [, year, month, day, hours, minutes, seconds, seq, mark] = found
  const at = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`)
  const why = mark === 'demande' ? 'asked' : mark === undefined ? 'hourly' : 'migration'
  return Number.isNaN(at) ? undefined : { name, at: at as Instant, seq: Number(seq) as Seq, why }
}
