import { ArrowLeft } from 'lucide-react'
import { KioskButton } from './KioskButton.tsx'
import style from './Kiosk.module.css'
import { useWords } from './words.ts'

/** The office's name, or the way back; the hour at the other end. */
export function Head({
  officeName,
  now,
  zone,
  onBack,
}: {
  readonly officeName: string
  readonly now: number
  readonly zone: string
  readonly onBack?: (() => void) | undefined
}) {
  const words = useWords()
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
          {officeName}
        </span>
      )}
      <time className={style.time} dateTime={new Date(now).toISOString()}>
        {words.hour(now, zone)}
      </time>
    </>
  )
}
