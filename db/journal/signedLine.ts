import { hash } from 'node:crypto'
import { z } from 'zod'
import { signed, type Signer } from './signature.ts'

/** A line that is kept signed: the signature, a space, then the very text that was signed. */
export type SignedLine = { readonly signature: string; readonly text: string }

/** @param what what the line is, in a word of its own; @param text JSON on one line */
export async function signedLine(what: string, text: string, signer: Signer): Promise<string> {
  const { signature } = await signed(what, Buffer.from(text), signer)
  return `${signature} ${text}`
}

/** The two parts of a line, whoever signed it; undefined where it is not made so. */
export function partsOf(line: string): SignedLine | undefined {
  const [, signature, text] = /^([A-Za-z0-9_-]{86}) (\{.*\})$/.exec(line) ?? []
  return signature === undefined || text === undefined ? undefined : { signature, text }
}

/** What tells one line from the others, by what it says. */
export const LineMark = z.string().regex(/^[0-9a-f]{32}$/)

/** The mark of a line: the first 32 figures of the SHA-256 of its text, in hexadecimal. */
export const markOf = (text: string): string => hash('sha256', text).slice(0, 32)
