import type { KeyboardEvent, ReactNode } from 'react'
import type { FilePerson } from '../../shared/contract/files/file.ts'
import type { WorkPart } from '../../shared/contract/files/lines.ts'
import type { FileId, LocalDate, ServiceId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { calendarDate, count } from '../../shared/messages/format/numbers.ts'
import { dayShort, filesPage } from '../../shared/messages/files/page.fr.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { useKeys } from '../ui/keys.ts'
import { Select } from '../ui/Select.tsx'
import { Prose } from '../ui/Prose.tsx'
import type { FilesWork } from './acts.ts'
import {
  daySaid,
  detailSaid,
  grouped,
  nameSaid,
  soonUntil,
  todoSaid,
  type Row,
  type WorkGroup,
} from './work.ts'
import style from './Work.module.css'

const words = filesPage.work

export type WorkChoice = {
  /** Whose turn; null for every file. */
  readonly part: WorkPart | null
  readonly serviceId: ServiceId | null
  readonly from: number
}

/** Who each file is, as far as it was looked up; null where nobody is noted. */
export type Names = ReadonlyMap<FileId, FilePerson | null>

const tabs = ['office', 'pieces', 'authority', 'collect', null] as const
const tabId = (part: WorkPart | null) => `files-tab-${part ?? 'all'}`
const panelId = 'files-list'
const everyService = ''

/** What a row needs to be drawn, chosen and acted on. */
type RowsProps = {
  readonly rows: readonly Row[]
  readonly names: Names
  readonly today: LocalDate
  readonly chosen: FileId | null
  readonly onChoose: (fileId: FileId) => void
  readonly onMain: (fileId: FileId) => void
}

/** Whose turn it is, by tabs; under them the files, the soonest first, a page at a time. */
export function WorkList({
  work,
  choice,
  services,
  onChoice,
  tools,
  ...rows
}: RowsProps & {
  readonly work: FilesWork
  readonly choice: WorkChoice
  readonly services: Output<'office.view'>['services']
  readonly onChoice: (choice: WorkChoice) => void
  /** What belongs to the tab that is shown. */
  readonly tools?: ReactNode
}) {
  const { counts, total, from } = work
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0)
  const last = from + work.rows.length
  const page = (to: number) => onChoice({ ...choice, from: Math.max(0, to) })
  useKeys({
    PageUp: from > 0 ? () => page(from - pageRows) : undefined,
    PageDown: last < total ? () => page(from + pageRows) : undefined,
  })
  const pick = (part: WorkPart | null) => onChoice({ ...choice, part, from: 0 })
  return (
    <>
      <div className={style.tabsLine}>
        <div role="tablist" aria-label={words.tabs} className={style.tabs}>
          {tabs.map((part) => (
            <button
              key={part ?? 'all'}
              id={tabId(part)}
              type="button"
              role="tab"
              aria-selected={part === choice.part}
              aria-controls={panelId}
              tabIndex={part === choice.part ? 0 : -1}
              className={style.tab}
              onClick={() => pick(part)}
              onKeyDown={(event) => alongTabs(event, part, pick)}
            >
              {part === null ? words.all : `${words.parts[part]} · ${count(counts[part])}`}
            </button>
          ))}
        </div>
        {services.length > 1 && (
          <Select
            label={words.service}
            hidden
            value={choice.serviceId ?? everyService}
            options={[
              { value: everyService, title: words.allServices },
              ...services.map(({ serviceId, name }) => ({ value: String(serviceId), title: name.fr })),
            ]}
            onChange={(value) =>
              onChoice({
                ...choice,
                from: 0,
                serviceId: services.find(({ serviceId }) => serviceId === value)?.serviceId ?? null,
              })
            }
          />
        )}
      </div>
      <div id={panelId} role="tabpanel" aria-labelledby={tabId(choice.part)}>
        {tools}
        {all === 0 || rows.rows.length === 0 ? (
          <p className={style.none}>{words.none[choice.part ?? 'all']}</p>
        ) : (
          <Rows {...rows} />
        )}
        {total > work.rows.length && (
          <p className={style.pages}>
            <span>{words.page(from + 1, last, total)}</span>
            <Button
              size="dense"
              keyCap={words.keys.before}
              isDisabled={from === 0}
              onPress={() => page(from - pageRows)}
            >
              {words.before}
            </Button>
            <Button
              size="dense"
              keyCap={words.keys.after}
              isDisabled={last >= total}
              onPress={() => page(from + pageRows)}
            >
              {words.after}
            </Button>
          </p>
        )}
      </div>
    </>
  )
}

/** As many lines as the host gives at once. */
const pageRows = 50

function alongTabs(
  event: KeyboardEvent<HTMLElement>,
  part: WorkPart | null,
  pick: (part: WorkPart | null) => void,
): void {
  const at = tabs.indexOf(part)
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  const next = tabs[(to + tabs.length) % tabs.length] ?? null
  pick(next)
  document.getElementById(tabId(next))?.focus()
}

const groupSaid = (group: WorkGroup, today: LocalDate): string => {
  const title = words.groups[group]
  return typeof title === 'string' ? title : title(dayShort(soonUntil(today), today))
}

/** The files in their groups; the arrows go from line to line, Enter does what the line says. */
export function Rows({ rows, today, ...line }: RowsProps) {
  return (
    <div data-rows>
      {grouped(rows, today).map(({ group, rows: part }) => (
        <section key={group} aria-label={groupSaid(group, today)} className={style.group}>
          <h3 className={classes(style.heading, group === 'late' && style.late)}>
            <span>{groupSaid(group, today)}</span>
            <span>{count(part.length)}</span>
          </h3>
          <ul role="list">
            {part.map((row) => (
              <li key={row.fileId}>
                <OneRow row={row} today={today} {...line} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function OneRow({
  row,
  today,
  names,
  chosen,
  onChoose,
  onMain,
}: Omit<RowsProps, 'rows'> & { readonly row: Row }) {
  const person = names.get(row.fileId)
  const isChosen = row.fileId === chosen
  const own = row.part === 'office'
  const tonight = own && row.by === today
  return (
    <button
      type="button"
      data-row={row.fileId}
      aria-current={isChosen ? 'true' : undefined}
      className={classes(style.row, isChosen && style.chosen, !own && style.followed)}
      // The keyboard goes from line to line: only the chosen one is on the way of Tab.
      tabIndex={isChosen ? 0 : -1}
      onFocus={() => onChoose(row.fileId)}
      onClick={() => onChoose(row.fileId)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.repeat) {
          event.preventDefault()
          onMain(row.fileId)
        } else alongRows(event)
      }}
    >
      <span className={style.who}>
        <span className={style.name}>{person ? nameSaid(person) : row.reference}</span>
        <span className={style.small}>
          {person?.birthDate ? calendarDate(person.birthDate) : person === null ? words.nobody : ''}
        </span>
      </span>
      <span className={style.what}>
        <span className={style.todo}>{todoSaid(row)}</span>
        <span className={style.small}>
          <Prose>{detailSaid(row, today, Boolean(person)).join(' · ')}</Prose>
        </span>
      </span>
      <span className={classes(style.day, own && row.overdue && style.stop, tonight && style.attention)}>
        {daySaid(row, today)}
      </span>
    </button>
  )
}

/** The arrows, Home and End go along the lines, whichever group they are in. */
function alongRows(event: KeyboardEvent<HTMLElement>): void {
  const list = event.currentTarget.closest('[data-rows]')
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const at = rows.indexOf(event.currentTarget)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (at < 0 || to === undefined || !rows[to]) return
  event.preventDefault()
  rows[to].focus()
}
