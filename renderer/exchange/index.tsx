import '../kiosk/fonts.css'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { usePersonEnd } from './channel.ts'
import { PersonSide } from './PersonSide.tsx'
import style from './PersonSide.module.css'

/** The screen that faces the person at a counter: it asks the host for nothing, the agent's page beside it speaks to it. */
export default function PersonScreen() {
  const { shown, reply } = usePersonEnd()
  return (
    <main className={style.alone}>
      <title>{appWords.stationNames.exchange}</title>
      <h1 className={style.name}>
        <VisuallyHidden>{appWords.stationNames.exchange}</VisuallyHidden>
      </h1>
      <PersonSide shown={shown} onAnswer={(answer) => shown && reply(shown.id, answer)} />
    </main>
  )
}
