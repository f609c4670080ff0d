import { useMemo } from 'react'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { Message } from '../ui/Message.tsx'
import { openStation } from '../link/shell.ts'
import { useFirstRun } from '../people/firstRun.ts'
import { useCommand, useLink, useView } from '../link/hooks.ts'
import { sendCalendar } from '../settings/appointments/sending.ts'
import { later } from '../ui/later.tsx'
import { say } from '../link/notices.ts'
import type { AdministrationActs } from '../settings/acts.ts'
import { AdministrationPage } from './AdministrationPage.tsx'

const Welcome = later(async () => (await import('../welcome/index.tsx')).default)

/** The administration, over the page's link; before the office is born, its first run, to its end. */
export default function Administration() {
  const view = useView('settings.view', {})
  const rules = useView('rules.view', {})
  const acts = useActs()
  const firstRun = useFirstRun()
  if (!view) return <Message title={appWords.connecting} />
  // In a browser, this page becomes the administration by itself.
  if (view.settings === null || firstRun) return <Welcome onMade={() => openStation?.('administration')} />
  return (
    <AdministrationPage
      settings={view.settings}
      agents={view.agents}
      publicKey={view.publicKey}
      rules={rules}
      acts={acts}
    />
  )
}

function useActs(): AdministrationActs {
  const setAddress = useCommand('office.setAddress')
  const setPrinters = useCommand('office.setPrinters')
  const test = useCommand('print.test')
  const setAgent = useCommand('agent.set')
  const setRules = useCommand('rules.set')
  const setCalendar = useCommand('office.setCalendar')
  const link = useLink()
  return useMemo(
    () => ({
      setAddress: async (address) => 'output' in (await setAddress(address)),
      setPrinters: async (input) => 'output' in (await setPrinters(input)),
      testPrinter: async (printerId) => 'output' in (await test({ printerId })),
      setAgent: async (agentId, name, services) =>
        'output' in (await setAgent({ agentId, name, services: [...services] })),
      setRules: async (input) => 'output' in (await setRules(input)),
      setCalendar: async (calendar) => 'output' in (await setCalendar({ calendar })),
      importAppointments: async (text, about) => {
        const result = await sendCalendar(link, text, about)
        if ('output' in result) return result.output
        say(result.error.message)
        return null
      },
    }),
    [setAddress, setPrinters, test, setAgent, setRules, setCalendar, link],
  )
}
