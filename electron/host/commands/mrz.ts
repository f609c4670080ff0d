import { LocalDate } from '../../../shared/contract/ids.ts'
import { readMrz } from '../../../shared/identity/mrz/read.ts'
import { mrzSentence } from '../../../shared/messages/identity/mrz.fr.ts'

const usage = 'Usage : guichet mrz [--at AAAA-MM-JJ] < BANDE\n'

/** More is no zone, whatever it is: the rest is read and dropped, so that it fills no memory. */
const longest = 4096

/**
 * `mrz`: the machine-readable zone given on the standard input, as one line of JSON, which says whether it is right.
 * @returns 0 when it was answered, 2 when the command was not understood
 */
export async function readZone(args: readonly string[]): Promise<number> {
  const on = dayOf(args)
  if (on === null) {
    process.stderr.write(usage)
    return 2
  }
  const { errors, ...reading } = readMrz(await firstCharacters(process.stdin), on)
  const explained = errors.map((error) => ({ ...error, sentence: mrzSentence(error) }))
  process.stdout.write(`${JSON.stringify({ ...reading, errors: explained })}\n`)
  return 0
}

/** The day of the reading: the one given, else today where this machine is; null when it is no day. */
function dayOf(args: readonly string[]): LocalDate | null {
  if (args.length === 2 && args[0] === '--at') return LocalDate.safeParse(args[1]).data ?? null
  if (args.length > 0) return null
  const now = new Date()
  const two = (value: number): string => String(value).padStart(2, '0')
  return LocalDate.parse(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`)
}

async function firstCharacters(input: NodeJS.ReadStream): Promise<string> {
  input.setEncoding('utf8')
  let text = ''
  for await (const chunk of input as AsyncIterable<string>) if (text.length <= longest) text += chunk
  return text
}
