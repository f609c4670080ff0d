import { fr } from '../../shared/messages/fr.ts'
import { Message } from './Message.tsx'

/** Holds the place of the page until it is built. */
export default function Welcome() {
  return <Message title={fr.app.notBuilt(fr.app.stationNames.welcome)} />
}
