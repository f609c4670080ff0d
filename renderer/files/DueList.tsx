import { Pause } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { DueKind, DueLine } from '../../shared/contract/files/file.ts'
import type { FileId, LocalDate, ServiceId } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import { fileWords } from '../../shared/messages/files/files.fr.ts'
import { filesPage } from '../../shared/messages/files/page.fr.ts'
import { count } from '../../shared/messages/format/numbers.ts'
import lettering from '../ui/Lettering.module.css'
import { Select } from '../ui/Select.tsx'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { useKeys } from '../ui/keys.ts'
import { Status } from '../ui/Status.tsx'
import { actFor, type FileActName, type FilesDue } from './acts.ts'
import { dueDay, dueDetail, dueKinds, effectSaid, grouped, requestTitle } from './due.ts'
import { TextsSaid } from './PieceTicks.tsx'
import style from './Due.module.css'

const words = filesPage.due

export type DueChoice = { readonly kind: DueKind | null; readonly serviceId: ServiceId | null }

const everyService = ''

/** « Échéances »: what falls when, overdue first, filtered by the figures; the arrows go from line to line. */
export function DueList({
  due,
  date,
  choice,
  onChoice,
  services,
  openFile,
  onOpen,
}: {
  readonly due: FilesDue
  /** Today, as it is read: what is due is told from it. */
  readonly date: string
  readonly choice: DueChoice
  readonly onChoice: (choice: DueChoice) => void
  readonly services: Output<'office.view'>['services']
  readonly openFile: FileId | null
  readonly onOpen: (fileId: FileId, act: FileActName) => void
}) {
  const kinds = [null, ...dueKinds] as const
  useKeys(
    Object.fromEntries(kinds.map((kind, at) => [`Digit${at + 1}`, () => onChoice({ ...choice, kind })])),
  )
  const all = dueKinds.reduce((sum, kind) => sum + due.counts[kind], 0)
  const parts = grouped(due.rows, due.today)
  return (
    <>
      <div className={style.head}>
        <h2 className={lettering.title}>{words.title}</h2>
        <p className={style.today}>{date}</p>
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
                serviceId: services.find(({ serviceId }) => serviceId === value)?.serviceId ?? null,
              })
            }
          />
        )}
      </div>
      <div role="group" aria-label={words.filters} className={style.filters}>
        {kinds.map((kind, at) => (
          <Button
            key={kind ?? 'all'}
            size="dense"
            keyCap={String(at + 1)}
            selected={choice.kind === kind}
            onPress={() => onChoice({ ...choice, kind })}
          >
            {kind === null ? words.all : fileWords.kinds[kind]} ·{' '}
            {count(kind === null ? all : due.counts[kind])}
          </Button>
        ))}
      </div>
      <div data-rows>
        {due.rows.length === 0 && (
          <p className={style.none}>
            {choice.kind === null && choice.serviceId === null ? filesPage.none : filesPage.noneOfKind}
          </p>
        )}
        {parts.map(({ group, rows }) => (
          <section key={group} aria-label={words.groups[group]} className={style.group}>
            <h3 className={classes(style.heading, group === 'late' && style.late)}>
              <span>{words.groups[group]}</span>
              <span>{count(rows.length)}</span>
            </h3>
            <ul role="list">
              {rows.map((line) => (
                <li key={`${line.fileId} ${line.kind} ${line.dueOn} ${line.form ?? ''}`}>
                  <DueRow
                    line={line}
                    today={due.today}
                    chosen={line.fileId === openFile}
                    onOpen={() => onOpen(line.fileId, actFor[line.kind])}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {due.total > due.rows.length && <p className={style.note}>{words.more(due.total - due.rows.length)}</p>}
      {due.unknownSilence > 0 && <p className={style.note}>{words.unknownSilence(due.unknownSilence)}</p>}
    </>
  )
}

/** One date of one file, the whole line to press. */
function DueRow({
  line,
  today,
  chosen,
  onOpen,
}: {
  readonly line: DueLine
  readonly today: LocalDate
  readonly chosen: boolean
  readonly onOpen: () => void
}) {
  const { overdue, dueOn, suspendedSince, sources, toConfirm, kind } = line
  const falls = overdue || dueOn === today
  return (
    <button
      type="button"
      data-row
      aria-current={chosen ? 'true' : undefined}
      className={classes(style.row, chosen && style.chosen)}
      onClick={onOpen}
      onKeyDown={alongRows}
    >
      <span className={classes(style.day, falls && (kind === 'silence' ? style.stop : style.attention))}>
        {dueDay(line, today)}
        {overdue && <small className={style.small}>{words.late}</small>}
      </span>
      <span className={style.what}>
        <span className={style.effect}>
          <strong>{effectSaid(line)}</strong> · {requestTitle(line)}
        </span>
        <span className={style.small}>
          {dueDetail(line, today).join(' · ')}
          {(sources.length > 0 || toConfirm) && ' · '}
          <TextsSaid sources={sources} toConfirm={toConfirm} />
        </span>
      </span>
      <span className={style.end}>
        {suspendedSince === null ? (
          <span className={style.opens}>{words.opens[kind]}</span>
        ) : (
          <Status tone="attention" icon={<Pause aria-hidden size={18} />}>
            {words.suspended}
          </Status>
        )}
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
