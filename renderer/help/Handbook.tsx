import {
  handbookHtml,
  chapterNames,
  pictureOf,
  handbookPictures,
  type HandbookPictures,
} from '../../shared/documents/handbook.ts'
import { handbook, handbookWords as words } from '../../shared/messages/help/handbook.fr.ts'
import type { HelpPage } from '../../shared/messages/help/help.fr.ts'
import { printHtml } from '../ui/printHtml.ts'
import { Button } from '../ui/Button.tsx'
import lettering from '../ui/Lettering.module.css'
import style from './Help.module.css'
import { Told } from './Told.tsx'

/** The whole handbook, read without the network, a chapter folded under its title; and on paper, or as a PDF. */
export const Handbook = () => (
  <div className={style.content} role="region" aria-label={words.title} {...{ tabIndex: 0 }}>
    <Button onPress={() => void print()}>{words.print}</Button>
    {chapterNames.map((name) => (
      <details key={name} className={style.chapter}>
        <summary>{handbook[name].title}</summary>
        <p>{handbook[name].lead}</p>
        {handbook[name].pages.map((page) => (
          <section key={page.title} aria-label={page.title}>
            <h3 className={lettering.title}>{page.title}</h3>
            <Picture page={page} />
            <Told page={page} level="h4" />
          </section>
        ))}
      </details>
    ))}
  </div>
)

const print = async () => printHtml(handbookHtml('', await picturesInside()))

/** The screen as it is, where a picture of it was taken. */
function Picture({ page }: { readonly page: HelpPage }) {
  const file = pictureOf(page)
  const address = file === undefined ? undefined : pictures[file]
  return address === undefined ? null : (
    <img src={address} alt={words.picture(page.title)} className={style.picture} />
  )
}

/** Where the build puts the pictures that the tests of the pages take: read when they are shown, without the network. */
const built = import.meta.glob<string>('@pictures/*.png', { eager: true, query: '?url', import: 'default' })

const addressOf = (file: string): string | undefined => {
  const name = file.slice(file.lastIndexOf('/'))
  const found = Object.entries(built).find(([path]) => path.endsWith(name))?.[1]
  // Whole: a frame that prints has no address of its own.
  return found === undefined ? undefined : new URL(found, location.href).href
}

/** Where the handbook's pictures are. */
const pictures: HandbookPictures = Object.fromEntries(handbookPictures.map((file) => [file, addressOf(file)]))

/** One picture inside its own address. @throws DOMException where it cannot be read */
async function inside(address: string): Promise<string> {
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  canvas.getContext('2d')?.drawImage(image, 0, 0)
  return canvas.toDataURL('image/png')
}

/** The same inside the page itself: what is printed asks for nothing outside, and no page of the application may fetch. */
const picturesInside = async (): Promise<HandbookPictures> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(pictures).map(
        async ([file, address]) => [file, address === undefined ? undefined : await inside(address)] as const,
      ),
    ),
  )
