import type { IssuedDocument } from '../../shared/contract/documents/issued.ts'
import type { Output } from '../../shared/contract/index.ts'
import { titles } from '../../shared/messages/documents/titles.fr.ts'
import { verdictWords } from '../../shared/messages/documents/verdicts.fr.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import type { Tone } from '../ui/Status.tsx'
import type { DocumentActs } from './acts.ts'

const words = papers.verify
type Row = Output<'document.list'>['documents'][number]

/** What is said of a code: a sentence, what goes with it, and the document of this office that it is the code of. */
export type Verdict = {
  readonly tone: Extract<Tone, 'done' | 'attention' | 'stop'>
  readonly sentence: string
  readonly details: readonly string[]
  readonly row: Row | null
}

const wrong = (tone: Verdict['tone'], sentence: string): Verdict => ({
  tone,
  sentence,
  details: [],
  row: null,
})

/**
 * Checks a code with the office's key, then against what the office has under this number: a code copied from another
 * paper is authentic and yet not this one's.
 */
export async function judge(
  typed: string,
  { publicKey, officeName }: { readonly publicKey: string; readonly officeName: string },
  acts: Pick<DocumentActs, 'list' | 'get'>,
): Promise<Verdict> {
  const code = typed.trim()
  if (code === '') return wrong('attention', words.empty)
  // Signatures are read with the first code: most days none is checked.
  const { verifyCode } = await import('../../shared/documents/code.ts')
  const verdict = verifyCode(code, publicKey)
  if (verdict.is !== 'authentic')
    return wrong(verdict.is === 'altered' ? 'stop' : 'attention', verdictWords[verdict.is])
  const listed = await acts.list({ number: verdict.number })
  if ('error' in listed) return wrong('attention', listed.error.message)
  const row = listed.output.documents.find(({ number }) => number === verdict.number) ?? null
  if (row === null) return wrong('stop', words.unknown)
  const kept = row.erased ? null : await acts.get({ documentId: row.documentId })
  if (kept && 'output' in kept && !isOf(kept.output, verdict.hash)) return wrong('stop', words.another)
  const first = kept && 'output' in kept ? await firstOf(kept.output, acts) : null
  const holds = row.cancelledBy === null && row.correctedBy === null && first === null
  return {
    tone: holds ? 'done' : 'attention',
    sentence: verdictWords.authentic,
    details: [
      words.whose(officeName),
      `${titles[verdict.kind]} ${verdict.number}`,
      ...(first === null ? [] : [first]),
      ...(verdict.school ? [words.school] : []),
    ],
    row,
  }
}

/** What became of the document that a duplicate repeats, in words; null while it holds, and where nothing is repeated. */
async function firstOf(
  { facts: { relates } }: IssuedDocument,
  acts: Pick<DocumentActs, 'list'>,
): Promise<string | null> {
  if (relates?.how !== 'duplicate') return null
  const listed = await acts.list({ number: relates.number })
  if ('error' in listed) return listed.error.message
  const first = listed.output.documents.find(({ number }) => number === relates.number)
  const by = first?.cancelledBy ?? first?.correctedBy ?? null
  return by === null ? null : words.firstGone(relates.number, by, first?.cancelledBy !== null)
}

const isOf = ({ seal }: IssuedDocument, hash: string): boolean => seal.hash === hash
