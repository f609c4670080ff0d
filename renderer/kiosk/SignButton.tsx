import { Hand } from 'lucide-react'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { KioskButton } from './KioskButton.tsx'
import style from './Sign.module.css'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** Where the office signed what the screen says: two hands and the name of the language, whatever the page's. */
export function SignButton() {
  const { sign, go } = useVisit()
  const words = useWords()
  if (!sign) return null
  return (
    <KioskButton
      kind="quiet"
      className={style.button}
      icon={
        <span className={style.hands}>
          <Hand aria-hidden size={36} className={style.left} />
          <Hand aria-hidden size={36} />
        </span>
      }
      onPress={() => go({ at: 'sign', recording: sign })}
    >
      <span lang="fr">LSF</span>
      <VisuallyHidden>{words.sign}</VisuallyHidden>
    </KioskButton>
  )
}
