import { app as appWords } from '../../shared/messages/app.fr.ts'
import { useNow } from '../link/clock.ts'
import { Message } from '../ui/Message.tsx'
import { useView } from '../link/hooks.ts'
import { useCounterActs } from './acts.ts'
import { CounterPage } from './CounterPage.tsx'

/** The counter's station: what the host sends, and what can be done. Waits are in minutes: drawn each five seconds; the delay before « Absent » is in seconds. */
export default function CounterStation() {
  const view = useView('counter.view', {})
  const office = useView('office.view', {})
  const now = useNow(view?.state === 'calling' ? 1_000 : 5_000)
  const acts = useCounterActs()
  if (!view) return <Message title={appWords.connecting} />
  return <CounterPage view={view} office={office} now={now} acts={acts} />
}
