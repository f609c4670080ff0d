import { directionOf, kiosk, kioskLanguages } from '../../shared/messages/public/kiosk.ts'
import { KioskButton } from './KioskButton.tsx'
import style from './Languages.module.css'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** Each language by its own name, in its own language. */
export function Languages() {
  const { language, setLanguage } = useVisit()
  return (
    <div role="group" aria-label={useWords().languages} className={style.languages}>
      {kioskLanguages.map((code) => (
        <KioskButton key={code} chosen={code === language} onPress={() => setLanguage(code)}>
          <span lang={code} dir={directionOf(code)}>
            {kiosk[code].language}
          </span>
        </KioskButton>
      ))}
    </div>
  )
}
