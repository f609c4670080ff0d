import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ownPages, readyPages, type Pages } from '../core/builtPages.ts'

/** Where the built page says which key it verifies with: nothing, until an office's is put there. */
const slot = '<meta name="guichet-key" content="'
const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/

/** The page that verifies documents in any browser with the office's public key alone, and the policy that it is under. */
export type VerificationPage = { readonly html: string; readonly policy: string }

/**
 * The verification page, whole in one file.
 * @param publicKey the office's key, in base64url, or « » for a page that asks for it
 * @throws when the built page is not there, or is not one
 */
export async function readVerificationPage(folder: string, publicKey: string): Promise<VerificationPage> {
  const built = await readFile(join(folder, 'verification.html'), 'utf8')
  const own = policy.exec(built)?.[1]
  if (own === undefined || !built.includes(slot)) throw new Error('verification.html')
  // The key is letters, figures, dashes and underscores: nothing of it can leave the attribute.
  if (!/^[\w-]*$/.test(publicKey)) throw new RangeError('the public key is not base64url')
  const html = built.replace(slot, `${slot}${publicKey}`)
  return { html, policy: own }
}

/** The page for a folder's office, built first where it has to be; undefined when it can't be had. */
export async function ownVerificationPage(
  publicKey: string,
  pages: Pages = ownPages(),
): Promise<string | undefined> {
  try {
    await readyPages(pages, (text) => process.stderr.write(`${text}\n`))()
    return (await readVerificationPage(pages.folder, publicKey)).html
  } catch {
    return undefined
  }
}
