import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../runtime/places.ts'
import { expect } from './fixture.ts'

/** The front page’s pictures and the handbook’s, each from one of those that a person looks at. */
const frontPage = {
  guichet: 'counter-serving-1280x800-light',
  borne: 'kiosk-bring-1080x1920-light',
  affichage: 'display-usual-1280x800-light',
  accueil: 'reception-usual-1280x800-light',
  supervision: 'supervision-usual-1280x800-light',
  dossiers: 'files-usual-1280x800-light',
  caisse: 'till-pay-1280x800-light',
  documents: 'documents-full-1280x800-light',
  formation: 'counter-lesson-1280x800-light',
} as const

/** Taken again when asked, so that a run leaves the tree as it was. */
export async function frontPicture(name: keyof typeof frontPage): Promise<void> {
  const kept = join(import.meta.dirname, 'pictures', `${name}.png`)
  const seen = join(root, 'out', 'pictures', `${frontPage[name]}.png`)
  if (process.env['GUICHET_PICTURES'] === '1') {
    await mkdir(join(import.meta.dirname, 'pictures'), { recursive: true })
    await copyFile(seen, kept)
  }
  const [asKept, asSeen] = [await readFile(kept), await readFile(seen)]
  expect(asKept.subarray(1, 4).toString('latin1')).toBe('PNG')
  // Width and height.
  expect(asKept.subarray(16, 24)).toEqual(asSeen.subarray(16, 24))
}
