import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { LocalDate } from '../../../shared/contract/ids.ts'
import { metropolitanZone } from '../../../shared/contract/office/zone.ts'
import { readTwoDDoc } from '../../../shared/identity/twoDDoc/read.ts'
import { plainFile } from '../core/plainFile.ts'
import { importTrustedList } from '../identity/trust/importList.ts'
import { readTrustStore, staleSentence } from '../identity/trust/store.ts'
import { readTrustedList, TrustedListError } from '../identity/trust/trustedList.ts'

const usage = `Usage : guichet 2ddoc [--certificates DOSSIER] [--at AAAA-MM-JJ] < CODE
        guichet 2ddoc list FICHIER [--certificates DOSSIER [--signer EMPREINTE]]

  2ddoc              lit un 2D-Doc sur l’entrée standard, tel que le lecteur le donne, et l’écrit en une ligne JSON
  --certificates     dossier de certificats nommés AC-ID.pem, chacun tenu pour bon
  --at               le jour de la présentation (par défaut : aujourd’hui)
  2ddoc list         vérifie une liste de confiance, et la place dans le dossier quand il est nommé
  --signer           empreinte SHA-256 du certificat qui peut signer la liste, la première fois
`

/** Characters kept of what is read: a code has fewer. The rest is read and dropped, so that it fills no memory. */
const longest = 100_000

class Misuse extends Error {}

/**
 * `2ddoc`: what a code read on the standard input says and is worth, as one line of JSON.
 * @returns 0 when it was answered, 1 for a trusted list that is refused, 2 when the command was not understood
 */
export async function readCode(args: readonly string[]): Promise<number> {
  try {
    return args[0] === 'list' ? showList(args.slice(1)) : await answerCode(args)
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    process.stderr.write(`${error.message}\n\n${usage}`)
    return 2
  }
}

async function answerCode(args: readonly string[]): Promise<number> {
  const { values, positionals } = understood(args)
  if (positionals[0] !== undefined) throw new Misuse(`« ${positionals[0]} » n’était pas attendu.`)
  if (values.signer !== undefined) throw new Misuse('--signer ne va qu’avec une liste de confiance.')
  const at = dayOf(values.at)
  const folder = folderOf(values.certificates)
  const now = Date.now()
  const { trust, notes } =
    folder === undefined
      ? { trust: { certificates: {}, revoked: [] }, notes: [] }
      : readTrustStore(folder, now)
  for (const note of notes) process.stderr.write(`${note}\n`)
  const reading = readTwoDDoc(await firstBytes(process.stdin), { trust, at })
  const { verdict, type, fields, sentence, ...rest } = reading
  process.stdout.write(`${JSON.stringify({ verdict, type, fields, sentence, ...rest })}\n`)
  return 0
}

function showList(args: readonly string[]): number {
  const { values, positionals } = understood(args)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0 || values.at !== undefined)
    throw new Misuse('Une liste de confiance, et une seule, est attendue.')
  const folder = folderOf(values.certificates)
  try {
    const xml = readText(file)
    const list = folder === undefined ? readTrustedList(xml) : importTrustedList(folder, xml, values.signer)
    const stale = list.nextUpdate < Date.now()
    const summary = {
      number: list.number,
      issuedAt: new Date(list.issuedAt).toISOString(),
      nextUpdate: new Date(list.nextUpdate).toISOString(),
      stale,
      signer: list.signer,
      authorities: [...list.authorities.keys()].toSorted(),
      sentence: stale ? staleSentence(list) : 'La signature de la liste de confiance est bonne.',
    }
    process.stdout.write(`${JSON.stringify(summary)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof TrustedListError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

function understood(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { certificates: { type: 'string' }, at: { type: 'string' }, signer: { type: 'string' } },
      allowPositionals: true,
    })
  } catch {
    throw new Misuse('Une option est inconnue, ou sa valeur manque.')
  }
}

/** The day that was given; of an instant, its day in metropolitan France; today there where nothing was given. */
function dayOf(value: string | undefined): string {
  if (value !== undefined && LocalDate.safeParse(value).success) return value
  const instant =
    value === undefined ? Date.now() : /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(instant)) throw new Misuse(`« ${value} » n’est pas une date (AAAA-MM-JJ).`)
  // The Swedish way of writing a date is ISO 8601's.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: metropolitanZone }).format(instant)
}

function folderOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const there = statSync(value, { throwIfNoEntry: false })
  if (there?.isDirectory() !== true) throw new Misuse(`Le dossier de certificats « ${value} » n’existe pas.`)
  return value
}

function readText(file: string): string {
  try {
    return readFileSync(plainFile(file), 'utf8')
  } catch {
    throw new Misuse(`Le fichier « ${file} » ne peut pas être lu.`)
  }
}

/** The bytes of a stream, one character each. */
async function firstBytes(input: NodeJS.ReadStream): Promise<string> {
  let text = ''
  for await (const chunk of input as AsyncIterable<Buffer>)
    if (text.length <= longest) text += chunk.subarray(0, longest + 1).toString('latin1')
  return text
}
