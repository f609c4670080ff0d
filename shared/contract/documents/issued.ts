import { z } from 'zod'
import { DocumentId, DocumentNumber, Instant } from '../ids.ts'
import { letterFacts } from './facts.ts'
import type { Addressee } from './said.ts'
import { DocumentKind } from './kinds.ts'
import { VisitFacts } from './visitFacts.ts'

/**
 * The facts of a document, frozen at its issue: data first, then two layouts read them. They are personal
 * data (what a person filed, what an agent typed), so the journal holds a salted commitment only.
 */
export const DocumentFacts = z.discriminatedUnion('kind', [VisitFacts, ...letterFacts])
export type DocumentFacts = z.infer<typeof DocumentFacts>
/** The facts of one kind. */
export type FactsOf<K extends DocumentKind> = K extends VisitFacts['kind']
  ? VisitFacts
  : Extract<DocumentFacts, { kind: K }>
/** The facts of every document but the visit's own two. */
export type LetterFacts = Exclude<DocumentFacts, VisitFacts>
/** Whether these are the facts of the visit's own two documents, whose shape is older than the others'. */
export const isVisitFacts = (facts: DocumentFacts): facts is VisitFacts =>
  facts.kind === 'recepisse' || facts.kind === 'attestation'

/** To whom the document is addressed by name; null where nobody is named on it. */
export const addresseeIn = (facts: DocumentFacts): Addressee | null => facts.addressee ?? null

/** What the journal keeps of a document: nothing personal. Hashes are SHA-256 in hex. */
export const DocumentSeal = z.strictObject({
  documentId: DocumentId,
  kind: DocumentKind,
  number: DocumentNumber,
  year: z.int(),
  issuedAt: Instant,
  /** SHA-256 of salt and canonical facts: erasing the facts and the salt erases the person, the chain stays. */
  commitment: z.string(),
  /** The seal's hash of the document before it in this kind and year; 64 zeros for the first. */
  previous: z.string(),
  hash: z.string(),
  /** Ed25519 over the code's payload by the office's key, base64url. */
  signature: z.string(),
})
export type DocumentSeal = z.infer<typeof DocumentSeal>

/** A document as it is drawn: facts, seal, and the code that anyone can check offline with the office's public key. */
export const IssuedDocument = z.strictObject({
  facts: DocumentFacts,
  seal: DocumentSeal,
  salt: z.string(),
  /** What the QR code carries. */
  code: z.string(),
  /** Ten characters to say on the telephone: « 7KQ2M-9XP4T ». */
  shortCode: z.string(),
})
export type IssuedDocument = z.infer<typeof IssuedDocument>
