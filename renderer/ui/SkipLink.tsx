import type { MouseEvent } from 'react'
import style from './SkipLink.module.css'

/** The id of the `main` that a page with a navigation has. */
export const mainId = 'contenu'

/** The first stop of Tab on a page with a navigation, drawn while it has the focus: on to what the page is about (RGAA 12.7). */
export function SkipLink({ children }: { readonly children: string }) {
  const skip = (event: MouseEvent) => {
    // The address names the page's part: it stays.
    event.preventDefault()
    const main = document.getElementById(mainId)
    if (main === null) return
    main.tabIndex = -1
    main.focus()
  }
  return (
    <a href={`#${mainId}`} className={style.skip} onClick={skip}>
      {children}
    </a>
  )
}
