import { canonicalJson } from '../../../shared/contract/canonical.ts'
import type { DocumentSeal, IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import { verifyFacts } from '../../../shared/documents/seal.ts'

/**
 * Whether what is kept of a document is what was sealed under its number. Facts that someone changed in the file must not
 * come out of the office under the code that vouched for others.
 * @param seal the read table's, made from the journal
 */
export const isAsSealed = (
  kept: IssuedDocument,
  seal: DocumentSeal | undefined,
  publicKey: string,
): boolean =>
  seal !== undefined &&
  canonicalJson(kept.seal) === canonicalJson(seal) &&
  verifyFacts(kept, publicKey).is === 'authentic'
