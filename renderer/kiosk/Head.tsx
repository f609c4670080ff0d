import { ArrowLeft, PersonStanding } from 'lucide-react'
import { KioskButton } from './KioskButton.tsx'
import style from './Kiosk.module.css'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** The office's name, or the way back; the hour at the other end. */
export function Head({ onBack }: { readonly onBack: (() => void) | undefined }) {
  const words = useWords()
  const { view, now, zone, askAccess } = useVisit()
  return (
    <>
      {onBack ? (
        <KioskButton
          kind="quiet"
          icon={<ArrowLeft aria-hidden size={36} className={style.arrow} />}
          onPress={onBack}
        >
          {words.back}
        </KioskButton>
      ) : (
        <span lang="fr" className={style.office}>
          {view.officeName}
        </span>
      )}
      {askAccess && (
        <KioskButton
          kind="quiet"
          className={style.access}
          icon={<PersonStanding aria-hidden size={40} />}
          onPress={askAccess}
        >
          {words.access}
        </KioskButton>
      )}
      <time className={style.time} dateTime={new Date(now).toISOString()}>
        {words.hour(now, zone)}
      </time>
    </>
  )
}
