import type { IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import type { PaperVariant } from '../../../shared/contract/documents/papers.ts'
import { otherLanguages, type OtherLanguage } from '../../../shared/contract/text.ts'
import { sealPdf } from '../../../shared/documents/pdfSeal.ts'
import { documentCli } from '../../../shared/messages/documents/verification.fr.ts'
import { isPrintFailure } from '../../printing/printer.ts'
import { failed, withFolder, type Folder } from '../documents/folder.ts'
import { isTaken, writeOut } from '../documents/outFile.ts'
import { isPdfFormat, renderDocument, renderFormats, type RenderFormat } from '../documents/render.ts'
import { officeLogo, storedDocument, type IssuingOffice } from '../documents/stored.ts'
import { isGiven, textOf, type Arguments } from './documentGiven.ts'
import { keyTrouble } from '../../../shared/messages/office/key.fr.ts'
import { keyOf, readKeyFile } from '../office/key.ts'
import type { OfficeKey } from '../core/officeKey.ts'

const isFormat = (text: string | undefined): text is RenderFormat =>
  renderFormats.some((format) => format === text)
const isVariant = (text: string | undefined): text is PaperVariant | undefined =>
  text === undefined || text === 'large' || text === 'plain'

const isLang = (text: string | undefined): text is OtherLanguage | undefined =>
  text === undefined || otherLanguages.some((lang) => lang === text)

/** `document render DIR NUMBER --format F --out FILE`: a document as it was issued, on paper, as text or as data. */
export async function renderStored(given: Arguments): Promise<number | 'usage'> {
  const [folder = '', number = ''] = given.words
  const [format, out] = [textOf(given, 'format'), textOf(given, 'out')]
  const [variant, lang] = [textOf(given, 'variant'), textOf(given, 'lang')]
  if (!isFormat(format) || out === undefined || !isVariant(variant) || !isLang(lang)) return 'usage'
  if ((variant !== undefined && format !== 'a4') || (lang !== undefined && format === 'json')) return 'usage'
  const replace = isGiven(given, 'replace')
  if (isTaken([out], replace)) return 1
  return withFolder(folder, async (open) => {
    const found = storedDocument(open.db, open.office, number)
    if (!found) return failed(documentCli.unknownNumber(number))
    if (found.document === 'erased') return failed(documentCli.erased(number))
    if (found.document === 'damaged') return failed(documentCli.damaged(number))
    if (found.document === 'altered') return failed(documentCli.altered(number))
    const bytes = await drawn(open, found.document, format, { variant, lang })
    return bytes === undefined ? failed(documentCli.noBrowser) : writeOut(out, bytes, replace)
  })
}

/** The file's bytes; undefined when no browser made the PDF. */
async function drawn(
  folder: Folder,
  document: IssuedDocument,
  format: RenderFormat,
  how: { readonly variant: PaperVariant | undefined; readonly lang: OtherLanguage | undefined },
): Promise<Uint8Array | undefined> {
  if (!isPdfFormat(format)) return renderDocument(document, format, { lang: how.lang })
  const pdf = await renderDocument(document, format, { ...how, logo: officeLogo(folder.db) }).catch(
    (error: unknown) => {
      if (isPrintFailure(error)) return undefined
      throw error
    },
  )
  return pdf && sealed(folder, document, pdf)
}

/** A folder without its key still gives the paper: unsealed, and said so. */
function sealed({ path, office }: Folder, { code }: IssuedDocument, pdf: Uint8Array): Uint8Array {
  const key = ownKey(path, office)
  if (typeof key !== 'string') return sealPdf(pdf, code, key.sign)
  process.stderr.write(`${documentCli.unsigned(key)}\n`)
  return pdf
}

/**
 * The secret key of a folder, to seal what is made from it; or why there is none, in French. Never makes one: a folder
 * that was copied without its key can still be read.
 * @throws StartError when the key's file can't be read
 */
function ownKey(folder: string, office: IssuingOffice): OfficeKey | string {
  const kept = readKeyFile(folder)
  if (kept === undefined) return documentCli.noSecret
  if ('protected' in kept) return keyTrouble.protectedHere
  const key = keyOf(kept.ed25519)
  return key.publicKey === office.publicKey ? key : documentCli.otherSecret
}
