import { kiosk, kioskLanguages, type KioskLanguage } from '../../shared/messages/kiosk.ts'
import { KioskButton } from './KioskButton.tsx'
import style from './Kiosk.module.css'
import { useWords } from './words.ts'

/** Each language by its own name, in its own language. */
export function Languages({
  language,
  onChange,
}: {
  readonly language: KioskLanguage
  readonly onChange: (language: KioskLanguage) => void
}) {
  return (
    <div role="group" aria-label={useWords().languages} className={style.languages}>
      {kioskLanguages.map((code) => (
        <KioskButton key={code} chosen={code === language} onPress={() => onChange(code)}>
          <span lang={code}>{kiosk[code].language}</span>
        </KioskButton>
      ))}
    </div>
  )
}
