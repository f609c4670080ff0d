import { useState, useCallback, useEffect } from 'react'
import type { Instant } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import type { OfficeSettings } from '../../shared/contract/office/settings.ts'
import { dateIn } from '../../shared/domain/core/calendar/instants.ts'
import { homeWords as words } from '../../shared/messages/office/home.fr.ts'
import { useNow } from '../link/clock.ts'
import { useOffice } from '../link/office.ts'
import { useCommand, useView, useLink, useLinkState } from '../link/hooks.ts'
import { say } from '../link/notices.ts'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { DayRow } from './DayRow.tsx'
import { GroupCards } from './GroupCards.tsx'
import style from './HomePage.module.css'
import { MatterRows } from './MatterRows.tsx'
import type { Matter } from './matter.ts'
import { followingSaid, mattersOf } from './matters.ts'
import { useDocumentTitle } from './SectionHead.tsx'
import { groupOf, type Section } from '../settings/sections.ts'
import { SectionSearch } from './SectionSearch.tsx'

const month = 31 * 24 * 3_600_000

/**
 * The first page: what a morning needs, what does not work, what remains to be set, each with its act; then every setting,
 * in six groups or by a search.
 */
export function HomePage({
  settings,
  agents,
  searching,
  onGo,
}: Pick<Output<'settings.view'>, 'agents'> & {
  readonly settings: OfficeSettings
  /** « / » was pressed in a part: the search has the focus. */
  readonly searching: boolean
  readonly onGo: (section: Section) => void
}) {
  useDocumentTitle(words.title)
  const { name, zone } = useOffice()
  const now = useNow(60_000)
  const office = useView('office.view', {})
  const printing = useView('printing.view', {})
  const doctor = useDoctor()
  const standby = useView('standby.view', {})
  const { broken, toSet, done } = mattersOf({
    settings,
    agents,
    office,
    printing,
    backups: useView('backups.view', {}),
    people: useView('people.view', {}),
    stations: useView('stations.view', {}),
    standby,
    paper: useView('paper.view', {}),
    doctor: doctor.found,
    today: dateIn(zone, now as Instant),
    soon: dateIn(zone, (now + month) as Instant),
  })
  const [typed, setTyped] = useState('')
  const act = useMatterActs(onGo, doctor.again)
  const count = (matters: readonly Matter[]) => (group: string) =>
    matters.filter(({ section }) => groupOf(section) === group).length
  return (
    <div className={style.home}>
      <h1>
        <VisuallyHidden>{words.title}</VisuallyHidden>
      </h1>
      <SectionSearch startsFocused={searching} typed={typed} onType={setTyped} onGo={onGo} />
      {wordsIn(typed) === '' && (
        <>
          {office && printing && (
            <DayRow
              name={name}
              day={office.day}
              closed={office.closed}
              zone={zone}
              follows={standby?.follows === true && standby.replica === null}
              following={followingSaid(standby)}
              primary={broken.length === 0 && !searching}
              first={!office.school && printing.jobs.length === 0}
            />
          )}
          <MatterRows title={words.broken} tone="stop" matters={broken} onAct={act} primary />
          <MatterRows
            title={words.toSet}
            tone="attention"
            matters={toSet}
            aside={words.doneOf(done.length, done.length + toSet.length)}
            done={done}
            onAct={act}
          />
          <GroupCards office={name} broken={count(broken)} toSet={count(toSet)} onGo={onGo} />
        </>
      )}
    </div>
  )
}

/** Does what answers a matter, and says that it is done; a refusal is said by the page's notices. */
function useMatterActs(onGo: (section: Section) => void, examine: () => Promise<void>) {
  const backUp = useCommand('backup.make')
  const retry = useCommand('print.retry')
  const test = useCommand('print.test')
  const printing = useView('printing.view', {})
  return async ({ act, section }: Matter): Promise<void> => {
    switch (act.does) {
      case 'go':
        return onGo(section)
      case 'examine':
        return examine()
      case 'backUp':
        if ('output' in (await backUp({}))) say(words.acts.backedUp, 'done')
        return
      case 'test':
      case 'retry': {
        const { printerId, name } = act
        const waits =
          act.does === 'retry' &&
          (printing?.jobs ?? []).find(
            (job) => job.printerId === printerId && ['waiting', 'retrying'].includes(job.state),
          )
        // One that comes out lets the others follow.
        if (waits && 'output' in (await retry({ jobId: waits.jobId }))) say(words.acts.again(name), 'done')
        if (!waits && 'output' in (await test({ printerId }))) say(words.acts.sent(name), 'done')
      }
    }
  }
}

/** What the examination of the office's folder found, asked when the page opens; `again` once something was mended. */
function useDoctor(): {
  readonly found: Output<'doctor.get'> | undefined
  readonly again: () => Promise<void>
} {
  const link = useLink()
  const state = useLinkState(({ state: one }) => one)
  const [found, setFound] = useState<Output<'doctor.get'>>()
  useEffect(() => {
    if (state !== 'open') return
    let current = true
    void link.read('doctor.get', {}).then((result) => {
      // The page is whole without it: what failed is said to who asks it again.
      if (current && 'output' in result) setFound(result.output)
    })
    return () => {
      current = false
    }
  }, [link, state])
  const again = useCallback(async () => {
    const result = await link.read('doctor.get', { again: true })
    if ('error' in result) return say(result.error.message)
    setFound(result.output)
    if (result.output.at === null) say(words.acts.examineFailed)
    else say(words.acts.examined, 'done')
  }, [link])
  return { found, again }
}
