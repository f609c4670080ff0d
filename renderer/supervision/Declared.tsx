import { declaredCounts } from '../../shared/documents/declared.ts'
import { declarationFr as words } from '../../shared/messages/help/accessibility.fr.ts'
import style from './Supervision.module.css'

/** The declaration of accessibility in a line, then what it says; a browser goes to the whole of it, at the host. */
export const Declared = () => (
  <footer className={style.declared}>
    <details>
      <summary>{words.short(declaredCounts)}</summary>
      <p>{words.stateIs(declaredCounts)}</p>
      {!window.guichet && (
        <a href="/accessibilite" target="_blank" rel="noreferrer">
          {words.whole}
        </a>
      )}
    </details>
  </footer>
)
