import { closeSync, existsSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Pin } from '../../../shared/contract/network/calls.ts'
import { plainFile } from '../core/plainFile.ts'
import { writePrivate } from '../core/privateFiles.ts'
import { PartnerToken, PartnerUrl } from '../../../shared/contract/partners/agreed.ts'
import { PartnerId } from '../../../shared/contract/partners/calls.ts'

/**
 * `offices.json` of the office's folder, readable by its owner only: the other offices with which it works. It holds their
 * tokens, so that it is neither a setting of the journal nor shown by any page.
 *
 * Each has a short name of ours (`id`), its name as people know it, the origin at which it answers, and a token that its
 * manager made: of scope `places` to ask places there, `statistics` to read its figures. `pins`: the keys of an office that
 * has its own certificate, as its administration shows them; without any, the system's authorities are asked.
 */
const Partner = z.strictObject({
  id: PartnerId,
  name: z.string().trim().min(1).max(200),
  url: PartnerUrl,
  token: PartnerToken,
  pins: z.array(Pin).max(8).default([]),
  /** Whether it agreed to keep places. */
  places: z.boolean().default(false),
  /** Whether its figures are part of the partners' view. */
  figures: z.boolean().default(false),
})
export type Partner = z.infer<typeof Partner>

const PartnersFile = z.strictObject({ offices: z.array(Partner).max(1000) }).refine(({ offices }) => {
  const ids = offices.map(({ id }) => id)
  return new Set(ids).size === ids.length
})

const partnersFile = 'offices.json'

/** Why the file is not used, as a refusal says it. */
export type PartnersFlaw = 'partnersUnreadable' | 'partnersExposed'
export type Partners = readonly Partner[] | PartnersFlaw

/** Whether the file of partners can't be used. */
export const isFlawed = (found: Partners): found is PartnersFlaw => typeof found === 'string'

/** Read at each use: changed without a restart. */
export const partnersOf = (dir: string): Partners => readPartners(join(dir, partnersFile))

/** In the place of those the folder has, readable by its owner only. @throws StorageError with the sentence to show */
export const writePartners = (dir: string, offices: readonly Partner[]): void =>
  writePrivate(join(dir, partnersFile), `${JSON.stringify({ offices }, null, 2)}\n`)

/** What any other account may do with a file (POSIX): Windows has lists of its own, and says nothing here. */
const othersMay = 0o077

/** The partners of a file, whatever its name: none where there is no file. */
export function readPartners(file: string): Partners {
  if (!existsSync(file)) return []
  try {
    const handle = openSync(plainFile(file), 'r')
    try {
      // A token that another account can read opens the other office to it: it is used once it is private.
      if (process.platform !== 'win32' && (fstatSync(handle).mode & othersMay) !== 0) return 'partnersExposed'
      return PartnersFile.parse(JSON.parse(readFileSync(handle, 'utf8'))).offices
    } finally {
      closeSync(handle)
    }
  } catch {
    // What is wrong in it may be a token: it is not repeated.
    return 'partnersUnreadable'
  }
}
