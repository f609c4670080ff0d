import { ArrowLeft, PersonStanding, Volume2 } from 'lucide-react'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { KioskButton } from './KioskButton.tsx'
import style from './Head.module.css'
import { SignButton } from './SignButton.tsx'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** The office's name, or the way back; the hour at the other end. */
export function Head({ onBack }: { readonly onBack: (() => void) | undefined }) {
  const words = useWords()
  const { view, now, zone, askAccess, access, setAccess } = useVisit()
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
        <span lang="fr" dir="auto" className={style.office}>
          {view.officeName}
        </span>
      )}
      <div className={style.tools}>
        {/* Who doesn't read finds the voice by its picture, on every screen; each answer has its own then. */}
        {askAccess && (
          <KioskButton
            kind="quiet"
            className={style.aloud}
            chosen={access.spoken}
            icon={<Volume2 aria-hidden size={40} />}
            onPress={() => setAccess({ ...access, spoken: !access.spoken })}
          >
            <VisuallyHidden>{words.spoken}</VisuallyHidden>
          </KioskButton>
        )}
        {askAccess && <SignButton />}
        {askAccess && (
          <KioskButton kind="quiet" icon={<PersonStanding aria-hidden size={40} />} onPress={askAccess}>
            {words.access}
          </KioskButton>
        )}
        <time className={style.time} dateTime={new Date(now).toISOString()}>
          {words.hour(now, zone)}
        </time>
      </div>
    </>
  )
}
