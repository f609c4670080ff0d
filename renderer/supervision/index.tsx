import { app as appWords } from '../../shared/messages/app.fr.ts'
import { useNow } from '../link/clock.ts'
import { Message } from '../ui/Message.tsx'
import { useView } from '../link/hooks.ts'
import { SupervisionPage } from './SupervisionPage.tsx'

/** The supervision, over the page's link. */
export default function Supervision() {
  const office = useView('office.view', {})
  const view = useView('supervision.view', {})
  const appointments = useView('appointments.view', {})
  const rules = useView('rules.view', {})
  const now = useNow(5_000)
  if (office && !office.created) return <Message title={appWords.officeNotCreated} />
  if (!view || !office) return <Message title={appWords.connecting} />
  return <SupervisionPage view={view} appointments={appointments} rules={rules} now={now} />
}
