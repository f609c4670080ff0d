import { directionOf, kiosk, kioskLanguages } from '../../shared/messages/public/kiosk.ts'
import './fonts.css'
import style from './OutOfService.module.css'

/** The host knows no such kiosk: nobody can choose a language here, so each is said; the rest is for who mends it. */
export default function OutOfService() {
  return (
    <ul role="list" className={style.said}>
      {kioskLanguages.map((language) => (
        <li key={language} lang={language} dir={directionOf(language)}>
          {kiosk[language].closedHelp}
        </li>
      ))}
    </ul>
  )
}
