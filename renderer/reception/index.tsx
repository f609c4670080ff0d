import { fr } from '../../shared/messages/fr.ts'
import { Message } from '../app/Message.tsx'

/** Holds the place of the page until it is built. */
export default function Page() {
  return <Message title={fr.app.notBuilt(fr.app.stationNames.reception)} />
}
