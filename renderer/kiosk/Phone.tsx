import { Qr } from '../ui/Qr.tsx'
import style from './Phone.module.css'
import { Screen } from './Screen.tsx'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** The code of this minute, which a telephone photographs to take a ticket: in the person's language. */
export function HallCode() {
  const { view, language } = useVisit()
  const words = useWords()
  if (view.hall === null) return null
  return (
    <div className={style.hall}>
      <Qr text={`${view.hall}&lang=${language}`} className={style.code} />
      <p className={style.words}>{words.phoneHelp}</p>
    </div>
  )
}

/** A ticket on the person's own telephone. */
export function Phone() {
  const { view } = useVisit()
  const words = useWords()
  return (
    <Screen title={words.phone} help={view.hall === null ? words.notDoneHelp : undefined}>
      <HallCode />
    </Screen>
  )
}
