import { declaredCounts, declaredRefused } from '../../shared/documents/declared.ts'
import { declarationFr, levelOf } from '../../shared/messages/help/accessibility.fr.ts'
import { Prose } from '../ui/Prose.tsx'
import style from './Rule.module.css'
import { Screen } from './Screen.tsx'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** The declaration of accessibility, as the law words it in French: the kiosk goes to no other page. */
export function DeclarationScreen() {
  const { view } = useVisit()
  const words = useWords()
  const { accessContact: contact, follow } = view
  return (
    <Screen title={words.declaration(levelOf(declaredCounts))}>
      <div lang="fr" dir="ltr">
        <p className={style.rule}>{declarationFr.stateIs(declaredCounts)}</p>
        <h2 className={style.heading}>{declarationFr.contact}</h2>
        <p className={style.rule}>
          {contact === '' ? declarationFr.contactNone : declarationFr.contactIs(contact)}
        </p>
        <h2 className={style.heading}>{declarationFr.refused}</h2>
        <ul role="list" className={style.grounds}>
          {declaredRefused.map(({ numero, titre, raison }) => (
            <li key={numero}>
              <span>{titre}</span>
              <span className={style.source}>
                <Prose>{raison}</Prose>
              </span>
            </li>
          ))}
        </ul>
        <h2 className={style.heading}>{declarationFr.remedy}</h2>
        <p className={style.rule}>
          <Prose>{declarationFr.remedyIs}</Prose>
        </p>
        {follow !== null && (
          <p className={style.source}>
            {declarationFr.whole} : {follow.replace(/suivi$/, 'accessibilite')}
          </p>
        )}
      </div>
    </Screen>
  )
}
