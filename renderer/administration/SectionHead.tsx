import { useEffect } from 'react'
import { administrationNav as words } from '../../shared/messages/office/administrationNav.fr.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { helpAdministration } from '../../shared/messages/help/administration.fr.ts'
import lettering from '../ui/Lettering.module.css'
import style from './SectionHead.module.css'
import { sectionTitles, type Section } from '../settings/sections.ts'

/** The document's title, for as long as the part is drawn. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = words.document(title)
    return () => {
      document.title = appWords.name
    }
  }, [title])
}

/**
 * The head of each part: its name, which is the page's first heading and the document's title, and what it is for in the
 * words of its help. What a part holds begins under it, at the second level.
 */
export function SectionHead({ section }: { readonly section: Section }) {
  const title = sectionTitles[section]
  useDocumentTitle(title)
  return (
    <div className={style.head}>
      <h1 className={lettering.title}>{title}</h1>
      <p className={style.does}>{helpAdministration[section].does}</p>
    </div>
  )
}
