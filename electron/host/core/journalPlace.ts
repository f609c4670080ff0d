import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { databasePlaceFile as placeFile, journalFile } from '../../../db/open.ts'
import type { Place } from '../../../db/postgres/open.ts'
import { OfficeId } from '../../../shared/contract/ids.ts'
import { writePrivate } from './privateFiles.ts'
import { StartError } from './startError.ts'

/** What a folder keeps of a journal that a PostgreSQL database keeps: whose, and which of its hosts this is. Never the URL. */
const PlaceFile = z.strictObject({ office: OfficeId, born: z.boolean(), host: z.uuid() })

/** Whether a folder's journal is in a database. */
export const servesDatabase = (dir: string): boolean => existsSync(placeFile(dir))

/**
 * The office of a database that this folder serves.
 * @param asked one that was named, for a folder that serves none yet
 * @throws StartError when what the folder kept can't be read, or is another office
 */
export function placeOf(dir: string, publicKey: string, asked: string | undefined): Place {
  const kept = readPlace(dir)
  if (kept?.born && asked !== undefined && asked !== kept.office)
    throw new StartError(`Le dossier « ${dir} » sert l’office ${kept.office}. Choisissez un autre dossier.`)
  const named = asked === undefined ? undefined : OfficeId.safeParse(asked)
  if (named?.success === false)
    throw new StartError(`« ${asked} » n’est pas un office. « guichet journal verify » les énumère.`)
  const host = kept?.host ?? randomUUID()
  return {
    office: named?.data ?? kept?.office,
    born: named !== undefined || kept?.born === true,
    publicKey,
    holder: host,
    keep: (office, born) =>
      writePrivate(
        placeFile(dir),
        `${JSON.stringify({ office, born, host } satisfies z.infer<typeof PlaceFile>)}\n`,
      ),
  }
}

function readPlace(dir: string): z.infer<typeof PlaceFile> | undefined {
  if (!existsSync(placeFile(dir))) return undefined
  try {
    return PlaceFile.parse(JSON.parse(readFileSync(placeFile(dir), 'utf8')))
  } catch {
    throw new StartError(
      `Le fichier « ${placeFile(dir)} » est illisible : il dit quel office ce dossier sert. Remettez celui de la dernière sauvegarde, ou effacez-le et nommez l’office par --office.`,
    )
  }
}

/**
 * A folder that has served has its journal: an empty one in its place would begin another office over the first, and a
 * second one beside it would be another memory of the same office.
 * @param url the database given, undefined where the journal is the folder's own file
 * @throws StartError when the folder's journal is elsewhere, gone, or empty though this folder has given tokens
 */
export function requireJournal(dir: string, url: string | undefined): void {
  const size = statSync(journalFile(dir), { throwIfNoEntry: false })?.size ?? 0
  if (url !== undefined && size > 0)
    throw new StartError(
      `Le dossier « ${dir} » a son propre journal : rien n’y a été changé. Copiez-le dans la base par « guichet journal copy », mettez guichet.sqlite de côté, puis relancez.`,
    )
  if (url !== undefined) return
  if (servesDatabase(dir))
    throw new StartError(
      `Le journal de « ${dir} » est dans une base PostgreSQL. Donnez-la par --journal postgres://…`,
    )
  if (size === 0 && existsSync(join(dir, 'tokens.json')))
    throw new StartError(
      `Le journal de « ${dir} » manque ou est vide, alors que ce dossier a déjà servi : rien n’y a été changé. Remettez la dernière sauvegarde, ou choisissez un autre dossier.`,
    )
}
