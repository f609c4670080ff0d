import { directionOf, kiosk, kioskLanguages } from '../../shared/messages/public/kiosk.ts'
import { KioskButton } from './KioskButton.tsx'
import style from './Languages.module.css'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** The application's window hears it: it asks for the code, or closes where nothing is locked. */
const leave = () => window.postMessage({ type: 'guichet:leave-kiosk' }, location.origin)

/** Each language by its own name, in its own language. */
export function Languages() {
  const { language, setLanguage } = useVisit()
  const words = useWords()
  return (
    <div role="group" aria-label={words.languages} className={style.languages}>
      {kioskLanguages.map((code) => (
        <KioskButton key={code} chosen={code === language} onPress={() => setLanguage(code)}>
          <span lang={code} dir={directionOf(code)}>
            {kiosk[code].language}
          </span>
        </KioskButton>
      ))}
      {/* A browser's window is left by its own keys. */}
      {window.guichet && (
        <KioskButton kind="quiet" className={style.agents} onPress={leave}>
          {words.agents}
        </KioskButton>
      )}
    </div>
  )
}
