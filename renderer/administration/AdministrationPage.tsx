import { useState } from 'react'
import type { AgentId, PrinterId, ServiceId } from '../../shared/contract/ids.ts'
import type { Input, Output } from '../../shared/contract/index.ts'
import type { AgentName, Calendar, OfficeAddress, OfficeSettings } from '../../shared/contract/office.ts'
import { consultationWords } from '../../shared/messages/consultations.fr.ts'
import { law } from '../../shared/messages/law.fr.ts'
import { filesPage } from '../../shared/messages/filesPage.fr.ts'
import { peopleWords } from '../../shared/messages/people.fr.ts'
import { keyKept } from '../../shared/messages/officeKey.fr.ts'
import { network } from '../../shared/messages/network.fr.ts'
import { keepingPage } from '../../shared/messages/keepingPage.fr.ts'
import { printing } from '../../shared/messages/printing.fr.ts'
import { papersSettings } from '../../shared/messages/papersSettings.fr.ts'
import { queueSettings } from '../../shared/messages/queueSettings.fr.ts'
import { softwareWords } from '../../shared/messages/software.fr.ts'
import { settings as texts } from '../../shared/messages/settings.fr.ts'
import { deed } from '../../shared/messages/tillDeed.fr.ts'
import { Boundary } from '../app/Boundary.tsx'
import { Header } from '../app/Header.tsx'
import { LawSearch, lawSearchKey } from '../law/LawSearch.tsx'
import { PrintingSection } from '../printing/PrintingSection.tsx'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Column, Group } from '../ui/Column.tsx'
import { useKeys } from '../ui/keys.ts'
import { Sections } from '../supervision/Sections.tsx'
import { AddressFields } from './AddressFields.tsx'
import { addressFrom, type AddressDraft, type Wrong } from './addressForm.ts'
import style from './Administration.module.css'
import { Agents } from './Agents.tsx'
import { CalendarForm } from './CalendarForm.tsx'
import { ConsultationsSection } from './consultations/ConsultationsSection.tsx'
import { FilesSection } from './FilesSection.tsx'
import { ImportAppointments } from './ImportAppointments.tsx'
import { DraftsSection } from './law/DraftsSection.tsx'
import { LawSettingsSection } from './law/LawSettingsSection.tsx'
import { PackagesSection } from './law/PackagesSection.tsx'
import { RulesSection } from './law/RulesSection.tsx'
import { KeyKept } from './KeyKept.tsx'
import { KeepingSection } from './keeping/KeepingSection.tsx'
import { PeopleSection } from './people/PeopleSection.tsx'
import { NetworkSection } from './network/NetworkSection.tsx'
import { PapersSection } from './papers/PapersSection.tsx'
import { PublicKey } from './PublicKey.tsx'
import { Printers } from './Printers.tsx'
import { QueueSettings } from './QueueSettings.tsx'
import { SoftwareSection } from './software/SoftwareSection.tsx'
import { Stations } from './Stations.tsx'
import { TillSection } from './till/TillSection.tsx'

/** Each act says whether it was done; a refusal is said by the page's notices and loses nothing typed. */
export type AdministrationActs = {
  readonly setAddress: (address: OfficeAddress) => Promise<boolean>
  readonly setPrinters: (input: Input<'office.setPrinters'>) => Promise<boolean>
  readonly testPrinter: (printerId: PrinterId) => Promise<boolean>
  readonly setAgent: (agentId: AgentId, name: AgentName, services: readonly ServiceId[]) => Promise<boolean>
  readonly setRules: (input: Input<'rules.set'>) => Promise<boolean>
  readonly setCalendar: (calendar: Calendar) => Promise<boolean>
  readonly importAppointments: (
    input: Input<'appointment.import'>,
  ) => Promise<Output<'appointment.import'> | null>
}

const sections = [
  'office',
  'network',
  'people',
  'queue',
  'calendar',
  'appointments',
  'papers',
  'till',
  'rules',
  'packages',
  'drafts',
  'law',
  'search',
  'files',
  'consultations',
  'printing',
  'keeping',
  'software',
] as const
type Section = (typeof sections)[number]

const words = texts.administration

/** The office's settings: who and where it is, its queue's rule, its hours, its appointments, the law that it applies. */
export function AdministrationPage({
  settings,
  agents,
  publicKey,
  rules,
  acts,
}: Omit<Output<'settings.view'>, 'settings'> & {
  readonly settings: OfficeSettings
  readonly rules: Output<'rules.view'> | undefined
  readonly acts: AdministrationActs
}) {
  const [section, setSection] = useState<Section>('office')
  const titles = {
    ...queueSettings.sections,
    ...law.sections,
    people: peopleWords.page.section,
    consultations: consultationWords.section,
    files: filesPage.section,
    printing: printing.page.label,
    keeping: keepingPage.section,
    network: network.section,
    papers: papersSettings.section,
    till: deed.section,
    software: softwareWords.section,
  }
  useKeys({ [lawSearchKey]: () => setSection('search') }, { whileTyping: true })
  return (
    <div className={style.page}>
      <Header title={words.title} detail={settings.address.name} />
      <Sections
        label={titles.label}
        current={section}
        sections={sections.map((id) => ({ id, title: titles[id] }))}
        onGo={setSection}
      />
      {section === 'office' ? (
        <Office settings={settings} agents={agents} publicKey={publicKey} acts={acts} />
      ) : (
        <main aria-label={titles[section]} className={classes(style.one, section === 'rules' && style.bare)}>
          <Boundary key={section} name={titles[section]}>
            {section === 'people' && <PeopleSection />}
            {section === 'keeping' && <KeepingSection />}
            {section === 'network' && <NetworkSection counters={settings.counters} />}
            {section === 'queue' && rules && (
              <QueueSettings view={rules} printers={settings.printers} onSet={acts.setRules} />
            )}
            {section === 'calendar' && (
              <CalendarForm
                calendar={settings.calendar}
                services={settings.services}
                onSet={acts.setCalendar}
              />
            )}
            {section === 'appointments' && <ImportAppointments onImport={acts.importAppointments} />}
            {section === 'papers' && <PapersSection settings={settings} agents={agents} />}
            {section === 'till' && <TillSection agents={agents} />}
            {section === 'rules' && <RulesSection />}
            {section === 'packages' && <PackagesSection />}
            {section === 'drafts' && <DraftsSection onPackages={() => setSection('packages')} />}
            {section === 'law' && <LawSettingsSection settings={settings.law} />}
            {section === 'search' && <LawSearch />}
            {section === 'printing' && <PrintingSection />}
            {section === 'software' && <SoftwareSection />}
            {section === 'consultations' && <ConsultationsSection agents={agents} />}
            {section === 'files' && <FilesSection />}
          </Boundary>
        </main>
      )}
    </div>
  )
}

/** Address, printers, agents, the key that checks documents, the other stations. */
const Office = ({
  settings,
  agents,
  publicKey,
  acts,
}: Omit<Output<'settings.view'>, 'settings'> & {
  readonly settings: OfficeSettings
  readonly acts: AdministrationActs
}) => (
  <main className={style.columns}>
    <Column label={words.columns.office}>
      <Boundary name={words.address}>
        <Address address={settings.address} onSave={acts.setAddress} />
      </Boundary>
      <Boundary name={words.key}>
        <PublicKey publicKey={publicKey} />
      </Boundary>
      <Boundary name={keyKept.title}>
        <KeyKept />
      </Boundary>
    </Column>
    <Column label={words.columns.printing}>
      <Boundary name={words.printers}>
        <Printers settings={settings} onSet={acts.setPrinters} onTest={acts.testPrinter} />
      </Boundary>
    </Column>
    <Column label={words.columns.people}>
      <Boundary name={words.agents}>
        <Agents agents={agents} services={settings.services} onSet={acts.setAgent} />
      </Boundary>
      <Boundary name={words.stations}>
        <Stations />
      </Boundary>
    </Column>
  </main>
)

const draftOf = (address: OfficeAddress): AddressDraft => ({ ...address, email: address.email ?? '' })

function Address({
  address,
  onSave,
}: {
  readonly address: OfficeAddress
  readonly onSave: AdministrationActs['setAddress']
}) {
  // Null while nothing is being typed: the page then shows what the host says.
  const [draft, setDraft] = useState<AddressDraft | null>(null)
  const [wrong, setWrong] = useState<Wrong<AddressDraft>>({})
  const [saved, setSaved] = useState(false)

  const save = async () => {
    const made = addressFrom(draft ?? draftOf(address))
    setWrong('wrong' in made ? made.wrong : {})
    if ('wrong' in made || !(await onSave(made.address))) return
    setDraft(null)
    setSaved(true)
  }

  return (
    <Group title={words.address}>
      <form
        noValidate
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <AddressFields
          draft={draft ?? draftOf(address)}
          wrong={wrong}
          onChange={(next) => {
            setSaved(false)
            setDraft(next)
          }}
        />
        <div className={style.acts}>
          <Button kind={draft ? 'primary' : 'plain'} type="submit">
            {words.save}
          </Button>
          {draft && (
            <Button
              onPress={() => {
                setDraft(null)
                setWrong({})
              }}
            >
              {words.cancel}
            </Button>
          )}
          <span role="status" className={style.small}>
            {saved ? words.saved : ''}
          </span>
        </div>
      </form>
    </Group>
  )
}
