import { useEffect, useState, type ReactNode } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import type { OfficeSettings } from '../../shared/contract/office/settings.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import type { HelpPage } from '../../shared/messages/help/help.fr.ts'
import { helpAdministration, helpHome } from '../../shared/messages/help/administration.fr.ts'
import { homeWords } from '../../shared/messages/office/home.fr.ts'
import { settings as texts } from '../../shared/messages/office/settings.fr.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { Header } from '../people/Header.tsx'
import { lawSearchKey } from '../law/lawSearchKey.ts'
import { mainId, SkipLink } from '../ui/SkipLink.tsx'
import { classes } from '../ui/classes.ts'
import { useKeys } from '../ui/keys.ts'
import style from './Administration.module.css'
import type { AdministrationActs } from '../settings/acts.ts'
import { HomePage } from './HomePage.tsx'
import {
  AccessLogSection,
  Agents,
  ArchivesSection,
  BackupSection,
  CalendarForm,
  Changes,
  CommitmentsSection,
  CoordinationSection,
  DraftsSection,
  DutySection,
  FilesSection,
  GuaranteesSection,
  ImportAppointments,
  IntegrationsSection,
  LanguagesSection,
  LawSettingsSection,
  NetworkSection,
  OfficeMessagesSection,
  OfficeSection,
  PackagesSection,
  PapersSection,
  PeopleSection,
  PersonSection,
  PostersSection,
  Printers,
  PrintingSection,
  QueueSettings,
  RecordingsSection,
  RegisterSection,
  RulesSection,
  ScannerTrial,
  Search,
  ServicesSection,
  SlotSearchSection,
  SourceSection,
  TillSection,
  UpdatesSection,
} from './parts.ts'
import { SectionHead } from './SectionHead.tsx'
import { SectionNav } from './SectionNav.tsx'
import { hashAt, sectionOf, sectionTitles, type Section } from '../settings/sections.ts'

const words = texts.administration

/** A part without its help does not compile. */
const helpOf: Readonly<Record<Section, HelpPage>> = helpAdministration

/** The office's first page, then its settings, one part at a time: each is drawn, and asks the host, only while it is shown. */
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
  const [section, go] = useSection()
  const [searching, setSearching] = useState(false)
  const open = (next: Section | null) => {
    setSearching(false)
    go(next)
  }
  const search = () => {
    setSearching(true)
    go(null)
  }
  useKeys({ [lawSearchKey]: () => open('search') }, { whileTyping: true })
  // The first page has its own.
  useKeys(section === null ? {} : { '/': search, 'Shift+/': search })
  const content: Readonly<Record<Section, () => ReactNode>> = {
    office: () => <OfficeSection settings={settings} publicKey={publicKey} onSetAddress={acts.setAddress} />,
    services: () => <ServicesSection settings={settings} agents={agents} onGo={open} />,
    changes: () => <Changes settings={settings} agents={agents} />,
    calendar: () => (
      <CalendarForm calendar={settings.calendar} services={settings.services} onSet={acts.setCalendar} />
    ),
    appointments: () => (
      <>
        <SourceSection services={settings.services} zone={settings.calendar.zone} />
        <CoordinationSection services={settings.services} zone={settings.calendar.zone} />
        <SlotSearchSection services={settings.services} zone={settings.calendar.zone} />
        <ImportAppointments onImport={acts.importAppointments} />
      </>
    ),
    agents: () => (
      <Agents
        agents={agents}
        services={settings.services}
        onSet={acts.setAgent}
        onInvite={() => open('people')}
      />
    ),
    people: () => <PeopleSection />,
    documents: () => <PapersSection settings={settings} agents={agents} />,
    messages: () => <OfficeMessagesSection />,
    posters: () => rules && <PostersSection settings={settings} rules={rules} />,
    languages: () => <LanguagesSection />,
    recordings: () => <RecordingsSection settings={settings} />,
    till: () => <TillSection agents={agents} />,
    network: () => <NetworkSection counters={settings.counters} />,
    printers: () => <Printers settings={settings} onSet={acts.setPrinters} onTest={acts.testPrinter} />,
    printing: () => <PrintingSection />,
    scanner: () => <ScannerTrial />,
    queue: () => rules && <QueueSettings view={rules} printers={settings.printers} onSet={acts.setRules} />,
    rules: () => <RulesSection />,
    packages: () => <PackagesSection />,
    drafts: () => <DraftsSection onPackages={() => open('packages')} />,
    law: () => <LawSettingsSection settings={settings.law} />,
    search: () => <Search />,
    backup: () => <BackupSection />,
    accessLog: () => <AccessLogSection agents={agents} />,
    person: () => <PersonSection />,
    register: () => <RegisterSection />,
    archives: () => <ArchivesSection />,
    files: () => <FilesSection />,
    commitments: () => <CommitmentsSection zone={settings.calendar.zone} />,
    impact: () => <DutySection key="impact" duty="impact" zone={settings.calendar.zone} />,
    staffNotice: () => <DutySection key="staffNotice" duty="staffNotice" zone={settings.calendar.zone} />,
    guarantees: () => <GuaranteesSection />,
    updates: () => <UpdatesSection agents={agents} />,
    integrations: () => <IntegrationsSection />,
  }
  return (
    <div className={style.page}>
      <SkipLink>{appWords.skip}</SkipLink>
      <Header
        title={words.title}
        isNamed={false}
        help={section === null ? helpHome : helpOf[section]}
        detail={settings.address.name}
      />
      {section === null ? (
        <main id={mainId} aria-label={homeWords.title} className={style.one}>
          <Boundary name={homeWords.title}>
            <HomePage settings={settings} agents={agents} searching={searching} onGo={open} />
          </Boundary>
        </main>
      ) : (
        <div className={style.body}>
          <SectionNav current={section} onGo={open} />
          <main
            id={mainId}
            aria-label={sectionTitles[section]}
            className={classes(
              style.one,
              section === 'rules' && style.bare,
              section === 'search' && style.filled,
            )}
          >
            <SectionHead section={section} />
            <Boundary key={section} name={sectionTitles[section]}>
              {content[section]()}
            </Boundary>
          </main>
        </div>
      )}
    </div>
  )
}

/** The part that the page's address names, so that a link can be kept, given to someone, and gone back to; null: the first page. */
function useSection(): readonly [Section | null, (section: Section | null) => void] {
  const [section, setSection] = useState(() => sectionOf(location.hash))
  useEffect(() => {
    const follow = () => setSection(sectionOf(location.hash))
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  const go = (next: Section | null) => {
    if (next !== section) history.pushState(null, '', hashAt(location.hash, next))
    setSection(next)
  }
  return [section, go]
}
