import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openForReading } from '../../../db/open.ts'
import { verifyCode } from '../../../shared/documents/code.ts'
import { verdictWords } from '../../../shared/messages/documents.fr.ts'

/** `document verify CODE`: what the code of a document proves, with the office's public key alone. */
export async function verifyDocument(args: readonly string[]): Promise<number> {
  const asked = read(args)
  const key = asked?.key ?? (asked?.data === undefined ? undefined : await keyIn(resolve(asked.data)))
  if (asked === undefined || key === undefined) {
    process.stderr.write('Usage : npm run -s guichet -- document verify CODE --key CLÉ | --data DOSSIER\n')
    return 2
  }
  const verdict = verifyCode(asked.code, key)
  process.stdout.write(`${JSON.stringify({ ...verdict, sentence: verdictWords[verdict.is] })}\n`)
  return verdict.is === 'authentic' ? 0 : 1
}

function read(args: readonly string[]): { code: string; key?: string; data?: string } | undefined {
  try {
    const { values, positionals } = parseArgs({
      // A key in base64url may begin with a dash, and is a value all the same.
      args: args.flatMap((arg, at) =>
        arg === '--key' && args[at + 1] !== undefined
          ? [`--key=${args[at + 1]}`]
          : args[at - 1] === '--key'
            ? []
            : [arg],
      ),
      options: { key: { type: 'string' }, data: { type: 'string' } },
      allowPositionals: true,
    })
    const code = positionals[0]
    return code === undefined || positionals.length > 1 ? undefined : { code, ...values }
  } catch {
    return undefined
  }
}

/** The office's public key, as its journal says it. */
async function keyIn(folder: string): Promise<string | undefined> {
  const db = await openForReading(folder)
  try {
    return db
      .prepare(
        "select json_extract(body, '$.data.publicKey') from events where type = 'officeCreated' order by seq limit 1",
      )
      .pluck()
      .get() as string | undefined
  } finally {
    db.close()
  }
}
