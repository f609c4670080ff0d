import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { verifyCode } from '../../../shared/documents/code.ts'
import { verifyPdf } from '../../../shared/documents/pdfSeal.ts'
import { readPublicKey } from '../../../shared/documents/publicKey.ts'
import { verifyFacts } from '../../../shared/documents/seal.ts'
import { verdictWords } from '../../../shared/messages/documents/verdicts.fr.ts'
import { documentCli, fileVerdictWords } from '../../../shared/messages/documents/verification.fr.ts'
import { plainFile } from '../core/plainFile.ts'
import { failed, withFolder } from '../documents/folder.ts'
import { textOf, type Arguments } from './documentGiven.ts'

/** A code is 600 characters at most, and a line. */
const longestCode = 64 * 1024

/**
 * `document verify`: what a code, a sealed PDF or a document's JSON proves, with the office's public key alone. One line of
 * JSON with its sentence; 0 when it is authentic, 1 when it is not.
 */
export async function verifyGiven(given: Arguments): Promise<number | 'usage'> {
  const [key, data, file] = [textOf(given, 'key'), textOf(given, 'data'), textOf(given, 'file')]
  const code = given.words[0]
  if ((key === undefined) === (data === undefined) || (code !== undefined && file !== undefined))
    return 'usage'
  if (data !== undefined) return withFolder(data, ({ office }) => judge({ code, file }, office.publicKey))
  const publicKey = keyOf(key ?? '')
  if (publicKey === undefined) {
    failed(documentCli.badKey(key ?? ''))
    return 2
  }
  return judge({ code, file }, publicKey)
}

/** The key in a file of « document key », or given as it is. */
function keyOf(given: string): string | undefined {
  return readPublicKey(bytesOf(given)?.toString('utf8') ?? given)
}

/** Undefined where it leads to no file that can be read. */
function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(plainFile(resolve(path)))
  } catch {
    return undefined
  }
}

type Proof = { readonly code: string | undefined; readonly file: string | undefined }

async function judge({ code, file }: Proof, publicKey: string): Promise<number> {
  if (file !== undefined) return judgeFile(file, publicKey)
  const verdict = verifyCode(code ?? (await standardInput()), publicKey)
  return say({ ...verdict, sentence: verdictWords[verdict.is] })
}

function judgeFile(file: string, publicKey: string): number {
  const bytes = bytesOf(file)
  if (bytes === undefined) return failed(documentCli.unreadableFile(file))
  const document = jsonOf(bytes)
  if (document === undefined) {
    const verdict = verifyPdf(bytes, publicKey)
    return say({ ...verdict, sentence: fileVerdictWords[verdict.is] })
  }
  const verdict = verifyFacts(document, publicKey)
  return say({ ...verdict, sentence: verdictWords[verdict.is] })
}

/** What `document render --format json` wrote; undefined when the file is no JSON. */
function jsonOf(bytes: Buffer): unknown {
  try {
    return bytes[0] === 0x7b ? (JSON.parse(bytes.toString('utf8')) as unknown) : undefined
  } catch {
    return undefined
  }
}

function say(answer: { readonly is: string; readonly sentence: string }): number {
  process.stdout.write(`${JSON.stringify(answer)}\n`)
  return answer.is === 'authentic' ? 0 : 1
}

/** The code on the standard input, without the end of its line, that readers of codes add. */
async function standardInput(): Promise<string> {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin as AsyncIterable<string>) {
    text += chunk
    if (text.length > longestCode) break
  }
  return text.replace(/(?<![\r\n])[\r\n]+$/, '')
}
