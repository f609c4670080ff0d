import { Inbox, Mail, MailOpen, Package, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { FileChannel } from '../../shared/contract/files/file.ts'
import type { FileId } from '../../shared/contract/ids.ts'
import { fileWords } from '../../shared/messages/files/files.fr.ts'
import { dayShort, filesPage } from '../../shared/messages/files/page.fr.ts'
import { count } from '../../shared/messages/format/numbers.ts'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Group } from '../ui/Column.tsx'
import lettering from '../ui/Lettering.module.css'
import type { Drawer, FileActName, FilesDue } from './acts.ts'
import { requestTitle } from './due.ts'
import { TextsSaid } from './PieceTicks.tsx'
import style from './Glance.module.css'

/** As many as a glance holds; the others are in the drawer. */
const shown = 4

/** What came in and nobody has named, then the titles soonest destroyed. */
export function Glance({
  due,
  drawer,
  onOpen,
  onRecord,
  onTitle,
  onDrawer,
}: {
  readonly due: FilesDue
  readonly drawer: Drawer
  readonly onOpen: (fileId: FileId, act: FileActName | null) => void
  readonly onRecord: () => void
  readonly onTitle: () => void
  readonly onDrawer: () => void
}) {
  return (
    <>
      <ToSign due={due} onOpen={onOpen} />
      <Incoming due={due} onOpen={onOpen} />
      <p className={style.record}>
        <Button wide icon={<Plus aria-hidden size={20} />} keyCap="N" onPress={onRecord}>
          {filesPage.incoming.add}
        </Button>
      </p>
      <TitlesSoon drawer={drawer} onOpen={onOpen} onTitle={onTitle} onDrawer={onDrawer} />
    </>
  )
}

/** Refusals that were drafted and wait for a signature; nothing where there are none. */
function ToSign({
  due: { toSign, today },
  onOpen,
}: {
  readonly due: FilesDue
  readonly onOpen: (fileId: FileId, act: FileActName) => void
}) {
  const words = filesPage.toSign
  if (toSign.length === 0) return null
  return (
    <Group title={`${words.title} · ${count(toSign.length)}`} aside={filesPage.incoming.received}>
      <ul role="list" aria-label={words.title}>
        {toSign.map((row) => (
          <li key={row.fileId} className={style.line}>
            <button type="button" className={style.row} onClick={() => onOpen(row.fileId, 'issue')}>
              <span className={style.name}>{requestTitle(row)}</span>
              <span className={style.day}>{dayShort(row.receivedOn, today)}</span>
              <span className={style.small}>
                {row.reference} · {row.signs ? words.signs : words.waits}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Group>
  )
}

const icons: Readonly<Record<FileChannel, ReactNode>> = {
  post: <Mail aria-hidden size={18} />,
  email: <MailOpen aria-hidden size={18} />,
  depositBox: <Inbox aria-hidden size={18} />,
  counter: <Package aria-hidden size={18} />,
  title: <Package aria-hidden size={18} />,
  assisted: <Package aria-hidden size={18} />,
}

function Incoming({
  due: { toRecord, toRecordTotal, today },
  onOpen,
}: {
  readonly due: FilesDue
  readonly onOpen: (fileId: FileId, act: FileActName) => void
}) {
  const words = filesPage.incoming
  const [whole, setWhole] = useState(false)
  const lines = whole ? toRecord : toRecord.slice(0, shown)
  return (
    <Group title={`${words.title} · ${count(toRecordTotal)}`} aside={words.received}>
      {toRecord.length === 0 && <p className={style.none}>{words.none}</p>}
      <ul role="list" aria-label={words.title}>
        {lines.map(({ fileId, reference, channel, sentOn, receivedOn }) => (
          <li key={fileId} className={style.line}>
            <button type="button" className={style.row} onClick={() => onOpen(fileId, 'describe')}>
              <span className={style.name}>
                {icons[channel]} {fileWords.channels[channel]}
              </span>
              <span className={style.day}>{dayShort(receivedOn, today)}</span>
              <span className={style.small}>
                {reference} ·{' '}
                {sentOn === null
                  ? words.noDate
                  : (channel === 'post' ? words.postmark : words.sent)(dayShort(sentOn, today))}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {toRecord.length > shown && (
        <Button kind="quiet" size="dense" aria-expanded={whole} onPress={() => setWhole(!whole)}>
          {whole ? words.less : words.all(toRecord.length)}
        </Button>
      )}
      {toRecordTotal > toRecord.length && (
        <p className={style.none}>{words.more(toRecordTotal - toRecord.length)}</p>
      )}
    </Group>
  )
}

function TitlesSoon({
  drawer: { rows, total, today },
  onOpen,
  onTitle,
  onDrawer,
}: {
  readonly drawer: Drawer
  readonly onOpen: (fileId: FileId, act: FileActName) => void
  readonly onTitle: () => void
  readonly onDrawer: () => void
}) {
  const words = filesPage.drawer
  const texts = rows.find(({ sources }) => sources.length > 0)
  return (
    <Group title={`${words.title} · ${count(total)}`} aside={words.by}>
      {rows.length === 0 && <p className={style.none}>{words.none}</p>}
      <ul role="list" aria-label={words.title}>
        {rows.slice(0, shown).map((row) => (
          <li key={row.fileId} className={style.line}>
            <button type="button" className={style.row} onClick={() => onOpen(row.fileId, 'handOver')}>
              <span className={style.name}>
                {requestTitle(row)}, {row.slot === null ? words.noSlot : words.slot(row.slot)}
              </span>
              <span className={classes(style.day, row.overdue && lettering.stop)}>
                {row.collectBy === null ? words.noLimit : dayShort(row.collectBy, today)}
              </span>
              <span className={style.small}>
                {row.overdue && `${words.late} · `}
                {words.arrived(
                  dayShort(row.arrivedOn, today),
                  row.notices,
                  row.lastNoticeOn === null ? null : dayShort(row.lastNoticeOn, today),
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {texts && (
        <p className={style.none}>
          {words.destroyBy('')}
          <TextsSaid sources={texts.sources} toConfirm={texts.toConfirm} />
        </p>
      )}
      <Acts as="p" room="above">
        {total > 0 && (
          <Button size="dense" keyCap="T" onPress={onDrawer}>
            {words.all(total)}
          </Button>
        )}
        <Button size="dense" onPress={onTitle}>
          {words.add}
        </Button>
      </Acts>
    </Group>
  )
}
