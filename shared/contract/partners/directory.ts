import { z } from 'zod'
import { read } from '../define.ts'
import { LocalDate } from '../ids.ts'
import { written } from '../typed.ts'

/** An office of the directory of public services, as a person is told of it. */
export const DirectoryOffice = z.strictObject({
  /** The directory's own id. */
  id: z.string(),
  name: z.string(),
  /** The directory's word for its kind: `mairie`, `caf`, `prefecture`. */
  kind: z.string().nullable(),
  /** The communes that it serves, or where it is: INSEE codes. */
  communes: z.array(z.string()),
  /** In one line; null where the directory has none. */
  address: z.string().nullable(),
  /** One line a day or span of days, in French. */
  hours: z.array(z.string()),
  telephone: z.string().nullable(),
  email: z.string().nullable(),
  /** The office's page in the directory. */
  url: z.string().nullable(),
  /** Since when the directory says so. */
  modifiedOn: LocalDate.nullable(),
})
export type DirectoryOffice = z.infer<typeof DirectoryOffice>

/** Which file the directory is: its licence asks that its name and date be said with what is taken from it. */
export const DirectorySource = z.strictObject({
  file: z.string(),
  /** The file's date. */
  on: LocalDate,
  offices: z.int(),
})
export type DirectorySource = z.infer<typeof DirectorySource>

export const directory = {
  /** The competent office, by its name, its kind, a commune's name, postcode or INSEE code: the nearest to what was typed first. */
  'directory.search': read({
    pace: { agent: 'searches', supervisor: 'searches', admin: 'searches' },
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({
      text: written.max(100),
      kind: written.max(60).optional(),
      /** Of this commune alone. */
      insee: z
        .string()
        .regex(/^[0-9AB]{5}$/)
        .optional(),
    }),
    output: z.strictObject({
      offices: z.array(DirectoryOffice).max(20),
      /** Null where no directory was imported. */
      source: DirectorySource.nullable(),
    }),
    refusals: [],
  }),
} as const
