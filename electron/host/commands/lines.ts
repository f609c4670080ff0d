import { once } from 'node:events'
import type { z } from 'zod'

// Commands that answer: one line in, one line out, in order. Who asks may wait for each answer before the next question,
// so each is written at once. A line that can't be understood is answered by a sentence, and the next is read.

/** Longer is no question: its bytes are dropped as they come, so that they fill no memory. */
const longestLine = 64 * 1024 * 1024

/** Answers each line of the standard input, a JSON value, by one line of JSON, until its end: 0. */
export async function answerLines(answer: (value: unknown) => object): Promise<number> {
  // A reader who has seen enough closes the pipe: that is no fault.
  process.stdout.on('error', () => process.exit(0))
  for await (const line of linesOf(process.stdin)) {
    const answered = line === null ? { error: 'Cette ligne est trop longue.' } : answerTo(line, answer)
    if (!process.stdout.write(`${JSON.stringify(answered)}\n`)) await once(process.stdout, 'drain')
  }
  return 0
}

function answerTo(line: string, answer: (value: unknown) => object): object {
  if (line.trim() === '') return { error: 'Cette ligne est vide : une question est attendue.' }
  let value: unknown
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch {
    return { error: 'Cette ligne n’est pas du JSON.' }
  }
  return answer(value)
}

/** The first thing that is wrong, and where: « counters[0].state : … ». */
export function problem({ issues: [first] }: z.ZodError): string {
  if (!first) return 'Cette question n’est pas comprise.'
  const place = first.path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('')
  const where = place === '' ? 'La question' : `« ${place} »`
  switch (first.code) {
    case 'invalid_type':
      return first.input === undefined
        ? `${where} manque.`
        : `${where} n’a pas la forme attendue (${kinds[first.expected] ?? first.expected}).`
    case 'too_small':
    case 'too_big':
      return `${where} a une valeur hors de ce qui est possible.`
    case 'invalid_format':
      return first.format === 'date'
        ? `${where} n’est pas une date qui existe (AAAA-MM-JJ).`
        : `${where} a une valeur inattendue.`
    case 'unrecognized_keys':
      return `« ${first.keys[0] ?? ''} » n’est pas un champ attendu.`
    case 'custom':
      return `${where} n’est pas possible : ${first.message}.`
    default:
      return `${where} a une valeur inattendue.`
  }
}

const kinds: Readonly<Record<string, string>> = {
  number: 'un nombre',
  int: 'un nombre entier',
  string: 'un texte',
  boolean: 'vrai ou faux',
  array: 'une liste',
  object: 'un objet',
  record: 'un objet',
  tuple: 'un couple',
}

/** The lines of a stream, cut at line feeds alone; null stands for one that is too long. */
async function* linesOf(input: NodeJS.ReadStream): AsyncGenerator<string | null> {
  input.setEncoding('utf8')
  let parts: string[] = []
  let length = 0
  for await (const chunk of input as AsyncIterable<string>) {
    let from = 0
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      length += at - from
      yield length > longestLine ? null : parts.join('') + chunk.slice(from, at)
      parts = []
      length = 0
      from = at + 1
    }
    length += chunk.length - from
    if (length > longestLine) parts = []
    else if (from < chunk.length) parts.push(chunk.slice(from))
  }
  if (length > 0) yield length > longestLine ? null : parts.join('')
}
