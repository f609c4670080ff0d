import type { OfficeSettings } from '../../../shared/contract/office/settings.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { servicesWords as words } from '../../../shared/messages/office/services.fr.ts'
import { useView } from '../../link/hooks.ts'
import { Counters } from './Counters.tsx'
import type { Section } from '../sections.ts'
import { Services } from './Services.tsx'
import style from '../Settings.module.css'

/** What the office is made of: its services and its counters, which come, change and go. */
export function ServicesSection({
  settings,
  agents,
  onGo,
}: {
  readonly settings: OfficeSettings
  readonly agents: Output<'settings.view'>['agents']
  readonly onGo: (section: Section) => void
}) {
  const former = useView('premises.view', {})
  return (
    <>
      <p className={style.small}>{words.between}</p>
      <div className={style.columns}>
        <div>
          <Services
            services={settings.services}
            former={former?.formerServices ?? []}
            agents={agents}
            onGo={onGo}
          />
        </div>
        <div>
          <Counters
            counters={settings.counters}
            former={former?.formerCounters ?? []}
            onPrinters={() => onGo('printers')}
          />
        </div>
      </div>
    </>
  )
}
