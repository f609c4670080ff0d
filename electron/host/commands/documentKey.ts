import { publicKeyPem } from '../../../shared/documents/publicKey.ts'
import { documentCli } from '../../../shared/messages/documents/verification.fr.ts'
import { failed, withFolder } from '../documents/folder.ts'
import { forAll, writeOut } from '../documents/outFile.ts'
import { ownVerificationPage } from '../documents/verificationPage.ts'
import { isGiven, textOf, type Arguments } from './documentGiven.ts'

/** `document key DIR --out FILE`: the office's public key, with which anyone verifies its documents. */
export async function exportKey(given: Arguments): Promise<number | 'usage'> {
  const out = textOf(given, 'out')
  if (out === undefined) return 'usage'
  return withFolder(given.words[0] ?? '', ({ office }) =>
    writeOut(out, publicKeyPem(office.publicKey), isGiven(given, 'replace'), forAll),
  )
}

/** `document page DIR --out FILE`: the verification page with this office's key inside, as one file. */
export async function exportPage(given: Arguments): Promise<number | 'usage'> {
  const out = textOf(given, 'out')
  if (out === undefined) return 'usage'
  return withFolder(given.words[0] ?? '', async ({ office }) => {
    const page = await ownVerificationPage(office.publicKey)
    return page === undefined
      ? failed(documentCli.pageLacks)
      : writeOut(out, page, isGiven(given, 'replace'), forAll)
  })
}
