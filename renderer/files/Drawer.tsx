import { useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { NoticeMeans } from '../../shared/contract/files/file.ts'
import type { FileId, LocalDate } from '../../shared/contract/ids.ts'
import { fileActs } from '../../shared/messages/files/acts.fr.ts'
import { dayShort, filesPage } from '../../shared/messages/files/page.fr.ts'
import { Choice } from '../ui/Choice.tsx'
import { Acts } from '../ui/Acts.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { classes } from '../ui/classes.ts'
import type { Drawer as DrawerView, DrawerRow, FileActName, FilesActs } from './acts.ts'
import { requestTitle } from './due.ts'
import { dateMissing, ActForm, firstMissing } from '../ui/ActForm.tsx'
import lettering from '../ui/Lettering.module.css'
import stack from '../ui/Stack.module.css'
import { TextsSaid, toggled } from './PieceTicks.tsx'
import style from './Drawer.module.css'

const words = filesPage.drawer

/** As many files as one act takes, as the contract has it. */
const most = 50

/** As many titles as the host gives at once. */
const pageRows = 200

/** A page of the drawer, and how to see another. */
export type DrawerPage = DrawerView & { readonly from: number; readonly onPage: (from: number) => void }

/** The titles to collect, those soonest destroyed first; several are noted told, or destroyed, in one act. */
export function Drawer({
  drawer: { rows, total, today, from, onPage },
  acts,
  onOpen,
  onTitle,
}: {
  readonly drawer: DrawerPage
  readonly acts: FilesActs
  readonly onOpen: (fileId: FileId, act: FileActName) => void
  readonly onTitle: () => void
}) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState<'notify' | 'destroy' | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const chosen = rows.filter(({ fileId }) => ticked.has(fileId))
  const pick = (wanted: (row: DrawerRow) => boolean) =>
    setTicked(
      new Set(
        rows
          .filter(wanted)
          .slice(0, most)
          .map(({ fileId }) => fileId),
      ),
    )
  const done = () => {
    setTicked(new Set())
    setAsking(null)
  }
  return (
    <article aria-label={words.title} className={stack.apart}>
      <h2 ref={heading} tabIndex={-1} className={lettering.title}>
        {words.title}
      </h2>
      <p className={style.small}>{words.help}</p>
      <Acts>
        <Button size="dense" onPress={() => pick(({ notices }) => notices === 0)}>
          {words.chooseUnwarned}
        </Button>
        <Button size="dense" onPress={() => pick(({ overdue }) => overdue)}>
          {words.chooseLate}
        </Button>
        <Button size="dense" isDisabled={ticked.size === 0} onPress={done}>
          {words.chooseNone}
        </Button>
        <Button size="dense" onPress={onTitle}>
          {words.add}
        </Button>
      </Acts>
      <Acts>
        <span role="status" className={style.chosen}>
          {chosen.length > most ? words.tooMany : words.chosen(chosen.length)}
        </span>
        <Button
          size="dense"
          isDisabled={chosen.length === 0 || chosen.length > most}
          selected={asking === 'notify'}
          onPress={() => setAsking('notify')}
        >
          {words.notify}
        </Button>
        <Button
          size="dense"
          isDisabled={chosen.length === 0 || chosen.length > most}
          selected={asking === 'destroy'}
          onPress={() => setAsking('destroy')}
        >
          {words.destroy}
        </Button>
      </Acts>
      {asking === 'notify' && chosen.length > 0 && (
        <NotifyAll rows={chosen} today={today} acts={acts} onDone={done} onCancel={() => setAsking(null)} />
      )}
      {asking === 'destroy' && chosen.length > 0 && (
        <DestroyAll rows={chosen} today={today} acts={acts} onDone={done} onCancel={() => setAsking(null)} />
      )}
      {rows.length === 0 && <p className={style.small}>{words.none}</p>}
      <ul role="list" aria-label={words.title}>
        {rows.map((row) => (
          <li key={row.fileId} className={style.line}>
            <Checkbox
              isSelected={ticked.has(row.fileId)}
              onChange={() => setTicked(toggled(ticked, row.fileId))}
            >
              <Said row={row} today={today} />
            </Checkbox>
            <span className={classes(style.day, row.overdue && style.late)}>
              {row.collectBy === null ? words.noLimit : dayShort(row.collectBy, today)}
              {row.overdue && <small className={style.small}>{words.late}</small>}
            </span>
            <Button
              size="dense"
              aria-label={`${words.handOver} ${row.reference}`}
              onPress={() => onOpen(row.fileId, 'handOver')}
            >
              {words.handOver}
            </Button>
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <Acts as="p" room="above">
          <span className={style.small}>{words.page(from + 1, from + rows.length, total)}</span>
          <Button size="dense" isDisabled={from === 0} onPress={() => onPage(Math.max(0, from - pageRows))}>
            {words.before}
          </Button>
          <Button
            size="dense"
            isDisabled={from + rows.length >= total}
            onPress={() => onPage(from + pageRows)}
          >
            {words.after}
          </Button>
        </Acts>
      )}
    </article>
  )
}

const Said = ({ row, today }: { readonly row: DrawerRow; readonly today: LocalDate }) => (
  <span className={style.what}>
    <span className={style.name}>
      {requestTitle(row)}, {row.slot === null ? words.noSlot : words.slot(row.slot)}
    </span>
    <span className={style.small}>
      {row.reference} ·{' '}
      {words.arrived(
        dayShort(row.arrivedOn, today),
        row.notices,
        row.lastNoticeOn === null ? null : dayShort(row.lastNoticeOn, today),
      )}
    </span>
  </span>
)

type BatchProps = {
  readonly rows: readonly DrawerRow[]
  readonly today: LocalDate
  readonly acts: FilesActs
  readonly onDone: () => void
  readonly onCancel: () => void
}

const notices = ['telephone', 'sms', 'email', 'post'] as const

function NotifyAll({ rows, today, acts, onDone, onCancel }: BatchProps) {
  const [means, setMeans] = useState<z.infer<typeof NoticeMeans>>('sms')
  const [on, setOn] = useState<LocalDate | null>(today)
  return (
    <ActForm
      title={words.notify}
      act={words.notify}
      missing={on === null ? dateMissing : null}
      onSend={() => acts.notify({ fileIds: rows.map(({ fileId }) => fileId), means, on: on ?? today })}
      said={({ noticed }) => words.noticed(noticed)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <Choice
        label={fileActs.fields.noticeMeans}
        value={means}
        options={notices.map((value) => ({ value, title: fileActs.notices[value] }))}
        onChange={setMeans}
      />
      <DateField label={fileActs.fields.on} value={on} onChange={setOn} startsFocused />
    </ActForm>
  )
}

/** What is about to be destroyed, and by which text, before it is noted as done. */
function DestroyAll({ rows, today, acts, onDone, onCancel }: BatchProps) {
  const [on, setOn] = useState<LocalDate | null>(today)
  const sources = [
    ...new Map(rows.flatMap((row) => row.sources).map((source) => [source.title, source])).values(),
  ]
  return (
    <ActForm
      title={words.destroyTitle(rows.length)}
      act={words.destroyAct}
      missing={firstMissing(
        [rows.some(({ overdue }) => !overdue), words.notLate],
        [on === null, dateMissing],
      )}
      onSend={() => acts.destroyTitles({ fileIds: rows.map(({ fileId }) => fileId), on: on ?? today })}
      said={({ destroyed }) => words.destroyed(destroyed)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>{words.destroyHelp}</p>
      <p className={style.small}>
        {words.destroyBy('')}
        <TextsSaid sources={sources} toConfirm={rows.some(({ toConfirm }) => toConfirm)} />
      </p>
      <ul role="list" className={style.small}>
        {rows.map(({ fileId, reference, ...row }) => (
          <li key={fileId}>
            {reference} · {requestTitle(row)}
          </li>
        ))}
      </ul>
      <DateField label={fileActs.fields.on} value={on} onChange={setOn} startsFocused />
    </ActForm>
  )
}
