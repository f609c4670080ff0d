import { handbookHtml, chapterNames } from '../../shared/documents/handbook.ts'
import { handbook, handbookWords as words } from '../../shared/messages/handbook.fr.ts'
import { printHtml } from '../administration/papers/printHtml.ts'
import { Button } from '../ui/Button.tsx'
import style from './Help.module.css'
import { Told } from './Told.tsx'

/** The whole handbook, read without the network, a chapter folded under its title; and on paper, or as a PDF. */
export const Handbook = () => (
  <div className={style.content} role="region" aria-label={words.title} {...{ tabIndex: 0 }}>
    <Button onPress={() => printHtml(handbookHtml(''))}>{words.print}</Button>
    {chapterNames.map((name) => (
      <details key={name} className={style.chapter}>
        <summary>{handbook[name].title}</summary>
        <p>{handbook[name].lead}</p>
        {handbook[name].pages.map((page) => (
          <section key={page.title} aria-label={page.title}>
            <h3 className={style.title}>{page.title}</h3>
            <Told page={page} level="h4" />
          </section>
        ))}
      </details>
    ))}
  </div>
)
