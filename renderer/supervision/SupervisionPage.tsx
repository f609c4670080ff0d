import { CircleCheck, CircleSlash, Clock } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Instant } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { dateIn } from '../../shared/domain/core/calendar/instants.ts'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { help } from '../../shared/messages/help/help.fr.ts'
import { hour, longDate } from '../../shared/messages/format/numbers.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { supervision as words } from '../../shared/messages/history/supervision.fr.ts'
import { officeMessageWords } from '../../shared/messages/media/officeMessages.fr.ts'
import { forecastWords } from '../../shared/messages/waits/forecast.fr.ts'
import { partnersWords } from '../../shared/messages/partners/partners.fr.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { Header } from '../people/Header.tsx'
import { useOffice } from '../link/office.ts'
import { capital } from '../ui/capital.ts'
import { openDocuments } from '../documents/open.ts'
import { eachMinute, useRead, useView } from '../link/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { mainId, SkipLink } from '../ui/SkipLink.tsx'
import { Status } from '../ui/Status.tsx'
import { declaredCounts } from '../../shared/documents/declared.ts'
import { declarationFr } from '../../shared/messages/help/accessibility.fr.ts'
import type { Present } from './names.ts'
import { Now } from './Now.tsx'
import {
  ByHandPage,
  Closing,
  Forecast,
  History,
  Incidents,
  OfficeMessagesSection,
  PrintingSection,
  RulePage,
  PartnersDay,
} from './parts.ts'
import { ReplicaStatus } from '../settings/standby/ReplicaStatus.tsx'
import { Sections } from './Sections.tsx'
import page from '../ui/Page.module.css'
import style from './Supervision.module.css'

const sections = ['now', 'forecast', 'history', 'rule', 'messages', 'hand', 'printing', 'safety'] as const
type Section = (typeof sections)[number] | 'closing' | 'partners'

/** What needs a decision first, then the day; the past, the queue's rule and what was done by hand beside it. */
export function SupervisionPage({
  view,
  appointments,
  rules,
  now,
}: {
  readonly view: Present
  readonly appointments: Output<'appointments.view'> | undefined
  readonly rules: Output<'rules.view'> | undefined
  readonly now: number
}) {
  const { name, zone } = useOffice()
  const [section, setSection] = useState<Section>('now')
  const { day } = view
  const hosts = useView('standby.view', {})
  const { shown: partners } = useRead('partners.list', {}, eachMinute)
  const ofTown = partners !== null && partners.figures > 0
  const today = capital(longDate(now, zone))
  const hours = day
    ? words.day.openedAt(hour(day.openedAt, zone), day.closesAt === null ? null : hour(day.closesAt, zone))
    : words.day.closed
  // A day that was just closed has nobody left to settle.
  const shown = section === 'closing' && day === null ? 'now' : section

  const content: Readonly<Record<Section, () => ReactNode>> = {
    now: () => (
      <Now
        view={view}
        appointments={appointments}
        now={now}
        onClosing={() => setSection('closing')}
        onPrinting={() => setSection('printing')}
      />
    ),
    forecast: () => <Forecast now={now} zone={zone} held={view.counters.length} />,
    closing: () => <Closing view={view} slots={appointments?.slots ?? []} onBack={() => setSection('now')} />,
    history: () => <History services={view.services} now={now} zone={zone} />,
    rule: () => rules && <RulePage rules={rules} now={now} zone={zone} />,
    messages: () => <OfficeMessagesSection />,
    printing: () => <PrintingSection />,
    safety: () => <Incidents />,
    hand: () => <ByHandPage services={view.services} day={day} />,
    partners: () => <PartnersDay today={dateIn(zone, now as Instant)} />,
  }

  return (
    <div className={page.page}>
      <SkipLink>{appWords.skip}</SkipLink>
      <Header
        title={words.title}
        help={help.supervision}
        state={
          <>
            <ReplicaStatus view={hosts} />
            <DayStatus open={day !== null} last={view.lastTickets} />
            <Button size="dense" onPress={openDocuments}>
              {papers.open}
            </Button>
          </>
        }
        detail={name}
        aside={day ? `${today} · ${hours}` : today}
      />
      <Sections
        label={words.sections.label}
        current={shown === 'closing' ? 'now' : shown}
        sections={[
          ...sections.map((id) => ({ id, title: titleOf(id) })),
          ...(ofTown ? [{ id: 'partners' as const, title: titleOf('partners') }] : []),
        ]}
        onGo={setSection}
      />
      <main id={mainId} className={style.main}>
        <Boundary key={shown} name={titleOf(shown === 'closing' ? 'now' : shown)}>
          {content[shown]()}
        </Boundary>
      </main>
      <Declared />
    </div>
  )
}

const titleOf = (section: Exclude<Section, 'closing'>): string =>
  section === 'partners'
    ? partnersWords.view.section
    : section === 'forecast'
      ? forecastWords.section
      : section === 'messages'
        ? officeMessageWords.section
        : words.sections[section]

function DayStatus({ open, last }: { readonly open: boolean; readonly last: boolean }) {
  if (!open)
    return (
      <Status tone="attention" icon={<CircleSlash aria-hidden size={20} />}>
        {words.day.closed}
      </Status>
    )
  return last ? (
    <Status tone="attention" icon={<Clock aria-hidden size={20} />}>
      {words.day.lastTickets}
    </Status>
  ) : (
    <Status tone="done" icon={<CircleCheck aria-hidden size={20} />}>
      {words.day.opened}
    </Status>
  )
}

/** The declaration of accessibility in a line, then what it says; a browser goes to the whole of it, at the host. */
const Declared = () => (
  <footer className={style.declared}>
    <details>
      <summary>{declarationFr.short(declaredCounts)}</summary>
      <p>{declarationFr.stateIs(declaredCounts)}</p>
      {!window.guichet && (
        <a href="/accessibilite" target="_blank" rel="noreferrer">
          {declarationFr.whole}
        </a>
      )}
    </details>
  </footer>
)
