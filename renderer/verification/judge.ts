import { verifyCode, type CodeFacts } from '../../shared/documents/code.ts'
import { verifyPdf } from '../../shared/documents/pdfSeal.ts'
import { readPublicKey } from '../../shared/documents/publicKey.ts'
import { titles } from '../../shared/messages/documents/titles.fr.ts'
import { verdictWords } from '../../shared/messages/documents/verdicts.fr.ts'
import {
  fileVerdictWords,
  verificationWords as words,
} from '../../shared/messages/documents/verification.fr.ts'

/** What the page says of what was given: a sentence, and what the code itself says when it is authentic. */
export type Judged = {
  readonly tone: 'good' | 'bad' | 'unknown'
  readonly sentence: string
  readonly facts: readonly (readonly [term: string, detail: string])[]
}

const unsaid = (sentence: string, tone: 'bad' | 'unknown' = 'unknown'): Judged => ({
  tone,
  sentence,
  facts: [],
})

/** What a code says, in the order of a paper. The instant is the one of this device's zone: the code has no other. */
const factsOf = (facts: CodeFacts): Judged['facts'] => [
  [words.fact.kind, titles[facts.kind]],
  [words.fact.number, facts.number],
  [
    words.fact.at,
    words.here(
      new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' }).format(facts.issuedAt),
    ),
  ],
  ...(facts.label === '' ? [] : [[words.fact.label, facts.label] as const]),
  [words.fact.pieces, words.pieces(facts.presented, facts.missing)],
  ...(facts.school ? [[words.fact.school, words.school] as const] : []),
]

/** What is signed; a specimen is authentic and worth nothing: its colour does not say the contrary. */
const proven = (facts: CodeFacts, sentence: string): Judged => ({
  tone: facts.school ? 'unknown' : 'good',
  sentence,
  facts: factsOf(facts),
})

/** A code that was typed, scanned or read on a picture. Spaces around it, and what readers of codes add, do not count. */
export function judgeCode(text: string, publicKey: string): Judged {
  const verdict = verifyCode(text.trim(), publicKey)
  const sentence = verdictWords[verdict.is]
  if (verdict.is !== 'authentic') return unsaid(sentence, verdict.is === 'altered' ? 'bad' : 'unknown')
  return proven(verdict, sentence)
}

/** A PDF with the office's seal. */
export function judgePdf(bytes: Uint8Array, publicKey: string): Judged {
  const verdict = verifyPdf(bytes, publicKey)
  const sentence = fileVerdictWords[verdict.is]
  if (verdict.is !== 'authentic') return unsaid(sentence, verdict.is === 'altered' ? 'bad' : 'unknown')
  return proven(verdict, sentence)
}

/** Whether a file is a PDF by what it begins with, not by its name. */
export const isPdf = (bytes: Uint8Array): boolean =>
  [0x25, 0x50, 0x44, 0x46, 0x2d].every((byte, at) => bytes[at] === byte)

/** A key that was pasted or opened: the key, or what is the matter. */
export const judgeKey = (text: string): { readonly key: string } | { readonly error: string } => {
  const key = readPublicKey(text)
  return key === undefined ? { error: words.key.bad } : { key }
}
