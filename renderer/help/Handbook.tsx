import { handbookHtml, chapterNames, pictureOf } from '../../shared/documents/handbook.ts'
import { handbook, handbookWords as words } from '../../shared/messages/help/handbook.fr.ts'
import type { HelpPage } from '../../shared/messages/help/help.fr.ts'
import { printHtml } from '../ui/printHtml.ts'
import { Button } from '../ui/Button.tsx'
import lettering from '../ui/Lettering.module.css'
import style from './Help.module.css'
import { pictures, picturesInside } from './pictures.ts'
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
